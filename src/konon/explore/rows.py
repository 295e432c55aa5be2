"""What a search finds as files: CSV and JSON as they come, Parquet with pyarrow."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, fields
from itertools import chain
from typing import Any, Literal

from fastapi.responses import StreamingResponse

from konon.archive import Archive, FoundReport, FoundStatement, Page
from konon.errors import ServerError
from konon.explore.asked import Asked

Sought = Literal["statements", "reports"]
Form = Literal["csv", "json", "parquet"]
Row = dict[str, Any]
_STEP = 1000
_MEDIA = {"csv": "text/csv; charset=utf-8", "json": "application/json", "parquet": "application/vnd.apache.parquet"}
# A sheet takes what begins so for a formula, and runs it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def written(kept: Archive, asked: Asked, *, sought: Sought, form: Form) -> StreamingResponse:
    """The answer that holds all that a search finds; QueryError before its first byte."""
    rows = _rows(kept, asked, sought=sought)
    first = list(next_rows(rows))
    columns = [field.name for field in fields(FoundReport if sought == "reports" else FoundStatement)]
    write: dict[str, Callable[[Iterator[Row], list[str]], Iterator[bytes]]] = {
        "csv": _csv, "json": _json, "parquet": _parquet,
    }  # fmt: skip
    pieces = write[form](chain(first, rows), columns)
    headers = {"Content-Disposition": f'attachment; filename="konon-{sought}.{form}"'}
    # The first piece is made before the answer begins, so that an error can still be told.
    return StreamingResponse(chain([next(pieces)], pieces), media_type=_MEDIA[form], headers=headers)


def next_rows(rows: Iterator[Row]) -> Iterator[Row]:
    """The first row, where there is one."""
    if (row := next(rows, None)) is not None:
        yield row


def _rows(kept: Archive, asked: Asked, *, sought: Sought) -> Iterator[Row]:
    after: str | None = None
    while True:
        seek: Callable[..., Page[Any]] = kept.search_reports if sought == "reports" else kept.search
        page = seek(asked.query, size=_STEP, after=after, stems=asked.stems)
        yield from map(asdict, page.items)
        after = page.next
        if after is None:
            return


def _csv(rows: Iterator[Row], columns: list[str]) -> Iterator[bytes]:
    lines = io.StringIO()
    writer = csv.DictWriter(lines, columns)
    writer.writeheader()
    # Without this mark a sheet takes the letters for those of another alphabet.
    yield b"\xef\xbb\xbf" + lines.getvalue().encode()
    for row in rows:
        lines.seek(0)
        lines.truncate()
        writer.writerow({name: _cell(value) for name, value in row.items()})
        yield lines.getvalue().encode()


def _cell(value: object) -> object:
    text = " → ".join(map(str, value)) if isinstance(value, tuple) else value
    return f"'{text}" if isinstance(text, str) and text.startswith(_FORMULA) else text


def _json(rows: Iterator[Row], _columns: list[str]) -> Iterator[bytes]:
    yield b"["
    for number, row in enumerate(rows):
        yield (",\n" if number else "\n").encode() + json.dumps(row, ensure_ascii=False).encode()
    yield b"\n]\n"


def _parquet(rows: Iterator[Row], columns: list[str]) -> Iterator[bytes]:
    # Large, and seldom wanted.
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise ServerError("is not installed.", subject="pyarrow", remedy="pip install 'konon[tables]'") from error
    numbers, lists, truths = {"version", "statements", "reports"}, {"through"}, {"newest"}
    kinds = [(name, pa.int64() if name in numbers else pa.bool_() if name in truths else
              pa.list_(pa.string()) if name in lists else pa.string()) for name in columns]  # fmt: skip
    table = pa.Table.from_pylist(list(rows), schema=pa.schema(kinds))
    file = io.BytesIO()
    parquet.write_table(table, file)
    yield file.getvalue()
