"""Which names of a crowded picture are shown at which size of it, so that none covers another."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

# Pixels that a unit of the picture can take: as it is drawn on a phone, at first, and ever closer.
SCALES = (0.3, 0.6, 1.0, 1.6, 2.6, 4.2)
# So many points matter most.
_FIRST = 30
# A letter is about so broad, beside its height, and so high is a line.
_BROAD, _HIGH, _GAP = 0.56, 1.15, 2.0


@dataclass(frozen=True, slots=True)
class Named:
    """A point with its name: where it is, its radius, the text and the height of its letters in pixels."""

    x: float
    y: float
    radius: float
    text: str
    height: float


@dataclass(frozen=True, slots=True)
class Label:
    """Where a name stands by its point (`right`, `left`, `above`, `below`), and from which of `SCALES` on it does."""

    side: str
    level: int


def labels(named: Sequence[Named], *, width: float, height: float) -> tuple[Label, ...]:
    """The labels of points, of which the first ones matter most, in a picture of this size.

    A label that is shown stays where the picture grows. Its level is behind the last where it finds no room.
    """
    found: dict[int, Label] = {}
    for level, scale in enumerate(SCALES):
        taken = _Taken(2 * len(named))
        for at, label in found.items():
            taken.add(_box(named[at], label.side, scale))
        # The first ones may cover points that matter less, none of each other; the others may cover no point.
        for some in (range(min(_FIRST, len(named))), range(_FIRST, len(named))):
            for at in some:
                taken.add(_around(named[at], scale))
            for at in some:
                side = None if at in found else _free(named[at], scale, taken, width * scale, height * scale)
                if side:
                    found[at] = Label(side, level)
    return tuple(found.get(at, Label("right", len(SCALES))) for at in range(len(named)))


Box = tuple[float, float, float, float]


def _around(point: Named, scale: float) -> Box:
    x, y, radius = point.x * scale, point.y * scale, point.radius * scale
    return x - radius, y - radius, x + radius, y + radius


def _box(point: Named, side: str, scale: float) -> Box:
    x, y, radius = point.x * scale, point.y * scale, point.radius * scale + _GAP
    broad, high = len(point.text) * point.height * _BROAD, point.height * _HIGH
    left = {"right": x + radius, "left": x - radius - broad}.get(side, x - broad / 2)
    top = {"above": y - radius - high, "below": y + radius}.get(side, y - high / 2)
    return left, top, left + broad, top + high


def _free(point: Named, scale: float, taken: "_Taken", width: float, height: float) -> str | None:
    """The first side on which a label covers nothing, once it is taken."""
    for side in ("right", "left", "below", "above"):
        left, top, right, bottom = box = _box(point, side, scale)
        if left >= 0 and top >= 0 and right <= width and bottom <= height and not taken.crossed(box):
            taken.add(box)
            return side
    return None


class _Taken:
    """Boxes that are taken."""

    def __init__(self, most: int) -> None:
        self._boxes = np.zeros((most, 4))
        self._number = 0

    def add(self, box: Box) -> None:
        self._boxes[self._number] = box
        self._number += 1

    def crossed(self, box: Box) -> bool:
        """Whether a box covers a part of one that is taken."""
        left, top, right, bottom = box
        taken = self._boxes[: self._number]
        return bool(((taken[:, 0] < right) & (taken[:, 2] > left) & (taken[:, 1] < bottom) & (taken[:, 3] > top)).any())
