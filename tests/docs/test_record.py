import re
from pathlib import Path

import pytest

from konon.record import Record
from konon.record.model import Model
from konon.record.vocabulary import ACTS, COUNT_KINDS, ENTITY_KINDS, EVENT_TYPES, RELATION_TYPES

PAGE = (Path(__file__).parents[2] / "docs" / "record.md").read_text(encoding="utf-8")
SECTIONS = {part.partition("\n")[0]: part for part in PAGE.split("\n## ")[1:]}


def models(base: type[Model] = Model) -> list[type[Model]]:
    return [found for model in base.__subclasses__() for found in (model, *models(model))]


@pytest.mark.parametrize("model", [model for model in models() if model.__module__.startswith("konon.record")])
def test_the_page_tells_of_every_field_what_the_model_tells(model):
    section = SECTIONS["The record" if model is Record else model.__name__]
    rows = re.findall(r"^\| `(\w+)` \| (.+) \|$", section, re.MULTILINE)
    assert dict(rows) == {name: field.description for name, field in model.model_fields.items()}


@pytest.mark.parametrize(
    ("section", "terms"),
    [
        ("Entity", ENTITY_KINDS),
        ("Statement", ACTS),
        ("Event", EVENT_TYPES),
        ("Count", COUNT_KINDS),
        ("Relation", RELATION_TYPES),
    ],
)
def test_the_page_names_every_term(section, terms):
    listed = re.findall(r"`([\w]+)`", re.split(r"\n(?:Kinds|Acts|Types): ", SECTIONS[section])[1])
    assert listed == list(terms)
