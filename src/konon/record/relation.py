"""What a report lets you hold about two actors."""

from pydantic import Field

from konon.record.model import Span
from konon.record.reason import CONFIDENCE, WHY, Reason
from konon.record.vocabulary import RelationType


class Relation(Span):
    """A tie between two entities; the span holds the words that show it."""

    id: str = Field(description="made from the content")
    subject: str = Field(description="id of the entity that it is told of")
    type: RelationType = Field(description="what ties them")
    object: str = Field(description="id of the other entity")
    attributed_to: str | None = Field(
        default=None, description="id of the statement that it stands in; null in the reporter's own voice"
    )
    confidence: float | None = CONFIDENCE
    why: tuple[Reason, ...] = WHY
