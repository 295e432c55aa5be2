"""`konon add` and `konon reread`: reports into the archive."""

from collections import Counter
from collections.abc import Iterator
from typing import Annotated

import typer

from konon.archive import Archive
from konon.cli.output import Where
from konon.cli.progress import shown
from konon.cli.read import expected, load_sources, tell
from konon.errors import KononError, ReadingError
from konon.pipeline import VERSION, read, read_many
from konon.record import Document
from konon.settings import Settings


def add(
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCES...", help="Files, addresses of pages, or - for standard input.")
    ],
    archive: Where = None,
    language: Annotated[str | None, typer.Option(metavar="CODE", help="Take reports to be in this language.")] = None,
    workers: Annotated[int, typer.Option(min=1, help="Read with this many processes.")] = 1,
) -> None:
    """Read reports and keep them in the archive, which is made where there is none.

    A report that is kept already changes nothing; a page that changed becomes a new version.
    """
    settings = Settings.gather({"language": language, "archive": archive})
    failures: list[KononError] = []
    tally: Counter[str] = Counter()
    with Archive(settings.archive, create=True) as kept:
        loaded = shown(load_sources(sources, settings), expected(sources))
        for found in read_many(_unknown(kept, loaded, tally), workers=workers):
            if isinstance(found, KononError):
                failures.append(found)
            else:
                tally[kept.add(found)[1]] += 1
        told = f"{tally['new']} new, {tally['version']} new versions, {tally['same']} kept already"
        typer.echo(f"konon: {told}; archive {kept.location}", err=True)
        derived(kept)
    tell(failures)


def reread(archive: Where = None) -> None:
    """Read reports of the archive anew that another version of Konon has read.

    It can be stopped at any time, and goes on where it was.
    """
    settings = Settings.gather({"archive": archive})
    failures: list[KononError] = []
    with Archive(settings.archive) as kept:
        total = kept.status(version=VERSION).older
        found = list(shown(kept.reread(read, version=VERSION), total))
        failures = [outcome for outcome in found if isinstance(outcome, KononError)]
        typer.echo(f"konon: {len(found) - len(failures)} read anew with Konon {VERSION}", err=True)
        derived(kept)
    tell(failures)


def derived(kept: Archive) -> None:
    """Compare what came with what is there."""
    for _ in shown(kept.derive(), kept.waiting(), doing="Comparing"):
        pass


def _unknown(kept: Archive, loaded: Iterator[Document | ReadingError],
             tally: Counter[str]) -> Iterator[Document | KononError]:  # fmt: skip
    """What is not in the archive yet: reading costs more than looking."""
    for found in loaded:
        if isinstance(found, Document) and kept.holds(found):
            tally["same"] += 1
        else:
            yield found
