"""Numbers of people that events did something to."""

from pydantic import Field

from konon.record.model import Span
from konon.record.reason import CONFIDENCE, WHY, Reason
from konon.record.statement import Date
from konon.record.vocabulary import CountKind


class Count(Span):
    """A number of people with its bounds; an open bound is null."""

    id: str = Field(description="made from the content")
    minimum: int | None = Field(description="the least; null is open")
    maximum: int | None = Field(description="the most; null is open")
    approximate: bool = Field(default=False, description="whether the text says that it is about this number")
    kind: CountKind = Field(description="what was done to them")
    of: str | None = Field(default=None, description="the words for whom")
    cumulative_since: Date | None = Field(
        default=None, description="the day from which on they are counted, where they are summed over time"
    )
    event: str | None = Field(default=None, description="id of the event that did it, where one")
    attributed_to: str | None = Field(
        default=None, description="id of the statement that it stands in; null in the reporter's own voice"
    )
    confidence: float | None = CONFIDENCE
    why: tuple[Reason, ...] = WHY
