"""The routes of the interface for programs to where texts and statements come from."""

from fastapi import APIRouter, Request, Response

from konon.archive import Denial, Lineage, Origins, Reprinted, Told
from konon.compare.wordings import Change
from konon.explore.api.routes import ABSENT, REFUSED, After, Size, link
from konon.explore.api.shapes import Part
from konon.explore.api.tags import TaggedRoute
from konon.explore.desk import Kept

router = APIRouter(route_class=TaggedRoute, tags=["v1"], responses=REFUSED)


@router.get("/statements/{report}/{statement}/origins", responses=ABSENT)
def origins(kept: Kept, report: str, statement: str) -> Origins:
    """From how many origins a statement comes, over all reports that tell it, and how each report had it."""
    return kept.origins(f"{report}/{statement}")


@router.get("/statements/{report}/{statement}/tellings", responses=ABSENT)
def tellings(kept: Kept, report: str, statement: str) -> list[Told]:
    """Who else tells a statement: itself first, then the likest."""
    return kept.tellings(f"{report}/{statement}")


@router.get("/statements/{report}/{statement}/denials", responses=ABSENT)
def denials(kept: Kept, report: str, statement: str, size: Size = 50) -> list[Denial]:
    """What denies, rejects or confirms a statement, and what it answers itself; the latest first."""
    return kept.denials(f"{report}/{statement}", size=size)


@router.get("/lineage")
def reprinted(request: Request, response: Response, kept: Kept, size: Size = 50,
              after: After = None) -> Part[Reprinted]:  # fmt: skip
    """The reports whose text most others have, these first."""
    page = kept.reprinted(size=size, after=after or None)
    link(request, response, page)
    return Part(items=list(page.items), total=page.total, exact=page.exact, next=page.next)


@router.get("/lineage/{report}", responses=ABSENT)
def lineage(kept: Kept, report: str) -> Lineage:
    """Where a report's text is from, who has it from there, and who else has it."""
    return kept.lineage(report)


@router.get("/lineage/{origin}/{copy}", responses=ABSENT)
def rewordings(kept: Kept, origin: str, copy: str) -> list[Change]:
    """What a copy changed in its origin's wording, in the order of the copy."""
    return kept.rewordings(origin, copy)
