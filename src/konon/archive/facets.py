"""How what a search finds is spread: over sources, acts, outlets, kinds, countries and months."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from konon.archive import days, schema
from konon.archive.dialect import Dialect
from konon.archive.query import Query
from konon.archive.search import conditions_of, many_found

# Of a search that finds more, the newest are counted, so that any search is answered soon.
MOST = 10_000
_LONGEST = 12
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
    wanted = (
        select(_SAID.source, _SAID.act, _SAID.outlet, _SAID.day)
        .where(*conditions_of(query, dialect, many=many_found(connection, query, dialect)))
        .order_by(_SAID.day.desc(), _SAID.key.desc())
        .limit(MOST)
    )
    rows = connection.execute(wanted).all()
    sources = Counter(row.source for row in rows if row.source is not None)
    outlets = Counter(row.outlet for row in rows if row.outlet is not None)
    months = Counter(days.iso(row.day // 100 * 100 + 1) for row in rows if row.day)
    acts, (actors, kinds, countries) = Counter(row.act for row in rows), _of_sources(connection, sources)
    return Facets(
        counted=len(rows), sources=_named(connection, actors), acts=_plain(acts), outlets=_outlets(connection, outlets),
        kinds=_plain(kinds), countries=_plain(countries), months=_months(months),
    )  # fmt: skip


def _of_sources(connection: Connection, sources: Mapping[int, int]) -> tuple[Counter[int], Counter[str], Counter[str]]:
    """Statements by the keys of their actors, by kinds, and by countries."""
    kept = schema.name.c
    actors, kinds, countries = Counter[int](), Counter[str](), Counter[str]()
    wanted = select(kept.key, kept.actor, kept.kind, kept.country).where(kept.key.in_(sources))
    for key, actor, kind, country in connection.execute(wanted):
        actors[actor] += sources[key]
        kinds[kind] += sources[key]
        if country:
            countries[country] += sources[key]
    return actors, kinds, countries


def _named(connection: Connection, actors: Counter[int]) -> tuple[Facet, ...]:
    numbers = dict(_first(actors))
    kept = schema.name.c
    rows = connection.execute(select(kept.key, kept.id, kept.text).where(kept.key.in_(numbers)))
    return _sorted(Facet(identifier, text, numbers[key]) for key, identifier, text in rows)


def _outlets(connection: Connection, outlets: Counter[int]) -> tuple[Facet, ...]:
    numbers = dict(_first(outlets))
    kept = schema.outlet.c
    rows = connection.execute(select(kept.key, func.trim(kept.name)).where(kept.key.in_(numbers)))
    return _sorted(Facet(name, name, numbers[key]) for key, name in rows)


def _plain(numbers: Counter[str]) -> tuple[Facet, ...]:
    return _sorted(Facet(value, value, number) for value, number in numbers.items())[:_LONGEST]


def _months(numbers: Counter[str | None]) -> tuple[Facet, ...]:
    return tuple(Facet(day[:7], day[:7], numbers[day]) for day in sorted(filter(None, numbers)))


def _first(numbers: Counter[int]) -> list[tuple[int, int]]:
    return sorted(numbers.items(), key=lambda counted: (-counted[1], counted[0]))[:_LONGEST]


def _sorted(found: Iterable[Facet]) -> tuple[Facet, ...]:
    return tuple(sorted(found, key=lambda facet: (-facet.number, facet.name)))
