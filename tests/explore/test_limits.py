"""How much a client may ask for, and what it is told where that is too much."""

import pytest
from fastapi.testclient import TestClient

from konon.archive import Archive, patience
from konon.errors import SlowError
from konon.explore.app import explorer
from konon.explore.faults import MEDIA, Problem
from konon.explore.limits import Limited, Limits

LOCAL = "http://127.0.0.1:8765"
AWAY = ("203.0.113.7", 40_000)


def asked(archive, limits, *, client=AWAY, token=None):
    return TestClient(explorer(archive, limits=limits, token=token), base_url=LOCAL, client=client)


def test_who_asks_too_often_is_told_when_to_ask_again(archive):
    asking = asked(archive, Limits(rate=0.01, burst=3))
    statuses = [asking.get("/api/v1/status").status_code for _ in range(5)]
    assert statuses == [200, 200, 200, 429, 429]
    told = asking.get("/api/v1/status")
    assert told.headers["content-type"] == MEDIA
    assert Problem.model_validate(told.json()).status == 429
    assert 90 <= int(told.headers["retry-after"]) <= 100
    page = asking.get("/", headers={"accept-language": "id"})
    assert (page.status_code, "Terlalu banyak permintaan" in page.text) == (429, True)


def test_one_client_does_not_use_up_what_another_has(archive):
    app = explorer(archive, limits=Limits(rate=0.01, burst=1))
    one, other = (TestClient(app, base_url=LOCAL, client=(host, 1)) for host in ("203.0.113.7", "203.0.113.8"))
    assert [asking.get("/api/v1/status").status_code for asking in (one, one, other)] == [200, 429, 200]


def test_the_addresses_of_one_house_are_one_client(archive):
    app = explorer(archive, limits=Limits(rate=0.01, burst=1))
    one, other = (TestClient(app, base_url=LOCAL, client=(host, 1)) for host in ("2001:db8:1:2::1", "2001:db8:1:2::9"))
    assert [asking.get("/api/v1/status").status_code for asking in (one, other)] == [200, 429]


@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
def test_many_behind_this_machine_are_not_hindered(archive, host):
    asking = asked(archive, Limits(rate=0.01, burst=10), client=(host, 1))
    assert {asking.get("/static/icon.svg").status_code for _ in range(200)} == {200}


def test_what_was_used_up_comes_back_with_time(archive):
    now = [0.0]
    counted = Limited(explorer(archive), limits=Limits(rate=2, burst=4), clock=lambda: now[0])
    assert [counted._charged("x") for _ in range(5)] == [0, 0, 0, 0, 0.5]  # noqa: SLF001 - without waiting
    now[0] = 0.5
    assert [counted._charged("x") for _ in range(2)] == [0, 0.5]  # noqa: SLF001 - as above


def test_whoever_tries_tokens_is_slowed_down(archive):
    asking = asked(archive, Limits(rate=0.01, burst=25), token="a long secret")  # noqa: S106 - of this test alone
    statuses = [asking.get("/?token=wrong").status_code for _ in range(6)]
    assert statuses == [401, 401, 401, 429, 429, 429]


def test_too_long_an_address_is_refused(client):
    told = client.get("/api/v1/statements", params={"q": "a" * 9000})
    assert (told.status_code, told.headers["content-type"]) == (414, MEDIA)
    assert client.get("/search", params={"q": "a" * 9000}).status_code == 414


def test_too_large_a_body_is_refused_whether_its_size_is_told_or_not(archive):
    asking = asked(archive, Limits(body=1000))
    assert asking.post("/api/v1/status", content=b"a" * 1001).status_code == 413

    locked = asked(archive, Limits(body=1000), token="a long secret")  # noqa: S106 - as above
    assert locked.post("/token", content=(b"a" * 100 for _ in range(20))).status_code == 413


def test_a_search_that_takes_too_long_is_given_up(archive):
    asking = asked(archive, Limits(seconds=1e-9))
    heavy = {"q": "kata*", "stems": "false"}
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("konon.archive.dialect._STEPS", 1)
        told = asking.get("/api/v1/statements", params=heavy)
        page = asking.get("/search", params=heavy, headers={"accept-language": "id"})
    assert (told.status_code, told.json()["detail"]) == (400, "takes too long.")
    assert (page.status_code, "memakan waktu terlalu lama." in page.text) == (400, True)
    assert asked(archive, Limits()).get("/api/v1/statements", params=heavy).status_code == 200


def test_an_archive_gives_up_only_while_it_is_told_to(tmp_path):
    with Archive(tmp_path / "konon.db", create=True) as archive:
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr("konon.archive.dialect._STEPS", 1)
            with pytest.raises(SlowError), patience(1e-9):
                archive.status()
        assert archive.status().reports == 0


@pytest.mark.parametrize(
    ("query", "detail"),
    [
        ("a*", "a* begins too many words."), ("-a*", "a* begins too many words."),
        ("ab* ac* ad* -ae*", "more than 3 words are only begun."), ("kata " * 51, "more than 50 words."),
    ],
)  # fmt: skip
def test_searches_that_would_keep_the_archive_busy_are_refused(client, query, detail):
    told = client.get("/api/v1/statements", params={"q": query})
    assert (told.status_code, told.json()["detail"]) == (400, detail)
