"""Events: which of several reports are one, and who gave which number of people for them when."""

from konon.archive.events.deriving import Happenings
from konon.archive.events.told import Counts, EventDecision, FoundEvent, JoinedEvent, ToldEvent

__all__ = ["Counts", "EventDecision", "FoundEvent", "Happenings", "JoinedEvent", "ToldEvent"]
