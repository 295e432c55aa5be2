"""Actors: names of many reports that stand for one."""

from sqlalchemy import Connection, Select, distinct, func, select

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
    return told(connection, key_of(connection, wanted))


def key_of(connection: Connection, wanted: str) -> int:
    """The key of an actor, found as by `actor`."""
    key: int | None = connection.execute(select(_NAME.actor).where(_NAME.id == wanted)).scalar()
    keys = [key] if key is not None else found(connection, wanted)
    if not keys:
        raise NotKeptError("no actor of this name.", subject=wanted, remedy="Try a part of the name.")
    return keys[0]


def told(connection: Connection, key: int) -> Actor:
    """An actor by its key."""
    names = _names(connection, key)
    all_names = select(_NAME.key).where(_NAME.actor == key)
    acts = _acts(connection, all_names)
    reports = select(func.count(distinct(_ENTITY.report))).where(_ENTITY.name.in_(all_names))
    identifier = connection.execute(select(_NAME.id).where(_NAME.key == key)).scalar_one()
    linked = next((name for name in names if name.registry), names[0])
    return Actor(
        id=identifier, name=names[0].text, kind=linked.kind, country=linked.country, registry=linked.registry,
        names=tuple(names), reports=int(connection.execute(reports).scalar_one()), statements=sum(acts.values()),
        acts=acts, ties=tuple(_ties(connection, all_names)),
    )  # fmt: skip


def _names(connection: Connection, key: int) -> list[ActorName]:
    """The names of an actor, those of most reports first."""
    number = func.count(distinct(_ENTITY.report))
    wanted = (
        select(_NAME.id, _NAME.text, _NAME.kind, _NAME.country, _NAME.registry, number)
        .join_from(schema.name, schema.entity, _ENTITY.name == _NAME.key, isouter=True)
        .where(_NAME.actor == key)
        .group_by(_NAME.key)
        .order_by(number.desc(), _NAME.key)
    )
    return [
        ActorName(id=identifier, text=text, kind=kind, country=country, registry=registry, reports=reports)
        for identifier, text, kind, country, registry, reports in connection.execute(wanted)
    ]


def _acts(connection: Connection, names: Select[int]) -> dict[str, int]:
    """How often an actor did what by speaking, the most frequent first."""
    said = schema.statement.c
    number = func.count()
    wanted = (
        select(said.act, number)
        .where(said.source.in_(names), said.newest.is_(True))
        .group_by(said.act)
        .order_by(number.desc(), said.act)
    )
    return dict(connection.execute(wanted).all())


def _ties(connection: Connection, names: Select[int]) -> list[Tie]:
    held = schema.relation.c
    subject, object_ = schema.name.alias("subject"), schema.name.alias("object")
    one, other = schema.name.alias("one"), schema.name.alias("other")
    number = func.count(distinct(held.report))
    # Not by `or`: then a server would not go by the indexes of both.
    mine = select(held.key).where(held.subject.in_(names)).union(select(held.key).where(held.object.in_(names)))
    wanted = (
        select(one.c.id, one.c.text, held.type, other.c.id, other.c.text, number)
        .join_from(schema.relation, subject, subject.c.key == held.subject)
        .join(object_, object_.c.key == held.object)
        .join(one, one.c.key == subject.c.actor)
        .join(other, other.c.key == object_.c.actor)
        .where(held.key.in_(mine))
        .group_by(one.c.id, one.c.text, held.type, other.c.id, other.c.text)
        .order_by(number.desc(), one.c.text, held.type, other.c.text)
        .limit(_MOST_TIES)
    )
    return [
        Tie(subject=subject_id, subject_name=subject_name, type=kind, object=object_id, object_name=object_name,
            reports=reports)
        for subject_id, subject_name, kind, object_id, object_name, reports in connection.execute(wanted)
    ]  # fmt: skip
