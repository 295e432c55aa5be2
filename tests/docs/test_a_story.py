import subprocess
import sys
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "a-story.md").read_text(encoding="utf-8")
COMMANDS = [line.split()[2] for line in PAGE.splitlines() if line.startswith("$ konon ")]


@pytest.fixture(scope="module")
def run_anew(tmp_path_factory):
    """The folder with page and picture made anew, in a process of its own: with the reader model."""
    pytest.importorskip("matplotlib", reason="no matplotlib is installed (pip install 'konon[plot]')")
    folder = tmp_path_factory.mktemp("story")
    subprocess.run([sys.executable, DOCS / "a_story.py", folder], check=True)
    return folder


def test_every_command_prints_what_the_page_shows(run_anew):
    # Where a change of Konon changes it on purpose: `python docs/a_story.py`, and read the page again.
    assert (run_anew / "a-story.md").read_text(encoding="utf-8") == PAGE


def test_the_picture_is_drawn(run_anew):
    assert (run_anew / "story.png").read_bytes().startswith(b"\x89PNG")
    assert (DOCS / "images" / "story.png").stat().st_size <= 200_000


def test_the_page_walks_through_what_is_compared():
    assert COMMANDS == ["add", "search", "tellings", "origins", "lineage", "lineage", "denials", "events", "counts",
                        "counts", "resolve", "search"]  # fmt: skip
