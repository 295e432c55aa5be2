"""Days as they are sorted: ISO dates of any precision as the number yyyymmdd."""

import re
from datetime import date

_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
# Sorted behind all dates.
UNKNOWN = 0
_FIRST, _LAST = "00", "99"


def day_of(value: str | None) -> int:
    """The first day that an ISO date, month, year or interval can mean; `UNKNOWN` where it is none."""
    return _number(value, "01")


def earliest(value: str) -> int | None:
    """The least number that a day of this date, month or year can have; None where it is no date."""
    return _number(value, _FIRST) or None


def latest(value: str) -> int | None:
    """The greatest number that a day of this date, month or year can have; None where it is no date."""
    return _number(value, _LAST) or None


def iso(day: int) -> str | None:
    """The ISO date of a number that `day_of` gave; None for `UNKNOWN`."""
    return f"{day // 10000:04}-{day // 100 % 100:02}-{day % 100:02}" if day else None


def _number(value: str | None, missing: str) -> int:
    found = _DATE.match(value or "")
    return int(found[1] + (found[2] or missing) + (found[3] or missing)) if found else UNKNOWN


def ordinal(day: int) -> int | None:
    """The day of a number as a count of days; None for `UNKNOWN` and for days that no calendar has."""
    try:
        return date(day // 10000, day // 100 % 100, day % 100).toordinal()
    except ValueError:
        return None


def around(day: int, before: int, after: int) -> tuple[int, int]:
    """The numbers of the first and the last day within so many days of one; only itself where it is no day."""
    middle = ordinal(day)
    if middle is None:
        return day, day
    first, last = (date.fromordinal(max(1, middle + days)) for days in (-before, after))
    return _as_number(first), _as_number(last)


def _as_number(day: date) -> int:
    return day.year * 10000 + day.month * 100 + day.day


def interval(value: str | None) -> tuple[int, int] | None:
    """The first and the last day, as counts of days, that an ISO date, month, year or interval means; None for none."""
    begin, _, end = (value or "").partition("/")
    first, last = day_of(begin), day_of(end or begin)
    start = ordinal(first)
    found = _DATE.match(end or begin)
    if start is None or found is None:
        return None
    year, month = last // 10000, last // 100 % 100
    if found[2] is None:
        stop: int | None = date(year, 12, 31).toordinal()
    elif found[3] is None:
        stop = date(year + month // 12, month % 12 + 1, 1).toordinal() - 1
    else:
        stop = ordinal(last)
    return (start, stop) if stop is not None and stop >= start else None
