"""Pairs that were found alike: their scores and reasons, as they are stored in the tables of statements and events."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple
from typing import Any

from sqlalchemy import Column, Connection, Row, Table, select

from konon.archive.keys import Pair, parts
from konon.compare.reasons import Likeness, Reason

_AT_ONCE = 500


def with_alike(connection: Connection, alike: Table, keys: Iterable[int]) -> set[int]:
    """These keys and those that are alike with one of them."""
    found = set(keys)
    for some in parts(sorted(found), _AT_ONCE):
        for mine, other in ((alike.c.one, alike.c.other), (alike.c.other, alike.c.one)):
            found.update(connection.execute(select(other).where(mine.in_(some))).scalars())
    return found


def scores_and_reasons(connection: Connection, alike: Table, keys: Iterable[int]) -> dict[Pair, tuple[float, str]]:
    """The pairs of these keys that were found alike, with their scores and reasons as they are stored."""
    pairs = _pairs(connection, alike, keys, alike.c.score, alike.c.reasons)
    return {(row.one, row.other): (row.score, row.reasons) for row in pairs}


def scores(connection: Connection, alike: Table, keys: Iterable[int]) -> dict[Pair, float]:
    """The pairs of these keys that were found alike, with their scores."""
    return {(row.one, row.other): row.score for row in _pairs(connection, alike, keys, alike.c.score)}


def _pairs(connection: Connection, alike: Table, keys: Iterable[int], *columns: Column[Any]) -> Iterator[Row[Any]]:
    inside = set(keys)
    for some in parts(sorted(inside), _AT_ONCE):
        wanted = select(alike.c.one, alike.c.other, *columns).where(alike.c.one.in_(some))
        yield from (row for row in connection.execute(wanted) if row.other in inside)


def likest(found: Mapping[Pair, tuple[float, str]], key: int) -> Pair | None:
    """The likest pair that a key is in."""
    mine = [pair for pair in found if key in pair]
    return max(mine, key=lambda pair: (found[pair][0], pair), default=None)


def reasons_kept(likeness: Likeness) -> str:
    """Reasons as they are stored."""
    return json.dumps([astuple(reason) for reason in likeness.reasons], ensure_ascii=False, separators=(",", ":"))


def reasons_told(stored: str) -> tuple[Reason, ...]:
    """The reasons that `reasons_kept` stored."""
    return tuple(Reason(*reason) for reason in json.loads(stored))
