"""Whole reports as samples: names by the record's kinds, sentence ends, and the parts of statements."""

import json
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from konon.language.reader.units import units
from konon.language.words import tokenize
from training.parts import label_parts
from training.samples import Sample

KINDS = ("person", "organization", "armed_group", "state", "place", "media")
ANNOTATIONS = Path(__file__).parent / "annotations" / "reports.jsonl"
WRITTEN = Path(__file__).parent / "annotations" / "written.jsonl"
_DATELINE = 14
_DASHES = frozenset("-–—")
_CLOSING = frozenset('.?!"”')


def gold(folder: Path, part: str) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """The reports of one part with their records."""
    records = {record["doc"]: record for record in _lines(folder / "gold.jsonl")}
    for report in _lines(folder / "reports.jsonl"):
        if report["part"] == part:
            yield report, records[report["doc"]]


def own(folder: Path, part: str) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """The raw reports of one part that this project has annotated, with their records; texts stay in `folder`."""
    texts = {report["doc"]: report for report in _lines(folder / "reports.jsonl")}
    for record in _lines(ANNOTATIONS):
        if record["part"] == part:
            yield texts[record["doc"]], record


def written() -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """The reports that were written for training, with their records: a line holds both."""
    for line in _lines(WRITTEN):
        yield line["report"], line["record"]


def _lines(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def report_samples(report: Mapping[str, Any], record: Mapping[str, Any], suffixes: Sequence[str]) -> list[Sample]:
    """A report's text and its title, each one sample."""
    entities = record["entities"]
    text = plain(report["text"], entities, suffixes)
    _mask_dateline(text)
    label_parts(text, report["text"], record, mentions(report["text"], entities))
    title = plain(report.get("title") or "", entities, suffixes)
    return [sample for sample in (text, title) if sample.units]


def plain(text: str, entities: Sequence[Mapping[str, Any]], suffixes: Sequence[str]) -> Sample:
    """A text's units with its names and, where its lines tell, its sentence ends."""
    sample, places = Sample([]), named(text, entities)
    inside: dict[int, str] = {}
    for start, end, kind in places:
        inside.update({offset: f"{'B' if offset == start else 'I'}-{kind}" for offset in range(start, end)})
    for token in tokenize(text):
        first = len(sample.units)
        sample.units += units(text, suffixes, start=token.start, end=token.end)
        if first < len(sample.units):
            sample.put("names", first, inside.get(token.start, "O"))
            line_ends = not text[token.end :].lstrip(" ").strip("\n") or text[token.end :].lstrip(" ")[:1] == "\n"
            if line_ends and token.text[-1] in _CLOSING:
                sample.put("end", first, 1)
            elif token.kind != "mark" and not line_ends:
                sample.put("end", first, 0)
    return sample


def named(text: str, entities: Sequence[Mapping[str, Any]]) -> list[tuple[int, int, str]]:
    """Where names stand and their kinds, longest first; names of other kinds take their place without a label."""
    forms = {
        form: entity["kind"]
        for entity in entities if entity["kind"] in {*KINDS, "other"}
        for form in (entity["name"], *entity.get("aliases", ())) if _proper(form)
    }  # fmt: skip
    return [place for place in _found(text, forms) if place[2] != "other"]


def mentions(text: str, entities: Sequence[Mapping[str, Any]]) -> list[tuple[int, int, str]]:
    """Where entities of all kinds are named, and their names, longest first."""
    return _found(text, {form: e["name"] for e in entities for form in (e["name"], *e.get("aliases", ())) if form})


def _found(text: str, forms: Mapping[str, str]) -> list[tuple[int, int, str]]:
    """The places of forms in a text with what they stand for, the longest first, none within another."""
    taken: set[int] = set()
    found = []
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text):
            places = range(match.start(), match.end())
            if taken.isdisjoint(places):
                taken.update(places)
                found.append((match.start(), match.end(), forms[form]))
    return sorted(found)


def _proper(form: str) -> bool:
    """Whether a form is a name, not a phrase such as one that only begins a sentence."""
    words = form.split()
    capitals = sum(word[0].isupper() or word[0].isdigit() for word in words)
    return bool(words) and (form[0].isupper() or form[0].isdigit()) and 2 * capitals >= len(words)


def _mask_dateline(sample: Sample) -> None:
    """Unnamed words before a first dash have no label: the report's own outlet stands there, which isn't a name."""
    dash = next((number for number, unit in enumerate(sample.units[:_DATELINE]) if unit.text in _DASHES), 0)
    for number in range(dash):
        if sample.labels["names"].get(number) == "O":
            del sample.labels["names"][number]


def windows(sample: Sample, chance: random.Random) -> Iterator[Sample]:
    """A report in stretches of whole lines or sentences, of another length each time, most as long as reading takes."""
    first, limit = 0, _length(chance)
    ends = [number + 1 for number, unit in enumerate(sample.units) if unit.text[-1] in _CLOSING]
    ends += [number for number, unit in enumerate(sample.units) if unit.line]
    for end in [*sorted(set(ends)), len(sample.units)]:
        spaced = end == len(sample.units) or sample.units[end].space
        if (spaced and end - first >= limit) or end == len(sample.units):
            if end > first:
                yield from _short(sample.part(first, end))
            first, limit = end, _length(chance)


def _length(chance: random.Random) -> int:
    return chance.randint(20, 120) if chance.random() < 0.4 else chance.randint(150, 240)


def _short(sample: Sample) -> Iterator[Sample]:
    """At most 300 units at a time: a report that lost its punctuation is cut anywhere."""
    for first in range(0, len(sample.units), 300):
        yield sample.part(first, first + 300)
