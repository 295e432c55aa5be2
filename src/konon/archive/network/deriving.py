"""What ties actors, kept report by report, and counted."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update

from konon.archive import days, schema
from konon.archive.dialect import Dialect
from konon.archive.kept import Kept
from konon.archive.keys import keys_of
from konon.archive.network.network_schema import bond, tie
from konon.compare.aims import aims
from konon.record import Record

_TIE, _BOND = tie.c, bond.c
Triple = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class _Found:
    """A tie: who is tied to whom by what, when, and the key of the part that tells it."""

    one: int
    other: int
    kind: str
    day: int
    part: int


class Ties:
    """The derivation of what ties actors."""

    name = "ties"
    version = 1

    def derive(self, connection: Connection, dialect: Dialect, kept: Kept) -> None:  # noqa: ARG002 - it has no need of it
        """Put the ties that a report tells into the place of those that it told before."""
        changes = Counter({triple: -number for triple, number in _forget(connection, kept.key).items()})
        if kept.newest:
            found = list(_ties(kept.record, _actors(connection, kept), first=keys_of(kept.reading)[0]))
            rows = [{"report": kept.key, "part": one.part, "kind": one.kind, "one": one.one, "other": one.other,
                     "day": one.day} for one in found]  # fmt: skip
            if rows:
                connection.execute(insert(tie), rows)
            changes.update((one.one, one.other, one.kind) for one in found)
        _count(connection, changes)


def _forget(connection: Connection, report: int) -> Counter[Triple]:
    """Forget the ties of a report; gives how many there were of each kind between whom."""
    told = select(_TIE.one, _TIE.other, _TIE.kind).where(_TIE.report == report)
    before: Counter[Triple] = Counter((one, other, kind) for one, other, kind in connection.execute(told))
    if before:
        connection.execute(delete(tie).where(_TIE.report == report))
    return before


def _actors(connection: Connection, kept: Kept) -> dict[str, int]:
    """The key of the actor of each entity."""
    entity = schema.entity.c
    wanted = (
        select(entity.id, schema.name.c.actor)
        .join_from(schema.entity, schema.name, schema.name.c.key == entity.name)
        .where(entity.key.between(*keys_of(kept.reading)))
    )
    return dict(connection.execute(wanted).all())


def _ties(record: Record, actors: Mapping[str, int], *, first: int) -> Iterator[_Found]:
    published = days.day_of(record.document.published)
    kinds = {entity.id: entity.kind for entity in record.entities}
    for key, relation in enumerate(record.relations, first):
        one, other = actors[relation.subject], actors[relation.object]
        if one != other and "place" not in {kinds[relation.subject], kinds[relation.object]}:
            yield _Found(one, other, relation.type, published, key)
    # Two entities of a report can be one actor, and a statement ties two actors once.
    seen: set[tuple[int, int]] = set()
    for number, aimed in aims(record):
        said = record.statements[number]
        one, other = actors[said.source or ""], actors[aimed]
        if one != other and (number, other) not in seen:
            seen.add((number, other))
            day = days.day_of(said.date.value if said.date else None) or published
            yield _Found(one, other, said.act, day, first + number)


def _count(connection: Connection, changes: Mapping[Triple, int]) -> None:
    """Bring the numbers of bonds up to date."""
    for (one, other, kind), change in sorted(changes.items()):
        if not change:
            continue
        mine = _BOND.one == one, _BOND.other == other, _BOND.kind == kind
        if not connection.execute(update(bond).where(*mine).values(number=_BOND.number + change)).rowcount:
            connection.execute(insert(bond), {"one": one, "other": other, "kind": kind, "number": change})
        elif change < 0:
            connection.execute(delete(bond).where(*mine, _BOND.number <= 0))
