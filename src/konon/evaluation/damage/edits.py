"""Changes to a report's text, with all places of its gold record carried along."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from konon.evaluation.gold import GoldReport


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Words that take the place `start:end`; without words it is lost, and an empty place is one to put words in."""

    start: int
    end: int
    words: str = ""


def carried(gold: GoldReport, edits: Iterable[Edit]) -> GoldReport:
    """The report with its text changed; the edits must not overlap. A place of which nothing is left is gone."""
    ordered = sorted(edits)
    if not ordered:
        return gold
    text = _changed(gold.text, ordered)
    fields = _moved(gold.model_dump(exclude={"text", "sha256"}), ordered)
    return GoldReport.model_validate({**fields, "text": text, "sha256": hashlib.sha256(text.encode()).hexdigest()})


def _changed(text: str, edits: list[Edit]) -> str:
    pieces, at = [], 0
    for edit in edits:
        pieces += [text[at : edit.start], edit.words]
        at = edit.end
    return "".join([*pieces, text[at:]])


def _moved(node: Any, edits: list[Edit]) -> Any:  # noqa: ANN401 - any part of a dumped model
    if isinstance(node, dict):
        return _place(node, edits) if set(node) == {"start", "end"} else {k: _moved(v, edits) for k, v in node.items()}
    if isinstance(node, list | tuple):
        return [moved for part in node if (moved := _moved(part, edits)) is not None]
    return node


def _place(span: dict[str, int], edits: list[Edit]) -> dict[str, int] | None:
    start = _offset(span["start"], edits, begins=True)
    end = _offset(span["end"], edits, begins=False)
    return {"start": start, "end": end} if start < end else None


def _offset(offset: int, edits: list[Edit], *, begins: bool) -> int:
    """Where an offset has come to; what was put in right before a place or right behind it is outside."""
    shift = 0
    for edit in edits:
        inserted = edit.start == edit.end == offset
        if edit.end < offset or (edit.end == offset and (begins or not inserted)):
            shift += len(edit.words) - (edit.end - edit.start)
        elif edit.start < offset:
            return edit.start + shift + min(offset - edit.start, len(edit.words))
    return offset + shift
