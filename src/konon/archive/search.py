"""Searches: a query as SQL, found a page at a time, in an order that new reports do not disturb."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, func, or_, select

from konon import gazetteer
from konon.archive import days, schema
from konon.archive.dialect import Dialect
from konon.archive.findings import FoundReport, FoundStatement, Page
from konon.archive.query import Query, Wanted
from konon.archive.retold import tellers
from konon.archive.terms import terms
from konon.errors import QueryError

# So many are counted, since to count all would take as long as to read all.
_COUNTED = 1_000
_WALKED = 100
_ID = re.compile("n[0-9a-f]{12}")
# Longer numbers are none that a database keeps.
_PLACE = re.compile(r"([0-9]{1,8})\.([0-9]{1,18})")
_SAID = schema.statement.c
_KEPT = schema.report.c
_READ = schema.reading.c
Condition = ColumnElement[bool]


def statements(connection: Connection, query: Query, *, dialect: Dialect, size: int,
               after: str | None) -> Page[FoundStatement]:  # fmt: skip
    """The statements that a query finds, the newest first."""
    many = many_found(connection, query, dialect)
    found = page_keys(connection, schema.statement, conditions_of(query, dialect, many=many), dialect=dialect,
                      size=size, after=after, many=many and not _narrowed(query))  # fmt: skip
    return Page(tuple(told_statements(connection, found.keys)), found.total, found.next, found.exact)


def many_found(connection: Connection, query: Query, dialect: Dialect) -> bool:
    """Whether the words of a query are in so many statements that each had better be looked at in turn."""
    return bool(query.phrases) and dialect.many(connection, "statement", query.phrases)


def conditions_of(query: Query, dialect: Dialect, *, many: bool) -> list[Condition]:
    """What must hold of the statements that a query finds."""
    # What is added keeps the database from looking up each key that the list holds.
    key = _SAID.key + 0 if many else _SAID.key
    conditions: list[Condition] = [_SAID.newest.is_(True), *dates(query, _SAID.day)]
    conditions += [_statement_field(wanted, few=_few(query)) for wanted in query.fields]
    if query.phrases:
        return [*conditions, key.in_(dialect.matching("statement", query.phrases, query.without))]
    return [*conditions, *(~dialect.holding("statement", _SAID.key, phrase) for phrase in query.without)]


def reports(connection: Connection, query: Query, *, dialect: Dialect, size: int,
            after: str | None) -> Page[FoundReport]:  # fmt: skip
    """The reports that a query finds, the newest first."""
    many = bool(query.phrases) and dialect.many(connection, "report", query.phrases)
    conditions: list[Condition] = [_KEPT.newest.is_(True), *dates(query, _KEPT.day)]
    conditions += [_report_field(wanted) for wanted in query.fields]
    present = select(_READ.report).where(_READ.record.is_not(None))
    for phrases, excluded in ((query.phrases, False), *(((phrase,), True) for phrase in query.without)):
        if phrases:
            matching = dialect.matching("report", phrases)
            each = present.where(_READ.report == _KEPT.key, (_READ.key + 0).in_(matching)).exists()
            found = each if many or excluded else _KEPT.key.in_(present.where(_READ.key.in_(matching)))
            conditions.append(~found if excluded else found)
    found_ = page_keys(connection, schema.report, conditions, dialect=dialect, size=size, after=after,
                   many=many and not _narrowed(query))  # fmt: skip
    return Page(tuple(told_reports(connection, found_.keys)), found_.total, found_.next, found_.exact)


def _narrowed(query: Query) -> bool:
    """Whether more is asked for than words."""
    return bool(query.fields or query.without or query.first is not None or query.last is not None)


def names_like(words: str) -> Select[Any]:
    """The keys of all names of the actors that have a name with these words in it, or are known by them.

    The id of an actor or of one of its names stands for that actor alone.
    """
    if _ID.fullmatch(words):
        whose = select(schema.name.c.actor).where(schema.name.c.id == words)
        return select(schema.name.c.key).where(schema.name.c.actor.in_(whose))
    found_by = terms(words)
    if not found_by:
        raise QueryError("no name.", subject=words, remedy="A name has letters or digits.")
    held = schema.name_term.c
    kept = schema.name.c
    named = and_(*(kept.key.in_(select(held.name).where(held.term == term)) for term in found_by))
    entries = [entry.id for entry in gazetteer.lookup(words)[:1]]
    actors = select(kept.actor).where(named)
    if entries:
        # Not by `or`: then no database would go by the indexes of both.
        return select(kept.key).where(
            kept.actor.in_(actors.union(select(kept.actor).where(kept.registry.in_(entries))))
        )
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
    through, telling = _through(connection, keys), tellers(connection, keys)
    found = {
        key: FoundStatement(
            statement=f"{report}/{identifier}", report=report, day=days.iso(day), source=source, actor=actor_id,
            act=act, content=content, through=through.get(key, ()), outlet=outlet, url=url, title=title,
            reports=telling.get(key, 1),
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


@dataclass(frozen=True, slots=True)
class PageKeys:
    """The keys of a page, how many there are in all, and where the next page begins."""

    keys: list[int]
    total: int
    exact: bool
    next: str | None


def page_keys(connection: Connection, table: Table, conditions: list[Condition], *, dialect: Dialect, size: int,
          after: str | None, many: bool) -> PageKeys:  # fmt: skip
    """The keys of a page: few are found in any order, of `many` the newest along the days, until the page is full."""
    day, key = table.c.day, table.c.key
    last = cursor_of(after) if after is not None else None
    wanted = select(day, key).where(*conditions)
    found = [] if many else [(row.day, row.key) for row in connection.execute(wanted.limit(_COUNTED + 1))]
    exact = not many and len(found) <= _COUNTED
    total = len(found) if exact else _COUNTED
    if exact:
        found = sorted((place for place in found if last is None or place < last), reverse=True)[: size + 1]
    else:
        # What is seldom found is far apart along the days: a large page of it is found sooner in any order.
        walked = dialect.walking(wanted, table, f"{table.name}_day") if many or size <= _WALKED else wanted
        if last is not None:
            walked = walked.where(day <= last[0], or_(day < last[0], key < last[1]))
        rows = connection.execute(walked.order_by(day.desc(), key.desc()).limit(size + 1))
        found = [(row.day, row.key) for row in rows]
    follows = "{}.{}".format(*found[size - 1]) if len(found) > size else None
    return PageKeys([place[1] for place in found[:size]], total, exact, follows)


def cursor_of(after: str) -> tuple[int, int]:
    """The place where a page begins, by what `next` of the page before gave; QueryError for anything else."""
    found = _PLACE.fullmatch(after)
    if found is None:
        raise QueryError("is no place in what was found.", subject=after, remedy="Take `next` of the page before.")
    return int(found[1]), int(found[2])


def dates(query: Query, day: ColumnElement[int]) -> list[Condition]:
    """What the days of a query ask of a day."""
    limits = []
    if query.first is not None:
        limits.append(day >= query.first)
    if query.last is not None:
        limits += [day <= query.last, day != days.UNKNOWN]
    return limits


def _few(query: Query) -> bool:
    """Whether something is asked for that fewer statements have than an act."""
    asked = {wanted.field for wanted in query.fields if not wanted.excluded}
    return bool(query.phrases or asked & {"source", "about", "relay", "outlet"})


def _statement_field(wanted: Wanted, *, few: bool) -> Condition:
    # What is added keeps SQLite from going along all statements of an act.
    act = _SAID.act + "" if few else _SAID.act
    tests: dict[str, Callable[[str], Condition]] = {
        "source": lambda value: _SAID.source.in_(names_like(value)),
        "about": lambda value: _SAID.key.in_(_about(names_like(value))),
        "relay": lambda value: _SAID.key.in_(_relayed(names_like(value))),
        "act": lambda value: act == value,
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
        "act": lambda value: said.where(_SAID.report == _KEPT.key, (_SAID.act + "") == value).exists(),
        "outlet": lambda value: _KEPT.outlet.in_(_outlets(value)),
        "kind": _names_kind,
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


def _names_kind(kind: str) -> Condition:
    """Whether a report names something of a kind: nearly all do, so that each is looked at by itself."""
    first = _READ.key * schema.PARTS
    named = (
        select(schema.entity.c.key)
        .join_from(schema.reading, schema.entity, schema.entity.c.key.between(first, first + schema.PARTS - 1))
        .join(schema.name, schema.name.c.key == schema.entity.c.name)
        .where(_READ.report == _KEPT.key, _READ.record.is_not(None), schema.name.c.kind == kind)
    )
    return named.exists()


def _naming(test: Condition) -> Select[Any]:
    named = schema.entity.c
    return select(named.report).where(named.name.in_(select(schema.name.c.key).where(test)))
