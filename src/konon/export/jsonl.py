"""JSON lines: a record a line."""

from collections.abc import Iterable, Iterator

from konon.export.base import Exporter, Sheet
from konon.record import Record


def write(records: Iterable[Record], sheet: Sheet) -> Iterator[str]:  # noqa: ARG001 - a line is one on any sheet
    """Each record as a line of JSON, as soon as it is there."""
    return (f"{record.to_json()}\n" for record in records)


EXPORTER = Exporter("jsonl", "JSON lines, a record a line, written as they are read", write, streams=True)
