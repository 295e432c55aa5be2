"""What fetching may reach: servers on loopback, one of which stands for the open network, one for a private one."""

import shutil
import socket
import ssl
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address

import pytest

from konon.errors import SourceError
from konon.reading import HttpFetch, Reach
from konon.reading.reach import public
from konon.settings import Settings

QUICK = Settings(delay=0.0, timeout=2.0, respect_robots=False)
OPEN, INNER = "127.0.0.1", "::1"


class Server(ThreadingHTTPServer):
    address_family = socket.AF_INET

    def __init__(self, host: str, *, away: str = "") -> None:
        self.asked: list[str] = []
        self.away = away
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        super().__init__((host, 0), Site)


class Site(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append(self.headers["Host"])
        away = self.server.away if self.path == "/away" else ""
        self.send_response(302 if away else 200)
        self.send_header("Content-Type", "text/html")
        if away:
            self.send_header("Location", away)
        self.send_header("Content-Length", "9")
        self.end_headers()
        self.wfile.write(b"<p>isi</p")

    def log_message(self, *_: object):
        pass


@pytest.fixture
def serve():
    servers = []

    def start(host: str, **options: str) -> Server:
        try:
            server = Server(host, **options)
        except OSError:
            pytest.skip(f"no {host} on this machine")
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        servers.append((server, thread))
        return server

    yield start
    for server, thread in servers:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def fetch():
    made = []

    def make(names: dict[str, list[str]] | None = None) -> HttpFetch:
        asked: list[str] = []

        def resolve(host: str) -> list[str]:
            asked.append(host)
            found = (names or {})[host]
            # The next time it is another address, as a name server that rebinds would answer.
            return [found.pop(0)] if len(found) > 1 else list(found)

        reach = Reach(allows=lambda address: str(address) == OPEN, resolve=resolve) if names else Reach()
        made.append(HttpFetch(QUICK, reach=reach))
        made[-1].names_asked = asked
        return made[-1]

    yield make
    for one in made:
        one.close()


@pytest.mark.parametrize("address", [
    "127.0.0.1", "127.8.8.8", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
    "0.0.0.0",  # noqa: S104 - nothing is bound to it
    "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "::1", "::", "fe80::1", "fc00::1",
    "fd12::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe", "::7f00:1", "2001:0:4136:e378:8000:63bf:f5ff:fffe", "2001:db8::1",
])  # fmt: skip
def test_what_is_not_of_the_open_network_is_told(address):
    assert not public(ip_address(address))


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "1.1.1.1", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"]
)
def test_what_is_of_the_open_network_may_be_reached(address):
    assert public(ip_address(address))


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "127.1", "2130706433",
                                  "0x7f000001", "0.0.0.0"])  # fmt: skip  # noqa: S104 - as above
def test_this_machine_is_not_reached_however_it_is_spelled(serve, fetch, host):
    server = serve(OPEN)
    with pytest.raises(SourceError):
        fetch()(f"http://{host}:{server.server_port}/")
    assert server.asked == []


def test_without_a_reach_this_machine_is_read(serve):
    server = serve(OPEN)
    fetching = HttpFetch(QUICK)
    assert fetching(f"http://{OPEN}:{server.server_port}/").body == b"<p>isi</p"
    fetching.close()


def test_a_page_of_the_open_network_is_fetched_by_its_name(serve, fetch):
    server = serve(OPEN)
    page = fetch({"kabar.example": [OPEN]})(f"http://kabar.example:{server.server_port}/")
    assert page.url == f"http://kabar.example:{server.server_port}/"
    assert server.asked == [f"kabar.example:{server.server_port}"]


def test_a_redirect_leads_into_no_private_network(serve, fetch):
    inner = serve(INNER)
    outer = serve(OPEN, away=f"http://dalam.example:{inner.server_port}/rahasia")
    fetching = fetch({"kabar.example": [OPEN], "dalam.example": [INNER]})
    with pytest.raises(SourceError, match=r"dalam\.example.*leads into a private network"):
        fetching(f"http://kabar.example:{outer.server_port}/away")
    assert (len(outer.asked), inner.asked) == (1, [])


def test_a_name_that_is_bent_to_another_address_is_not_followed(serve, fetch):
    outer, inner = serve(OPEN), serve(INNER)
    fetching = fetch({"bengkok.example": [OPEN, INNER]})
    fetching(f"http://bengkok.example:{outer.server_port}/")
    # The address that was looked at is the one that was connected to: the name was asked for once.
    assert (fetching.names_asked, len(outer.asked)) == (["bengkok.example"], 1)
    with pytest.raises(SourceError, match="private network"):
        fetching(f"http://bengkok.example:{inner.server_port}/")
    assert inner.asked == []


def test_a_name_with_one_address_of_a_private_network_is_refused(serve):
    server = serve(OPEN)
    mixed = Reach(allows=lambda address: str(address) == OPEN, resolve=lambda _: [OPEN, INNER])
    with pytest.raises(SourceError, match="private network"):
        HttpFetch(QUICK, reach=mixed)(f"http://kabar.example:{server.server_port}/")
    assert server.asked == []


def test_robots_txt_of_a_private_network_is_not_asked_for(serve):
    server = serve(OPEN)
    with pytest.raises(SourceError, match="private network"):
        HttpFetch(Settings(delay=0.0, timeout=2.0), reach=Reach())(f"http://{OPEN}:{server.server_port}/")
    assert server.asked == []


def test_no_proxy_is_asked(serve, fetch, monkeypatch):
    proxy, server = serve(OPEN), serve(OPEN)
    monkeypatch.setenv("HTTP_PROXY", f"http://{OPEN}:{proxy.server_port}")
    fetch({"kabar.example": [OPEN]})(f"http://kabar.example:{server.server_port}/")
    assert (proxy.asked, len(server.asked)) == ([], 1)


def test_a_name_that_nobody_has_is_told():
    def nobody(_: str) -> list[str]:
        raise OSError("no such name")

    with pytest.raises(SourceError, match="no machine has this name"):
        HttpFetch(QUICK, reach=Reach(resolve=nobody))("http://tiada.example/")


@pytest.mark.parametrize(("name", "right"), [("kabar.example", True), ("lain.example", False)])
def test_a_certificate_is_checked_by_the_name_not_by_the_address(serve, fetch, tmp_path, monkeypatch, name, right):
    if shutil.which("openssl") is None:
        pytest.skip("no openssl is installed")
    key, certificate = tmp_path / "key.pem", tmp_path / "cert.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate, "-days", "2",
         "-subj", "/CN=kabar.example", "-addext", "subjectAltName=DNS:kabar.example"],
        check=True, capture_output=True,
    )  # fmt: skip
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    server = serve(OPEN)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    url = f"https://{name}:{server.server_port}/"
    fetching = fetch({name: [OPEN]})
    if right:
        assert fetching(url).body == b"<p>isi</p"
    else:
        with pytest.raises(SourceError, match="can't be reached"):
            fetching(url)
