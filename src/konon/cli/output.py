"""Rows as they are printed: a table for people, JSON and CSV for programs."""

import csv
import json
import shutil
import sys
from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated, Any

import typer

_PIPE_WIDTH = 160


class Rows(StrEnum):
    """How rows are written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


ToRows = Annotated[Rows, typer.Option("--to", help="How it is written.")]
Where = Annotated[
    str | None,
    typer.Option("--archive", metavar="FILE|URL", help="The archive; else KONON_ARCHIVE, konon.toml, or konon.db."),
]


def write_rows(rows: Sequence[dict[str, Any]], to: Rows, *, columns: Sequence[str]) -> None:
    """Print rows; a table shows these columns, JSON and CSV have all there are."""
    if to is Rows.JSON:
        typer.echo(json.dumps(rows, indent=1, ensure_ascii=False))
    elif to is Rows.CSV:
        names = list(rows[0]) if rows else list(columns)
        writer = csv.DictWriter(sys.stdout, names, lineterminator="\n")
        writer.writeheader()
        writer.writerows({name: _plain(value) for name, value in row.items()} for row in rows)
    elif rows:
        _table(rows, columns)


def _table(rows: Sequence[dict[str, Any]], columns: Sequence[str]) -> None:
    # Only tables need it.
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text(_plain(row[column])) for column in columns))
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else _PIPE_WIDTH
    Console(width=width, file=sys.stdout).print(table)


def _plain(value: object) -> str:
    if isinstance(value, tuple | list):
        return " → ".join(map(str, value))
    return "" if value is None else str(value)
