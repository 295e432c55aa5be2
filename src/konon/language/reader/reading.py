"""What the reader model says of a text: scores by unit, and the words, trees and names made of them on demand."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import Any

import numpy as np
import numpy.typing as npt

from konon.language.reader.decoding import Outputs, named, names_of, parsed
from konon.language.reader.units import Unit

Labels = Mapping[str, Any]
_start = attrgetter("start")
# How many doubling steps of distance to either side ties tell apart.
STEPS = 8


def steps(distances: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """The number of the step of each distance: doubling steps to either side, from 0 to twice `STEPS`."""
    sizes = np.minimum(np.log2(np.abs(distances) + 1).astype(np.int64) + (distances != 0), STEPS)
    numbers: npt.NDArray[np.int64] = STEPS + np.sign(distances) * sizes
    return numbers


def tied(out: Outputs, row: int, number: int, near: Sequence[Sequence[float]]) -> npt.NDArray[np.float32]:
    """The scores of a unit's ties of a label with all units: what the two say, and how far apart they stand."""
    other = out["tie_other"]
    one = out["tie_one"][row].reshape(-1, other.shape[-1])[number]
    apart = np.array(near[number], np.float32)[steps(np.arange(len(other)) - row)]
    scores: npt.NDArray[np.float32] = other @ one + apart
    return scores


@dataclass(frozen=True, slots=True)
class Word:
    """A word as read: its place, names of three classes and of the record's kinds, part of speech, head, relation.

    `head` is a word's number in the text, -1 for the root of a sentence; `ends` is true of a sentence's last word.
    """

    start: int
    end: int
    text: str
    name3: str
    name: str
    upos: str
    head: int
    relation: str
    ends: bool


@dataclass(frozen=True, slots=True)
class ModelName:
    """A proper name as the model reads it: its place, its kind, and how sure the model is of each kind, 0 to 1.

    `shares` are the mean probabilities of the kinds over its words; what is missing to 1 is that it is no name.
    """

    start: int
    end: int
    kind: str
    shares: Mapping[str, float]


@dataclass(frozen=True)
class Window:
    """A stretch of a text that the model saw at once: whole lines, or sentences of one.

    `tokens` tells of each unit whether a token begins with it, `firsts` are the first units of words, `lasts` the
    numbers of the words that end a sentence, `out` the network's outputs with a row for each unit.
    """

    units: tuple[Unit, ...]
    tokens: tuple[bool, ...]
    firsts: tuple[int, ...]
    lasts: tuple[int, ...]
    out: Outputs
    labels: Labels

    @property
    def start(self) -> int:
        """Where its first unit begins."""
        return self.units[0].start

    @property
    def end(self) -> int:
        """Where its last unit ends."""
        return self.units[-1].end

    def words(self, before: int) -> list[Word]:
        """Its words with their trees; `before` words of the text stand before them."""
        heads, relations = self._trees(before)
        ends = {*self.lasts}
        return [
            Word(start, end, text, self._name("names3", first), self._name("names", first), part, head, relation,
                 number in ends)
            for number, (first, (start, end, text), part, head, relation) in enumerate(
                zip(self.firsts, self._places(), self._parts(), heads, relations, strict=True))
        ]  # fmt: skip

    def rows(self, start: int, end: int) -> range:
        """The units that overlap a place in the text."""
        return range(
            bisect_right(self.units, start, key=lambda unit: unit.end), bisect_left(self.units, end, key=_start)
        )

    def tied(self, row: int, label: str) -> npt.NDArray[np.float32]:
        """The scores of a unit's ties of a label with all units; above 0 they are tied."""
        return tied(self.out, row, self.labels["tie"].index(label), self.labels["tie_near"])

    def span_end(self, task: str, row: int) -> int:
        """The last unit of the span that begins with a unit, by a task of begin, inside and outside."""
        labels, best = self.labels[task], self.probabilities(task).argmax(-1)
        kind, last = labels[best[row]][1:], row
        while last + 1 < len(best) and labels[best[last + 1]] == f"I{kind}":
            last += 1
        return last

    def probabilities(self, task: str) -> npt.NDArray[np.float32]:
        """The probability of each label of a task, `[unit, label]`."""
        return self._probabilities[task]

    @cached_property
    def names(self) -> list[ModelName]:
        """Its names by the record's kinds."""
        rows = [first for first in self.firsts if self.tokens[first]]
        bounds = {first: end for first, (_, end, _) in zip(self.firsts, self._whole_tokens(), strict=True)}
        found = named(self.out["names"][rows], self.labels["names"])
        return [
            ModelName(self.units[rows[first]].start, bounds[rows[last]], kind, shares)
            for first, last, kind, shares in found
        ]

    @cached_property
    def _probabilities(self) -> "_Probabilities":
        return _Probabilities(self.out)

    def _places(self) -> list[tuple[int, int, str]]:
        bounds = [*self.firsts[1:], len(self.units)]
        return [
            (self.units[first].start, self.units[bound - 1].end,
             "".join(unit.text for unit in self.units[first:bound]))
            for first, bound in zip(self.firsts, bounds, strict=True)
        ]  # fmt: skip

    def _whole_tokens(self) -> list[tuple[int, int, str]]:
        """The places of words, each with what is written on to it."""
        places = self._places()
        for number in range(len(places) - 2, -1, -1):
            if not self.tokens[self.firsts[number + 1]]:
                start, _, text = places[number]
                places[number] = (start, places[number + 1][1], text + places[number + 1][2])
        return places

    def _name(self, task: str, first: int) -> str:
        return self._names[task].get(first, "O")

    @cached_property
    def _names(self) -> dict[str, dict[int, str]]:
        """Names are told of whole tokens, not of what is written on to them."""
        rows = [first for first in self.firsts if self.tokens[first]]
        return {
            task: dict(zip(rows, names_of(self.out[task][rows], self.labels[task]), strict=True))
            for task in ("names3", "names")
        }

    def _parts(self) -> list[str]:
        return [self.labels["upos"][number] for number in self.out["upos"][list(self.firsts)].argmax(-1)]

    def _trees(self, before: int) -> tuple[list[int], list[str]]:
        number = {first: before + position for position, first in enumerate(self.firsts)}
        heads: list[int] = []
        relations: list[str] = []
        begin = 0
        for end in self.lasts:
            own_heads, own_relations = parsed(self.out, self.firsts[begin : end + 1], self.labels["relation"])
            heads += [number.get(head, -1) for head in own_heads]
            relations += own_relations
            begin = end + 1
        return heads, relations


class _Probabilities(dict[str, npt.NDArray[np.float32]]):
    """Scores as probabilities, made when first asked for."""

    def __init__(self, out: Outputs) -> None:
        super().__init__()
        self._out = out

    def __missing__(self, task: str) -> npt.NDArray[np.float32]:
        scores = self._out[task]
        powers = np.exp(scores - scores.max(-1, keepdims=True))
        self[task] = powers / powers.sum(-1, keepdims=True)
        return self[task]


@dataclass(frozen=True)
class Reading:
    """What the model says of a text, window by window in order of place."""

    windows: tuple[Window, ...] = ()

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All words with their trees."""
        words: list[Word] = []
        for window in self.windows:
            words += window.words(len(words))
        return tuple(words)

    @cached_property
    def names(self) -> tuple[ModelName, ...]:
        """All names, in order of place."""
        return tuple(name for window in self.windows for name in window.names)
