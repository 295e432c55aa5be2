"""What people say of two statements: that they are one, or two; such a decision can be taken back."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import UTC, datetime

from sqlalchemy import Connection, Table, insert, or_, select, update

from konon.archive import schema
from konon.archive.said import parts
from konon.archive.told import Decision
from konon.errors import ArchiveError

_DECIDED = schema.telling_decision.c
_SAID = schema.statement.c
_AT_ONCE = 400
Pair = tuple[int, int]


def decided(connection: Connection, statements: Iterable[int]) -> tuple[set[Pair], set[Pair]]:
    """The pairs with these statements that are decided to be the same, and those to be apart; the last word holds."""
    verdicts: dict[Pair, bool] = {}
    for decision in _standing(connection, statements):
        one, other = (key_of(connection, statement) for statement in (decision.one, decision.other))
        # A statement that is read otherwise by now is none any more.
        if one is not None and other is not None:
            verdicts[min(one, other), max(one, other)] = decision.same
    same = {pair for pair, verdict in verdicts.items() if verdict}
    return same, set(verdicts) - same


def decisions(connection: Connection, statements: Iterable[str] | None = None) -> list[Decision]:
    """The decisions on these statements, or all, also those that were taken back; the oldest first."""
    wanted = select(schema.telling_decision).order_by(_DECIDED.key)
    if statements is not None:
        ids = list(statements)
        wanted = wanted.where(or_(_DECIDED.one.in_(ids), _DECIDED.other.in_(ids)))
    return [Decision(**row) for row in connection.execute(wanted).mappings()]


def decide(connection: Connection, one: str, other: str, *, same: bool, by: str, note: str | None) -> int:
    """Keep a decision; gives its number."""
    if one == other:
        raise ArchiveError("is one statement.", subject=one, remedy="Name two.")
    row = {"one": one, "other": other, "same": same, "by": by, "note": note, "made": _now()}
    return int(connection.execute(insert(schema.telling_decision).returning(_DECIDED.key), row).scalar_one())


def withdraw(connection: Connection, decision: int) -> Decision:
    """Take a decision back; ArchiveError where there is none that stands."""
    mine = _DECIDED.key == decision, _DECIDED.withdrawn.is_(None)
    if not connection.execute(update(schema.telling_decision).where(*mine).values(withdrawn=_now())).rowcount:
        raise ArchiveError("no such decision stands.", subject=str(decision), remedy="List them: konon decisions")
    found = connection.execute(select(schema.telling_decision).where(_DECIDED.key == decision)).mappings().one()
    return Decision(**found)


def carry(connection: Connection, carried: Iterable[Decision]) -> None:
    """Keep decisions of another archive that are not here yet."""
    there = {(one.one, one.other, one.same, one.by, one.made) for one in decisions(connection)}
    rows = [{name: value for name, value in asdict(one).items() if name != "key"} for one in carried
            if (one.one, one.other, one.same, one.by, one.made) not in there]  # fmt: skip
    if rows:
        connection.execute(insert(schema.telling_decision), rows)


def key_of(connection: Connection, statement: str) -> int | None:
    """The key of a statement of a newest version by its id in the whole archive; None where there is none."""
    report, _, identifier = statement.rpartition("/")
    wanted = (
        select(_SAID.key)
        .join_from(schema.statement, schema.report, schema.report.c.key == _SAID.report)
        .where(schema.report.c.id == report, _SAID.id == identifier, _SAID.newest.is_(True))
    )
    found: int | None = connection.execute(wanted).scalar()
    return found


def ids_of(connection: Connection, part: Table, keys: Iterable[int]) -> dict[int, str]:
    """The ids of statements or events in the whole archive, by their keys."""
    found: dict[int, str] = {}
    for some in parts(sorted(keys), _AT_ONCE):
        wanted = (
            select(part.c.key, schema.report.c.id, part.c.id)
            .join_from(part, schema.report, schema.report.c.key == part.c.report)
            .where(part.c.key.in_(some))
        )
        found |= {key: f"{report}/{identifier}" for key, report, identifier in connection.execute(wanted)}
    return found


def _standing(connection: Connection, statements: Iterable[int]) -> Iterator[Decision]:
    if connection.execute(select(_DECIDED.key).limit(1)).first() is None:
        return
    ids = ids_of(connection, schema.statement, statements)
    found = {decision.key: decision for some in parts(sorted(ids.values()), _AT_ONCE)
             for decision in decisions(connection, some) if decision.withdrawn is None}  # fmt: skip
    yield from (found[key] for key in sorted(found))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
