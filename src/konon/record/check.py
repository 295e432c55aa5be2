"""What must hold of any record."""

from collections.abc import Iterator

from konon.errors import RecordError
from konon.record.record import Record
from konon.record.vocabulary import MODES


def breaches(record: Record) -> list[str]:
    """Everything that the record breaks, a line each; empty for a sound record."""
    return [*_spans(record), *_ids(record), *_chains(record), *_modes(record)]


def check(record: Record) -> Record:
    """The record itself; RecordError names what it breaks."""
    found = breaches(record)
    if found:
        raise RecordError("; ".join(found), subject=record.document.id)
    return record


def _spans(record: Record) -> Iterator[str]:
    length = len(record.document.text)
    for part in ("entities", "statements", "events", "counts", "relations"):
        for number, item in enumerate(getattr(record, part)):
            for where, start, end in _places(item.model_dump(), f"{part}[{number}]"):
                if (start is None) != (end is None) or (start is not None and not 0 <= start < (end or 0) <= length):
                    yield f"{where}: span {start}:{end} in a text of {length}"


def _places(node: object, where: str) -> Iterator[tuple[str, int | None, int | None]]:
    if isinstance(node, dict):
        if "start" in node and "end" in node:
            yield where, node["start"], node["end"]
        for key, value in node.items():
            yield from _places(value, f"{where}.{key}")
    elif isinstance(node, (list, tuple)):
        for number, value in enumerate(node):
            yield from _places(value, f"{where}[{number}]")


def _ids(record: Record) -> Iterator[str]:
    entities = {entity.id for entity in record.entities}
    statements = {statement.id for statement in record.statements}
    events = {event.id for event in record.events}
    parts = (record.entities, record.statements, record.events, record.counts, record.relations)
    everything = [part.id for kind in parts for part in kind]
    if len(set(everything)) != len(everything):
        yield "two parts have one id"
    for entity in record.entities:
        for role in entity.roles:
            yield from _known(role.organization, entities, f"{entity.id}.roles")
    yield from _statement_ids(record, entities, statements | events)
    for event in record.events:
        for name in (*event.actors, *event.recipients, event.place):
            yield from _known(name, entities, event.id)
        yield from _known(event.attributed_to, statements, f"{event.id}.attributed_to")
    for count in record.counts:
        yield from _known(count.event, events, f"{count.id}.event")
        yield from _known(count.attributed_to, statements, f"{count.id}.attributed_to")
    for relation in record.relations:
        yield from _known(relation.subject, entities, relation.id)
        yield from _known(relation.object, entities, relation.id)
        yield from _known(relation.attributed_to, statements, f"{relation.id}.attributed_to")


def _statement_ids(record: Record, entities: set[str], answerable: set[str]) -> Iterator[str]:
    statements = {statement.id for statement in record.statements}
    for said in record.statements:
        for name in (said.source, said.addressee, *(link.entity for link in said.chain)):
            yield from _known(name, entities, said.id)
        yield from _known(said.within, statements, f"{said.id}.within")
        if said.within == said.id:
            yield f"{said.id}.within names {said.id} itself"
        yield from _known(said.answers, answerable, f"{said.id}.answers")


def _known(name: str | None, names: set[str], where: str) -> Iterator[str]:
    if name is not None and name not in names:
        yield f"{where} names {name}, which is not there"


def _chains(record: Record) -> Iterator[str]:
    for said in record.statements:
        roles = [link.role for link in said.chain]
        if not said.content:
            yield f"{said.id} has no content"
        if not roles or roles[-1] != "outlet" or roles.count("outlet") != 1:
            yield f"{said.id}: its chain does not end at the outlet"
        if "speaker" in roles[1:]:
            yield f"{said.id}: its chain names a speaker that does not come first"


def _modes(record: Record) -> Iterator[str]:
    for event in record.events:
        if event.mode is not None and event.mode not in MODES.get(event.type, ()):
            yield f"{event.id}: {event.type} has no mode {event.mode!r}"
