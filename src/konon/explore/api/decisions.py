"""What people decided, for programs."""

import json
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, Field

from konon.archive import ActorDecision, Correction
from konon.explore.api.routes import ABSENT, REFUSED, After, ReportId, Size, link
from konon.explore.api.shapes import Part
from konon.explore.api.tags import TaggedRoute
from konon.explore.desk import Kept

router = APIRouter(route_class=TaggedRoute, tags=["v1"], responses=REFUSED)


class DecisionShape(BaseModel):
    """What somebody decided on a part of a record."""

    key: int = Field(description="its number")
    report: str
    kind: str = Field(description="what kind of part; `report` for the whole record")
    part: str = Field(description="the id of the part")
    verdict: str = Field(description="confirmed, corrected, rejected or added")
    before: dict[str, Any] | None = Field(description="the part before it, with what it names")
    after: dict[str, Any] | None = Field(description="the part after it; of a whole record null")
    by: str
    note: str | None
    made: str
    withdrawn: str | None = Field(description="when it was taken back")
    withdrawn_by: str | None


Decisions = Part[DecisionShape]


@router.get("/decisions")
def decisions(request: Request, response: Response, kept: Kept, size: Size = 50, after: After = None) -> Decisions:
    """What people decided on parts of records, the latest first."""
    page = kept.corrections.all(size=size, after=after or None)
    link(request, response, page)
    return Decisions(items=[_shape(each) for each in page.items], total=page.total, exact=page.exact, next=page.next)


@router.get("/decisions/actors")
def actor_decisions(kept: Kept, size: Annotated[int, Query(ge=1, le=1000)] = 50) -> list[ActorDecision]:
    """What people decided on names, the latest first."""
    return kept.actor_decisions(size=size, people=True)


@router.get("/reports/{report}/decisions", responses=ABSENT)
def of_report(kept: Kept, report: ReportId) -> list[DecisionShape]:
    """What people decided on a report, in the order in which they did."""
    return [_shape(each) for each in kept.corrections.of(kept.report(report).report)]


def _shape(decision: Correction) -> DecisionShape:
    before, after = (json.loads(kept) if kept and decision.kind != "report" else None
                     for kept in (decision.before, decision.after))  # fmt: skip
    columns = ("key", "report", "kind", "part", "verdict", "by", "note", "made", "withdrawn", "withdrawn_by")
    return DecisionShape(before=before, after=after, **{name: getattr(decision, name) for name in columns})
