"""Which event of its report a number of people belongs to, where the record does not say so."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Literal

from konon.record import Count, Event, Record
from konon.record.vocabulary import CountKind, EventType

Tie = Literal["record", "sentence", "paragraph", "report"]
_HARM: frozenset[EventType] = frozenset({"ASSAULT", "DISASTER", "ACCIDENT", "PROTEST"})
_DRIVEN: frozenset[EventType] = frozenset({"DISASTER", "ACCIDENT", "ASSAULT"})
# What can do so to people.
_DOES: Mapping[CountKind, frozenset[EventType]] = MappingProxyType({
    "killed": _HARM, "injured": _HARM, "missing": _DRIVEN, "displaced": _DRIVEN, "affected": _DRIVEN,
    "rescued": _DRIVEN, "abducted": frozenset({"ASSAULT"}), "detained": frozenset({"COERCE"}),
    "participants": frozenset({"PROTEST", "CONSULT", "COOPERATE", "MOBILIZE"}),
})  # fmt: skip
_UNREAL = frozenset({"demanded", "hypothetical"})
_SENTENCE_END = re.compile(r"[.!?][\"”’)\]]*\s|\n")


def ties(record: Record) -> Iterator[tuple[Count, Event, Tie]]:
    """The counts of a record that belong to an event, each with it and with what ties them.

    What the record ties stays so. Else a count belongs to the nearest event of its sentence that can do so to people,
    or of its paragraph, or to the only one of the report; where a report tells of several, to none.
    """
    events = {event.id: event for event in record.events}
    for count in record.counts:
        if count.event is not None:
            yield count, events[count.event], "record"
            continue
        fit = [event for event in record.events if event.type in _DOES[count.kind] and event.status not in _UNREAL]
        found = _nearest(record, count, fit)
        if found is not None:
            yield count, *found


def _nearest(record: Record, count: Count, fit: list[Event]) -> tuple[Event, Tie] | None:
    near = sorted(fit, key=lambda event: (_distance(event, count), event.trigger.start))
    for event in near:
        if not _SENTENCE_END.search(_between(record, event, count)):
            return event, "sentence"
    for event in near:
        if event.trigger.start < count.start and "\n" not in _between(record, event, count):
            return event, "paragraph"
    return (fit[0], "report") if len(fit) == 1 else None


def _distance(event: Event, count: Count) -> int:
    return max(event.trigger.start - count.end, count.start - event.trigger.end, 0)


def _between(record: Record, event: Event, count: Count) -> str:
    first, last = sorted(((event.trigger.start, event.trigger.end), (count.start, count.end)))
    return record.document.text[first[1] : last[0]]
