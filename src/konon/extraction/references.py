"""Nouns and titles that refer to somebody without a name, from a language's table `references`."""

import re
from dataclasses import dataclass
from functools import cache

from konon.language.analysis import Token
from konon.language.base import Language
from konon.record.vocabulary import EntityKind


@dataclass(frozen=True, slots=True)
class Referent:
    """What an unnamed noun phrase with this head is."""

    kind: EntityKind
    definite: bool


@cache
def referents(language: Language) -> dict[str, Referent]:
    """What a phrase with each known head noun is."""
    found: dict[str, Referent] = {}
    for row in language.table("references", "noun"):
        for form in row["forms"]:
            found.setdefault(form, Referent(row["kind"], row.get("definite", False)))
    return found


@cache
def plurals(language: Language) -> frozenset[str]:
    """The head nouns that stand for several people."""
    rows = language.table("references", "noun")
    return frozenset(form for row in rows if row.get("plural") for form in row["forms"])


@cache
def reference_words(language: Language, kind: str) -> frozenset[str]:
    """The forms of a list of the table."""
    return frozenset(form for row in language.table("references", kind) for form in row["forms"])


def plain_words(tokens: list[Token], language: Language) -> list[str]:
    """The words of a phrase without what only points or counts."""
    counting = {"demonstrative", "quantifier", "numeral"}
    return [
        token.lower for token in tokens if token.kind == "word" and not language.classes(token.lower) & counting
    ] or [token.lower for token in tokens]


@cache
def _offices(language: Language) -> dict[tuple[str, ...], str]:
    rows = language.table("references", "same")
    return {tuple(form.split()): row["forms"][0] for row in rows for form in row["forms"]}


def office(words: list[str], language: Language) -> str:
    """The office that a title begins with, by its full name where the table knows one; else its first word."""
    known = _offices(language)
    for width in (3, 2, 1):
        if tuple(words[:width]) in known:
            return known[tuple(words[:width])]
    return words[0]


def holds_office(title: str, wanted: str, language: Language, *, body: str = "") -> bool:
    """Whether a title names this office, at its beginning or within it; alone, or with the body it is held in."""
    words = re.findall(r"\w+", title.lower())
    whole = words + re.findall(r"\w+", body.lower())
    return any(wanted in (office(words[at:], language), office(whole[at:], language)) for at in range(len(words)))


def _bare(word: str, language: Language) -> str:
    """A word without the pronoun on it, where that makes a known noun of it: *warganya* → *warga*."""
    parts = language.morphology.clitic(word)
    return parts[0] if parts and parts[0] in referents(language) else word


def head_noun(tokens: list[Token], language: Language) -> str:
    """The head noun of a phrase, in two words where the table knows them so."""
    plain = [_bare(word, language) for word in plain_words(tokens, language)]
    two = " ".join(plain[:2])
    known = referents(language)
    if two in known:
        return two
    if plain[0] in known:
        return plain[0]
    if tokens[0].capital:
        return plain[0]
    return next((word for word in plain[1:3] if word in known), plain[0])
