"""The application: its pages and its interface for programs over one archive."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Thread

from anyio.to_thread import current_default_thread_limiter
from fastapi import FastAPI
from fastapi.middleware.gzip import GZipMiddleware
from fastapi.responses import FileResponse, Response
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp

from konon.archive import Archive
from konon.archive.dialect import CONNECTIONS
from konon.explore import faults
from konon.explore.api import contract, copies, happenings, networks, routes
from konon.explore.api import decisions as decisions_api
from konon.explore.desk import MARKS, STATIC, warm
from konon.explore.editing import Editing
from konon.explore.guard import Guarded, Shielded
from konon.explore.limits import Limited, Limits
from konon.explore.memory import MOST, Remembered
from konon.explore.pages import (
    actor,
    add,
    correct,
    decisions,
    events,
    home,
    interface,
    language,
    lineage,
    network,
    person,
    places,
    report,
    resolve,
    search,
    timeline,
    ways,
)
from konon.pipeline import VERSION

PAGES = (
    home, search, report, actor, network, timeline, places, events, lineage, ways, decisions, interface, language,
)  # fmt: skip
# What changes the archive: there only with --edit.
WRITING = (correct.router, decisions.writing, resolve.router, add.router, person.router)
LIMITS = Limits()
# Packed harder, a page would take longer to pack than to send.
_PACKED = 4
_YEAR = "public, max-age=31536000, immutable"


def explorer(archive: Archive, *, token: str | None = None, demo: bool = False, limits: Limits = LIMITS,
             editing: Editing | None = None) -> ASGIApp:  # fmt: skip
    """The explorer of an archive; with a `token` it answers only who has it, also from other machines.

    Only with `editing` there are routes that change the archive.
    """
    app = FastAPI(title="Konon", version=VERSION, docs_url=None, redoc_url=None, openapi_url="/api/v1/openapi.json",
                  description="Who said what, through whom, in an archive of news reports.",
                  lifespan=_ready)  # fmt: skip
    app.state.archive = archive
    app.state.demo = demo
    app.state.editing = editing
    faults.install(app)
    for api in (routes, happenings, copies, networks, decisions_api):
        app.include_router(api.router, prefix="/api/v1")
    contract.install(app)
    for router in (*(page.router for page in PAGES), *(WRITING if editing else ())):
        app.include_router(router, include_in_schema=False)
    app.add_api_route("/static/{name}", _static, include_in_schema=False)
    # What is added later stands around what was added before.
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=_PACKED)
    # Pages on which people decide differ from one person to the next, and with what is being added.
    app.add_middleware(Remembered, archive=archive, most=0 if editing else MOST)
    app.add_middleware(Guarded, token=token)
    app.add_middleware(Limited, limits=limits)
    # Around all of it, so that also the answer to a fault of our own bears the headers.
    return Shielded(app)


@asynccontextmanager
async def _ready(_app: FastAPI) -> AsyncIterator[None]:
    """As many threads as help, since more would wait for each other or for a connection; templates at hand."""
    Thread(target=warm, daemon=True).start()
    current_default_thread_limiter().total_tokens = min(CONNECTIONS - 1, 4 + 2 * (os.cpu_count() or 1))
    yield


def _static(name: str) -> Response:
    """A file that ships with Konon."""
    kept = {file.name: file for file in (*STATIC.iterdir(), MARKS) if not file.name.endswith(".md")}
    if name not in kept:
        raise HTTPException(404, "There is no such file.")
    return FileResponse(str(kept[name]), headers={"Cache-Control": _YEAR})
