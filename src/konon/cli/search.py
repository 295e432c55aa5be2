"""`konon search` and `konon history`: what is in the archive."""

from dataclasses import asdict
from enum import StrEnum
from itertools import pairwise
from typing import Annotated

import typer

from konon.archive import Archive
from konon.cli.output import Rows, ToRows, Where, write_rows
from konon.settings import Settings

_STATEMENT_COLUMNS = ("day", "source", "act", "content", "through", "outlet", "statement")
_REPORT_COLUMNS = ("day", "outlet", "title", "statements", "url", "report")
_CHANGE_COLUMNS = ("from", "to", "kind", "before", "after")


class Kind(StrEnum):
    """What is sought."""

    STATEMENTS = "statements"
    REPORTS = "reports"


def search(  # noqa: PLR0917 - one command, whose options Typer gives by name
    query: Annotated[str, typer.Argument(help="Words and fields, such as 'source:Qaani act:promise'.")],
    in_: Annotated[Kind, typer.Option("--in", help="What is sought.")] = Kind.STATEMENTS,
    stems: Annotated[bool, typer.Option("--stems", help="Seek words by their stems.")] = False,
    size: Annotated[int, typer.Option(min=1, max=10_000, help="How many at most.")] = 50,
    after: Annotated[str | None, typer.Option(metavar="PLACE", help="Go on here, as told by the page before.")] = None,
    to: ToRows = Rows.TABLE,
    archive: Where = None,
) -> None:
    """Find statements or reports in the archive, the newest first.

    Fields: source, about, act, relay, outlet, kind, country, after, before. A minus excludes, a comma gives a choice,
    ~word is sought by its stem, word* by its beginning, "some words" stand behind each other.
    """
    with Archive(Settings.gather({"archive": archive}).archive) as kept:
        seek = kept.search if in_ is Kind.STATEMENTS else kept.search_reports
        page = seek(query, size=size, after=after, stems=stems)
    columns = _STATEMENT_COLUMNS if in_ is Kind.STATEMENTS else _REPORT_COLUMNS
    write_rows([asdict(item) for item in page.items], to, columns=columns)
    more = f"; go on with --after {page.next}" if page.next else ""
    total = page.total if page.exact else f"more than {page.total}"
    typer.echo(f"konon: {len(page.items)} of {total} {in_.value}{more}", err=True)


def history(
    report: Annotated[str, typer.Argument(metavar="URL", help="The page, or a report of it.")],
    to: ToRows = Rows.TABLE,
    archive: Where = None,
) -> None:
    """Tell the versions of a page, and which wordings changed from one to the next."""
    with Archive(Settings.gather({"archive": archive}).archive) as kept:
        versions = kept.history(report)
        rows = [
            {"from": earlier.version, "to": later.version, **asdict(change)}
            for earlier, later in pairwise(versions)
            for change in kept.changes(earlier.report, later.report)
        ]
    for version in versions:
        typer.echo(f"konon: version {version.version}, added {version.added}, {version.report}", err=True)
    write_rows(rows, to, columns=_CHANGE_COLUMNS)
