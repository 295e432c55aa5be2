"""An archive of the example reports, read by rules alone, and the explorer over it."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
import uvicorn
from fastapi.testclient import TestClient

from konon.archive import Archive
from konon.examples.demo import documents
from konon.explore.app import explorer
from konon.explore.serve import bound
from konon.pipeline import read_many
from konon.record import Record

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

LOCAL = "http://127.0.0.1:8765"


@pytest.fixture(scope="session")
def records() -> list[Record]:
    """The records of the example reports."""
    return [found for found in read_many(documents()) if isinstance(found, Record)]


@pytest.fixture(scope="session")
def archive(records: list[Record], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """The archive of the example reports."""
    with Archive(tmp_path_factory.mktemp("explored") / "konon.db", create=True) as made:
        for record in records:
            made.add(record)
        assert list(made.derive())
        yield made


@pytest.fixture
def client(archive: Archive) -> Iterator[TestClient]:
    """What asks the explorer of the example reports."""
    with TestClient(explorer(archive), base_url=LOCAL) as asking:
        yield asking


@pytest.fixture
def over(tmp_path: Path) -> Iterator[Callable[..., TestClient]]:
    """What asks an explorer over an archive of these records."""
    kept: list[Archive] = []

    def make(*records: Record, token: str | None = None) -> TestClient:
        kept.append(Archive(tmp_path / f"{len(kept)}.db", create=True))
        for record in records:
            kept[-1].add(record)
        for _ in kept[-1].derive():
            pass
        return TestClient(explorer(kept[-1], token=token), base_url=LOCAL, follow_redirects=False)

    yield make
    for one in kept:
        one.close()


@pytest.fixture(scope="session")
def address(archive: Archive) -> Iterator[str]:
    """The address of a running server of the explorer."""
    listening = bound("127.0.0.1", 0)
    server = uvicorn.Server(uvicorn.Config(explorer(archive, demo=True), log_level="warning"))
    running = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    running.start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    running.join()
    listening.close()


@pytest.fixture
def denied(archive: Archive) -> tuple[str, str]:
    """A report and the statement in it that came in a letter through an agency."""
    report, _, statement = archive.search('"truk makanan" outlet:KabarTeluk').items[0].statement.rpartition("/")
    return report, statement


@pytest.fixture
def opened(browser: "Browser", address: str) -> Iterator[Callable[..., "Page"]]:
    """Open a page; a message of the browser, an error or a request elsewhere fails the test."""
    complaints: list[str] = []
    contexts: list[BrowserContext] = []

    def open_page(path: str, *, language: str = "id-ID", width: int = 1280, height: int = 860,
                  scheme: Literal["light", "dark"] = "light") -> "Page":  # fmt: skip
        context = browser.new_context(viewport={"width": width, "height": height}, locale=language,
                                      color_scheme=scheme, reduced_motion="reduce")  # fmt: skip
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text) if "404" not in message.text else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: complaints.append(request.url) if address not in request.url else None)
        page.goto(address + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []
