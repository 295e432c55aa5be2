"""Who decides: asked once in a browser, unless it was said when the explorer was started. Only with --edit."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from konon.explore.desk import own_path, render
from konon.explore.editing import LONGEST_NAME, Given, anonymous, keep_name, named, person_of

router = APIRouter()


@dataclass(frozen=True, slots=True)
class PersonPage:
    """What the question for a name shows."""

    name: str
    back: str
    wrong: bool = False
    longest: int = LONGEST_NAME


@router.get("/person", response_class=HTMLResponse)
def person(request: Request, back: Annotated[str, Query(max_length=3000)] = "/") -> HTMLResponse:
    """The question for a name."""
    return render(request, "person.html", PersonPage(person_of(request) or "", own_path(back)))


@router.post("/person")
def answered(request: Request, sent: Annotated[Given, Depends(anonymous)]) -> Response:
    """Remember who decides, and go on."""
    name = named(sent.one("name"))
    if name is None:
        return render(request, "person.html", PersonPage(sent.one("name")[:LONGEST_NAME], own_path(sent.one("back")),
                                                         wrong=True), status=422)  # fmt: skip
    answer = RedirectResponse(own_path(sent.one("back")), 303)
    keep_name(answer, name)
    return answer
