"""What all tests share: the own-written reports, the folder of the measured data, a browser, and no network."""

import os
import shutil
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator

ROOT = Path(__file__).parents[1]
REPORTS = ROOT / "tests" / "reports"
SHARED = ROOT.parent / "shared"


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuses connections to other machines; what a test reads, it brings along."""
    connect = socket.socket.connect

    def refuse(self: socket.socket, address: tuple[str, int]) -> None:
        if self.family != socket.AF_UNIX and address[0] not in ("127.0.0.1", "::1", "localhost"):
            raise AssertionError(f"a test wants to reach {address}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.fixture
def report() -> Callable[[str], str]:
    """The text of an own-written report, by the name of its file in `tests/reports`."""
    return lambda name: (REPORTS / f"{name}.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def gold_folder() -> Path:
    """The folder of gold reports beside the project; tests that need it are skipped where there is none."""
    folder = SHARED / "gold"
    if not (folder / "gold.jsonl").is_file():
        pytest.skip("no ../shared/gold beside the project")
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """A running Chromium; tests that need it are skipped where there is none."""
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if program is None:
        pytest.skip("no Chromium is installed (apt-get install chromium)")
    playwright = pytest.importorskip("playwright.sync_api", reason="no playwright (pip install '.[test]')")
    with playwright.sync_playwright() as running:
        options = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        chromium = running.chromium.launch(executable_path=program, args=options)
        yield chromium
        chromium.close()


CONTRAST = """element => {
  const rgb = colour => colour.match(/[\\d.]+/g).slice(0, 3).map(Number);
  const linear = part => part <= .03928 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4;
  const light = colour => rgb(colour).map(part => linear(part / 255))
    .reduce((sum, part, index) => sum + part * [.2126, .7152, .0722][index], 0);
  let ground = element;
  while (getComputedStyle(ground).backgroundColor === 'rgba(0, 0, 0, 0)') ground = ground.parentElement;
  const [a, b] = [light(getComputedStyle(element).color), light(getComputedStyle(ground).backgroundColor)];
  return (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
}"""


@pytest.fixture
def contrast() -> Callable[["Locator"], float]:
    """The contrast of the letters of an element of a page with what lies behind them."""
    return lambda place: place.evaluate(CONTRAST)


# Most tests ask what rules and tables read, in sentences of a line: the model has tests of its own, and costs time.
os.environ.setdefault("KONON_MODEL", "false")
