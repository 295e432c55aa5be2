import pytest
from hypothesis import given
from hypothesis import strategies as some

from konon.export.account import Account, bounds, reasons, shortened
from konon.record import Count, Reason

from .judged import JUDGED
from .story import RECORD, STATEMENTS, statement


def told(name, *, record=RECORD):
    return " → ".join(station.name for station in Account(record).chain(Account(record).statements[name]))


@pytest.mark.parametrize(
    ("name", "chain"),
    [
        ("s1", "Idris Hamdan → KabarSelat.com"),
        ("s2", "Idris Hamdan → surat → AFP → KabarSelat.com"),
        ("s6", "Idris Hamdan → Salma Osman → KabarSelat.com"),
        ("s12", "an unnamed source → KabarSelat.com"),
    ],
)
def test_a_chain_goes_from_the_mouth_to_the_page(name, chain):
    assert told(name) == chain


def test_a_chain_without_an_outlet_ends_at_the_report():
    document = RECORD.document.model_copy(update={"outlet": None})
    chain = (*STATEMENTS[0].chain[:-1], STATEMENTS[0].chain[-1].model_copy(update={"entity": None}))
    said = STATEMENTS[0].model_copy(update={"chain": chain})
    record = RECORD.model_copy(update={"document": document, "statements": (said,)})
    assert told("s1", record=record) == "Idris Hamdan → this report"


@pytest.mark.parametrize(
    ("minimum", "maximum", "approximate", "words"),
    [
        (14, None, False, "at least 14"),
        (None, 300, False, "up to 300"),
        (20, 99, False, "20 to 99"),
        (1200, 1200, False, "1,200"),
        (240, 240, True, "about 240"),
        (None, None, False, "an unknown number"),
        (0, 0, False, "0"),
    ],
)
def test_bounds_are_told_in_words(minimum, maximum, approximate, words):
    count = Count(id="c", start=0, end=1, minimum=minimum, maximum=maximum, approximate=approximate, kind="killed")
    assert bounds(count) == words


@given(some.text(), some.integers(5, 80))
def test_what_is_shortened_fits_and_says_that_it_was(text, width):
    short = shortened(text, width)
    assert len(short) <= width
    assert short == text or "…" in short


def test_an_inner_statement_follows_the_one_that_it_stands_in():
    order = [(part.id, depth) for part, depth in Account(RECORD).told]
    assert order[order.index(("s5", 0)) + 1] == ("s6", 1)


def test_statements_within_each_other_in_a_ring_are_each_told_once():
    ring = (STATEMENTS[4].model_copy(update={"within": "s6"}), STATEMENTS[5])
    record = RECORD.model_copy(update={"statements": ring})
    assert sorted(part.id for part, _ in Account(record).told) == ["s5", "s6"]


def test_an_interrupted_quotation_shows_the_gap():
    account = Account(RECORD)
    assert (
        account.words(account.statements["s4"]) == "“Mereka menyandera warga sipil … dan kami akan mengejar pelakunya”"
    )


@pytest.mark.parametrize(
    ("name", "teller"), [("s7", "Bulan Sabit Merah Sudan (7)"), ("s12", "an unnamed source (12)"), (None, "")]
)
def test_who_says_so_is_told_with_the_number_of_the_statement(name, teller):
    assert Account(RECORD).teller(name) == teller


def test_a_denial_tells_what_it_answers():
    answer = statement("s13", "Front Timur", cue="dibantah", source="hamdan", form="indirect", act="deny", answers="s3")
    account = Account(RECORD.model_copy(update={"statements": (*STATEMENTS, answer)}))
    assert (account.answered(answer), account.answered(account.statements["s1"])) == ("(3)", "“menyerang”")


@pytest.mark.parametrize(
    ("sure", "why", "told"),
    [
        (None, (), ""),
        (0.82, (), "82% sure"),
        (0.999, (), "over 99% sure"),
        (0.001, (), "under 1% sure"),
        (None, (("cue", "rule active", None),), "cue: rule active"),
        (0.5, (("cue", "rule active", 0.913), ("act", "head", None)), "50% sure · cue: rule active 0.91 · act: head"),
    ],
)
def test_how_sure_and_why_is_told_in_a_line(sure, why, told):
    given_reasons = tuple(Reason(part=part, by=by, score=score) for part, by, score in why)
    assert reasons(STATEMENTS[0].model_copy(update={"confidence": sure, "why": given_reasons})) == told


def test_only_links_that_tell_why_they_are_there_are_judged():
    account = Account(JUDGED)
    names = {name: [word for word, _ in account.judged_links(account.statements[name])] for name in ("s1", "s2")}
    assert names == {"s1": [], "s2": ["surat", "AFP"]}
    assert Account(RECORD).judged_links(STATEMENTS[1]) == []
