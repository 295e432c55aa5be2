"""JSON: an object for one document, an array for several."""

from collections.abc import Iterable, Iterator

from konon.export.base import Exporter, Sheet
from konon.record import Record


def write(records: Iterable[Record], sheet: Sheet) -> Iterator[str]:
    """The records as one indented JSON value."""
    several = sheet.several
    if several is None:
        records = list(records)
        several = len(records) != 1
    yield from _array(records) if several else (f"{record.to_json(indent=2)}\n" for record in records)


def _array(records: Iterable[Record]) -> Iterator[str]:
    opening = "[\n"
    for record in records:
        yield opening + record.to_json(indent=2)
        opening = ",\n"
    yield "[]\n" if opening == "[\n" else "\n]\n"


EXPORTER = Exporter("json", "JSON, an object for one document and an array for several", write)
