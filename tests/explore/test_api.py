"""The interface for programs: the same as the archive answers, one shape of errors, pages, tags."""

from itertools import pairwise

import pytest

from konon.explore.faults import MEDIA, Problem
from konon.record import Record


def test_statements_come_a_page_at_a_time(client, archive):
    seen, after = [], None
    while True:
        page = client.get(
            "/api/v1/statements", params={"q": "act:say", "size": 20, **({"after": after} if after else {})}
        )
        seen += [item["statement"] for item in page.json()["items"]]
        after = page.json()["next"]
        assert ("link" in page.headers) is bool(after)
        if not after:
            break
    assert seen == [item.statement for item in archive.search("act:say", size=1000).items]


def test_the_link_to_the_next_page_can_be_followed(client):
    page = client.get("/api/v1/reports?size=5")
    following = page.links["next"]["url"]
    assert client.get(following).json()["items"][0] not in page.json()["items"]


def test_a_report_comes_with_its_record(client, archive, denied):
    found = client.get(f"/api/v1/reports/{denied[0]}").json()
    assert Record.model_validate(found["record"]) == archive.record(denied[0])


def test_a_statement_comes_with_its_chain(client, denied):
    found = client.get("/api/v1/statements/" + "/".join(denied)).json()
    assert found["source"] == "Umar Sadeli"
    assert [link["role"] for link in found["statement"]["chain"]] == ["speaker", "medium", "relay", "outlet"]


def test_the_versions_of_a_page_come_with_what_changed(client):
    found = client.get("/api/v1/reports", params={"q": "Watuireng Bertambah"}).json()["items"][0]
    history = client.get(f"/api/v1/reports/{found['report']}/history").json()
    assert [version["version"] for version in history["versions"]] == [1, 2]
    assert ("number", "26", "34") in [
        (change["kind"], change["before"], change["after"]) for change in history["steps"][0]["changes"]
    ]


def test_facets_add_up(client, archive):
    facets = client.get("/api/v1/facets").json()
    assert facets["counted"] == archive.search().total
    assert sum(facet["number"] for facet in facets["acts"]) == facets["counted"]
    assert all(one["value"] < other["value"] for one, other in pairwise(facets["months"]))


def test_an_actor_comes_by_name_and_by_id(client):
    (found,) = client.get("/api/v1/actors", params={"name": "Umar Sadeli"}).json()
    assert client.get(f"/api/v1/actors/{found['id']}").json() == found
    dossier = client.get(f"/api/v1/actors/{found['id']}/dossier").json()
    assert ("relay", "Meridian") in [(each["role"], each["name"]) for each in dossier["passed"]]


def test_status_tells_what_the_archive_holds(client, archive):
    assert client.get("/api/v1/status").json()["statements"] == archive.status().statements


@pytest.mark.parametrize("path", ["status", "statements?q=tewas", "facets", "actors?name=Umar"])
def test_what_was_had_before_is_not_sent_again(client, path):
    first = client.get(f"/api/v1/{path}")
    again = client.get(f"/api/v1/{path}", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get(f"/api/v1/{path}", headers={"if-none-match": '"other"'}).status_code == 200


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("statements?q=act:lie", 400), ("statements?size=0", 400), ("statements?size=many", 400),
        ("statements?after=here", 400), ("statements?after=99999999999.9", 400), ("statements?after=1.%C2%B2", 400),
        ("statements?after=" + "9" * 39, 400), ("actors", 400), ("actors?name=...", 400), ("statements?q=%00", 400),
        ("reports/none", 404), ("statements/a/b", 404), ("actors/none", 404), ("actors/none/dossier", 404),
        ("reports/none/history", 404), ("none", 404),
    ],
)  # fmt: skip
def test_errors_have_one_shape(client, path, status):
    answer = client.get(f"/api/v1/{path}")
    assert answer.status_code == status
    assert answer.headers["content-type"] == MEDIA
    assert Problem.model_validate(answer.json()).status == status


def test_another_method_is_refused_in_the_same_shape(client):
    answer = client.post("/api/v1/status")
    assert (answer.status_code, answer.headers["content-type"]) == (405, MEDIA)


def test_the_schema_tells_each_route_and_its_errors(client):
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    assert set(paths) == {
        "/api/v1/status", "/api/v1/statements", "/api/v1/facets", "/api/v1/statements/{report}/{statement}",
        "/api/v1/reports", "/api/v1/reports/{report}", "/api/v1/reports/{report}/history", "/api/v1/actors",
        "/api/v1/actors/{actor}", "/api/v1/actors/{actor}/dossier",
        "/api/v1/events", "/api/v1/events/timeline", "/api/v1/events/places", "/api/v1/events/{report}/{event}",
        "/api/v1/events/{report}/{event}/counts",
        "/api/v1/statements/{report}/{statement}/origins", "/api/v1/statements/{report}/{statement}/tellings",
        "/api/v1/statements/{report}/{statement}/denials", "/api/v1/lineage", "/api/v1/lineage/{report}",
        "/api/v1/lineage/{origin}/{copy}", "/api/v1/network", "/api/v1/network/ties/{one}/{other}",
        "/api/v1/decisions", "/api/v1/decisions/actors",
        "/api/v1/reports/{report}/decisions",
    }  # fmt: skip
    assert all("description" in told["get"] for told in paths.values())
    assert MEDIA in paths["/api/v1/reports/{report}"]["get"]["responses"]["404"]["content"]
