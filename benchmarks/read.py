"""How fast Konon reads: reports a second, start-up, memory, growth with length, and which stage costs what.

    python benchmarks/read.py                    the own-written reports of the tests, multiplied
    python benchmarks/read.py REPORTS.jsonl      any reports, one a line

Prints a table. Nothing is asserted: times belong to a machine.
"""

import argparse
import cProfile
import math
import os
import pstats
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from onnxruntime import InferenceSession
from rich.console import Console
from rich.progress import track
from rich.table import Table

import konon
from konon import pipeline
from konon.errors import ReadingError
from konon.language.analyse import analyse
from konon.reading import load_many
from konon.record import Document

OWN = sorted((Path(__file__).parents[1] / "tests" / "reports").glob("*.txt"))
MULTIPLIED = 4  # so that the own-written reports are about forty
WORKERS = 2
WORDS = 400  # of the report that start-up is measured on, and that is made longer
LENGTHS = (1, 4, 16, 64, 80)  # times that report; the last is a hundred pages
RUNS = 5
Row = tuple[str, str, str]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", nargs="?", type=Path, help="reports, one a line; without it the own-written ones")
    documents = load(parser.parse_args().reports)
    report = one_report()
    table = Table(
        "what", "measured", "budget", title=f"Konon on {os.cpu_count()} cores, Python {sys.version.split()[0]}"
    )
    for section in (throughput(documents), process(report), growth(report), shares(documents)):
        for row in section:
            table.add_row(*row)
        table.add_section()
    Console().print(table)


def load(file: Path | None) -> list[Document]:
    """The documents to read."""
    sources: Sequence[Path] = [file] if file else OWN * MULTIPLIED
    return [document for document in load_many(sources) if not isinstance(document, ReadingError)]


def one_report() -> str:
    """A report of some `WORDS` words, put together from the own-written ones."""
    body: list[str] = []
    for file in OWN:
        body += file.read_text(encoding="utf-8").split("\n\n")[2:]
        if sum(len(paragraph.split()) for paragraph in body) >= WORDS:
            break
    return "\n\n".join(paragraph.strip() for paragraph in body)


def throughput(documents: Sequence[Document]) -> Iterator[Row]:
    """Reports a second in one process, with all that is loaded once loaded already."""
    konon.read(documents[0])
    words = sum(len(document.text.split()) for document in documents)
    start = time.perf_counter()
    for document in track(documents, description="throughput", transient=True, console=Console(stderr=True)):
        konon.read(document)
    seconds = time.perf_counter() - start
    name = f"reading {len(documents)} reports, {words // len(documents)} words each"
    yield name, f"{len(documents) / seconds:.1f} a second", ""
    yield "the same in reports of 350 words", f"{words / 350 / seconds:.1f} a second", ""
    yield from by_workers(documents, words=words)
    yield from beside_the_model(documents)


def by_workers(documents: Sequence[Document], *, words: int) -> Iterator[Row]:
    """Reports a second with several processes; their start-up is left out: what reading twice takes more than once."""
    seconds = []
    for times in (1, 2):
        start = time.perf_counter()
        for _ in konon.read_many(list(documents) * times, workers=WORKERS):
            pass
        seconds.append(time.perf_counter() - start)
    rate = words / 350 / (seconds[1] - seconds[0])
    yield f"the same with {WORKERS} processes", f"{rate:.1f} a second", "at least 8"


def beside_the_model(documents: Sequence[Document]) -> Iterator[Row]:
    """How much time reading takes on top of the reader model's forward pass."""
    start = time.perf_counter()
    for document in documents:
        konon.read(document)
    whole = time.perf_counter() - start
    forward = profiled(documents).get(key_of(InferenceSession.run), 0.0)
    if forward:
        yield "all but the model's forward pass, on top of it", f"{whole / forward - 1:.0%}", "at most 25%"


def process(report: str) -> Iterator[Row]:
    """Time and memory of `konon read` on one report, from start to end of the process."""
    seconds, megabytes = [], []
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / "laporan.txt"
        file.write_text(report, encoding="utf-8")
        command = [Path(sys.executable).parent / "konon", "read", file, "--to", "json"]
        for _ in range(RUNS):
            start = time.perf_counter()
            child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
            _, status, usage = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
            seconds.append(time.perf_counter() - start)
            megabytes.append(usage.ru_maxrss / (1024 if sys.platform == "linux" else 1024**2))
            if child.returncode:
                sys.exit(f"konon read ended with {child.returncode}")
    name = f"konon read, a report of {len(report.split())} words"
    yield f"{name}: median of {RUNS}", f"{statistics.median(seconds):.2f} s", "under 1.5 s"
    yield f"{name}: peak memory", f"{max(megabytes):.0f} MB", "under 600 MB"


def growth(report: str) -> Iterator[Row]:
    """How time grows with length; an exponent of 1 is linear."""
    points = []
    for times in track(LENGTHS, description="growth", transient=True, console=Console(stderr=True)):
        document = Document.of("\n\n".join([report] * times), language="id")
        seconds = min(timed(document) for _ in range(RUNS if times == 1 else 1))
        points.append((math.log(times), math.log(seconds)))
        pages = len(document.text.split()) / 300
        yield f"a report {times} times: {pages:.0f} pages", f"{seconds:.2f} s, {seconds / times * 1000:.0f} ms each", ""
    yield "exponent, from 4 times on", f"{slope(points[1:]):.2f}", "near 1"


def timed(document: Document) -> float:
    """The seconds of processor time that reading a document takes; what else the machine does is left out."""
    start = time.process_time()
    konon.read(document)
    return time.process_time() - start


def slope(points: Sequence[tuple[float, float]]) -> float:
    """The slope of the line through the points."""
    return statistics.linear_regression(*zip(*points, strict=True)).slope


def shares(documents: Sequence[Document]) -> Iterator[Row]:
    """Which share of the time each stage takes."""
    times = profiled(documents[:50])
    works = {"analysis": analyse, **{stage.name: stage.work for stage in pipeline.STAGES}}
    total = times[key_of(konon.read)]
    spent = {name: times.get(key_of(work), 0.0) for name, work in works.items()}
    for name, seconds in {**spent, "all else": total - sum(spent.values())}.items():
        yield f"share of {name}", f"{seconds / total:.0%}", ""


def profiled(documents: Sequence[Document]) -> dict[tuple[str, int, str], float]:
    """The seconds that each function took, with all that it called, in reading the documents."""
    profile = cProfile.Profile()
    profile.enable()
    for document in documents:
        konon.read(document)
    profile.disable()
    return {key: row[3] for key, row in pstats.Stats(profile).stats.items()}  # type: ignore[attr-defined]  # no stub


def key_of(function: object) -> tuple[str, int, str]:
    """How the profile names a function."""
    code = function.__code__  # type: ignore[attr-defined]  # all of these are plain functions
    return code.co_filename, code.co_firstlineno, code.co_name


if __name__ == "__main__":
    main()
