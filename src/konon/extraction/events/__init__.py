"""Events of a report: what happened, was planned or was denied in the world."""

from konon.extraction.events.stage import events

__all__ = ["events"]
