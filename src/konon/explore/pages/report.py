"""A report: its text as printed with what was read off it, and the way of each statement from mouth to page."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from konon.archive import Archive, FoundReport, Lineage, Origins, Version
from konon.archive.rows import names_of
from konon.compare.wordings import Change
from konon.explore.decided import Decided
from konon.explore.decided import decided as decided_on
from konon.explore.desk import Kept, render
from konon.explore.pages.lineage import Copy, nearest
from konon.explore.telling import Told
from konon.export.account import Station
from konon.export.html import View
from konon.record import Link, Reason, Record, Statement

router = APIRouter()
# Layers of marks, and whether they are shown at first.
LAYERS = (
    ("content", True), ("cue", True), ("source", True), ("via", True), ("count", True), ("event", True),
    ("date", True), ("relation", False), ("mention", False),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stop:
    """A station of a chain as it is drawn; `id` is that of an actor, `roles` are titles that it holds."""

    station: Station
    id: str | None
    roles: tuple[str, ...]
    confidence: float | None
    why: tuple[Reason, ...]


@dataclass(frozen=True)
class ChainView:
    """A statement with its chain, for the page and for the piece of it that is drawn anew."""

    report: str
    view: View
    statement: Statement
    origins: Origins | None
    decided: Decided

    @classmethod
    def of(cls, kept: Archive, found: FoundReport, view: View, *, statement: Statement) -> "ChainView":
        """The chain of a statement; of the newest version of a page with its origins over all reports."""
        origins = kept.origins(f"{found.report}/{statement.id}") if found.newest else None
        return cls(found.report, view, statement, origins, decided_on(kept, found.report))

    @property
    def number(self) -> int:
        """The number that it is called by."""
        return self.view.account.numbers[self.statement.id]

    @property
    def stops(self) -> tuple[Stop, ...]:
        """The stations from mouth to page."""
        account, links = self.view.account, self.statement.chain
        stations = account.chain(self.statement)
        # A chain without a speaker is told with one who is not named, who has no link.
        matched: list[Link | None] = [None] * (len(stations) - len(links))
        return tuple(self._stop(station, link) for station, link in zip(stations, [*matched, *links], strict=True))

    def _stop(self, station: Station, link: Link | None) -> Stop:
        entity = link.entity if link else None
        found = next((each for each in self.view.record.entities if each.id == entity), None)
        roles = tuple(dict.fromkeys(self.view.account.role(role) for role in found.roles)) if found else ()
        confidence, why = (link.confidence, link.why) if link else (None, ())
        # An outlet is an actor only where the report itself names it as one.
        return Stop(station, names_of(self.view.record)[entity].id if entity else None, roles, confidence, why)

    @property
    def neighbours(self) -> tuple[Statement | None, Statement | None]:
        """The statement before and the one behind it, as they are told."""
        told = [statement for statement, _ in self.view.account.told]
        place = told.index(self.statement)
        return (told[place - 1] if place else None, told[place + 1] if place + 1 < len(told) else None)


@dataclass(frozen=True)
class ReportPage:
    """What the page of a report shows."""

    found: FoundReport
    view: View
    versions: tuple[Version, ...]
    changes: tuple[tuple[Version, Version, tuple[Change, ...]], ...]
    chain: ChainView | None
    lineage: Lineage
    nearest: tuple[Copy, ...]
    decided: Decided
    made: Told | None
    layers: tuple[tuple[str, bool], ...] = LAYERS

    @cached_property
    def actors(self) -> dict[str, str]:
        """The ids of actors by those of the record's entities."""
        return {entity: name.id for entity, name in names_of(self.view.record).items()}


@router.get("/reports/{report}", response_class=HTMLResponse)
def report(request: Request, kept: Kept, report: str,
           statement: Annotated[str | None, Query(max_length=40)] = None,
           decided: Annotated[int | None, Query()] = None) -> HTMLResponse:  # fmt: skip
    """The page of a report, with the chain of a statement beside it."""
    found = kept.report(report)
    record = kept.record(report)
    view = View.of(record, "r")
    versions = tuple(kept.history(report))
    told = kept.lineage(report)
    wanted = _statement(kept, found.report, record, statement=statement)
    decisions = decided_on(kept, found.report)
    return render(request, "report.html", ReportPage(
        found, view, versions, tuple(_changed(kept, versions)),
        ChainView.of(kept, found, view, statement=wanted) if wanted else None, told,
        tuple(nearest(kept, told)), decisions, decisions.made(decided),
    ))  # fmt: skip


@router.get("/reports/{report}/statements/{statement}", response_class=HTMLResponse)
def chain(request: Request, kept: Kept, report: str, statement: str) -> HTMLResponse:
    """The chain of a statement alone, for a page that is open."""
    record, said = kept.statement(f"{report}/{statement}")
    return render(
        request, "parts/chain.html", ChainView.of(kept, kept.report(report), View.of(record, "r"), statement=said)
    )


def _statement(kept: Archive, report: str, record: Record, *, statement: str | None) -> Statement | None:
    """The statement that is asked for, or else the first that has been told."""
    if statement:
        return kept.statement(f"{report}/{statement}")[1]
    return record.statements[0] if record.statements else None


def _changed(kept: Archive, versions: Iterable[Version]) -> Iterable[tuple[Version, Version, tuple[Change, ...]]]:
    for earlier, later in pairwise(versions):
        yield earlier, later, tuple(kept.changes(earlier.report, later.report))
