"""Whole reports as samples: names by the record's kinds, sentence ends, and the parts of statements."""

import json
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from konon.language.reader.units import units
from konon.language.words import tokenize
from training.samples import Sample

KINDS = ("person", "organization", "armed_group", "state", "place", "media")
_DATELINE = 14
_DASHES = frozenset("-–—")
_CLOSING = frozenset('.?!"”')


def gold(folder: Path, part: str) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """The reports of one part with their records."""
    records = {record["doc"]: record for record in _lines(folder / "gold.jsonl")}
    for report in _lines(folder / "reports.jsonl"):
        if report["part"] == part:
            yield report, records[report["doc"]]


def _lines(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def report_samples(report: Mapping[str, Any], record: Mapping[str, Any], suffixes: Sequence[str]) -> list[Sample]:
    """A report's text and its title, each one sample."""
    entities = record["entities"]
    text = plain(report["text"], entities, suffixes)
    _mask_dateline(text)
    _statements(text, record["statements"])
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
    taken: set[int] = set()
    found = []
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text):
            places = range(match.start(), match.end())
            if taken.isdisjoint(places):
                taken.update(places)
                found.append((match.start(), match.end(), forms[form]))
    return sorted(place for place in found if place[2] != "other")


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


def _statements(sample: Sample, statements: Sequence[Mapping[str, Any]]) -> None:
    """Cue, source and content of statements; of nested contents the outermost."""
    spans: dict[str, list[tuple[int, int]]] = {"cue": [], "source": [], "content": []}
    for statement in statements:
        spans["content"] += [(span["start"], span["end"]) for span in statement["content"]]
        for task, name in (("cue", "cue"), ("source", "source_span")):
            if statement.get(name):
                spans[task].append((statement[name]["start"], statement[name]["end"]))
    for task, places in spans.items():
        sample.labels[task] = dict.fromkeys(range(len(sample.units)), "O")
        for start, end in sorted(set(places), key=lambda place: place[1] - place[0]):
            inside = [number for number, unit in enumerate(sample.units) if start <= unit.start < end]
            sample.labels[task].update(dict.fromkeys(inside, "I"))
            sample.labels[task].update(dict.fromkeys(inside[:1], "B"))


def windows(sample: Sample, chance: random.Random) -> Iterator[Sample]:
    """A report in stretches of whole sentences, of another length each time."""
    first, limit = 0, chance.randint(20, 120)
    ends = [number + 1 for number, unit in enumerate(sample.units) if unit.text[-1] in _CLOSING]
    for end in [*ends, len(sample.units)]:
        spaced = end == len(sample.units) or sample.units[end].space
        if (spaced and end - first >= limit) or end == len(sample.units):
            if end > first:
                yield from _short(sample.part(first, end))
            first, limit = end, chance.randint(20, 120)


def _short(sample: Sample) -> Iterator[Sample]:
    """At most 300 units at a time: a report that lost its punctuation is cut anywhere."""
    for first in range(0, len(sample.units), 300):
        yield sample.part(first, first + 300)
