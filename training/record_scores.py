"""How well the heads for statements, events, counts and ties do on annotated reports, the gold's places given.

These tell which heads are worth asking; what they do to a whole record is told by `konon evaluate`.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from konon.language.reader.decoding import Network, Outputs
from konon.language.reader.reading import tied
from konon.language.reader.units import Pieces, encoded
from training.labels import FIXED
from training.reports import report_samples
from training.samples import Sample

LIMIT = 240
TIES = FIXED["tie"]
# What ties say of distances, as the measured model has it.
Near = Sequence[Sequence[float]]
Report = tuple[Mapping[str, Any], Mapping[str, Any]]


def record_scores(
    network: Network,
    reports: Iterable[Report],
    *,
    pieces: Pieces,
    near: Near,
    suffixes: tuple[str, ...],
) -> dict[str, float]:
    """F1 of cues, links, triggers with types, counts with kinds, roles; shares of right contents, sources and acts."""
    tally = Counter[str]()
    for report, record in reports:
        for sample in lines(report_samples(report, record, suffixes)[0]):
            out = network(*encoded(sample.units, pieces))
            for task in ("cue", "event", "count", "link"):
                _labelled(tally, task, sample, out)
            _statements(tally, sample, out, near)
            for role in ("actor", "recipient", "place"):
                _roles(tally, role, sample, out, near)
            _relations(tally, sample, out, near)
    return {name: round(_score(tally, name), 4) for name in sorted({key.split("/")[0] for key in tally})}


def lines(sample: Sample) -> list[Sample]:
    """A report in stretches of whole lines, as reading takes them."""
    found, first, before = [], 0, 0
    for number in [n for n, unit in enumerate(sample.units) if unit.line] + [len(sample.units)]:
        if number - first > LIMIT and before > first:
            found.append((first, before))
            first = before
        before = number
    found.append((first, len(sample.units)))
    cut = [(a, min(b, a + LIMIT)) for first, last in found for a, b in [(n, last) for n in range(first, last, LIMIT)]]
    return [sample.part(first, last) for first, last in cut if first < last]


def _score(tally: Counter[str], name: str) -> float:
    right = tally[f"{name}/right"]
    if f"{name}/of" in tally:
        return right / tally[f"{name}/of"]
    return 2 * right / max(1, tally[f"{name}/found"] + tally[f"{name}/gold"])


def _labelled(tally: Counter[str], task: str, sample: Sample, out: Outputs) -> None:
    """Units whose label begins or is a kind; units without a label don't count."""
    names = FIXED[task]
    best = out[task].argmax(-1)
    for unit, label in sample.labels[task].items():
        said, gold = names[best[unit]], str(label)
        if task in {"cue", "link"}:
            said, gold = (each if each[:1] == "B" else "O" for each in (said, gold))
        tally[f"{task}/found"] += said != "O"
        tally[f"{task}/gold"] += gold != "O"
        tally[f"{task}/right"] += said == gold != "O"


def _statements(tally: Counter[str], sample: Sample, out: Outputs, near: Near) -> None:
    ties = set(sample.ties)
    mentions = sorted(set(sample.marks.get("mention", ())))
    for anchor, content, act in sample.told:
        inside = {int(unit) for unit in np.flatnonzero(tied(out, anchor, TIES.index("inside"), near) > 0)}
        tally["inside/of"] += 1
        tally["inside/right"] += len(inside & {*content}) >= 0.6 * len(inside | {*content})
        tally["inside exact/of"] += 1
        tally["inside exact/right"] += len(inside & {*content}) >= 0.97 * len(inside | {*content})
        said = FIXED["act"][int((out["act"][anchor] + out["said"][list(content)].mean(0)).argmax())]
        tally["act/of"] += 1
        tally["act/right"] += said == act
        sources = [unit for unit in mentions if (anchor, unit, "speaker") in ties]
        if sources:
            scores = tied(out, anchor, TIES.index("speaker"), near)
            tally["speaker/of"] += 1
            tally["speaker/right"] += max(mentions, key=lambda unit: scores[unit]) in sources


def _roles(tally: Counter[str], role: str, sample: Sample, out: Outputs, near: Near) -> None:
    mentions = sorted(set(sample.marks.get("mention", ())))
    ties = set(sample.ties)
    for trigger in set(sample.marks.get("trigger", ())):
        scores = tied(out, trigger, TIES.index(role), near)
        for unit in mentions:
            tally[f"{role}/found"] += bool(scores[unit] > 0)
            tally[f"{role}/gold"] += (trigger, unit, role) in ties
            tally[f"{role}/right"] += bool(scores[unit] > 0) and (trigger, unit, role) in ties


def _relations(tally: Counter[str], sample: Sample, out: Outputs, near: Near) -> None:
    mentions = sorted(set(sample.marks.get("mention", ())))
    ties = set(sample.ties)
    for one in mentions:
        for label in TIES[TIES.index("inside") + 1 :]:
            scores = tied(out, one, TIES.index(label), near)
            for other in mentions:
                if other != one and (one, other, "?") not in ties:
                    gold = (one, other, label) in ties
                    tally["relation/found"] += bool(scores[other] > 0)
                    tally["relation/gold"] += gold
                    tally["relation/right"] += bool(scores[other] > 0) and gold
