"""The stage `counted_events`: which event did so to the people of a count."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from konon.extraction.draft import CountDraft, Draft, EventDraft
from konon.extraction.stage import stage
from konon.language.base import Language
from konon.record.vocabulary import CountKind, EventType

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


@stage("counted_events", needs={"sifted"}, gives={"counts.event"})
def counted_events(draft: Draft, language: Language) -> None:  # noqa: ARG001 - every stage takes it
    """Give each count the nearest event of its sentence that can do so to people, or the last of its paragraph before.

    Where neither has one, it is the only such event of the report; where a report tells of several, none.
    """
    for count in draft.counts:
        fit = [event for event in draft.events if event.type in _DOES[count.kind] and event.status not in _UNREAL]
        found = _nearest(draft.analysis.text, count, fit)
        if found is not None:
            count.event, where = found
            count.why["event"] = (f"rule {where}", None)


def _nearest(text: str, count: CountDraft, fit: list[EventDraft]) -> tuple[EventDraft, str] | None:
    near = sorted(fit, key=lambda event: (_distance(event, count), event.trigger))
    for event in near:
        if not _SENTENCE_END.search(_between(text, event, count)):
            return event, "sentence"
    for event in near:
        if event.trigger[0] < count.start and "\n" not in _between(text, event, count):
            return event, "paragraph"
    return (fit[0], "report") if len(fit) == 1 else None


def _distance(event: EventDraft, count: CountDraft) -> int:
    return max(event.trigger[0] - count.end, count.start - event.trigger[1], 0)


def _between(text: str, event: EventDraft, count: CountDraft) -> str:
    first, last = sorted((event.trigger, (count.start, count.end)))
    return text[first[1] : last[0]]
