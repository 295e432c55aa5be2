"""Events of the archive as they are compared, and what they are found by: places, what these lie in, and actors."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Select, select, union_all

from konon.archive import days, schema
from konon.archive.dialect import Dialect
from konon.archive.events import event_schema
from konon.archive.keys import parts
from konon.compare.events import REACH, REAL, Happening
from konon.compare.parties import Party
from konon.compare.places import Place, around
from konon.gazetteer.folding import key as folded

_AT_ONCE = 500
# So many events of a feature are looked at, the latest of the days around.
_LATEST = 100

Sides = Mapping[tuple[int, str], list[Party]]
_EVENT, _PARTY, _NAME, _NUMBER = schema.event.c, schema.party.c, schema.name.c, schema.number.c
_HAPPENED, _SCENE = event_schema.happening.c, event_schema.scene.c


@dataclass(frozen=True, slots=True)
class Found:
    """An event: its key, that of its report, the number of the day by which it is found, and how it is compared.

    `names` are the keys of the names of those who take part.
    """

    key: int
    report: int
    day: int
    names: frozenset[int]
    happening: Happening


def load(connection: Connection, keys: Iterable[int]) -> dict[int, Found]:
    """The events with these keys that are there and of newest versions."""
    return {one.key: one for some in parts(dict.fromkeys(keys), _AT_ONCE) for one in _loaded(connection, some)}


def _loaded(connection: Connection, keys: Sequence[int]) -> Iterable[Found]:
    place, kept = schema.name.alias("held"), schema.report.c
    wanted = (
        select(_EVENT.key, _EVENT.report, _EVENT.type, _EVENT.mode, _EVENT.status, _EVENT.day, _HAPPENED.first,
               _HAPPENED.last, _HAPPENED.word, kept.day.label("told"), place.c.actor, place.c.text, place.c.kind,
               place.c.country, place.c.registry)
        .join_from(schema.event, event_schema.happening, _HAPPENED.event == _EVENT.key)
        .join(schema.report, kept.key == _EVENT.report)
        .outerjoin(place, place.c.key == _EVENT.place)
        .where(_EVENT.key.in_(keys), kept.newest.is_(True))
    )  # fmt: skip
    sides, names = _parties(connection, keys)
    numbers = _numbers(connection, keys)
    for row in connection.execute(wanted):
        where = None
        if row.actor is not None:
            where = Place(row.actor, row.text, row.kind == "state", row.country, row.registry)
        happening = Happening(
            row.type, row.mode, row.status, None if row.first is None else (row.first, row.last),
            days.ordinal(row.told), where, tuple(sides[row.key, "actor"]), tuple(sides[row.key, "recipient"]), row.word,
            frozenset(numbers[row.key]),
        )  # fmt: skip
        yield Found(row.key, row.report, row.day, frozenset(names[row.key]), happening)


def _parties(connection: Connection, events: Sequence[int]) -> tuple[Sides, Mapping[int, set[int]]]:
    """Who takes part in events, by their keys and roles, and the keys of the names of all."""
    found: dict[tuple[int, str], list[Party]] = defaultdict(list)
    names: dict[int, set[int]] = defaultdict(set)
    wanted = (
        select(_PARTY.event, _PARTY.role, _PARTY.name, _NAME.actor, _NAME.text, _NAME.kind, _NAME.country)
        .join_from(schema.party, schema.name, _NAME.key == _PARTY.name)
        .where(_PARTY.event.in_(events))
        .order_by(_PARTY.event, _PARTY.role, _PARTY.name)
    )
    for event, role, name, actor, text, kind, country in connection.execute(wanted):
        found[event, role].append(Party(actor, text, kind, country))
        names[event].add(name)
    return found, names


def _numbers(connection: Connection, events: Sequence[int]) -> Mapping[int, set[tuple[str, int]]]:
    """The exact numbers of people that events have."""
    found: dict[int, set[tuple[str, int]]] = defaultdict(set)
    tallied = event_schema.tally.c
    wanted = (
        select(tallied.event, _NUMBER.kind, _NUMBER.minimum)
        .join_from(event_schema.tally, schema.number, _NUMBER.key == tallied.number)
        .where(tallied.event.in_(events), _NUMBER.minimum == _NUMBER.maximum)
    )
    for event, kind, number in connection.execute(wanted):
        found[event].add((kind, number))
    return found


def keep(connection: Connection, dialect: Dialect, found: Iterable[Found]) -> None:
    """Make events findable; those that are only demanded or thought of are not, nor those of no day."""
    rows = [
        {"feature": feature, "type": one.happening.type, "day": one.day, "event": one.key}
        for one in found if _comparable(one)
        for feature in sorted(_own_features(one))
    ]  # fmt: skip
    if rows:
        connection.execute(dialect.insert_new(event_schema.scene), rows)


def candidates(connection: Connection, found: Iterable[Found]) -> dict[int, list[int]]:
    """For each event the keys of others of its type and of days around that share a place or an actor with it."""
    comparable = [one for one in found if _comparable(one)]
    names = _names_of_actors(connection, comparable)
    sought: dict[int, list[int]] = {}
    for one in comparable:
        looked = [_with(features, one) for features in _sought_features(one.happening, names)]
        keys: Sequence[int] = connection.execute(union_all(*looked)).scalars().all() if looked else ()
        sought[one.key] = [key for key in dict.fromkeys(keys) if key != one.key]
    return sought


def _comparable(one: Found) -> bool:
    return one.day != days.UNKNOWN and one.happening.status in REAL


def _with(features: Sequence[str], one: Found) -> Select[int]:
    first, last = days.around(one.day, REACH, REACH)
    latest = (
        select(_SCENE.event)
        .where(_SCENE.feature.in_(features), _SCENE.type == one.happening.type, _SCENE.day.between(first, last))
        .order_by(_SCENE.day.desc(), _SCENE.event.desc())
        .limit(_LATEST)
        .subquery()
    )
    # Databases take a limit within a union only so.
    return select(latest.c.event)


def _own_features(one: Found) -> set[str]:
    """What an event is found by: who takes part, its place by name, by each word of it, by entry, what it lies in."""
    features = {f"who:{name}" for name in one.names}
    place = one.happening.place
    if place is not None:
        features |= {f"at:{folded(place.name)}", *(f"in:{entry}" for entry in around(place))}
        features |= {f"word:{word}" for word in place.words if len(place.words) > 1}
        features |= {f"at:{entry}" for entry in _entries(place)}
    return features


def _sought_features(event: Happening, names: Mapping[int, Sequence[tuple[int, str]]]) -> list[list[str]]:
    """What others that may be the same are found by; what stands together is looked up together."""
    parties = dict.fromkeys(party.actor for party in (*event.actors, *event.recipients))
    sought = [[f"who:{name}" for name, _ in names[actor]] for actor in parties]
    place = event.place
    if place is not None:
        itself = _entries(place)
        named = [f"at:{name}" for _, name in names[place.actor]]
        words = sorted(place.words)
        sought += [
            [*dict.fromkeys((f"at:{folded(place.name)}", *named, *(f"at:{entry}" for entry in itself)))],
            [f"at:{word}" for word in words] if len(words) > 1 else [f"word:{word}" for word in words],
            [f"at:{entry}" for entry in around(place)], [f"in:{entry}" for entry in itself],
        ]  # fmt: skip
    return [features for features in sought if features]


def _entries(place: Place) -> list[str]:
    """The entry of the gazetteer that a place is."""
    if place.registry:
        return [place.registry]
    return [f"state:{place.country}"] if place.state and place.country else []


def _names_of_actors(connection: Connection, found: Iterable[Found]) -> Mapping[int, Sequence[tuple[int, str]]]:
    """The names of those who take part in events, and of their places, by actor: keys and folded words."""
    actors: set[int] = set()
    for one in found:
        event = one.happening
        actors |= {party.actor for party in (*event.actors, *event.recipients)}
        actors |= {event.place.actor} if event.place else set()
    names: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for some in parts(sorted(actors), _AT_ONCE):
        wanted = select(_NAME.actor, _NAME.key, _NAME.folded).where(_NAME.actor.in_(some)).order_by(_NAME.key)
        for actor, name, words in connection.execute(wanted):
            names[actor].append((name, words))
    return names
