"""How well and how fast an archive finds reports that have one text underneath, over invented reports.

    python benchmarks/lineage.py                    how many are found, by how they were reworked, and how often wrongly
    python benchmarks/lineage.py --reports N        the same over an archive of some N reports
    python benchmarks/lineage.py --ways --vectors   vectors of the reader model as well (pip install 'konon[train]')
    python benchmarks/lineage.py --growth           the cost of a report in archives of 1,000 to 200,000 reports
    python benchmarks/lineage.py --ways             which ways of looking for candidates find which copies

Prints a table. How the reports are made stands in `docs/archive.md`. Nothing is asserted.
"""

import argparse
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, islice
from pathlib import Path
from statistics import mean, median, quantiles

from rich.console import Console
from rich.progress import track
from rich.table import Table

import konon
from konon.archive import Archive
from konon.archive.lineage import Reprints
from konon.record import Document, Record
from reprints.filling import fill
from reprints.pairs import Family, Printed, families
from reprints.ways import WAYS, recall

# Bounds and weights were chosen on reports of another seed.
SEED = 2
REPORTS = 1_000
SIZES = (1_000, 10_000, 50_000, 200_000)
MEASURED = 200  # reports at each size
BOTH_OWN = "own reports of one story"


def main() -> None:
    """Print the table that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=REPORTS)
    parser.add_argument("--growth", action="store_true", help="the cost of a report in archives of several sizes")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="the sizes")
    parser.add_argument("--keep", type=Path, help="the file of an archive that stays, to go on with")
    parser.add_argument("--ways", action="store_true", help="candidates by several ways")
    parser.add_argument("--vectors", action="store_true", help="by vectors as well")
    asked = parser.parse_args()
    if asked.growth:
        with tempfile.TemporaryDirectory() as scratch:
            table = growth(asked.sizes, asked.keep or Path(scratch) / "konon.db")
    else:
        made = list(some(asked.reports))
        table = ways(made, vectors=asked.vectors) if asked.ways else found(made)
    Console().print(table)


def some(reports: int) -> Iterator[Family]:
    """Families of some so many reports in all."""
    for family in families(SEED):
        yield family
        if family.reports[-1].number + 1 >= reports:
            return


def record(printed: Printed) -> Record:
    """The record of a report, of which lineage needs no more than the document."""
    return Record(konon=konon.__version__, document=Document.of(
        printed.text, language="id", outlet=printed.outlet, title=printed.title, published=printed.published,
        url=f"https://{printed.outlet.lower().replace(' ', '')}.example/{printed.number}",
    ))  # fmt: skip


@dataclass(slots=True)
class Score:
    """What was found of the pairs of a kind."""

    pairs: int = 0
    found: int = 0
    right: int = 0
    wrong: int = 0
    unknown: int = 0


def found(made: Sequence[Family]) -> Table:
    """Precision and recall of pairs with one text underneath, and how often it is told right who copied whom."""
    reports = list(chain.from_iterable(family.reports for family in made))
    with tempfile.TemporaryDirectory() as scratch, Archive(Path(scratch) / "konon.db", create=True) as archive:
        ids = {archive.add(record(report))[0]: report.number for report in reports}
        for _ in track(archive.derive(), total=len(reports), transient=True, console=Console(stderr=True)):
            pass
        pairs = {(ids[row["origin"]], ids[row["copy"]]): row["direction"] for row in archive.table("reprints").rows()}
    kinds = dict(chain.from_iterable(_kinds(family) for family in made))
    scores: dict[str, Score] = {kind: Score() for kind in sorted(set(kinds.values()))}
    for pair, kind in kinds.items():
        _count(scores[kind], pair, pairs)
    same = sum(score.found for kind, score in scores.items() if kind != BOTH_OWN)
    everything = sum(score.pairs for kind, score in scores.items() if kind != BOTH_OWN)
    precision, recall_ = same / len(pairs), same / everything
    table = Table("pairs", "there are", "found", "share", "direction right", "wrong", "not told",
                  title=f"{len(reports):,} invented reports, {len(made):,} stories")  # fmt: skip
    for kind, score in scores.items():
        told = (
            ["", "", ""]
            if kind in {BOTH_OWN, "of common origin"}
            else map(str, (score.right, score.wrong, score.unknown))
        )
        table.add_row(kind, str(score.pairs), str(score.found), f"{score.found / score.pairs:.1%}", *told)
    others = len(pairs) - same - scores[BOTH_OWN].found
    table.add_row("reports of different stories", "all others", str(others), "", "", "", "")
    table.add_section()
    table.add_row("the same text underneath", str(everything), str(same), f"precision {precision:.3f}",
                  f"recall {recall_:.3f}", f"F1 {2 * precision * recall_ / (precision + recall_):.3f}", "")  # fmt: skip
    return table


def _kinds(family: Family) -> Iterator[tuple[tuple[int, int], str]]:
    numbers = sorted(report.number for report in family.reports)
    for pair in combinations(numbers, 2):
        yield pair, family.copies.get(pair) or ("of common origin" if pair in family.common else BOTH_OWN)


def _count(score: Score, pair: tuple[int, int], pairs: dict[tuple[int, int], str]) -> None:
    score.pairs += 1
    right, turned = pairs.get(pair), pairs.get(pair[::-1])
    score.found += (right or turned) is not None
    score.right += right == "copied"
    score.wrong += turned == "copied" or right == "common"
    score.unknown += right == "unknown"


def ways(made: Sequence[Family], *, vectors: bool) -> Table:
    """Which share of pairs each way finds among its first twenty candidates."""
    reports = list(chain.from_iterable(family.reports for family in made))
    kinds = {pair: kind for family in made for pair, kind in _kinds(family) if kind != BOTH_OWN}
    names = sorted(set(kinds.values()))
    total = Counter(kinds.values())
    table = Table("way", "numbers", *names, "all", "candidates", title=f"{len(reports):,} invented reports")

    def add(name: str, hits: Counter[str], numbers: float, candidates: float) -> None:
        shares = [f"{hits[kind] / total[kind]:.1%}" for kind in names]
        table.add_row(name, f"{numbers:.0f}", *shares, f"{hits.total() / total.total():.1%}", f"{candidates:.1f}")

    for name, way in WAYS.items():
        add(name, *recall(way, reports, kinds))
    if vectors:
        # They need what a small installation does not have.
        from reprints.vectors import recalls

        for name, hits in recalls(reports, kinds).items():
            add(f"vectors of {name}", hits, 384, 20)
    return table


def growth(sizes: Sequence[int], file: Path) -> Table:
    """How long it takes to compare a report with the archive, in archives of several sizes."""
    columns = ("reports", "a report: mean", "median", "95th percentile", "kept for a report, KB")
    table = Table(*columns, title="Comparing a new report, processor time")
    errors = Console(stderr=True)
    with Archive(file, create=True) as archive:
        held = archive.status().versions
        # Reports are the same for the same seed: an archive that was kept is gone on with.
        made = map(record, islice(chain.from_iterable(family.reports for family in families(SEED)), held, None))
        for size in sizes:
            more = islice(made, max(0, size - held))
            held += fill(archive, track(more, total=size - held, transient=True, console=errors))
            times = [_timed(archive, report) for report in islice(made, MEASURED)]
            figures = mean(times), median(times), quantiles(times, n=100)[94]
            told = [f"{1000 * figure:.1f} ms" for figure in figures]
            row = (f"{held:,}", *told, f"{archive.status().bytes / 1024 / held:.1f}")
            errors.print(" | ".join(row))
            table.add_row(*row)
            held += len(times)
    return table


def _timed(archive: Archive, new: Record) -> float:
    archive.add(new)
    start, spent = time.process_time(), 0.0
    for name in archive.derive():
        if name == Reprints.name:
            spent = time.process_time() - start
    return spent


if __name__ == "__main__":
    main()
