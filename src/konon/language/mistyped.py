"""The day that a mistyped date beside a weekday means: the weekday and the report's own day tell."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from konon.language.calendar import day

# Reports date what is news by weekday and date; a month or year can be wrong within so many days before them.
_NEWS = 45
# A date so few days before the report can be right, and its weekday wrong.
_PLAUSIBLE = 7
_TWO_FIGURES = 10
_FIRST_YEAR = 1900
_GARBLED = re.compile(r"(\d{1,3})[/.,:-]+(\d{1,3})(?:[/.,:-]+(\d{2}|\d{4,5}))?")


def doubtful(found: date, *, near: date) -> bool:
    """Whether a date on another weekday than it says is not just some days before the report."""
    return not 0 <= (near - found).days <= _PLAUSIBLE


def meant(found: date, weekday: int, *, near: date, yearless: bool) -> date | None:
    """The last such day before a report of which only the month, the year or the order of two figures differs."""
    swapped = _swapped(f"{found.day:02d}")
    days = (near - timedelta(days=back) for back in range(_NEWS))
    return next((
        one for one in days if one.isoweekday() == weekday and (
            (one.day == found.day and (yearless or found.year == one.year or found.month == one.month))
            or (one.day == swapped >= _TWO_FIGURES and one.month == found.month)
            or ((one.day, one.month) == (found.month, found.day))
        )
    ), None)  # fmt: skip


def garbled(text: str, weekday: int, *, near: date | None) -> date | None:
    """The day on its weekday that figures with a mistake mean: the last up to the report, without one the only one."""
    match = _GARBLED.fullmatch(text)
    if match is None:
        return None
    days = [one for one in _readings(*match.groups(), near=near) if one.isoweekday() == weekday]
    if near is None:
        return days[0] if len(set(days)) == 1 else None
    return min((one for one in days if one <= near), key=lambda one: near - one, default=None)


def is_garbled(text: str) -> bool:
    """Whether figures look like those of a date with a mistake in it."""
    return _GARBLED.fullmatch(text) is not None


def _readings(first: str, second: str, third: str | None, *, near: date | None) -> Iterator[date]:
    years = _numbers(third, most=9999, size=4) if third else [near.year, near.year - 1] if near else []
    for number in [*_numbers(first, most=31, size=2), _swapped(first)]:
        for month in _numbers(second, most=12, size=2):
            for year in years:
                found = day(year, month, number)
                if found and found.year >= _FIRST_YEAR:
                    yield found


def _numbers(figures: str, *, most: int, size: int) -> list[int]:
    """The number, or where it is too large those that it has with one figure less."""
    shorter = [figures[:at] + figures[at + 1 :] for at in range(len(figures))]
    fitting = len(figures) <= size and int(figures) <= most
    return [int(figures)] if fitting else [int(one) for one in shorter if one and len(one) <= size]


def _swapped(figures: str) -> int:
    return int(figures[::-1])
