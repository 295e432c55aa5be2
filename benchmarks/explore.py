"""How fast the explorer is: each page alone, with 20 people at once, and how soon a report is seen.

    python benchmarks/explore.py ARCHIVE                 an archive, such as the one that archive.py --keep makes
    python benchmarks/explore.py ARCHIVE --workers 2     the same with two processes that answer

The server runs as `konon explore` does; addresses are drawn from the archive, and none is asked for twice in a column,
as long as there are others (without pause they run out). Prints a table. Nothing is asserted: times belong to a
machine, and to what else it does.
"""

import argparse
import asyncio
import itertools
import os
import random
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.table import Table

from generated.clients import Connection
from generated.pages import KINDS, addresses
from generated.painting import paints

PEOPLE = 20
READING = 2.0  # seconds that a person looks at a page before the next click, on average
ALONE = 25  # addresses of each kind that are asked for one after the other
LONG = 40.0  # seconds that people click
Times = dict[str, list[float]]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", help="a file or the URL of a server")
    parser.add_argument("--workers", type=int, default=1, help="how many processes answer")
    parser.add_argument("--seconds", type=float, default=LONG, help="how long people click, for each of the two ways")
    parser.add_argument("--no-browser", action="store_true", help="leave out when a report is seen in Chromium")
    asked = parser.parse_args()
    before = os.getloadavg()[0]
    table = Table(
        "page", "first", "alone 50 %", "95 %", "again 50 %", "processor", f"{PEOPLE} reading 50 %", "95 %",
        f"{PEOPLE} without pause 50 %", "95 %",
        title=f"The explorer, {asked.workers} process(es), {os.cpu_count()} cores, Python {sys.version.split()[0]}; ms",
    )  # fmt: skip
    with served(asked.archive, asked.workers) as (port, process):
        found = asyncio.run(addresses(port))
        alone = asyncio.run(asked_alone(port, found, process))
        loads = [asyncio.run(asked_at_once(port, found, pause=pause, seconds=asked.seconds)) for pause in (READING, 0)]
        seen = None if asked.no_browser else paints(f"http://127.0.0.1:{port}", found["report"][-20:])
    for kind in [*found, "all pages"]:
        table.add_row(kind, *alone.get(kind, [""] * 5), *itertools.chain(*(at(times, kind) for times in loads)))
    Console(width=150).print(table)
    rates = ", ".join(f"{sum(map(len, times.values())) / asked.seconds:.0f}" for times in loads)
    print(f"answers a second: {rates}; load average before {before:.2f}, at the end {os.getloadavg()[0]:.2f}")
    if seen:
        print(f"first paint of a report in Chromium: 50 % {middle(seen):.0f} ms, 95 % {most(seen):.0f} ms")


@contextmanager
def served(archive: str, workers: int) -> Iterator[tuple[int, int]]:
    """The port and the process of a server that answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    command = [sys.executable, "-c", "from konon.cli.main import run; run()", "explore", archive, "--no-browser",
               "--port", str(port), "--workers", str(workers)]  # fmt: skip
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        asyncio.run(answering(port))
        yield port, server.pid
    finally:
        server.terminate()
        server.communicate()


async def answering(port: int) -> None:
    """Wait until a server answers."""
    for _ in range(300):
        try:
            await Connection(port).get("/static/icon.svg")
        except OSError:
            await asyncio.sleep(0.1)
        else:
            return
    sys.exit("the explorer does not answer")


async def asked_alone(port: int, found: Mapping[str, Sequence[str]], process: int) -> dict[str, list[str]]:
    """For each kind of page: the first time, then half and 95 % of other addresses, the same again, and the work."""
    asking = Connection(port)
    rows = {}
    for kind, pages in found.items():
        chosen = list(pages[:ALONE])
        first = await asking.get(chosen[0])
        worked = work_of(process)
        times = [await asking.get(page) for page in chosen[1:] or chosen]
        worked = (work_of(process) - worked) / len(chosen[1:] or chosen)
        again = [await asking.get(page) for page in chosen]
        rows[kind] = [f"{value:.0f}" for value in (first, middle(times), most(times), middle(again), worked * 1000)]
    return rows


async def asked_at_once(port: int, found: Mapping[str, Sequence[str]], *, pause: float, seconds: float) -> Times:
    """How long pages take while people click; each reads for a while, or asks for the next one at once."""
    times: Times = {kind: [] for kind in found}
    # Other addresses than those that were asked for alone, and others for each of the two ways.
    left = {kind: itertools.cycle(pages[ALONE + (0 if pause else 1) :: 2] or pages) for kind, pages in found.items()}
    end = time.perf_counter() + seconds

    async def person(number: int) -> None:
        chance, asking = random.Random(number), Connection(port)
        await asyncio.sleep(chance.uniform(0, READING))
        while time.perf_counter() < end:
            (kind,) = chance.choices(list(found), [KINDS[kind] for kind in found])
            times[kind].append(await asking.get(next(left[kind])))
            await asyncio.sleep(chance.expovariate(1 / pause) if pause else 0)

    await asyncio.gather(*(person(number) for number in range(PEOPLE)))
    return times


def at(times: Times, kind: str) -> tuple[str, str]:
    """Half and 95 % of the times of a kind of page, or of all."""
    these = list(itertools.chain(*times.values())) if kind == "all pages" else times[kind]
    return (f"{middle(these):.0f}", f"{most(these):.0f}") if these else ("", "")


def middle(times: Sequence[float]) -> float:
    """Half of them take at most so long."""
    return statistics.median(times)


def most(times: Sequence[float]) -> float:
    """95 % of them take at most so long."""
    return sorted(times)[min(len(times) - 1, int(0.95 * len(times)))]


def work_of(process: int) -> float:
    """The seconds of processor time of a process and its children; 0 where the system does not tell them."""
    total = 0.0
    for file in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = file.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if process in {int(file.parent.name), int(fields[1])}:
            total += (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return total


if __name__ == "__main__":
    main()
