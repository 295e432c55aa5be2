"""The JSON Schema of a record, made from the models; `python -m konon.record.schema` writes it anew."""

import json
from pathlib import Path

from konon.record.record import Record

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
FILE = Path(__file__).with_name("schema.json")


def text() -> str:
    """The schema as it is kept in `schema.json`."""
    schema = {"$schema": _DIALECT, **Record.model_json_schema(mode="serialization")}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
