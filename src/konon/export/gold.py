"""A record as a gold record: entities by name, places as offsets; what `konon evaluate` and training read."""

import hashlib
from typing import Any

from konon.record import Count, Date, Entity, Event, Link, Record, Relation, Span, Statement

Json = dict[str, Any]
# What stands for the source of a statement that has none.
_NOBODY = "?"


def gold_record(record: Record, doc: str, *, part: str) -> Json:
    """The gold record of a record under the id `doc`: a line of `gold.jsonl`."""
    return {"doc": doc, **_Naming(record).parts(), "sha256": hashlib.sha256(record.document.text.encode()).hexdigest(),
            "part": part}  # fmt: skip


def gold_report(record: Record, doc: str, *, part: str, origin: Json) -> Json:
    """The report of a record under the id `doc`: a line of `reports.jsonl`; `origin` tells where it comes from."""
    told = record.document
    return {"doc": doc, "part": part, "outlet": told.outlet, "url": told.url, "published": told.published,
            "title": told.title, "text": told.text, "from": origin}  # fmt: skip


class _Naming:
    """The parts of a record with names in the place of ids."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._names = {entity.id: entity.name for entity in record.entities}
        self._sources = {said.id: self._names.get(said.source or "", _NOBODY) for said in record.statements}
        self._numbers = {said.id: number for number, said in enumerate(record.statements)}

    def parts(self) -> Json:
        """All parts."""
        record = self._record
        return {
            "entities": [self._entity(entity) for entity in record.entities],
            "statements": [self._statement(statement) for statement in record.statements],
            "events": [self._event(event) for event in record.events],
            "counts": [self._count(count) for count in record.counts],
            "relations": [self._relation(relation) for relation in record.relations],
        }

    def _entity(self, entity: Entity) -> Json:
        made: Json = {"name": entity.name, "kind": entity.kind}
        # One who has no name is found by the words for it, a name by names alone.
        forms = {"name", "nominal"} if entity.name.islower() else {"name"}
        words = (self._record.quote(each.start, each.end) for each in entity.mentions if each.form in forms)
        if aliases := [each for each in dict.fromkeys(words) if each != entity.name]:
            made["aliases"] = aliases
        return made | ({"role": entity.roles[0].title} if entity.roles else {})

    def _statement(self, said: Statement) -> Json:
        return {
            "form": said.form, "act": said.act, "source": self._name(said.source),
            "addressee": self._name(said.addressee), "content": [_span(span) for span in said.content],
            "cue": _span(said.cue), "source_span": _span(said.source_span), "chain":
            [self._link(link) for link in said.chain if link.role in {"medium", "relay"}], "date": _day(said.date),
            "within": None if said.within is None else self._numbers[said.within],
        }  # fmt: skip

    def _link(self, link: Link) -> Json:
        place = {"start": link.start, "end": link.end} if link.start is not None else None
        return {"role": link.role, "name": self._name(link.entity), "span": place, "medium": link.medium}

    def _event(self, event: Event) -> Json:
        return {
            "type": event.type, "mode": event.mode, "actors": [self._names[each] for each in event.actors],
            "recipients": [self._names[each] for each in event.recipients], "place": self._name(event.place),
            "status": event.status, "attributed_to": self._teller(event.attributed_to),
            "trigger": _span(event.trigger), "date": _day(event.date),
        }  # fmt: skip

    def _count(self, count: Count) -> Json:
        return {
            "minimum": count.minimum, "maximum": count.maximum, "approximate": count.approximate, "kind": count.kind,
            "of": count.of, "attributed_to": self._teller(count.attributed_to), "span": _span(count),
        }  # fmt: skip

    def _relation(self, tie: Relation) -> Json:
        return {"subject": self._names[tie.subject], "type": tie.type, "object": self._names[tie.object],
                "evidence": _span(tie)}  # fmt: skip

    def _name(self, entity: str | None) -> str | None:
        return None if entity is None else self._names[entity]

    def _teller(self, statement: str | None) -> str | None:
        return None if statement is None else self._sources[statement]


def _span(span: Span | None) -> Json | None:
    return None if span is None else {"start": span.start, "end": span.end}


def _day(date: Date | None) -> str | None:
    return None if date is None else date.value
