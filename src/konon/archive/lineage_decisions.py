"""What people say of two reports: that one has its text from the other, both from a third, or neither."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from typing import get_args

from sqlalchemy import Connection, insert, or_, select, update

from konon.archive import schema
from konon.archive.relatives import LineageDecision, Verdict
from konon.errors import ArchiveError

_DECIDED = schema.reprint_decision.c
_KEPT = schema.report.c


def decide(connection: Connection, origin: int, copy: int, *, verdict: Verdict, by: str, note: str | None) -> int:
    """Keep a decision on two reports; gives its number. It holds before what was found, and before earlier ones."""
    if origin == copy:
        raise ArchiveError("is one report.", subject=str(origin), remedy="Name two.")
    if verdict not in get_args(Verdict):
        raise ArchiveError("no such verdict.", subject=verdict, remedy=f"Give one of {', '.join(get_args(Verdict))}.")
    ids = dict(connection.execute(select(_KEPT.key, _KEPT.id).where(_KEPT.key.in_([origin, copy]))).all())
    row = {"origin": ids[origin], "copy": ids[copy], "verdict": verdict, "by": by, "note": note, "made": _now()}
    return int(connection.execute(insert(schema.reprint_decision).returning(_DECIDED.key), row).scalar_one())


def withdraw(connection: Connection, decision: int) -> None:
    """Take a decision back; ArchiveError where there is none that stands."""
    mine = _DECIDED.key == decision, _DECIDED.withdrawn.is_(None)
    if not connection.execute(update(schema.reprint_decision).where(*mine).values(withdrawn=_now())).rowcount:
        raise ArchiveError("no such decision stands.", subject=str(decision),
                           remedy="Archive.lineage_decisions() lists them.")  # fmt: skip


def decisions(connection: Connection) -> list[LineageDecision]:
    """All decisions, also those that were taken back; the oldest first."""
    found = connection.execute(select(schema.reprint_decision).order_by(_DECIDED.key)).mappings()
    return [LineageDecision(**row) for row in found]


def carry(connection: Connection, carried: Iterable[LineageDecision]) -> None:
    """Keep decisions of another archive that are not here yet."""
    there = {(one.origin, one.copy, one.verdict, one.by, one.made) for one in decisions(connection)}
    rows = [{name: value for name, value in asdict(one).items() if name != "key"} for one in carried
            if (one.origin, one.copy, one.verdict, one.by, one.made) not in there]  # fmt: skip
    if rows:
        connection.execute(insert(schema.reprint_decision), rows)


def standing(connection: Connection, reports: Sequence[int]) -> list[tuple[int, int, LineageDecision]]:
    """The decisions on these reports that stand, the latest last, each with the keys of origin and copy."""
    origin, copy = schema.report.alias("origin_report"), schema.report.alias("copy_report")
    wanted = (
        select(origin.c.key, copy.c.key, schema.reprint_decision)
        .join_from(schema.reprint_decision, origin, origin.c.id == _DECIDED.origin)
        .join(copy, copy.c.id == _DECIDED.copy)
        .where(_DECIDED.withdrawn.is_(None), or_(origin.c.key.in_(reports), copy.c.key.in_(reports)))
        .order_by(_DECIDED.key)
    )
    return [(row[0], row[1], LineageDecision(**dict(zip(_DECIDED.keys(), row[2:], strict=True))))
            for row in connection.execute(wanted)]  # fmt: skip


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
