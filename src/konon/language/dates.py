"""Dates in words and figures, absolute or by the report's own date, with their ISO values."""

from collections.abc import Sequence

from konon.language.analysis import DateMention, Token
from konon.language.base import Language
from konon.language.calendar import calendar, month_near, period, published_on
from konon.language.days import (
    NO_DIRECTION,
    YEAR,
    Found,
    Reader,
    bracketed,
    month_direction,
    past_point,
    read_day,
    read_weekday,
    unlabelled,
    year_at,
)
from konon.language.figures import read_value


def find_dates(
    text: str, tokens: Sequence[Token], published: str | None, language: Language
) -> tuple[DateMention, ...]:
    """All dates with a value, in order of place, none over another.

    `published` is the report's ISO date or time; without it, what hangs on it has no value and is left out.
    """
    reader = Reader(tokens, published_on(published), calendar(language))
    dates: list[DateMention] = []
    at = 0
    while at < len(tokens):
        found = _interval(reader, at)
        if found is None:
            at += 1
            continue
        place = text[tokens[at].start : tokens[found.end - 1].end]
        dates.append(DateMention(tokens[at].start, tokens[at].start + len(place), found.value, found.relative))
        at = found.end
    return tuple(dates)


def _interval(reader: Reader, at: int) -> Found | None:
    """One date, or two dates with the word for until between them as one interval."""
    first = _date(reader, at)
    until = reader.words.behind("until", reader.tokens, first.end) if first else None
    if first is None or until is None or until[0]["partial"] or "/" in first.value:
        return first
    last = _date(reader, until[1])
    if last is None or "/" in last.value:
        return first
    begins, relative = first.value, first.relative or last.relative
    if relative and not last.relative and published_on(last.value[:4] + begins[4:]):
        begins, relative = last.value[:4] + begins[4:], False
    joins = len(begins) == len(last.value) and begins < last.value
    return Found(f"{begins}/{last.value}", last.end, relative) if joins else first


def _date(reader: Reader, at: int) -> Found | None:
    if at >= len(reader.tokens) or not reader.words.may_begin(reader.tokens[at]):
        return None
    for read in (read_weekday, _labelled, read_day, _month, _relative_day, _period, _distance, _part, _year):
        found = read(reader, at)
        if found is not None:
            return found
    return None


def _labelled(reader: Reader, at: int) -> Found | None:
    """A date behind the word for a day's number, a month or a year."""
    for unit, read in (("day", read_day), ("month", _month), ("year", _year)):
        after = unlabelled(reader, at, unit)
        if after > at and after < len(reader.tokens):
            return read(reader, after)
    return None


def _month(reader: Reader, at: int) -> Found | None:
    """`October 2023`, `last October`, `since October`, `January-May 2026`."""
    tokens, words = reader.tokens, reader.words
    month = words.months.get(tokens[at].lower)
    if month is None or not tokens[at].capital or (at and tokens[at - 1].text.isdecimal()):
        return None  # behind a number it belongs to a day, one that there is not
    end = past_point(reader, at + 1)
    year = year_at(reader, end)
    if year:
        return Found(f"{year:04d}-{month:02d}", end + 1)
    if tokens[at].lower not in words.full_months:
        return None
    return _months(reader, at, month) or _month_alone(reader, at, month)


def _months(reader: Reader, at: int, month: int) -> Found | None:
    """Two months, of which the second has the year of both."""
    until = reader.words.behind("until", reader.tokens, at + 1)
    if until is None or until[1] >= len(reader.tokens):
        return None
    other = reader.words.months.get(reader.tokens[until[1]].lower)
    year = year_at(reader, until[1] + 1)
    if other is None or year is None or other == month:
        return None
    return Found(f"{year - (other < month):04d}-{month:02d}/{year:04d}-{other:02d}", until[1] + 2)


