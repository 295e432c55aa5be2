"""Words of pages: counts told in a language, words that a search found, addresses with what they ask for."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol
from urllib.parse import quote, urlencode

from markupsafe import Markup, escape

from konon.archive.dialect import Phrase
from konon.archive.terms import stem, terms
from konon.explore.locale import Tongue
from konon.export.account import shortened

__all__ = ["Bounded", "address", "bounds", "brief", "marked", "shortened"]
_WORD = re.compile(r"[^\W_]+(?:[.,]\d{3})*")


class Bounded(Protocol):
    """A number of people with its bounds, either of which may be open."""

    @property
    def minimum(self) -> int | None:
        """The least that it can mean."""
        ...

    @property
    def maximum(self) -> int | None:
        """The most that it can mean."""
        ...

    @property
    def approximate(self) -> bool:
        """Whether it is about so many."""
        ...


def bounds(count: Bounded, spoken: Tongue) -> str:
    """The value of a count in words, such as *at least 14* or *20 to 99*."""
    low, high = (None if value is None else spoken.number(value) for value in (count.minimum, count.maximum))
    if low is not None and high is not None:
        value = low if low == high else spoken.say("%(low)s to %(high)s") % {"low": low, "high": high}
    elif low is not None:
        value = spoken.say("at least %(low)s") % {"low": low}
    else:
        value = spoken.say("up to %(high)s") % {"high": high} if high is not None else spoken.say("an unknown number")
    return spoken.say("about %(value)s") % {"value": value} if count.approximate else value


def brief(count: Bounded, spoken: Tongue) -> str:
    """The value of a count in signs, such as *≥14* or *20–99*."""
    low, high = (None if value is None else spoken.number(value) for value in (count.minimum, count.maximum))
    value = f"≤{high}" if low is None else f"≥{low}" if high is None else low if low == high else f"{low}–{high}"
    return f"~{value}" if count.approximate else value


def marked(text: str, phrases: Sequence[Phrase]) -> Markup:
    """A text with the words that a search found marked."""
    pieces: list[Markup] = []
    last = 0
    for start, end in sorted(set(_found(text, phrases))):
        if start >= last:
            pieces += [escape(text[last:start]), Markup("<mark>%s</mark>") % text[start:end]]
            last = end
    return Markup("").join([*pieces, escape(text[last:])])


def _found(text: str, phrases: Sequence[Phrase]) -> Iterator[tuple[int, int]]:
    places = [(match.start(), match.end(), "".join(terms(match[0]))) for match in _WORD.finditer(text)]
    words = [word for _, _, word in places]
    for phrase in phrases:
        sought = [stem(word) for word in words] if phrase.stemmed else words
        for first in range(len(places) - len(phrase.terms) + 1):
            if _fits(sought[first : first + len(phrase.terms)], phrase):
                yield places[first][0], places[first + len(phrase.terms) - 1][1]


def _fits(words: Sequence[str], phrase: Phrase) -> bool:
    *before, last = phrase.terms
    begins = words[-1].startswith(last) if phrase.begun else words[-1] == last
    return begins and list(words[:-1]) == before


def address(path: str, asked: Iterable[tuple[str, str | None]] = ()) -> str:
    """An address with what is asked for; what is empty is left out."""
    query = urlencode([(name, value) for name, value in asked if value])
    return quote(path) + (f"?{query}" if query else "")
