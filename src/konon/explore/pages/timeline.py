"""Events over time: how many of each type a year, month or day has, and the events themselves."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import sqrt

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from konon.archive import Archive, FoundEvent, Page, Timeline
from konon.errors import QueryError
from konon.explore import periods
from konon.explore.desk import Kept, render
from konon.explore.happened import Happened, Sought
from konon.explore.pages.events import names_in
from konon.record.vocabulary import EVENT_TYPES

router = APIRouter()
_SIZE = 60
# The radius of the largest circle, and of one that can still be hit.
_LARGEST, _SMALLEST = 13.0, 3.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """How many events of a type a period has, and the circle for it; `event` is the id of one that is alone."""

    period: str
    events: int
    radius: float
    event: str | None


Row = tuple[str, int, tuple[Cell, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelinePage:
    """What the timeline shows; `error` is why nothing could be sought."""

    asked: Happened
    names: dict[str, str]
    timeline: Timeline | None = None
    periods: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    found: Page[FoundEvent] | None = None
    error: QueryError | None = None

    @property
    def period(self) -> str | None:
        """The year, month or day that is shown, where it is one."""
        return self.asked.since if self.asked.since and self.asked.since == self.asked.until else None

    @property
    def around(self) -> list[str]:
        """What that period lies in."""
        return periods.around(self.period) if self.period else []

    @property
    def totals(self) -> list[tuple[str, int]]:
        """The types that are shown, each with how many events it has."""
        return [(kind, total) for kind, total, _ in self.rows]

    @property
    def outer(self) -> list[tuple[str, int]]:
        """The years of months, the months of days, each with how many columns it has."""
        length = 4 if self.timeline and self.timeline.unit == "month" else 7
        return [(outer, len(list(inner))) for outer, inner in groupby(self.periods, lambda period: period[:length])]

    def step(self, by: int) -> str | None:
        """The period beside it; None at the ends of the calendar."""
        try:
            found = periods.beside(self.period, by) if self.period else ""
        except OverflowError:
            return None
        return found if periods.real(found) else None

    @property
    def days(self) -> list[tuple[str | None, list[FoundEvent]]]:
        """The events by their days, the newest first."""
        found: dict[str | None, list[FoundEvent]] = {}
        for each in self.found.items if self.found else ():
            found.setdefault(each.day, []).append(each)
        return list(found.items())


@router.get("/events/timeline", response_class=HTMLResponse)
def timeline(request: Request, kept: Kept, asked: Sought) -> HTMLResponse:
    """Events over time."""
    try:
        page = _page(kept, asked)
    except QueryError as error:
        page = TimelinePage(asked=asked, names={}, error=error)
    return render(request, "timeline.html", page, status=400 if page.error else 200)


def _page(kept: Archive, asked: Happened) -> TimelinePage:
    found = kept.events(asked.query, size=_SIZE)
    shown = _zoomed(kept, asked)
    columns = tuple(_columns(shown, asked))
    return TimelinePage(asked=asked, names=names_in(kept, asked), timeline=shown, periods=columns, found=found,
                        rows=tuple(_rows(shown, columns, found)))  # fmt: skip


def _zoomed(kept: Archive, asked: Happened) -> Timeline:
    """The timeline by days where it is of a month or less, by months where it is of few years, else by years."""
    by_months = kept.timeline(asked.query)
    known = periods.spread(by_months)
    one = asked.since == asked.until and len(asked.since)
    if one == len("2024") or not known:
        return by_months
    if one or len(known) == 1:
        return kept.timeline(asked.query, unit="day")
    return periods.in_years(by_months) if len(known) > periods.MONTHS else by_months


def _columns(shown: Timeline, asked: Happened) -> list[str]:
    """The periods that stand beside each other: all of what was asked for, or from the first to the last."""
    if asked.since and asked.since == asked.until:
        return periods.within(asked.since)
    known = periods.spread(shown)
    return periods.within(known[0][:7]) if shown.unit == "day" and known else known


def _rows(shown: Timeline, columns: Sequence[str], found: Page[FoundEvent]) -> Iterator[Row]:
    """The types that have events, in the order of the vocabulary."""
    numbers = {(tally.type, tally.period): tally.events for tally in shown.tallies}
    most = max(numbers.values(), default=1)
    alone = _alone(found) if found.next is None else {}
    for kind in EVENT_TYPES:
        cells = tuple(_cell(period, numbers.get((kind, period), 0), most=most, event=alone.get((kind, period)))
                      for period in columns)  # fmt: skip
        total = sum(cell.events for cell in cells)
        if total:
            yield kind, total, cells


def _cell(period: str, number: int, *, most: int, event: str | None) -> Cell:
    radius = max(_SMALLEST, _LARGEST * sqrt(number / most)) if number else 0.0
    return Cell(period=period, events=number, radius=round(radius, 1), event=event)


def _alone(found: Page[FoundEvent]) -> dict[tuple[str, str], str]:
    """The events that are the only ones of their type on their day."""
    numbers = Counter((each.type, each.day) for each in found.items)
    return {(each.type, each.day): each.event for each in found.items if each.day and numbers[each.type, each.day] == 1}
