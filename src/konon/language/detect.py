"""Which language a report is written in: first by the frequent words of those installed, then by py3langid."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from math import exp

from konon.errors import LanguageError
from konon.language.base import language, languages

_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 400  # words looked at; the share hardly moves after that
_CLEAR = 0.12  # share of profile words: news has 0.12 to 0.4, other languages of Latin letters under 0.08
_SHORT = 12  # words; less can't be told by frequencies
_SURE = 0.9  # of py3langid's probability, for short texts
_NONE = ("zxx", "und")  # what py3langid calls that which is no language
_MACHINE_LIMIT = 20_000  # characters handed on to py3langid, which is slow on long texts


@dataclass(frozen=True, slots=True)
class _Profile:
    words: frozenset[str]
    own: frozenset[str]
    neighbours: tuple[tuple[str, frozenset[str]], ...]


def detect(text: str, default: str = "id") -> str:
    """The code of the installed language that the text is in; `default` where it is too short to tell.

    LanguageError names the language where it is none of those installed.
    """
    words = list(islice(_lower(text), _ENOUGH))
    shares = {code: _share(words, _profile(code).words) for code in languages.names()}
    best = max(shares, key=lambda code: (shares[code], code), default=default)
    clear = bool(words) and shares.get(best, 0.0) >= _CLEAR
    neighbour = _neighbour(words, best) if clear else None
    if clear and neighbour is None:
        return best
    if not words:
        return default
    if neighbour is None and len(words) < _SHORT and shares.get(best, 0.0) > 0:
        return best
    return _by_machine(text, default, words=len(words), neighbour=neighbour, best=best)


def _lower(text: str) -> Iterator[str]:
    return (match.group().lower() for match in _WORD.finditer(text))


def _share(words: list[str], profile: Iterable[str]) -> float:
    known = frozenset(profile)
    return sum(word in known for word in words) / len(words) if words else 0.0


def _neighbour(words: list[str], code: str) -> str | None:
    """The neighbouring language whose own words outweigh those that set this one apart."""
    profile = _profile(code)
    own = sum(word in profile.own for word in words)
    for neighbour, marks in profile.neighbours:
        against = sum(word in marks for word in words)
        if against > 2 and against > own:
            return neighbour
    return None


def _by_machine(text: str, default: str, *, words: int, neighbour: str | None, best: str) -> str:
    """What py3langid says, where it may be believed."""
    found, probability = _identify(text[:_MACHINE_LIMIT])
    if found in languages.names():
        return found
    if found in _NONE or (words < _SHORT and probability < _SURE):
        return default
    if neighbour is None and found in {name for name, _ in _profile(best).neighbours} and words < _SHORT:
        return best
    remedy = (
        f"Installed: {', '.join(languages.names())}. If that is wrong, name the language yourself (KONON_LANGUAGE)."
    )
    raise LanguageError(f"the report is in {_named(neighbour or found)}, which is not installed.", remedy=remedy)


def _identify(text: str) -> tuple[str, float]:
    """The likeliest language and its probability."""
    import py3langid  # start-up: its model takes half a second, and most reports are clear without it

    ranked = py3langid.rank(text)
    code, score = ranked[0]
    return str(code), 1.0 / sum(exp(max(other - score, -700.0)) for _, other in ranked)


def _named(code: str) -> str:
    from babel import Locale, UnknownLocaleError  # start-up: only an error needs the name

    try:
        name = Locale.parse(code).english_name
    except (UnknownLocaleError, ValueError):
        name = None
    return f"{name} ({code})" if name else repr(code)


@cache
def _profile(code: str) -> _Profile:
    tongue = language(code)

    def words(kind: str) -> frozenset[str]:
        return frozenset(word for row in tongue.table("detection", kind) for word in row["words"])

    neighbours = tuple((row["code"], frozenset(row["words"])) for row in tongue.table("detection", "neighbour"))
    return _Profile(words=words("profile"), own=words("against_neighbour"), neighbours=neighbours)
