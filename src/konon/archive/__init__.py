"""The archive: records kept in a database, searched and compared."""

from konon.archive.actors import Decision as ActorDecision
from konon.archive.archive import Archive
from konon.archive.corrections import Correction
from konon.archive.corrections.deciding import Corrections
from konon.archive.denials import Denial, DenialDecision
from konon.archive.dossiers import Appearance, Dossier, Month, Part, Passed, Printed, Tenure
from konon.archive.events import (
    Counts,
    EventDecision,
    EventPlace,
    EventPlaces,
    FoundEvent,
    JoinedEvent,
    Tally,
    Timeline,
    ToldEvent,
    Unit,
)
from konon.archive.facets import Facet, Facets
from konon.archive.findings import Actor, ActorName, FoundReport, FoundStatement, Page, Status, Tie, Version
from konon.archive.lineage import Lineage, LineageDecision, Relative, Reprinted, Verdict
from konon.archive.network import TIED, TIES, Between, Bond, Evidence, Network, Node, Scope
from konon.archive.query import EVENT_FIELDS, FIELDS
from konon.archive.store import Store, patience
from konon.archive.tables import TABLES, Table
from konon.archive.tellings import Decision, Origin, Origins, Route, Told

__all__ = [
    "EVENT_FIELDS", "FIELDS", "TABLES", "TIED", "TIES", "Actor", "ActorDecision", "ActorName", "Appearance",
    "Archive", "Between", "Bond", "Correction", "Corrections", "Counts", "Decision", "Denial", "DenialDecision",
    "Dossier", "EventDecision", "EventPlace", "EventPlaces", "Evidence", "Facet", "Facets", "FoundEvent",
    "FoundReport", "FoundStatement", "JoinedEvent", "Lineage", "LineageDecision", "Month", "Network", "Node",
    "Origin", "Origins", "Page", "Part", "Passed", "Printed", "Relative", "Reprinted", "Route", "Scope", "Status",
    "Store", "Table", "Tally", "Tenure", "Tie", "Timeline", "Told", "ToldEvent", "Unit", "Verdict", "Version",
    "patience",
]  # fmt: skip
