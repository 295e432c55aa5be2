"""The switch of the interface's language."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from fastapi.responses import RedirectResponse

from konon.explore.desk import CHOICE, own_path

router = APIRouter()
_YEAR = 365 * 24 * 3600


@router.get("/language/{code}", response_class=RedirectResponse)
def language(code: Literal["id", "en"], back: Annotated[str, Query(max_length=3000)] = "/") -> RedirectResponse:
    """Back to where one was, in another language."""
    answer = RedirectResponse(own_path(back), 303)
    answer.set_cookie(CHOICE, code, max_age=_YEAR, samesite="lax", httponly=True)
    return answer
