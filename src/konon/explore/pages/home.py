"""The first page: what is in the archive, and what came last."""

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from konon.archive import Facets, FoundReport, FoundStatement, Status
from konon.explore.asked import Asked
from konon.explore.desk import Kept, render

router = APIRouter()
_NEWEST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class HomePage:
    """What the first page shows."""

    status: Status
    facets: Facets
    statements: tuple[FoundStatement, ...]
    reports: tuple[FoundReport, ...]
    asked: Asked


@router.get("/", response_class=HTMLResponse)
def home(request: Request, kept: Kept) -> HTMLResponse:
    """The first page."""
    return render(request, "home.html", HomePage(
        status=kept.status(), facets=kept.facets(), statements=kept.search(size=_NEWEST).items,
        reports=kept.search_reports(size=_NEWEST).items, asked=Asked(),
    ))  # fmt: skip
