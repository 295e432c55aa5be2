"""The records that are scored: read afresh from a gold folder's reports, or taken from a file."""

import hashlib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from pydantic import ValidationError

from konon.errors import GoldError, ReadingError
from konon.evaluation.gold import GoldReport, reports_file
from konon.pipeline import read
from konon.reading import load_many
from konon.record.document import Document
from konon.record.record import Record


def read_records(
    folder: Path, golds: Collection[GoldReport], *, instead: Mapping[str, str] | None = None
) -> Iterator[Record]:
    """A record of each report that is among the gold ones; what can't be read is left out, and so scored as missing.

    `instead` holds texts that are read in place of the reports', by the SHA-256 of those.
    """
    wanted = {gold.sha256: gold.text for gold in golds} if instead is None else instead
    for document in load_many([reports_file(folder)], form="jsonl"):
        if isinstance(document, ReadingError):
            continue
        text = wanted.get(hashlib.sha256(document.text.encode()).hexdigest())
        if text is not None:
            yield read(document if text == document.text else _with_text(document, text))


def _with_text(document: Document, text: str) -> Document:
    return Document.of(text, **document.model_dump(exclude={"id", "text"}))


def load_records(file: Path) -> Iterator[Record]:
    """The records of a file with a record a line; GoldError names the line that is none."""
    try:
        with file.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _record(line, f"{file}, line {number}")
    except OSError as error:
        raise GoldError(f"can't be read: {error.strerror}.", subject=str(file)) from error


def _record(line: str, subject: str) -> Record:
    try:
        return Record.from_json(line)
    except ValidationError as error:
        remedy = "Write records with: konon read REPORTS --to jsonl"
        raise GoldError(f"not a record: {error.errors()[0]['msg']}.", subject=subject, remedy=remedy) from error
