"""What the archive holds of an actor beyond its names: where it is named, who passes it on, what it took part in."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, Select, Subquery, distinct, func, select

from konon.archive import days, schema

_MOST = 50
# Of an actor that said more, stations and outlets are counted of the newest.
COUNTED = 10_000
_SAID = schema.statement.c
_KEPT = schema.report.c
Names = Select[tuple[int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """A report that names the actor, and the id of its entity there."""

    report: str
    entity: str
    day: str | None
    outlet: str | None
    title: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """An event that the actor had a part in: as `actor` or as `recipient`."""

    event: str
    report: str
    role: str
    type: str
    mode: str | None
    status: str
    day: str | None
    dated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """Who or what passed on how many of its statements; a medium has no actor."""

    role: str
    name: str
    actor: str | None
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """How many statements of the actor, and how many reports that name it, are of a month such as 2024-03."""

    month: str
    statements: int
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """A title that reports give the actor, in which body, how many do, and the first and the last of their days.

    Title and body are in lower case and without accents; `report` is the latest that tells it.
    """

    title: str
    body: str
    first: str | None
    last: str | None
    reports: int
    report: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """How many of its statements an outlet printed."""

    outlet: str
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Of the newest versions of all pages; of reports and events at most 50, the newest first.

    What was passed on and printed is counted of the newest 10,000 statements.
    """

    appearances: tuple[Appearance, ...]
    parts: tuple[Part, ...]
    passed: tuple[Passed, ...]
    printed: tuple[Printed, ...]
    months: tuple[Month, ...]
    tenures: tuple[Tenure, ...]


def dossier(connection: Connection, key: int) -> Dossier:
    """The dossier of an actor by its key."""
    names = select(schema.name.c.key).where(schema.name.c.actor == key)
    return Dossier(
        appearances=tuple(_appearances(connection, names)),
        parts=tuple(_parts(connection, names)),
        passed=tuple(_passed(connection, names)),
        printed=tuple(_printed(connection, names)),
        months=tuple(_months(connection, names)),
        tenures=tuple(_tenures(connection, names)),
    )


def _appearances(connection: Connection, names: Names) -> Iterator[Appearance]:
    named = schema.entity.c
    wanted = (
        select(_KEPT.id, named.id.label("entity"), _KEPT.day, schema.outlet.c.name, _KEPT.title)
        .join_from(schema.entity, schema.report, _KEPT.key == named.report)
        .outerjoin(schema.outlet, schema.outlet.c.key == _KEPT.outlet)
        .where(named.name.in_(names), _KEPT.newest.is_(True))
        .order_by(_KEPT.day.desc(), _KEPT.key.desc(), named.key)
        .limit(_MOST)
    )
    for report, entity, day, outlet, title in connection.execute(wanted):
        yield Appearance(report=report, entity=entity, day=days.iso(day), outlet=outlet, title=title)


def _parts(connection: Connection, names: Names) -> Iterator[Part]:
    held, party = schema.event.c, schema.party.c
    wanted = (
        select(held.id, _KEPT.id.label("report"), party.role, held.type, held.mode, held.status, held.day, held.dated)
        .join_from(schema.party, schema.event, held.key == party.event)
        .join(schema.report, _KEPT.key == held.report)
        .where(party.name.in_(names), _KEPT.newest.is_(True))
        .order_by(held.day.desc(), held.key.desc(), party.role)
        .limit(_MOST)
    )
    for event, report, role, kind, mode, status, day, dated in connection.execute(wanted):
        yield Part(event=event, report=report, role=role, type=kind, mode=mode, status=status, day=days.iso(day),
                   dated=dated)  # fmt: skip


def _passed(connection: Connection, names: Names) -> Iterator[Passed]:
    link, named, actor = schema.link.c, schema.name.alias("named"), schema.name.alias("actor")
    name = func.coalesce(actor.c.text, link.medium)
    number = func.count(distinct(link.statement))
    newest = _newest(names)
    wanted = (
        select(link.role, name, actor.c.id, number)
        .join_from(newest, schema.link, newest.c.key == link.statement)
        .outerjoin(named, named.c.key == link.name)
        .outerjoin(actor, actor.c.key == named.c.actor)
        .where(name.is_not(None))
        .group_by(link.role, name, actor.c.id)
        .order_by(number.desc(), name)
        .limit(_MOST)
    )
    for role, called, identifier, statements in connection.execute(wanted):
        yield Passed(role=role, name=called, actor=identifier, statements=statements)


def _newest(names: Names) -> Subquery:
    """The newest statements of the actor."""
    wanted = select(_SAID.key, _SAID.outlet).where(_SAID.source.in_(names), _SAID.newest.is_(True))
    return wanted.order_by(_SAID.day.desc(), _SAID.key.desc()).limit(COUNTED).subquery()


def _printed(connection: Connection, names: Names) -> Iterator[Printed]:
    newest, outlet, number = _newest(names), schema.outlet.c, func.count()
    wanted = (
        select(func.trim(outlet.name), number)
        .join_from(newest, schema.outlet, outlet.key == newest.c.outlet)
        .group_by(outlet.key)
        .order_by(number.desc(), outlet.key)
        .limit(_MOST)
    )
    for name, statements in connection.execute(wanted):
        yield Printed(outlet=name, statements=statements)


def _tenures(connection: Connection, names: Names) -> Iterator[Tenure]:
    held = schema.held.c
    # Days that are not known are none; the latest report is the one that came last.
    day = func.nullif(_KEPT.day, days.UNKNOWN)
    number, last = func.count(distinct(held.report)), func.max(held.report)
    wanted = (
        select(held.title, held.body, func.min(day), func.max(day), number, last)
        .join_from(schema.held, schema.report, _KEPT.key == held.report)
        .where(held.name.in_(names), _KEPT.newest.is_(True))
        .group_by(held.title, held.body)
        .order_by(number.desc(), held.title, held.body)
        .limit(_MOST)
    )
    rows = connection.execute(wanted).all()
    latest = select(_KEPT.key, _KEPT.id).where(_KEPT.key.in_([row[-1] for row in rows]))
    ids: dict[int, str] = dict(connection.execute(latest).all())
    for title, body, first, until, reports, key in rows:
        yield Tenure(title=title, body=body, first=days.iso(first or 0), last=days.iso(until or 0), reports=reports,
                     report=ids[key])  # fmt: skip


def _months(connection: Connection, names: Names) -> Iterator[Month]:
    said, named = _SAID.day // 100, _KEPT.day // 100
    statements = select(said, func.count()).where(
        _SAID.source.in_(names), _SAID.newest.is_(True), _SAID.day != days.UNKNOWN
    )
    reports = (
        select(named, func.count(distinct(_KEPT.key)))
        .join_from(schema.entity, schema.report, _KEPT.key == schema.entity.c.report)
        .where(schema.entity.c.name.in_(names), _KEPT.newest.is_(True), _KEPT.day != days.UNKNOWN)
    )
    of_statements: dict[int, int] = dict(connection.execute(statements.group_by(said)).all())
    of_reports: dict[int, int] = dict(connection.execute(reports.group_by(named)).all())
    for month in sorted({*of_statements, *of_reports}):
        day = days.iso(month * 100 + 1) or ""
        yield Month(month=day[:7], statements=of_statements.get(month, 0), reports=of_reports.get(month, 0))
