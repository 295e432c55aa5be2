"""Adding reports: a file, a text or an address, and how far its reading is. Only with --edit."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from konon.errors import ReadingError
from konon.explore.adding import LISTED, Adding, Job
from konon.explore.desk import render
from konon.explore.editing import Given, editing_of, given_of
from konon.reading.fetch import checked

router = APIRouter()
Sent = Annotated[Given, Depends(given_of)]
_TOLD = ("text", "title", "outlet", "url", "published")
_STEPS = ("waiting", "fetching", "reading", "comparing", "done")
_LAST = 10


@dataclass(frozen=True, slots=True)
class AddPage:
    """What can be given, what was given last, and why something could not be."""

    most: int
    jobs: tuple[Job, ...]
    error: ReadingError | None
    address: str
    given: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class JobPage:
    """How far a job is."""

    job: Job
    listed: int = LISTED
    steps: tuple[str, ...] = _STEPS


@router.get("/add", response_class=HTMLResponse)
def add(request: Request) -> HTMLResponse:
    """What can be given."""
    return _page(request)


@router.post("/add/file")
async def add_file(request: Request, sent: Sent) -> Response:
    """Read files."""
    files = sent.files("file")
    if not files:
        return await run_in_threadpool(_page, request, ReadingError("Choose a file first."))
    begun = [(await file.read(), file.filename or "?") for file in files]
    try:
        jobs = [_adding(request).file(content, name, by=sent.by) for content, name in begun]
    except ReadingError as error:
        return await run_in_threadpool(_page, request, error)
    return RedirectResponse(f"/add/{jobs[0].id}" if len(jobs) == 1 else "/add", 303)


@router.post("/add/text")
def add_text(request: Request, sent: Sent) -> Response:
    """Read a text."""
    fields = {name: sent.one(name) for name in _TOLD}
    if not fields["text"].strip():
        return _page(request, ReadingError("Paste the text of a report first."), values=fields)
    try:
        begun = _adding(request).text(fields, by=sent.by)
    except ReadingError as error:
        return _page(request, error, values=fields)
    return RedirectResponse(f"/add/{begun.id}", 303)


@router.post("/add/address")
def add_address(request: Request, sent: Sent) -> Response:
    """Fetch a page and read it."""
    url = sent.one("address").strip()
    try:
        # What can't be an address is told at once.
        begun = _adding(request).address(checked(url), by=sent.by)
    except ReadingError as error:
        return _page(request, error, address=url)
    return RedirectResponse(f"/add/{begun.id}", 303)


@router.get("/add/{job}", response_class=HTMLResponse)
def job(request: Request, job: str) -> HTMLResponse:
    """How far a job is; asked for by htmx, only the piece of the page that tells it."""
    template = "parts/job.html" if "hx-request" in request.headers else "job.html"
    found = _adding(request).job(job)
    if found is None:
        raise HTTPException(404, "This is not known any more.")
    return render(request, template, JobPage(found))


def _adding(request: Request) -> Adding:
    editing = editing_of(request)
    assert editing is not None  # noqa: S101 - these routes are there only with it
    return editing.adding


def _page(request: Request, error: ReadingError | None = None, *, address: str = "",
          values: dict[str, str] | None = None) -> HTMLResponse:  # fmt: skip
    adding = _adding(request)
    given = values or dict.fromkeys(_TOLD, "")
    page = AddPage(adding.most_bytes, tuple(adding.jobs()[:_LAST]), error, address, given)
    return render(request, "add.html", page, status=422 if error else 200)
