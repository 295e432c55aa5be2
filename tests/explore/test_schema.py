"""Programs get what the schema tells, whatever they ask for: requests drawn from the schema find no fault."""

import jsonschema_rs
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from konon.explore.api.contract import EXAMPLES
from konon.explore.app import explorer
from konon.explore.faults import MEDIA
from konon.explore.limits import Limits

# A machine that is busy elsewhere is no fault.
LONG = 600
HERE = {"host": "127.0.0.1"}
CHECKS = [
    not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance,
    response_headers_conformance, negative_data_rejection, unsupported_method,
]  # fmt: skip
# So many requests for each route; the same ones every time.
DRAWN = settings(max_examples=40, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck),
                 phases=[Phase.explicit, Phase.generate])  # fmt: skip


@pytest.fixture
def api(archive):
    """The schema of an explorer that sets no limits, so that all requests are answered."""
    app = explorer(archive, limits=Limits(rate=0))
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", app, headers=HERE)


@pytest.fixture
def ids(archive):
    """Real ones for the places of an address, since those that are drawn name nothing."""
    said = archive.search('"truk makanan"').items[0]
    report, _, statement = said.statement.rpartition("/")
    event = next(each.id for each in archive.record(report).events)
    copied = archive.reprinted().items[0].report
    copy = archive.lineage(copied.report).relatives[0].report.report
    return {"report": report, "statement": statement, "actor": said.actor, "event": event,
            "origin": copied.report, "copy": copy}  # fmt: skip


def test_every_answer_is_as_the_schema_tells(api):
    for found in api.get_all_operations():
        operation = found.ok()

        @DRAWN
        @given(case=operation.as_strategy())
        def answered(case) -> None:
            case.call_and_validate(checks=CHECKS, headers=HERE, timeout=LONG)

        answered()


def test_answers_on_what_is_there_are_so_too(api, ids):
    for found in api.get_all_operations():
        operation = found.ok()
        if not operation.path_parameters:
            continue

        @DRAWN
        @given(case=operation.as_strategy())
        def answered(case) -> None:
            case.path_parameters |= {name: ids[name] for name in case.path_parameters if name in ids}
            case.call_and_validate(checks=CHECKS, headers=HERE, timeout=LONG)

        answered()


def test_examples_are_as_the_schema_tells(client):
    told = client.get("/api/v1/openapi.json").json()
    shown = [
        (path, each["content"]["application/json"]) for path, methods in told["paths"].items()
        for each in [methods["get"]["responses"]["200"]] if "example" in each["content"]["application/json"]
    ]  # fmt: skip
    assert {path for path, _ in shown} == set(EXAMPLES["answers"])
    for _, content in shown:
        jsonschema_rs.validate({**content["schema"], "components": told["components"]}, content["example"])


def test_all_errors_are_told_in_the_one_shape(client):
    told = client.get("/api/v1/openapi.json").json()
    for methods in told["paths"].values():
        for called in methods.values():
            assert {"400", "429"} <= set(called["responses"])
            assert "422" not in called["responses"]
            for status, each in called["responses"].items():
                assert (not status.startswith("4")) or list(each["content"]) == [MEDIA]
