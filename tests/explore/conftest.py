"""An archive of the example reports, read by rules alone, and the explorer over it."""

import re
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import ExitStack
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import pytest
import uvicorn
from fastapi.testclient import TestClient
from httpx import Response

from konon.archive import Archive
from konon.examples.demo import documents
from konon.explore.adding import Adding
from konon.explore.app import explorer
from konon.explore.editing import Editing
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


class Editor:
    """Somebody who decides in an explorer: what asks it, and its archive."""

    def __init__(self, archive: Archive, adding: Adding, by: str | None) -> None:
        self.archive = archive
        self.adding = adding
        self.client = TestClient(explorer(archive, editing=Editing(adding, by=by)), base_url=LOCAL,
                                 follow_redirects=False)  # fmt: skip

    def seal(self) -> str:
        """What the forms of a page that was just shown hold."""
        found = re.search(r'name="csrf" value="(\w+)"', self.client.get("/person").text)
        assert found
        return found[1]

    def send(self, path: str, **fields: object) -> Response:
        """Send a form as the pages do."""
        named = {name.replace("__", "."): value for name, value in fields.items()}
        return self.client.post(path, data={"csrf": self.seal(), **named})


@pytest.fixture(scope="session")
def readers() -> Iterator[Executor]:
    """A process that reads what is added, for all tests but those of starting one."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        yield pool


@pytest.fixture
def edit(tmp_path: Path, records: list[Record], readers: Executor) -> Iterator[Callable[..., Editor]]:
    """What lets somebody decide on these of the example reports, by the words of their titles, or on all."""
    with ExitStack() as stack:

        def make(*titles: str, by: str | None = "Rina", **options: Any) -> Editor:  # noqa: ANN401 - those of Adding
            archive = stack.enter_context(Archive(tmp_path / "edited.db", create=True))
            for record in records:
                if any(title in (record.document.title or "") for title in titles):
                    archive.add(record)
            adding = Adding(archive, **{"readers": readers, **options})
            stack.callback(adding.close)
            return Editor(archive, adding, by)

        yield make


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
