"""Draft → Record: ids made from content, everything in order of place."""

from collections.abc import Iterable
from typing import TypedDict

from konon.extraction.confidence import Weights, confidence, weights_for
from konon.extraction.draft import CountDraft, Draft, EntityDraft, EventDraft, RelationDraft, StatementDraft, Why
from konon.language.analysis import DateMention
from konon.language.base import Language
from konon.record import (
    Count,
    Cue,
    Date,
    Entity,
    Event,
    Link,
    Location,
    Mention,
    Reason,
    Record,
    Relation,
    Role,
    Span,
    Statement,
    identity,
)


class Judgement(TypedDict):
    """The fields that say how sure a part is, and why it is there."""

    confidence: float | None
    why: tuple[Reason, ...]


def assemble(draft: Draft, language: Language, *, version: str) -> Record:
    """The finished record of a draft."""
    return _Assembler(draft, weights_for(draft, language)).record(version)


class _Assembler:
    """Gives each draft its id, then writes what names it."""

    def __init__(self, draft: Draft, weights: Weights) -> None:
        self.draft = draft
        self.weights = weights
        self.document = draft.analysis.document.id
        self.entities = sorted(self._used(), key=lambda entity: (self._first(entity), entity.kind, entity.name))
        self.ids: dict[int, str] = {}
        self.taken: set[str] = set()
        for entity in self.entities:
            self._name(entity, "e", entity.kind, entity.name)
        for statement in draft.statements:
            source = statement.source.name if statement.source else None
            self._name(statement, "s", statement.content, statement.cue, source)
        for event in draft.events:
            self._name(event, "v", event.type, event.trigger)
        for count in draft.counts:
            self._name(count, "c", count.kind, count.start, count.end)
        for relation in draft.relations:
            self._name(relation, "r", relation.type, self.ids[id(relation.subject)], self.ids[id(relation.object)])

    def record(self, version: str) -> Record:
        """The record, its parts in order of place."""
        draft = self.draft
        return Record(
            konon=version,
            document=draft.analysis.document,
            entities=tuple(map(self._entity, self.entities)),
            statements=tuple(map(self._statement, draft.statements)),
            events=tuple(map(self._event, sorted(draft.events, key=lambda event: event.trigger))),
            counts=tuple(
                map(self._count, sorted(draft.counts, key=lambda count: (count.start, count.end, count.kind)))
            ),
            relations=tuple(map(self._relation, sorted(draft.relations, key=self._relation_order))),
        )

    def _name(self, part: object, prefix: str, *content: object) -> None:
        """An id of the content; where two parts of a report have the same content, of their number as well."""
        name = identity(prefix, self.document, *content)
        number = 1
        while name in self.taken:
            number += 1
            name = identity(prefix, self.document, *content, number)
        self.taken.add(name)
        self.ids[id(part)] = name

    def _used(self) -> Iterable[EntityDraft]:
        """All entities: those of the draft that have a name, and any that a part names beside them."""
        draft = self.draft
        named: dict[int, EntityDraft] = {id(entity): entity for entity in draft.entities if not entity.nameless}
        for entity in draft.entities:
            for role in entity.roles:
                if role.organization is not None:
                    named.setdefault(id(role.organization), role.organization)
        for statement in draft.statements:
            for told in (statement.source, statement.addressee, *(link.entity for link in statement.links)):
                if told is not None:
                    named.setdefault(id(told), told)
        for event in draft.events:
            for told in (*event.actors, *event.recipients, event.place):
                if told is not None:
                    named.setdefault(id(told), told)
        for relation in draft.relations:
            named.setdefault(id(relation.subject), relation.subject)
            named.setdefault(id(relation.object), relation.object)
        return named.values()

    def _first(self, entity: EntityDraft) -> int:
        return min((mention.start for mention in entity.mentions), default=len(self.draft.analysis.text))

    def _id(self, part: object | None) -> str | None:
        return None if part is None else self.ids[id(part)]

    def _judged(self, kind: str, part: object, why: Why) -> Judgement:
        """How sure a part is, and what decided it."""
        reasons = tuple(
            Reason(part=name, by=by, score=None if score is None else round(score, 3))
            for name, (by, score) in why.items()
        )
        return {"confidence": confidence(kind, part, self.weights), "why": reasons}

    def _entity(self, entity: EntityDraft) -> Entity:
        mentions = sorted(entity.mentions, key=lambda mention: (mention.start, mention.end))
        return Entity(
            id=self.ids[id(entity)],
            name=entity.name,
            kind=entity.kind,
            roles=tuple(
                Role(start=role.start, end=role.end, title=role.title, organization=self._id(role.organization))
                for role in entity.roles
            ),
            country=entity.country,
            registry=entity.registry,
            locations=tuple(
                Location(id=hit.id, name=hit.name, country=hit.country, latitude=hit.latitude, longitude=hit.longitude)
                for hit in entity.locations
            ),
            **self._judged("entity", entity, entity.why),
            mentions=tuple(Mention(start=mention.start, end=mention.end, form=mention.form) for mention in mentions),
        )

    def _statement(self, statement: StatementDraft) -> Statement:
        cue, span = statement.cue, statement.source_span
        return Statement(
            id=self.ids[id(statement)],
            content=tuple(Span(start=start, end=end) for start, end in statement.content),
            cue=Cue(start=cue[0], end=cue[1], lemma=statement.lemma) if cue else None,
            form=statement.form,
            act=statement.act,
            source=self._id(statement.source),
            source_span=Span(start=span[0], end=span[1]) if span else None,
            chain=self._chain(statement),
            addressee=self._id(statement.addressee),
            date=_date(statement.date),
            within=self._id(statement.within),
            answers=self._id(statement.answers),
            **self._judged("statement", statement, statement.why),
        )

    def _chain(self, statement: StatementDraft) -> tuple[Link, ...]:
        span = statement.source_span or (None, None)
        speaker = (
            [Link(role="speaker", entity=self._id(statement.source), start=span[0], end=span[1])]
            if statement.source
            else []
        )
        between = [
            Link(
                role=link.role,
                entity=self._id(link.entity),
                medium=link.medium,
                start=link.start,
                end=link.end,
                **self._judged("link", link, link.why),
            )
            for link in statement.links
        ]
        return (*speaker, *between, Link(role="outlet"))

    def _event(self, event: EventDraft) -> Event:
        return Event(
            id=self.ids[id(event)],
            type=event.type,
            mode=event.mode,
            trigger=Span(start=event.trigger[0], end=event.trigger[1]),
            actors=tuple(self.ids[id(actor)] for actor in event.actors),
            recipients=tuple(self.ids[id(recipient)] for recipient in event.recipients),
            place=self._id(event.place),
            date=_date(event.date),
            status=event.status,
            attributed_to=self._id(event.attributed_to),
            **self._judged("event", event, event.why),
        )

    def _count(self, count: CountDraft) -> Count:
        return Count(
            id=self.ids[id(count)],
            start=count.start,
            end=count.end,
            minimum=count.minimum,
            maximum=count.maximum,
            approximate=count.approximate,
            kind=count.kind,
            of=count.of,
            cumulative_since=_date(count.cumulative_since),
            event=self._id(count.event),
            attributed_to=self._id(count.attributed_to),
            **self._judged("count", count, count.why),
        )

    def _relation_order(self, relation: RelationDraft) -> tuple[int, int, str, str]:
        return (relation.start, relation.end, relation.type, self.ids[id(relation)])

    def _relation(self, relation: RelationDraft) -> Relation:
        return Relation(
            id=self.ids[id(relation)],
            subject=self.ids[id(relation.subject)],
            type=relation.type,
            object=self.ids[id(relation.object)],
            start=relation.start,
            end=relation.end,
            attributed_to=self._id(relation.attributed_to),
            **self._judged("relation", relation, relation.why),
        )


def _date(date: DateMention | None) -> Date | None:
    return None if date is None else Date(value=date.value, start=date.start, end=date.end)
