"""Mentions of one event in a report become one event."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from konon.extraction.draft import EntityDraft, EventDraft
from konon.extraction.events.match import Match
from konon.extraction.events.scene import is_named
from konon.extraction.events.table import PAIR

# How many events of its family a mention is compared with.
_BACK = 100
# So many kinds of disasters in one sentence are a list.
_LIST = 3
_RESCUES = ("rescue",)
_BY_OFFICERS = (("arrest", "suspect", "seize goods"), _RESCUES)
_PEOPLE = ("person", "group")
# By how much a later mention must be likelier to be the most telling one; without a model the first one is it.
SURER = 0.3
_FIGHTERS = ("state", "armed_group", "organization")


@dataclass(slots=True)
class Told:
    """An event with its match and sentence; whether its words point back (*serangan itu*) or name a place."""

    match: Match
    event: EventDraft
    sentence: int
    definite: bool
    located: bool = False
    chance: float = 0.0


def merged(told: list[Told]) -> list[EventDraft]:
    """One event for all mentions that can be the same, in order of their triggers."""
    _give_sides(told)
    _give_other_side(told)
    lists = _enumerated(told)
    real = {each.match.form.trigger.family for each in told if _bare(each) and _real(each.event)}
    told = [each for each in told if not _bare(each) or (each.sentence not in lists and _told_of(each, real))]
    kept: dict[tuple[str, str], list[Told]] = {}
    for mention in filter(_attended, told):
        alike = kept.setdefault((mention.event.type, mention.match.form.trigger.family), [])
        same = next((known for known in reversed(alike[-_BACK:]) if _same(known, mention)), None)
        if same is None:
            alike.append(mention)
        else:
            _join(same, mention)
    return sorted((each.event for alike in kept.values() for each in alike), key=lambda event: event.trigger)


def name_cases(told: list[Told], nameless: Callable[[EntityDraft], bool]) -> None:
    """Put the named person of another such event in the place of *pelaku* and the like: an earlier one, or a later."""
    for number, each in enumerate(told):
        event = each.event
        if not any(nameless(entity) for entity in event.recipients):
            continue
        around = (*reversed(told[max(0, number - _BACK) : number]), *told[number + 1 : number + _BACK])
        known = [
            [entity for entity in other.event.recipients if entity.kind in _PEOPLE and not nameless(entity)]
            for other in around
            if other.event.type == event.type
        ]
        named = [[entity for entity in people if entity.kind == "person"] for people in known]
        # Several are told by no single name.
        least = 1 + any(" " in entity.name for entity in event.recipients)
        event.recipients = next((people for people in (*named, *known) if len(people) >= least), event.recipients)


def give_officers(told: list[Told]) -> None:
    """Give those who made the report's arrests, or rescues, to those that name nobody, where all are theirs."""
    for families in _BY_OFFICERS:
        held = [each.event for each in told if each.match.form.trigger.family in families]
        actors = _only([event.actors for event in held])
        recipients = _only([event.recipients for event in held])
        for event in held:
            if not any(entity in event.recipients for entity in actors):
                event.actors = event.actors or actors
            event.recipients = event.recipients or recipients


def _only(listed: list[list[EntityDraft]]) -> list[EntityDraft]:
    """Those who are named wherever somebody is; nobody where they differ."""
    named = [each for each in listed if each]
    return named[0] if named and all(each == named[0] for each in named) else []


def _give_sides(told: list[Told]) -> None:
    """Give the report's two sides to events between them that name one of them or none."""
    sides = _sides(told)
    for each in told:
        if each.match.form.trigger.dyad and len(each.event.actors) < 2 and (each.event.actors or not each.located):
            if sides and all(actor in sides for actor in each.event.actors):
                each.event.actors = list(sides)
            elif not each.match.form.trigger.needs:
                each.event.actors = []


def _give_other_side(told: list[Told]) -> None:
    """Give the other of the report's two sides to an event that one of them does to somebody, or suffers."""
    sides = _sides(told)
    for each in told:
        row, event = each.match.form.trigger, each.event
        if event.type == "ASSAULT" or row.family in _RESCUES:  # too often against or for somebody else
            continue
        have = event.actors or event.recipients
        other = [side for side in sides if side not in have]
        if row.needs >= PAIR and len(have) == 1 and len(other) == 1 and not (event.actors and event.recipients):
            if event.actors and other[0].kind in row.recipient:
                event.recipients = other
            elif event.recipients and other[0].kind in row.actor:
                event.actors = other


