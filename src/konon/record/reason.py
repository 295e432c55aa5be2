"""What decided a part of a record, and how sure that is."""

from collections.abc import Iterable

from pydantic import Field

from konon.record.model import Model


class Reason(Model):
    """One decision: which rule or head made it, and the chance that the reader model gives it."""

    part: str = Field(description="what was decided: content, source, act, kind …")
    by: str = Field(description="a rule with its name, a table, or a head of the reader model")
    score: float | None = Field(default=None, description="the model's chance of it, 0 to 1; null where it has none")


# The fields of every part that says how sure it is, and why it is there.
CONFIDENCE = Field(default=None, description="the chance that it is right, calibrated; null where nothing tells it")
WHY = Field(default=(), description="what decided it")


def in_words(confidence: float | None, why: Iterable[Reason]) -> str:
    """How sure a part is and what decided it, in a line; empty where nothing is told."""
    told = [f"{reason.part}: {reason.by}" + ("" if reason.score is None else f" {reason.score:.2f}") for reason in why]
    return " · ".join(filter(None, (how_sure(confidence), *told)))


def how_sure(confidence: float | None) -> str:
    """A confidence in words, never that of certainty; empty for none."""
    if confidence is None:
        return ""
    rounded = f"{confidence:.0%} sure"
    return {"100% sure": "over 99% sure", "0% sure": "under 1% sure"}.get(rounded, rounded)
