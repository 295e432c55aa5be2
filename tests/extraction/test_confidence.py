import math

import pytest

from konon.extraction.confidence import confidence, signs

WEIGHTS = {"statement": {"bias": 0.0, "cue": 1.0, "source:head": -2.0, "cue:rule active": 0.5}}


@pytest.mark.parametrize(
    ("why", "expected"),
    [
        ({"cue": ("rule active", None)}, 0.5),
        ({"cue": ("rule active", 0.9)}, math.log(9) + 0.5),
        ({"cue": ("rule passive", 0.9), "source": ("head speaker", None)}, math.log(9) - 2.0),
    ],
)
def test_a_confidence_is_the_chance_of_the_weighed_signs(why, expected):
    assert confidence("statement", why, WEIGHTS) == round(1 / (1 + math.exp(-expected)), 2)


@pytest.mark.parametrize(("part", "why"), [("event", {"type": ("table arrest", 0.5)}), ("statement", {})])
def test_nothing_is_told_without_weights_or_reasons(part, why):
    assert confidence(part, why, WEIGHTS) is None


def test_certain_chances_stay_within_bounds():
    assert all(abs(value) < 6 for _, value in signs({"cue": ("rule active", 1.0), "act": ("head act", 0.0)}))
