"""The archive: records kept in a database, searched and compared."""

from konon.archive.archive import Archive
from konon.archive.findings import Actor, ActorName, FoundReport, FoundStatement, Page, Status, Tie, Version
from konon.archive.query import FIELDS
from konon.archive.relatives import Lineage, LineageDecision, Relative
from konon.archive.resolution import Decision as ActorDecision
from konon.archive.store import Store
from konon.archive.tables import TABLES, Table
from konon.archive.told import Decision, Denial, Origin, Origins, Told

__all__ = [
    "FIELDS", "TABLES", "Actor", "ActorDecision", "ActorName", "Archive", "Decision", "Denial", "FoundReport",
    "FoundStatement", "Lineage", "LineageDecision", "Origin", "Origins", "Page", "Relative", "Status", "Store", "Table",
    "Tie", "Told", "Version",
]  # fmt: skip
