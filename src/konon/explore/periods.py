"""Years, months and days as they follow each other, for pages that show events over time."""

from calendar import monthrange
from datetime import date, timedelta

from konon.archive import Tally, Timeline

# More months than these are shown as years.
MONTHS = 36
_LENGTHS = {"year": 4, "month": 7, "day": 10}
# So many periods stand beside each other at most.
_MOST = 62


def real(period: str) -> bool:
    """Whether a calendar has this year, month or day."""
    try:
        date.fromisoformat((period + "-01-01")[: _LENGTHS["day"]])
    except ValueError:
        return False
    return True


def between(first: str, last: str) -> list[str]:
    """The years, months or days from one to another, whichever both are."""
    if len(first) == _LENGTHS["year"]:
        return [f"{year:04}" for year in range(int(first), int(last) + 1)]
    if len(first) == _LENGTHS["month"]:
        begin, end = (int(month[:4]) * 12 + int(month[5:7]) - 1 for month in (first, last))
        return [f"{number // 12:04}-{number % 12 + 1:02}" for number in range(begin, end + 1)]
    begin_day, end_day = date.fromisoformat(first), date.fromisoformat(last)
    return [(begin_day + timedelta(days=number)).isoformat() for number in range((end_day - begin_day).days + 1)]


def within(period: str) -> list[str]:
    """The months of a year, the days of a month; a day itself."""
    if len(period) == _LENGTHS["year"]:
        return between(f"{period}-01", f"{period}-12")
    if len(period) == _LENGTHS["month"]:
        year, month = int(period[:4]), int(period[5:7])
        return between(f"{period}-01", f"{period}-{monthrange(year, month)[1]:02}")
    return [period]


def beside(period: str, by: int) -> str:
    """The year, month or day so many before or after one."""
    if len(period) == _LENGTHS["year"]:
        return f"{int(period) + by:04}"
    if len(period) == _LENGTHS["month"]:
        number = int(period[:4]) * 12 + int(period[5:7]) - 1 + by
        return f"{number // 12:04}-{number % 12 + 1:02}"
    return (date.fromisoformat(period) + timedelta(days=by)).isoformat()


def around(period: str) -> list[str]:
    """What a period lies in, the largest first: the year of a month, the year and the month of a day."""
    return [period[:length] for length in (4, 7) if length < len(period)]


def spread(timeline: Timeline) -> list[str]:
    """The periods of a timeline and those between them, at most the newest few."""
    known = sorted({tally.period for tally in timeline.tallies if real(tally.period)})
    if not known:
        return []
    first = max(known[0], beside(known[-1], 1 - _MOST))
    return between(first, known[-1])


def in_years(timeline: Timeline) -> Timeline:
    """The same timeline by years."""
    numbers: dict[tuple[str, str], int] = {}
    for tally in timeline.tallies:
        key = tally.period[: _LENGTHS["year"]], tally.type
        numbers[key] = numbers.get(key, 0) + tally.events
    tallies = tuple(Tally(period=period, type=kind, events=events) for (period, kind), events in numbers.items())
    return Timeline(unit="year", tallies=tallies, dayless=timeline.dayless, exact=timeline.exact)
