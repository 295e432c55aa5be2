"""The routes of the interface for programs."""

from itertools import pairwise
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request, Response

from konon.archive import Actor, Dossier, Facets, Page, Status
from konon.archive.rows import content_of
from konon.explore.api.shapes import HistoryShape, Reports, ReportShape, Statements, StatementShape, Step
from konon.explore.api.tags import TaggedRoute
from konon.explore.asked import Wanted
from konon.explore.desk import Kept
from konon.explore.faults import MEDIA, Problem
from konon.export.account import Account

_FAULT = {"model": Problem, "content": {MEDIA: {}}}
REFUSED: dict[int | str, dict[str, Any]] = {
    304: {"description": "What was had before still holds"}, 400: {**_FAULT, "description": "Bad request"},
}  # fmt: skip
router = APIRouter(route_class=TaggedRoute, tags=["v1"], responses=REFUSED)
ABSENT: dict[int | str, dict[str, Any]] = {404: {**_FAULT, "description": "Not kept"}}
Size = Annotated[int, Query(ge=1, le=1000, description="how many at most")]
After = Annotated[str | None, Query(max_length=40, description="`next` of the page before")]
ReportId = Annotated[str, Path(description="the id of a report")]
ActorId = Annotated[str, Path(description="the id of an actor, or a name")]


@router.get("/status")
def status(kept: Kept) -> Status:
    """What the archive holds."""
    return kept.status()


@router.get("/statements")
def statements(request: Request, response: Response, kept: Kept, asked: Wanted, size: Size = 50,
               after: After = None) -> Statements:  # fmt: skip
    """The statements that a search finds, the newest first."""
    page = kept.search(asked.query, size=size, after=after or None, stems=asked.stems)
    link(request, response, page)
    return Statements(items=list(page.items), total=page.total, exact=page.exact, next=page.next)


@router.get("/facets")
def facets(kept: Kept, asked: Wanted) -> Facets:
    """How the newest 10,000 of the statements that a search finds are spread."""
    return kept.facets(asked.query, stems=asked.stems)


@router.get("/statements/{report}/{statement}", responses=ABSENT)
def statement(
    kept: Kept, report: ReportId, statement: Annotated[str, Path(description="its id in the report")]
) -> StatementShape:
    """A statement, with its chain from mouth to page and why it is there."""
    record, said = kept.statement(f"{report}/{statement}")
    source = Account(record).name(said.source) or None
    return StatementShape(report=kept.report(report), content=content_of(record, said), source=source, statement=said)


@router.get("/reports")
def reports(request: Request, response: Response, kept: Kept, asked: Wanted, size: Size = 50,
            after: After = None) -> Reports:  # fmt: skip
    """The reports that a search finds, the newest first."""
    page = kept.search_reports(asked.query, size=size, after=after or None, stems=asked.stems)
    link(request, response, page)
    return Reports(items=list(page.items), total=page.total, exact=page.exact, next=page.next)


@router.get("/reports/{report}", responses=ABSENT)
def report(kept: Kept, report: ReportId) -> ReportShape:
    """A report with all that was read off it."""
    return ReportShape(found=kept.report(report), record=kept.record(report))


@router.get("/reports/{report}/history", responses=ABSENT)
def history(kept: Kept, report: ReportId) -> HistoryShape:
    """The versions of a report's page, and which wordings changed from one to the next."""
    versions = kept.history(report)
    steps = [Step(earlier=earlier.report, later=later.report, changes=kept.changes(earlier.report, later.report))
             for earlier, later in pairwise(versions)]  # fmt: skip
    return HistoryShape(versions=versions, steps=steps)


@router.get("/actors")
def actors(request: Request, response: Response, kept: Kept,
           name: Annotated[str, Query(min_length=1, max_length=200, description="words of a name")],
           size: Size = 50,
           after: Annotated[int, Query(ge=0, le=1_000_000, description="how many were had already")] = 0,
           ) -> list[Actor]:  # fmt: skip
    """The actors that have a name with these words in it, those of most reports first; `Link` leads to more."""
    found = kept.actors(name, size=size + 1, after=after)
    if len(found) > size:
        _follow(request, response, str(after + size))
    return found[:size]


@router.get("/actors/{actor}", responses=ABSENT)
def actor(kept: Kept, actor: ActorId) -> Actor:
    """An actor by its id or a name: its names, what it did by speaking, its ties."""
    return kept.actor(actor)


@router.get("/actors/{actor}/dossier", responses=ABSENT)
def dossier(kept: Kept, actor: ActorId) -> Dossier:
    """Where an actor is named, what it took part in, and who passes on what it says."""
    return kept.dossier(actor)


def link(request: Request, response: Response, page: Page[Any]) -> None:
    """Tell in the headers of an answer where the page behind this one is."""
    if page.next:
        _follow(request, response, page.next)


def _follow(request: Request, response: Response, after: str) -> None:
    response.headers["Link"] = f'<{request.url.include_query_params(after=after)}>; rel="next"'
