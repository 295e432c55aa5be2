"""Keys in the archive, and the ids that stand for them outside: a part's is `report/part`."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from sqlalchemy import Connection, Table, select

from konon.archive import schema

_AT_ONCE = 400
_KEPT = schema.report.c
Pair = tuple[int, int]
Thing = TypeVar("Thing")


def parts(things: Iterable[Thing], size: int) -> Iterator[tuple[Thing, ...]]:
    """The things, so many at a time."""
    left = iter(things)
    while some := tuple(islice(left, size)):
        yield some


def keys_of(reading: int) -> tuple[int, int]:
    """The first and the last key that a part of a reading can have."""
    return reading * schema.PARTS, (reading + 1) * schema.PARTS - 1


def readings_of(connection: Connection, report: int) -> Sequence[int]:
    """The keys of all readings of a report, also of those that are gone."""
    kept = schema.reading.c
    return connection.execute(select(kept.key).where(kept.report == report)).scalars().all()


def key_of(connection: Connection, part: Table, identifier: str) -> int | None:
    """The key of a statement or event of a newest version by its id in the whole archive; None where there is none."""
    report, _, own = identifier.rpartition("/")
    wanted = (
        select(part.c.key)
        .join_from(part, schema.report, _KEPT.key == part.c.report)
        .where(_KEPT.id == report, part.c.id == own, _KEPT.newest.is_(True))
    )
    found: int | None = connection.execute(wanted).scalar()
    return found


def ids_of(connection: Connection, part: Table, keys: Iterable[int]) -> dict[int, str]:
    """The ids of statements or events in the whole archive, by their keys."""
    found: dict[int, str] = {}
    for some in parts(sorted(keys), _AT_ONCE):
        wanted = (
            select(part.c.key, _KEPT.id, part.c.id)
            .join_from(part, schema.report, _KEPT.key == part.c.report)
            .where(part.c.key.in_(some))
        )
        found |= {key: f"{report}/{identifier}" for key, report, identifier in connection.execute(wanted)}
    return found
