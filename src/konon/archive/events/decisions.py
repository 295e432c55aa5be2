"""What people say of two events: that they are one, or two; such a decision can be taken back."""

from sqlalchemy import Connection

from konon.archive import schema
from konon.archive.decisions import Joinings
from konon.archive.events import event_schema
from konon.archive.events.told import EventDecision
from konon.errors import ArchiveError


class _Signed(Joinings[EventDecision]):
    def decide(self, connection: Connection, one: str, other: str, *, same: bool, by: str, note: str | None) -> int:
        if one != other and not by.strip():
            raise ArchiveError("a decision needs somebody who makes it.", remedy="Name them: --by NAME")
        return super().decide(connection, one, other, same=same, by=by, note=note)


DECISIONS = _Signed(event_schema.event_decision, EventDecision, part=schema.event, called="event",
                    listed="List them: konon event")  # fmt: skip
