"""Mentions of one event in a report become one event."""

from dataclasses import dataclass

from konon.extraction.draft import EntityDraft, EventDraft
from konon.extraction.events.match import Match


@dataclass(slots=True)
class Told:
    """An event with the match that told it."""

    match: Match
    event: EventDraft


def merged(told: list[Told]) -> list[EventDraft]:
    """One event for all mentions that can be the same, in order of their triggers."""
    kept: list[Told] = []
    for mention in told:
        same = next((known for known in reversed(kept) if _same(known, mention)), None)
        if same is None:
            kept.append(mention)
        else:
            _join(same, mention)
    return [each.event for each in kept]


def _same(known: Told, mention: Told) -> bool:
    one, other = known.event, mention.event
    if known.match.form.trigger.family != mention.match.form.trigger.family or one.type != other.type:
        return False
    if one.mode and other.mode and one.mode != other.mode:
        return False
    if (one.status in ("happened", "ongoing")) != (other.status in ("happened", "ongoing")):
        return False
    if one.date and other.date and one.date.value != other.date.value:
        return False
    return _compatible(one.actors, other.actors) and _compatible(one.recipients, other.recipients)


def _compatible(one: list[EntityDraft], other: list[EntityDraft]) -> bool:
    return not one or not other or all(each in one for each in other) or all(each in other for each in one)


def _join(known: Told, mention: Told) -> None:
    """Add to an event what another mention of it tells."""
    event, other = known.event, mention.event
    if len(other.actors) > len(event.actors):
        event.actors = other.actors
    if len(other.recipients) > len(event.recipients):
        event.recipients = other.recipients
    event.mode = event.mode or other.mode
    event.date = event.date or other.date
    event.place = event.place or other.place
    if other.attributed_to is None:
        event.attributed_to = None
