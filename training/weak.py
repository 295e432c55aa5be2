"""Reports without annotations, labelled by what Konon's rules read: many, and mostly right, where the gold is few.

Only what rules read well is taken from them: parts of statements, acts, links, counts and ties. Names and events are
learnt from the gold alone, since rules miss as many as they find.
"""

import json
from pathlib import Path
from typing import Any

from konon import Record, read
from training.parts import label_parts
from training.reports import plain
from training.samples import Sample

# What is not learnt from rules.
_LEFT = ("names", "nominal", "event", "status", "mode")


def weak_samples(data: Path, work: Path, suffixes: tuple[str, ...]) -> list[Sample]:
    """The raw reports that aren't among the gold ones, as samples; the records are kept in `work/weak.jsonl`."""
    file = work / "weak.jsonl"
    if not file.is_file():
        file.write_text("\n".join(read(text).to_json() for text in _texts(data)), encoding="utf-8")
    rows = file.read_text(encoding="utf-8").split("\n")
    return [_sample(Record.from_json(row), suffixes) for row in rows]


def _texts(data: Path) -> list[str]:
    """The texts of raw reports, without those that begin like a gold one of any part."""
    gold, raw = (
        [json.loads(line)["text"] for line in (data / folder / "reports.jsonl").read_text("utf-8").splitlines()]
        for folder in ("gold", "raw")
    )
    known = {text[:200] for text in gold}
    return [text for text in raw if text[:200] not in known]


def _sample(record: Record, suffixes: tuple[str, ...]) -> Sample:
    text = record.document.text
    sample = plain(text, [], suffixes)
    mentions = sorted(
        (mention.start, mention.end, entity.id)
        for entity in record.entities for mention in entity.mentions if mention.form != "pronoun"
    )  # fmt: skip
    label_parts(sample, text, as_gold(record), mentions)
    for task in _LEFT:
        sample.labels[task].clear()
    sample.marks.pop("trigger", None)
    return sample


def as_gold(record: Record) -> dict[str, Any]:
    """A record in the gold's form, entities by their ids."""
    told = record.model_dump(mode="json")
    for statement in told["statements"]:
        statement["chain"] = [
            link | {"span": link} for link in statement["chain"]
            if link["role"] in {"medium", "relay"} and link["start"] is not None
        ]  # fmt: skip
    for count in told["counts"]:
        count["span"] = count
    for relation in told["relations"]:
        relation["evidence"] = relation
    return told
