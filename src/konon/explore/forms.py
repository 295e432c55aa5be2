"""Forms as parts of a record: values are words, places are words of the text."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any, cast, get_args

from konon.archive.corrections.parts import Kind, Part
from konon.explore.places import occurrences, whole
from konon.explore.values import words_of
from konon.record import Count, Cue, Date, Entity, Event, Link, Mention, Record, Relation, Span, Statement
from konon.record.vocabulary import (
    ACTS,
    COUNT_KINDS,
    ENTITY_KINDS,
    EVENT_TYPES,
    MODES,
    RELATION_TYPES,
    EventStatus,
    LinkRole,
    MentionForm,
    StatementForm,
)  # fmt: skip

FORMS, STATUSES = get_args(StatementForm), get_args(EventStatus)
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?(/\d{4}(-\d{2}(-\d{2})?)?)?")


@dataclass
class Filled:
    """A form that somebody filled in; `errors` tells by field what can't be so, as a message and what it is about."""

    values: Mapping[str, Sequence[str]]
    record: Record
    errors: dict[str, tuple[str, str]] = field(default_factory=dict)

    def one(self, name: str) -> str:
        """The value of a field; empty where there is none."""
        return next((value.strip() for value in self.values.get(name, ()) if value.strip()), "")

    def choice(self, name: str, allowed: Iterable[str], *, needed: bool = True) -> str:
        """One of several values."""
        value = self.one(name)
        if (value and value not in allowed) or (needed and not value):
            self.errors[name] = ("Choose one of these.", "")
        return value

    def part(self, name: str, parts: Iterable[Any], *, needed: bool = False) -> str | None:
        """The id of a part that is chosen."""
        return self.choice(name, {part.id for part in parts}, needed=needed) or None

    def number(self, name: str) -> int | None:
        """A number; None for an open bound."""
        value = self.one(name).replace(".", "").replace(" ", "")
        if value and not (value.isdecimal() and len(value) < 12):
            self.errors[name] = ("This is no number.", "")
            return None
        return int(value) if value else None

    def date(self, before: Date | None) -> Date | None:
        """A date; with its place in the text, where it is the one from before."""
        value = self.one("date")
        if not value or (before and before.value == value):
            return before if value else None
        if not _DATE.fullmatch(value):
            self.errors["date"] = ("Write a date as 2024-03-12, 2024-03, 2024, or two with / between them.", "")
        return Date(value=value)

    def spans(self, name: str) -> list[Span]:
        """The places of a field, those that are left empty left out."""
        rows = zip_longest(self.values.get(f"{name}.words", ()), self.values.get(f"{name}.nth", ()), fillvalue="")
        return [span for words, nth in rows if words.strip() and (span := self.span(name, words, nth))]

    def span(self, name: str, words: str, nth: str) -> Span | None:
        """The place of words of the text."""
        found = occurrences(self.record, words)
        if not found:
            self.errors[name] = ("These words do not stand in the text.", words)
        elif nth.strip() and not (nth.strip().isdecimal() and 1 <= int(nth) <= len(found)):
            self.errors[name] = ("So often these words do not occur.", words)
        elif len(found) > 1 and not nth.strip():
            self.errors[name] = ("These words occur several times: tell which time is meant.", words)
        else:
            return found[int(nth or 1) - 1]
        return None

    def needed(self, name: str) -> Span | None:
        """The one place of a field that must have one."""
        found = self.spans(name)
        if not found and name not in self.errors:
            self.errors[name] = ("Tell the words of the text.", "")
        return found[0] if found else None


def part_of(kind: Kind, filled: Filled, before: Part | None) -> Part | None:
    """The part that a form tells; None where `filled.errors` has why it can't be."""
    make: Any = {"entity": _entity, "statement": _statement, "event": _event, "count": _count, "relation": _relation}
    part: Part | None = make[kind](filled, before)
    return None if filled.errors else part


