"""What all tests share: the own-written reports, the folder of the measured data, and no network."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

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


# Most tests ask what rules and tables read, in sentences of a line: the model has tests of its own, and costs time.
os.environ.setdefault("KONON_MODEL", "false")
