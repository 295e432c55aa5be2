"""What the page of five minutes says is what the examples show."""

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from konon.archive import Archive
from konon.examples.demo import documents
from konon.explore.app import explorer
from konon.pipeline import read

ROOT = Path(__file__).parents[2]
PAGE = " ".join((ROOT / "docs" / "five-minutes.md").read_text(encoding="utf-8").split())
ENGLISH = {"accept-language": "en"}


@pytest.fixture(scope="module")
def asking(tmp_path_factory):
    with Archive(tmp_path_factory.mktemp("minutes") / "konon.db", create=True) as kept:
        for document in documents():
            kept.add(read(document))
        assert list(kept.derive())
        yield TestClient(explorer(kept, demo=True), base_url="http://127.0.0.1:8765", headers=ENGLISH)


def words(page):
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def test_a_search_leads_to_the_ways_of_a_statement_and_its_origins(asking):
    found = asking.get("/search", params={"q": "pipa retak"}).text
    assert "10 statements" in words(found)
    assert "Ten statements hold both words" in PAGE
    (way, *_) = re.findall(r'href="(/ways/[^"]+)"[^>]*>[^<]*in 9 reports', found)
    told = words(asking.get(way).text)
    assert "9 outlets 2 origins 1 answer" in told
    assert "9 outlets, 2 origins" in PAGE
    assert "1 answer" in PAGE


def test_the_first_copies_show_a_changed_number_and_a_dropped_attribution(asking):
    first = re.findall(r'href="(/lineage/[^"/]+)"', asking.get("/lineage").text)[0]
    tree = asking.get(first).text
    assert "4 reports have this text" in words(tree)
    assert "four reports have its text" in PAGE
    pairs = [words(asking.get(pair).text) for pair in re.findall(r'href="(/lineage/[^"/]+/[^"]+)"', tree)]
    (changed,) = [pair for pair in pairs if "Origin Sagara" in pair and "Copy LensaKota" in pair]
    assert "1 number changed" in changed
    (dropped,) = [pair for pair in pairs if "Origin LensaKota" in pair and "Copy PanturaKini" in pair]
    assert "attribution dropped" in dropped


def test_the_flood_has_numbers_that_disagree(asking):
    flood = re.findall(
        r'href="(/events/r[^"]+)"', asking.get("/events", params={"type": "DISASTER", "place": "Randualas"}).text
    )
    assert any("Where they disagree" in words(asking.get(event).text) for event in flood)


def test_every_picture_is_there():
    pictures = re.findall(r"\]\((images/[^)]+)\)", PAGE)
    assert len(pictures) == 3
    assert all((ROOT / "docs" / picture).is_file() for picture in pictures)
