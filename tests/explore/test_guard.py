"""Who may ask, and what each answer bears."""

import pytest

from konon.explore.guard import COOKIE, POLICY, proof


@pytest.mark.parametrize("path", ["/", "/search", "/none", "/api/v1/status", "/api/v1/none", "/static/explore.css"])
def test_each_answer_bears_the_policy(client, path):
    headers = client.get(path).headers
    assert headers["content-security-policy"] == POLICY
    assert "unsafe" not in POLICY
    assert headers["x-content-type-options"] == "nosniff"


def test_pages_hold_no_script_or_style_of_their_own(client, denied):
    for path in ("/", "/search?q=tewas", "/actors", f"/reports/{denied[0]}", "/api"):
        text = client.get(path).text
        assert " style=" not in text
        assert "<style" not in text
        assert " onclick" not in text
        assert text.count("<script") == text.count('<script src="/static/')


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "[::2]"])
def test_a_name_bent_to_this_machine_is_not_served(client, host):
    assert client.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["127.0.0.1:9", "localhost", "[::1]:80", "LOCALHOST:80"])
def test_this_machine_is_served(client, host):
    assert client.get("/", headers={"host": host}).status_code == 200


def test_with_a_token_only_who_has_it_may_look(over):
    asking = over(token="rahasia")  # noqa: S106 - of this test alone
    assert asking.get("/").status_code == 401
    assert asking.get("/static/explore.css").status_code == 401
    assert asking.get("/?token=salah").status_code == 401
    assert asking.get("/api/v1/status", headers={"authorization": "Bearer salah"}).status_code == 401
    assert asking.get("/api/v1/status", headers={"authorization": "Bearer rahasia"}).status_code == 200
    assert (
        asking.get("/", headers={"host": "desk.example", "cookie": f"{COOKIE}={proof('rahasia')}"}).status_code == 200
    )


def test_a_token_leaves_the_address(over):
    asking = over(token="rahasia")  # noqa: S106 - as above
    welcome = asking.get("/search?token=rahasia&q=beras")
    assert (welcome.status_code, welcome.headers["location"]) == (303, "/search?q=beras")
    assert "rahasia" not in welcome.headers["set-cookie"]
    assert "HttpOnly" in welcome.headers["set-cookie"]
    assert asking.get("/search?q=beras").status_code == 200
    assert asking.get("http://127.0.0.1//evil.example/?token=rahasia").headers["location"] == "/evil.example/"


def test_nothing_can_be_changed(client):
    for method in ("post", "put", "patch", "delete"):
        assert getattr(client, method)("/search").status_code == 405


def test_files_are_served_and_nothing_beside_them(client):
    assert "immutable" in client.get("/static/marks.css").headers["cache-control"]
    for name in ("README.md", "..%2Fapp.py", "none.css", "%2Fetc%2Fpasswd"):
        assert client.get(f"/static/{name}").status_code == 404
