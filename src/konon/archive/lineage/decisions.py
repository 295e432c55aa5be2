"""What people say of two reports: that one has its text from the other, both from a third, or neither."""

from collections.abc import Sequence
from typing import get_args

from sqlalchemy import Connection, or_, select

from konon.archive import schema
from konon.archive.decisions import Decisions
from konon.archive.lineage import lineage_schema
from konon.archive.lineage.relatives import LineageDecision, Verdict
from konon.errors import ArchiveError

_DECIDED = lineage_schema.reprint_decision.c
_KEPT = schema.report.c
DECISIONS = Decisions(lineage_schema.reprint_decision, LineageDecision, pair=("origin", "copy"), verdict="verdict",
                      listed="List them: konon lineage")  # fmt: skip


def decide(connection: Connection, origin: int, copy: int, *, verdict: Verdict, by: str, note: str | None) -> int:
    """Keep a decision on two reports; gives its number. It holds before what was found, and before earlier ones."""
    if origin == copy:
        raise ArchiveError("is one report.", subject=str(origin), remedy="Name two.")
    if verdict not in get_args(Verdict):
        raise ArchiveError("no such verdict.", subject=verdict, remedy=f"Give one of {', '.join(get_args(Verdict))}.")
    ids = dict(connection.execute(select(_KEPT.key, _KEPT.id).where(_KEPT.key.in_([origin, copy]))).all())
    return DECISIONS.keep(
        connection, {"origin": ids[origin], "copy": ids[copy], "verdict": verdict, "by": by, "note": note}
    )


def standing(connection: Connection, reports: Sequence[int]) -> list[tuple[int, int, LineageDecision]]:
    """The decisions on these reports that stand, the latest last, each with the keys of origin and copy."""
    origin, copy = schema.report.alias("origin_report"), schema.report.alias("copy_report")
    wanted = (
        select(origin.c.key, copy.c.key, lineage_schema.reprint_decision)
        .join_from(lineage_schema.reprint_decision, origin, origin.c.id == _DECIDED.origin)
        .join(copy, copy.c.id == _DECIDED.copy)
        .where(_DECIDED.withdrawn.is_(None), or_(origin.c.key.in_(reports), copy.c.key.in_(reports)))
        .order_by(_DECIDED.key)
    )
    return [(row[0], row[1], LineageDecision(**dict(zip(_DECIDED.keys(), row[2:], strict=True))))
            for row in connection.execute(wanted)]  # fmt: skip
