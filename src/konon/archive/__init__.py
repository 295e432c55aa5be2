"""The archive: records kept in a database, searched and compared."""

from konon.archive.actors import Decision as ActorDecision
from konon.archive.archive import Archive
from konon.archive.denials import Denial
from konon.archive.events import Counts, EventDecision, FoundEvent, JoinedEvent, ToldEvent
from konon.archive.findings import Actor, ActorName, FoundReport, FoundStatement, Page, Status, Tie, Version
from konon.archive.lineage import Lineage, LineageDecision, Relative
from konon.archive.query import EVENT_FIELDS, FIELDS
from konon.archive.store import Store
from konon.archive.tables import TABLES, Table
from konon.archive.tellings import Decision, Origin, Origins, Told

__all__ = [
    "EVENT_FIELDS", "FIELDS", "TABLES", "Actor", "ActorDecision", "ActorName", "Archive", "Counts", "Decision",
    "Denial", "EventDecision", "FoundEvent", "FoundReport", "FoundStatement", "JoinedEvent", "Lineage",
    "LineageDecision", "Origin", "Origins", "Page", "Relative", "Status", "Store", "Table", "Tie", "Told", "ToldEvent",
    "Version",
]  # fmt: skip
