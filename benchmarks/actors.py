"""How well names of many reports are put together as actors: pairwise precision, recall and F1, and what it costs.

    python benchmarks/actors.py                 the table
    python benchmarks/actors.py --mistakes      with the pairs that are wrong

Names are kept in an archive, in invented reports, and put together as reports come. Those of the gazetteer come
without their entries: names of one entry that are spelled alike, or the initials of each other, are of one actor; names
of other entries that are like them are not. Invented persons have last names that others have too, and spellings.
"""

import argparse
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Table
from sqlalchemy import select

from generated.named import Pair, Reported, reported
from konon.archive import Archive, schema


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mistakes", action="store_true", help="print the pairs that are wrong")
    asked = parser.parse_args()
    made = reported(1)
    with tempfile.TemporaryDirectory() as scratch, Archive(Path(scratch) / "konon.db", create=True) as archive:
        rates = list(kept(archive, made))
        actors = actors_of(archive)
        doubtful = {frozenset((row.one, row.other)) for row in archive.doubtful_actors(size=100_000)}
    table = Table("pairs", "same", "other", "precision", "recall", "F1", "same, but for a person to say")
    for row in rows(made.pairs, actors, doubtful):
        table.add_row(*row)
    console = Console()
    console.print(table)
    console.print(f"reports whose names were settled, a second of the processor's time: {rates[0]:.0f} of the first "
                  f"{len(made.records) // 4}, {rates[-1]:.0f} of the last of {len(made.records)}")  # fmt: skip
    if asked.mistakes:
        for pair in made.pairs:
            if (actors[pair.one] == actors[pair.other]) != pair.same:
                console.print(f"{pair.kind}: {pair.one_name} | {pair.other_name}: "
                              f"{'missed' if pair.same else 'wrongly joined'}")  # fmt: skip


def kept(archive: Archive, made: Reported) -> Iterator[float]:
    """Keep all reports and settle who they name; gives how many of each quarter of them were settled a second."""
    part = len(made.records) // 4
    for first in range(0, 4 * part, part):
        for record in made.records[first : first + part]:
            archive.add(record)
        start = time.process_time()
        for _ in track(archive.derive(), total=part, transient=True, console=Console(stderr=True)):
            pass
        yield part / (time.process_time() - start)


def actors_of(archive: Archive) -> dict[str, int]:
    """The actor of each name, by the name's id."""
    with archive._store.read() as connection:  # noqa: SLF001 - the row itself, as it follows from decisions
        return dict(connection.execute(select(schema.name.c.id, schema.name.c.actor)).all())


def rows(pairs: Sequence[Pair], actors: dict[str, int], doubtful: set[frozenset[str]]) -> Iterator[tuple[str, ...]]:
    """A row for each kind of pairs, and for all that count."""
    kinds = list(dict.fromkeys(pair.kind for pair in pairs))
    for kind in [*kinds, "all"]:
        of = [pair for pair in pairs if (pair.counts and kind == "all") or pair.kind == kind]
        tally = Counter((pair.same, actors[pair.one] == actors[pair.other]) for pair in of)
        right, wrong, missed = tally[True, True], tally[False, True], tally[True, False]
        precision = right / (right + wrong) if right + wrong else 1.0
        recall = right / (right + missed) if right + missed else 1.0
        both = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        open_ = sum(pair.same and actors[pair.one] != actors[pair.other]
                    and frozenset((pair.one, pair.other)) in doubtful for pair in of)  # fmt: skip
        yield (kind, str(right + missed), str(wrong + tally[False, False]), f"{precision:.3f}", f"{recall:.3f}",
               f"{both:.3f}", str(open_))  # fmt: skip


if __name__ == "__main__":
    main()
