"""Whom statements are aimed at: who is accused, praised, asked; not all whom a statement names are."""

from collections.abc import Iterable, Iterator

from konon.record import Event, Record, Statement
from konon.record.vocabulary import Act

_ANSWERING: frozenset[Act] = frozenset({"deny", "reject", "confirm"})
# What is said to somebody is aimed at whom it is said to.
_ASKING: frozenset[Act] = frozenset({"demand", "ask", "propose", "promise", "threaten", "warn"})
# Of what is told inside, one is aimed at who did it, the other at whom it is done to.
_OF_DEEDS: frozenset[Act] = frozenset({"accuse", "condemn", "praise", "demand", "ask"})
_BEFORE_DEEDS: frozenset[Act] = frozenset({"threaten", "promise"})
# Nothing is aimed at a place, nor at what nobody knows the kind of.
_NOBODY = ("place", "other")


def aims(record: Record) -> Iterator[tuple[int, str]]:
    """Statements that name their source, by their numbers, each with the id of an entity that it is aimed at.

    That is, by what is known: whose statement it answers; whom it is said to; who did what it tells of (or whom it is
    to be done to); else everybody whom it names. Never its own source.
    """
    kinds = {entity.id: entity.kind for entity in record.entities}
    for number, said in enumerate(record.statements):
        if said.source is not None:
            for entity in dict.fromkeys(_aimed(record, said)):
                if entity != said.source and kinds[entity] not in _NOBODY:
                    yield number, entity


def _aimed(record: Record, said: Statement) -> list[str]:
    for known in (_answered(record, said), _addressed(said), _deeds(record, said)):
        # A denial of what one did oneself is aimed at others.
        others = [entity for entity in known if entity != said.source]
        if others:
            return others
    return list(_named(record, said))


def _answered(record: Record, said: Statement) -> list[str]:
    if said.act not in _ANSWERING:
        return []
    return [other.source for other in record.statements if other.id == said.answers and other.source is not None]


def _addressed(said: Statement) -> list[str]:
    return [said.addressee] if said.addressee is not None and said.act in _ASKING else []


def _deeds(record: Record, said: Statement) -> list[str]:
    inside = [event for event in record.events if event.attributed_to == said.id]
    return [entity for event in inside for entity in _parties(said.act, event)]


def _parties(act: Act, event: Event) -> Iterable[str]:
    return event.actors if act in _OF_DEEDS else event.recipients if act in _BEFORE_DEEDS else ()


def _named(record: Record, said: Statement) -> Iterator[str]:
    for entity in record.entities:
        if any(span.start <= mention.start and mention.end <= span.end
               for span in said.content for mention in entity.mentions):  # fmt: skip
            yield entity.id
