"""The example reports, and the command that shows them."""

import socket
from collections.abc import Iterator

import pytest

from konon.archive import Archive
from konon.archive.schema import HEAD
from konon.cli import explore
from konon.errors import ServerError
from konon.examples.demo import documents, place
from konon.explore.serve import bound
from konon.record import Record


def test_there_are_two_dozen_reports_of_six_stories_and_several_outlets():
    reports = documents()
    assert len(reports) >= 24
    assert len({report.outlet for report in reports}) >= 6
    assert len({report.url for report in reports}) == len(reports) - 1  # one page has two versions
    assert all(".example/" in (report.url or "") for report in reports)


def test_the_reports_tell_of_reprints_denials_and_a_contested_number(archive):
    assert archive.search("relay:Sagara").total >= 2
    assert archive.search("relay:Meridian").total >= 3
    assert archive.search("act:deny").total >= 8
    killed = [row for row in archive.table("counts").rows() if row["kind"] == "killed"]
    assert len({(row["minimum"], row["source"]) for row in killed}) >= 5


@pytest.fixture
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path


def test_they_are_read_once_and_then_kept(cache, monkeypatch):
    first = explore.examples()
    assert first.startswith(str(cache))
    with Archive(first) as kept:
        assert (kept.status().reports, kept.waiting()) == (49, 0)
    monkeypatch.setattr(explore, "read_many", lambda _: pytest.fail("read again"))
    assert explore.examples() == first
    assert place("0001") != place(HEAD)
    assert [file.suffix for file in place(HEAD).parent.iterdir()] == [".db"]


@pytest.mark.usefixtures("cache")
def test_what_was_stopped_is_begun_anew(monkeypatch):
    def stopped(_: object) -> Iterator[Record]:
        yield from ()
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(explore, "read_many", stopped)
        with pytest.raises(KeyboardInterrupt):
            explore.examples()
    assert not place(HEAD).exists()
    with Archive(explore.examples()) as kept:
        assert kept.status().reports == 49


def test_without_its_packages_the_command_names_the_extra(monkeypatch):
    monkeypatch.setattr(explore, "find_spec", lambda _: None)
    with pytest.raises(ServerError, match=r"pip install 'konon\[server\]'"):
        explore.explore()


def test_a_taken_port_is_told():
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(ServerError, match="--port"):
        bound("127.0.0.1", taken.getsockname()[1])
