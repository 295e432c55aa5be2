"""Killed at any moment, an archive has each report whole or not at all, and the next run goes on."""

import os
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator
from multiprocessing import get_context
from pathlib import Path

import pytest
from sqlalchemy import event

from konon.archive import Archive
from konon.archive.store import Store
from konon.record import Record

from .builder import Happened, Said, record

RUNS = 50
REPORTS = 8
# Starting a process takes longer than adding all reports: a server that has loaded all forks those that are killed.
PROCESSES = get_context("forkserver")
PROCESSES.set_forkserver_preload(
    ["pytest", "konon.archive", "psycopg", "alembic.command", "Sastrawi.Stemmer.StemmerFactory"]
)


@pytest.fixture(scope="module", autouse=True)
def _importable() -> Iterator[None]:
    """Lets the processes import this file by the name that pytest gave it."""
    folder = str(Path(__file__).parents[1])
    sys.path.insert(0, folder)
    yield
    sys.path.remove(folder)


def report(number: int) -> Record:
    text = f"Gudang ke-{number} dijaga, kata Sari Lestari. Laskar Rawa menyerang gudang {number} lagi."
    return record(
        text, url=f"https://contoh.example/{number % 5}",
        names={"Sari Lestari": "person", "Laskar Rawa": "armed_group"},
        said=[Said(words=f"Gudang ke-{number} dijaga", source="Sari Lestari")],
        events=[Happened(trigger="menyerang", actors=("Laskar Rawa",))],
    )  # fmt: skip


def killed_at(location: str, statement: int) -> None:
    """Add reports, and be killed right before or behind the n-th statement that the database is given."""
    left = [statement // 2]

    def count(*_: object) -> None:
        left[0] -= 1
        if left[0] <= 0:
            os.kill(os.getpid(), signal.SIGKILL)

    with Archive(location, create=True) as archive:
        together = 1 + statement % 3
        moment = ("before_cursor_execute", "after_cursor_execute")[statement % 2]
        event.listen(archive._store.engine, moment, count)  # noqa: SLF001 - the seam where a kill is worst
        event.listen(archive._store.engine, "commit", count)  # noqa: SLF001
        for _ in archive.add_many(map(report, range(REPORTS)), together=together):
            pass
        list(archive.derive())


def add_forever(location: str) -> None:
    """Add reports until the end, from outside."""
    with Archive(location, create=True) as archive:
        while True:
            add_all(archive)
            list(archive.derive())
            for _ in archive.reread(lambda document: report(int(document.text.split()[1][3:])), version="none"):
                pass


def add_together(location: str, start: int) -> None:
    """Add twenty reports at once, half of which another process adds too, in another order."""
    numbers = range(start, start + 20)
    with Archive(location) as archive:
        list(archive.add_many(map(report, numbers if start else reversed(numbers)), together=7))


def add_all(archive: Archive) -> None:
    for number in range(REPORTS):
        archive.add(report(number))


def run(work: Callable[..., None], *arguments: object, seconds: float | None = None) -> int | None:
    """How a process with this work ended; killed from outside after some seconds."""
    process = PROCESSES.Process(target=work, args=arguments)
    process.start()
    if seconds is not None:
        time.sleep(seconds)
        process.kill()
    process.join(60)
    return process.exitcode


def whole(location: str) -> bool:
    with Store(location) as store:
        if store.revision() is None:
            return True
    with Archive(location) as archive:
        assert archive.check() == []
    return True


@pytest.mark.parametrize("seed", [7])
def test_killed_between_any_two_statements_nothing_is_half_kept(location, seed):
    chance = random.Random(seed)
    ends = []
    for _ in range(RUNS // 2):
        ends.append(run(killed_at, location, chance.randrange(2, 260)))
        assert whole(location)
    assert ends.count(-signal.SIGKILL) > RUNS // 5
    with Archive(location, create=True) as archive:
        add_all(archive)
        assert archive.status().versions == REPORTS
        list(archive.derive())
        assert archive.waiting() == 0
        assert archive.check() == []


def test_killed_at_any_moment_nothing_is_half_kept(location):
    chance = random.Random(11)
    for _ in range(RUNS // 2):
        assert run(add_forever, location, seconds=chance.uniform(0.02, 0.3)) == -signal.SIGKILL
        assert whole(location)


@pytest.mark.parametrize("add", ["add_range", "add_together"])
def test_two_processes_add_at_once(location, add):
    with Archive(location, create=True) as archive:
        workers = [PROCESSES.Process(target=globals()[add], args=(location, start)) for start in (0, 10)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join(60)
        assert [worker.exitcode for worker in workers] == [0, 0]
        assert (archive.status().versions, archive.status().reports) == (30, 5)
        assert archive.check() == []


def add_range(location: str, start: int) -> None:
    """Add twenty reports, half of which another process adds too."""
    with Archive(location) as archive:
        for number in range(start, start + 20):
            archive.add(report(number))


def test_an_archive_is_made_once_though_two_begin(location):
    workers = [PROCESSES.Process(target=make, args=(location,)) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert [worker.exitcode for worker in workers] == [0, 0, 0]
    assert whole(location)


def make(location: str) -> None:
    """Make an archive, or open the one that another process has just made."""
    with Archive(location, create=True) as archive:
        archive.add(report(1))
