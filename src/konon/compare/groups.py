"""Things that are alike two by two, put into groups."""

from collections.abc import Iterable, Mapping

Pair = tuple[int, int]
# Two groups become one where this share of their pairs has a score: a long quotation is told in parts that have nothing
# in common, and which are not one statement.
_ALIKE = 0.7


def groups(scores: Mapping[Pair, float], *, same: Iterable[Pair] = (), apart: Iterable[Pair] = (), least: float,
           each: int) -> list[frozenset[int]]:  # fmt: skip
    """Groups of two and more, those of the likest first; pairs that are decided to be the same or apart stay so.

    A pair of at least the score `least` brings two groups together, where pairs of less don't forbid it. `each` is the
    number of others at most that a thing was compared with: of larger groups no more can be asked.
    """
    forming = _Groups(scores, apart, each)
    for one, other in sorted(same):
        forming.join(one, other, decided=True)
    forming.share()
    for one, other in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        if scores[one, other] >= least:
            forming.join(one, other)
    return forming.all()


class _Groups:
    def __init__(self, scores: Mapping[Pair, float], apart: Iterable[Pair], each: int) -> None:
        self._each = each
        self._alike: dict[int, set[int]] = {}
        self._apart: dict[int, set[int]] = {}
        for held, pairs in ((self._alike, scores), (self._apart, apart)):
            for one, other in pairs:
                held.setdefault(one, set()).add(other)
                held.setdefault(other, set()).add(one)
        self._of: dict[int, set[int]] = {}

    def join(self, one: int, other: int, *, decided: bool = False) -> None:
        left, right = (self._of.setdefault(thing, {thing}) for thing in (one, other))
        if left is right or self._links(self._apart, left, right):
            return
        fewer, more = sorted((left, right), key=len)
        most = len(fewer) * min(len(more), self._each)
        if decided or self._links(self._alike, fewer, more) >= _ALIKE * most:
            more |= fewer
            self._of |= dict.fromkeys(fewer, more)

    def share(self) -> None:
        """Let what is alike with one of those that are decided to be the same be alike with all of them."""
        for group in self.all():
            near = set().union(*(self._alike.get(thing, set()) for thing in group)) - group
            for one in group:
                self._alike.setdefault(one, set()).update(near)
                for other in near:
                    self._alike[other].add(one)

    def all(self) -> list[frozenset[int]]:
        distinct = {id(group): group for group in self._of.values() if len(group) > 1}
        return [frozenset(group) for group in distinct.values()]

    @staticmethod
    def _links(held: Mapping[int, set[int]], left: set[int], right: set[int]) -> int:
        return sum(len(held.get(thing, set()) & right) for thing in left)
