import re
import shlex
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from fastapi.testclient import TestClient

from konon.archive import Archive
from konon.archive.dossiers import COUNTED
from konon.archive.facets import MOST
from konon.archive.network.finding import NEWEST
from konon.examples.demo import documents
from konon.explore.app import explorer
from konon.pipeline import read

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "explorer.md").read_text(encoding="utf-8")


def test_the_calls_for_programs_answer(tmp_path):
    calls = [shlex.split(line)[1] for line in re.findall(r"^curl .*$", PAGE, re.MULTILINE)]
    assert len(calls) == 6
    with Archive(tmp_path / "konon.db", create=True) as kept:
        kept.add(read(documents()[8]))
        asking = TestClient(explorer(kept), base_url="http://127.0.0.1:8765")
        for call in calls:
            address = urlsplit(call)
            assert asking.get(f"{address.path}?{address.query}").status_code == 200


def test_the_figures_are_those_of_the_code():
    assert f"{len(documents())} reports" in PAGE
    assert f"newest {MOST:,} statements" in PAGE
    assert f"its\n  newest {COUNTED:,} statements" in PAGE
    assert f"newest {NEWEST:,}\n  ties" in PAGE


@pytest.mark.parametrize("page", ["README.md", "docs/explorer.md"])
def test_the_pictures_are_there(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    assert all((ROOT / page).parent.joinpath(name).is_file() for name in re.findall(r"!\[[^]]*\]\(([^)]+)\)", text))
