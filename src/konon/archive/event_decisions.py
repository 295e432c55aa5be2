"""What people say of two events: that they are one, or two; such a decision can be taken back."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, or_, select, update

from konon.archive import event_schema, schema
from konon.archive.decisions import ids_of
from konon.archive.event_findings import EventDecision
from konon.archive.said import parts
from konon.errors import ArchiveError

_AT_ONCE = 500
_DECIDED = event_schema.event_decision.c
_EVENT = schema.event.c
_KEPT = schema.report.c
Pair = tuple[int, int]


def decided(connection: Connection, events: Iterable[int]) -> tuple[set[Pair], set[Pair]]:
    """The pairs with these events that are decided to be one, and those to be two; the last word holds."""
    verdicts: dict[Pair, bool] = {}
    for decision in _standing(connection, events):
        one, other = (key_of(connection, event) for event in (decision.one, decision.other))
        # An event that is read otherwise by now is none any more.
        if one is not None and other is not None:
            verdicts[min(one, other), max(one, other)] = decision.same
    same = {pair for pair, verdict in verdicts.items() if verdict}
    return same, set(verdicts) - same


def decisions(connection: Connection, events: Iterable[str] | None = None) -> list[EventDecision]:
    """The decisions on these events, or all, also those that were taken back; the oldest first."""
    wanted = select(event_schema.event_decision).order_by(_DECIDED.key)
    if events is not None:
        ids = list(events)
        wanted = wanted.where(or_(_DECIDED.one.in_(ids), _DECIDED.other.in_(ids)))
    return [EventDecision(**row) for row in connection.execute(wanted).mappings()]


def decide(connection: Connection, one: str, other: str, *, same: bool, by: str, note: str | None) -> int:
    """Keep a decision; gives its number."""
    if one == other:
        raise ArchiveError("is one event.", subject=one, remedy="Name two.")
    if not by.strip():
        raise ArchiveError("a decision needs somebody who makes it.", remedy="Name them: --by NAME")
    row = {"one": one, "other": other, "same": same, "by": by, "note": note, "made": _now()}
    return int(connection.execute(insert(event_schema.event_decision).returning(_DECIDED.key), row).scalar_one())


def withdraw(connection: Connection, decision: int) -> EventDecision:
    """Take a decision back; ArchiveError where there is none that stands."""
    mine = _DECIDED.key == decision, _DECIDED.withdrawn.is_(None)
    if not connection.execute(update(event_schema.event_decision).where(*mine).values(withdrawn=_now())).rowcount:
        raise ArchiveError("no such decision stands.", subject=str(decision), remedy="List them: konon event")
    found = connection.execute(select(event_schema.event_decision).where(_DECIDED.key == decision)).mappings().one()
    return EventDecision(**found)


def key_of(connection: Connection, event: str) -> int | None:
    """The key of an event of a newest version by its id in the whole archive; None where there is none."""
    report, _, identifier = event.rpartition("/")
    wanted = (
        select(_EVENT.key)
        .join_from(schema.event, schema.report, _KEPT.key == _EVENT.report)
        .where(_KEPT.id == report, _EVENT.id == identifier, _KEPT.newest.is_(True))
    )
    found: int | None = connection.execute(wanted).scalar()
    return found


def _standing(connection: Connection, events: Iterable[int]) -> Iterator[EventDecision]:
    if connection.execute(select(_DECIDED.key).limit(1)).first() is None:
        return
    ids = ids_of(connection, schema.event, events)
    found = {decision.key: decision for some in parts(sorted(ids.values()), _AT_ONCE)
             for decision in decisions(connection, some) if decision.withdrawn is None}  # fmt: skip
    yield from (found[key] for key in sorted(found))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
