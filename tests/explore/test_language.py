"""The interface in two languages: chosen, preferred, complete."""

import re
from pathlib import Path
from typing import get_args

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from konon.archive.lineage.relatives import Relation
from konon.compare.wordings import ChangeKind
from konon.explore.catalogues import FILES, compiled
from konon.explore.graph import StopKind
from konon.explore.locale import preferred, tongue
from konon.explore.messages import DECIDERS, ERRORS
from konon.explore.pages.report import LAYERS
from konon.record.vocabulary import ACTS, COUNT_KINDS, ENTITY_KINDS, EVENT_TYPES, MODES, RELATION_TYPES

EXPLORE = Path(FILES[0]).parents[3]


@pytest.mark.parametrize(
    ("chosen", "accepted", "language"),
    [
        (None, "id-ID,id;q=0.9,en;q=0.8", "id"), (None, "in", "id"), (None, "en-GB", "en"), (None, "fr", "en"),
        (None, "fr,id;q=0.3", "id"), (None, "en;q=0.1,id;q=0.2", "id"), (None, "id;q=0,en;q=0.1", "en"),
        (None, "", "en"), (None, ";;;q=x", "en"), ("id", "en", "id"), ("xx", "id", "id"),
    ],
)  # fmt: skip
def test_the_language_is_what_was_chosen_or_else_preferred(chosen, accepted, language):
    assert preferred(chosen, accepted) == language


def test_a_choice_is_kept_and_leads_back(client):
    answer = client.get("/language/id", params={"back": "/search?q=beras"}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/search?q=beras")
    assert '<html lang="id">' in client.get("/", headers={"accept-language": "en"}).text


@pytest.mark.parametrize("back", ["https://evil.example", "//evil.example", "/\\evil.example", "/a\nb", ""])
def test_a_choice_leads_nowhere_else(client, back):
    answer = client.get("/language/en", params={"back": back}, follow_redirects=False)
    assert answer.headers["location"] == "/"


def test_another_language_is_not_there(client):
    assert client.get("/language/xx").status_code == 400


def said():
    """All messages of templates, and those that terms and code make."""
    found = extract_from_dir(
        EXPLORE, method_map=[("templates/**.html", "jinja2"), ("**.py", "python")],
        keywords={"_": None, "say": None, "gettext": None, "ngettext": (1, 2)},
    )  # fmt: skip
    yield from ((message if isinstance(message, str) else message[0]) for _, _, message, _, _ in found)
    terms = [
        *ACTS,
        *ENTITY_KINDS,
        *EVENT_TYPES,
        *COUNT_KINDS,
        *RELATION_TYPES,
        *(m for ms in MODES.values() for m in ms),
    ]
    yield from (term.replace("_", " ") for term in terms)
    yield from (f"layer {layer}" for layer, _ in LAYERS)
    yield from (f"station {kind}" for kind in get_args(StopKind))
    yield from (f"relation {relation}" for relation in get_args(Relation))
    yield from (f"change {kind}" for kind in get_args(ChangeKind))
    yield from (*ERRORS, *DECIDERS)
    yield from re.findall(r'\("\w+", "([A-Z][\w ]+)", facets', (EXPLORE / "pages" / "search.py").read_text("utf-8"))


def test_everything_is_said_in_indonesian():
    (file,) = [file for file in FILES if file.parts[-3] == "id"]
    with file.open("rb") as messages:
        catalogue = read_po(messages, locale="id")
    known = {(message.id if isinstance(message.id, str) else message.id[0]) for message in catalogue if message.string}
    assert sorted(set(said()) - known) == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parts[-3])
def test_the_compiled_messages_are_those_that_are_written(file):
    assert file.with_suffix(".mo").read_bytes() == compiled(file)


def test_days_numbers_and_countries_are_written_in_the_language():
    indonesian, english = tongue("id"), tongue("en")
    assert (indonesian.day("2024-05-12"), english.day("2024-05")) == ("12 Mei 2024", "May 2024")
    assert (indonesian.day("2024-05-12/2024-05-14"), indonesian.day("soon")) == ("12 Mei 2024 – 14 Mei 2024", "soon")
    assert (indonesian.number(12345), english.number(12345)) == ("12.345", "12,345")
    assert (indonesian.country("JPN"), english.country("JPN"), english.country("XXQ")) == ("Jepang", "Japan", "XXQ")
    assert [english.percent(value) for value in (0.0, 0.5, 0.999)] == ["< 1%", "50%", "> 99%"]


def test_a_report_stays_as_it_is(client, denied):
    pages = [client.get(f"/reports/{denied[0]}", headers={"accept-language": code}).text for code in ("id", "en")]
    bodies = [
        re.sub(r'aria-label="[^"]*"', "", re.search(r'<div class="body".*?</div>', page, re.DOTALL)[0])
        for page in pages
    ]
    assert bodies[0] == bodies[1]