def _statement(form: Filled, before: Statement | None) -> Statement | None:
    record = form.record
    content, cue, source_span = form.spans("content"), form.spans("cue"), form.spans("source_span")
    if not content and "content" not in form.errors:
        form.errors["content"] = ("Tell the words of the text.", "")
    source = form.part("source", record.entities)
    others = [said for said in record.statements if before is None or said.id != before.id]
    told: dict[str, Any] = {
        "act": form.choice("act", ACTS), "form": form.choice("form", FORMS),
        "addressee": form.part("addressee", record.entities), "within": form.part("within", others),
        "answers": form.part("answers", [*others, *record.events]), "date": form.date(before.date if before else None),
        "chain": (*_speaker(source, source_span[:1], before), *_links(form, before), Link(role="outlet")),
    }  # fmt: skip
    if form.errors:
        return None
    return Statement(
        id=before.id if before else "", content=tuple(sorted(content, key=lambda span: span.start)),
        cue=_cue(record, cue[0], before) if cue else None, source=source,
        source_span=source_span[0] if source_span else None, **told,
    )  # fmt: skip


def _cue(record: Record, span: Span, before: Statement | None) -> Cue:
    if before and before.cue and (before.cue.start, before.cue.end) == (span.start, span.end):
        return before.cue
    return Cue(start=span.start, end=span.end, lemma=record.quote(span.start, span.end).lower())


def _speaker(source: str | None, places: Sequence[Span], before: Statement | None) -> list[Link]:
    if before and before.source == source and list(filter(None, [before.source_span])) == list(places):
        return [link for link in before.chain if link.role == "speaker"]
    start, end = (places[0].start, places[0].end) if places else (None, None)
    return [Link(role="speaker", entity=source, start=start, end=end)] if source else []


def _links(form: Filled, before: Statement | None) -> list[Link]:
    """What lies between mouth and page; a link that is as it was keeps what is known of it."""
    rows = zip_longest(
        *(form.values.get(f"link.{name}", ()) for name in ("role", "entity", "words", "nth")), fillvalue=""
    )
    known = {(link.role, link.entity, link.start, link.end): link for link in (before.chain if before else ())}
    links = []
    for role, entity, words, nth in rows:
        if not role.strip():
            continue
        if role not in {"medium", "relay"} or (entity and entity not in {one.id for one in form.record.entities}):
            form.errors["link"] = ("Choose one of these.", "")
            continue
        span = form.span("link", words, nth) if words.strip() else None
        if span is None and not entity:
            form.errors.setdefault("link", ("Tell the words of the text, or choose who it is.", ""))
            continue
        made = Link(
            role=cast("LinkRole", role), entity=entity or None, start=span.start if span else None,
            end=span.end if span else None,
            medium=form.record.quote(span.start, span.end) if role == "medium" and span else None,
        )  # fmt: skip
        links.append(known.get((made.role, made.entity, made.start, made.end), made))
    return links


def _event(form: Filled, before: Event | None) -> Event | None:
    record, trigger = form.record, form.needed("trigger")
    type_ = form.choice("type", EVENT_TYPES)
    told: dict[str, Any] = {
        "type": type_, "mode": form.choice("mode", MODES.get(type_, ()), needed=False) or None,
        "status": form.choice("status", STATUSES), "place": form.part("place", record.entities),
        "date": form.date(before.date if before else None),
        "attributed_to": form.part("attributed_to", record.statements),
    }  # fmt: skip
    for name in ("actors", "recipients"):
        told[name] = _parties(form, name, getattr(before, name) if before else ())
    if form.errors or trigger is None:
        return None
    return Event(id=before.id if before else "", trigger=trigger, **told)


def _parties(form: Filled, name: str, before: Sequence[str]) -> tuple[str, ...]:
    """Who is chosen: those who were there in their order, then the others."""
    chosen = [each for each in form.values.get(name, ()) if each in {entity.id for entity in form.record.entities}]
    return tuple(dict.fromkeys([*(each for each in before if each in chosen), *chosen]))


