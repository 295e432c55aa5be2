"""How far off the words of happening stand from a number of people, in steps."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from konon.extraction.counted import Counted, CountWords
from konon.language.analysis import Token
from konon.language.base import Row

# How far off a word of happening may stand, in steps. What lies between is weighed: a word, a name, a mark, another
# number that is joined to this one, and one that is not. The weights were chosen on the training reports.
FARTHEST = 12.0
_WORD, _NAME, _MARK, _JOINED, _APART = 0.5, 0.25, 2.0, 2.0, 8.0
# A verb of which the people are the subject may stand before them (`died five`), at this price and more a step.
_BACKWARDS, _BACK = 2.0, 4.0
# A linking word stands between what is counted and the number: as good as beside it.
LINKED = 0.9
# The people that a clause begins with are the likeliest subject of what follows, however much stands between.
_OPENING = 0.7
# Whoever is said aside to be affected may be said to have had worse done to them.
_ASIDE = 2.0
# So near a word must be that names the deed of a culprit, to count its victims and not the culprits.
_BESIDE = 1.0


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word of happening: its row, and the tokens of the sentence that it takes."""

    row: Row
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with what may be counted in it and the words of happening; indices are those of its own tokens."""

    tokens: Sequence[Token]
    counted: tuple[Counted, ...]
    counted_at: dict[int, Counted]
    triggers: tuple[Trigger, ...]
    words: CountWords

    def triggers_in(self, first: int, last: int) -> tuple[Trigger, ...]:
        """The words of happening that begin within a place."""
        begin = bisect_left(self.triggers, first, key=attrgetter("first"))
        return self.triggers[begin : bisect_left(self.triggers, last, key=attrgetter("first"))]


def begins(sentence: Sentence, at: int) -> bool:
    """Whether a clause begins at a token: at the sentence's start, or behind a mark that is no comma."""
    while (linking := sentence.words.before("linking", sentence.tokens, at)) is not None:
        at = linking[1]
    before = sentence.tokens[at - 1] if at else None
    capital = before is not None and at < len(sentence.tokens) and sentence.tokens[at].text[:1].isupper()
    return before is None or capital or (before.kind == "mark" and before.text != ",")


def distance(sentence: Sentence, index: int, trigger: Trigger) -> float | None:
    """How far off a word of happening is, in steps; None where it can't be said of the number."""
    counted, extra = sentence.counted[index], float(trigger.row.get("cost", 0))
    if trigger.first >= counted.last:
        return None if trigger.row["side"] == "object" else extra + _ahead(sentence, counted, trigger)
    if trigger.last > counted.figure:
        return None
    path = _path(sentence, trigger.last, counted.first)
    if trigger.row.get("by") and path == 0:
        return None
    if trigger.row["side"] == "object":
        apart = path > _BESIDE or linking_before(sentence, counted) is not None
        culprit = apart and sentence.words.before("culprit", sentence.tokens, trigger.first)
        return None if culprit else extra + path
    if linking_before(sentence, counted) and not (index and sentence.counted[index - 1].first >= trigger.last):
        return extra + LINKED
    return extra + _BACKWARDS + _BACK * path


def _ahead(sentence: Sentence, counted: Counted, trigger: Trigger) -> float:
    """How far off a word of happening behind a number is; less far from the people that the clause begins with."""
    path = _path(sentence, counted.last, trigger.first)
    before = sentence.tokens[trigger.first - 1].lower
    if trigger.row["kind"] == "affected" and "relative" in sentence.words.language.classes(before):
        path += _ASIDE
    if path >= FARTHEST / _OPENING or counted.number.minimum == 1 or not begins(sentence, counted.first):
        return path
    barred = any(sentence.words.at("barrier", sentence.tokens, at) for at in range(counted.last, trigger.first))
    return path if barred else _OPENING * path


def linking_before(sentence: Sentence, counted: Counted) -> int | None:
    """Where the linking word before a number begins; it may be one of the words that bound it."""
    for at in (counted.first, counted.figure):
        found = sentence.words.before("linking", sentence.tokens, at)
        if found:
            return found[1]
    return None


def _path(sentence: Sentence, first: int, last: int) -> float:
    """What lies between two tokens, in steps; what stands in brackets is passed over."""
    steps, depth, at = 0.0, 0, first
    while at < last and steps < FARTHEST / _OPENING:
        token, counted = sentence.tokens[at], sentence.counted_at.get(at)
        depth += (token.text == "(") - (token.text == ")" and depth > 0)
        if counted is not None and not depth:
            steps += _JOINED if _is_joined(sentence, counted, first, last) else _APART
        elif not depth and token.text != ")":
            steps += _step(sentence, token)
        at = max(at + 1, counted.last if counted else 0)
    return steps


def _step(sentence: Sentence, token: Token) -> float:
    barrier = sentence.words.rows["barrier"].get((token.lower,))
    if barrier:
        return float(barrier["cost"])
    if (token.lower,) in sentence.words.rows["linking"]:
        return 0.0
    if token.kind == "mark":
        return _MARK if token.text in ",;:–—-" else 0.0
    return _NAME if token.capital else _WORD


def _is_joined(sentence: Sentence, counted: Counted, first: int, last: int) -> bool:
    """Whether a number between shares what happens with the one before or behind it; a part of that one doesn't."""
    if counted.others and sentence.tokens[counted.first - 1].kind == "mark":
        return False
    return joins(sentence, first, counted.first) or joins(sentence, counted.last, last)


def joins(sentence: Sentence, first: int, last: int) -> bool:
    """Whether nothing stands between two tokens but words that join."""
    return first < last and all(sentence.words.at("joint", sentence.tokens, at) for at in range(first, last))
