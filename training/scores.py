"""How right names, trees and words are: entities by exact place and kind, trees by word, raw text by aligned words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Span = tuple[int, int, str]


def spans(labels: Sequence[str]) -> set[Span]:
    """The entities of a sequence of B-, I- and O: first, last (not within it) and kind."""
    found, start, kind = set(), 0, ""
    for number, label in enumerate([*labels, "O"]):
        part, _, own = label.partition("-")
        if kind and (part != "I" or own != kind):
            found.add((start, number, kind))
            kind = ""
        if part == "B" or (part == "I" and not kind):
            start, kind = number, own
    return found


@dataclass
class Tally:
    """What was found, what should have been, and what of both is the same."""

    same: int = 0
    found: int = 0
    gold: int = 0

    def add(self, found: set[Span], gold: set[Span]) -> None:
        """Count one sentence."""
        self.same += len(found & gold)
        self.found += len(found)
        self.gold += len(gold)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.same / max(1, self.found + self.gold)


def entity_scores(pairs: Iterable[tuple[Sequence[str], Sequence[str]]]) -> dict[str, float]:
    """F1 of found and gold label sequences: of all and of each kind."""
    tallies: dict[str, Tally] = {}
    for found, gold in pairs:
        have, want = spans(found), spans(gold)
        for kind in {"all", *(span[2] for span in have | want)}:
            pick = (lambda some: some) if kind == "all" else (lambda some, kind=kind: {s for s in some if s[2] == kind})
            tallies.setdefault(kind, Tally()).add(pick(have), pick(want))
    return {kind: round(tallies[kind].f1, 4) for kind in sorted(tallies)}


@dataclass(frozen=True, slots=True)
class Node:
    """A word of a tree: its letters' places, whether it is a part of a longer token, its labels and head's number."""

    start: int
    end: int
    upos: str
    head: int
    relation: str
    part: bool = False


def aligned(found: Sequence[Node], gold: Sequence[Node]) -> dict[int, int]:
    """Found words' numbers to gold words' numbers.

    As CoNLL 2018 does it: words with the same letters are the same; within a token that one side divides, words are
    aligned by the order of equal places.
    """
    places = {(word.start, word.end): number for number, word in enumerate(gold)}
    return {
        number: places[word.start, word.end] for number, word in enumerate(found) if (word.start, word.end) in places
    }


def raw_scores(found: Sequence[Node], gold: Sequence[Node], ends: tuple[set[int], set[int]]) -> dict[str, float]:
    """F1 of words, sentences, UPOS, UAS and LAS over a whole text; heads are numbers over the text, -1 the root."""
    pairs = aligned(found, gold)

    def head(number: int) -> int:
        own = found[number].head
        return -1 if own == -1 else pairs.get(own, -2)

    right = [(found[one], gold[two], head(one) == gold[two].head) for one, two in pairs.items()]
    counts = {
        "words": len(pairs),
        "upos": sum(one.upos == two.upos for one, two, _ in right),
        "uas": sum(same for _, _, same in right),
        "las": sum(same and _universal(one.relation) == _universal(two.relation) for one, two, same in right),
    }
    total = len(found) + len(gold)
    scores = {name: round(2 * count / total, 4) for name, count in counts.items()}
    return scores | {"sentences": round(2 * len(ends[0] & ends[1]) / (len(ends[0]) + len(ends[1])), 4)}


def _universal(relation: str) -> str:
    """CoNLL 2018 compares relations without their subtypes."""
    return relation.split(":", maxsplit=1)[0]
