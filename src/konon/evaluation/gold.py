"""Gold reports and gold records, as a gold folder keeps them.

A gold folder holds `reports.jsonl` (or `report.jsonl`): a report a line, {doc, text, outlet, url, published, title …};
and `gold.jsonl`: a gold record a line, its entities by name, its places as offsets. A gold record belongs to the report
with the same `doc`, and its `sha256` is that of the report's text.
"""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from konon.errors import GoldError
from konon.record.model import Span

REPORTS = ("reports.jsonl", "report.jsonl")
GOLD = "gold.jsonl"


class _Gold(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class GoldEntity(_Gold):
    """An entity by its fullest name, with its other names in the report."""

    name: str
    kind: str
    aliases: tuple[str, ...] = ()


class GoldLink(_Gold):
    """A medium or relay between the mouth and the page."""

    role: str
    name: str | None = None
    span: Span | None = None


class GoldStatement(_Gold):
    """A statement; `source` is a name."""

    content: tuple[Span, ...]
    cue: Span | None = None
    form: str | None
    act: str | None
    source: str | None
    source_span: Span | None = None
    chain: tuple[GoldLink, ...] = ()
    date: str | None = None


class GoldEvent(_Gold):
    """An event; `attributed_to` names the source of the statement that it stands in."""

    type: str
    trigger: Span | None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    status: str | None = None
    attributed_to: str | None = None
    date: str | None = None


class GoldCount(_Gold):
    """A number of people."""

    span: Span | None
    minimum: int | None
    maximum: int | None
    kind: str
    attributed_to: str | None = None


class GoldRelation(_Gold):
    """A tie between two entities, by name."""

    subject: str
    type: str
    object: str
    evidence: Span | None = None


class GoldReport(_Gold):
    """One report's gold record with the report's text and what is known of it."""

    doc: str
    part: str | None = None
    sha256: str
    text: str = ""
    entities: tuple[GoldEntity, ...] = ()
    statements: tuple[GoldStatement, ...] = ()
    events: tuple[GoldEvent, ...] = ()
    counts: tuple[GoldCount, ...] = ()
    relations: tuple[GoldRelation, ...] = ()

    @property
    def aliases(self) -> dict[str, list[str]]:
        """The other names of an entity by each of its names."""
        names = {entity.name: list(entity.aliases) for entity in self.entities}
        for entity in self.entities:
            for alias in entity.aliases:
                names.setdefault(alias, [entity.name, *entity.aliases])
        return names


def load_gold(folder: Path, *, part: str | None = None) -> list[GoldReport]:
    """The gold reports of a folder, in its order; GoldError names what is missing or broken."""
    texts = {str(line.get("doc")): str(line.get("text", "")) for line in _lines(reports_file(folder))}
    golds = [_gold(line, texts, folder / GOLD) for line in _lines(folder / GOLD)]
    chosen = [gold for gold in golds if part is None or gold.part == part]
    if not chosen:
        parts = ", ".join(sorted({gold.part for gold in golds if gold.part})) or "none"
        raise GoldError(f"no gold report of the part {part!r}.", subject=str(folder), remedy=f"Parts: {parts}.")
    return chosen


def reports_file(folder: Path) -> Path:
    """The file that holds the reports of a gold folder."""
    for name in REPORTS:
        if (folder / name).is_file():
            return folder / name
    raise GoldError(f"no {REPORTS[0]}.", subject=str(folder), remedy="Name a folder that holds it and gold.jsonl.")


def _lines(file: Path) -> Iterator[dict[str, Any]]:
    try:
        lines = file.read_text(encoding="utf-8").split("\n")
    except OSError as error:
        raise GoldError(f"can't be read: {error.strerror}.", subject=str(file)) from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield dict(json.loads(line))
        except (ValueError, TypeError) as error:
            raise GoldError(f"not a JSON object: {error}.", subject=f"{file}, line {number}") from error


def _gold(line: dict[str, Any], texts: dict[str, str], file: Path) -> GoldReport:
    subject = f"{file}, {line.get('doc')}"
    try:
        gold = GoldReport.model_validate({**line, "text": texts.get(str(line.get("doc")), "")})
    except ValidationError as error:
        raise GoldError(f"not a gold record: {error}", subject=subject) from error
    if hashlib.sha256(gold.text.encode()).hexdigest() != gold.sha256:
        raise GoldError("its report is missing or has another text.", subject=subject)
    return gold
