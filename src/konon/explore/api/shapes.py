"""What programs get beyond what the archive itself answers with."""

from typing import Generic, TypeVar

from pydantic import BaseModel, Field

from konon.archive import FoundEvent, FoundReport, FoundStatement, Version
from konon.compare.wordings import Change
from konon.record import Record, Statement

Thing = TypeVar("Thing")


class Part(BaseModel, Generic[Thing]):
    """A page of what was found."""

    items: list[Thing] = Field(description="the newest first")
    total: int = Field(description="how many there are in all, as far as they were counted")
    exact: bool = Field(description="false where there are more than were counted")
    next: str | None = Field(description="give it as `after` for the following page; null at the end")


class ReportShape(BaseModel):
    """A report of the archive with its record."""

    found: FoundReport
    record: Record


class StatementShape(BaseModel):
    """A statement with the words of its content and the report that it stands in."""

    report: FoundReport
    content: str
    source: str | None
    statement: Statement


class Step(BaseModel):
    """What changed from one version of a page to the next."""

    earlier: str
    later: str
    changes: list[Change]


class HistoryShape(BaseModel):
    """The versions of a page, the oldest first, and what changed."""

    versions: list[Version]
    steps: list[Step]


Statements = Part[FoundStatement]
Reports = Part[FoundReport]
Events = Part[FoundEvent]