def _attended(told: Told) -> bool:
    """Whether an event between sides has as many as its row asks for."""
    row = told.match.form.trigger
    if row.needs >= PAIR and (row.type == "ASSAULT" or row.family in _RESCUES):
        return bool(told.event.actors and told.event.recipients)
    least = 2 if "parties" in row.needs else 1 if row.needs else 0
    return not row.dyad or len(told.event.actors) >= least


def _enumerated(told: list[Told]) -> frozenset[int]:
    """The sentences that name so many kinds of disasters that they can't tell of one."""
    kinds: dict[int, set[str]] = {}
    for each in told:
        if _bare(each):
            kinds.setdefault(each.sentence, set()).add(each.match.form.trigger.family)
    return frozenset(sentence for sentence, families in kinds.items() if len(families) >= _LIST)


def _sides(told: list[Told]) -> tuple[EntityDraft, ...]:
    """The two that fight or deal with each other most often in the report."""
    pairs: Counter[tuple[EntityDraft, ...]] = Counter()
    for each in told:
        actors = each.event.actors
        pair = (*actors[:1], *each.event.recipients[:1]) if each.event.recipients else tuple(actors)
        if len(pair) == 2 and all(entity.kind in _FIGHTERS for entity in pair):
            pairs[_known(pairs, pair)] += 1
    return max(pairs, key=lambda pair: pairs[pair]) if pairs else ()


def _known(pairs: Counter[tuple[EntityDraft, ...]], pair: tuple[EntityDraft, ...]) -> tuple[EntityDraft, ...]:
    turned = (pair[1], pair[0])
    return turned if turned in pairs else pair


def _same(known: Told, mention: Told) -> bool:
    one, other = known.event, mention.event
    if known.sentence == mention.sentence and not other.actors and not other.recipients:
        return True
    if mention.definite and (_real(one) == _real(other) or one.type == "PROTEST"):
        return _compatible(one.actors, other.actors)
    if other.mode and one.mode != other.mode:
        return False
    if _real(one) != _real(other):
        return bool(one.actors) and one.actors == other.actors and one.recipients == other.recipients
    if _other_day(known, mention):
        return False
    return _compatible(one.actors, other.actors) and _compatible(one.recipients, other.recipients)


def _other_day(known: Told, mention: Told) -> bool:
    """Whether two mentions have different dates; words such as *today* tell no difference for a bare event."""
    one, other = known.event.date, mention.event.date
    if one is None or other is None or one.value == other.value:
        return False
    return not _bare(mention) or not (one.relative or other.relative)


def _told_of(told: Told, real: set[str]) -> bool:
    """Whether a disaster or accident is told of, and not a general one: there was one, or the report tells of none."""
    return _real(told.event) or (told.event.status == "hypothetical" and told.match.form.trigger.family not in real)


def _bare(told: Told) -> bool:
    return told.match.form.frame == "bare"


def _real(event: EventDraft) -> bool:
    return event.status in ("happened", "ongoing")


def _compatible(one: list[EntityDraft], other: list[EntityDraft]) -> bool:
    return not one or not other or all(each in one for each in other) or all(each in other for each in one)


def _join(known: Told, mention: Told) -> None:
    """Add to an event what another mention of it tells."""
    event, other = known.event, mention.event
    if mention.chance > known.chance + SURER:
        known.chance, event.why = mention.chance, other.why
        event.trigger, known.match = other.trigger, mention.match
    if len(other.actors) > len(event.actors) and _compatible(event.actors, other.actors):
        event.actors = other.actors
    if mention.definite and event.recipients:
        named = [entity for entity in other.recipients if is_named(entity) and entity not in event.recipients]
        event.recipients = [*event.recipients, *named]
    elif len(other.recipients) > len(event.recipients):
        event.recipients = other.recipients
    if _real(other) and not _real(event):
        event.status = other.status
    event.mode = event.mode or other.mode
    event.date = event.date or other.date
    event.place = event.place or other.place
    if other.attributed_to is None:
        event.attributed_to = None
