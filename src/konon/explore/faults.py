"""Errors in one shape: a page for people, `application/problem+json` (RFC 9457) for programs."""

import logging
from dataclasses import dataclass
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from konon.errors import ArchiveError, DecisionError, KononError, NotKeptError, QueryError, SlowError
from konon.explore.desk import render

API = "/api/"
MEDIA = "application/problem+json"
_log = logging.getLogger(__name__)


class Problem(BaseModel):
    """What went wrong, and what can be done."""

    status: int = Field(description="the HTTP status")
    title: str = Field(description="what kind of error it is")
    detail: str = Field(description="what is wrong")
    subject: str = Field(default="", description="what it is about")
    remedy: str = Field(default="", description="what can be done")


@dataclass(frozen=True, slots=True)
class FaultPage:
    """An error as a page shows it."""

    problem: Problem


def install(app: FastAPI) -> None:
    """Make an application tell all its errors in the one shape."""
    app.add_exception_handler(KononError, _of_konon)
    app.add_exception_handler(HTTPException, _of_http)
    app.add_exception_handler(RequestValidationError, _of_request)
    app.add_exception_handler(Exception, _of_us)


def answer(request: Request, problem: Problem) -> Response:
    """The answer that tells a problem."""
    if request.url.path.startswith(API):
        return JSONResponse(problem.model_dump(), problem.status, media_type=MEDIA)
    return render(request, "fault.html", FaultPage(problem), status=problem.status)


def problem(status: int, detail: str, *, subject: str = "", remedy: str = "") -> Problem:
    """A problem that is called as its status is."""
    return Problem(status=status, title=HTTPStatus(status).phrase, detail=detail, subject=subject, remedy=remedy)


def status_of(error: KononError) -> int:
    """The HTTP status that an error has."""
    if isinstance(error, NotKeptError):
        return 404
    if isinstance(error, QueryError | SlowError):
        return 400
    if isinstance(error, DecisionError):
        return 409
    return 503 if isinstance(error, ArchiveError) else 500


async def _of_konon(request: Request, error: Exception) -> Response:
    assert isinstance(error, KononError)  # noqa: S101 - for the type checker; it is registered for these alone
    return answer(request, problem(status_of(error), error.message, subject=error.subject, remedy=error.remedy))


async def _of_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - as above
    response = answer(request, problem(error.status_code, str(error.detail)))
    response.headers.update(error.headers or {})
    return response


async def _of_request(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - as above
    first = error.errors()[0]
    return answer(request, problem(400, f"{first['msg']}.", subject=str(first["loc"][-1])))


async def _of_us(request: Request, error: Exception) -> Response:
    _log.error("answering %s failed", request.url.path, exc_info=error)
    return answer(request, problem(500, "Something went wrong here; the log tells more."))
