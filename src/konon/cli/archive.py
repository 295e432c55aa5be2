"""`konon archive`: what an archive holds, whether it is sound, copies of it."""

from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from konon.archive import Archive, Store
from konon.archive.store import no_archive
from konon.cli.gold import gold
from konon.cli.output import Rows, ToRows, Where, write_rows
from konon.cli.progress import shown
from konon.errors import ArchiveError
from konon.pipeline import VERSION
from konon.settings import Settings

archive = typer.Typer(rich_markup_mode=None, no_args_is_help=True, help="Look after the archive.")
archive.command()(gold)


@archive.command()
def status(archive: Where = None, to: ToRows = Rows.TABLE) -> None:
    """Tell what the archive holds, and what waits to be done; changes nothing."""
    with Store(_place(archive)) as store:
        waiting = store.waiting()
        if store.revision() is None:
            raise no_archive(store.subject)
    if waiting:
        rows = [{"what": "waiting", "value": step} for step in waiting]
    else:
        with Archive(_place(archive)) as kept:
            rows = [{"what": what, "value": value} for what, value in asdict(kept.status(version=VERSION)).items()]
    write_rows(rows, to, columns=("what", "value"))


@archive.command()
def check(archive: Where = None) -> None:
    """Check that all reports of the archive are whole and can be found."""
    with Archive(_place(archive)) as kept:
        found = kept.check()
    for line in found:
        typer.echo(line)
    if found:
        raise ArchiveError(f"{len(found)} things are wrong.", subject=kept.location,
                           remedy="Go back to a backup, or add the reports to a new archive.")  # fmt: skip
    typer.echo(f"konon: {kept.location} is sound", err=True)


@archive.command()
def backup(to: Annotated[Path, typer.Argument(metavar="FILE", help="A new file.")], archive: Where = None) -> None:
    """Copy the archive into a new file, while others go on reading and writing."""
    with Archive(_place(archive)) as kept:
        typer.echo(f"konon: kept a copy in {kept.backup(to)}", err=True)


@archive.command()
def copy(
    source: Annotated[str, typer.Argument(metavar="FROM", help="An archive: a file, or the URL of a server.")],
    target: Annotated[str, typer.Argument(metavar="TO", help="Another one, which is made where there is none.")],
) -> None:
    """Copy all reports of an archive into another one, such as from a file to a server; can be gone on with."""
    with Archive(source) as kept, Archive(target, create=True) as other:
        done = Counter(outcome for _, outcome in shown(kept.copy(other), kept.status().versions))
    there = f", {done['same']} were there already" if done["same"] else ""
    typer.echo(f"konon: {done['new'] + done['version']} reports copied to {other.location}{there}", err=True)


@archive.command()
def upgrade(archive: Where = None) -> None:
    """Bring the tables of an archive that an older Konon made up to date."""
    with Store(_place(archive)) as store:
        waiting = store.waiting()
        store.upgrade()
    typer.echo(f"konon: {len(waiting)} steps done; the archive is up to date", err=True)


def _place(archive: str | None) -> str:
    return Settings.gather({"archive": archive}).archive
