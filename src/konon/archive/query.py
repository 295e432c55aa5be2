"""What people type into a search, taken apart: `source:Qaani act:promise,threaten -outlet:antara "our land"`."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from konon.archive import days
from konon.archive.dialect import Phrase
from konon.archive.terms import stem, terms
from konon.errors import QueryError
from konon.record.vocabulary import ACTS, ENTITY_KINDS, EVENT_TYPES

FIELDS: tuple[str, ...] = ("source", "about", "act", "relay", "outlet", "kind", "after", "before", "country")
EVENT_FIELDS: tuple[str, ...] = ("type", "actor", "place", "after", "before")
_PIECE = re.compile(r'(?P<minus>-?)(?:(?P<field>[A-Za-z]+):)?(?P<value>~?(?:"[^"]*"|[^\s"]+))')
_CLOSED = {"act": ACTS, "kind": ENTITY_KINDS, "type": EVENT_TYPES}
# A word that is only begun stands for all that begin so, which no database finds quickly for many at once.
_MOST_BEGUN, _LEAST_LETTERS = 3, 2
_MOST_WORDS = 50
_COUNTRY = re.compile(r"[A-Za-z]{3}")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A field with the values of which one must fit; none of them may where it is `excluded`."""

    field: str
    values: tuple[str, ...]
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A search taken apart: fields, phrases that must and phrases that may not be in the text, and days."""

    fields: tuple[Wanted, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    without: tuple[Phrase, ...] = ()
    first: int | None = None
    last: int | None = None


def parse(asked: str, *, stemmed: bool = False, known: tuple[str, ...] = FIELDS) -> Query:
    """The search that was asked for; QueryError says what can't be understood.

    A word is sought as it is written, `~word` by its stem, `word*` by its beginning; `stemmed` seeks all words by
    their stems. Words between quotation marks stand behind each other. A minus excludes. `known` are the fields.
    """
    fields: list[Wanted] = []
    phrases: tuple[list[Phrase], list[Phrase]] = ([], [])
    first: int | None = None
    last: int | None = None
    for found in _PIECE.finditer(asked):
        field, value, excluded = (found["field"] or "").lower(), found["value"], bool(found["minus"])
        if not field:
            phrases[excluded].extend(_phrases(value, stemmed=stemmed))
        elif field == "after":
            first = max(first or 0, _day(days.earliest, value, asked))
        elif field == "before":
            last = min(last or 99999999, _day(days.latest, value, asked))
        else:
            fields.append(Wanted(field, _values(field, value, asked, known), excluded))
    _bound([*phrases[False], *phrases[True]], asked)
    return Query(tuple(fields), tuple(phrases[False]), tuple(phrases[True]), first, last)


def _bound(phrases: list[Phrase], asked: str) -> None:
    """QueryError for what would keep a database busy for long."""
    begun = [phrase.terms[-1] for phrase in phrases if phrase.begun]
    if short := [word for word in begun if len(word) < _LEAST_LETTERS]:
        raise QueryError(f"{short[0]}* begins too many words.", subject=asked, remedy="Write two letters or more.")
    if len(begun) > _MOST_BEGUN:
        remedy = "Write some of them out."
        raise QueryError(f"more than {_MOST_BEGUN} words are only begun.", subject=asked, remedy=remedy)
    if sum(len(phrase.terms) for phrase in phrases) > _MOST_WORDS:
        raise QueryError(f"more than {_MOST_WORDS} words.", subject=asked, remedy="Leave some of them out.")


def _phrases(value: str, *, stemmed: bool) -> list[Phrase]:
    """A phrase, or nothing where the value holds no word."""
    by_stem = value.startswith("~") or (stemmed and '"' not in value)
    found = terms(value)
    if by_stem:
        found = [stem(word) for word in found]
    begun = value.endswith("*") and not by_stem
    return [Phrase(tuple(found), stemmed=by_stem, begun=begun)] if found else []


def _values(field: str, value: str, asked: str, known: tuple[str, ...]) -> tuple[str, ...]:
    if field not in known:
        raise QueryError(f"no field {field!r}.", subject=asked, remedy=f"There are: {', '.join(known)}.")
    values = tuple(part for part in ([value[1:-1]] if value.startswith('"') else value.split(",")) if part.strip())
    if not values:
        raise QueryError(f"{field}: has no value.", subject=asked, remedy=f"Such as {field}:{_such(field)}.")
    if field == "type":
        values = tuple(part.upper() for part in values)
    for part in values:
        _check(field, part, asked)
    return values


def _check(field: str, value: str, asked: str) -> None:
    known = _CLOSED.get(field)
    if known and value not in known:
        raise QueryError(f"no {field} {value!r}.", subject=asked, remedy=f"There are: {', '.join(known)}.")
    if field == "country" and not _COUNTRY.fullmatch(value):
        remedy = "Countries have three letters (ISO 3166), such as IDN."
        raise QueryError(f"no country {value!r}.", subject=asked, remedy=remedy)


def _such(field: str) -> str:
    return {"act": "deny", "kind": "person", "country": "IDN", "type": "ASSAULT"}.get(field, "NAME")


def _day(meaning: Callable[[str], int | None], value: str, asked: str) -> int:
    found = meaning(value)
    if found is None:
        raise QueryError(f"{value!r} is no date.", subject=asked, remedy="Write 2024, 2024-03 or 2024-03-11.")
    return found
