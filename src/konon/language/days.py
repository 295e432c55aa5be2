"""Single days: in figures, with the name of their month, and by a weekday."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from konon.language.analysis import Token
from konon.language.base import Row
from konon.language.calendar import Calendar, day, day_of_month, day_of_year, weekday_near
from konon.language.mistyped import doubtful, garbled, is_garbled, meant

_DAY_FIRST = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NO_YEAR = re.compile(r"(\d{1,2})/(\d{1,2})")
# A date whose slashes the page has lost: day, month and year written on.
_SQUEEZED = re.compile(r"(\d{1,2})(\d{1,2})(20\d\d)")
_DAY = re.compile(r"[0-3]?\d")
YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
_BRACKETS = {"(": ")", "[": "]"}
# The most tokens of a date between brackets.
_LONGEST = 9
NO_DIRECTION: Row = {"unit": "self", "shift": None}


class Found(NamedTuple):
    """A value, the index of the token behind it, and whether it hangs on the report's date."""

    value: str
    end: int
    relative: bool = False


@dataclass(frozen=True, slots=True)
class Reader:
    """What dates are read from: the tokens, the report's own day, and the calendar's words."""

    tokens: Sequence[Token]
    published: date | None
    words: Calendar


def read_weekday(reader: Reader, at: int) -> Found | None:
    """A weekday with the date beside it, with a direction word, or alone."""
    tokens, words = reader.tokens, reader.words
    weekday = words.weekdays.get(tokens[at].lower)
    if weekday is None or not tokens[at].capital or _in_name(reader, at):
        return None
    end = at + 1
    part = words.behind("day_part", tokens, end)
    end = part[1] if part else end
    dated = _beside(reader, end, weekday)
    if dated is not None:
        return _believed(reader, dated, weekday)
    mistyped = _garbled(reader, end + (end < len(tokens) and tokens[end].text == ","), weekday)
    if mistyped is not None:
        return mistyped
    if reader.published is None:
        return None
    row, end = words.behind("direction", tokens, end) or (NO_DIRECTION, end)
    if row["unit"] == "year":
        row, end = NO_DIRECTION, end - 1
    value = weekday_near(weekday, near=reader.published, unit=row["unit"], shift=row["shift"])
    return bracketed(reader, end) or Found(value.isoformat(), end, relative=True)


def _believed(reader: Reader, dated: Found, weekday: int) -> Found:
    """The date; where it contradicts its weekday and is no recent one it is mistyped, and what was meant counts."""
    found = date.fromisoformat(dated.value) if len(dated.value) == 10 else None
    near = reader.published
    if found is None or near is None or found.isoweekday() == weekday or not doubtful(found, near=near):
        return dated
    value = meant(found, weekday, near=near, yearless=dated.relative)
    if value is None and found <= near:
        return dated
    value = value or weekday_near(weekday, near=near, unit="self", shift=None)
    return dated._replace(value=value.isoformat(), relative=True)


def _garbled(reader: Reader, at: int, weekday: int) -> Found | None:
    """Figures between brackets that are a date with a mistake in it."""
    tokens = reader.tokens
    closing = _BRACKETS.get(tokens[at].text, "") if at < len(tokens) else ""
    end = next((end for end in range(at + 1, min(at + _LONGEST, len(tokens))) if tokens[end].text == closing), None)
    text = "".join(token.text for token in tokens[at + 1 : end]) if closing and end else ""
    if end is None or not is_garbled(text):
        return None
    value = garbled(text, weekday, near=reader.published)
    if value is None and reader.published:
        value = weekday_near(weekday, near=reader.published, unit="self", shift=None)
    return Found(value.isoformat(), end + 1, relative=True) if value else None


def _in_name(reader: Reader, at: int) -> bool:
    before = reader.tokens[at - 1].lower if at else ""
    after = reader.tokens[at + 1].lower if at + 1 < len(reader.tokens) else ""
    return reader.words.has("no_weekday_after", before) or reader.words.has("no_weekday_before", after)


def _beside(reader: Reader, at: int, weekday: int) -> Found | None:
    """The date that stands behind a weekday: in brackets, or after a comma or the word for a day's number."""
    dated = bracketed(reader, at, weekday=weekday)
    if dated or at >= len(reader.tokens):
        return dated
    at += reader.tokens[at].text == ","
    dated = bracketed(reader, at, weekday=weekday)
    if dated:
        return dated
    at = unlabelled(reader, at, "day")
    return read_day(reader, at, weekday=weekday)


def bracketed(reader: Reader, at: int, *, weekday: int | None = None) -> Found | None:
    """The date that fills a pair of brackets, with them."""
    tokens = reader.tokens
    if at + 2 >= len(tokens) or tokens[at].text not in _BRACKETS:
        return None
    closing = _BRACKETS[tokens[at].text]
    found = read_day(reader, at + 1, weekday=weekday)
    if found is None and weekday:
        found = _bare_day(reader, at + 1, weekday) or _squeezed(reader, at + 1, weekday)
    if found is None or found.end >= len(tokens) or tokens[found.end].text != closing:
        return None
    return found._replace(end=found.end + 1)


