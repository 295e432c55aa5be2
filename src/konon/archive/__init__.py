"""The archive: records kept in a database, searched and compared."""

from konon.archive.archive import Archive
from konon.archive.event_findings import Counts, EventDecision, FoundEvent, JoinedEvent, ToldEvent
from konon.archive.findings import Actor, ActorName, FoundReport, FoundStatement, Page, Status, Tie, Version
from konon.archive.query import EVENT_FIELDS, FIELDS
from konon.archive.relatives import Lineage, LineageDecision, Relative
from konon.archive.resolution import Decision as ActorDecision
from konon.archive.store import Store
from konon.archive.tables import TABLES, Table
from konon.archive.told import Decision, Denial, Origin, Origins, Told

__all__ = [
    "EVENT_FIELDS", "FIELDS", "TABLES", "Actor", "ActorDecision", "ActorName", "Archive", "Counts", "Decision",
    "Denial", "EventDecision", "FoundEvent", "FoundReport", "FoundStatement", "JoinedEvent", "Lineage",
    "LineageDecision", "Origin", "Origins", "Page", "Relative", "Status", "Store", "Table", "Tie", "Told", "ToldEvent",
    "Version",
]  # fmt: skip
