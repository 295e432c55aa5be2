"""Dates of publication, as outlets and their data write them → ISO 8601 with the precision given."""

import re
from dataclasses import dataclass
from datetime import date, time
from functools import cache

from konon.language.base import Language, language

# What is longer tells more than a date.
_LONGEST = 120

_ISO = re.compile(r"(?<!\d)(?P<year>\d{4})[-/](?P<month>\d{1,2})(?:[-/](?P<day>\d{1,2}))?(?!\d)")
_FIGURES = re.compile(r"(?<!\d)(?P<first>\d{1,2})(?P<mark>[/.-])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4})(?!\d)")
_YEAR = re.compile(r"\s*(?P<year>[12]\d{3})\s*\Z")
_TIME = re.compile(
    r"(?:T|[^\d+]{0,24}?)(?<!\d)(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2}))?(?:[.,]\d{1,9})?(?!\d)"
    r"(?:\s*(?P<half>[AaPp])\.?[Mm]\b\.?)?"
)
_OFFSET = re.compile(
    r"\s*\(?(?:(?:GMT|UTC)?\s?(?P<sign>[+-])(?P<hours>\d{1,2}):?(?P<minutes>\d{2})?(?!\d)|(?P<zero>Z|GMT|UTC)\b)"
)


@dataclass(frozen=True, slots=True)
class _Found:
    value: str
    start: int
    end: int


@dataclass(frozen=True)
class _Calendar:
    months: dict[str, int]
    weekdays: frozenset[str]
    labels: tuple[str, ...]
    zones: dict[str, str]
    day_month: re.Pattern[str]
    month_day: re.Pattern[str]
    month_year: re.Pattern[str]
    zone: re.Pattern[str]


def normalised(given: object, code: str = "id", *, day_first: bool = False) -> str | None:
    """The ISO form of a date as it was given, with its precision; None where it can't be read.

    `10/11/2025` is read month first, as data sets write it, unless `day_first` or a named time zone shows that a page
    wrote it.
    """
    if not isinstance(given, str) or len(given) > _LONGEST:
        return None
    found = _find(given, code, day_first=day_first)
    return found.value if found else None


def date_line(line: str, code: str = "id") -> str | None:
    """The ISO form of a line that holds a date and nothing else but its labels; None for any other line."""
    if len(line) > _LONGEST:
        return None
    found = _find(line, code, day_first=True)
    if found is None:
        return None
    calendar = _calendar(code)
    rest = f"{line[: found.start]} {line[found.end :]}".lower()
    words = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", rest)
    allowed = calendar.weekdays | {word for label in calendar.labels for word in label.split()}
    return found.value if not re.search(r"\d", rest) and all(word in allowed for word in words) else None


def _find(text: str, code: str, *, day_first: bool) -> _Found | None:
    calendar = _calendar(code)
    day_first = day_first or calendar.zone.search(text) is not None
    for pattern in (_ISO, calendar.day_month, calendar.month_day, _FIGURES, calendar.month_year, _YEAR):
        match = pattern.search(text)
        if match:
            day = _day(match, calendar, day_first=day_first)
            return _with_time(text, match, day, calendar) if day else None
    return None


def _day(match: re.Match[str], calendar: _Calendar, *, day_first: bool) -> str | None:
    parts = match.groupdict()
    year = int(parts["year"])
    if "first" in parts:
        first, second = int(parts["first"]), int(parts["second"])
        # Only a slash is ever written month first.
        orders = [(first, second), (second, first)]
        if day_first or parts["mark"] != "/":
            orders.reverse()
        return next((iso for month, day in orders if (iso := _iso(year, month, day))), None)
    name = parts.get("month")
    month = (int(name) if name.isdigit() else calendar.months[name.lower()]) if name else None
    day = parts.get("day")
    return _iso(year, month, int(day) if day else None)


def _iso(year: int, month: int | None, day: int | None) -> str | None:
    try:
        checked = date(year, month or 1, day or 1)
    except ValueError:
        return None
    return checked.isoformat()[: 10 if day else 7 if month else 4]


def _with_time(text: str, match: re.Match[str], day: str, calendar: _Calendar) -> _Found:
    plain = _Found(day, match.start(), match.end())
    clock = _TIME.match(text, match.end()) if len(day) == 10 else None
    if clock is None:
        return plain
    hour = int(clock["hour"])
    if clock["half"]:
        hour = hour % 12 + (12 if clock["half"] in "pP" else 0)
    try:
        moment = time(hour, int(clock["minute"]), int(clock["second"] or 0))
    except ValueError:
        return plain
    zone, end = _zone(text, clock.end(), calendar)
    value = moment.isoformat(timespec="seconds" if clock["second"] else "minutes")
    return _Found(f"{day}T{value}{zone}", match.start(), end)


def _zone(text: str, at: int, calendar: _Calendar) -> tuple[str, int]:
    named = calendar.zone.match(text, at)
    if named:
        return calendar.zones[named["name"].upper()], named.end()
    offset = _OFFSET.match(text, at)
    if offset is None:
        return "", at
    if offset["zero"]:
        return "+00:00", offset.end()
    hours, minutes = int(offset["hours"]), int(offset["minutes"] or 0)
    return (f"{offset['sign']}{hours:02}:{minutes:02}", offset.end()) if hours < 15 and minutes < 60 else ("", at)


@cache
def _calendar(code: str) -> _Calendar:
    tongue = language(code)
    months = {form: row["number"] for row in tongue.table("calendar", "month") for form in row["forms"]}
    names = "|".join(sorted(map(re.escape, months), key=lambda name: (-len(name), name))) or r"(?!)"
    zones = {row["name"].upper(): row["offset"] for row in tongue.table("front", "zone")}
    listed = "|".join(sorted(zones, key=lambda name: (-len(name), name))) or r"(?!)"
    month = rf"(?<![^\W\d_])(?P<month>{names})(?![^\W\d_])\.?"
    return _Calendar(
        months=months,
        weekdays=_weekdays(tongue),
        labels=tuple(label for row in tongue.table("front", "published") for label in row["phrases"]),
        zones=zones,
        day_month=re.compile(
            rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]{{0,3}}{month}[\s,-]{{0,3}}(?P<year>\d{{4}})(?!\d)", re.I
        ),
        month_day=re.compile(
            rf"{month}\s{{0,3}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,3}}(?P<year>\d{{4}})(?!\d)", re.I
        ),
        month_year=re.compile(rf"{month}\s{{1,3}}(?P<year>\d{{4}})(?!\d)", re.I),
        zone=re.compile(rf"\s*\(?(?P<name>{listed})\b\)?", re.I),
    )


def _weekdays(tongue: Language) -> frozenset[str]:
    forms = {form for row in tongue.table("calendar", "weekday") for form in row["forms"]}
    # Abbreviated weekdays (`Kam`, `Wed`) are their first three letters.
    return frozenset(forms | {form[:3] for form in forms})