def _bare_day(reader: Reader, at: int, weekday: int) -> Found | None:
    text = reader.tokens[at].text
    if reader.published is None or not _DAY.fullmatch(text):
        return None
    found = day_of_month(int(text), near=reader.published, weekday=weekday)
    return Found(found.isoformat(), at + 1, relative=True) if found else None


def _squeezed(reader: Reader, at: int, weekday: int) -> Found | None:
    text = reader.tokens[at].text
    if not _SQUEEZED.fullmatch(text):
        return None
    figures = text[:-4]
    splits = [(figures[:cut], figures[cut:]) for cut in (1, 2) if 0 < len(figures) - cut <= 2]
    days = [found for first, second in splits if (found := day(int(text[-4:]), int(second), int(first)))]
    found = next((found for found in days if found.isoweekday() == weekday), None)
    return Found(found.isoformat(), at + 1) if found else None


def unlabelled(reader: Reader, at: int, unit: str) -> int:
    """The index behind the word for a day's number, a month or a year, where it stands there."""
    label = reader.words.behind("label", reader.tokens, at)
    return label[1] if label and label[0]["before"] == unit else at


def read_day(reader: Reader, at: int, *, weekday: int | None = None) -> Found | None:
    """A day in figures, or with the name of its month."""
    if at >= len(reader.tokens) or reader.tokens[at].kind != "number":
        return None
    return _in_figures(reader, at, weekday) or _with_month(reader, at, weekday)


def _in_figures(reader: Reader, at: int, weekday: int | None) -> Found | None:
    text = reader.tokens[at].text
    found: date | None = None
    if match := _DAY_FIRST.fullmatch(text):
        found = day(int(match[4]), int(match[3]), int(match[1]))
    elif match := _YEAR_FIRST.fullmatch(text):
        found = day(int(match[1]), int(match[2]), int(match[3]))
    elif (match := _NO_YEAR.fullmatch(text)) and reader.published and (weekday or _is_led(reader, at)):
        found = day_of_year(int(match[2]), int(match[1]), near=reader.published, weekday=weekday)
        return Found(found.isoformat(), at + 1, relative=True) if found else None
    return Found(found.isoformat(), at + 1) if found else None


def _is_led(reader: Reader, at: int) -> bool:
    """Whether what stands before tells a date from a fraction such as 1/3."""
    before = reader.tokens[at - 1].lower if at else ""
    return before in _BRACKETS or reader.words.has("month_lead", before) or reader.words.has("label", before)


def _with_month(reader: Reader, at: int, weekday: int | None) -> Found | None:
    """`7 October 2023`, `7 October`, `7-9 October`."""
    tokens = reader.tokens
    if not _DAY.fullmatch(tokens[at].text):
        return None
    until = reader.words.behind("until", tokens, at + 1)
    if until and until[1] < len(tokens) and _DAY.fullmatch(tokens[until[1]].text):
        last = _on_day(reader, until[1], None)
        first = int(tokens[at].text)
        if last is None or not 0 < first < int(last.value[-2:]):
            return None
        return last._replace(value=f"{last.value[:-2]}{first:02d}/{last.value}")
    return _on_day(reader, at, weekday)


def _on_day(reader: Reader, at: int, weekday: int | None) -> Found | None:
    month = reader.words.months.get(reader.tokens[at + 1].lower) if at + 1 < len(reader.tokens) else None
    if month is None:
        return None
    number, end = int(reader.tokens[at].text), past_point(reader, at + 2)
    year = year_at(reader, end)
    if year:
        found = day(year, month, number)
        return Found(found.isoformat(), end + 1) if found else None
    if reader.published is None:
        return None
    row, after = month_direction(reader, end)
    if row["unit"] == "year":
        found = day(reader.published.year + row["shift"], month, number)
    else:
        found = day_of_year(month, number, near=reader.published, weekday=weekday, shift=row["shift"])
    return Found(found.isoformat(), after, relative=True) if found else None


def past_point(reader: Reader, at: int) -> int:
    """Behind the point of a shortened month, where a year follows it."""
    tokens = reader.tokens
    pointed = at < len(tokens) and tokens[at].text == "." and tokens[at - 1].lower not in reader.words.full_months
    return at + 1 if pointed and year_at(reader, at + 1) else at


def year_at(reader: Reader, at: int) -> int | None:
    """The year in four figures at a token."""
    text = reader.tokens[at].text if at < len(reader.tokens) else ""
    return int(text) if YEAR.fullmatch(text) else None


def month_direction(reader: Reader, at: int) -> tuple[Row, int]:
    """The direction word at a token that fits a month, and where it ends."""
    row, end = reader.words.behind("direction", reader.tokens, at) or (NO_DIRECTION, at)
    return (NO_DIRECTION, at) if row["unit"] == "week" else (row, end)
