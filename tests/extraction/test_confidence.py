import math
from dataclasses import dataclass, field

import pytest

from konon.extraction.confidence import confidence, signs
from konon.extraction.draft import EntityDraft, RelationDraft
from konon.record import Reason, Relation


@dataclass
class Part:
    why: dict
    act: str = "say"
    actors: list = field(default_factory=list)


WEIGHTS = {"statement": {"bias": 0.0, "cue": 1.0, "source:head": -2.0, "cue:rule active": 0.5, "act=deny": 1.0}}


@pytest.mark.parametrize(
    ("why", "expected"),
    [
        ({"cue": ("rule active", None)}, 0.5),
        ({"cue": ("rule active", 0.9)}, math.log(9) + 0.5),
        ({"cue": ("rule passive", 0.9), "source": ("head speaker", None)}, math.log(9) - 2.0),
    ],
)
def test_a_confidence_is_the_chance_of_the_weighed_signs(why, expected):
    assert confidence("statement", Part(why), WEIGHTS) == round(1 / (1 + math.exp(-expected)), 2)


@pytest.mark.parametrize(("part", "why"), [("event", {"type": ("table arrest", 0.5)}), ("statement", {})])
def test_nothing_is_told_without_weights_or_reasons(part, why):
    assert confidence(part, Part(why), WEIGHTS) is None


def test_certain_chances_stay_within_bounds():
    assert all(abs(value) < 6 for _, value in signs(Part({"cue": ("rule active", 1.0), "act": ("head act", 0.0)})))


def test_what_a_part_is_and_lacks_are_signs():
    found = dict(signs(Part({}, act="deny")))
    assert found == {"act=deny": 1.0, "actors missing": 1.0}


def test_a_draft_and_a_record_have_the_same_signs():
    why = (Reason(part="type", by="rule words", score=0.8),)
    kept = Relation(id="r", subject="a", type="leads", object="b", start=0, end=1, why=why)
    rani = EntityDraft("Rani", "person")
    draft = RelationDraft(rani, "leads", rani, 0, 1, why={"type": ("rule words", 0.8)})
    assert dict(signs(kept)) == dict(signs(draft))


def test_what_is_found_among_the_sure_ones_is_no_sign():
    assert dict(signs(Part({"kind": ("rule happening", None), "event": ("rule sentence", None)}))) == {
        "kind:rule happening": 1.0, "kind:rule": 1.0, "act=say": 1.0, "actors missing": 1.0,
    }  # fmt: skip
