"""A record without the parts that are not sure enough.

A part whose confidence nothing tells stays. What a statement that goes has told is told by the statement around it;
where none stays, it goes too: it would else stand there in the reporter's own voice, which the report does not say.
"""

from collections.abc import Iterable, Mapping, Set
from typing import TypeVar

from konon.record.count import Count
from konon.record.entity import Entity
from konon.record.event import Event
from konon.record.record import Record
from konon.record.relation import Relation
from konon.record.statement import Link, Statement

Told = TypeVar("Told", Event, Count, Relation)
Statements = Mapping[str, Statement]


def cut(record: Record, least: float) -> Record:
    """The record with the parts that have at least this confidence, or none, and the entities that those name."""
    statements = {said.id: said for said in record.statements}
    kept = {said.id: said for said in record.statements if _sure(said, least)}
    events = _told(record.events, statements, kept, least=least)
    there = kept.keys() | {event.id for event in events}
    sound = record.model_copy(
        update={
            "statements": tuple(_statement(said, statements, there, least=least) for said in kept.values()),
            "events": events,
            "counts": tuple(
                count if count.event in there else count.model_copy(update={"event": None})
                for count in _told(record.counts, statements, kept, least=least)
            ),
            "relations": _told(record.relations, statements, kept, least=least),
        }
    )
    return sound.model_copy(update={"entities": tuple(_entities(sound, least))})


def _sure(part: Entity | Statement | Link | Told, least: float) -> bool:
    return part.confidence is None or part.confidence >= least


def _nearest(name: str | None, statements: Statements, kept: Set[str]) -> str | None:
    """A statement itself, or the nearest one around it that stays."""
    passed: set[str] = set()
    while name is not None and name not in kept:
        if name in passed:
            return None
        passed.add(name)
        name = statements[name].within
    return name


def _told(parts: Iterable[Told], statements: Statements, kept: Statements, *, least: float) -> tuple[Told, ...]:
    found = []
    for part in parts:
        teller = _nearest(part.attributed_to, statements, kept.keys())
        if _sure(part, least) and (teller is None) == (part.attributed_to is None):
            found.append(part.model_copy(update={"attributed_to": teller}))
    return tuple(found)


def _statement(said: Statement, statements: Statements, there: Set[str], *, least: float) -> Statement:
    within = _nearest(said.within, statements, there)
    chain = tuple(link for link in said.chain if link.role in {"speaker", "outlet"} or _sure(link, least))
    return said.model_copy(
        update={
            "chain": chain,
            "within": None if within == said.id else within,
            "answers": said.answers if said.answers in there else None,
        }
    )


def _entities(record: Record, least: float) -> Iterable[Entity]:
    named = {name for said in record.statements for name in _named(said)}
    for event in record.events:
        named |= {*event.actors, *event.recipients, event.place}
    named |= {end for relation in record.relations for end in (relation.subject, relation.object)}
    staying = {entity.id for entity in record.entities if entity.id in named or _sure(entity, least)}
    known = {entity.id: entity for entity in record.entities}
    # A title keeps the organisation that it is held in, and that one may hold a title of its own.
    waiting = list(staying)
    while waiting:
        new = {role.organization for role in known[waiting.pop()].roles if role.organization} - staying
        staying |= new
        waiting += new
    return (entity for entity in record.entities if entity.id in staying)


def _named(said: Statement) -> set[str | None]:
    return {said.source, said.addressee, *(link.entity for link in said.chain)}
