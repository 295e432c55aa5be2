"""What happened, was planned or was denied in the world, in PLOVER's terms."""

from konon.record.model import Model, Span
from konon.record.statement import Date
from konon.record.vocabulary import EventStatus, EventType


class Event(Model):
    """One event, with its most telling mention as trigger."""

    id: str
    type: EventType
    mode: str | None = None
    trigger: Span
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    place: str | None = None
    date: Date | None = None
    status: EventStatus
    attributed_to: str | None = None
