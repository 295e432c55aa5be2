"""How well confidences tell what is right: of parts with a confidence of 0.8, four in five should be."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from konon.evaluation.sheet import Judged

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Parts of like confidence: how many, their mean confidence, and the share of them that is right."""

    count: int
    confidence: float
    right: float


def bins(judged: Iterable[Judged]) -> list[Bin]:
    """The parts that have a confidence in bins of a tenth, empty ones left out."""
    found: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for each in judged:
        if each.part.confidence is not None:
            number = min(BINS - 1, int(each.part.confidence * BINS))
            found[number].append((each.part.confidence, each.right))
    return [
        Bin(len(rows), sum(sure for sure, _ in rows) / len(rows), sum(right for _, right in rows) / len(rows))
        for rows in found if rows
    ]  # fmt: skip


def expected_error(found: Sequence[Bin]) -> float | None:
    """The expected calibration error: how far confidence and share of right ones lie apart, on average over all parts.

    Naeini, Cooper and Hauskrecht, 2015. None where no part has a confidence.
    """
    total = sum(each.count for each in found)
    return sum(each.count * abs(each.confidence - each.right) for each in found) / total if total else None
