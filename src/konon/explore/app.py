"""The application: its pages and its interface for programs over one archive."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

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
from konon.explore.desk import MARKS, STATIC
from konon.explore.guard import Guarded, Shielded
from konon.explore.limits import Limited, Limits
from konon.explore.memory import Remembered
from konon.explore.pages import (
    actor,
    events,
    home,
    interface,
    language,
    lineage,
    network,
    places,
    report,
    search,
    timeline,
    ways,
)
from konon.pipeline import VERSION

PAGES = (home, search, report, actor, network, timeline, places, events, lineage, ways, interface, language)
LIMITS = Limits()
# Packed harder, a page would take longer to pack than to send.
_PACKED = 4
_YEAR = "public, max-age=31536000, immutable"


def explorer(archive: Archive, *, token: str | None = None, demo: bool = False, limits: Limits = LIMITS) -> ASGIApp:
    """The explorer of an archive; with a `token` it answers only who has it, also from other machines."""
    app = FastAPI(title="Konon", version=VERSION, docs_url=None, redoc_url=None, openapi_url="/api/v1/openapi.json",
                  description="Who said what, through whom, in an archive of news reports.",
                  lifespan=_threads)  # fmt: skip
    app.state.archive = archive
    app.state.demo = demo
    faults.install(app)
    app.include_router(routes.router, prefix="/api/v1")
    app.include_router(happenings.router, prefix="/api/v1")
    app.include_router(copies.router, prefix="/api/v1")
    app.include_router(networks.router, prefix="/api/v1")
    contract.install(app)
    for page in PAGES:
        app.include_router(page.router, include_in_schema=False)
    app.add_api_route("/static/{name}", _static, include_in_schema=False)
    # What is added later stands around what was added before.
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=_PACKED)
    app.add_middleware(Remembered, archive=archive)
    app.add_middleware(Guarded, token=token)
    app.add_middleware(Limited, limits=limits)
    # Around all of it, so that also the answer to a fault of our own bears the headers.
    return Shielded(app)


@asynccontextmanager
async def _threads(_app: FastAPI) -> AsyncIterator[None]:
    """As many threads as help: more would wait for each other, or for a connection of the archive."""
    current_default_thread_limiter().total_tokens = min(CONNECTIONS - 1, 4 + 2 * (os.cpu_count() or 1))
    yield


def _static(name: str) -> Response:
    """A file that ships with Konon."""
    kept = {file.name: file for file in (*STATIC.iterdir(), MARKS) if not file.name.endswith(".md")}
    if name not in kept:
        raise HTTPException(404, "There is no such file.")
    return FileResponse(str(kept[name]), headers={"Cache-Control": _YEAR})
