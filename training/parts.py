"""What a record says beyond names, as labels: parts of statements, acts, events, counts, and ties between places.

A tie is a pair of units with a label: a trigger and a mention of who did it or whom it was done to, a cue and a mention
of its source, a cue and a unit of its content, two mentions that a relation holds between. Only pairs of such units are
learnt from: `marks` lists them. What hangs on a cue hangs on the first unit of the content where there is no cue.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from konon.language.base import language
from training.samples import Sample

Named = tuple[int, int, str]
# A tie that is neither learnt as one nor as none: the two are tied, but not by these words.
UNSURE = "?"
_UNNAMED = frozenset({"person", "group", "organization"})
_AFFIXES = re.compile(r"^p[ei](?:ng|ny|n|m|r|l)?(?=\w{4})|(?<=\w{3})(?:kan|an|i)$")


def label_parts(sample: Sample, text: str, record: Mapping[str, Any], mentions: Sequence[Named]) -> None:
    """Put the labels of a record on the units of its text; `mentions` are its entities' places and names."""
    places = _Places(sample)
    _entities(sample, places, record["statements"], mentions)
    _statements(sample, places, record["statements"], mentions)
    _events(sample, places, text, record["events"])
    _counts(sample, places, text, record["counts"])
    for start, end, _ in mentions:
        sample.mark("mention", places.within(start, end)[:1])
    _nominal(sample, places, text, record["entities"], mentions)
    _event_ties(sample, places, record["events"], mentions)
    _relation_ties(sample, places, record["relations"], mentions)


class _Places:
    """The units of places in the text."""

    def __init__(self, sample: Sample) -> None:
        self._starts = [unit.start for unit in sample.units]

    def within(self, start: int, end: int) -> list[int]:
        return list(range(bisect_left(self._starts, start), bisect_left(self._starts, end)))

    def of(self, span: Mapping[str, Any] | None) -> list[int]:
        return self.within(span["start"], span["end"]) if span else []


def _entities(
    sample: Sample, places: _Places, statements: Sequence[Mapping[str, Any]], mentions: Sequence[Named]
) -> None:
    """The number of the entity that a mention stands for, on its first unit; so on words for a source too."""
    named = [(places.within(start, end), name) for start, end, name in mentions]
    named += [(places.of(said.get("source_span")), said["source"]) for said in statements if said.get("source")]
    numbers: dict[str, int] = {}
    for units, name in named:
        for unit in units[:1]:
            sample.labels["entity"].setdefault(unit, numbers.setdefault(name, len(numbers)))


def _nominal(
    sample: Sample, places: _Places, text: str, entities: Sequence[Mapping[str, Any]], mentions: Sequence[Named]
) -> None:
    """Those who are told of without a name, in small letters."""
    kinds = {entity.get("id", entity["name"]): entity["kind"] for entity in entities}
    sample.labels["nominal"] = dict.fromkeys(range(len(sample.units)), "O")
    for start, end, name in mentions:
        kind = kinds.get(name)
        if kind in _UNNAMED and text[start:end].islower():
            for number, unit in enumerate(places.within(start, end)):
                sample.put("nominal", unit, f"{'I' if number else 'B'}-{kind}")


def _statements(
    sample: Sample, places: _Places, statements: Sequence[Mapping[str, Any]], mentions: Sequence[Named]
) -> None:
    """Cue, source and content, of nested contents the outermost; links of a chain; acts and ties of each statement."""
    spans: dict[str, list[tuple[list[int], str]]] = {"cue": [], "source": [], "content": [], "link": []}
    for statement in sorted(statements, key=lambda told: -sum(part["end"] - part["start"] for part in told["content"])):
        contents = [places.of(span) for span in statement["content"]]
        spans["content"] += [(units, "") for units in contents]
        spans["cue"].append((cue := places.of(statement.get("cue")), ""))
        spans["source"].append((source := places.of(statement.get("source_span")), ""))
        spans["link"] += [(places.of(link.get("span")), f"-{link['role']}") for link in statement["chain"]]
        content = tuple(unit for units in contents for unit in units)
        for anchor in (cue or content)[:1]:
            sample.told.append((anchor, content, statement["act"]))
            sample.mark("cue", [anchor])
            sample.ties += [(anchor, unit, "inside") for unit in content]
            sample.ties += [(anchor, unit, "speaker") for unit in source[:1]]
            _statement_ties(sample, places, anchor, statement, mentions)
        sample.mark("mention", source[:1])
    for task, found in spans.items():
        sample.labels[task] = dict.fromkeys(range(len(sample.units)), "O")
        for units, kind in sorted(found, key=lambda row: len(row[0])):
            sample.labels[task].update(dict.fromkeys(units, f"I{kind}"))
            sample.labels[task].update(dict.fromkeys(units[:1], f"B{kind}"))


def _statement_ties(
    sample: Sample, places: _Places, anchor: int, statement: Mapping[str, Any], mentions: Sequence[Named]
) -> None:
    """Ties of a statement to all mentions of its source and its addressee, and to the links of its chain."""
    for label, name in (("speaker", statement.get("source")), ("addressee", statement.get("addressee"))):
        for start, end, named in mentions:
            if name is not None and named == name:
                sample.ties += [(anchor, unit, label) for unit in places.within(start, end)[:1]]
    for link in statement["chain"]:
        units = places.of(link.get("span"))[:1]
        sample.mark("link", units)
        sample.ties += [(anchor, unit, "link") for unit in units]


def _events(sample: Sample, places: _Places, text: str, events: Sequence[Mapping[str, Any]]) -> None:
    """The type and status on each trigger; the same word elsewhere has no label: it may tell the same event."""
    sample.labels["event"] = dict.fromkeys(range(len(sample.units)), "O")
    cores = {_core(text[event["trigger"]["start"] : event["trigger"]["end"]]) for event in events}
    for number, unit in enumerate(sample.units):
        own = _core(unit.text)
        if any(own == core or (min(len(own), len(core)) > 3 and (own in core or core in own)) for core in cores):
            del sample.labels["event"][number]
    for event in events:
        for unit in places.of(event["trigger"])[:1]:
            sample.put("event", unit, event["type"])
            sample.put("status", unit, event["status"])
            if event.get("mode"):
                sample.put("mode", unit, event["mode"])
            sample.mark("trigger", [unit])


def _core(word: str) -> str:
    """What a verb and its nouns share: without affixes, and without the first letter, which a nasal can swallow."""
    return _AFFIXES.sub("", language("id").morphology.lemma(word.lower()))[1:]


def _counts(sample: Sample, places: _Places, text: str, counts: Sequence[Mapping[str, Any]]) -> None:
    """The kind on all units of a count; the same figure elsewhere has no label: a number told again is kept once."""
    sample.labels["count"] = dict.fromkeys(range(len(sample.units)), "O")
    figures = {
        figure for count in counts for figure in re.findall(r"\d+", text[count["span"]["start"] : count["span"]["end"]])
    }
    for number, unit in enumerate(sample.units):
        if unit.text in figures:
            del sample.labels["count"][number]
    for count in counts:
        for unit in places.of(count["span"]):
            sample.put("count", unit, count["kind"])


def _event_ties(
    sample: Sample, places: _Places, events: Sequence[Mapping[str, Any]], mentions: Sequence[Named]
) -> None:
    for event in events:
        for trigger in places.of(event["trigger"])[:1]:
            named = {"actor": event["actors"], "recipient": event["recipients"], "place": [event.get("place")]}
            for role, names in named.items():
                for start, end, name in mentions:
                    if name in names:
                        sample.ties += [(trigger, unit, role) for unit in places.within(start, end)[:1]]


def _relation_ties(
    sample: Sample, places: _Places, relations: Sequence[Mapping[str, Any]], mentions: Sequence[Named]
) -> None:
    """A relation's mentions within the words that show it; elsewhere the two are unsure."""
    by_name: dict[str, list[Named]] = {}
    for mention in mentions:
        by_name.setdefault(mention[2], []).append(mention)
    for relation in relations:
        shown = [mention for name in (relation["subject"], relation["object"]) for mention in by_name.get(name, ())]
        words = relation["evidence"]
        inside = [mention for mention in shown if words["start"] <= mention[0] < words["end"]]
        told = set(_pairs(places, inside, relation["subject"]))
        sample.ties += [(first, second, relation["type"]) for first, second in sorted(told)]
        for first, second in _pairs(places, shown, relation["subject"]):
            sample.ties += [(second, first, UNSURE)] + [(first, second, UNSURE)] * ((first, second) not in told)


def _pairs(places: _Places, mentions: Sequence[Named], subject: str) -> Iterator[tuple[int, int]]:
    """First units of the subject's mentions with those of the other's."""
    subjects, others = [
        [unit for start, end, name in mentions if (name == subject) is wanted for unit in places.within(start, end)[:1]]
        for wanted in (True, False)
    ]
    yield from ((first, second) for first in subjects for second in others)
