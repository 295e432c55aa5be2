"""Samples as tensors, in batches of like length."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch

from konon.language.reader.units import PAD, Pieces, encoded
from training.labels import Labels
from training.samples import TASKS, Sample

IGNORED = -100
ROOT = -1
LONGEST = 480


@dataclass
class Batch:
    """Pieces, the number of each unit's first piece, how many units, and labels by task."""

    ids: torch.Tensor
    mask: torch.Tensor
    firsts: torch.Tensor
    known: torch.Tensor
    labels: dict[str, torch.Tensor]


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
    return Batch(ids, (ids != PAD).long(), firsts, known, tensors)
