"""Two texts side by side: their sentences in rows, those that are the same underneath in one."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from konon.compare.sentences import Pair


@dataclass(frozen=True, slots=True)
class Row:
    """A row: the numbers of the sentences of both texts, None where one has none; `moved` where it stands elsewhere."""

    one: int | None
    other: int | None
    moved: bool = False


def parallel(pairs: Sequence[Pair], *, one: int, other: int) -> list[Row]:
    """The rows of two texts of so many sentences, in the order of both; each sentence is in one of them.

    What is the same underneath but was moved has a row of its own in the place of each text.
    """
    kept = _in_order(pairs)
    moved = {pair for pair in pairs if pair not in kept}
    ones, others = {pair.one for pair in moved}, {pair.other for pair in moved}
    rows: list[Row] = []
    first, second = 0, 0
    for left, right in [*((pair.one, pair.other) for pair in kept), (one, other)]:
        rows += [Row(place, None, moved=place in ones) for place in range(first, left)]
        rows += [Row(None, place, moved=place in others) for place in range(second, right)]
        if left < one:
            rows.append(Row(left, right))
        first, second = left + 1, right + 1
    return rows


def _in_order(pairs: Sequence[Pair]) -> list[Pair]:
    """The most pairs that stand in the same order in both texts (the longest increasing run of them)."""
    ordered = sorted(pairs, key=lambda pair: pair.one)
    ends: list[int] = []
    last: list[int] = []
    before: list[int | None] = []
    for place, pair in enumerate(ordered):
        length = bisect_left(ends, pair.other)
        before.append(last[length - 1] if length else None)
        ends[length : length + 1] = [pair.other]
        last[length : length + 1] = [place]
    return list(reversed([ordered[place] for place in _back(before, last[-1] if last else None)]))


def _back(before: Sequence[int | None], place: int | None) -> Iterator[int]:
    while place is not None:
        yield place
        place = before[place]
