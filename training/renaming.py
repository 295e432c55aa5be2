"""Other names in a report, so that the model learns who did what from the words around a name, not from the name."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace

from training.samples import Sample

# Kinds whose names are drawn anew; a name of a body tells what kind of body it is, and stays.
KINDS = ("person", "state")
_SHORTEST = 3


def name_words(samples: Sequence[Sample]) -> dict[str, tuple[str, ...]]:
    """The words of names by kind: those of persons, and states of one word."""
    found: dict[str, set[str]] = {kind: set() for kind in KINDS}
    for sample in samples:
        for kind in KINDS:
            found[kind].update(_words(sample, kind).values())
    return {kind: tuple(sorted(words)) for kind, words in found.items()}


def renamed(sample: Sample, words: Mapping[str, Sequence[str]], chance: random.Random, *, share: float) -> Sample:
    """The sample with other words in its names of each kind, the same one for the same word; `share` is how often."""
    given: dict[str, str] = {}
    for kind in KINDS:
        if chance.random() < share:
            for word in _words(sample, kind).values():
                given.setdefault(word, chance.choice(words[kind]))
    return replace(sample, units=[replace(unit, text=given.get(unit.text, unit.text)) for unit in sample.units])


def _words(sample: Sample, kind: str) -> dict[int, str]:
    """The units that are words of names of a kind; of states only names of one word."""
    labels = sample.labels["names"]
    found = {}
    for number, unit in enumerate(sample.units):
        own = labels.get(number)
        alone = own == "B-state" and labels.get(number + 1) != "I-state"
        if (own in ("B-person", "I-person") if kind == "person" else alone) and _proper(unit.text):
            found[number] = unit.text
    return found


def _proper(word: str) -> bool:
    return len(word) >= _SHORTEST and word.isalpha() and word[0].isupper() and word[1:].islower()
