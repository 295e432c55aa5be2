"""The first of each text that several reports have, with how many others have it: counted as pairs come and go."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, delete, insert, or_, select

from konon.archive import schema
from konon.archive.findings import Page
from konon.archive.keys import parts
from konon.archive.lineage import lineage_schema
from konon.archive.lineage.decisions import standing
from konon.archive.lineage.relatives import LineageDecision, Reprinted
from konon.archive.search import cursor_of, told_reports

_REPRINT = lineage_schema.reprint.c
_FIRST = lineage_schema.reprinted.c
_AT_ONCE = 400
# So many are counted, since to count all would take as long as to read all.
_COUNTED = 1_000


def count(connection: Connection, reports: Iterable[int]) -> None:
    """Count anew in how many others the text of these reports is; one that has it from another has none."""
    for some in parts(sorted(set(reports)), _AT_ONCE):
        pairs = _pairs(connection, some)
        above = {copy for _, copy in pairs}
        connection.execute(delete(lineage_schema.reprinted).where(_FIRST.report.in_(some)))
        rows = [{"report": report, "others": others} for report in some if report not in above
                if (others := sum(origin == report for origin, _ in pairs))]  # fmt: skip
        if rows:
            connection.execute(insert(lineage_schema.reprinted), rows)


def recount(connection: Connection, decided: Iterable[LineageDecision]) -> None:
    """Count anew for the reports that these decisions are on."""
    ids = sorted({report for decision in decided for report in (decision.origin, decision.copy)})
    for some in parts(ids, _AT_ONCE):
        wanted = select(schema.report.c.key).where(schema.report.c.id.in_(some))
        count(connection, connection.execute(wanted).scalars().all())


def _pairs(connection: Connection, reports: Sequence[int]) -> set[tuple[int, int]]:
    """The pairs that these reports are in, the one that came first in front, as people decided where they did."""
    wanted = select(_REPRINT.origin, _REPRINT.copy).where(or_(_REPRINT.origin.in_(reports), _REPRINT.copy.in_(reports)))
    pairs = {(origin, copy) for origin, copy in connection.execute(wanted)}
    for origin, copy, decision in standing(connection, reports):
        pairs -= {(origin, copy), (copy, origin)}
        if decision.verdict != "apart":
            pairs.add((origin, copy))
    return pairs


def firsts(connection: Connection, *, size: int, after: str | None) -> Page[Reprinted]:
    """The reports whose text most others have, these first; of as many the one that came last."""
    numbers = connection.execute(select(_FIRST.report).limit(_COUNTED + 1)).scalars().all()
    wanted = select(_FIRST.others, _FIRST.report).order_by(_FIRST.others.desc(), _FIRST.report.desc()).limit(size + 1)
    if after is not None:
        others, report = cursor_of(after)
        wanted = wanted.where(_FIRST.others <= others, or_(_FIRST.others < others, _FIRST.report < report))
    rows = connection.execute(wanted).all()
    told = told_reports(connection, [row.report for row in rows[:size]])
    items = tuple(Reprinted(report=found, others=row.others) for row, found in zip(rows, told, strict=False))
    follows = "{}.{}".format(*rows[size - 1]) if len(rows) > size else None
    return Page(items, min(len(numbers), _COUNTED), follows, len(numbers) <= _COUNTED)
