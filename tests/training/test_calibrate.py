import pytest
from training.calibrate import fitted, least

from konon.evaluation.sheet import Judged
from konon.record import Reason, Relation


def judged(score, *, right, confidence=None):
    why = (Reason(part="type", by="rule words", score=score),)
    tie = Relation(id="r", subject="a", type="leads", object="b", start=0, end=1, confidence=confidence, why=why)
    return Judged("relation", tie, right)


def test_what_is_right_more_often_weighs_more():
    weights = fitted([judged(0.9, right=True)] * 20 + [judged(0.1, right=False)] * 20)
    assert weights["type"] > 0.5


@pytest.mark.parametrize(
    ("rows", "gold", "expected"),
    [
        ([(0.9, True), (0.8, True), (0.3, False), (0.2, False)], 2, 0.8),
        ([(0.9, True), (0.3, True)], 2, 0.3),
    ],
)
def test_the_least_confidence_is_where_most_is_found(rows, gold, expected):
    assert least([judged(None, right=right, confidence=sure) for sure, right in rows], gold) == expected
