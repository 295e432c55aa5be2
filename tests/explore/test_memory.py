"""Answers that are kept: the same while the archive stays as it is, new as soon as something is added."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from fastapi.testclient import TestClient
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from konon.archive import Archive
from konon.explore.app import explorer
from konon.explore.memory import MOST, Remembered
from konon.pipeline import read

LOCAL = "http://127.0.0.1:8765"


class Counting:
    """An application that counts how often it makes an answer."""

    def __init__(self, answer: Response | None = None) -> None:
        self.made = 0
        self._answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.made += 1
        answer = self._answer or Response(f"answer {self.made}", headers={"ETag": f'W/"{self.made}"'})
        await asyncio.sleep(0.01)
        await answer(scope, receive, send)


@pytest.fixture
def kept(tmp_path):
    with Archive(tmp_path / "konon.db", create=True) as made:
        yield made


def remembered(kept, app, most=MOST):
    return TestClient(Remembered(app, archive=kept, most=most), base_url=LOCAL)


def test_an_answer_is_made_once_until_the_archive_changes(kept):
    app = Counting()
    asking = remembered(kept, app)
    assert [asking.get("/a").text for _ in range(3)] == ["answer 1"] * 3
    kept.add(read('"Kami menolak," kata Wali Kota Harun Salim.'))
    assert [asking.get("/a").text for _ in range(2)] == ["answer 2"] * 2


def test_another_process_that_adds_is_noticed_too(kept, tmp_path):
    app = Counting()
    asking = remembered(kept, app)
    assert asking.get("/a").text == "answer 1"
    with Archive(tmp_path / "konon.db") as other:
        other.add(read('"Kami menolak," kata Wali Kota Harun Salim.'))
    assert asking.get("/a").text == "answer 2"


@pytest.mark.parametrize(
    "headers",
    [
        {"accept-language": "id"},
        {"accept-encoding": "identity"},
        {"hx-request": "true"},
        {"cookie": "konon_language=id"},
    ],
)
def test_what_an_answer_depends_on_makes_another(kept, headers):
    app = Counting()
    asking = remembered(kept, app)
    assert [asking.get("/a").text, asking.get("/a", headers=headers).text] == ["answer 1", "answer 2"]
    assert asking.get("/a?b").text == "answer 3"


@pytest.mark.parametrize(
    "answer",
    [
        Response("a", headers={"Cache-Control": "no-store"}), Response("a", headers={"Set-Cookie": "a=b"}),
        Response("a", status_code=404), StreamingResponse(iter(["a", "b"])), Response("a" * 2_000_001),
    ],
    ids=["no-store", "cookie", "absent", "stream", "large"],
)  # fmt: skip
def test_what_is_for_one_alone_or_too_large_is_not_kept(kept, answer):
    app = Counting(answer)
    asking = remembered(kept, app)
    asking.get("/a")
    if isinstance(answer, StreamingResponse):
        answer.body_iterator = StreamingResponse(iter(["a", "b"])).body_iterator
    asking.get("/a")
    assert app.made == 2


def test_one_who_has_a_cookie_of_its_own_is_answered_for_itself(kept):
    app = Counting()
    asking = remembered(kept, app)
    asking.get("/a")
    assert asking.get("/a", headers={"cookie": "konon_by=Rina"}).text == "answer 2"
    assert asking.get("/a", headers={"cookie": "other=1"}).text == "answer 1"


def test_several_who_ask_at_once_have_it_made_once(kept):
    app = Counting()
    made = Remembered(app, archive=kept)
    seen = []

    async def ask() -> None:
        async def send(message) -> None:
            seen.append(message)

        scope = {"type": "http", "method": "GET", "path": "/a", "query_string": b"", "headers": []}
        await made(scope, None, send)

    async def all_at_once() -> None:
        await asyncio.gather(*(ask() for _ in range(10)))

    # In a thread of its own: a browser of another test may keep a loop running in this one.
    with ThreadPoolExecutor(1) as alone:
        alone.submit(lambda: asyncio.run(all_at_once())).result()
    assert app.made == 1
    assert [message["body"] for message in seen if "body" in message] == [b"answer 1"] * 10


def test_the_oldest_go_where_there_is_no_more_room(kept):
    app = Counting()
    asking = remembered(kept, app, most=20)
    texts = [asking.get(path).text for path in ("/a", "/b", "/a", "/c", "/a", "/b")]
    assert texts == ["answer 1", "answer 2", "answer 1", "answer 3", "answer 1", "answer 4"]


def test_pages_have_tags_and_are_not_sent_again(client):
    first = client.get("/search?q=tewas")
    again = client.get("/search?q=tewas", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["vary"] == first.headers["vary"]
    assert "content-security-policy" in again.headers


def test_a_page_shows_what_was_added_since(kept):
    asking = TestClient(explorer(kept), base_url=LOCAL)
    assert "Harun Salim" not in asking.get("/").text
    kept.add(read('"Kami menolak," kata Wali Kota Harun Salim.'))
    assert "Harun Salim" in asking.get("/").text


def test_nothing_is_kept_where_people_decide(edit):
    app = edit("Watuireng").client.app
    assert [each.kwargs["most"] for each in app._app.user_middleware if each.cls is Remembered] == [0]  # noqa: SLF001
