"""Labels beside a picture, moved so that none stands over another."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Label:
    """Words that belong to a height of the picture."""

    words: str
    height: float
    colour: str


def spread(labels: Sequence[Label], *, line: float, top: float) -> list[tuple[Label, float]]:
    """The labels from below, each with the height of its middle: near its own, and over none of the others.

    `line` is the height of one line of words. Where there are too many for the height, they stand as far apart as there
    is room.
    """
    ordered = sorted(labels, key=lambda label: label.height)
    sizes = [(label.words.count("\n") + 1.3) * line for label in ordered]
    shrunk = min(1.0, top / sum(sizes)) if sizes else 1.0
    sizes = [size * shrunk for size in sizes]
    heights: list[float] = []
    floor = 0.0
    for label, size in zip(ordered, sizes, strict=True):
        heights.append(max(label.height, floor + size / 2))
        floor = heights[-1] + size / 2
    ceiling = top
    for at in range(len(heights) - 1, -1, -1):
        heights[at] = min(heights[at], ceiling - sizes[at] / 2)
        ceiling = heights[at] - sizes[at] / 2
    return list(zip(ordered, heights, strict=True))
