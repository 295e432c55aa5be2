"""What people decided, the latest first; it can be taken back with --edit."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from konon.archive import ActorDecision
from konon.explore.decided import told
from konon.explore.desk import Kept, render
from konon.explore.editing import Given, editing_of, given_of
from konon.explore.telling import Told

router = APIRouter()
writing = APIRouter()
Sent = Annotated[Given, Depends(given_of)]
_SIZE = 25
_NAMES = 200


@dataclass(frozen=True, slots=True)
class DecisionsPage:
    """What the page of decisions shows: those on parts of records, or those on names."""

    on: str
    told: tuple[Told, ...] = ()
    names: tuple[ActorDecision, ...] = ()
    next: str | None = None
    first: bool = True


@router.get("/decisions", response_class=HTMLResponse)
def decisions(request: Request, kept: Kept, on: Annotated[str, Query(pattern="^(reports|actors)$")] = "reports",
              after: Annotated[str | None, Query(max_length=20)] = None) -> HTMLResponse:  # fmt: skip
    """The decisions, a page at a time."""
    if on == "actors":
        found = kept.actor_decisions(size=_NAMES, people=True)
        return render(request, "decisions.html", DecisionsPage(on, names=tuple(found)))
    page = kept.corrections.all(size=_SIZE, after=after or None)
    return render(request, "decisions.html", DecisionsPage(on, tuple(told(kept, page.items)), next=page.next,
                                                           first=not after))  # fmt: skip


@writing.post("/decisions/{key}/undo")
def undo(request: Request, kept: Kept, key: int, sent: Sent) -> Response:
    """Take a decision on a part back."""
    made = kept.corrections.withdraw(key, by=sent.by)
    editing = editing_of(request)
    assert editing is not None  # noqa: S101 - these routes are there only with it
    editing.adding.compare()
    return RedirectResponse(
        "/decisions" if sent.one("back") == "decisions" else f"/reports/{made.report}#decisions", 303
    )


@writing.post("/decisions/actors/{decision}/undo")
def undo_names(kept: Kept, decision: str, sent: Sent) -> Response:
    """Take a decision on two names back."""
    kept.withdraw_actors(decision, by=sent.by)
    return RedirectResponse("/decisions?on=actors", 303)
