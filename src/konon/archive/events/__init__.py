"""Events: which of several reports are one, and who gave which number of people for them when."""

from konon.archive.events.deriving import Happenings
from konon.archive.events.told import (
    Counts,
    EventDecision,
    EventPlace,
    EventPlaces,
    FoundEvent,
    JoinedEvent,
    Tally,
    Timeline,
    ToldEvent,
    Unit,
)

__all__ = [
    "Counts", "EventDecision", "EventPlace", "EventPlaces", "FoundEvent", "Happenings", "JoinedEvent", "Tally",
    "Timeline", "ToldEvent", "Unit",
]  # fmt: skip