def _month_alone(reader: Reader, at: int, month: int) -> Found | None:
    if reader.published is None:
        return None
    row, end = month_direction(reader, at + 1)
    if row is NO_DIRECTION and not (at and reader.words.has("month_lead", reader.tokens[at - 1].lower)):
        return None
    following = reader.tokens[end] if end < len(reader.tokens) else None
    if row is NO_DIRECTION and following and following.kind == "word" and following.capital:
        return None
    return Found(month_near(month, near=reader.published, unit=row["unit"], shift=row["shift"]), end, relative=True)


def _year(reader: Reader, at: int) -> Found | None:
    """A year behind a word that says that it is one."""
    tokens, words = reader.tokens, reader.words
    if not at or not words.has("year_lead", tokens[at - 1].lower):
        return None
    stem, hyphen, ending = tokens[at].lower.rpartition("-")
    if hyphen and words.has("decade", ending) and YEAR.fullmatch(stem):
        return Found(f"{stem}/{stem[:3]}9" if stem.endswith("0") else stem, at + 1)
    year = year_at(reader, at)
    if year is None or words.numbers.behind("counted", tokens, at + 1):
        return None
    until = words.behind("until", tokens, at + 1)
    last = year_at(reader, until[1]) if until else None
    if until and last and last > year:
        return Found(f"{year}/{last}", until[1] + 1)
    return Found(str(year), at + 1)


def _relative_day(reader: Reader, at: int) -> Found | None:
    found = reader.words.behind("relative_day", reader.tokens, at)
    if found is None:
        return None
    dated = bracketed(reader, found[1])
    if dated or reader.published is None:
        return dated
    value = period("day", found[0]["shift"], near=reader.published)
    return Found(value, found[1], relative=True) if value else None


def _period(reader: Reader, at: int) -> Found | None:
    """A week, weekend, month or year with a direction word; a weekend also alone."""
    unit = reader.words.behind("period", reader.tokens, at)
    if unit is None or reader.published is None or _vague(reader, at):
        return None
    row, end = reader.words.behind("direction", reader.tokens, unit[1]) or (NO_DIRECTION, unit[1])
    shift = row["shift"]
    if row["unit"] != "self" or unit[0]["unit"] == "day":
        return None
    if shift is None:
        if unit[0]["unit"] != "weekend":
            return None
        shift = 0 if reader.published.isoweekday() >= 6 else -1
    value = period(unit[0]["unit"], shift, near=reader.published)
    return Found(value, end, relative=True) if value else None


def _vague(reader: Reader, at: int) -> bool:
    """Whether the word before makes a span of time one of several, or gives it a number."""
    if not at:
        return False
    before = reader.tokens[at - 1]
    return (
        reader.words.has("vague_before", before.lower)
        or read_value(reader.tokens, at - 1, reader.words.numbers) is not None
    )


def _rough(reader: Reader, at: int) -> bool:
    """Whether the word before makes a distance a rough one: *hampir dua tahun lalu*."""
    return at > 0 and reader.words.has("rough_before", reader.tokens[at - 1].lower)


def _distance(reader: Reader, at: int) -> Found | None:
    """So many days, weeks, months or years ago."""
    tokens, words = reader.tokens, reader.words
    one = words.behind("one_period", tokens, at)
    value = None if one else read_value(tokens, at, words.numbers)
    unit = one or (words.behind("period", tokens, value.end) if value else None)
    distance = words.behind("distance", tokens, unit[1]) if unit else None
    if unit is None or distance is None or reader.published is None or _rough(reader, at):
        return None
    amount = 1 if value is None else value.low
    if value and (value.low != value.high or value.low != int(value.low) or unit[0]["unit"] == "weekend"):
        return None
    found = period(unit[0]["unit"], int(amount) * distance[0]["shift"], near=reader.published)
    return Found(found, distance[1], relative=True) if found else None


def _part(reader: Reader, at: int) -> Found | None:
    """The beginning, middle or end of a span of time: the span."""
    part = reader.words.behind("part", reader.tokens, at)
    if part is None or part[1] >= len(reader.tokens):
        return None
    for read in (_labelled, _month, _period, _year):
        found = read(reader, part[1])
        if found is not None:
            return found
    return None
