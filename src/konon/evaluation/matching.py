"""Which predicted part belongs to which gold part."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from konon.record.model import Span

Gold = TypeVar("Gold")
Predicted = TypeVar("Predicted")


def characters(spans: Iterable[Span]) -> frozenset[int]:
    """The offsets that the spans cover."""
    return frozenset(offset for span in spans for offset in range(span.start, span.end))


def overlap(one: Iterable[Span], other: Iterable[Span]) -> float:
    """The share of common offsets among all offsets of either."""
    ours, theirs = characters(one), characters(other)
    return len(ours & theirs) / len(ours | theirs) if ours | theirs else 0.0


def touch(one: Span | None, other: Span | None) -> bool:
    """Whether two places share a character."""
    return one is not None and other is not None and one.start < other.end and other.start < one.end


def pair(
    golds: Sequence[Gold],
    predictions: Sequence[Predicted],
    *,
    likeness: Callable[[Gold, Predicted], float],
    least: float,
) -> list[tuple[Gold, Predicted]]:
    """Pairs of at least this likeness, the most alike first, each part used once; of equal ones the later first."""
    ranked = sorted(
        (
            (likeness(gold, prediction), g, p)
            for g, gold in enumerate(golds)
            for p, prediction in enumerate(predictions)
        ),
        reverse=True,
    )
    used_golds: set[int] = set()
    used_predictions: set[int] = set()
    pairs = []
    for value, g, p in ranked:
        if value < least:
            break
        if g not in used_golds and p not in used_predictions:
            used_golds.add(g)
            used_predictions.add(p)
            pairs.append((golds[g], predictions[p]))
    return pairs


def unpaired(parts: Sequence[Gold], paired: Iterable[Gold]) -> list[Gold]:
    """The parts that are not among the paired ones, compared by identity."""
    taken = {id(part) for part in paired}
    return [part for part in parts if id(part) not in taken]
