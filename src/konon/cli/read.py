"""`konon read`: reports in, records out."""

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Annotated

import typer

from konon.cli.progress import shown
from konon.errors import KononError, ReadingError, RegistryError, SourceError
from konon.examples import REPORT
from konon.export import Exporter, Sheet, exporters
from konon.pipeline import read_many
from konon.reading import HttpFetch, load_many, read_stream
from konon.record import Document, Record, cut
from konon.settings import Settings

_WIDEST = 120
_PIPE_WIDTH = 100

Loaded = Document | ReadingError
To = Annotated[str | None, typer.Option(metavar="FORMAT", help=f"One of {', '.join(exporters.names())}.")]
Explain = Annotated[bool, typer.Option("--explain", help="Tell how sure each part is, and what decided it.")]
Least = Annotated[
    float | None,
    typer.Option(min=0.0, max=1.0, metavar="CHANCE", help="Leave out what is less sure than this, such as 0.7."),
]
Output = Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to a file.")]


def read(
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCES...", help="Files, addresses of pages, or - for standard input.")
    ],
    *,
    to: To = None,
    output: Output = None,
    language: Annotated[str | None, typer.Option(metavar="CODE", help="Take reports to be in this language.")] = None,
    workers: Annotated[int, typer.Option(min=1, help="Read with this many processes.")] = 1,
    explain: Explain = False,
    least: Least = None,
) -> None:
    """Read reports: text, HTML pages, or JSON lines with a report each.

    Shows an account of each, or writes it as --to says; -o report.html alone says it too.
    """
    exporter = _exporter(to, output)
    settings = Settings.gather({"language": language})
    loaded = load_sources(sources, settings)
    several = None
    if not exporter.streams:
        first = list(islice(loaded, 2))
        several = len(first) > 1
        loaded = chain(first, loaded)
    failures: list[KononError] = []
    records = shown(_records(loaded, workers, failures), expected(sources))
    if least is not None:
        records = (cut(record, least) for record in records)
    _write(records, exporter, sheet=_sheet(output, several=several, explain=explain), output=output)
    tell(failures)


def example(to: To = None, output: Output = None, explain: Explain = False) -> None:
    """Read the report that ships with Konon, to see what a record is."""
    read([str(REPORT)], to=to, output=output, explain=explain)


def _exporter(to: str | None, output: Path | None) -> Exporter:
    suffix = output.suffix.removeprefix(".") if output else ""
    try:
        return exporters.get(to or (suffix if suffix in exporters.names() else "text"))
    except RegistryError as error:
        raise typer.BadParameter(str(error), param_hint="--to") from error


def load_sources(sources: Iterable[str], settings: Settings) -> Iterator[Loaded]:
    """The reports of files, pages and standard input; what can't be had is an error in its place."""
    # One fetcher for all, since it keeps the delay between requests to one host.
    fetch = HttpFetch(settings)
    for source in sources:
        if source == "-":
            yield from read_stream(sys.stdin.buffer, "standard input", settings=settings)
        else:
            yield from load_many([source], fetch=fetch, settings=settings)


def _records(loaded: Iterable[Loaded], workers: int, failures: list[KononError]) -> Iterator[Record]:
    for found in read_many(loaded, workers=workers):
        if isinstance(found, Record):
            yield found
        else:
            failures.append(found)


def expected(sources: Iterable[str]) -> int | None:
    """How many reports there will be; None where that can't be told."""
    total = 0
    for source in map(Path, sources):
        if str(source) == "-":
            return None
        if source.suffix in {".jsonl", ".ndjson"} and source.is_file():
            with source.open("rb") as lines:
                total += sum(1 for line in lines if line.strip())
        else:
            total += 1
    return total


def _write(records: Iterator[Record], exporter: Exporter, *, sheet: Sheet, output: Path | None) -> None:
    first = next(records, None)
    if first is None:
        return
    pieces = exporter.write(chain([first], records), sheet)
    if output is None:
        for piece in pieces:
            sys.stdout.write(piece)
            sys.stdout.flush()
        return
    try:
        with output.open("w", encoding="utf-8") as file:
            file.writelines(pieces)
    except OSError as error:
        reason = error.strerror or str(error)
        raise SourceError(f"{reason}.", subject=str(output), remedy="Name a file that can be written.") from error


def _sheet(output: Path | None, *, several: bool | None, explain: bool) -> Sheet:
    if output is not None or not sys.stdout.isatty():
        return Sheet(width=_PIPE_WIDTH, several=several, explain=explain)
    width = min(shutil.get_terminal_size((_PIPE_WIDTH, 24)).columns, _WIDEST)
    colour = "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    return Sheet(width=width, colour=colour, several=several, explain=explain)


def tell(failures: list[KononError]) -> None:
    """Tell what could not be read, and end with exit code 1 where there is any."""
    if len(failures) > 1:
        typer.echo(f"konon: {len(failures)} reports could not be read:", err=True)
    for failure in failures:
        typer.echo(f"konon: {failure}", err=True)
    if failures:
        raise typer.Exit(1)