def _count(form: Filled, before: Count | None) -> Count | None:
    record, span = form.record, form.needed("words")
    low, high = form.number("minimum"), form.number("maximum")
    if low is None and high is None and not {"minimum", "maximum"} & form.errors.keys():
        form.errors["minimum"] = ("Tell at least one bound.", "")
    if low is not None and high is not None and low > high:
        form.errors["maximum"] = ("The most is less than the least.", "")
    told: dict[str, Any] = {
        "minimum": low, "maximum": high, "approximate": bool(form.one("approximate")), "of": form.one("of") or None,
        "kind": form.choice("kind", COUNT_KINDS), "event": form.part("event", record.events),
        "attributed_to": form.part("attributed_to", record.statements),
        "cumulative_since": before.cumulative_since if before else None,
    }  # fmt: skip
    if form.errors or span is None:
        return None
    return Count(id=before.id if before else "", start=span.start, end=span.end, **told)


def _relation(form: Filled, before: Relation | None) -> Relation | None:
    record, span = form.record, form.needed("words")
    told: dict[str, Any] = {
        "subject": form.part("subject", record.entities, needed=True), "type": form.choice("type", RELATION_TYPES),
        "object": form.part("object", record.entities, needed=True),
        "attributed_to": form.part("attributed_to", record.statements),
    }  # fmt: skip
    if told["subject"] and told["subject"] == told["object"]:
        form.errors["object"] = ("Choose another one than the first.", "")
    if form.errors or span is None:
        return None
    return Relation(id=before.id if before else "", start=span.start, end=span.end, **told)


def _entity(form: Filled, before: Entity | None) -> Entity | None:
    name, kind = " ".join(form.one("name").split()), form.choice("kind", ENTITY_KINDS)
    words = dict.fromkeys(
        [name, *(" ".join(line.split()) for line in form.one("aliases").splitlines() if line.strip())]
    )
    if before is not None and before.name != name:
        # The places of a name that was too short are still its own; one that is wrong can be taken from the list.
        words |= dict.fromkeys(each for each in [before.name] if whole(form.record, each))
    if not name:
        form.errors["name"] = ("Tell the name.", "")
        return None
    mentions = _mentions(form, list(words), before)
    if form.errors:
        return None
    told: dict[str, Any] = {"id": "", "name": name, "kind": kind, "mentions": mentions}
    if before is None:
        return Entity(**told)
    # What the gazetteer knows of another name or kind is not known of this one.
    told |= {"id": before.id, "registry": None, "locations": ()} if (name, kind) != (before.name, before.kind) else {}
    told |= {"id": before.id, "country": before.country if kind == before.kind else None}
    return before.model_copy(update=told)


def _mentions(form: Filled, words: Sequence[str], before: Entity | None) -> tuple[Mention, ...]:
    """Where an entity is named: as before, without the names that were taken away, and where the new ones stand."""
    record = form.record
    kept = [mention for mention in (before.mentions if before else ())
            if mention.form != "name" or words_of(record, mention) in words]  # fmt: skip
    known = {words_of(record, mention) for mention in kept}
    taken = [mention for entity in record.entities if before is None or entity.id != before.id
             for mention in entity.mentions if mention.form == "name"]  # fmt: skip
    for each in sorted(words, key=len, reverse=True):
        if each in known:
            continue
        found = [span for span in whole(record, each) if not any(_inside(span, other) for other in [*taken, *kept])]
        # The name itself may be fuller than any single place tells it, as long as another one is there.
        if not found and not (each == words[0] and len(words) > 1):
            form.errors["aliases" if each != words[0] else "name"] = ("These words do not stand in the text.", each)
        written: MentionForm = "nominal" if each.islower() else "name"
        kept += [Mention(start=span.start, end=span.end, form=written) for span in found]
    return tuple(sorted(kept, key=lambda mention: (mention.start, mention.end)))


def _inside(span: Span, other: Span) -> bool:
    """Whether a place lies in another, longer one."""
    return other.start <= span.start and span.end <= other.end and other.end - other.start > span.end - span.start
