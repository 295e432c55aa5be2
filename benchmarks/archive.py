"""How fast the archive is: records kept a second, size, and searches and look-ups over many statements.

    python benchmarks/archive.py                          a small archive, on SQLite and PostgreSQL
    python benchmarks/archive.py --statements 1000000     the full run: an hour, and some 10 GB of disk
    python benchmarks/archive.py --keep FOLDER            keep the archives there, and measure again what is kept

The reports are invented (`benchmarks/generated`, seeded). Prints a table. Nothing is asserted: times belong to a
machine.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Table
from sqlalchemy import create_engine, text

from generated.lookups import KINDS, Lookups
from generated.stories import stories
from konon.archive import Archive
from konon.record import Record

# The tests start a server in the same way.
sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "archive"))
from server import ServerError, running

BATCH = 1_000
LOOKUPS = 200
SAMPLED = 2_000  # of the reports in an archive, so many lend their names, words and addresses to look-ups
LATENCY = "under 100 ms at 95 %"
Row = tuple[str, ...]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--statements", type=int, default=20_000, help="how many the archive has at least")
    parser.add_argument("--keep", type=Path, help="a folder for the archives; those that are there are used")
    parser.add_argument("--only", choices=("sqlite", "postgresql"), help="one database")
    asked = parser.parse_args()
    wanted: int = asked.statements
    table = Table("what", "database", "50 %", "95 %", "95 %, this process's work", "asked",
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
        with place(database, folder, kept=kept) as location:
            yield from filled(database, location, wanted)
            yield from looked_up(database, location)
    except ServerError as error:
        print(f"archive.py: {error}", file=sys.stderr)


@contextmanager
def place(database: str, folder: Path, *, kept: bool) -> Iterator[str]:
    """Where the archive of a database is or will be."""
    if database == "sqlite":
        yield str(folder / "konon.db")
        return
    memory = "-c shared_buffers=512MB -c max_wal_size=4GB"
    with running(memory, keep=folder / "postgres" if kept else None) as server:
        engine = create_engine(server.format("postgres").replace("postgresql:", "postgresql+psycopg:"),
                               isolation_level="AUTOCOMMIT")  # fmt: skip
        with engine.connect() as connection:
            if not connection.execute(text("SELECT 1 FROM pg_database WHERE datname = 'archive'")).scalar():
                connection.execute(text("CREATE DATABASE archive"))
        engine.dispose()
        yield server.format("archive")


def filled(database: str, location: str, wanted: int) -> Iterator[Row]:
    """Fill the archive until it has so many statements; how fast that went, and how large it is."""
    with Archive(location, create=True) as archive:
        status = archive.status()
        if status.statements < wanted:
            rates = list(rates_of_filling(archive, wanted))
            (by_clock, by_work), number = zip(*rates, strict=True), len(rates) * BATCH
            name = f"records kept a second, of {number:,} (95 %: the slowest {BATCH:,})"
            told = f"{statistics.median(by_clock):.0f}", f"{min(by_clock):.0f}", f"{min(by_work):.0f}"
            yield name, database, *told, "500 on SQLite"
            status = archive.status()
        settle(archive)
        size = status.bytes / status.versions / 1024
        yield f"size per report ({status.bytes / 1024**3:.2f} GB in all)", database, f"{size:.1f} KB", "", "", ""
        numbers = f"{status.statements:,} statements of {status.versions:,} reports, {status.actors:,} actors"
        yield numbers, database, "", "", "", ""


def rates_of_filling(archive: Archive, wanted: int) -> Iterator[tuple[float, float]]:
    """Records kept a second, for each batch of ready ones: by the clock, and by the processor's time."""
    told = stories()
    statements = archive.status().statements
    for _ in islice(told, archive.status().versions):
        pass
    while statements < wanted:
        batch: list[Record] = [report.record for report in islice(told, BATCH)]
        start, worked = time.perf_counter(), time.process_time()
        for _ in archive.add_many(batch):
            pass
        yield BATCH / (time.perf_counter() - start), BATCH / (time.process_time() - worked)
        statements += sum(len(record.statements) for record in batch)
        print(f"\r{statements:,} statements", end="", file=sys.stderr)
    print(file=sys.stderr)


def settle(archive: Archive) -> None:
    """Let the database count what it holds, as a server does by itself from time to time."""
    with archive._store.engine.connect() as connection:  # noqa: SLF001 - nothing of this is asked of a user
        connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("ANALYZE"))


def looked_up(database: str, location: str) -> Iterator[Row]:
    """How long each kind of look-up takes."""
    with Archive(location) as archive:
        lookups = Lookups(archive, SAMPLED)
        for kind, ask in track(KINDS.items(), description=database, transient=True, console=Console(stderr=True)):
            times, worked = [], []
            for number in range(LOOKUPS):
                arguments = lookups.arguments(kind, number)
                start, before = time.perf_counter(), time.process_time()
                ask(archive, *arguments)
                times.append((time.perf_counter() - start) * 1000)
                worked.append((time.process_time() - before) * 1000)
            half, most, own = statistics.median(times), *(statistics.quantiles(of, n=20)[-1] for of in (times, worked))
            told = f"{half:.1f} ms", f"{most:.1f} ms", f"{own:.1f} ms"
            yield f"{kind}, such as {lookups.shown(kind)}", database, *told, LATENCY


if __name__ == "__main__":
    main()
