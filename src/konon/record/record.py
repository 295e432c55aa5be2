"""A record: everything that Konon keeps of one report."""

from collections.abc import Callable

from pydantic import Field

from konon.record.count import Count
from konon.record.document import Document
from konon.record.entity import Entity
from konon.record.event import Event
from konon.record.model import Model
from konon.record.relation import Relation
from konon.record.statement import Statement
from konon.registry import Registry

# How a record shows itself. It lies below the exporters and imports none: it asks for the one that is registered.
displays: Registry[Callable[["Record"], str]] = Registry("display", group="konon.displays")


class Record(Model):
    """One report and all that was read off it."""

    konon: str = Field(description="the version of Konon that made the record")
    document: Document = Field(description="the report itself")
    entities: tuple[Entity, ...] = Field(default=(), description="who and what it names")
    statements: tuple[Statement, ...] = Field(default=(), description="what it says that somebody else said")
    events: tuple[Event, ...] = Field(default=(), description="what happened, was planned or was denied")
    counts: tuple[Count, ...] = Field(default=(), description="numbers of people, each with who gives it")
    relations: tuple[Relation, ...] = Field(default=(), description="what ties two entities")

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

    def _repr_html_(self) -> str:
        return displays.get("html")(self)
