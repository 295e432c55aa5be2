"""Events that are alike two by two, gathered into groups in which nothing contradicts."""

from collections.abc import Callable, Iterable, Mapping

Pair = tuple[int, int]
# Two groups become one where at least this share of their pairs is alike: what has no place and what has no actor can
# both be like a third, but not all by one that tells hardly anything.
_ALIKE = 0.34
# What is alike with two that contradict each other, about as much with the one as with the other, could be either.
_EITHER = 0.1
# So many of the likest are looked at for that.
_LIKEST = 6
# So many of a group are looked at for what contradicts, the first ones.
_LOOKED = 5


def gathered(scores: Mapping[Pair, float], reports: Mapping[int, int], *, against: Callable[[int, int], bool],
             same: Iterable[Pair] = (), apart: Iterable[Pair] = (), each: int) -> list[frozenset[int]]:  # fmt: skip
    """All events of `reports` (event → report) in groups, those of the likest pairs first.

    Two events of one report are never in one group, unless `same` says so; `apart` are never, `against` tells what
    contradicts. `each` is the number of others at most that an event was found alike with.
    """
    clear = _clear(scores, against)
    forming = _Groups(clear, reports, against=against, apart=apart, each=each)
    for one, other in sorted(same):
        forming.join(one, other, decided=True)
    for one, other in sorted(clear, key=lambda pair: (-clear[pair], pair)):
        forming.join(one, other)
    return forming.all()


def _clear(scores: Mapping[Pair, float], against: Callable[[int, int], bool]) -> dict[Pair, float]:
    """The scores without those of an event that could as well be another one: it is joined with neither.

    Of those that it is alike with, the ones that more contradict than agree with are left out.
    """
    mates: dict[int, list[tuple[float, int]]] = {}
    for (one, other), score in scores.items():
        mates.setdefault(one, []).append((score, other))
        mates.setdefault(other, []).append((score, one))
    unclear: set[Pair] = set()
    for event, listed in mates.items():
        listed.sort(key=lambda mate: (-mate[0], mate[1]))
        near = [other for score, other in listed[:_LIKEST] if score > listed[0][0] - _EITHER]
        for mate in near:
            contrary = sum(against(mate, other) for other in near if other != mate)
            if contrary >= len(near) - contrary:
                unclear.add((min(event, mate), max(event, mate)))
    return {pair: score for pair, score in scores.items() if pair not in unclear}


class _Groups:
    def __init__(self, scores: Mapping[Pair, float], reports: Mapping[int, int], *,
                 against: Callable[[int, int], bool], apart: Iterable[Pair], each: int) -> None:  # fmt: skip
        self._reports, self._against, self._each = reports, against, each
        self._alike: dict[int, set[int]] = {}
        self._apart: dict[int, set[int]] = {}
        for held, pairs in ((self._alike, scores), (self._apart, apart)):
            for one, other in pairs:
                held.setdefault(one, set()).add(other)
                held.setdefault(other, set()).add(one)
        self._of: dict[int, set[int]] = {event: {event} for event in reports}

    def join(self, one: int, other: int, *, decided: bool = False) -> None:
        left, right = self._of[one], self._of[other]
        if left is right or _links(self._apart, left, right):
            return
        if decided or self._agree(*sorted((left, right), key=len)):
            left |= right
            self._of |= dict.fromkeys(right, left)

    def all(self) -> list[frozenset[int]]:
        distinct = {id(group): group for group in self._of.values()}
        return [frozenset(group) for group in distinct.values()]

    def _agree(self, fewer: set[int], more: set[int]) -> bool:
        if {self._reports[event] for event in fewer} & {self._reports[event] for event in more}:
            return False
        if _links(self._alike, fewer, more) < _ALIKE * len(fewer) * min(len(more), self._each):
            return False
        return not any(self._against(one, other) for one in sorted(fewer)[:_LOOKED] for other in sorted(more)[:_LOOKED])


def _links(held: Mapping[int, set[int]], left: set[int], right: set[int]) -> int:
    return sum(len(held.get(event, set()) & right) for event in left)
