"""Actors: names of many reports that stand for one."""

from collections.abc import Sequence

from sqlalchemy import Connection, distinct, func, select

from konon.archive import schema
from konon.archive.findings import Actor, ActorName, Tie
from konon.archive.search import names_like
from konon.errors import NotKeptError

_MOST_TIES = 100
_NAME = schema.name.c
_ENTITY = schema.entity.c


def found(connection: Connection, words: str) -> list[int]:
    """The keys of the actors that have a name with these words in it, those of most reports first."""
    number = func.count(distinct(_ENTITY.report))
    wanted = (
        select(_NAME.actor)
        .join_from(schema.name, schema.entity, _ENTITY.name == _NAME.key)
        .where(_NAME.key.in_(names_like(words)))
        .group_by(_NAME.actor)
        .order_by(number.desc(), _NAME.actor)
    )
    return list(connection.execute(wanted).scalars())


def actor(connection: Connection, wanted: str) -> Actor:
    """An actor by its id or a name; NotKeptError where there is none."""
    return told(connection, [key_of(connection, wanted)])[0]


def key_of(connection: Connection, wanted: str) -> int:
    """The key of an actor, found as by `actor`."""
    key: int | None = connection.execute(select(_NAME.actor).where(_NAME.id == wanted)).scalar()
    keys = [key] if key is not None else found(connection, wanted)
    if not keys:
        raise NotKeptError("no actor of this name.", subject=wanted, remedy="Try a part of the name.")
    return keys[0]


def told(connection: Connection, keys: Sequence[int]) -> list[Actor]:
    """Actors by their keys, in the order of these."""
    names, acts, ties = _names(connection, keys), _acts(connection, keys), _ties(connection, keys)
    reports, identifiers = _reports(connection, keys), _identifiers(connection, keys)
    return [
        Actor(
            id=identifiers[key], name=named[0].text, kind=linked.kind, country=linked.country,
            registry=linked.registry, names=tuple(named), reports=reports.get(key, 0),
            statements=sum(acts[key].values()), acts=acts[key], ties=tuple(ties[key]),
        )
        for key in keys
        for named in [names[key]]
        for linked in [next((name for name in named if name.registry), named[0])]
    ]  # fmt: skip


def _identifiers(connection: Connection, keys: Sequence[int]) -> dict[int, str]:
    return dict(connection.execute(select(_NAME.key, _NAME.id).where(_NAME.key.in_(keys))).all())


def _reports(connection: Connection, keys: Sequence[int]) -> dict[int, int]:
    """How many reports name each of the actors."""
    wanted = (
        select(_NAME.actor, func.count(distinct(_ENTITY.report)))
        .join_from(schema.name, schema.entity, _ENTITY.name == _NAME.key)
        .where(_NAME.actor.in_(keys))
        .group_by(_NAME.actor)
    )
    return dict(connection.execute(wanted).all())


def _names(connection: Connection, keys: Sequence[int]) -> dict[int, list[ActorName]]:
    """The names of each actor, those of most reports first."""
    number = func.count(distinct(_ENTITY.report))
    wanted = (
        select(_NAME.actor, _NAME.id, _NAME.text, _NAME.kind, _NAME.country, _NAME.registry, number)
        .join_from(schema.name, schema.entity, _ENTITY.name == _NAME.key, isouter=True)
        .where(_NAME.actor.in_(keys))
        .group_by(_NAME.key)
        .order_by(number.desc(), _NAME.key)
    )
    found: dict[int, list[ActorName]] = {key: [] for key in keys}
    for actor, identifier, text, kind, country, registry, reports in connection.execute(wanted):
        name = ActorName(id=identifier, text=text, kind=kind, country=country, registry=registry, reports=reports)
        found[actor].append(name)
    return found


def _acts(connection: Connection, keys: Sequence[int]) -> dict[int, dict[str, int]]:
    """How often each actor did what by speaking, the most frequent first."""
    said = schema.statement.c
    number = func.count()
    wanted = (
        select(_NAME.actor, said.act, number)
        .join_from(schema.name, schema.statement, said.source == _NAME.key)
        .where(_NAME.actor.in_(keys), said.newest.is_(True))
        .group_by(_NAME.actor, said.act)
        .order_by(number.desc(), said.act)
    )
    found: dict[int, dict[str, int]] = {key: {} for key in keys}
    for actor, act, statements in connection.execute(wanted):
        found[actor][act] = statements
    return found


def _ties(connection: Connection, keys: Sequence[int]) -> dict[int, list[Tie]]:
    """The ties of each actor, those of most reports first."""
    held = schema.relation.c
    names = select(_NAME.key).where(_NAME.actor.in_(keys))
    subject, object_ = schema.name.alias("subject"), schema.name.alias("object")
    number = func.count(distinct(held.report))
    # Not by `or`: then a server would not go by the indexes of both.
    mine = select(held.key).where(held.subject.in_(names)).union(select(held.key).where(held.object.in_(names)))
    grouped = (
        select(subject.c.actor.label("one"), held.type, object_.c.actor.label("other"), number.label("reports"))
        .join_from(schema.relation, subject, subject.c.key == held.subject)
        .join(object_, object_.c.key == held.object)
        .where(held.key.in_(mine))
        .group_by(subject.c.actor, held.type, object_.c.actor)
        .subquery()
    )
    one, other = schema.name.alias("one"), schema.name.alias("other")
    wanted = (
        select(grouped.c.one, grouped.c.other, one.c.id, one.c.text, grouped.c.type, other.c.id, other.c.text,
               grouped.c.reports)
        .join_from(grouped, one, one.c.key == grouped.c.one)
        .join(other, other.c.key == grouped.c.other)
        .order_by(grouped.c.reports.desc(), one.c.text, grouped.c.type, other.c.text)
    )  # fmt: skip
    found: dict[int, list[Tie]] = {key: [] for key in keys}
    for left, right, subject_id, subject_name, kind, object_id, object_name, reports in connection.execute(wanted):
        tie = Tie(subject=subject_id, subject_name=subject_name, type=kind, object=object_id, object_name=object_name,
                  reports=reports)  # fmt: skip
        for key in {left, right} & found.keys():
            if len(found[key]) < _MOST_TIES:
                found[key].append(tie)
    return found
