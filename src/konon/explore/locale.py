"""The two languages of the interface: which one a reader wants, its messages, days and numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources

from babel import Locale, negotiate_locale
from babel.core import get_global
from babel.dates import format_date
from babel.numbers import format_decimal, format_percent
from babel.support import NullTranslations, Translations

LANGUAGES: Mapping[str, str] = {"id": "Bahasa Indonesia", "en": "English"}
# What a browser gets that prefers neither.
DEFAULT = "en"
_PARTS = {4: "y", 7: "MMM y", 10: "d MMM y"}


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language of the interface: its messages, and how it writes days, numbers and countries."""

    code: str
    locale: Locale
    messages: NullTranslations

    def say(self, message: str) -> str:
        """A message in this language; itself where it is not translated."""
        return self.messages.gettext(message)

    def term(self, term: str) -> str:
        """A term of the vocabulary as it is read, such as `member_of`."""
        return self.messages.gettext(term.replace("_", " "))

    def day(self, value: str | None) -> str:
        """An ISO date, month, year or interval as it is written in this language; empty for none."""
        if value is None:
            return ""
        return " – ".join(self._day(part) for part in value.split("/"))

    def _day(self, value: str) -> str:
        pattern = _PARTS.get(len(value[:10]))
        try:
            start = date.fromisoformat((value[:10] + "-01-01")[:10])
        except ValueError:
            return value
        return format_date(start, pattern, locale=self.locale) if pattern else value

    def short(self, day: str) -> str:
        """An ISO date without its year."""
        return format_date(date.fromisoformat(day), "d MMM", locale=self.locale)

    def number(self, value: int) -> str:
        """A number with the marks that part its thousands."""
        return format_decimal(value, locale=self.locale)

    def percent(self, value: float) -> str:
        """A chance in percent, never that of certainty."""
        low, high = format_percent(0.01, locale=self.locale), format_percent(0.99, locale=self.locale)
        shown = format_percent(value, "#,##0%", locale=self.locale)
        return f"> {high}" if round(value, 2) >= 1 else f"< {low}" if round(value, 2) <= 0 else shown

    def country(self, code: str) -> str:
        """The name of a country by its three letters (ISO 3166-1); these where CLDR has no name."""
        short = get_global("territory_aliases").get(code, [code])[0]
        return str(self.locale.territories.get(short, code))


@cache
def tongue(code: str) -> Tongue:
    """A language of the interface by its code, one of `LANGUAGES`."""
    folder = str(resources.files("konon.explore").joinpath("locales"))
    messages = Translations.load(folder, [code], domain="konon")
    return Tongue(code, Locale.parse(code), messages)


def preferred(chosen: str | None, accepted: str) -> str:
    """The language that was chosen, or else the one that a browser's `Accept-Language` prefers."""
    if chosen is not None and chosen in LANGUAGES:
        return chosen
    wishes = sorted((_wish(part) for part in accepted.split(",") if part.strip()), key=lambda wish: -wish[1])
    asked = [code for code, weight in wishes if weight > 0]
    return negotiate_locale(asked, list(LANGUAGES), sep="-", aliases={"in": "id"}) or DEFAULT


def _wish(part: str) -> tuple[str, float]:
    code, _, weight = part.partition(";q=")
    try:
        return code.strip(), float(weight or 1)
    except ValueError:
        return code.strip(), 0.0
