"""Names that rules read, weighed by what the reader model says of the same words over the whole report.

What the gazetteer knows stays as it is, and so does a kind that the model doesn't know. Of the others the model can
change the kind, where it is sure, and take a name away, where it is sure that it is none.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import get_args

from konon.language.analysis import Name
from konon.language.reader.reading import ModelName, Reading
from konon.record.vocabulary import EntityKind

Shares = Mapping[str, float]
# Shares of the model's certainty: below NONE a name is dropped, from KIND on a kind is taken over where the rules' own
# has at most LEFT, from NEW on a name is added that rules did not read.
NONE, KIND, LEFT, NEW = 0.2, 0.7, 0.2, 0.97
_LAND = {"place", "state"}
_KINDS: dict[str, EntityKind] = {kind: kind for kind in get_args(EntityKind)}


def weighed(
    names: Sequence[Name], reading: Reading, text: str, *, closed: Sequence[tuple[int, int]]
) -> tuple[Name, ...]:
    """The names of a report after the model has spoken, in order of place; none is added within `closed` places."""
    weigher = _Weigher(reading, text)
    by_form: dict[str, list[Shares]] = defaultdict(list)
    for name in names:
        if shares := weigher.shares(name.start, name.end):
            by_form[_form(text, name)].append(shares)
    small = {_form(text, name) for name in names if not text[name.start].isupper()}
    kept = [
        judged for name in names
        if (judged := _judged(name, by_form[_form(text, name)], capital=_form(text, name) not in small))
    ]  # fmt: skip
    taken = sorted([*((name.start, name.end) for name in kept), *closed])
    added = [_new(name) for name in reading.names if max(name.shares.values()) >= NEW and _free(name, taken)]
    return tuple(sorted((*kept, *added), key=lambda name: (name.start, name.end)))


def _form(text: str, name: Name) -> str:
    return text[name.start : name.end].casefold()


def _judged(name: Name, told: Sequence[Shares], *, capital: bool) -> Name | None:
    """The name with its kind; None where it is none. What has no capital is a name by a table, which knows better."""
    mean = {kind: sum(shares[kind] for shares in told) / len(told) for kind in told[0]} if told else {}
    if name.registry or name.kind not in mean or not capital:
        return name
    if sum(mean.values()) < NONE:
        return None
    best = max(mean, key=lambda kind: mean[kind])
    # Whether a capital stands for its government is read from what it does.
    if mean[best] >= KIND and mean[name.kind] <= LEFT and {best, name.kind} != _LAND:
        return replace(name, kind=_KINDS[best])
    return name


def _new(name: ModelName) -> Name:
    return Name(name.start, name.end, _KINDS[name.kind], score=name.shares[name.kind])


def _free(name: ModelName, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether a name overlaps none of the places that are taken: in order, and not within one another."""
    after = bisect_left(taken, (name.end, name.end))
    return after == 0 or taken[after - 1][1] <= name.start


class _Weigher:
    """The model's mean shares of kinds over the words of a place."""

    def __init__(self, reading: Reading, text: str) -> None:
        self.lines = reading.windows
        self.starts = [window.start for window in reading.windows]
        self.text = text

    def shares(self, start: int, end: int) -> Shares:
        """The mean share of each kind over the tokens that begin in a place; empty where the model read none there."""
        number = bisect_left(self.starts, start + 1) - 1
        if number < 0:
            return {}
        line = self.lines[number]
        rows = [
            row for row, (unit, token) in enumerate(zip(line.units, line.tokens, strict=True))
            if token and start <= unit.start < end and any(letter.isalnum() for letter in unit.text)
        ]  # fmt: skip
        if not rows:
            return {}
        mean = line.probabilities("names")[rows].mean(0)
        labels = line.labels["names"]
        return {
            begin[2:]: float(mean[number] + mean[number + 1])
            for number, (begin, inside) in enumerate(pairwise(labels)) if begin[0] == "B" and inside[0] == "I"
        }  # fmt: skip
