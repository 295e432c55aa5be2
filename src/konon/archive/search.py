"""Searches: a query as SQL, found a page at a time, in an order that new reports do not disturb."""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, func, or_, select

from konon import gazetteer
from konon.archive import days, schema
from konon.archive.dialect import Dialect
from konon.archive.findings import FoundReport, FoundStatement, Page
from konon.archive.query import Query, Wanted
from konon.archive.terms import terms
from konon.errors import QueryError

_SAID = schema.statement.c
_KEPT = schema.report.c
Condition = ColumnElement[bool]


def statements(connection: Connection, query: Query, *, dialect: Dialect, size: int,
               after: str | None) -> Page[FoundStatement]:  # fmt: skip
    """The statements that a query finds, the newest first."""
    conditions: list[Condition] = [_SAID.newest.is_(True), *_dates(query, _SAID.day)]
    conditions += [_statement_field(wanted) for wanted in query.fields]
    conditions += _text(query, dialect, "statement", _SAID.key)
    keys, total, follows = _page(connection, schema.statement, conditions, size=size, after=after)
    return Page(tuple(told_statements(connection, keys)), total, follows)


def reports(connection: Connection, query: Query, *, dialect: Dialect, size: int,
            after: str | None) -> Page[FoundReport]:  # fmt: skip
    """The reports that a query finds, the newest first."""
    conditions: list[Condition] = [_KEPT.newest.is_(True), *_dates(query, _KEPT.day)]
    conditions += [_report_field(wanted) for wanted in query.fields]
    present = select(schema.reading.c.report).where(schema.reading.c.record.is_not(None))
    for phrases, excluded in ((query.phrases, False), *(((phrase,), True) for phrase in query.without)):
        if phrases:
            found = _KEPT.key.in_(present.where(schema.reading.c.key.in_(dialect.matching("report", phrases))))
            conditions.append(~found if excluded else found)
    keys, total, follows = _page(connection, schema.report, conditions, size=size, after=after)
    return Page(tuple(told_reports(connection, keys)), total, follows)


def names_like(words: str) -> Select[Any]:
    """The keys of all names of the actors that have a name with these words in it, or are known by them."""
    found_by = terms(words)
    if not found_by:
        raise QueryError("no name.", subject=words, remedy="A name has letters or digits.")
    held = schema.name_term.c
    kept = schema.name.c
    named = and_(*(kept.key.in_(select(held.name).where(held.term == term)) for term in found_by))
    entries = [entry.id for entry in gazetteer.lookup(words)[:1]]
    actors = select(kept.actor).where(or_(named, kept.registry.in_(entries)) if entries else named)
    return select(kept.key).where(kept.actor.in_(actors))


def told_statements(connection: Connection, keys: Sequence[int]) -> list[FoundStatement]:
    """Statements by their keys, in the order of these."""
    said, actor = schema.name.alias("said"), schema.name.alias("actor")
    wanted = (
        select(_SAID.key, _SAID.id, _SAID.day, _SAID.act, said.c.text, actor.c.id, schema.wording.c.content,
               _KEPT.id, _KEPT.url, _KEPT.title, schema.outlet.c.name)
        .join_from(schema.statement, schema.wording, schema.wording.c.statement == _SAID.key)
        .join(schema.report, _KEPT.key == _SAID.report)
        .outerjoin(said, said.c.key == _SAID.source)
        .outerjoin(actor, actor.c.key == said.c.actor)
        .outerjoin(schema.outlet, schema.outlet.c.key == _SAID.outlet)
        .where(_SAID.key.in_(keys))
    )  # fmt: skip
    through = _through(connection, keys)
    found = {
        key: FoundStatement(
            statement=f"{report}/{identifier}", report=report, day=days.iso(day), source=source, actor=actor_id,
            act=act, content=content, through=through.get(key, ()), outlet=outlet, url=url, title=title,
        )
        for key, identifier, day, act, source, actor_id, content, report, url, title, outlet
        in connection.execute(wanted)
    }  # fmt: skip
    return [found[key] for key in keys]


def told_reports(connection: Connection, keys: Sequence[int]) -> list[FoundReport]:
    """Reports by their keys, in the order of these."""
    number = select(func.count()).where(_SAID.report == _KEPT.key).scalar_subquery()
    wanted = (
        select(_KEPT.key, _KEPT.id, _KEPT.url, schema.outlet.c.name, _KEPT.title, _KEPT.day, _KEPT.version,
               _KEPT.newest, number)
        .outerjoin(schema.outlet, schema.outlet.c.key == _KEPT.outlet)
        .where(_KEPT.key.in_(keys))
    )  # fmt: skip
    found = {
        key: FoundReport(report=identifier, url=url, outlet=outlet, title=title, day=days.iso(day), version=version,
                         newest=newest, statements=said)
        for key, identifier, url, outlet, title, day, version, newest, said in connection.execute(wanted)
    }  # fmt: skip
    return [found[key] for key in keys]


