"""Reports are damaged kind by kind, and the places of their gold records stay on the same words."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konon.cli.evaluate import Damage
from konon.evaluation import DAMAGES, damaged
from konon.evaluation.damage.edits import Edit, carried
from konon.evaluation.gold import GoldReport
from konon.record import Span

KINDS = (*DAMAGES, "all")


def report(text: str, **parts: object) -> GoldReport:
    """A gold report of a text with the parts given."""
    return GoldReport(doc="t1", sha256=hashlib.sha256(text.encode()).hexdigest(), text=text, **parts)


def marking(text: str, *words: str) -> GoldReport:
    """A gold report with a count at each of the words."""
    spans = [Span(start=text.index(word), end=text.index(word) + len(word)) for word in words]
    return report(text, counts=[{"span": span, "minimum": 1, "maximum": 1, "kind": "killed"} for span in spans])


def marked(gold: GoldReport) -> list[str | None]:
    """The words at the counts."""
    return [gold.text[count.span.start : count.span.end] if count.span else None for count in gold.counts]


@pytest.mark.parametrize(
    ("edits", "text", "words"),
    [
        ([], "satu dua tiga", ["dua"]),
        ([Edit(4, 5)], "satudua tiga", ["dua"]),
        ([Edit(5, 5, "X")], "satu Xdua tiga", ["dua"]),
        ([Edit(8, 8, "X")], "satu duaX tiga", ["dua"]),
        ([Edit(6, 7, "OO")], "satu dOOa tiga", ["dOOa"]),
        ([Edit(3, 6)], "satua tiga", ["ua"]),
        ([Edit(5, 8)], "satu  tiga", [None]),
        ([Edit(9, 13), Edit(0, 5)], "dua ", ["dua"]),
    ],
)
def test_places_are_carried_through_edits(edits, text, words):
    worse = carried(marking("satu dua tiga", "dua"), edits)
    assert (worse.text, marked(worse)) == (text, words)
    assert worse.sha256 == hashlib.sha256(text.encode()).hexdigest()


@given(st.lists(st.tuples(st.integers(0, 13), st.integers(0, 3), st.text("abc", max_size=3)), max_size=4))
def test_places_stay_inside_the_text(drawn):
    edits, at = [], 0
    for start, length, words in sorted(drawn):
        if start >= at and start + length <= 13:
            edits.append(Edit(start, start + length, words))
            at = start + length + 1
    worse = carried(marking("satu dua tiga", "satu", "dua", "tiga"), edits)
    assert all(count.span is None or count.span.end <= len(worse.text) for count in worse.counts)


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_report_is_damaged_alike(gold, kind):
    assert damaged(gold, kind) == damaged(gold, kind)


def test_each_kind_can_be_asked_for():
    assert {kind.value for kind in Damage} == {*KINDS, "each"}


def test_lost_quotation_marks_make_indirect(gold):
    worse = damaged(gold, "quotes")
    said = worse.statements[0]
    assert worse.text.startswith("Jembatan itu aman, kata Ratna")
    assert (said.form, [worse.text[s.start : s.end] for s in said.content]) == ("indirect", ["Jembatan itu aman"])
    assert said.cue
    assert worse.text[said.cue.start : said.cue.end] == "kata"


def test_a_form_without_marks_stays(gold):
    said = gold.statements[0].model_copy(update={"form": "nominal"})
    assert damaged(gold.model_copy(update={"statements": (said,)}), "quotes").statements[0].form == "nominal"


def test_lost_paragraphs_are_spaces(gold):
    worse = damaged(gold, "paragraphs")
    assert "Merawan. Tono memimpin" in worse.text
    evidence = worse.relations[0].evidence
    assert evidence
    assert worse.text[evidence.start : evidence.end] == "memimpin"


def test_names_are_glued_to_words_and_nothing_else_changes():
    text = "Warga Merawan mendengar Ratna Widuri berpidato di Gedung Kesenian kemarin."
    names = ("Merawan", "Ratna Widuri", "Gedung Kesenian", "kemarin")
    worse = damaged(report(text, entities=[{"name": name, "kind": "place"} for name in names]), "glued")
    assert worse.text.replace(" ", "") == text.replace(" ", "")
    assert len(worse.text) < len(text)
    assert all(name in worse.text for name in names)
    assert " kemarin" in worse.text


@pytest.mark.parametrize("year", range(2001, 2031))
def test_a_date_is_mistyped_and_the_gold_keeps_its_day(year):
    text = f"Pasar itu dibuka Kamis (14/3/{year}) pagi."
    gold = report(text, events=[{"type": "AGREE", "trigger": {"start": 10, "end": 16}, "date": f"{year}-03-14"}])
    worse = damaged(gold, "dates")
    assert worse.text != text
    assert worse.text.startswith("Pasar itu dibuka Kamis (")
    assert worse.text.endswith(") pagi.")
    assert worse.events == gold.events


def test_what_is_no_date_stays():
    text = "Dua pertiga (2/3 bagian) dari 1/2 lahan itu, 14 Maret 2024."
    assert damaged(report(text), "dates").text == text


@pytest.mark.parametrize("number", range(30))
def test_a_tail_stands_behind_the_report(number):
    text = f"Pasar itu dibuka {number} jam.\nTono membeli ikan."
    worse = damaged(report(text, entities=[{"name": "Tono", "kind": "person"}]), "teasers")
    assert worse.text.startswith(text + "\n")
    assert "{" not in worse.text


def test_without_anything_to_damage_the_report_is_itself():
    clean = report("pasar itu dibuka pagi ini")
    assert [damaged(clean, kind) for kind in ("quotes", "dates", "glued", "paragraphs")] == [clean] * 4
