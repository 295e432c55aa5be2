"""Whether two reports tell of the same event: day, place, those who take part, numbers and words compared.

Weights were set by hand, so that what speaks against an event's being the same weighs more than what speaks for it, and
were looked over on reports of several outlets; `benchmarks/events.py` prints what they come to on invented stories.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from konon.compare.parties import Party, cast, reversed_roles
from konon.compare.places import Agreement, Place, agreement, broad
from konon.compare.reasons import Likeness, Reason
from konon.record.vocabulary import EventStatus, EventType

# From this score on, two events are one.
SAME = 0.5
# Two events that score less than this, or with a reason that weighs so much against it, contradict each other.
_UNLIKE, _CONTRARY = 0.25, -0.25
# An event without a date is told within so many days.
REACH = 7
# What is only demanded or thought of is no event that others tell again.
REAL: frozenset[EventStatus] = frozenset({"happened", "ongoing", "planned", "denied"})
# Both dated: the same day, neighbouring days (midnight, time zones), dates that only overlap (a month, a week).
_SAME_DAY, _NEXT_DAY, _OVERLAP = 0.3, 0.1, 0.08
# One or both without date: by how many days the report is later, or the reports are apart.
_TOLD_AFTER = (0.2, 0.2, 0.12, -0.2, -0.25, -0.3, -0.3, -0.3)
_TOLD_APART = (0.2, 0.15, 0.05, -0.15, -0.25)
_AHEAD = 0.1
_PLACES: dict[Agreement, float] = {"same": 0.3, "part": 0.22, "within": 0.16, "state": 0.06, "open": -0.12}
# A state, a province or a great city tells less of where something was.
_BROAD, _STATE = 0.6, 0.4
_MODE, _OTHER_MODE = 0.06, -0.2
_WORD, _OTHER_WORD = 0.06, -0.03
# Of these the word alone tells a flood from an earthquake, while a crash is an accident too.
_WORDS_APART: dict[EventType, float] = {"DISASTER": -0.25, "ACCIDENT": 0.0}
_PLANNED = -0.05
_NUMBER, _OTHER_NUMBER = 0.1, -0.15
# Fewer people are often the same number by chance; tellers of one event seldom differ by more than this factor.
_FEW, _FACTOR = 3, 5


@dataclass(frozen=True, slots=True)
class Happening:
    """An event as one report tells it.

    `span` are the first and the last day of its date as ordinals, None where it has none; `told` is the day of its
    report. `word` is the stem of its trigger, `numbers` are (kind, number) of people with one exact number.
    """

    type: EventType
    mode: str | None
    status: EventStatus
    span: tuple[int, int] | None
    told: int | None
    place: Place | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    word: str = ""
    numbers: frozenset[tuple[str, int]] = frozenset()


def likeness(one: Happening, other: Happening) -> Likeness | None:
    """How alike two events are; None where nothing can make them one."""
    if one.type != other.type or one.status not in REAL or other.status not in REAL:
        return None
    day, place = _day(one, other), _place(one, other)
    if day is None or place is None or reversed_roles(one.type, _sides(one), _sides(other)):
        return None
    parties = cast(one.type, _sides(one), _sides(other))
    return Likeness.of((day, place, *parties, *_manner(one, other), *_numbers(one, other)))


def contradict(one: Happening, other: Happening) -> bool:
    """Whether two events can't be one, whatever a third tells."""
    like = likeness(one, other)
    return like is None or like.score < _UNLIKE or any(reason.score <= _CONTRARY for reason in like.reasons)


def _sides(event: Happening) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    return event.actors, event.recipients


def _day(one: Happening, other: Happening) -> Reason | None:
    """What the days say; None where they can't be those of one event."""
    if one.span and other.span:
        score = _dated(one.span, other.span)
    elif one.span or other.span:
        score = _half(one, other) if one.span else _half(other, one)
    else:
        score = _untold(one, other)
    return None if score is None else Reason("day", score, _when(one), _when(other))


def _dated(one: tuple[int, int], other: tuple[int, int]) -> float | None:
    exact = one[0] == one[1] and other[0] == other[1]
    gap = max(one[0], other[0]) - min(one[1], other[1])
    if gap > 0:
        return _NEXT_DAY if exact and gap == 1 else None
    return _SAME_DAY if exact else _OVERLAP


def _half(dated: Happening, untold: Happening) -> float | None:
    """One has a date, the other's report comes so many days later; it comes earlier where the event is still to be."""
    if dated.span is None or untold.told is None:
        return None
    first, last = dated.span
    if first != last:
        return _OVERLAP if first <= untold.told <= last else None
    later = untold.told - first
    if later < 0:
        ahead = untold.status == "planned" and later >= -REACH
        return _AHEAD if ahead or later == -1 else None
    return _TOLD_AFTER[later] if later < len(_TOLD_AFTER) else None


def _untold(one: Happening, other: Happening) -> float | None:
    if one.told is None or other.told is None:
        return None
    apart = abs(one.told - other.told)
    return _TOLD_APART[apart] if apart < len(_TOLD_APART) else None


def _when(event: Happening) -> str:
    if event.span:
        return "/".join(dict.fromkeys(date.fromordinal(day).isoformat() for day in event.span))
    return f"told {date.fromordinal(event.told).isoformat()}" if event.told else ""


def _place(one: Happening, other: Happening) -> Reason | None:
    """What the places say; None where they are others."""
    if one.place is None or other.place is None:
        return Reason("place", 0.0, "", "")
    found = agreement(one.place, other.place)
    if found == "other":
        return None
    score = _PLACES[found]
    if found == "same":
        score *= _STATE if one.place.state else _BROAD if broad(one.place) else 1
    return Reason("place", round(score, 4), one.place.name, other.place.name)


def _manner(one: Happening, other: Happening) -> Iterator[Reason]:
    if one.mode and other.mode:
        yield Reason("mode", _MODE if one.mode == other.mode else _OTHER_MODE, one.mode, other.mode)
    if one.word and other.word:
        left, right = set(one.word.split()), set(other.word.split())
        score = _WORD if left <= right or right <= left else _WORDS_APART.get(one.type, _OTHER_WORD)
        yield Reason("word", score, one.word, other.word)
    if (one.status == "planned") != (other.status == "planned"):
        yield Reason("status", _PLANNED, one.status, other.status)


def _numbers(one: Happening, other: Happening) -> Iterator[Reason]:
    common = sorted((kind, number) for kind, number in one.numbers & other.numbers if number >= _FEW)
    if common:
        kind, number = common[0]
        yield Reason("number", _NUMBER, f"{kind} {number}", f"{kind} {number}")
        return
    left, right = _most(one), _most(other)
    for kind in sorted(left.keys() & right.keys()):
        fewer, more = sorted((left[kind], right[kind]))
        if more > _FACTOR * max(fewer, 1):
            yield Reason("number", _OTHER_NUMBER, f"{kind} {left[kind]}", f"{kind} {right[kind]}")
            return


def _most(event: Happening) -> dict[str, int]:
    return dict(sorted(event.numbers))
