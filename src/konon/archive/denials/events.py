"""Events of other reports that denials and confirmations answer: found by those who take part in them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from konon.archive import days, schema
from konon.archive.keys import keys_of, parts
from konon.archive.tellings.said import names_of_actors
from konon.compare.denials import LIKELY_EVENT, Deed, denied
from konon.compare.reasons import Likeness

# So many events of a name are compared, the latest.
_LATEST = 200
# An event is told again, or denied, within so many days.
_DAYS = 14
_AT_ONCE = 500
_EVENT = schema.event.c
_PARTY = schema.party.c
_ANSWER = schema.answer.c


@dataclass(frozen=True, slots=True)
class Event:
    """An event of the archive: its key, that of its report, the day by which it is found, and how it is compared."""

    key: int
    report: int
    day: int
    deed: Deed


def answered_events(connection: Connection, reading: int, number: int) -> Iterator[tuple[int, int, Likeness]]:
    """The keys of denials and of the events that they answer, of which one is of this reading, with their likeness.

    `number` is how many events the reading has; what its own denials answer within it must be kept already.
    """
    first, _ = keys_of(reading)
    own = _loaded(connection, range(first, first + number))
    if not own:
        return
    near = _near(connection, own.values())
    denials = _denials_of(connection, [*own, *near])
    for event in own.values():
        for other in near.values():
            if other.report == event.report or other.deed.type != event.deed.type:
                continue
            like = denied(event.deed, other.deed)
            if like is None or like.score < LIKELY_EVENT or not _near_days(event, other):
                continue
            yield from ((denial, other.key, like) for denial in denials.get(event.key, ()))
            yield from ((denial, event.key, like) for denial in denials.get(other.key, ()))


def _near_days(one: Event, other: Event) -> bool:
    left, right = days.ordinal(one.day), days.ordinal(other.day)
    return left is not None and right is not None and abs(left - right) <= _DAYS


def _near(connection: Connection, events: Iterable[Event]) -> dict[int, Event]:
    """The latest events in which the same actors take part."""
    actors = {actor for event in events for actor in event.deed.actors | event.deed.recipients}
    keys: set[int] = set()
    # Name by name: then the index gives the latest, however many there are.
    for name in names_of_actors(connection, actors):
        latest = select(_PARTY.event).where(_PARTY.name == name).order_by(_PARTY.event.desc()).limit(_LATEST)
        keys.update(connection.execute(latest).scalars())
    return _loaded(connection, keys)


def _loaded(connection: Connection, keys: Iterable[int]) -> dict[int, Event]:
    """The events with these keys that are there and of newest versions."""
    found: dict[int, Event] = {}
    for some in parts(sorted(keys), _AT_ONCE):
        place = schema.name.alias("held")
        wanted = (
            select(_EVENT.key, _EVENT.report, _EVENT.type, _EVENT.mode, _EVENT.day, _EVENT.dated, place.c.actor)
            .join_from(schema.event, schema.report, schema.report.c.key == _EVENT.report)
            .outerjoin(place, place.c.key == _EVENT.place)
            .where(_EVENT.key.in_(some), schema.report.c.newest.is_(True))
        )
        sides = _parties(connection, some)
        for key, report, kind, mode, day, dated, held in connection.execute(wanted):
            deed = Deed(kind, mode, frozenset(sides[key, "actor"]), frozenset(sides[key, "recipient"]), held,
                        days.ordinal(day) if dated else None)  # fmt: skip
            found[key] = Event(key, report, day, deed)
    return found


def _parties(connection: Connection, events: Sequence[int]) -> Mapping[tuple[int, str], set[int]]:
    """Who takes part in events, by their keys and roles."""
    found: dict[tuple[int, str], set[int]] = defaultdict(set)
    wanted = (
        select(_PARTY.event, _PARTY.role, schema.name.c.actor)
        .join_from(schema.party, schema.name, schema.name.c.key == _PARTY.name)
        .where(_PARTY.event.in_(events))
    )
    for event, role, actor in connection.execute(wanted):
        found[event, role].add(actor)
    return found


def _denials_of(connection: Connection, events: Collection[int]) -> dict[int, list[int]]:
    """The denials that answer events of their own report, by these."""
    found: dict[int, list[int]] = {}
    for some in parts(sorted(events), _AT_ONCE):
        wanted = select(_ANSWER.answered, _ANSWER.denial).where(_ANSWER.part == "event", _ANSWER.answered.in_(some))
        for event, denial in connection.execute(wanted):
            if event // schema.PARTS == denial // schema.PARTS:
                found.setdefault(event, []).append(denial)
    return found
