"""Scores of events."""

from konon.evaluation.causes import parts as causes
from konon.evaluation.gold import GoldEvent
from konon.evaluation.matching import pair, touch, unpaired
from konon.evaluation.names import same_names
from konon.evaluation.sheet import Sheet
from konon.record.event import Event

Pairs = list[tuple[GoldEvent, Event]]


def score_events(sheet: Sheet) -> Pairs:
    """The events that were found, each with its gold one."""
    golds, predictions = sheet.gold.events, sheet.record.events
    pairs = pair(golds, predictions, likeness=lambda gold, event: _likeness(sheet, gold, event), least=1.0)
    whole = [both for both in pairs if all(_parties(sheet, *both))]
    told = [both for both in whole if _told_alike(sheet, *both)]
    sheet.judge("event", predictions, (event for _, event in pairs))
    sheet.tallies["events: type"].add(len(pairs), len(predictions), len(golds))
    sheet.tallies["events: type + actors + recipients"].add(len(whole), len(predictions), len(golds))
    sheet.tallies["events: all that, status and who says so"].add(len(told), len(predictions), len(golds))
    for gold in unpaired(golds, (gold for gold, _ in pairs)):
        what = f"{_gold_line(gold)}: {sheet.quote([gold.trigger])}"
        sheet.miss("event missed", what, cause=causes.event_missed(sheet, gold), gold=(gold.trigger,))
    for event in unpaired(predictions, (event for _, event in pairs)):
        what = f"{_line(sheet, event)}: {sheet.quote([event.trigger])}"
        cause = causes.event_too_many(golds, event)
        sheet.miss("event too many", what, cause=cause, part=event, predicted=(event.trigger,))
    _note_wrong(sheet, pairs, whole, told)
    return pairs


def _note_wrong(sheet: Sheet, pairs: Pairs, whole: Pairs, told: Pairs) -> None:
    for gold, event in unpaired(pairs, whole):
        actors, recipients = _parties(sheet, gold, event)
        sheet.miss(
            "event: actors or recipients wrong", f"gold {_gold_line(gold)}, got {_line(sheet, event)}",
            cause=causes.parties(event, actors=actors, recipients=recipients), part=event,
            gold=(gold.trigger,), predicted=(event.trigger,),
        )  # fmt: skip
    for gold, event in unpaired(whole, told):
        voice = f"{gold.status} by {gold.attributed_to or 'the reporter'}"
        sheet.miss(
            "event: status or who says so wrong",
            f"gold {voice}, got {event.status} by {sheet.voice(event.attributed_to)}",
            cause=causes.told(sheet, gold, event), part=event, gold=(gold.trigger,), predicted=(event.trigger,),
        )  # fmt: skip


def _likeness(sheet: Sheet, gold: GoldEvent, event: Event) -> float:
    if gold.type != event.type:
        return 0.0
    touching = touch(gold.trigger, event.trigger)
    actors, recipients = _parties(sheet, gold, event)
    if not touching and not (actors and recipients and (gold.actors or gold.recipients)):
        return 0.0
    return 1.0 + touching + actors + recipients


def _parties(sheet: Sheet, gold: GoldEvent, event: Event) -> tuple[bool, bool]:
    actors = same_names(gold.actors, sheet.names(event.actors), aliases=sheet.aliases)
    return actors, same_names(gold.recipients, sheet.names(event.recipients), aliases=sheet.aliases)


def _told_alike(sheet: Sheet, gold: GoldEvent, event: Event) -> bool:
    return gold.status == event.status and sheet.attributed(gold.attributed_to, event.attributed_to)


def _gold_line(gold: GoldEvent) -> str:
    return f"{gold.type} {', '.join(gold.actors) or '–'} → {', '.join(gold.recipients) or '–'}"


def _line(sheet: Sheet, event: Event) -> str:
    actors, recipients = sheet.names(event.actors), sheet.names(event.recipients)
    return f"{event.type} {', '.join(actors) or '–'} → {', '.join(recipients) or '–'}"
