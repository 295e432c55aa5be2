"""The archive: records kept in a database, searched and compared."""

from konon.archive.archive import Archive
from konon.archive.findings import Actor, ActorName, FoundReport, FoundStatement, Page, Status, Tie, Version
from konon.archive.query import FIELDS
from konon.archive.store import Store

__all__ = [
    "FIELDS", "Actor", "ActorName", "Archive", "FoundReport", "FoundStatement", "Page", "Status", "Store", "Tie",
    "Version",
]  # fmt: skip
