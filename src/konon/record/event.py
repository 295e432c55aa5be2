"""What happened, was planned or was denied in the world, in PLOVER's terms."""

from pydantic import Field

from konon.record.model import Model, Span
from konon.record.reason import CONFIDENCE, WHY, Reason
from konon.record.statement import Date
from konon.record.vocabulary import EventStatus, EventType


class Event(Model):
    """One event, with its most telling mention as trigger."""

    id: str = Field(description="made from the content")
    type: EventType = Field(description="one of PLOVER's types, or DISASTER or ACCIDENT")
    mode: str | None = Field(default=None, description="PLOVER's mode, by the type")
    trigger: Span = Field(description="the one word that says it")
    actors: tuple[str, ...] = Field(default=(), description="ids of the entities that did it")
    recipients: tuple[str, ...] = Field(default=(), description="ids of the entities that it was done to")
    place: str | None = Field(default=None, description="id of the entity where it was")
    date: Date | None = Field(default=None, description="when it was")
    status: EventStatus = Field(
        description="whether it happened, goes on, or is only planned, demanded, denied or thought of"
    )
    attributed_to: str | None = Field(
        default=None, description="id of the statement that it stands in; null in the reporter's own voice"
    )
    confidence: float | None = CONFIDENCE
    why: tuple[Reason, ...] = WHY
