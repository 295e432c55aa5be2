"""Clues: stems, and pairs of stems, by which statements that may be alike are found without comparing with all."""

import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from sqlalchemy import CompoundSelect, Connection, bindparam, select, union_all

from konon.archive import days, schema
from konon.archive.dialect import Dialect
from konon.archive.keys import parts
from konon.archive.tellings.said import Said
from konon.compare.contents import Content

# A statement is found by at least and at most so many of its stems, else by a share of them: those whose hash is least,
# so that two statements that share stems share clues. Stems that are all common are rare in pairs, as they stand.
_LEAST, _PAIRS, _MOST, _SHARE = 8, 6, 24, 3
# What more statements of the days in question have is no clue.
_COMMON = 60
# The most promising candidates of a statement.
_CANDIDATES = 40
_AT_ONCE = 40
_NONE = -1
_CLUE = schema.clue.c
Window = tuple[int, int]


def clues(content: Content) -> list[int]:
    """The stems and pairs of them that a content is found by, as they are stored."""
    pairs = {" ".join(pair) for pair in pairwise(content.words)}
    return [term for some, least in ((content.stems, _LEAST), (pairs, _PAIRS)) for term in _chosen(some, least)]


def _chosen(words: Iterable[str], least: int) -> list[int]:
    hashed = sorted(zlib.crc32(word.encode()) for word in words)
    return hashed[: min(_MOST, max(least, len(hashed) // _SHARE))]


def keep(connection: Connection, dialect: Dialect, statements: Iterable[Said]) -> None:
    """Let statements be found."""
    rows = [{"term": term, "day": said.day, "statement": said.key}
            for said in statements for term in clues(said.telling.content)]  # fmt: skip
    if rows:
        connection.execute(dialect.insert_new(schema.clue), rows)


def candidates(connection: Connection, statements: Sequence[Said], *, before: int, after: int) -> dict[int, list[int]]:
    """For each statement the keys of others, within so many days, that share clues; the most promising first."""
    windows: dict[Window, list[Said]] = defaultdict(list)
    for said in statements:
        windows[days.around(said.day, before, after)].append(said)
    found: dict[int, list[int]] = {}
    for window, listed in windows.items():
        terms = {said.key: clues(said.telling.content) for said in listed}
        holders = _holders(connection, sorted({term for some in terms.values() for term in some}), window)
        for key, some in terms.items():
            found[key] = _promising(key, some, holders)
    return found


def _promising(key: int, terms: Sequence[int], holders: dict[int, list[int]]) -> list[int]:
    shared: Counter[int] = Counter()
    weight: Counter[int] = Counter()
    for term in terms:
        listed = holders.get(term, ())
        for other in listed:
            shared[other] += 1
            # Rare ones tell more; in whole numbers, so that sums don't depend on their order.
            weight[other] += _COMMON * _COMMON // len(listed)
    least = 1 if len(terms) < _LEAST + _PAIRS else 2
    promising = [other for other, number in shared.items() if number >= least and other != key]
    return sorted(promising, key=lambda other: (-weight[other], other))[:_CANDIDATES]


def _holders(connection: Connection, terms: Sequence[int], window: Window) -> dict[int, list[int]]:
    """Which statements have these clues; common ones are left out."""
    found: dict[int, list[int]] = {}
    for some in parts(terms, _AT_ONCE):
        # Always as many, so that the database is asked the same question.
        values = {f"term{place}": term for place, term in enumerate((*some, *[_NONE] * (_AT_ONCE - len(some))))}
        for term, statement in connection.execute(_question(), {**values, "first": window[0], "last": window[1]}):
            found.setdefault(term, []).append(statement)
    return {term: listed for term, listed in found.items() if len(listed) <= _COMMON}


@cache
def _question() -> CompoundSelect[int, int]:
    first, *more = [
        select(
            select(_CLUE.term, _CLUE.statement)
            .where(_CLUE.term == bindparam(f"term{place}"), _CLUE.day.between(bindparam("first"), bindparam("last")))
            .limit(_COMMON + 1)
            .subquery()
        )
        for place in range(_AT_ONCE)
    ]
    return union_all(first, *more)
