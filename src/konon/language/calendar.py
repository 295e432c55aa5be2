"""Days, weeks, months and years: a language's words for them and their ISO values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Literal

from konon.language.analysis import Token
from konon.language.base import Language, Row
from konon.language.figures import NumberWords, number_words
from konon.language.words import tokenize

Period = Literal["day", "week", "weekend", "month", "year"]
Phrase = tuple[str, ...]

# A report looks back: a day ahead of it is as far off as three days before it.
_AHEAD = 3
# So that a day, a week or a year more or less stays within what `datetime` can hold.
_FIRST_YEAR, _LAST_YEAR = 1600, 9900

_KINDS = (
    "day_part", "direction", "relative_day", "period", "one_period", "distance", "part", "month_lead", "year_lead",
    "label", "until", "no_weekday_after", "no_weekday_before", "vague_before", "rough_before", "decade",
)  # fmt: skip

# The lists whose words can begin a date.
_BEGINNING = ("relative_day", "period", "one_period", "part", "label")


@dataclass(frozen=True, slots=True)
class Calendar:
    """The calendar tables of a language; `full_months` are the names that need no day or year beside them."""

    months: dict[str, int]
    full_months: frozenset[str]
    weekdays: dict[str, int]
    rows: dict[str, dict[Phrase, Row]]
    longest: dict[str, int]
    numbers: NumberWords
    beginnings: frozenset[str]

    def may_begin(self, token: Token) -> bool:
        """Whether a date can begin with a token; most can't, which spares the closer look."""
        return token.lower in self.beginnings or self.numbers.may_begin(token)

    def behind(self, kind: str, tokens: Sequence[Token], at: int) -> tuple[Row, int] | None:
        """The row of the longest phrase that begins at a token, and where the phrase ends."""
        for length in range(min(self.longest[kind], len(tokens) - at), 0, -1):
            row = self.rows[kind].get(tuple(token.lower for token in tokens[at : at + length]))
            if row is not None:
                return row, at + length
        return None

    def has(self, kind: str, word: str) -> bool:
        """Whether a word is in a list."""
        return (word,) in self.rows[kind]


@cache
def calendar(language: Language) -> Calendar:
    """The calendar tables of a language."""
    rows: dict[str, dict[Phrase, Row]] = {}
    for kind in _KINDS:
        table = language.table("calendar", kind)
        rows[kind] = {tuple(token.lower for token in tokenize(word)): row for row in table for word in row["words"]}
    table = language.table("calendar", "month")
    months = {form: row["number"] for row in table for form in row["forms"]}
    weekdays = {form: row["number"] for row in language.table("calendar", "weekday") for form in row["forms"]}
    return Calendar(
        months=months,
        full_months=frozenset(row["forms"][0] for row in table),
        weekdays=weekdays,
        rows=rows,
        longest={kind: max(map(len, phrases), default=0) for kind, phrases in rows.items()},
        numbers=number_words(language),
        beginnings=frozenset(phrase[0] for kind in _BEGINNING for phrase in rows[kind]) | {*months, *weekdays},
    )


def published_on(published: str | None) -> date | None:
    """The day of an ISO date or time; None where it has no day, or one that no report can have."""
    try:
        found = date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
    return found if _FIRST_YEAR <= found.year <= _LAST_YEAR else None


def day(year: int, month: int, day_of_month: int) -> date | None:
    """A day that exists, else None; years of two digits are of this century."""
    try:
        return date(year + 2000 if year < 100 else year, month, day_of_month)
    except ValueError:
        return None


def day_of_year(
    month: int, day_of_month: int, *, near: date, weekday: int | None = None, shift: int | None = None
) -> date | None:
    """The day of a month without a year: the one on its weekday, else the nearest to a day.

    `shift` -1 takes only days before that day, 1 only those after it.
    """
    days = [found for year in (near.year - 1, near.year, near.year + 1) if (found := day(year, month, day_of_month))]
    if shift:
        days = [found for found in days if (found - near).days * shift > 0] or days
    on_weekday = [found for found in days if found.isoweekday() == weekday]
    return min(on_weekday or days, key=lambda found: _distance(found, near), default=None)


def _distance(found: date, near: date) -> int:
    days = (found - near).days
    return days * _AHEAD if days > 0 else -days


def day_of_month(number: int, *, near: date, weekday: int) -> date | None:
    """The last such day of a month up to a day, on its weekday where there is one within two months."""
    days = [near - timedelta(days=back) for back in range(62)]
    days = [found for found in days if found.day == number]
    return next((found for found in days if found.isoweekday() == weekday), days[0] if days else None)


def weekday_near(weekday: int, *, near: date, unit: str, shift: int | None) -> date:
    """A weekday by a day: the last one up to it, or, with `shift`, the last before, the next after, or in a week."""
    if unit == "week":
        return near + timedelta(days=weekday - near.isoweekday() + 7 * (shift or 0))
    if shift == 0:
        return near + timedelta(days=weekday - near.isoweekday())
    if shift == 1:
        return near + timedelta(days=(weekday - near.isoweekday() - 1) % 7 + 1)
    back = (near.isoweekday() - weekday) % 7
    return near - timedelta(days=7 if back == 0 and shift == -1 else back)


def month_near(month: int, *, near: date, unit: str, shift: int | None) -> str:
    """A month without a year as `2023-10`: the last one up to a day, or as a direction says."""
    if unit == "year":
        year = near.year + (shift or 0)
    elif shift == 0:
        year = near.year
    elif shift == 1:
        year = near.year + (month <= near.month)
    else:
        year = near.year - (month > near.month or (shift == -1 and month == near.month))
    return f"{year:04d}-{month:02d}"


def period(unit: Period, shift: int, *, near: date) -> str | None:
    """A day, week, weekend, month or year so many of them from a day; None beyond the calendar."""
    try:
        if unit == "day":
            return (near + timedelta(days=shift)).isoformat()
        if unit in ("week", "weekend"):
            first = near + timedelta(days=7 * shift + (6 if unit == "weekend" else 1) - near.isoweekday())
            return f"{first.isoformat()}/{(first + timedelta(days=1 if unit == 'weekend' else 6)).isoformat()}"
        months = near.year * 12 + near.month - 1 + shift
        year = months // 12 if unit == "month" else near.year + shift
    except OverflowError:
        return None
    if not 1 <= year <= 9999:
        return None
    return f"{year:04d}-{months % 12 + 1:02d}" if unit == "month" else f"{year:04d}"
