"""How events are spread: over years, months and days, and over places."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, Select, func, literal, select, union_all

from konon import gazetteer
from konon.archive import days, schema
from konon.archive.dialect import Dialect
from konon.archive.events import event_schema
from konon.archive.events.finding import conditions_of, found_keys
from konon.archive.events.told import EventPlace, EventPlaces, Tally, Timeline, Unit
from konon.archive.keys import parts

# Periods of a type that are told at most, and events whose places are looked up: beyond them no picture is clearer.
_TALLIES = 10_000
_LOCATED = 5_000
_AT_ONCE = 500
# Statements that name a place are counted so far; databases take no more than some hundred counts at once.
TOLD, _COUNTS = 200, 100
_DIVISOR = {"year": 10_000, "month": 100, "day": 1}
_LENGTH = {"year": 4, "month": 7, "day": 10}
_EVENT, _NAME = schema.event.c, schema.name.c
_HAPPENED, _JOINED = event_schema.happening.c, event_schema.joined.c


def timeline(connection: Connection, asked: str, *, unit: Unit) -> Timeline:
    """How many joined events of each type the periods have that a query finds."""
    conditions = conditions_of(asked)
    period = (_JOINED.day // _DIVISOR[unit]).label("period")
    counted = (
        select(period, _JOINED.type, func.count())
        .where(_JOINED.day != days.UNKNOWN, *conditions)
        .group_by(period, _JOINED.type)
        .order_by(period.desc(), _JOINED.type.desc())
        .limit(_TALLIES + 1)
    )
    rows = connection.execute(counted).all()
    dayless = select(func.count()).select_from(event_schema.joined).where(_JOINED.day == days.UNKNOWN, *conditions)
    told = tuple(Tally(period=_named(number, unit), type=kind, events=events)
                 for number, kind, events in reversed(rows[:_TALLIES]))  # fmt: skip
    return Timeline(unit=unit, tallies=told, dayless=connection.execute(dayless).scalar_one(),
                    exact=len(rows) <= _TALLIES)  # fmt: skip


def _named(number: int, unit: Unit) -> str:
    """A period by the number of its day without the digits that it does not have."""
    divisor = _DIVISOR[unit]
    return (days.iso(number * divisor) or "")[: _LENGTH[unit]]


def places(connection: Connection, asked: str, *, dialect: Dialect) -> EventPlaces:
    """Where the joined events that a query finds happened."""
    page = found_keys(connection, asked, dialect=dialect, size=_LOCATED, after=None)
    types: dict[int, Counter[str]] = defaultdict(Counter)
    placed: set[int] = set()
    for joined, kind, actor in _told_at(connection, page.keys):
        types[actor][kind] += 1
        placed.add(joined)
    found = sorted(_located(connection, types), key=lambda one: (-one.events, one.name, one.place))
    return EventPlaces(events=len(page.keys), placeless=len(page.keys) - len(placed), exact=page.next is None,
                       places=tuple(found))  # fmt: skip


def _told_at(connection: Connection, joined: Sequence[int]) -> Iterator[tuple[int, str, int]]:
    """Joined events, their types, and the actors that their places are, each once."""
    for some in parts(joined, _AT_ONCE):
        wanted = (
            select(_HAPPENED.joined, _JOINED.type, _NAME.actor)
            .join_from(event_schema.happening, event_schema.joined, _JOINED.key == _HAPPENED.joined)
            .join(schema.event, _EVENT.key == _HAPPENED.event)
            .join(schema.name, _NAME.key == _EVENT.place)
            .where(_HAPPENED.joined.in_(some))
            .distinct()
        )
        yield from map(tuple, connection.execute(wanted))


def _located(connection: Connection, types: dict[int, Counter[str]]) -> Iterator[EventPlace]:
    for some in parts(sorted(types), _AT_ONCE):
        wanted = select(_NAME.key, _NAME.id, _NAME.text, _NAME.kind, _NAME.country, _NAME.registry)
        for key, identifier, text, kind, country, registry in connection.execute(wanted.where(_NAME.key.in_(some))):
            spot = gazetteer.spot(text, registry=registry, country=country)
            yield EventPlace(
                place=identifier, name=text, kind=kind, country=country, latitude=spot.latitude if spot else None,
                longitude=spot.longitude if spot else None, exact=spot is not None and spot.exact,
                events=types[key].total(), types=dict(sorted(types[key].items())),
            )  # fmt: skip


def told_of(connection: Connection, actors: Sequence[str]) -> dict[str, int]:
    """How many statements name actors, by the ids of these, counted up to `TOLD` and one more."""
    found: dict[str, int] = {}
    wanted = select(_NAME.id, _NAME.key).where(_NAME.id.in_(actors), _NAME.key == _NAME.actor)
    for some in parts(connection.execute(wanted).all(), _COUNTS):
        counted = connection.execute(union_all(*(_naming(identifier, actor) for identifier, actor in some)))
        found.update((identifier, statements) for identifier, statements in counted)
    return found


def _naming(identifier: str, actor: int) -> Select[str, int]:
    about, said = schema.about.c, schema.statement.c
    some = (
        select(about.statement)
        .join_from(schema.about, schema.statement, said.key == about.statement)
        .where(about.name.in_(select(_NAME.key).where(_NAME.actor == actor)), said.newest.is_(True))
        .limit(TOLD + 1)
        .subquery()
    )
    return select(literal(identifier), func.count()).select_from(some)
