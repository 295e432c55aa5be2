"""Names and places are matched by the rules of scoring."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konon.evaluation.matching import overlap, pair, touch
from konon.evaluation.names import same_name, same_names
from konon.record import Span

spans = st.builds(lambda start, length: Span(start=start, end=start + length), st.integers(0, 50), st.integers(1, 20))


@pytest.mark.parametrize(
    ("gold", "predicted", "same"),
    [
        ("Ratna Widuri", "Widuri", True),
        ("Widuri", "Ratna Widuri", True),
        ("Presiden Ratna", "Ratna", True),
        ("Presiden", "Presiden Ratna", False),
        ("Ratna", "Dewi", False),
        ("Nu'man", "Nu’man", True),
        ("Café", "cafe", True),
        (None, None, True),
        ("?", None, True),
        (None, "Ratna", False),
        ("Ratna", None, False),
        ("Ratna", "…", False),
    ],
)
def test_same_name(gold, predicted, same):
    assert same_name(gold, predicted) is same


def test_an_alias_is_a_name():
    assert same_name("Negeri Seberang", "Kotaraya", aliases=["Kotaraya"])


@pytest.mark.parametrize(
    ("gold", "predicted", "same"),
    [
        (["A", "B"], ["B", "A"], True),
        (["A"], ["A", "B"], False),
        (["A", "A"], ["A", "B"], False),
        ([], [], True),
    ],
)
def test_same_names_are_one_to_one(gold, predicted, same):
    assert same_names(gold, predicted, aliases={}) is same


@given(st.lists(spans, min_size=1), st.lists(spans))
def test_overlap_is_a_share_and_symmetric(one, other):
    assert 0 <= overlap(one, other) == overlap(other, one) <= overlap(one, one) == 1


@given(spans, spans)
def test_places_touch_where_they_overlap(one, other):
    assert touch(one, other) == (overlap([one], [other]) > 0)


@given(st.lists(st.integers(0, 9)), st.lists(st.integers(0, 9)))
def test_each_part_is_paired_once_and_the_most_alike_first(golds, predictions):
    likeness = {(gold, prediction): 10.0 - abs(gold - prediction) for gold in golds for prediction in predictions}
    pairs = pair(golds, predictions, likeness=lambda gold, prediction: likeness[gold, prediction], least=0.0)
    values = [likeness[both] for both in pairs]
    assert len(pairs) == min(len(golds), len(predictions))
    assert values == sorted(values, reverse=True)


def test_what_is_less_alike_than_asked_is_not_paired():
    assert pair([1], [2], likeness=lambda _gold, _prediction: 0.5, least=0.6) == []
