"""What is kept of a report: the models of a record, its identity, its checks and its schema."""

from konon.record.check import check
from konon.record.count import Count
from konon.record.cut import cut
from konon.record.document import Document
from konon.record.entity import Entity, Location, Mention, Role
from konon.record.event import Event
from konon.record.identity import identity
from konon.record.model import Span
from konon.record.reason import Reason, how_sure, in_words
from konon.record.record import Record
from konon.record.relation import Relation
from konon.record.statement import Cue, Date, Link, Statement

__all__ = [
    "Count", "Cue", "Date", "Document", "Entity", "Event", "Link", "Location", "Mention", "Reason", "Record",
    "Relation", "Role", "Span", "Statement", "check", "cut", "how_sure", "identity", "in_words",
]  # fmt: skip
