"""Places on the bundled map: which part of it is shown, where each place stands on it, which names have room."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import cos, radians, sqrt

from konon.archive import EventPlace
from konon.explore.shapes import STEPS

# The picture's size in its own units; a name's letters are so wide and high in these.
WIDTH, HEIGHT = 1000.0, 560.0
_LETTER, _LINE = 7.2, 17.0
# Degrees that are shown at least, and around the outermost places.
_LEAST, _MARGIN = 14.0, 0.16
_NORTH, _SOUTH, _WORLD = 80.0, -58.0, 360.0
# Diameters in pixels of the screen: of the place of most events, and the least.
_LARGEST, _SMALLEST, _ONE = 44.0, 9.0, 13.0
_LABELS = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A point of the map with the places that are drawn there; `exact` where it is their own.

    Its label stands at its right, or left where `side` is -1; one that is `crowded` has room only on a larger picture.
    """

    x: float
    y: float
    size: float
    exact: bool
    events: int
    places: tuple[EventPlace, ...]
    label: str = ""
    side: int = 1
    crowded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Atlas:
    """A part of the map: how the bundled shapes are moved and stretched to it, and the marks on it, largest first."""

    scale_x: float
    scale_y: float
    left: float
    top: float
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class _View:
    """What is shown: its western and northern ends in degrees, and how large a degree is drawn."""

    west: float
    north: float
    east: float
    south: float

    def point(self, place: EventPlace) -> tuple[float, float]:
        x = ((place.longitude or 0.0) - self.west) * self.east
        y = (self.north - (place.latitude or 0.0)) * self.south
        return round(x, 1), round(y, 1)


def atlas(places: Iterable[EventPlace], *, frame: Iterable[EventPlace]) -> Atlas | None:
    """These places on the part of the map that holds those of `frame`; None where none of them can be drawn."""
    known, framing = ([place for place in each if place.latitude is not None] for each in (places, frame))
    if not framing:
        return None
    view = _view([*framing, *known])
    marks = _labelled(sorted(_marks(known, view), key=lambda mark: (-mark.size, mark.x, mark.y)))
    return Atlas(
        scale_x=round(view.east / STEPS, 5), scale_y=round(view.south / STEPS, 5),
        left=round(-view.west * view.east, 2), top=round(view.north * view.south, 2), marks=tuple(marks),
    )  # fmt: skip


def _view(places: Sequence[EventPlace]) -> _View:
    """The part that holds all places, in the picture's proportions; degrees are as wide as high in its middle."""
    longitudes = [place.longitude or 0.0 for place in places]
    latitudes = [place.latitude or 0.0 for place in places]
    middle = (min(latitudes) + max(latitudes)) / 2
    narrow = max(cos(radians(middle)), 0.35)
    wide = (max(longitudes) - min(longitudes)) * (1 + 2 * _MARGIN)
    high = (max(latitudes) - min(latitudes)) * (1 + 2 * _MARGIN)
    shown = min(max(wide, high / narrow * WIDTH / HEIGHT, _LEAST / narrow), _WORLD)
    degree = WIDTH / shown
    # A map of the whole world is stretched a little rather than left with empty sea.
    south = max(degree / narrow, HEIGHT / (_NORTH - _SOUTH))
    centre = (min(longitudes) + max(longitudes)) / 2
    west = min(max(centre - shown / 2, -_WORLD / 2), _WORLD / 2 - shown)
    tall = HEIGHT / south
    north = min(max(middle + tall / 2, _SOUTH + tall), _NORTH)
    return _View(west, north, degree, south)


def _marks(places: Sequence[EventPlace], view: _View) -> Iterable[Mark]:
    """A mark for each point; places without a point of their own share one that is drawn as a ring."""
    shared: dict[tuple[float, float, bool], list[EventPlace]] = {}
    for place in places:
        shared.setdefault((*view.point(place), place.exact), []).append(place)
    most = max((sum(place.events for place in each) for each in shared.values()), default=1)
    # Few events are no large thing because there are none of more.
    largest = min(_LARGEST, _ONE * sqrt(most))
    for (x, y, exact), each in shared.items():
        number = sum(place.events for place in each)
        size = max(_SMALLEST, largest * sqrt(number / most)) + (0 if exact else 6)
        yield Mark(x=x, y=y, size=round(size, 1), exact=exact, events=number, places=tuple(each))


def _labelled(marks: Sequence[Mark]) -> Iterable[Mark]:
    """The marks, with names beside those that have room for one, the largest first."""
    taken: list[tuple[float, float, float, float]] = []
    for number, mark in enumerate(marks):
        # A ring around several places is that of none of them.
        name = mark.places[0].name if mark.exact or len(mark.places) == 1 else ""
        long, apart = len(name) * _LETTER, mark.size / 2 + 3
        boxes = {1: (mark.x + apart, mark.y - _LINE / 2, mark.x + apart + long, mark.y + _LINE / 2),
                 -1: (mark.x - apart - long, mark.y - _LINE / 2, mark.x - apart, mark.y + _LINE / 2)}  # fmt: skip
        free = next((side for side, box in boxes.items() if name and _free(box, taken)), None)
        if free:
            taken.append(boxes[free])
        yield replace(mark, label=name if number < _LABELS else "", side=free or 1, crowded=free is None)


def _free(box: tuple[float, float, float, float], taken: Iterable[tuple[float, float, float, float]]) -> bool:
    left, top, right, bottom = box
    inside = left >= 0 and right <= WIDTH and top >= 0 and bottom <= HEIGHT
    return inside and all(right < x or left > end or bottom < y or top > low for x, y, end, low in taken)
