"""The words by which names are told, compiled from a language's tables: titles, heads of names, common words."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeVar

from konon.language.base import Language, Row
from konon.language.words import tokenize

Found = TypeVar("Found")


@dataclass(frozen=True)
class Phrases(Generic[Found]):
    """Phrases of one or more words, each with what it stands for; `by_first` holds the longest first."""

    by_first: Mapping[str, tuple[tuple[tuple[str, ...], tuple[Found, ...]], ...]]

    def at(self, words: Sequence[str], position: int) -> tuple[int, tuple[Found, ...]] | None:
        """The end of the longest phrase that begins at a position, and all that it stands for."""
        if position >= len(words):
            return None
        for phrase, found in self.by_first.get(words[position], ()):
            end = position + len(phrase)
            if tuple(words[position:end]) == phrase:
                return end, found
        return None


def phrases(pairs: Iterable[tuple[str, Found]]) -> Phrases[Found]:
    """Phrases split into words as a report is; a phrase given twice keeps both meanings in their order."""
    grouped: dict[tuple[str, ...], list[Found]] = {}
    for form, found in pairs:
        grouped.setdefault(tuple(token.lower for token in tokenize(form)), []).append(found)
    by_first: dict[str, list[tuple[tuple[str, ...], tuple[Found, ...]]]] = {}
    for phrase, meanings in grouped.items():
        by_first.setdefault(phrase[0], []).append((phrase, tuple(meanings)))
    ordered = {
        first: tuple(sorted(group, key=lambda pair: (-len(pair[0]), pair[0]))) for first, group in by_first.items()
    }
    return Phrases(ordered)


@dataclass(frozen=True, slots=True)
class Title:
    """A title: what its holder is to the thing named with it, and what that thing may be."""

    relation: str | None = None
    of: str = ""
    head: str | None = None
    portfolio: str | None = None
    government: tuple[str, ...] = ()
    rank: bool = False
    military: bool = False
    under: bool = False
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """A word that begins a name, and what may follow it; the fields are told in the table `organizations`."""

    kind: str
    small: bool = False
    bare: bool = False
    state: bool = False
    means_state: bool = False
    outside: bool = False
    site: bool = False
    family: str | None = None
    home: bool = False
    holder: bool = False
    region: bool = False
    apposed: bool = False
    wing: bool = False
    joint: bool = False


@dataclass(frozen=True)
class Lexicon:
    """All words of a language by which names are told."""

    titles: Phrases[Title]
    modifiers: Phrases[Row]
    suffixes: Phrases[bool]
    degrees: Phrases[bool]
    grades: frozenset[str]
    heads: Phrases[Head]
    shorts: Phrases[str]
    aliases: Phrases[bool]
    directions: Phrases[bool]
    common: frozenset[str]
    calendar: frozenset[str]
    function: frozenset[str]
    organization: frozenset[str]
    given: frozenset[str]
    particles: Mapping[str, frozenset[str]]
    before: Mapping[str, frozenset[str]]
    after: Mapping[str, frozenset[str]]
    tails: Mapping[str, frozenset[str]]
    nouns: re.Pattern[str] | None

    def official(self, word: str) -> bool:
        """Whether a lower-case word is a common noun that stands in the names of organisations."""
        return word in self.organization or (self.nouns is not None and bool(self.nouns.fullmatch(word)))


@cache
def lexicon(language: Language) -> Lexicon:
    """The lexicon of a language; empty where the language has no such tables."""
    return Lexicon(
        titles=phrases((form, _title(row)) for row in language.table("titles", "title") for form in row["forms"]),
        modifiers=phrases((form, row) for row in language.table("titles", "modifier") for form in row["forms"]),
        suffixes=_plain(language.table("titles", "suffix")),
        degrees=_plain(language.table("titles", "degree")),
        grades=frozenset(form for row in language.table("titles", "grade") for form in row["forms"]),
        heads=phrases((form, _head(row)) for row in language.table("organizations", "head") for form in row["forms"]),
        shorts=phrases(
            (form, row["full"]) for row in language.table("organizations", "short") for form in row["forms"]
        ),
        aliases=_plain(language.table("organizations", "called")),
        directions=_plain(language.table("organizations", "direction")),
        common=_all(language, "common") | _function_words(language) | _calendar(language),
        calendar=_calendar(language),
        function=_function_words(language),
        organization=_all(language, "organization_word"),
        given=_all(language, "given_name"),
        particles=_by_kind(language, "particle"),
        before=_by_kind(language, "before"),
        after=_by_kind(language, "after"),
        tails=_by_kind(language, "tail"),
        nouns=_shapes(language),
    )


def _title(row: Row) -> Title:
    return Title(
        row.get("relation"), row.get("of", ""), row.get("head"), row.get("portfolio"), tuple(row.get("government", ())),
        row.get("rank", False), row.get("military", False), row.get("under", False), row.get("foreign", False),
    )  # fmt: skip


def _head(row: Row) -> Head:
    flags = (
        "small", "bare", "state", "means_state", "outside", "site", "home", "holder", "region",
        "apposed", "wing", "joint",
    )  # fmt: skip
    return Head(row["kind"], **{flag: row.get(flag, False) for flag in flags}, family=row.get("family"))


def _plain(rows: Iterable[Row]) -> Phrases[bool]:
    return phrases((form, True) for row in rows for form in row["forms"])


def _all(language: Language, kind: str) -> frozenset[str]:
    return frozenset(word for row in language.table("name_words", kind) for word in row["words"])


def _by_kind(language: Language, kind: str) -> Mapping[str, frozenset[str]]:
    return {row["kind"]: frozenset(row["words"]) for row in language.table("name_words", kind)}


def _function_words(language: Language) -> frozenset[str]:
    return frozenset(word for row in language.table("function_words", "class") for word in row["words"])


def _calendar(language: Language) -> frozenset[str]:
    return frozenset(
        form for kind in ("month", "weekday") for row in language.table("calendar", kind) for form in row["forms"]
    )


def _shapes(language: Language) -> re.Pattern[str] | None:
    patterns = [row["pattern"] for row in language.table("organizations", "noun_shape")]
    return re.compile("|".join(patterns)) if patterns else None
