import random

from training.renaming import name_words, renamed
from training.reports import plain

TEXT = "Umar Sadeli bertemu Duta Besar Peru. Sadeli memuji Peru, kata Bank Peru."
NAMED = [
    {"name": "Umar Sadeli", "kind": "person", "aliases": ["Sadeli"]}, {"name": "Peru", "kind": "state"},
    {"name": "Bank Peru", "kind": "organization"},
]  # fmt: skip
WORDS = {"person": ("Wening",), "state": ("Chad",)}


def words_of(sample):
    return " ".join(unit.text for unit in sample.units)


def test_words_of_names_are_those_of_persons_and_of_states_of_one_word():
    assert name_words([plain(TEXT, NAMED, ())]) == {"person": ("Sadeli", "Umar"), "state": ("Peru",)}


def test_a_word_of_a_name_becomes_the_same_other_word_wherever_it_stands():
    sample = plain(TEXT, NAMED, ())
    other = renamed(sample, WORDS, random.Random(1), share=1.0)
    assert words_of(other) == "Wening Wening bertemu Duta Besar Chad . Wening memuji Chad , kata Bank Chad ."
    assert other.labels == sample.labels
    assert words_of(sample).startswith("Umar Sadeli")


def test_where_none_shall_have_other_names_all_stay():
    sample = plain(TEXT, NAMED, ())
    assert renamed(sample, WORDS, random.Random(1), share=0.0).units == sample.units
