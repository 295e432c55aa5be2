"""A record: everything that Konon keeps of one report."""

from pydantic import Field

from konon.record.count import Count
from konon.record.document import Document
from konon.record.entity import Entity
from konon.record.event import Event
from konon.record.model import Model
from konon.record.relation import Relation
from konon.record.statement import Statement


class Record(Model):
    """One report and all that was read off it."""

    konon: str = Field(description="the version of Konon that made the record")
    document: Document
    entities: tuple[Entity, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    counts: tuple[Count, ...] = ()
    relations: tuple[Relation, ...] = ()

    def to_json(self, *, indent: int | None = None) -> str:
        """The record as JSON; the same record gives the same bytes."""
        return self.model_dump_json(indent=indent)

    @classmethod
    def from_json(cls, text: str | bytes) -> "Record":
        """The record that `to_json` wrote, without loss."""
        return cls.model_validate_json(text)

    def quote(self, start: int, end: int) -> str:
        """The words of the report at a place."""
        return self.document.text[start:end]
