"""How quick the pages of actors and of their network are, over invented actors in camps.

    python benchmarks/network.py                         500 actors, and one of them with 50,000 statements
    python benchmarks/network.py --keep FOLDER           keep the archive there, and measure again what is kept

The reports are invented (`benchmarks/generated/camps.py`, seeded). Prints a table. Nothing is asserted: times belong
to a machine.
"""

import argparse
import statistics
import tempfile
import time
from itertools import islice
from pathlib import Path
from urllib.parse import quote

from fastapi.testclient import TestClient
from rich.console import Console
from rich.progress import track
from rich.table import Table

from generated.camps import Camps, biggest, camp_reports
from konon.archive import Archive, derivations
from konon.archive.actors import Resolution
from konon.archive.network import Ties
from konon.explore import networks
from konon.explore.app import explorer

ACTORS, CAMPS, REPORTS = 520, 14, 2_500
TIMES = 5


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--statements", type=int, default=50_000, help="how many the actor that is quoted most has")
    parser.add_argument("--keep", type=Path, help="a folder for the archive; one that is there is used")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder: Path = asked.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        camps = Camps(1, actors=ACTORS, camps=CAMPS)
        # Somebody in the middle of a camp, whom else few name.
        speaker = biggest(camps)[3]
        with Archive(folder / "network.db", create=True) as archive:
            filled(archive, camps, asked.statements)
            told = archive.status()
            title = f"{told.statements:,} statements, {told.actors:,} actors"
            table = Table("page", "first", "then, 50 %", "first, this process's work", "then", title=title)
            client = TestClient(explorer(archive), base_url="http://127.0.0.1")
            for path in paths(archive, speaker.name):
                table.add_row(path, *measured(client, path))
            Console().print(table)


def filled(archive: Archive, camps: Camps, statements: int) -> None:
    """Fill the archive: reports of all, and reports in which one alone speaks; settle what ties them."""
    if archive.status().reports:
        return
    speaker = biggest(camps)[3]
    of_one = camp_reports(camps, seed=2, speaker=speaker)
    said = 0
    for record in track(islice(camp_reports(camps), REPORTS), "reports of all", total=REPORTS):
        archive.add(record)
    while said < statements:
        record = next(of_one)
        page = record.document.model_copy(update={"url": f"{record.document.url}-one"})
        archive.add(record.model_copy(update={"document": page}))
        said += len(record.statements)
    # What else follows from reports is not on these pages, and takes an hour where one says so much.
    derivations.DERIVATIONS = (Resolution(), Ties())
    for _ in track(archive.derive(), "tied", total=archive.waiting()):
        pass


def paths(archive: Archive, speaker: str) -> list[str]:
    """The pages that are measured."""
    actor = archive.actor(speaker)
    strongest = archive.network(around=actor.id).bonds[0]
    return [
        "/network?size=500", "/network", "/network?size=500&since=2022&before=2022",
        "/network?kind=accuse&kind=deny&size=500", f"/network?around={actor.id}",
        f"/network?around={actor.id}&size=500",
        f"/network?around={actor.id}&since=2022-03&before=2022-09",
        f"/network/ties/{strongest.one}/{strongest.other}", f"/actors/{actor.id}", f"/actors/{quote(actor.name)}",
    ]  # fmt: skip


def measured(client: TestClient, path: str) -> list[str]:
    """How long a page takes, in milliseconds: the first time, and what half of the others stay below.

    By the clock, and then by the processor's time, which other programs of the machine do not change.
    """
    times: list[tuple[float, float]] = []
    networks.picture.cache_clear()
    for _ in range(TIMES):
        start, before = time.perf_counter(), time.process_time()
        client.get(path).raise_for_status()
        times.append((time.perf_counter() - start, time.process_time() - before))
    clock, work = zip(*times, strict=True)
    return [f"{1000 * told:.0f} ms" for of in (clock, work) for told in (of[0], statistics.median(of[1:]))]


if __name__ == "__main__":
    main()