def _through(connection: Connection, keys: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """By what media and relays statements came."""
    link = schema.link.c
    wanted = (
        select(link.statement, link.medium, schema.name.c.text)
        .outerjoin(schema.name, schema.name.c.key == link.name)
        .where(link.statement.in_(keys))
        .order_by(link.statement, link.number)
    )
    found: dict[int, tuple[str, ...]] = {}
    for statement, medium, relay in connection.execute(wanted):
        station = medium or relay
        if station:
            found[statement] = (*found.get(statement, ()), station)
    return found


def _page(connection: Connection, table: Table, conditions: list[Condition], *, size: int,
          after: str | None) -> tuple[list[int], int, str | None]:  # fmt: skip
    """The keys of a page, how many there are in all, and where the next page begins."""
    day, key = table.c.day, table.c.key
    total = int(connection.execute(select(func.count()).select_from(table).where(*conditions)).scalar_one())
    wanted = select(day, key).where(*conditions)
    if after is not None:
        last_day, last_key = _cursor(after)
        wanted = wanted.where(or_(day < last_day, and_(day == last_day, key < last_key)))
    found = connection.execute(wanted.order_by(day.desc(), key.desc()).limit(size + 1)).all()
    keys = [row.key for row in found[:size]]
    follows = f"{found[size - 1].day}.{keys[-1]}" if len(found) > size else None
    return keys, total, follows


def _cursor(after: str) -> tuple[int, int]:
    day, _, key = after.partition(".")
    if not (day.isdigit() and key.isdigit()):
        raise QueryError("is no place in what was found.", subject=after, remedy="Take `next` of the page before.")
    return int(day), int(key)


def _dates(query: Query, day: ColumnElement[int]) -> list[Condition]:
    limits = []
    if query.first is not None:
        limits.append(day >= query.first)
    if query.last is not None:
        limits += [day <= query.last, day != days.UNKNOWN]
    return limits


def _text(query: Query, dialect: Dialect, kind: str, key: ColumnElement[int]) -> list[Condition]:
    found = [key.in_(dialect.matching(kind, query.phrases))] if query.phrases else []
    return [*found, *(key.not_in(dialect.matching(kind, [phrase])) for phrase in query.without)]


def _statement_field(wanted: Wanted) -> Condition:
    tests: dict[str, Callable[[str], Condition]] = {
        "source": lambda value: _SAID.source.in_(names_like(value)),
        "about": lambda value: _SAID.key.in_(_about(names_like(value))),
        "relay": lambda value: _SAID.key.in_(_relayed(names_like(value))),
        "act": lambda value: _SAID.act == value,
        "outlet": lambda value: _SAID.outlet.in_(_outlets(value)),
        "kind": lambda value: _SAID.source.in_(select(schema.name.c.key).where(schema.name.c.kind == value)),
        "country": lambda value: _SAID.source.in_(_from(value)),
    }
    return _any(wanted, [tests[wanted.field](value) for value in wanted.values])


def _report_field(wanted: Wanted) -> Condition:
    named = schema.entity.c
    said = select(_SAID.report)
    tests: dict[str, Callable[[str], Condition]] = {
        "source": lambda value: _KEPT.key.in_(said.where(_SAID.source.in_(names_like(value)))),
        "about": lambda value: _KEPT.key.in_(select(named.report).where(named.name.in_(names_like(value)))),
        "relay": lambda value: _KEPT.key.in_(said.where(_SAID.key.in_(_relayed(names_like(value))))),
        "act": lambda value: _KEPT.key.in_(said.where(_SAID.act == value)),
        "outlet": lambda value: _KEPT.outlet.in_(_outlets(value)),
        "kind": lambda value: _KEPT.key.in_(_naming(schema.name.c.kind == value)),
        "country": lambda value: _KEPT.key.in_(_naming(schema.name.c.country == value.upper())),
    }
    return _any(wanted, [tests[wanted.field](value) for value in wanted.values])


def _any(wanted: Wanted, tests: list[Condition]) -> Condition:
    # Where a column is null, neither a test nor its contrary would hold.
    found = func.coalesce(or_(*tests), False)
    return ~found if wanted.excluded else or_(*tests)


def _about(names: Select[Any]) -> Select[Any]:
    return select(schema.about.c.statement).where(schema.about.c.name.in_(names))


def _relayed(names: Select[Any]) -> Select[Any]:
    link = schema.link.c
    return select(link.statement).where(link.name.in_(names), link.role == "relay")


def _outlets(words: str) -> Select[Any]:
    kept = schema.outlet.c
    return select(kept.key).where(*(kept.folded.contains(term, autoescape=True) for term in terms(words)))


def _from(country: str) -> Select[Any]:
    return select(schema.name.c.key).where(schema.name.c.country == country.upper())


def _naming(test: Condition) -> Select[Any]:
    named = schema.entity.c
    return select(named.report).where(named.name.in_(select(schema.name.c.key).where(test)))
