"""Whom a statement is aimed at."""

import pytest

import konon
from konon.compare.aims import aims
from konon.record import Document, Entity, Event, Link, Mention, Record, Span, Statement

TEXT = "Sari menuduh Laskar Rawa menyerang Desa Muara milik Serikat Tani di Lembah"
KINDS = {"Sari": "person", "Laskar Rawa": "armed_group", "Desa Muara": "place", "Serikat Tani": "organization",
         "Lembah": "other"}  # fmt: skip


def span(words):
    return {"start": TEXT.index(words), "end": TEXT.index(words) + len(words)}


def statement(act, *, source="Sari", identifier="s0", **more: str):
    return Statement(
        id=identifier, content=(Span(start=TEXT.index("Laskar"), end=len(TEXT)),), cue=None, form="indirect", act=act,
        source=source, chain=(Link(role="speaker", entity=source), Link(role="outlet")), **more,
    )  # fmt: skip


def event(*, actors=(), recipients=(), said="s0"):
    return Event(id="v0", type="ASSAULT", trigger=Span(**span("menyerang")), actors=actors, recipients=recipients,
                 status="happened", attributed_to=said)  # fmt: skip


def aimed(*statements: Statement, events=()):
    entities = tuple(Entity(id=name, name=name, kind=kind, mentions=(Mention(form="name", **span(name)),))
                     for name, kind in KINDS.items())  # fmt: skip
    record = Record(konon=konon.__version__, document=Document.of(TEXT, language="id"), entities=entities,
                    statements=statements, events=events)  # fmt: skip
    return list(aims(record))


@pytest.mark.parametrize(
    ("act", "actors", "recipients", "expected"),
    [
        ("accuse", ("Laskar Rawa",), ("Serikat Tani",), ["Laskar Rawa"]),
        ("praise", ("Serikat Tani",), (), ["Serikat Tani"]),
        ("threaten", ("Laskar Rawa",), ("Serikat Tani",), ["Serikat Tani"]),
        ("say", ("Laskar Rawa",), ("Serikat Tani",), ["Laskar Rawa", "Serikat Tani"]),
        ("accuse", ("Desa Muara",), (), []),
        ("accuse", ("Sari",), (), ["Laskar Rawa", "Serikat Tani"]),
    ],
)
def test_what_is_told_inside_says_at_whom(act, actors, recipients, expected):
    found = aimed(statement(act), events=(event(actors=actors, recipients=recipients),))
    assert found == [(0, entity) for entity in expected]


def test_without_more_it_is_aimed_at_all_whom_it_names_but_places():
    assert aimed(statement("condemn")) == [(0, "Laskar Rawa"), (0, "Serikat Tani")]


def test_an_event_of_another_statement_tells_nothing():
    found = aimed(statement("accuse"), events=(event(actors=("Laskar Rawa",), said="s1"),))
    assert found == [(0, "Laskar Rawa"), (0, "Serikat Tani")]


def test_a_demand_is_aimed_at_whom_it_is_said_to():
    assert aimed(statement("demand", addressee="Serikat Tani")) == [(0, "Serikat Tani")]
    assert aimed(statement("say", addressee="Serikat Tani")) == [(0, "Laskar Rawa"), (0, "Serikat Tani")]


def test_a_denial_is_aimed_at_whose_statement_it_answers():
    accusing = statement("accuse", source="Serikat Tani")
    denying = statement("deny", source="Laskar Rawa", identifier="s1", answers="s0")
    assert aimed(accusing, denying) == [(0, "Laskar Rawa"), (1, "Serikat Tani")]


def test_nobody_speaks_who_is_not_named():
    assert aimed(statement("accuse", source=None)) == []
