"""Scores of entities, counts, relations and dates."""

from collections.abc import Iterable

from konon.evaluation.causes import parts as causes
from konon.evaluation.causes.deciding import decided, voice
from konon.evaluation.gold import GoldCount, GoldEvent, GoldRelation, GoldStatement
from konon.evaluation.matching import pair, touch, unpaired
from konon.evaluation.names import same_name
from konon.evaluation.sheet import Sheet
from konon.record.count import Count
from konon.record.entity import Entity
from konon.record.event import Event
from konon.record.model import Span
from konon.record.relation import Relation
from konon.record.statement import Statement

SYMMETRIC = frozenset({"allied_with", "opposes", "family_of"})


def score_entities(sheet: Sheet) -> None:
    """Counts the entities that have a name of their own, by name and kind."""
    golds = [entity for entity in sheet.gold.entities if entity.kind != "group"]
    predictions = [entity for entity in sheet.record.entities if entity.kind != "group"]
    pairs = pair(
        golds, predictions, likeness=lambda g, p: float(same_name(g.name, p.name, aliases=g.aliases)), least=1.0
    )
    right = [entity for gold, entity in pairs if gold.kind == entity.kind]
    sheet.tallies["entities"].add(len(right), len(predictions), len(golds))
    sheet.judge("entity", predictions, right)
    for gold in unpaired(golds, (gold for gold, _ in pairs)):
        where = _first(sheet, gold.name)
        cause = causes.entity_missed(sheet, gold, where[0] if where else None)
        sheet.miss("entity missed", f"{gold.name} [{gold.kind}]", cause=cause, gold=where)
    for entity in unpaired(predictions, (entity for _, entity in pairs)):
        cause = causes.entity_too_many(sheet, entity)
        what = f"{entity.name} [{entity.kind}]"
        sheet.miss("entity too many", what, cause=cause, part=entity, predicted=_mention(entity))
    for gold, entity in pairs:
        if gold.kind != entity.kind:
            what = f"gold {gold.name} [{gold.kind}], got {entity.name} [{entity.kind}]"
            places = (_first(sheet, gold.name), _mention(entity))
            cause = decided("another", entity, "kind")
            sheet.miss("entity kind wrong", what, cause=cause, part=entity, gold=places[0], predicted=places[1])


def _first(sheet: Sheet, name: str) -> tuple[Span, ...]:
    start = sheet.gold.text.find(name) if name else -1
    return (Span(start=start, end=start + len(name)),) if start >= 0 else ()


def _mention(entity: Entity) -> tuple[Span, ...]:
    return entity.mentions[:1]


def score_counts(sheet: Sheet) -> None:
    """Counts the numbers of people by value and kind, and by who says so."""
    golds, predictions = sheet.gold.counts, sheet.record.counts
    pairs = pair(golds, predictions, likeness=lambda gold, count: float(_same_count(gold, count)), least=1.0)
    told = [both for both in pairs if sheet.attributed(both[0].attributed_to, both[1].attributed_to)]
    sheet.judge("count", predictions, (count for _, count in pairs))
    sheet.tallies["counts: value + kind"].add(len(pairs), len(predictions), len(golds))
    sheet.tallies["counts: value + kind + who says so"].add(len(told), len(predictions), len(golds))
    for gold in unpaired(golds, (gold for gold, _ in pairs)):
        what = f"{gold.kind} {_bounds(gold)}: {sheet.quote([gold.span])}"
        sheet.miss("count missed", what, cause=causes.count_missed(gold, predictions), gold=(gold.span,))
    for count in unpaired(predictions, (count for _, count in pairs)):
        what = f"{count.kind} {_bounds(count)}: {sheet.quote([count])}"
        sheet.miss("count too many", what, cause=causes.count_too_many(golds, count), part=count, predicted=(count,))
    for gold, count in unpaired(pairs, told):
        teller = gold.attributed_to or "the reporter"
        what = f"gold {teller}, got {sheet.voice(count.attributed_to)}: {sheet.quote([count])}"
        cause = voice(sheet, gold.attributed_to, count.attributed_to)
        sheet.miss("count: who says so wrong", what, cause=cause, part=count, gold=(gold.span,), predicted=(count,))


def _same_count(gold: GoldCount, count: Count) -> bool:
    values = (gold.minimum, gold.maximum, gold.kind) == (count.minimum, count.maximum, count.kind)
    return values and touch(gold.span, count)


def _bounds(count: GoldCount | Count) -> str:
    return f"{count.minimum if count.minimum is not None else ''}..{count.maximum if count.maximum is not None else ''}"


def score_relations(sheet: Sheet) -> None:
    """Counts the relations; of symmetric ones the direction does not matter."""
    golds, predictions = sheet.gold.relations, sheet.record.relations
    pairs = pair(golds, predictions, likeness=lambda gold, tie: float(_same_relation(sheet, gold, tie)), least=1.0)
    sheet.judge("relation", predictions, (tie for _, tie in pairs))
    sheet.tallies["relations"].add(len(pairs), len(predictions), len(golds))
    for gold in unpaired(golds, (gold for gold, _ in pairs)):
        what = f"{gold.subject} {gold.type} {gold.object}"
        sheet.miss("relation missed", what, cause=causes.relation_missed(sheet, gold), gold=(gold.evidence,))
    for tie in unpaired(predictions, (tie for _, tie in pairs)):
        what = f"{sheet.name(tie.subject)} {tie.type} {sheet.name(tie.object)}"
        cause = causes.relation_too_many(sheet, golds, tie)
        sheet.miss("relation too many", what, cause=cause, part=tie, predicted=(tie,))


def _same_relation(sheet: Sheet, gold: GoldRelation, tie: Relation) -> bool:
    if gold.type != tie.type:
        return False
    if sheet.same(gold.subject, tie.subject) and sheet.same(gold.object, tie.object):
        return True
    turned = sheet.same(gold.subject, tie.object) and sheet.same(gold.object, tie.subject)
    return gold.type in SYMMETRIC and turned


def score_dates(sheet: Sheet, pairs: Iterable[tuple[GoldStatement | GoldEvent, Statement | Event]]) -> None:
    """Counts the dates of the statements and events that were found."""
    for gold, part in pairs:
        value = part.date.value if part.date else None
        if gold.date is None and value is None:
            continue
        right = value == gold.date
        sheet.tallies["dates"].add(int(right), int(value is not None), int(gold.date is not None))
        if not right:
            kind = "date too many" if gold.date is None else "date wrong"
            what, cause = f"gold {gold.date}, got {value}", causes.date(gold.date, value)
            sheet.miss(kind, what, cause=cause, part=part, gold=_date_place(gold), predicted=_dated(part))


def _date_place(gold: GoldStatement | GoldEvent) -> tuple[Span | None, ...]:
    return gold.content if isinstance(gold, GoldStatement) else (gold.trigger,)


def _dated(part: Statement | Event) -> tuple[Span | None, ...]:
    date = part.date
    if date is None or date.start is None or date.end is None:
        return ()
    return (Span(start=date.start, end=date.end),)
