"""Which statements of several reports are the same, told again: found by clues and actors, put into clusters."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, delete, insert, select

from konon.archive import days, schema
from konon.archive.alike import reasons_kept, scores, with_alike
from konon.archive.dialect import Dialect
from konon.archive.kept import Kept
from konon.archive.keys import Pair, keys_of, parts, readings_of
from konon.archive.tellings import clues
from konon.archive.tellings.decisions import DECISIONS
from konon.archive.tellings.said import Said, load, names_of_actors
from konon.compare.groups import groups
from konon.compare.reasons import Likeness
from konon.compare.tellings import NEAR, SAME, likeness

# A statement is told again within so many days.
DAYS = 7
# So many statements of the same actor are compared, the latest of those days.
_OF_ACTOR = 200
# A statement is kept alike with so many others, the likest.
_EACH = 40
_AT_ONCE = 500
_SAID = schema.statement.c
_ALIKE = schema.alike.c
_TOLD = schema.telling.c


class Tellings:
    """The derivation of clusters of statements."""

    name = "tellings"
    version = 1

    def derive(self, connection: Connection, dialect: Dialect, kept: Kept) -> None:
        """Put a report's statements into clusters with others that are the same."""
        touched = _forget(connection, kept.key)
        if kept.newest:
            first, _ = keys_of(kept.reading)
            statements = load(connection, range(first, first + len(kept.record.statements)))
            clues.keep(connection, dialect, statements.values())
            found = _alike(connection, statements)
            rows = [{"one": one, "other": other, "score": like.score, "reasons": reasons_kept(like)}
                    for (one, other), like in found.items()]  # fmt: skip
            if rows:
                connection.execute(dialect.insert_new(schema.alike), rows)
            touched |= set(statements)
        regroup(connection, touched)


def regroup(connection: Connection, statements: Iterable[int]) -> None:
    """Put these statements, and those that they are in clusters with, into clusters anew."""
    mates: dict[int, int] = {}
    members: set[int] = set()
    same: set[Pair] = set()
    apart: set[Pair] = set()
    waiting = with_alike(connection, schema.alike, statements)
    while waiting:
        found = _clustered(connection, waiting)
        mates |= found
        joined, parted = DECISIONS.decided(connection, waiting | set(found))
        same |= joined
        apart |= parted
        members |= waiting | set(found)
        waiting = {key for pair in joined for key in pair} - members
    formed = groups(scores(connection, schema.alike, members), same=same, apart=apart, least=SAME, each=_EACH)
    _write(connection, mates, {key: min(group) for group in formed for key in group})


def _write(connection: Connection, before: Mapping[int, int], after: Mapping[int, int]) -> None:
    """Write the clusters that are other than before."""
    gone = [key for key, cluster in before.items() if after.get(key) != cluster]
    for some in parts(gone, _AT_ONCE):
        connection.execute(delete(schema.telling).where(_TOLD.statement.in_(some)))
    new = [{"statement": key, "cluster": cluster} for key, cluster in after.items() if before.get(key) != cluster]
    if new:
        connection.execute(insert(schema.telling), new)


def _forget(connection: Connection, report: int) -> set[int]:
    """Forget what followed from a report; gives the statements that were in clusters with those of it."""
    left: set[int] = set()
    for reading in readings_of(connection, report):
        first, last = keys_of(reading)
        mine = _TOLD.statement.between(first, last)
        mates = _clustered(connection, connection.execute(select(_TOLD.statement).where(mine)).scalars().all())
        left |= {key for key in mates if not first <= key <= last}
        connection.execute(delete(schema.telling).where(mine))
        connection.execute(delete(schema.clue).where(schema.clue.c.statement.between(first, last)))
        for side in (_ALIKE.one, _ALIKE.other):
            connection.execute(delete(schema.alike).where(side.between(first, last)))
    return left


def _clustered(connection: Connection, statements: Iterable[int]) -> dict[int, int]:
    """All that is in the clusters of these statements, with its cluster."""
    found: dict[int, int] = {}
    for some in parts(sorted(statements), _AT_ONCE):
        clusters = select(_TOLD.cluster).where(_TOLD.statement.in_(some))
        wanted = select(_TOLD.statement, _TOLD.cluster).where(_TOLD.cluster.in_(clusters))
        found |= dict(connection.execute(wanted).all())
    return found


def _alike(connection: Connection, statements: Mapping[int, Said]) -> dict[Pair, Likeness]:
    """The pairs of these and other statements that are alike, for each the likest."""
    listed = list(statements.values())
    sought = clues.candidates(connection, listed, before=DAYS, after=DAYS)
    mates = _by_actor(connection, listed)
    for said in listed:
        if said.actor is not None:
            sought[said.key] += mates[said.actor, said.day]
    others = load(connection, (key for keys in sought.values() for key in keys))
    found: dict[Pair, Likeness] = {}
    for said in listed:
        compared = {key: _compared(said, others[key]) for key in dict.fromkeys(sought[said.key])
                    if key in others and key != said.key}  # fmt: skip
        alike = {key: like for key, like in compared.items() if like and like.score >= NEAR}
        for key in sorted(alike, key=lambda key: (-alike[key].score, key))[:_EACH]:
            found[min(key, said.key), max(key, said.key)] = alike[key]
    return found


def _compared(one: Said, other: Said) -> Likeness | None:
    first, second = sorted((one, other), key=lambda said: said.key)
    return likeness(first.telling, second.telling)


def _by_actor(connection: Connection, statements: Sequence[Said]) -> dict[tuple[int, int], list[int]]:
    """What the same actors have said around the same days."""
    actors = {(said.actor, said.day) for said in statements if said.actor is not None}
    names: dict[int, list[int]] = defaultdict(list)
    for name, actor in names_of_actors(connection, {actor for actor, _ in actors}).items():
        names[actor].append(name)
    return {(actor, day): said_by(connection, names[actor], days.around(day, DAYS, DAYS)) for actor, day in actors}


def said_by(connection: Connection, names: Iterable[int], window: clues.Window) -> list[int]:
    """The latest statements of these names in some days."""
    found: list[tuple[int, int]] = []
    # Name by name: then the index gives the latest, however many there are.
    for name in names:
        wanted = (
            select(_SAID.day, _SAID.key)
            .where(_SAID.source == name, _SAID.day.between(*window), _SAID.newest.is_(True))
            .order_by(_SAID.day.desc(), _SAID.key.desc())
            .limit(_OF_ACTOR)
        )
        found += [(day, key) for day, key in connection.execute(wanted)]
    return [key for _, key in sorted(found, reverse=True)[:_OF_ACTOR]]
