"""Adding in the explorer: files, texts, addresses; how far it is; what it refuses."""

import json
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing import active_children

import pytest

from konon.reading import HttpFetch, Reach
from konon.settings import Settings

from .test_pages import words

TEXT = (
    '"Jembatan itu sudah dibuka lagi," kata Wali Kota Teluk Lama, Harun Salim, Senin (4/3/2024).\n\n'
    "Sedikitnya 14 orang luka dalam longsor di sana, menurut Palang Merah."
)
BODY = f"<article><p>{TEXT}</p><p>{TEXT}</p></article>"
PAGE = f"<html><head><title>Jembatan Dibuka</title></head><body>{BODY}</body></html>"


@pytest.fixture
def editor(edit):
    return edit()


def over(editor, where, *, most=60.0):
    """A job once it is over."""
    identifier, ends = where.rpartition("/")[2], time.monotonic() + most
    while not editor.adding.job(identifier).over and time.monotonic() < ends:
        time.sleep(0.02)
    job = editor.adding.job(identifier)
    assert job.over, job
    return job


def test_a_text_is_read_and_shown(editor):
    answer = editor.send("/add/text", text=TEXT, title="Jembatan Dibuka", outlet="Harian Rawa", published="2024-03-04",
                         url="https://rawa.example/jembatan")  # fmt: skip
    assert answer.status_code == 303
    job = over(editor, answer.headers["location"])
    assert [(one.title, one.outcome) for one in job.added] == [("Jembatan Dibuka", "new")]
    page = editor.client.get(answer.headers["location"], headers={"accept-language": "en"})
    assert f'href="/reports/{job.added[0].report}"' in page.text
    document = editor.archive.record(job.added[0].report).document
    assert (document.outlet, document.published, document.url) == (
        "Harian Rawa", "2024-03-04", "https://rawa.example/jembatan",
    )  # fmt: skip
    assert editor.archive.search("source:Salim").total == 1
    # What follows from it was derived too.
    assert editor.archive.waiting() == 0
    again = over(editor, editor.send("/add/text", text=TEXT, title="Jembatan Dibuka", outlet="Harian Rawa",
                                     url="https://rawa.example/jembatan").headers["location"])  # fmt: skip
    assert [one.outcome for one in again.added] == ["same"]


def test_what_reads_is_a_process_of_its_own_that_starts_anew_where_it_died(edit):
    others, editor = set(active_children()), edit(readers=None)
    job = over(editor, editor.send("/add/text", text=TEXT).headers["location"], most=120)
    assert [one.outcome for one in job.added] == ["new"]
    (process,) = set(active_children()) - others
    process.kill()
    died = over(editor, editor.send("/add/text", text=f"{TEXT} Titik.").headers["location"])
    assert "ended all at once" in died.errors[0].message
    again = over(editor, editor.send("/add/text", text=f"{TEXT} Titik.").headers["location"], most=120)
    assert [one.outcome for one in again.added] == ["new"]
    (process,) = set(active_children()) - others
    editor.adding.close()
    assert not process.is_alive()


def test_files_are_read_and_what_can_not_be_is_told(editor):
    lines = "\n".join([json.dumps({"text": TEXT, "title": "Satu"}), "{broken", json.dumps({"text": TEXT + " Titik."})])
    files = [("file", ("banyak.jsonl", lines.encode())), ("file", ("gambar.txt", b"\x89PNG\x00\x00"))]
    answer = editor.client.post("/add/file", data={"csrf": editor.seal()}, files=files)
    assert answer.headers["location"] == "/add"
    jobs = {job.name: over(editor, job.id) for job in editor.adding.jobs()}
    many, picture = jobs["banyak.jsonl"], jobs["gambar.txt"]
    assert (len(many.added), many.failed, many.done, many.total) == (2, 1, 3, 3)
    assert "banyak.jsonl" in many.errors[0].subject
    assert (picture.added, picture.failed) == ((), 1)
    page = words(editor.client.get(f"/add/{picture.id}", headers={"accept-language": "en"}))
    assert "Nothing was added." in page
    listed = words(editor.client.get("/add", headers={"accept-language": "en"}))
    assert "banyak.jsonl done, 3 / 3, 1 could not be read" in listed


def test_how_far_it_is_is_asked_for_until_it_is_over(editor):
    let_go = threading.Event()
    begun = editor.adding.begin("lambat", lambda: let_go.wait(30) and [], by="Rina")
    path = f"/add/{begun.id}"
    whole = editor.client.get(path)
    assert 'http-equiv="refresh"' in whole.text
    piece = editor.client.get(path, headers={"hx-request": "true"})
    assert "<html" not in piece.text
    assert 'hx-trigger="every' in piece.text
    # Pages are answered while it reads.
    assert editor.client.get("/").status_code == 200
    let_go.set()
    over(editor, path)
    assert "hx-trigger" not in editor.client.get(path, headers={"hx-request": "true"}).text
    assert 'http-equiv="refresh"' not in editor.client.get(path).text


