"""How sure a part of a record is: from what decided it and the model's chances, by weights that were learnt.

A weight belongs to a sign: what decided (`source:head`, and in more detail `cue:rule active`), or the log odds of the
model's chance (`source`). The weights are those of a logistic regression on annotated reports that the model has not
seen (`training.calibrate`), so that of parts with a confidence of 0.8 four in five are right.
"""

import json
import math
from collections.abc import Iterator, Mapping
from functools import cache

from konon.extraction.draft import Why
from konon.language.base import Language

Weights = Mapping[str, Mapping[str, float]]
FILE = "confidence.json"
# Chances nearer to 0 and 1 than this tell no more.
_LEAST = 0.005


@cache
def weights_of(language: Language) -> Weights:
    """The weights of a language's model by part of a record; none where it has no model."""
    file = language.model / FILE if language.model else None
    found: Weights = json.loads(file.read_text(encoding="utf-8")) if file is not None and file.is_file() else {}
    return found


def confidence(part: str, why: Why, weights: Weights) -> float | None:
    """The chance that a part is right, in hundredths; None where no weights were learnt or nothing decided it."""
    own = weights.get(part)
    if own is None or not why:
        return None
    score = own["bias"] + sum(own.get(sign, 0.0) * value for sign, value in signs(why))
    return round(1 / (1 + math.exp(-score)), 2)


def signs(why: Why) -> Iterator[tuple[str, float]]:
    """What speaks for a part or against it: by what each decision was made, and the log odds of its chance."""
    for name, (by, score) in why.items():
        yield f"{name}:{by}", 1.0
        if " " in by:
            yield f"{name}:{by.partition(' ')[0]}", 1.0
        if score is not None:
            chance = min(max(score, _LEAST), 1 - _LEAST)
            yield name, math.log(chance / (1 - chance))
