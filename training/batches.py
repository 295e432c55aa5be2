"""Samples as tensors, in batches of like length."""

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch

from konon.language.reader.units import PAD, Pieces, encoded
from training.labels import FIXED, Labels
from training.parts import UNSURE
from training.samples import TASKS, Sample

IGNORED = -100
ROOT = -1
LONGEST = 480
TIES = FIXED["tie"]
# Which marked units each tie can hold between.
_ENDS = {
    "actor": ("trigger", "mention"), "recipient": ("trigger", "mention"), "place": ("trigger", "mention"),
    "speaker": ("cue", "mention"), "addressee": ("cue", "mention"), "link": ("cue", "link"),
}  # fmt: skip
_KINDS = [(label, *_ENDS.get(label, ("mention", "mention"))) for label in TIES if label != "inside"]


@dataclass
class Batch:
    """Pieces, the number of each unit's first piece, how many units, labels by task, and ties.

    `ties` are rows of sample, unit, unit, number of the label, and 1 where they are tied so, else 0. `inside` are rows
    of sample, unit of the cue, and for each unit whether it is in the cue's content. `told` are rows of sample, unit of
    the cue, number of the act, and the units of the content. Rows are filled up with `IGNORED`.
    """

    ids: torch.Tensor
    mask: torch.Tensor
    firsts: torch.Tensor
    known: torch.Tensor
    labels: dict[str, torch.Tensor]
    ties: torch.Tensor
    inside: torch.Tensor
    told: torch.Tensor


def batches(
    samples: Sequence[Sample], pieces: Pieces, labels: Labels, *, budget: int, chance: random.Random | None
) -> Iterator[Batch]:
    """All samples in batches of about `budget` pieces; shuffled when there is a chance, else shortest first."""
    coded = [(sample, *encoded(sample.units, pieces)) for sample in samples]
    coded = [row for row in coded if len(row[1]) <= LONGEST]
    spread = chance.random if chance else float
    coded.sort(key=lambda row: len(row[1]) * (1 + 0.2 * spread()))
    groups: list[list[tuple[Sample, list[int], list[int]]]] = [[]]
    for row in coded:
        if groups[-1] and (len(groups[-1]) + 1) * len(row[1]) > budget:
            groups.append([])
        groups[-1].append(row)
    if chance:
        chance.shuffle(groups)
    yield from (_batch(group, labels) for group in groups if group)


def _batch(group: Sequence[tuple[Sample, list[int], list[int]]], labels: Labels) -> Batch:
    longest, most = max(len(row[1]) for row in group), max(len(row[2]) for row in group)
    ids = torch.full((len(group), longest), PAD)
    firsts = torch.zeros((len(group), most), dtype=torch.long)
    known = torch.zeros((len(group), most), dtype=torch.bool)
    tensors = {task: torch.full((len(group), most), IGNORED) for task in TASKS}
    for number, (sample, own, first) in enumerate(group):
        ids[number, : len(own)] = torch.tensor(own)
        firsts[number, : len(first)] = torch.tensor(first)
        known[number, : len(first)] = True
        for task in TASKS:
            for unit, label in sample.labels[task].items():
                tensors[task][number, unit] = labels.number(task, label)
    found = [np.insert(pairs(sample), 0, number, axis=1) for number, (sample, _, _) in enumerate(group)]
    told = [
        (number, anchor, FIXED["act"].index(act), content)
        for number, (sample, _, _) in enumerate(group) for anchor, content, act in sample.told
    ]  # fmt: skip
    sizes = [len(sample.units) for sample, _, _ in group]
    inside = _table(
        (number, anchor, *(int(unit in {*content}) for unit in range(sizes[number])))
        for number, anchor, _, content in told
    )
    acts = _table((number, anchor, act, *content) for number, anchor, act, content in told)
    ties = torch.tensor(np.concatenate(found))
    return Batch(ids, (ids != PAD).long(), firsts, known, tensors, ties, inside, acts)


def _table(rows: Iterable[Sequence[int]]) -> torch.Tensor:
    """Rows of unlike length, filled up."""
    listed = list(rows)
    table = torch.full((len(listed), max(map(len, listed), default=3)), IGNORED)
    for number, row in enumerate(listed):
        table[number, : len(row)] = torch.tensor(row)
    return table


def pairs(sample: Sample) -> npt.NDArray[np.int64]:
    """All pairs of marked units that could be tied: unit, unit, the label's number, and 1 where they are.

    Pairs that are unsure are left out, as are units with themselves.
    """
    tied: dict[str, list[tuple[int, int]]] = {}
    for one, other, label in sample.ties:
        tied.setdefault(label, []).append((one, other))
    marks = {kind: sorted(set(units)) for kind, units in sample.marks.items()}
    rows = [_grid(tied, TIES.index(label), label, *ends, marks=marks) for label, *ends in _KINDS]
    return np.concatenate(rows)


def _grid(
    tied: Mapping[str, Sequence[tuple[int, int]]],
    number: int,
    label: str,
    one: str,
    other: str,
    *,
    marks: Mapping[str, Sequence[int]],
) -> npt.NDArray[np.int64]:
    ones, others = (np.array(marks.get(kind, ()), np.int64) for kind in (one, other))
    grid = np.zeros((len(ones), len(others)), np.int64)
    grid[ones[:, None] == others[None, :]] = -1
    for value, name in ((1, label), (-1, UNSURE)):
        for first, second in tied.get(name, ()):
            grid[np.ix_(ones == first, others == second)] = value
    rows, columns = np.nonzero(grid >= 0)
    return np.stack([ones[rows], others[columns], np.full(len(rows), number), grid[rows, columns]], 1)
