"""The stage `counted_events`: which event did so to the people of a count."""

from bisect import bisect_left, bisect_right
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


@stage("counted_events", needs={"sifted"}, gives={"counts.event"})
def counted_events(draft: Draft, language: Language) -> None:  # noqa: ARG001 - every stage takes it
    """Give each count the nearest event of its sentence that can do so to people, or the last of its paragraph before.

    Where neither has one, it is the only such event of the report; where a report tells of several, none.
    """
    real = sorted((event for event in draft.events if event.status not in _UNREAL), key=_start)
    fit = {kind: [event for event in real if event.type in types] for kind, types in _DOES.items()}
    for count in draft.counts:
        found = _nearest(draft, count, fit[count.kind])
        if found is not None:
            count.event, where = found
            count.why["event"] = (f"rule {where}", None)


def _nearest(draft: Draft, count: CountDraft, fit: list[EventDraft]) -> tuple[EventDraft, str] | None:
    paragraphs, sentence = draft.analysis.paragraphs, draft.analysis.sentence_at(count.start)
    near = _within(fit, sentence.start, sentence.end)
    if near:
        return min(near, key=lambda event: (_distance(event, count), event.trigger)), "sentence"
    paragraph = paragraphs[max(0, bisect_right(paragraphs, count.start, key=lambda each: each.start) - 1)]
    before = _within(fit, paragraph.start, count.start)
    if before:
        return before[-1], "paragraph"
    return (fit[0], "report") if len(fit) == 1 else None


def _within(events: list[EventDraft], start: int, end: int) -> list[EventDraft]:
    """Those of the events, in order of place, whose words begin in a stretch of the text."""
    return events[bisect_left(events, start, key=_start) : bisect_left(events, end, key=_start)]


def _start(event: EventDraft) -> int:
    return event.trigger[0]


def _distance(event: EventDraft, count: CountDraft) -> int:
    return max(event.trigger[0] - count.end, count.start - event.trigger[1], 0)
