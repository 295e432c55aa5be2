"""Whether two reports have one text underneath, sentence by sentence, and how much of each is in the other."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from konon.compare.bodies import Body, Line
from konon.compare.sentences import Pair, each_once

# Found on invented reports (`benchmarks/lineage.py`): from this score on two reports have one text underneath, and from
# this likeness on one sentence is another in other words.
REPRINT = 0.55
SAME_SENTENCE = 0.45
# A word of a quotation counts so much of one that the report tells itself: own reports share quotations.
_SPOKEN_WEIGHT = 0.15
# Of a sentence's likeness, half is its stems, half their order: desks that write for themselves share stems, not order.
_ORDER = 0.5
# Sentences with fewer stems are not compared, and reports with fewer words in common are no reprints.
_FEWEST_STEMS, _FEWEST_WORDS = 3, 20
# A stem that so many sentences of a report have tells nothing about which of them another one is.
_COMMON = 12


@dataclass(frozen=True, slots=True)
class Overlap:
    """Sentences that are the same underneath, by their numbers; the share of each report in the other; the score.

    The score is how alike the sentences of one report are to the best of the other, averaged over its words, of that
    report for which it is higher: a copy that was cut is all there in its origin, and not the other way round.
    """

    pairs: tuple[Pair, ...]
    one_share: float
    other_share: float
    words: int
    score: float

    @property
    def reprint(self) -> bool:
        """Whether there is one text underneath."""
        return self.score >= REPRINT and self.words >= _FEWEST_WORDS


@dataclass(slots=True)
class _Best:
    """The best of another report's sentences for each of one report's."""

    likeness: list[float]

    def averaged(self, lines: Sequence[Line]) -> tuple[float, float, int]:
        """The mean likeness over words, the share of words in sentences that are the same, and their number."""
        total = alike = same = 0.0
        words = 0
        for line, likeness in zip(lines, self.likeness, strict=True):
            if len(line.stems) < _FEWEST_STEMS:
                continue
            weight = line.told + _SPOKEN_WEIGHT * (len(line.roots) - line.told)
            total += weight
            alike += weight * likeness
            if likeness >= SAME_SENTENCE:
                same += weight
                words += len(line.roots)
        return (alike / total, same / total, words) if total else (0.0, 0.0, 0)


def overlap(one: Body, other: Body) -> Overlap:
    """How much two reports have in common."""
    bests = _Best([0.0] * len(one.lines)), _Best([0.0] * len(other.lines))
    pairs = []
    for first, second, likenesses in _compared(one.lines, other.lines):
        for best, at, likeness in zip(bests, (first, second), likenesses, strict=True):
            best.likeness[at] = max(best.likeness[at], likeness)
        likeness = max(likenesses)
        if likeness >= SAME_SENTENCE:
            pairs.append(Pair(first, second, likeness))
    score_one, share_one, words_one = bests[0].averaged(one.lines)
    score_other, share_other, words_other = bests[1].averaged(other.lines)
    return Overlap(tuple(each_once(pairs)), round(share_one, 4), round(share_other, 4), min(words_one, words_other),
                   round(max(score_one, score_other), 4))  # fmt: skip


def _compared(left: Sequence[Line], right: Sequence[Line]) -> Iterator[tuple[int, int, tuple[float, float]]]:
    """Pairs of sentences with stems in common: how alike the first is to the second, and the other way round."""
    holders: dict[int, list[int]] = {}
    for number, line in enumerate(right):
        for stem in line.stems:
            holders.setdefault(stem, []).append(number)
    for number, line in enumerate(left):
        shared = Counter(at for stem in line.stems for at in _telling(holders.get(stem, ())))
        for at in sorted(shared):
            yield number, at, _likenesses(line, right[at])


def _telling(listed: Sequence[int]) -> Sequence[int]:
    return listed if len(listed) <= _COMMON else ()


def _likenesses(one: Line, other: Line) -> tuple[float, float]:
    common = len(one.stems & other.stems)
    both = 2 * common / (len(one.stems) + len(other.stems))
    fewest = min(len(one.neighbours), len(other.neighbours))
    order = len(one.neighbours & other.neighbours) / fewest if fewest else 0.0
    stems = [(common / len(line.stems) + both) / 2 for line in (one, other)]
    return (1 - _ORDER) * stems[0] + _ORDER * order, (1 - _ORDER) * stems[1] + _ORDER * order
