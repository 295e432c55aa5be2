"""What people say of two events: that they are one, or two; such a decision can be taken back."""

from konon.archive import schema
from konon.archive.decisions import Joinings
from konon.archive.events import event_schema
from konon.archive.events.told import EventDecision

DECISIONS = Joinings(event_schema.event_decision, EventDecision, part=schema.event, called="event",
                     listed="List them: konon event")  # fmt: skip
