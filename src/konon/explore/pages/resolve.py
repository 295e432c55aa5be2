"""Which names are one actor, as far as a person has to say: pairs in doubt, and any two. Only with --edit."""

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from konon.archive import Actor, ActorDecision, Archive
from konon.errors import DecisionError, QueryError
from konon.explore.desk import Kept, render
from konon.explore.editing import Given, given_of

router = APIRouter()
_DOUBTFUL = 20
_FOUND = 12


@dataclass(frozen=True, slots=True)
class ResolvePage:
    """What the page of names shows."""

    doubtful: tuple[ActorDecision, ...]
    q: str
    found: tuple[Actor, ...]
    made: str


@router.get("/resolve", response_class=HTMLResponse)
def resolve(request: Request, kept: Kept, q: Annotated[str, Query(max_length=200)] = "",
            made: Annotated[Literal["", "same", "other"], Query()] = "") -> HTMLResponse:  # fmt: skip
    """Names in doubt, and those that hold the words that were asked for."""
    doubtful = tuple(kept.doubtful_actors(size=_DOUBTFUL))
    return render(request, "resolve.html", ResolvePage(doubtful, q, tuple(_found(kept, q)), made))


@router.post("/resolve")
def decide(kept: Kept, sent: Annotated[Given, Depends(given_of)]) -> Response:
    """Keep that two names are one actor, or are not."""
    names, verdict = sent.all("name"), sent.one("verdict")
    if len(names) != 2 or verdict not in {"same", "other"}:
        raise DecisionError("takes two names.", subject=f"{len(names)} names", remedy="Go back and choose two.")
    kept.decide_actors(names[0], names[1], same=verdict == "same", by=sent.by, note=sent.one("note").strip() or None)
    return RedirectResponse(f"/resolve?made={verdict}", 303)


def _found(kept: Archive, words: str) -> list[Actor]:
    try:
        return kept.actors(words, size=_FOUND) if words.strip() else []
    except QueryError:
        # What holds no letter names nobody.
        return []
