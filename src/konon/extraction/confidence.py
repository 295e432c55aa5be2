"""How sure a part of a record is: from what decided it and the model's chances, by weights that were learnt.

A weight belongs to a sign: what decided (`source:head`, and in more detail `cue:rule active`), the log odds of the
model's chance (`source`), or what the part is (`act=deny`, `actors missing`). The weights are those of a logistic
regression on annotated reports that the model has not seen (`training.calibrate`), so that of parts with a confidence
of 0.8 four in five are right.
"""

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from konon.extraction.draft import Draft, Why
from konon.language.base import Language
from konon.language.reader.told import asked
from konon.record.reason import Reason

Weights = Mapping[str, Mapping[str, float]]
FILE = "confidence.json"
# Chances nearer to 0 and 1 than this tell no more.
_LEAST = 0.005
# What a part of a draft and of a record are both asked for: what it is, and what it may lack.
_TRAITS = ("kind", "form", "act", "type", "status", "role")
_MAY_LACK = ("source", "cue", "actors", "recipients", "registry")
# Which event a count belongs to is found among what was sure enough, and is no sign for it.
_LATER = frozenset({"event"})


def weights_for(draft: Draft, language: Language) -> Weights:
    """The weights by part of a record; none where no model has read the report, since they weigh its chances."""
    return weights_of(language) if asked(draft.analysis.reading) else {}


@cache
def weights_of(language: Language) -> Weights:
    """The weights of a language's model by part of a record; none where it has no model."""
    file = language.model / FILE if language.model else None
    found: Weights = json.loads(file.read_text(encoding="utf-8")) if file is not None and file.is_file() else {}
    return found


def confidence(kind: str, part: object, weights: Weights) -> float | None:
    """The chance that a part of a draft or a record is right, in hundredths; None where nothing tells it."""
    own = weights.get(kind)
    if own is None or not getattr(part, "why", None):
        return None
    score = own["bias"] + sum(own.get(sign, 0.0) * value for sign, value in signs(part))
    return round(1 / (1 + math.exp(-score)), 2)


def signs(part: object) -> Iterator[tuple[str, float]]:
    """What speaks for a part or against it, with the strength of each."""
    for name, by, score in _reasons(getattr(part, "why", ())):
        if name in _LATER:
            continue
        yield f"{name}:{by}", 1.0
        if " " in by:
            yield f"{name}:{by.partition(' ')[0]}", 1.0
        if score is not None:
            chance = min(max(score, _LEAST), 1 - _LEAST)
            yield name, math.log(chance / (1 - chance))
    for trait in _TRAITS:
        if value := getattr(part, trait, None):
            yield f"{trait}={value}", 1.0
    for lack in _MAY_LACK:
        if hasattr(part, lack) and not getattr(part, lack):
            yield f"{lack} missing", 1.0


def _reasons(why: Why | Iterable[Reason]) -> Iterator[tuple[str, str, float | None]]:
    if isinstance(why, dict):
        yield from ((name, by, score) for name, (by, score) in why.items())
    else:
        yield from ((reason.part, reason.by, reason.score) for reason in why)
