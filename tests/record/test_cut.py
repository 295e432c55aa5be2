"""What is not sure enough goes, and nothing that stays names what is gone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konon.record import Record, cut
from konon.record.check import breaches

OUTLET = {"role": "outlet"}


def record(**sure: float | None):
    """A record in which Ratna says that Tono said something, with the confidence of each part by its id."""

    def part(name: str, /, **fields: object) -> dict[str, object]:
        return {"id": name, "confidence": sure.get(name), **fields}

    def said(name: str, source: str, *links: object, **fields: object) -> dict[str, object]:
        chain = [{"role": "speaker", "entity": source}, *links, OUTLET]
        content = [{"start": 0, "end": 5}]
        return part(name, content=content, cue=None, act="say", form="direct", source=source, chain=chain, **fields)

    relay = {"role": "relay", "entity": "e4", "confidence": sure.get("relay")}
    organization = {"title": "ketua", "organization": "e3", "start": 0, "end": 5}
    lines = {
        "konon": "test",
        "document": {"id": "d1", "language": "id", "text": "Ratna berkata Tono mengaku dua warga ditangkap."},
        "entities": [
            part("e1", name="Ratna", kind="person", roles=[organization]), part("e2", name="Tono", kind="person"),
            part("e3", name="Serikat", kind="organization"), part("e4", name="Nusakanta", kind="media"),
        ],
        "statements": [
            said("s1", "e1", relay), said("s2", "e2", within="s1"), said("s3", "e2", within="s2", answers="v1"),
        ],
        "events": [part("v1", type="COERCE", trigger={"start": 37, "end": 46}, status="happened", attributed_to="s3")],
        "counts": [part("c1", start=27, end=36, minimum=2, maximum=2, kind="detained", event="v1", attributed_to="s2")],
        "relations": [part("r1", subject="e1", type="leads", object="e3", start=0, end=5)],
    }  # fmt: skip
    return Record.model_validate(lines)


def ids(found: Record) -> str:
    parts = (found.entities, found.statements, found.events, found.counts, found.relations)
    return " ".join(part.id for kind in parts for part in kind)


ALL = ids(record())


@pytest.mark.parametrize(
    ("sure", "stay"),
    [
        ({}, ALL),
        ({"r1": 0.5}, ALL),
        ({"r1": 0.4}, "e1 e2 e3 e4 s1 s2 s3 v1 c1"),
        # An entity that something names stays, and so does the organisation of its title.
        (dict.fromkeys(("e1", "e2", "e3", "e4"), 0.1), ALL),
        (dict.fromkeys(("e3", "e4", "r1", "relay"), 0.1), "e1 e2 e3 s1 s2 s3 v1 c1"),
        # What the inner statements told is told by the one around them.
        ({"s2": 0.1, "s3": 0.1}, "e1 e2 e3 e4 s1 v1 c1 r1"),
        # Without any teller it goes, rather than become the reporter's own.
        ({"s1": 0.1, "s2": 0.1, "e4": 0.1}, "e1 e2 e3 s3 v1 r1"),
        ({"v1": 0.1}, "e1 e2 e3 e4 s1 s2 s3 c1 r1"),
        (dict.fromkeys(ALL.split(), 0.1), ""),
    ],
)  # fmt: skip
def test_what_stays(sure, stay):
    found = cut(record(**sure), 0.5)
    assert ids(found) == stay
    assert breaches(found) == []


def test_pointers_lead_to_what_stays():
    found = cut(record(s2=0.1, v1=0.1), 0.5)
    assert [(said.id, said.within, said.answers) for said in found.statements] == [
        ("s1", None, None),
        ("s3", "s1", None),
    ]
    assert [(count.attributed_to, count.event) for count in found.counts] == [("s1", None)]


def test_a_link_goes_but_never_the_speaker_and_the_outlet():
    roles = [link.role for link in cut(record(relay=0.1), 0.5).statements[0].chain]
    assert roles == ["speaker", "outlet"]


def test_statements_within_each_other_in_a_ring_end_somewhere():
    ring = record(s1=0.1)
    first = ring.statements[0].model_copy(update={"within": "s2"})
    ring = ring.model_copy(update={"statements": (first, *ring.statements[1:])})
    assert breaches(cut(ring, 0.5)) == []
    assert [said.within for said in cut(ring, 0.5).statements] == [None, "s2"]


chances = st.none() | st.floats(0, 1)


@given(st.dictionaries(st.sampled_from([*ALL.split(), "relay"]), chances), st.floats(0, 1))
def test_a_cut_record_is_sound_and_cutting_it_again_changes_nothing(sure, least):
    once = cut(record(**sure), least)
    assert breaches(once) == []
    assert cut(once, least) == once


@given(st.dictionaries(st.sampled_from(ALL.split()), chances))
def test_at_least_nothing_keeps_all(sure):
    assert cut(record(**sure), 0) == record(**sure)
