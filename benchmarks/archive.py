"""How fast the archive is: records kept a second, size, and searches and look-ups over many statements.

    python benchmarks/archive.py                          a small archive, on SQLite and PostgreSQL
    python benchmarks/archive.py --statements 1000000     the full run: two hours, and some 10 GB of disk
    python benchmarks/archive.py --keep FOLDER            keep the archives there, and measure again what is kept

The reports are invented (`benchmarks/generated`, seeded). Prints a table. Nothing is asserted: times belong to a
machine.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from statistics import median, quantiles

from rich.console import Console
from rich.progress import track
from rich.table import Table
from sqlalchemy import create_engine, text

from generated.lookups import KINDS, Lookups
from generated.stories import stories
from konon.archive import Archive
from konon.archive.terms import stem
from konon.record import Record

# The tests start a server in the same way.
sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "archive"))
from server import ServerError, running

BATCH = 1_000
LOOKUPS = 200
SAMPLED = 2_000  # of the reports in an archive, so many lend their names, words and addresses to look-ups
LATENCY = "under 100 ms at 95 %"
Row = tuple[str, ...]
Place = Callable[[str], str]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--statements", type=int, default=20_000, help="how many the archive has at least")
    parser.add_argument("--keep", type=Path, help="a folder for the archives; those that are there are used")
    parser.add_argument("--only", choices=("sqlite", "postgresql"), help="one database")
    asked = parser.parse_args()
    wanted: int = asked.statements
    table = Table("what", "database", "50 %", "95 %", "95 %, processor time", "asked",
                  title=f"The archive on {os.cpu_count()} cores, Python {sys.version.split()[0]}")  # fmt: skip
    with tempfile.TemporaryDirectory() as scratch:
        folder: Path = asked.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        for database in ("sqlite", "postgresql"):
            if asked.only in {None, database}:
                for row in measured(database, folder, wanted, kept=bool(asked.keep)):
                    table.add_row(*row)
                table.add_section()
    Console().print(table)


def measured(database: str, folder: Path, wanted: int, *, kept: bool) -> Iterator[Row]:
    """All rows of a database."""
    try:
        with places(database, folder, kept=kept) as place:
            yield from first_kept(database, place)
            yield from filled(database, place("archive"), wanted)
            yield from looked_up(database, place("archive"))
    except ServerError as error:
        print(f"archive.py: {error}", file=sys.stderr)


@contextmanager
def places(database: str, folder: Path, *, kept: bool) -> Iterator[Place]:
    """What gives the place of an archive by a name; all but `archive` are empty."""
    if database == "sqlite":
        with tempfile.TemporaryDirectory() as scratch:
            yield lambda name: str(folder / "konon.db" if name == "archive" else Path(scratch) / f"{name}.db")
        return
    memory = "-c shared_buffers=512MB -c max_wal_size=4GB"
    with running(memory, keep=folder / "postgres" if kept else None) as server:
        yield lambda name: _database(server, name)


def _database(server: str, name: str) -> str:
    """The address of a database of a server, which is made where it is not there; all but `archive` are made anew."""
    engine = create_engine(server.format("postgres").replace("postgresql:", "postgresql+psycopg:"),
                           isolation_level="AUTOCOMMIT")  # fmt: skip
    with engine.connect() as connection:
        if name != "archive":
            connection.execute(text(f"DROP DATABASE IF EXISTS {name}"))
        if not connection.execute(text("SELECT 1 FROM pg_database WHERE datname = :name"), {"name": name}).scalar():
            connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return server.format(name)


def first_kept(database: str, place: Place) -> Iterator[Row]:
    """How many of the first ready records an empty archive keeps a second: alone, many at once, with what follows."""
    records = [report.record for report in islice(stories(), BATCH)]
    ways: dict[str, Callable[[Archive], Iterable[object]]] = {
        "`add_many`": lambda archive: archive.add_many(records),
        "`add`, each in a transaction": lambda archive: map(archive.add, records),
        "`add_many` and `derive`": lambda archive: chain(archive.add_many(records), archive.derive()),
    }
    # What a process does once, such as loading the words that stems are found by, is not counted.
    exhaust(map(stem, ("mendahului", "penghitungan")))
    for number, (way, keep) in enumerate(ways.items()):
        stem.cache_clear()
        with Archive(place(f"first_{number}"), create=True) as archive:
            start, worked = time.perf_counter(), time.process_time()
            exhaust(keep(archive))
            by_clock, by_work = (BATCH / spent for spent in (time.perf_counter() - start, time.process_time() - worked))
        told = f"{by_clock:.0f}", "", f"{by_work:.0f}"
        yield f"first {BATCH:,} records kept a second: {way}", database, *told, "" if number else "500 on SQLite"


def filled(database: str, location: str, wanted: int) -> Iterator[Row]:
    """Fill the archive until it has so many statements; how fast that went, and how large it is."""
    with Archive(location, create=True) as archive:
        status = archive.status()
        if status.statements < wanted:
            rates = list(rates_of_filling(archive, wanted))
            (by_clock, by_work), number = zip(*rates, strict=True), len(rates) * BATCH
            name = f"records kept a second, `add_many`, of {number:,} (95 %: the slowest {BATCH:,})"
            yield name, database, f"{median(by_clock):.0f}", f"{min(by_clock):.0f}", f"{min(by_work):.0f}", ""
            status = archive.status()
        compared = archive.derive(["lineage"])
        exhaust(track(compared, f"{database}: lineage", status.versions, transient=True, console=Console(stderr=True)))
        settle(archive)
        size = archive.status().bytes / status.versions / 1024
        yield f"size per report ({status.bytes / 1024**3:.2f} GB in all)", database, f"{size:.1f} KB", "", "", ""
        numbers = f"{status.statements:,} statements of {status.versions:,} reports, {status.actors:,} actors"
        yield numbers, database, "", "", "", ""


def rates_of_filling(archive: Archive, wanted: int) -> Iterator[tuple[float, float]]:
    """Records kept a second, for each batch of ready ones: by the clock, and by the processor's time."""
    told = stories()
    statements = archive.status().statements
    exhaust(islice(told, archive.status().versions))
    while statements < wanted:
        batch: list[Record] = [report.record for report in islice(told, BATCH)]
        start, worked = time.perf_counter(), time.process_time()
        exhaust(archive.add_many(batch))
        yield BATCH / (time.perf_counter() - start), BATCH / (time.process_time() - worked)
        statements += sum(len(record.statements) for record in batch)
        print(f"\r{statements:,} statements", end="", file=sys.stderr)
    print(file=sys.stderr)


