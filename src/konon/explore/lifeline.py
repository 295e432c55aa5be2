"""The time of an actor on one axis: titles as bars, statements and reports by month, events as ticks."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from konon.archive import Month, Part

WIDTH, HIGH, LOW = 1000, 44, 14
# A bar of one day could not be seen.
_LEAST = 6.0
_FEWEST = 6
_LABELS = 5


@dataclass(frozen=True, slots=True)
class Box:
    """A bar or a tick: where it stands in its lane, when that is, and of how many."""

    x: float
    y: float
    width: float
    height: float
    when: str
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """A lane: its name (of a title as printed, else a message), how high it is, and its boxes."""

    name: str
    printed: bool
    height: int
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Lifeline:
    """Lanes over one time, with months that are evenly spread over it."""

    lanes: tuple[Lane, ...]
    labels: tuple[str, ...]


def lifeline(months: Sequence[Month], titles: Iterable[tuple[str, str | None, str | None]],
             parts: Iterable[Part]) -> Lifeline:  # fmt: skip
    """The lifeline of an actor; `titles` are given with their first and last day. Empty where no day is known."""
    held = [(title, first, last) for title, first, last in titles if first and last]
    events = [part for part in parts if part.day]
    every = [*(month.month for month in months), *(part.day or "" for part in events),
             *(day for _, first, last in held for day in (first, last))]  # fmt: skip
    if not every:
        return Lifeline((), ())
    axis = _Axis(min(every), max(every))
    lanes = [Lane(name=title, printed=True, height=LOW, boxes=(axis.box(first, last),)) for title, first, last in held]
    counted = (("Statements", [(month.month, month.statements) for month in months]),
               ("Reports that name it", [(month.month, month.reports) for month in months]))  # fmt: skip
    lanes += [Lane(name=name, printed=False, height=HIGH, boxes=tuple(axis.bars(numbers)))
              for name, numbers in counted if any(number for _, number in numbers)]  # fmt: skip
    for role, name in (("actor", "Events: it did"), ("recipient", "Events: done to it")):
        ticks = tuple(axis.box(part.day or "", part.day or "") for part in events if part.role == role)
        lanes += [Lane(name=name, printed=False, height=LOW, boxes=ticks)] if ticks else []
    return Lifeline(tuple(lanes), tuple(axis.labels()))


class _Axis:
    """The months from the first to the last day, at least a year, and where in a lane a day stands."""

    def __init__(self, first: str, last: str) -> None:
        end = _month(last)
        self._begin = min(_month(first), end - _FEWEST + 1)
        self._months = end - self._begin + 1

    def _at(self, day: str) -> float:
        part = (int(day[8:10]) - 1) / 31 if len(day) >= 10 else 0.0
        return (_month(day) - self._begin + part) / self._months * WIDTH

    def box(self, first: str, last: str) -> Box:
        """What lasts from one day to another."""
        start = min(self._at(first), WIDTH - _LEAST)
        when = first if first == last else f"{first}/{last}"
        return Box(round(start, 1), 2, round(max(self._at(last) - start, _LEAST), 1), LOW - 4, when)

    def bars(self, numbers: Sequence[tuple[str, int]]) -> Iterator[Box]:
        """A bar for each month that has a number."""
        highest = max(number for _, number in numbers)
        wide = WIDTH / self._months
        for month, number in numbers:
            if number:
                tall = max(2.0, (HIGH - 2) * number / highest)
                yield Box(round(self._at(month), 1), round(HIGH - tall, 1), round(max(wide * 0.82, 1.0), 1),
                          round(tall, 1), month, number)  # fmt: skip

    def labels(self) -> Iterator[str]:
        """Months that are evenly spread, the first and the last among them."""
        for place in range(_LABELS):
            number = self._begin + round((self._months - 1) * place / (_LABELS - 1))
            yield f"{number // 12:04}-{number % 12 + 1:02}"


def _month(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7]) - 1