def test_too_much_at_once_waits_for_another_time(editor):
    let_go = threading.Event()
    for number in range(20):
        editor.adding.begin(str(number), lambda: let_go.wait(30) and [], by="Rina")
    refused = editor.send("/add/text", text=TEXT)
    assert (refused.status_code, "too much waits" in refused.text) == (422, True)
    assert TEXT.splitlines()[2] in refused.text
    let_go.set()


@pytest.mark.parametrize("most", [1000])
def test_a_file_that_is_too_large_is_refused(edit, most):
    editor = edit(settings=Settings(max_bytes=most))
    answer = editor.client.post("/add/file", data={"csrf": editor.seal()}, files={"file": ("a.txt", b"x" * 20_000)})
    assert answer.status_code == 413
    # The limit of a single report is the reader's.
    small = editor.client.post("/add/file", data={"csrf": editor.seal()}, files={"file": ("a.txt", b"kata " * 400)})
    assert "over 0.001 MB" in over(editor, small.headers["location"]).errors[0].message


@pytest.mark.parametrize(("path", "sent"), [
    ("/add/file", {}), ("/add/text", {"text": "  "}), ("/add/address", {"address": ""}),
    ("/add/address", {"address": "/etc/passwd"}), ("/add/address", {"address": "file:///etc/passwd"}),
    ("/add/address", {"address": "laporan.txt"}), ("/add/address", {"address": "gopher://a.example"}),
    ("/add/address", {"address": "http://"}),
])  # fmt: skip
def test_what_is_nothing_to_read_is_told_at_once(editor, path, sent):
    page = editor.send(path, **sent)
    assert page.status_code == 422
    assert 'role="alert"' in page.text
    assert editor.adding.jobs() == []


def test_a_file_of_this_machine_is_never_read_for_an_address(editor, tmp_path):
    (tmp_path / "rahasia.txt").write_text(TEXT)
    job = over(editor, editor.adding.address(str(tmp_path / "rahasia.txt"), by="Rina").id)
    assert (job.added, job.errors[0].message) == ((), "no valid address.")


class Site(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append(self.path)
        away = getattr(self.server, "away", "") if self.path == "/away" else ""
        body = PAGE.encode()
        self.send_response(302 if away else 404 if self.path == "/robots.txt" else 200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        if away:
            self.send_header("Location", away)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object):
        pass


@pytest.fixture
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.asked = []
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "[::ffff:7f00:1]"])
def test_an_address_leads_into_no_private_network(editor, site, host):
    url = f"http://{host}:{site.server_port}/a"
    answer = editor.send("/add/address", address=url)
    if answer.status_code == 303:
        job = over(editor, answer.headers["location"])
        assert job.added == ()
        assert "private network" in str(job.errors[0]) or "no machine" in str(job.errors[0])
    assert site.asked == []


def test_nor_does_a_redirect(edit, site):
    def resolve(host: str) -> list[str]:
        return {"kabar.example": ["127.0.0.1"], "dalam.example": ["::1"]}[host]

    reach = Reach(allows=lambda address: str(address) == "127.0.0.1", resolve=resolve)
    site.away = f"http://dalam.example:{site.server_port}/a"
    editor = edit(fetch=HttpFetch(Settings(delay=0.0, timeout=2.0), reach=reach))
    answer = editor.send("/add/address", address=f"http://kabar.example:{site.server_port}/away")
    job = over(editor, answer.headers["location"])
    assert "dalam.example" in job.errors[0].subject
    assert "private network" in job.errors[0].message
    assert site.asked == ["/robots.txt", "/away"]


def test_where_it_is_allowed_a_page_of_this_machine_is_fetched(edit, site):
    editor = edit(private=True, settings=Settings(delay=0.0, timeout=5.0))
    url = f"http://127.0.0.1:{site.server_port}/a"
    job = over(editor, editor.send("/add/address", address=url).headers["location"])
    assert [(one.title, one.outcome) for one in job.added] == [("Jembatan Dibuka", "new")]
    assert editor.archive.report(url).title == "Jembatan Dibuka"


def test_a_site_that_does_not_answer_is_told(edit):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        editor = edit(private=True, settings=Settings(delay=0.0, timeout=0.3))
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        job = over(editor, editor.send("/add/address", address=url).headers["location"])
    assert "no answer within 0.3 s" in job.errors[0].message


def test_an_unknown_job_is_told(editor):
    assert editor.client.get("/add/none").status_code == 404
