"""How what a search finds is spread: over sources, acts, outlets, kinds, countries and months."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import CTE, ColumnElement, Connection, Select, Text, and_, cast, func, literal, select, union_all

from konon.archive import days, schema
from konon.archive.dialect import Dialect
from konon.archive.query import Query
from konon.archive.search import conditions_of, many_found

# Of a search that finds more, the newest are counted, so that any search is answered soon.
MOST = 10_000
_LONGEST = 12
# Of so many of the newest statements, such a share is often: along the days, MOST of them are soon found.
_SAMPLED, _OFTEN = 500, 0.1
Numbers = list[tuple[str, int]]
_SAID = schema.statement.c


@dataclass(frozen=True, slots=True)
class Facet:
    """A value of a field, how it is called, and how many statements have it; `value` can be searched for."""

    value: str
    name: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """The most frequent values of each field; `months` are all, in their order. `counted` statements were counted."""

    counted: int
    sources: tuple[Facet, ...]
    acts: tuple[Facet, ...]
    outlets: tuple[Facet, ...]
    kinds: tuple[Facet, ...]
    countries: tuple[Facet, ...]
    months: tuple[Facet, ...]


def facets(connection: Connection, query: Query, *, dialect: Dialect) -> Facets:
    """The facets of the statements that a query finds, at most `MOST` of the newest."""
    conditions = conditions_of(query, dialect, many=many_found(connection, query, dialect))
    wanted = select(_SAID.source, _SAID.act, _SAID.outlet, (_SAID.day // 100).label("month")).where(*conditions)
    if _frequent(connection, query, conditions, dialect):
        wanted = dialect.walking(wanted, schema.statement, "statement_day")
    found = wanted.order_by(_SAID.day.desc(), _SAID.key.desc()).limit(MOST).cte("found")
    numbers = _numbers(connection, found)
    months = {days.iso(int(month) * 100 + 1): number for month, number in numbers["month"] if int(month)}
    return Facets(
        counted=sum(number for _, number in numbers["act"]), sources=_named(connection, numbers["actor"]),
        acts=_plain(numbers["act"]), outlets=_outlets(connection, numbers["outlet"]), kinds=_plain(numbers["kind"]),
        countries=_plain(numbers["country"]), months=_months(months),
    )  # fmt: skip


def _frequent(connection: Connection, query: Query, conditions: list[ColumnElement[bool]], dialect: Dialect) -> bool:
    """Whether so many of the newest statements are of a kind that is asked for that the others soon follow."""
    if not any(wanted.field == "kind" for wanted in query.fields):
        return False
    newest = select(and_(*conditions).label("fits")).order_by(_SAID.day.desc(), _SAID.key.desc()).limit(_SAMPLED)
    fits = connection.execute(dialect.walking(newest, schema.statement, "statement_day")).scalars()
    return sum(map(bool, fits)) > _SAMPLED * _OFTEN


def _numbers(connection: Connection, found: CTE) -> dict[str, Numbers]:
    """How many of the statements that were found have each value of each field; the database counts them at once."""
    kept, held = schema.name.c, found.c
    number = func.count().label("number")
    sources = (
        select(kept.actor, kept.kind, kept.country, number)
        .join_from(found, schema.name, kept.key == held.source)
        .group_by(kept.key)
        .cte("sources")
    )
    fields: list[tuple[str, ColumnElement[Any], ColumnElement[int]]] = [
        (name, held[name], number) for name in ("act", "outlet", "month")
    ]
    fields += [(name, sources.c[name], func.sum(sources.c.number)) for name in ("actor", "kind", "country")]
    counted = [_values(name, value, how_many) for name, value, how_many in fields]
    numbers: dict[str, Numbers] = {name: [] for name, _, _ in fields}
    for name, value, how_many in connection.execute(union_all(*counted)):
        numbers[name].append((value, int(how_many)))
    return numbers


def _values(field: str, value: ColumnElement[Any], number: ColumnElement[int]) -> Select[str, str, int]:
    """The values of a field with their numbers; of actors and outlets, which are thousands, the first alone."""
    each = (
        select(literal(field).label("field"), cast(value, Text).label("value"), number.label("number"))
        .where(value.is_not(None))
        .group_by(value)
    )
    if field not in {"actor", "outlet"}:
        return each
    first = each.order_by(number.desc(), value).limit(_LONGEST).subquery().c
    return select(first.field, first.value, first.number)


def _named(connection: Connection, actors: Numbers) -> tuple[Facet, ...]:
    numbers = {int(key): number for key, number in actors}
    kept = schema.name.c
    rows = connection.execute(select(kept.key, kept.id, kept.text).where(kept.key.in_(numbers)))
    return _sorted(Facet(identifier, text, numbers[key]) for key, identifier, text in rows)


def _outlets(connection: Connection, outlets: Numbers) -> tuple[Facet, ...]:
    numbers = {int(key): number for key, number in outlets}
    kept = schema.outlet.c
    rows = connection.execute(select(kept.key, func.trim(kept.name)).where(kept.key.in_(numbers)))
    return _sorted(Facet(name, name, numbers[key]) for key, name in rows)


def _plain(numbers: Numbers) -> tuple[Facet, ...]:
    return _sorted(Facet(value, value, number) for value, number in numbers)[:_LONGEST]


def _months(numbers: Mapping[str | None, int]) -> tuple[Facet, ...]:
    return tuple(Facet(day[:7], day[:7], numbers[day]) for day in sorted(filter(None, numbers)))


def _sorted(found: Iterable[Facet]) -> tuple[Facet, ...]:
    return tuple(sorted(found, key=lambda facet: (-facet.number, facet.name)))
