import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from konon.errors import SourceError
from konon.reading import HttpFetch, Page, load, load_many
from konon.reading.robots import Rules
from konon.record import Document
from konon.settings import Settings

ARTICLE = (
    "<p>Warga yang tinggal di tepi sungai itu belum bisa pulang karena air masih tinggi, kata kepala desa.</p>" * 4
)
PAGE = f"<html><head><title>Air Naik</title></head><body>{ARTICLE}</body></html>".encode()
HTML = {"Content-Type": "text/html; charset=utf-8"}
QUICK = Settings(delay=0.0, timeout=2.0)


class Site(BaseHTTPRequestHandler):
    robots = b""
    robots_status = 200
    asked = ()

    def do_GET(self):
        type(self).asked += (self.path,)
        status, headers, body = self.answer()
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def answer(self):
        answers = {
            "/robots.txt": (self.robots_status, {"Content-Type": "text/plain"}, self.robots),
            "/a": (200, HTML, PAGE),
            "/moved": (302, {"Location": "/a"}, b""),
            "/round": (302, {"Location": "/round"}, b""),
            "/nowhere": (302, {}, b""),
            "/bad": (302, {"Location": "http://["}, b""),
            "/out": (302, {"Location": "file:///etc/passwd"}, b""),
            "/large": (200, HTML, b"x" * 5000),
            "/picture": (200, {"Content-Type": "image/png"}, b"\x89PNG"),
            "/a.jsonl": (200, {"Content-Type": "application/octet-stream"}, b""),
            "/plain.txt": (
                200,
                {"Content-Type": "text/plain"},
                b"KENDARI - Warga yang tinggal di sana belum bisa pulang.",
            ),
            "/gone": (410, HTML, b""),
            "/closed": (403, HTML, b""),
            "/broken": (503, HTML, b""),
        }
        return answers.get(self.path, (404, HTML, b"tidak ada"))

    def log_message(self, *_: object):
        pass


@pytest.fixture
def site():
    handler = type("OneSite", (Site,), {})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    handler.url = f"http://127.0.0.1:{server.server_port}"
    yield handler
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def fetch():
    fetching = HttpFetch(QUICK)
    yield fetching
    fetching.close()


def test_a_page_is_fetched_and_read(site, fetch):
    document = load(f"{site.url}/a", fetch=fetch)
    assert (document.title, document.url) == ("Air Naik", f"{site.url}/a")


def test_plain_text_is_read_as_such(site, fetch):
    assert load(f"{site.url}/plain.txt", fetch=fetch).dateline == "Kendari"


def test_redirects_are_followed_and_the_last_url_kept(site, fetch):
    assert fetch(f"{site.url}/moved") == Page(url=f"{site.url}/a", body=PAGE, media_type="text/html", charset="utf-8")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/none", "status 404 Not Found"),
        ("/gone", "status 410"),
        ("/closed", "status 403"),
        ("/broken", "status 503"),
        ("/picture", "no page but image/png"),
        ("/a.jsonl", "no page but application/octet-stream"),
        ("/round", "more than 10 redirects"),
        ("/out", "no valid address"),
        ("/bad", "no valid address"),
        ("/nowhere", "status 302"),
    ],
)
def test_what_can_not_be_had(site, fetch, path, words):
    with pytest.raises(SourceError, match=words) as caught:
        fetch(f"{site.url}{path}")
    assert caught.value.subject
    assert caught.value.remedy


def test_a_page_over_the_limit(site):
    with pytest.raises(SourceError, match=r"over 0\.001 MB"):
        HttpFetch(Settings(delay=0.0, max_bytes=1000))(f"{site.url}/large")


def test_robots_are_respected_and_asked_once(site, fetch):
    site.robots = b"User-agent: *\nDisallow: /a\n"
    for _ in range(2):
        with pytest.raises(SourceError, match=r"robots\.txt does not allow it"):
            fetch(f"{site.url}/a")
    with pytest.raises(SourceError, match="does not allow"):
        fetch(f"{site.url}/moved")
    assert site.asked == ("/robots.txt", "/moved")


def test_robots_can_be_left_out(site):
    site.robots = b"User-agent: *\nDisallow: /\n"
    assert HttpFetch(Settings(delay=0.0, respect_robots=False))(f"{site.url}/a").body == PAGE
    assert site.asked == ("/a",)


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (403, True), (500, False)])
def test_robots_that_can_not_be_had(site, fetch, status, allowed):
    site.robots_status = status
    if allowed:
        assert fetch(f"{site.url}/a").body == PAGE
    else:
        with pytest.raises(SourceError, match=r"robots\.txt: can't be had \(status 500\)"):
            fetch(f"{site.url}/a")


@pytest.mark.parametrize(("robots", "least", "most"), [(b"", 4.0, 5.0), (b"User-agent: *\nCrawl-delay: 9\n", 8.0, 9.0)])
def test_a_host_is_left_alone_between_requests(site, robots, least, most):
    site.robots = robots
    waits = []
    fetch = HttpFetch(Settings(delay=5.0), sleep=waits.append)
    fetch(f"{site.url}/a")
    assert waits == []
    fetch(f"{site.url}/a")
    assert least < waits[0] <= most
    fetch.close()


@pytest.mark.parametrize("respect_robots", [True, False])
def test_no_network(respect_robots):
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{closed.getsockname()[1]}/a"
    settings = Settings(respect_robots=respect_robots, timeout=1.0)
    with pytest.raises(SourceError, match=r"can't be reached .* Check the network"):
        HttpFetch(settings)(url)


@pytest.mark.parametrize(
    "url", ["https://", "https://a b.example/", "https://x", "http://[::1", "https://wartautara..example/"]
)
def test_a_wrong_url(fetch, url):
    with pytest.raises(SourceError, match="no valid address"):
        fetch(url)


def test_another_fetch_takes_its_place():
    canned = {"https://contoh.example/1": Page(url="https://contoh.example/1", body=PAGE)}
    first, second = load_many(
        ["https://contoh.example/1", "https://"], fetch=lambda url: canned[url] if url in canned else HttpFetch()(url)
    )
    assert isinstance(first, Document)
    assert isinstance(second, SourceError)


@pytest.mark.parametrize(
    ("rules", "agent", "url", "allowed"),
    [
        ("User-agent: konon\nDisallow: /", "Konon (reader)", "https://a.example/b", False),
        ("User-agent: lain\nDisallow: /", "Konon (reader)", "https://a.example/b", True),
        ("\ufeffUser-agent: *\nDisallow: /b", "Konon/1.0", "https://a.example/b", False),
        ("", "", "https://a.example/b", True),
    ],
)
def test_rules(rules, agent, url, allowed):
    assert Rules(rules, agent).allows(url) is allowed
