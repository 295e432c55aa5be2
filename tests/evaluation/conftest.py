"""A gold report and records of it, made by hand."""

import hashlib
from collections.abc import Callable
from typing import Any

import pytest

from konon.evaluation.gold import GoldReport
from konon.record import Record

TEXT = (
    '"Jembatan itu aman," kata Ratna Widuri dalam surat yang dikutip Nusakanta, Kamis (14/3/2024). '
    "Polisi menangkap tiga warga di Merawan.\n\nTono memimpin Serikat Nelayan."
)


def place(words: str) -> dict[str, int]:
    """Where the words stand first in the text."""
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words)}


def gold_line() -> dict[str, Any]:
    """The gold record as its line in a gold file."""
    return {
        "doc": "t1", "part": "dev", "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
        "entities": [
            {"name": "Ratna Widuri", "kind": "person", "aliases": ["Ratna"]}, {"name": "Nusakanta", "kind": "media"},
            {"name": "Polisi", "kind": "organization"}, {"name": "Tono", "kind": "person"},
            {"name": "Serikat Nelayan", "kind": "organization", "aliases": ["SN"]}, {"name": "warga", "kind": "group"},
        ],
        "statements": [{
            "form": "direct", "act": "say", "source": "Ratna Widuri", "content": [place("Jembatan itu aman")],
            "cue": place("kata"), "source_span": place("Ratna Widuri"), "date": "2024-03-14",
            "chain": [{"role": "medium", "name": None, "span": place("surat"), "medium": "surat"},
                      {"role": "relay", "name": "Nusakanta", "span": place("Nusakanta"), "medium": None}],
        }],
        "events": [{"type": "COERCE", "trigger": place("menangkap"), "actors": ["Polisi"], "recipients": ["warga"],
                    "status": "happened", "attributed_to": None, "date": None}],
        "counts": [{"span": place("tiga warga"), "minimum": 3, "maximum": 3, "kind": "detained"}],
        "relations": [{"subject": "Tono", "type": "leads", "object": "Serikat Nelayan", "evidence": place("memimpin")}],
    }  # fmt: skip


def entity(number: int, name: str, kind: str) -> dict[str, Any]:
    """A predicted entity with the id `e<number>`, mentioned where its name stands first."""
    return {"id": f"e{number}", "name": name, "kind": kind, "mentions": [{**place(name), "form": "name"}]}


def perfect() -> dict[str, Any]:
    """The record that says exactly what the gold says."""
    entities = [("Ratna Widuri", "person"), ("Nusakanta", "media"), ("Polisi", "organization"), ("Tono", "person"),
                ("Serikat Nelayan", "organization"), ("warga", "group")]  # fmt: skip
    date = {"value": "2024-03-14", **place("Kamis (14/3/2024)")}
    return {
        "konon": "test", "document": {"id": "d1", "language": "id", "text": TEXT},
        "entities": [entity(number, *named) for number, named in enumerate(entities)],
        "statements": [{
            "id": "s1", "content": [place("Jembatan itu aman")], "cue": {**place("kata"), "lemma": "kata"},
            "form": "direct", "act": "say", "source": "e0", "source_span": place("Ratna Widuri"), "date": date,
            "chain": [{"role": "speaker", "entity": "e0"}, {"role": "medium", "medium": "surat", **place("surat")},
                      {"role": "relay", "entity": "e1", **place("Nusakanta")}, {"role": "outlet"}],
        }],
        "events": [{"id": "v1", "type": "COERCE", "trigger": place("menangkap"), "actors": ["e2"],
                    "recipients": ["e5"], "status": "happened"}],
        "counts": [{"id": "c1", **place("tiga warga"), "minimum": 3, "maximum": 3, "kind": "detained"}],
        "relations": [{"id": "r1", "subject": "e3", "type": "leads", "object": "e4", **place("memimpin")}],
    }  # fmt: skip


@pytest.fixture
def gold() -> GoldReport:
    return GoldReport.model_validate({**gold_line(), "text": TEXT})


@pytest.fixture
def record_with() -> Callable[..., Record]:
    """Makes the perfect record with one part changed: `record_with("statements", 0, act="deny")`."""

    def make(part: str = "", number: int = 0, **changes: object) -> Record:
        lines = perfect()
        if part:
            lines[part][number].update(changes)
        return Record.model_validate(lines)

    return make


@pytest.fixture
def here() -> Callable[[str], dict[str, int]]:
    """Where words stand first in the text."""
    return place
