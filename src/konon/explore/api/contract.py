"""What programs are told of the interface: FastAPI's schema, with all answers as they are, and examples."""

import json
from importlib import resources
from typing import Any

from fastapi import FastAPI

from konon.explore.faults import MEDIA

# What any request may be answered with beyond what its route tells.
_ALWAYS = {
    "401": "A token is needed, or it is not the right one", "403": "Another site asked for it",
    "413": "More was sent than is taken", "414": "The address is too long", "421": "Another host was asked for",
    "429": "Too much was asked for at once; `Retry-After` says how many seconds to wait",
}  # fmt: skip
# Of reports that are invented: a problem, what is given by its name, and answers by the paths of their routes.
EXAMPLES: dict[str, Any] = json.loads(resources.files("konon.explore.api").joinpath("examples.json").read_bytes())
_PROBLEM = {MEDIA: {"schema": {"$ref": "#/components/schemas/Problem"}, "example": EXAMPLES["problem"]}}
_TAG = {"ETag": {"description": "the tag of what is held; give it as `If-None-Match`", "schema": {"type": "string"}}}
Schema = dict[str, Any]


def install(app: FastAPI) -> None:
    """Make an application tell all answers that it gives."""
    plain = app.openapi

    def told() -> Schema:
        if app.openapi_schema is None:
            app.openapi_schema = whole(plain())
        return app.openapi_schema

    app.openapi = told  # type: ignore[method-assign]  # as FastAPI's own documentation does it


def whole(schema: Schema) -> Schema:
    """A schema with the errors that all routes have, in the shape that they have, and with examples."""
    for path, methods in schema["paths"].items():
        for called in methods.values():
            _complete(called["responses"], path)
            called["security"] = [{}, {"token": []}]
            for given in called.get("parameters", ()):
                if given["name"] in EXAMPLES["parameters"]:
                    given["example"] = EXAMPLES["parameters"][given["name"]]
    components = schema["components"]
    for unused in ("HTTPValidationError", "ValidationError"):
        components["schemas"].pop(unused, None)
    components["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
    return schema


def _complete(responses: Schema, path: str) -> None:
    # FastAPI tells of an error that this application answers with 400.
    responses.pop("422", None)
    for status, description in _ALWAYS.items():
        responses.setdefault(status, {"description": description})
    for status, told in responses.items():
        if status.startswith(("4", "5")):
            told["content"] = _PROBLEM
    if "200" in responses:
        responses["200"].setdefault("headers", {}).update(_TAG)
        if path in EXAMPLES["answers"]:
            responses["200"]["content"]["application/json"]["example"] = EXAMPLES["answers"][path]
