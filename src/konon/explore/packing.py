"""Rectangles put beside each other with little room between."""

from collections.abc import Sequence
from math import sqrt

Size = tuple[float, float]
# How broad a picture is beside its height, and how much more room rectangles take than they cover.
_SHAPE, _LOOSE = 1.46, 1.15


def packed(sizes: Sequence[Size]) -> list[Size]:
    """The corner of each rectangle, the largest laid first: each as low as it goes, in a picture that is broad."""
    room = sum(wide * high for wide, high in sizes) * _LOOSE
    width = max(sqrt(room * _SHAPE), *(wide for wide, _ in sizes), 0.0) if sizes else 0.0
    # The skyline: from where on the picture is filled up to which height.
    skyline: list[tuple[float, float, float]] = [(0.0, width, 0.0)]
    corners: dict[int, Size] = {}
    for at in sorted(range(len(sizes)), key=lambda at: -sizes[at][0] * sizes[at][1]):
        wide, high = sizes[at]
        spots = [(_height(skyline, left, left + wide), left) for left, _, _ in skyline if left + wide <= width + 1e-6]
        top, left = min(spots)
        corners[at] = left, top
        skyline = _raised(skyline, left, left + wide, top + high)
    return [corners[at] for at in range(len(sizes))]


def _height(skyline: Sequence[tuple[float, float, float]], left: float, right: float) -> float:
    return max(height for begin, end, height in skyline if begin < right and end > left)


def _raised(skyline: Sequence[tuple[float, float, float]], left: float, right: float,
            height: float) -> list[tuple[float, float, float]]:  # fmt: skip
    kept = [(begin, min(end, left), other) for begin, end, other in skyline if begin < left]
    kept += [(max(begin, right), end, other) for begin, end, other in skyline if end > right]
    return sorted([*kept, (left, right, height)])
