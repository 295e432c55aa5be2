"""The places in reports that tie one actor to another."""

from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import ColumnElement, Connection, func, select

from konon.archive import days, schema
from konon.archive.actors import finding
from konon.archive.dialect import Dialect
from konon.archive.findings import FoundReport, Page
from konon.archive.network.finding import Sought, sought
from konon.archive.network.found import Between, Bond, Evidence, Node, Scope
from konon.archive.network.network_schema import tie
from konon.archive.rows import unpacked
from konon.archive.search import page_keys, told_reports, told_statements
from konon.record import Record, Relation
from konon.record.vocabulary import RELATION_TYPES

# So many letters around the words of a relation are told.
_AROUND = 140
_TIE = tie.c


def between(connection: Connection, dialect: Dialect, scope: Scope, *, one: str, other: str,
            after: str | None) -> Between:  # fmt: skip
    """What ties one actor to another, its places the newest first; `after` is `next` of the page before."""
    asked = sought(scope)
    first, second = (finding.key_of(connection, actor) for actor in (one, other))
    counted = {pair: _counted(connection, asked, *pair) for pair in ((first, second), (second, first))}
    nodes = [_node(connection, *pair, sum(counted[pair].values())) for pair in counted]
    conditions: list[ColumnElement[bool]] = [_TIE.one == first, _TIE.other == second, _TIE.kind.in_(asked.kinds)]
    found = page_keys(connection, tie, [*conditions, *asked.days(_TIE.day)], dialect=dialect, size=asked.size,
                      after=after, many=False)  # fmt: skip
    there, back = (
        tuple(Bond(one=here.id, other=away.id, kind=kind, number=number) for kind, number in numbers.items())
        for (here, away), numbers in zip((nodes, nodes[::-1]), counted.values(), strict=True)
    )
    return Between(one=nodes[0], other=nodes[1], there=there, back=back,
                   places=Page(tuple(_told(connection, found.keys)), found.total, found.next, found.exact))  # fmt: skip


def _counted(connection: Connection, asked: Sought, one: int, other: int) -> dict[str, int]:
    """How often one actor is tied to another by each kind of tie, the most frequent first."""
    number = func.count()
    wanted = (
        select(_TIE.kind, number)
        .where(_TIE.one == one, _TIE.other == other, *asked.days(_TIE.day))
        .group_by(_TIE.kind)
        .order_by(number.desc(), _TIE.kind)
    )
    return dict(connection.execute(wanted).all())


def _node(connection: Connection, key: int, _other: int, ties: int) -> Node:
    kept = schema.name.c
    row = connection.execute(select(kept.id, kept.text, kept.kind, kept.country).where(kept.key == key)).one()
    return Node(id=row.id, name=row.text, kind=row.kind, country=row.country, ties=ties)


def _told(connection: Connection, keys: Sequence[int]) -> Iterator[Evidence]:
    rows = {row.key: row for row in connection.execute(select(tie).where(_TIE.key.in_(keys)))}
    spoken = [rows[key].part for key in keys if rows[key].kind not in RELATION_TYPES]
    statements = dict(zip(spoken, told_statements(connection, spoken), strict=True))
    related = sorted({rows[key].report for key in keys if rows[key].kind in RELATION_TYPES})
    reports = dict(zip(related, told_reports(connection, related), strict=True))
    records = _records(connection, related)
    for row in (rows[key] for key in keys):
        if row.kind in RELATION_TYPES:
            record = records[row.report]
            relation = record.relations[row.part % schema.PARTS]
            yield _of_relation(record, relation, reports[row.report], days.iso(row.day))
        else:
            said = statements[row.part]
            yield Evidence(kind=row.kind, day=said.day, report=said.report, outlet=said.outlet, title=said.title,
                           before="", words=said.content, after="", statement=said)  # fmt: skip


def _records(connection: Connection, reports: Sequence[int]) -> Mapping[int, Record]:
    read = schema.reading.c
    wanted = select(read.report, read.record).where(read.report.in_(reports), read.record.is_not(None))
    return {report: unpacked(record) for report, record in connection.execute(wanted)}


def _of_relation(record: Record, relation: Relation, report: FoundReport, day: str | None) -> Evidence:
    text = record.document.text
    begin, end = text.rfind("\n", 0, relation.start) + 1, text.find("\n", relation.end)
    before, after = text[begin : relation.start], text[relation.end : end if end >= 0 else len(text)]
    statement = next((said for said in record.statements if said.id == relation.attributed_to), None)
    teller = None if statement is None else next(
        (entity.name for entity in record.entities if entity.id == statement.source), "")  # fmt: skip
    return Evidence(
        kind=relation.type, day=day, report=report.report, outlet=report.outlet, title=report.title,
        before=before if len(before) <= _AROUND else "… " + before[-_AROUND:].partition(" ")[2],
        words=record.quote(relation.start, relation.end),
        after=after if len(after) <= _AROUND else after[:_AROUND].rpartition(" ")[0] + " …", teller=teller,
    )  # fmt: skip
