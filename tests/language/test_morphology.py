"""Indonesian word forms: roots, voices, pronouns written on, and the exceptions of the table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konon.language.base import language
from konon.language.words import tokenize

INDONESIAN = language("id")
WORDS = INDONESIAN.morphology
NO_VERB = INDONESIAN.table("word_forms", "no_verb")
NO_CLITIC = INDONESIAN.table("word_forms", "no_clitic")


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("menulis", "tulis"), ("memukul", "pukul"), ("mengirim", "kirim"), ("menyapu", "sapu"), ("menuding", "tuding"),
        ("membaca", "baca"), ("mendengar", "dengar"), ("melihat", "lihat"), ("merawat", "rawat"), ("dibacakan", "baca"),
        ("diperbaiki", "baik"), ("terlihat", "lihat"), ("bertemu", "temu"), ("katanya", "kata"), ("rumah", "rumah"),
        ("ujarnya", "ujar"), ("mengecat", "cat"),
    ],
)  # fmt: skip
def test_a_word_has_its_root(word, lemma):
    assert WORDS.lemma(word) == lemma


@pytest.mark.parametrize(
    ("word", "voice"),
    [("menulis", "active"), ("bertemu", "active"), ("belajar", "active"), ("memperbaiki", "active"),
     ("ditulis", "passive"), ("terlihat", "passive"), ("rumah", None), ("di", None), ("kata", None)],
)  # fmt: skip
def test_a_prefix_tells_the_voice(word, voice):
    assert WORDS.voice(word) == voice


@pytest.mark.parametrize(
    ("word", "parts"), [("katanya", ("kata", "nya")), ("rumahnya", ("rumah", "nya")), ("nya", None), ("kata", None)]
)
def test_a_pronoun_written_on_is_cut_off(word, parts):
    assert WORDS.clitic(word) == parts


@pytest.mark.parametrize("word", [word for row in NO_VERB for word in row["forms"]])
def test_a_word_of_the_table_is_no_verb(word):
    assert WORDS.voice(word) is None


@pytest.mark.parametrize("word", [word for row in NO_CLITIC for word in row["forms"]])
def test_a_word_of_the_table_has_no_pronoun(word):
    assert WORDS.clitic(word) is None


@pytest.mark.parametrize("row", [*NO_VERB, *NO_CLITIC])
def test_an_example_holds_words_of_its_row_and_nothing_else_of_their_form(row):
    words = [token.lower for token in tokenize(row["example"])]
    assert set(words) & set(row["forms"])
    assert {WORDS.voice(word) for word in words} == {None}
    assert {WORDS.clitic(word) for word in words} == {None}


@given(st.text(alphabet="adeikmnprstuy", min_size=1, max_size=16))
def test_any_word_has_a_root_that_is_part_of_it_but_for_one_swallowed_letter(word):
    lemma = WORDS.lemma(word)
    assert lemma
    assert lemma in word or (lemma[0] in "kpst" and lemma[1:] in word)
