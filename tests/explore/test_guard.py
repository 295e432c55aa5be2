"""Who may ask, and what each answer bears."""

import re
import socket

import pytest

from konon.errors import ServerError
from konon.explore.faults import MEDIA
from konon.explore.guard import COOKIE, POLICY, proof
from konon.explore.serve import Fair, bound, serve


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
    assert asking.get("/static/explore.css").status_code == 200
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


SECRET = "rahasia besar"  # noqa: S105 - of these tests alone


def test_who_has_no_token_is_asked_for_it(over):
    asking = over(token=SECRET)
    page = asking.get("/search?q=beras", headers={"accept-language": "id"})
    assert page.status_code == 401
    assert "Token atau kata sandi" in page.text
    assert 'name="back" value="/search?q=beras"' in page.text
    told = asking.get("/api/v1/status")
    assert (told.status_code, told.headers["content-type"]) == (401, MEDIA)
    assert told.headers["www-authenticate"] == "Bearer"


def test_the_form_opens_the_door_and_leads_on(over):
    asking = over(token=SECRET)
    wrong = asking.post("/token", data={"token": "salah", "back": "/search?q=beras"})
    assert 'name="back" value="/search?q=beras"' in wrong.text
    assert (wrong.status_code, "This is not the token." in wrong.text) == (401, True)
    opened = asking.post("/token", data={"token": SECRET, "back": "/search?q=beras"})
    assert (opened.status_code, opened.headers["location"]) == (303, "/search?q=beras")
    assert asking.get("/search?q=beras").status_code == 200


@pytest.mark.parametrize("back", ["//evil.example", "/\\evil.example", "https://evil.example", "/a\nb", ""])
def test_the_form_leads_nowhere_else(over, back):
    opened = over(token=SECRET).post("/token", data={"token": SECRET, "back": back})
    assert re.fullmatch(r"/(?![/\\]).*", opened.headers["location"])


def test_a_form_that_is_too_long_opens_nothing(over):
    asking = over(token=SECRET)
    assert asking.post("/token", data={"token": SECRET, "back": "/" + "a" * 20_000}).status_code == 401


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_another_site_gets_nothing_but_a_link_that_is_followed(client, site):
    assert client.get("/", headers={"sec-fetch-site": site, "sec-fetch-mode": "no-cors"}).status_code == 403
    assert client.get("/", headers={"sec-fetch-site": site, "sec-fetch-mode": "navigate"}).status_code == 200
    told = client.get("/api/v1/status", headers={"sec-fetch-site": site, "sec-fetch-mode": "cors"})
    assert (told.status_code, told.headers["content-type"]) == (403, MEDIA)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}, 403), ({"sec-fetch-site": "same-site"}, 403),
        ({"origin": "http://evil.example"}, 403), ({"origin": "null"}, 403), ({"sec-fetch-site": "same-origin"}, 405),
        ({"origin": "http://127.0.0.1:8765"}, 405), ({}, 405),
    ],
)  # fmt: skip
def test_another_site_can_send_no_form(client, headers, status):
    assert client.post("/search", headers=headers).status_code == status


def test_a_host_that_is_not_served_is_told_in_the_one_shape(client):
    told = client.get("/api/v1/status", headers={"host": "evil.example"})
    assert (told.status_code, told.headers["content-type"]) == (421, MEDIA)


def test_a_token_that_can_be_guessed_is_refused(archive):
    with pytest.raises(ServerError, match="8 characters"):
        serve(archive, token="rahasia", browser=False)  # noqa: S106 - of this test alone


def test_answers_are_sent_at_once():
    with bound("127.0.0.1", 0) as listening:
        assert listening.proto == socket.IPPROTO_TCP


def test_of_several_processes_none_takes_all_connections():
    with bound("127.0.0.1", 0) as listening:
        address = listening.getsockname()
        with (
            Fair(listening.family, listening.type, listening.proto, fileno=listening.detach()) as fair,
            socket.create_connection(address), socket.create_connection(address),
        ):  # fmt: skip
            for _ in range(2):
                fair.accept()[0].close()
                with pytest.raises(BlockingIOError):
                    fair.accept()
