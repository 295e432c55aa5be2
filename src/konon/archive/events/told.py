"""What an archive answers with about events over reports: joined events, those that tell them, numbers, decisions."""

from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDecision(Joining):
    """What somebody said of two events: that they are the `same`, or not; `withdrawn` tells when it was taken back."""
