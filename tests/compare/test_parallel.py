"""Sentences of two texts stand in rows, in the order of both."""

from konon.compare.parallel import Row, parallel
from konon.compare.sentences import Pair


def rows(pairs: list[tuple[int, int]], one: int, other: int) -> list[Row]:
    return parallel([Pair(*pair, 1.0) for pair in pairs], one=one, other=other)


def test_what_is_the_same_underneath_stands_in_one_row():
    assert rows([(0, 0), (1, 1)], 2, 2) == [Row(0, 0), Row(1, 1)]


def test_what_was_dropped_and_added_has_rows_of_its_own():
    assert rows([(0, 0), (2, 2)], 4, 3) == [Row(0, 0), Row(1, None), Row(None, 1), Row(2, 2), Row(3, None)]


def test_what_was_moved_is_told_in_both_places():
    assert rows([(0, 2), (1, 0), (2, 1)], 3, 3) == [Row(0, None, moved=True), Row(1, 0), Row(2, 1),
                                                    Row(None, 2, moved=True)]  # fmt: skip


def test_each_sentence_stands_in_one_row_whatever_the_order():
    found = rows([(0, 4), (1, 3), (2, 2), (3, 5), (5, 0)], 6, 7)
    assert sorted(row.one for row in found if row.one is not None) == list(range(6))
    assert sorted(row.other for row in found if row.other is not None) == list(range(7))


def test_texts_without_a_sentence_have_no_rows():
    assert rows([], 0, 0) == []
