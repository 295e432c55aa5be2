"""Texts as sentences of words, and which sentences of two texts are the same underneath."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from konon.gazetteer.folding import fold

_SENTENCE = re.compile(r"[^\n]+?(?:[.!?]+[\"”’')\]]*(?=\s)|(?=\n)|$)")
_WORD = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W_]+(?:[-'’][^\W_]+)*")
# From this share of common words on, two sentences say the same in other words; found on reworded reports.
SAME = 0.5
# A word that so many sentences of a text hold tells nothing about which of them another one is.
_COMMON = 12


@dataclass(frozen=True, slots=True)
class Word:
    """A word in its text, and as it is compared."""

    folded: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a text: its words in their order."""

    start: int
    end: int
    words: tuple[Word, ...]

    @property
    def folded(self) -> tuple[str, ...]:
        """Its words as they are compared."""
        return tuple(word.folded for word in self.words)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences that are the same underneath, by their numbers, and how much of their words is common."""

    one: int
    other: int
    likeness: float


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text that have words in them."""
    found = []
    for match in _SENTENCE.finditer(text):
        start = match.start()
        words = tuple(
            Word(fold(word.group()), start + word.start(), start + word.end()) for word in _WORD.finditer(match.group())
        )
        if words:
            found.append(Sentence(words[0].start, match.end(), words))
    return found


def aligned(one: Sequence[Sentence], other: Sequence[Sentence], *, least: float = SAME) -> list[Pair]:
    """The sentences of two texts that are the same underneath, each at most once, in the order of the first text."""
    # Texts are compared only where archives are: reading needs no alignment.
    from rapidfuzz.distance import Indel

    left = [sentence.folded for sentence in one]
    right = [sentence.folded for sentence in other]
    found = []
    for first, second in _candidates(left, right):
        likeness = Indel.normalized_similarity(left[first], right[second], score_cutoff=least)
        if likeness >= least:
            found.append(Pair(first, second, likeness))
    return each_once(found)


def each_once(pairs: Iterable[Pair]) -> list[Pair]:
    """The likest of the pairs, so that each sentence is in one at most, in the order of the first text."""
    # Of equally like ones those that stand at like places.
    likest = sorted(pairs, key=lambda pair: (-pair.likeness, abs(pair.one - pair.other), pair.one, pair.other))
    return sorted(_untaken(likest), key=lambda pair: pair.one)


def _untaken(pairs: Iterable[Pair]) -> Iterator[Pair]:
    taken: tuple[set[int], set[int]] = (set(), set())
    for pair in pairs:
        if pair.one not in taken[0] and pair.other not in taken[1]:
            taken[0].add(pair.one)
            taken[1].add(pair.other)
            yield pair


def _candidates(left: Sequence[tuple[str, ...]], right: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """Pairs of sentences that share a word which not every sentence has."""
    holders: dict[str, list[int]] = {}
    for number, words in enumerate(right):
        for word in dict.fromkeys(words):
            holders.setdefault(word, []).append(number)
    for number, words in enumerate(left):
        shared: Counter[int] = Counter()
        for word in dict.fromkeys(words):
            listed = holders.get(word, ())
            if len(listed) <= _COMMON:
                shared.update(listed)
        for candidate in sorted(shared):
            yield number, candidate
