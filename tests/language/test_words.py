"""Tokens: each kind where it stands, what a page glued together apart, and any text at all."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from konon.language.words import tokenize

PIECES = st.sampled_from([*"aA1.,:/-'’\"“() \n…@é", "com", "http://", "-an", "Ani", "****"])


def texts(text: str, *, skip: Sequence[tuple[int, int]] = ()) -> list[str]:
    return [token.text for token in tokenize(text, skip=skip)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Air surut.", ["Air", "surut", "."]),
        ("anak-anak Jum'at", ["anak-anak", "Jum'at"]),
        ("Rusia-Ukraina", ["Rusia", "-", "Ukraina"]),
        ("Ani-Budi-Cici", ["Ani", "-", "Budi", "-", "Cici"]),
        ("Kupu-Kupu", ["Kupu-Kupu"]),
        ("Al-Aqsa", ["Al-Aqsa"]),
        ("ke-3 tahun 1990-an", ["ke-3", "tahun", "1990-an"]),
        ("11.000 orang, 3,5 juta", ["11.000", "orang", ",", "3,5", "juta"]),
        ("pukul 10:30, 16/5/2024", ["pukul", "10:30", ",", "16/5/2024"]),
        ("https://warta.id/a?b=1, katanya", ["https://warta.id/a?b=1", ",", "katanya"]),
        ("kata Warta.com, lalu", ["kata", "Warta.com", ",", "lalu"]),
        ("itu.Warga", ["itu", ".", "Warga"]),
        ("tetapi... lalu…", ["tetapi", "...", "lalu", "…"]),
        ("***** Air", ["*****", "Air"]),
    ],
)
def test_words_figures_and_marks_are_told_apart(text, expected):
    assert texts(text) == expected


def test_words_are_cut_at_their_seams():
    tokens = tokenize("Kabar dariWarta.", seams=lambda start, end: (10,) if (start, end) == (6, 15) else ())
    assert [token.text for token in tokens] == ["Kabar", "dari", "Warta", "."]


def test_kinds_follow_from_the_form():
    kinds = [token.kind for token in tokenize("Ani, 3 … ke-2 1/2 a.com")]
    assert kinds == ["word", "mark", "number", "mark", "word", "number", "word"]


def test_nothing_is_read_in_a_place_to_skip():
    assert texts("satu dua tiga", skip=[(5, 8)]) == ["satu", "tiga"]


@settings(deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=60))
def test_tokens_of_any_text_stand_in_order_and_leave_only_space_out(text):
    tokens = tokenize(text)
    assert all(token.text == text[token.start : token.end] and token.lower == token.text.lower() for token in tokens)
    places = [0, *(offset for token in tokens for offset in (token.start, token.end)), len(text)]
    assert places == sorted(places)
    assert "".join(text.split()) == "".join("".join(token.text for token in tokens).split())


@pytest.mark.parametrize("text", ["Anak-Budi-" * 3000, "a." * 3000, "-" * 5000])
def test_a_chain_without_end_is_taken_apart(text):
    assert "".join(texts(text)) == text
