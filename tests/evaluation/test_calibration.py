"""How far confidences lie from the share of parts that is right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konon.evaluation import evaluate
from konon.evaluation.calibration import Bin, bins, expected_error
from konon.evaluation.sheet import Judged
from konon.record import Relation


def judged(*parts: tuple[float | None, bool]):
    tie = Relation(id="r", subject="a", type="leads", object="b", start=0, end=1)
    return [Judged("relation", tie.model_copy(update={"confidence": sure}), right) for sure, right in parts]


def test_parts_of_like_confidence_share_a_bin():
    found = bins(judged((0.81, True), (0.85, False), (1.0, True), (None, True), (0.0, False)))
    assert found == [Bin(1, 0.0, 0.0), Bin(2, pytest.approx(0.83), 0.5), Bin(1, 1.0, 1.0)]


@pytest.mark.parametrize(
    ("parts", "error"),
    [
        ([(0.8, True)] * 4 + [(0.8, False)], 0.0),
        ([(0.9, False)] * 2, 0.9),
        ([(0.9, True), (0.2, False)], 0.15),
    ],
)
def test_the_error_is_the_mean_distance(parts, error):
    assert expected_error(bins(judged(*parts))) == pytest.approx(error)


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1))
def test_the_error_is_a_share(parts):
    assert 0 <= expected_error(bins(judged(*parts))) <= 1


def test_without_confidences_there_is_none():
    assert expected_error(bins(judged((None, True)))) is None


def test_the_table_ends_with_the_error_of_each_kind_that_has_confidences(gold, record_with):
    assert "ECE" not in evaluate([gold], [record_with()]).table()
    scored = evaluate([gold], [record_with("statements", confidence=0.9)])
    last = scored.table().splitlines()[-1]
    assert last == ("calibration of confidences: statement        ECE 0.100   (1 of mean confidence 0.90, 1.00 right)")
    assert scored.as_json()["calibration"] == {"statement": 0.1}
