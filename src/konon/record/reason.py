"""What decided a part of a record, and how sure that is."""

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
