"""Causes of mistakes in entities, counts, events, relations and dates."""

from collections.abc import Iterable, Sequence

from konon.evaluation.causes import tables
from konon.evaluation.causes.deciding import NOTHING, decided, differing, voice
from konon.evaluation.gold import GoldCount, GoldEntity, GoldEvent, GoldRelation
from konon.evaluation.matching import touch
from konon.evaluation.names import same_name
from konon.evaluation.sheet import Sheet
from konon.record.count import Count
from konon.record.entity import Entity
from konon.record.event import Event
from konon.record.model import Span
from konon.record.relation import Relation


def entity_missed(sheet: Sheet, gold: GoldEntity, where: Span | None) -> str:
    """What stood in the place of a gold entity, whose name stands first at this place."""
    for entity in sheet.record.entities:
        if entity.kind == "group" and same_name(gold.name, entity.name, aliases=gold.aliases):
            return decided("read as a group", entity, "kind")
    if where is None:
        return "not in the text by this name"
    for entity in sheet.record.entities:
        if any(touch(where, mention) for mention in entity.mentions):
            return decided("its name was read as another's", entity, "kind")
    return NOTHING


def entity_too_many(sheet: Sheet, entity: Entity) -> str:
    """What decided an entity that the gold does not name."""
    for gold in sheet.gold.entities:
        if same_name(gold.name, entity.name, aliases=gold.aliases):
            twice = "told twice" if entity.name in (gold.name, *gold.aliases) else "told twice under another name"
            return decided("a group in the gold" if gold.kind == "group" else twice, entity, "kind")
    names = [name for gold in sheet.gold.entities for name in (gold.name, *gold.aliases) if name]
    if any(_holds(sheet, mention, name) for mention in entity.mentions[:1] for name in names):
        return decided("another is named there", entity, "kind")
    return decided("not in the gold", entity, "kind")


def _holds(sheet: Sheet, mention: Span, name: str) -> bool:
    start = sheet.gold.text.find(name, max(0, mention.start - len(name)))
    return 0 <= start < mention.end and start + len(name) > mention.start


def count_missed(gold: GoldCount, counts: Iterable[Count]) -> str:
    """What stood in the place of a gold count."""
    near = next((count for count in counts if touch(gold.span, count)), None)
    return NOTHING if near is None else decided(f"{_number(gold, near)} there", near, "kind")


def count_too_many(golds: Iterable[GoldCount], count: Count) -> str:
    """What decided a count that is none."""
    near = next((gold for gold in golds if touch(gold.span, count)), None)
    return decided("no count" if near is None else f"{_number(near, count)} in the gold", count, "kind")


def _number(gold: GoldCount, count: Count) -> str:
    bounds = (gold.minimum, gold.maximum) != (count.minimum, count.maximum)
    found = differing((("kind", gold.kind != count.kind), ("bounds", bounds)))
    return f"other {found}" if found else "the same once more"


def event_missed(sheet: Sheet, gold: GoldEvent) -> str:
    """What stood in the place of a gold event."""
    near = next((event for event in sheet.record.events if touch(gold.trigger, event.trigger)), None)
    if near is None:
        return f"{NOTHING}: {tables.trigger(sheet, gold.trigger)}" if gold.trigger else NOTHING
    return decided("another type there" if near.type != gold.type else "read once for two", near, "type")


def event_too_many(golds: Iterable[GoldEvent], event: Event) -> str:
    """What decided an event that is none."""
    near = next((gold for gold in golds if touch(gold.trigger, event.trigger)), None)
    if near is None:
        return decided("no event", event, "type")
    return decided("another type in the gold" if near.type != event.type else "told twice", event, "type")


def parties(event: Event, *, actors: bool, recipients: bool) -> str:
    """What decided wrong actors or recipients; each flag tells that these are right."""
    names = [name for name, right in (("actors", actors), ("recipients", recipients)) if not right]
    return decided(" and ".join(names), event, *names)


def told(sheet: Sheet, gold: GoldEvent, event: Event) -> str:
    """How status, and who tells an event, differ."""
    teller = voice(sheet, gold.attributed_to, event.attributed_to)
    return "; ".join(filter(None, ("another status" if gold.status != event.status else "", teller)))


def relation_missed(sheet: Sheet, gold: GoldRelation) -> str:
    """What stood in the place of a gold relation."""
    for tie in sheet.record.relations:
        if wrong := _tied(sheet, gold, tie):
            return decided(f"{wrong} there", tie, "type")
    known = [entity.id for entity in sheet.record.entities]
    ends = (any(sheet.same(name, entity) for entity in known) for name in (gold.subject, gold.object))
    return NOTHING if all(ends) else "one of the two is no entity of the record"


def relation_too_many(sheet: Sheet, golds: Sequence[GoldRelation], tie: Relation) -> str:
    """What decided a relation that is none."""
    wrong = next(filter(None, (_tied(sheet, gold, tie) for gold in golds)), None)
    return decided(f"{wrong} in the gold" if wrong else "no relation", tie, "type")


def _tied(sheet: Sheet, gold: GoldRelation, tie: Relation) -> str:
    """What differs between two relations of the same two actors or the same words; empty where they share neither."""
    straight = sheet.same(gold.subject, tie.subject) and sheet.same(gold.object, tie.object)
    turned = sheet.same(gold.subject, tie.object) and sheet.same(gold.object, tie.subject)
    if straight:
        return "another type" if gold.type != tie.type else "the same once more"
    if turned:
        return "the other direction" if gold.type == tie.type else "another type"
    return "another pair" if touch(gold.evidence, tie) else ""


def date(gold: str | None, value: str | None) -> str:
    """How a date differs."""
    return "none found" if value is None else "none in the gold" if gold is None else "another"
