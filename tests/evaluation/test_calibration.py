import pytest

from konon.evaluation.calibration import bins, expected_error
from konon.evaluation.sheet import Judged
from konon.record import Relation


def judged(confidence, *, right):
    tie = Relation(id="r", subject="a", type="leads", object="b", start=0, end=1, confidence=confidence)
    return Judged("relation", tie, right)


def test_parts_are_told_of_by_tenths():
    found = bins(
        [judged(0.81, right=True), judged(0.85, right=False), judged(0.2, right=False), judged(None, right=True)]
    )
    assert [(each.count, each.right) for each in found] == [(1, 0.0), (2, 0.5)]


def test_the_error_is_what_lies_between_confidence_and_right():
    found = bins([judged(0.8, right=True), judged(0.8, right=True), judged(0.8, right=False), judged(0.8, right=False)])
    assert expected_error(found) == pytest.approx(0.3)


def test_without_confidences_there_is_no_error():
    assert expected_error(bins([judged(None, right=True)])) is None