def exhaust(steps: Iterable[object]) -> None:
    """Do all steps."""
    for _ in steps:
        pass


def settle(archive: Archive) -> None:
    """Let the database count what it holds, as a server does by itself from time to time."""
    with archive._store.engine.connect() as connection:  # noqa: SLF001 - nothing of this is asked of a user
        connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("ANALYZE"))


def working(archive: Archive) -> Callable[[], float]:
    """What gives the processor's time in seconds that was spent so far: by this process, and by its server's."""
    with archive._store.read() as connection:  # noqa: SLF001 - as above
        if connection.dialect.name == "sqlite":
            return time.process_time
        server = Path(f"/proc/{connection.execute(text('SELECT pg_backend_pid()')).scalar_one()}/schedstat")
    if not server.exists():
        return time.process_time
    return lambda: time.process_time() + int(server.read_text().split()[0]) / 1e9


def looked_up(database: str, location: str) -> Iterator[Row]:
    """How long each kind of look-up takes."""
    with Archive(location) as archive:
        lookups, work = Lookups(archive, SAMPLED), working(archive)
        for kind, ask in track(KINDS.items(), description=database, transient=True, console=Console(stderr=True)):
            times, worked = [], []
            for number in range(LOOKUPS):
                arguments = lookups.arguments(kind, number)
                start, before = time.perf_counter(), work()
                ask(archive, *arguments)
                times.append((time.perf_counter() - start) * 1000)
                worked.append((work() - before) * 1000)
            half, most, own = median(times), *(quantiles(of, n=20)[-1] for of in (times, worked))
            told = f"{half:.1f} ms", f"{most:.1f} ms", f"{own:.1f} ms"
            yield f"{kind}, such as {lookups.shown(kind)}", database, *told, LATENCY


if __name__ == "__main__":
    main()
