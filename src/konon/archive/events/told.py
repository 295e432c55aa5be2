"""What an archive answers with about events over reports: joined events, those that tell them, numbers, decisions."""

from dataclasses import dataclass
from typing import Literal

from konon.archive.decisions import Joining
from konon.compare.reasons import Reason
from konon.compare.tolls import Contest, Figure, Revision


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundEvent:
    """An event as one or several reports tell it.

    `event` is the id of the first that was kept; any of its reports' events stands for it. `day` is the one that most
    exact dates say; where none is `dated`, the first day on which it was told. `mode`, `status`, `place` and `trigger`
    are those that most reports tell.
    """

    event: str
    day: str | None
    dated: bool
    type: str
    mode: str | None
    status: str
    trigger: str
    place: str | None
    country: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    reports: int
    outlets: int
    numbers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldEvent:
    """An event as one report tells it, and how alike it is to the one that was asked for.

    `score` and `reasons` are those of the likest of the joined where the two themselves were not found alike (`via`); 1
    for the event itself. `decision` is the decision that holds the two together, where there is one.
    """

    event: str
    report: str
    day: str | None
    dated: bool
    status: str
    trigger: str
    place: str | None
    outlet: str | None
    url: str | None
    title: str | None
    score: float
    reasons: tuple[Reason, ...]
    via: str | None
    decision: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinedEvent:
    """A joined event with all that tell it: the one that was asked for first, then the likest."""

    found: FoundEvent
    told: tuple[ToldEvent, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Who gave which number of people when for an event; where they disagree, and who changed a number."""

    event: FoundEvent
    figures: tuple[Figure, ...]
    contested: tuple[Contest, ...]
    revised: tuple[Revision, ...]


Unit = Literal["year", "month", "day"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many events of a type a year, month or day has: `period` is 2024, 2024-03 or 2024-03-11."""

    period: str
    type: str
    events: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """How events are spread over time, the first period first; `dayless` are those of no known day.

    Where there are too many periods, the newest are told, and `exact` is false.
    """

    unit: Unit
    tallies: tuple[Tally, ...]
    dayless: int
    exact: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPlace:
    """A place at which events happened, and how many of each type; `place` is the id of its actor.

    Where `exact` is false, it has no coordinates of its own: those are of its largest city, of its capital, or of what
    it lies in. They are null where nothing is known.
    """

    place: str
    name: str
    kind: str
    country: str | None
    latitude: float | None
    longitude: float | None
    exact: bool
    events: int
    types: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPlaces:
    """Where events happened, the places of most events first; an event told at two places counts at each.

    `events` were looked at, the newest, and all where `exact`; `placeless` of them are told at no place.
    """

    events: int
    placeless: int
    exact: bool
    places: tuple[EventPlace, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDecision(Joining):
    """What somebody said of two events: that they are the `same`, or not; `withdrawn` tells when it was taken back."""
