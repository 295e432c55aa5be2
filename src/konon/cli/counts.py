"""`konon counts`: who gave which number of people when, for an event."""

import sys
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from konon.archive import Archive, Counts
from konon.cli.output import Rows, Where, write_rows
from konon.compare.tolls import Contest, Figure, Revision
from konon.errors import PlotError
from konon.plot import draw, told
from konon.record.vocabulary import COUNT_KINDS
from konon.settings import Settings

_COLUMNS = ("day", "kind", "number", "of", "teller", "outlet", "words", "remark", "report")


class To(StrEnum):
    """How counts are written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    PNG = "png"
    SVG = "svg"


def counts(  # noqa: PLR0917 - one command, whose options Typer gives by name
    event: Annotated[str, typer.Argument(metavar="EVENT", help="As `konon events` gives it.")],
    to: Annotated[To | None, typer.Option("--to", help="How they are written; else by the file's name.")] = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to a file.")] = None,
    kind: Annotated[str | None, typer.Option(metavar="KIND", help="Only these, such as killed.")] = None,
    title: Annotated[str | None, typer.Option(metavar="WORDS", help="The title of a picture.")] = None,
    source: Annotated[str | None, typer.Option(metavar="WORDS", help="The source that a picture tells.")] = None,
    archive: Where = None,
) -> None:
    """Tell who gave which number of people when for an event, what is contested, and who changed a number.

    A picture (png, svg) shows the numbers of one kind, each teller's as a line with steps.
    """
    if kind is not None and kind not in COUNT_KINDS:
        raise typer.BadParameter(f"there are: {', '.join(COUNT_KINDS)}.", param_hint="--kind")
    form = to or _form_of(output)
    with Archive(Settings.gather({"archive": archive}).archive) as kept:
        found = kept.counts(event)
    if form in {To.PNG, To.SVG}:
        picture = draw(found, form="png" if form is To.PNG else "svg", kind=kind, title=title, source=source)
        _write(picture, output)
        return
    if output is not None:
        raise typer.BadParameter("only pictures are written to a file; redirect the output.", param_hint="-o")
    _tell(found, Rows(form.value), kind)


def _form_of(output: Path | None) -> To:
    suffix = output.suffix.removeprefix(".") if output else ""
    return To(suffix) if suffix in {To.PNG, To.SVG} else To.TABLE


def _write(picture: bytes, output: Path | None) -> None:
    if output is None and sys.stdout.isatty():
        raise typer.BadParameter("a picture is no text: name a file.", param_hint="-o")
    if output is None:
        sys.stdout.buffer.write(picture)
        return
    try:
        output.write_bytes(picture)
    except OSError as error:
        reason = error.strerror or str(error)
        raise PlotError(f"{reason}.", subject=str(output), remedy="Name a file that can be written.") from error


def _tell(found: Counts, to: Rows, kind: str | None) -> None:
    rows = [_row(figure, found) for figure in found.figures if kind in {None, figure.kind}]
    write_rows(rows, to, columns=_COLUMNS)
    for contest in found.contested:
        if kind in {None, contest.kind}:
            typer.echo(f"konon: contested: {_contest(contest)}", err=True)
    for revision in found.revised:
        if kind in {None, revision.kind}:
            typer.echo(f"konon: revised: {_revision(revision)}", err=True)


def _row(figure: Figure, found: Counts) -> dict[str, Any]:
    remarks = {
        "part of another": figure.part,
        "contested": any(figure in {contest.low, contest.high} for contest in found.contested),
        "revised": any(figure == revision.after for revision in found.revised),
        f"since {figure.since}": figure.since is not None,
        f"tied by {figure.tie}": figure.tie in {"paragraph", "report"},
    }  # fmt: skip
    remark = ", ".join(words for words, holds in remarks.items() if holds)
    teller = f"{figure.teller} (itself)" if figure.itself else figure.teller
    return {**asdict(figure), "number": told(figure), "teller": teller, "remark": remark}


def _contest(contest: Contest) -> str:
    days = contest.first if contest.first == contest.last else f"{contest.first} to {contest.last}"
    whom = f" ({contest.like})" if contest.like else ""
    low, high = (f"{told(figure)} by {figure.teller}" for figure in (contest.low, contest.high))
    return f"{contest.kind}{whom}, {days}: {low}, {high}"


def _revision(revision: Revision) -> str:
    before, after = (f"{told(figure)} on {figure.day}" for figure in (revision.before, revision.after))
    return f"{revision.kind} by {revision.teller}: {before}, {after}"
