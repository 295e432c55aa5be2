"""What an archive answers with about statements over reports: tellings, origins, decisions."""

from dataclasses import dataclass

from konon.archive.decisions import Joining
from konon.archive.findings import FoundStatement
from konon.compare.origins import Certainty, Station
from konon.compare.reasons import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Joining):
    """What somebody said of two statements: that they are the `same`, or not.

    `withdrawn` tells when it was taken back.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A statement as a report tells it, and how alike it is to the one that was asked for.

    `score` and `reasons` are those of the likest in the cluster where the two themselves were not found alike (`via`);
    1 for the statement itself. `decision` is the decision that holds them together, where there is one.
    """

    found: FoundStatement
    score: float
    reasons: tuple[Reason, ...]
    via: str | None
    decision: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """One end of the chains of a statement: who or what had it from the mouth, as far as reports tell.

    `outlets` are those that have it from there, `ways` their chains from the mouth to the page, `first` the day when it
    was first told, by `first_outlet`.
    """

    name: str
    certainty: Certainty
    outlets: tuple[str, ...]
    ways: tuple[tuple[str, ...], ...]
    statements: tuple[str, ...]
    first: str | None
    first_outlet: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """How one report came by a statement: the stations from the mouth to its outlet, which is the last.

    `beside` are the numbers of stations that stand beside the one before them, and did not have it from that.
    """

    found: FoundStatement
    stations: tuple[Station, ...]
    beside: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origins:
    """The origins of a statement: those that are told, how few and how many they can be, and how each report had it."""

    statement: str
    outlets: int
    reports: int
    least: int
    most: int
    origins: tuple[Origin, ...]
    routes: tuple[Route, ...]
