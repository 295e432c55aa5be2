import json

import pytest
from pydantic import BaseModel

from konon.record import Record, schema
from konon.record.model import Model


def models(base: type[BaseModel] = Model) -> list[type[BaseModel]]:
    found = []
    for model in base.__subclasses__():
        if model.__module__.startswith("konon.record"):
            found += [model, *models(model)]
    return found


def test_the_committed_schema_is_fresh():
    assert schema.FILE.read_text(encoding="utf-8") == schema.text(), "run: python -m konon.record.schema"


def test_the_schema_names_all_parts_of_a_record():
    assert set(json.loads(schema.text())["properties"]) == set(Record.model_fields)


@pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)
def test_every_field_says_what_it_holds(model):
    assert [name for name, field in model.model_fields.items() if not field.description] == []


def test_the_schema_lets_no_unknown_field_in():
    parts = json.loads(schema.text())["$defs"].values()
    assert all(part["additionalProperties"] is False for part in parts if part["type"] == "object")
