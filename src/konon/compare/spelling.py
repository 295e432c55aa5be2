"""Names by how they are spelled: old and new Indonesian, and the ways in which Arabic names are written."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from konon.gazetteer.folding import fold, pieces

# Two loosely same spellings are as like as this: less than the same, more than most that differ by a letter.
_LOOSE = 0.93
_REMEMBERED = 100_000
_VOWELS = re.compile(r"[aiu]")


@dataclass(frozen=True, slots=True)
class Spellings:
    """The rules of `spelling.toml`: which letters become which, in their order, and words that may be left out."""

    strict: tuple[tuple[re.Pattern[str], str], ...]
    loose: tuple[tuple[re.Pattern[str], str], ...]
    joined: re.Pattern[str]
    left_out: frozenset[str]


def words(name: str) -> list[str]:
    """The folded words of a name in their order, without articles and ties to a father's name.

    What is written in capitals, such as an acronym or a number of an army, stays so: it has one spelling.
    """
    rules = spellings()
    printed = rules.joined.sub("", name).split()
    kept = [word for word in printed if word.isupper() or word.lower() not in rules.left_out] or printed
    return [piece.upper() if word.isupper() else piece for word in kept for piece in pieces(word) if _counts(piece)]


def _counts(piece: str) -> bool:
    # The plus of a name such as OPEC+ tells it from another.
    return piece[0].isalnum() or piece == "+"


@lru_cache(_REMEMBERED)
def respelled(word: str) -> str:
    """A folded word in the spelling that all of its spellings have in common; figures stay."""
    return _applied(word, spellings().strict)


@lru_cache(_REMEMBERED)
def loosely(word: str) -> str:
    """As `respelled`, with letters alike that often, but not always, stand for one another."""
    return _applied(respelled(word), spellings().loose)


def skeleton(word: str) -> str:
    """The consonants of a word, loosely spelled, and whether it begins with a vowel: what all spellings share."""
    if not _spelled(word):
        return word.casefold()
    spelled = loosely(word)
    return ("a" if _VOWELS.match(spelled) else "") + _VOWELS.sub("", spelled) or spelled


def likeness(one: str, other: str) -> float:
    """How like two folded words are spelled, 0 to 1; words with figures are the same or not."""
    # Texts are compared only where archives are: reading needs no alignment.
    from rapidfuzz.distance import Indel

    if one.casefold() == other.casefold():
        return 1.0
    if not (_spelled(one) and _spelled(other)):
        return 0.0
    first, second = respelled(one), respelled(other)
    if first == second:
        return 1.0
    same = _LOOSE if loosely(one) == loosely(other) else 0.0
    return max(same, min(Indel.normalized_similarity(first, second), _LOOSE))


def _spelled(word: str) -> bool:
    """Whether a word is one that people spell in several ways."""
    return word.isalpha() and not word.isupper()


def _applied(word: str, rules: Iterable[tuple[re.Pattern[str], str]]) -> str:
    if not _spelled(word):
        return word.casefold()
    for pattern, written in rules:
        word = pattern.sub(written, word)
    return word


@cache
def spellings() -> Spellings:
    """The rules, read once."""
    table = tomllib.loads(resources.files("konon.compare").joinpath("spelling.toml").read_text(encoding="utf-8"))
    rules: list[dict[str, Any]] = table["rule"]
    joined = "|".join(fold(word) for row in table["article"] for word in row["joined"])
    return Spellings(
        strict=tuple((re.compile(row["from"]), row["to"]) for row in rules if not row.get("loose")),
        loose=tuple((re.compile(row["from"]), row["to"]) for row in rules if row.get("loose")),
        joined=re.compile(rf"(?<![^\W_])(?:{joined})-(?=\w)", re.IGNORECASE),
        left_out=frozenset(
            [word for row in table["article"] for word in row["apart"]]
            + [word for row in table["tie"] for word in row["words"]]
        ),
    )
