"""Stems are those of PySastrawi, which asks each of its rules."""

from random import Random

import pytest
from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

from konon.archive.terms import stem
from konon.language.id.stemming import Stemmer

PREFIXES = (
    "", "", "be", "ber", "berke", "di", "diper", "kau", "ke", "keter", "ku", "me", "mem", "memper", "mempe", "men",
    "meng", "menge", "meny", "pe", "pem", "pen", "peng", "penge", "peny", "per", "se", "te", "ter",
)  # fmt: skip
SUFFIXES = (
    "", "", "an", "annya", "i", "inya", "is", "isasi", "isme", "kah", "kan", "kannya", "ku", "lah", "mu", "nya", "pun",
    "tah",
)  # fmt: skip
EVERY = 8


def words(seed: int) -> list[str]:
    """Words of the list with something before, in and behind them, and some that are none."""
    chance = Random(seed)
    made = []
    for word in StemmerFactory().get_words()[::EVERY]:
        left = word[1:] if chance.random() < 0.3 else word
        made.append(chance.choice(PREFIXES) + left + chance.choice(SUFFIXES))
        made.append(word[:1] + chance.choice(("er", "el", "em", "in")) + word[1:])
    return [word for word in made if word.isalpha()]


@pytest.mark.parametrize("seed", [1, 2])
def test_the_stems_are_those_of_all_rules(seed):
    plain, stemmer = StemmerFactory().create_stemmer(), Stemmer()
    assert {word: stemmer.stem(word) for word in words(seed)} == {word: plain.stem(word) for word in words(seed)}


@pytest.mark.parametrize(("word", "found"), [
    ("menyerang", "serang"), ("serangan", "serang"), ("diskotekannya", "diskotekannya"), ("kei", "kei"), ("ж", "ж"),
    ("b52", "b52"), ("", ""),
])  # fmt: skip
def test_a_word_that_has_no_stem_is_its_own(word, found):
    assert stem(word) == found
