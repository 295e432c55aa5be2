"""Joined events, found and told."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, func, or_, select

from konon import gazetteer
from konon.archive import days, schema
from konon.archive.alike import likest, reasons_told, scores_and_reasons
from konon.archive.dialect import Dialect
from konon.archive.events import event_schema
from konon.archive.events.decisions import DECISIONS
from konon.archive.events.told import FoundEvent, JoinedEvent, ToldEvent
from konon.archive.findings import Page
from konon.archive.keys import ids_of, key_of, parts
from konon.archive.query import EVENT_FIELDS, Wanted, parse
from konon.archive.search import Condition, PageKeys, dates, names_like, page_keys
from konon.errors import ArchiveError, NotKeptError, QueryError

_EVENT, _KEPT, _NAME, _PARTY = schema.event.c, schema.report.c, schema.name.c, schema.party.c
_HAPPENED, _JOINED, _SCENE = event_schema.happening.c, event_schema.joined.c, event_schema.scene.c
_AT_ONCE = 500
# So many of those who take part are told, the most often named.
_SHOWN = 5
Thing = TypeVar("Thing")


def events(connection: Connection, asked: str, *, dialect: Dialect, size: int, after: str | None) -> Page[FoundEvent]:
    """The joined events that a query finds, the newest first."""
    page = found_keys(connection, asked, dialect=dialect, size=size, after=after)
    found = told_events(connection, page.keys)
    return Page(tuple(found[key] for key in page.keys if key in found), page.total, page.next, page.exact)


def found_keys(connection: Connection, asked: str, *, dialect: Dialect, size: int, after: str | None) -> PageKeys:
    """The keys of the joined events that a query finds, the newest first."""
    return page_keys(connection, event_schema.joined, conditions_of(asked), dialect=dialect, size=size, after=after,
                     many=False)  # fmt: skip


def conditions_of(asked: str) -> list[Condition]:
    """What must hold of the joined events that a query finds; QueryError where it is none for events."""
    query = parse(asked, known=EVENT_FIELDS)
    if query.phrases or query.without:
        remedy = f"Events are found by fields: {', '.join(f'{field}:' for field in EVENT_FIELDS)}."
        raise QueryError("words alone find no events.", subject=asked, remedy=remedy)
    return [*dates(query, _JOINED.day), *(_condition(wanted) for wanted in query.fields)]


def event(connection: Connection, asked: str) -> JoinedEvent:
    """A joined event by the id of any of those that tell it, which is told first."""
    key = found_key(connection, asked)
    joined, members = members_of(connection, key)
    found = told_events(connection, [joined])[joined]
    return JoinedEvent(found=found, told=tuple(_told(connection, key, members)))


def found_key(connection: Connection, event_id: str) -> int:
    """The key of an event by its id; NotKeptError where there is none."""
    key = key_of(connection, schema.event, event_id)
    if key is None:
        raise NotKeptError("no such event.", subject=event_id, remedy="Find it: konon events type:ASSAULT")
    return key


def members_of(connection: Connection, event_key: int) -> tuple[int, list[int]]:
    """The key of the joined event that an event belongs to, and those of all that are joined to it."""
    joined: int | None = connection.execute(select(_HAPPENED.joined).where(_HAPPENED.event == event_key)).scalar()
    if joined is None:
        raise ArchiveError("this event is not compared yet.", subject=str(event_key), remedy="Run: konon reread")
    wanted = select(_HAPPENED.event).where(_HAPPENED.joined == joined).order_by(_HAPPENED.event)
    return joined, list(connection.execute(wanted).scalars())


def told_events(connection: Connection, joined: Sequence[int]) -> dict[int, FoundEvent]:
    """Joined events by their keys; those whose reports are all gone are left out."""
    members: dict[int, list[Row[Any]]] = defaultdict(list)
    for some in parts(joined, _AT_ONCE):
        for row in _rows(connection, _HAPPENED.joined.in_(some)):
            members[row.joined].append(row)
    summaries = {row.key: row for some in parts(joined, _AT_ONCE)
                 for row in connection.execute(select(event_schema.joined).where(_JOINED.key.in_(some)))}  # fmt: skip
    keys = [row.key for rows in members.values() for row in rows]
    sides, numbers = _sides(connection, keys), _numbers(connection, keys)
    return {key: _found(summaries[key], rows, sides, numbers) for key, rows in members.items() if key in summaries}


def _condition(wanted: Wanted) -> Condition:
    if wanted.field == "type":
        found: Condition = _JOINED.type.in_(wanted.values)
    else:
        seek = _with_actor if wanted.field == "actor" else _at_place
        held = select(_HAPPENED.joined).where(or_(*(seek(value) for value in wanted.values)))
        found = _JOINED.key.in_(held)
    return ~found if wanted.excluded else found


def _with_actor(words: str) -> Condition:
    return _HAPPENED.event.in_(select(_PARTY.event).where(_PARTY.name.in_(names_like(words))))


def _at_place(words: str) -> Condition:
    """At a place of this name, or at one that lies in it as far as the gazetteer knows."""
    named = select(_EVENT.key).where(_EVENT.place.in_(names_like(words)))
    around = [f"in:{entry.id}" for entry in gazetteer.lookup(words)]
    within = select(_SCENE.event).where(_SCENE.feature.in_(around))
    return or_(_HAPPENED.event.in_(named), _HAPPENED.event.in_(within)) if around else _HAPPENED.event.in_(named)


def _rows(connection: Connection, condition: Condition) -> Sequence[Row[Any]]:
    """The events of newest versions, each with its report and place."""
    wanted = (
        select(_EVENT.key, _HAPPENED.joined, _EVENT.id, _EVENT.day, _EVENT.dated, _EVENT.mode, _EVENT.status,
               _HAPPENED.trigger, _NAME.text.label("place"), _NAME.country, _KEPT.id.label("report"), _KEPT.url,
               _KEPT.title, schema.outlet.c.name.label("outlet"))
        .join_from(event_schema.happening, schema.event, _EVENT.key == _HAPPENED.event)
        .join(schema.report, _KEPT.key == _EVENT.report)
        .outerjoin(schema.name, _NAME.key == _EVENT.place)
        .outerjoin(schema.outlet, schema.outlet.c.key == _KEPT.outlet)
        .where(condition, _KEPT.newest.is_(True))
        .order_by(_EVENT.key)
    )  # fmt: skip
    return list(connection.execute(wanted))


def _sides(connection: Connection, keys: Iterable[int]) -> Mapping[tuple[int, str], list[str]]:
    """The names of those who take part in events, by their keys and roles."""
    found: dict[tuple[int, str], list[str]] = defaultdict(list)
    for some in parts(keys, _AT_ONCE):
        wanted = (
            select(_PARTY.event, _PARTY.role, _NAME.text)
            .join_from(schema.party, schema.name, _NAME.key == _PARTY.name)
            .where(_PARTY.event.in_(some))
            .order_by(_PARTY.event, _PARTY.role, _PARTY.name)
        )
        for event_key, role, name in connection.execute(wanted):
            found[event_key, role].append(name)
    return found


def _numbers(connection: Connection, keys: Iterable[int]) -> Counter[int]:
    """How many numbers of people events have."""
    kept = event_schema.tally.c
    found: Counter[int] = Counter()
    for some in parts(keys, _AT_ONCE):
        wanted = select(kept.event, func.count()).where(kept.event.in_(some)).group_by(kept.event)
        found.update(dict(connection.execute(wanted).all()))
    return found


def _found(summary: Row[Any], rows: Sequence[Row[Any]], sides: Mapping[tuple[int, str], list[str]],
           numbers: Mapping[int, int]) -> FoundEvent:  # fmt: skip
    first = rows[0]
    place = _most((row.place, row.country) for row in rows if row.place)
    named = {role: Counter(name for row in rows for name in sides.get((row.key, role), ()))
             for role in ("actor", "recipient")}  # fmt: skip
    return FoundEvent(
        event=f"{first.report}/{first.id}", day=days.iso(summary.day), dated=summary.dated, type=summary.type,
        mode=_most(row.mode for row in rows if row.mode), status=_most(row.status for row in rows) or first.status,
        trigger=_most(row.trigger for row in rows) or "", place=place[0] if place else None,
        country=place[1] if place else None,
        actors=tuple(name for name, _ in named["actor"].most_common(_SHOWN)),
        recipients=tuple(name for name, _ in named["recipient"].most_common(_SHOWN)),
        reports=len({row.report for row in rows}), outlets=len({row.outlet for row in rows if row.outlet}),
        numbers=sum(numbers.get(row.key, 0) for row in rows),
    )  # fmt: skip


def _most(things: Iterable[Thing]) -> Thing | None:
    """The most frequent thing, the first of equally frequent ones; None where there is none."""
    return next((thing for thing, _ in Counter(things).most_common(1)), None)


def _told(connection: Connection, key: int, members: Sequence[int]) -> list[ToldEvent]:
    rows = [row for some in parts(members, _AT_ONCE) for row in _rows(connection, _EVENT.key.in_(some))]
    ids = ids_of(connection, schema.event, members)
    scores = scores_and_reasons(connection, event_schema.event_alike, members)
    standing = DECISIONS.joining(connection, ids[key])
    told = []
    for row in rows:
        pair = (min(key, row.key), max(key, row.key))
        known = pair if pair in scores else likest(scores, row.key)
        via = next((ids.get(end) for end in known or () if end not in {key, row.key}), None)
        score, reasons = (1.0, "[]") if row.key == key else scores[known] if known else (0.0, "[]")
        told.append(ToldEvent(
            event=ids[row.key], report=row.report, day=days.iso(row.day), dated=row.dated, status=row.status,
            trigger=row.trigger, place=row.place, outlet=row.outlet, url=row.url, title=row.title, score=score,
            reasons=reasons_told(reasons), via=None if row.key == key else via,
            decision=standing.get(frozenset((ids[key], ids[row.key]))),
        ))  # fmt: skip
    return sorted(told, key=lambda one: (one.event != ids[key], -one.score))
