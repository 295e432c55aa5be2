"""Quotations in all marks: nested, with a mark lost, and over several paragraphs."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from konon.language.paragraphs import find_paragraphs
from konon.language.quotes import pair_quotes

PIECES = st.sampled_from([*"\"“”„‟«»＂‘’'`.,!?()", "''", "``", " ", "\n", "Air surut", "kata Ani", "ya"])


def quotes(text: str):
    return pair_quotes(text, find_paragraphs(text))


def inner(text: str) -> list[tuple[str, int, bool]]:
    """What each quotation of a text holds, how deep it is, and whether it is closed."""
    return [(text[quote.inner_start : quote.inner_end], quote.depth, quote.closed) for quote in quotes(text)]


@pytest.mark.parametrize("marks", ['""', "“”", "«»", "„“", "＂＂", '“"', '"”', "‘’", "''", ("``", "''"), ("''", "''")])
def test_a_quotation_is_found_in_every_kind_of_mark(marks):
    assert inner(f"Ani berkata, {marks[0]}Air sudah surut.{marks[1]} Ia pulang.") == [("Air sudah surut.", 0, True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Air surut," kata Ani. "Kami pulang."', ["Air surut", "Kami pulang."]),
        ('"Ya"kata Ani, "Tidak"', ["Ya", "Tidak"]),
        ("Al-Qur'an dan Jum'at disebut.", []),
        ("Tahun '98 ia berkata, “Kami pulang” pada jum' itu.", ["Kami pulang"]),
        ("Tahun '98 ia berkata, “Kata 'air surut' itu benar.”", ["Kata 'air surut' itu benar.", "air surut"]),
        ('Kotak ("kardus") itu basah.', ["kardus"]),
    ],
)
def test_quotations_stand_side_by_side(text, expected):
    assert [words.rstrip(",") for words, _, _ in inner(text)] == expected


@pytest.mark.parametrize(
    "text", ["“Ia bilang “air surut” tadi pagi,” kata Ani.", "“Ia bilang ‘air surut’ tadi pagi,” kata Ani.",
             "\"Ia bilang 'air surut' tadi pagi,\" kata Ani."],
)  # fmt: skip
def test_a_quotation_within_another_is_one_deeper(text):
    (outer, depth, closed), within = inner(text)
    assert (outer.rstrip(",")[-4:], depth, closed) == ("pagi", 0, True)
    assert within == ("air surut", 1, True)


def test_a_lost_opening_mark_begins_the_quotation_at_its_sentence():
    assert inner("Hujan reda. Air sudah surut,” kata Ani.")[0][0].startswith("Air sudah surut")
    assert [closed for _, _, closed in inner("Hujan reda. Air sudah surut,” kata Ani.")] == [False]


def test_a_lost_closing_mark_ends_the_quotation_where_the_rule_says():
    text = '"Air sudah surut, kata Ani. Ia pulang.'
    (quote,) = pair_quotes(text, find_paragraphs(text), cut=lambda _start, _end: text.index(", kata"))
    assert (text[quote.inner_start : quote.inner_end], quote.closed) == ("Air sudah surut", False)


def test_a_lost_closing_mark_does_not_swallow_the_next_quotation():
    found = [words for words, _, _ in inner("“Air sudah surut. Ani pulang. “Kami lelah,” katanya.")]
    assert found[0] == "Air sudah surut."
    assert found[1].startswith("Kami lelah")


@pytest.mark.parametrize("again", ["", "“"])
def test_a_quotation_runs_over_paragraphs(again):
    text = f"“Air sudah surut pagi tadi di kampung kami.\n{again}Kami pulang,” kata Ani."
    first, second = inner(text)
    assert first == ("Air sudah surut pagi tadi di kampung kami.", 0, False)
    assert second[0].startswith("Kami pulang")


@settings(deadline=None, max_examples=300)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_marks_give_quotations_inside_the_text_in_order(text):
    found = quotes(text)
    for quote in found:
        assert 0 <= quote.start <= quote.inner_start < quote.inner_end <= quote.end <= len(text)
    assert [(quote.start, -quote.end) for quote in found] == sorted((quote.start, -quote.end) for quote in found)


@settings(deadline=None, max_examples=300)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_what_is_nested_stands_inside_an_outer_one_and_outer_ones_do_not_overlap(text):
    found = quotes(text)
    outer = [quote for quote in found if quote.depth == 0]
    assert all(left.end <= right.start for left, right in pairwise(outer))
    for quote in found:
        if quote.depth:
            assert any(other.inner_start <= quote.start and quote.end <= other.inner_end for other in outer)


@given(st.lists(st.sampled_from(["Air surut.", "Kami pulang!", "Ya, benar."]), min_size=1, max_size=5))
def test_balanced_marks_give_back_what_stands_between_them(said):
    text = " lalu ".join(f"“{words}”" for words in said)
    assert [words for words, _, _ in inner(text)] == re.findall("“([^”]*)”", text)
