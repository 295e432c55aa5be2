"""Counts: numbers of people that events did something to, and who says so."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from konon.extraction.counted import Counted, CountWords, count_words, find_counted
from konon.extraction.draft import CountDraft, Draft, StatementDraft
from konon.extraction.stage import stage
from konon.language.analysis import Analysis, Number, Stretch, Token
from konon.language.base import Language, Row
from konon.record.vocabulary import CountKind

# How far off a word of happening may stand, in steps. What lies between is weighed: a word, a name, a mark, another
# number that is joined to this one, and one that is not. The weights were chosen on the training reports.
_FARTHEST = 12.0
_WORD, _NAME, _MARK, _JOINED, _APART = 0.5, 0.25, 2.0, 2.0, 8.0
# A verb of which the people are the subject may stand before them (`died five`), at this price and more a step.
_BACKWARDS, _BACK = 2.0, 4.0
_ALWAYS, _LINKED, _SAME, _PART, _LISTED, _NOUN_ALONE = -1.0, 0.9, 3.0, 6.0, 7.0, 10.0
# One person is counted only near the word, unless the sentence begins with that person.
_FARTHEST_OF_ONE = 5.0
# A number without a known noun needs its word right beside it, and one that is said of people only.
_FARTHEST_UNKNOWN, _FARTHEST_ALONE = 1.5, 1.0
_OF_PEOPLE_ONLY = ("killed", "injured")
# No word of happening farther away than this many tokens can be near enough.
_WINDOW = 50

_Figure = int | tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Trigger:
    row: Row
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence with what may be counted in it and the words of happening; indices are those of its own tokens."""

    tokens: Sequence[Token]
    counted: tuple[Counted, ...]
    counted_at: dict[int, Counted]
    triggers: tuple[_Trigger, ...]
    words: CountWords

    def triggers_in(self, first: int, last: int) -> tuple[_Trigger, ...]:
        """The words of happening that begin within a place."""
        begin = bisect_left(self.triggers, first, key=attrgetter("first"))
        return self.triggers[begin : bisect_left(self.triggers, last, key=attrgetter("first"))]


@stage("counts", needs={"statements"}, gives={"counts"})
def counts(draft: Draft, language: Language) -> None:
    """Add the counts of the report."""
    words = count_words(language)
    told: set[_Figure] = set()
    told_of: set[tuple[CountKind, _Figure]] = set()
    of: str | None = None
    for stretch in draft.analysis.sentences:
        sentence = _sentence(draft.analysis, stretch, words)
        found = list(_kinds(sentence, told))
        for counted, kind in found:
            of = _of(draft.analysis.text, sentence, counted, of)
            if told_of.isdisjoint((kind, figure) for figure in _figures(counted.number)):
                draft.counts.append(_count(draft, sentence, counted, kind=kind, of=of))
        told.update(figure for counted, _ in found for figure in _figures(counted.number))
        told_of.update((kind, figure) for counted, kind in found for figure in _figures(counted.number))


def _sentence(analysis: Analysis, stretch: Stretch, words: CountWords) -> _Sentence:
    counted = _without_households(tuple(find_counted(analysis, stretch, words)))
    tokens = analysis.tokens[stretch.first : stretch.last]
    triggers = tuple(_triggers(tokens, words)) if counted else ()
    return _Sentence(tokens, counted, {number.first: number for number in counted}, triggers, words)


def _triggers(tokens: Sequence[Token], words: CountWords) -> Iterator[_Trigger]:
    at = 0
    while at < len(tokens):
        found = words.at("trigger", tokens, at)
        if found:
            yield _Trigger(found[0], at, found[1])
        at = found[1] if found else at + 1


def _count(draft: Draft, sentence: _Sentence, counted: Counted, *, kind: CountKind, of: str | None) -> CountDraft:
    number, end = counted.number, sentence.tokens[counted.last - 1].end
    return CountDraft(
        number.start, max(number.end, end), number.minimum, number.maximum, number.approximate, kind, of=of,
        attributed_to=innermost(draft.statements, number.figure_start),
    )  # fmt: skip


def innermost(statements: Sequence[StatementDraft], offset: int) -> StatementDraft | None:
    """The statement with the shortest content of those in whose content an offset stands."""
    around = [said for said in statements if any(start <= offset < end for start, end in said.content)]
    return min(around, key=lambda said: (sum(end - start for start, end in said.content), said.start), default=None)


def _of(text: str, sentence: _Sentence, counted: Counted, earlier: str | None) -> str | None:
    """The words for whom; where the number has none of its own, those of the number before it."""
    if counted.named == counted.noun:
        return earlier
    return text[sentence.tokens[counted.noun].start : sentence.tokens[counted.named - 1].end]


def _figures(number: Number) -> set[_Figure]:
    """What a number shares with the same one under another bound: at least nine is nine told with more care."""
    low, high = number.minimum, number.maximum
    if low is not None and high is not None:
        return {low} if low == high else {(low, high)}
    return {low, low - 1} if low is not None else {high, high + 1} if high is not None else set()


def _kinds(sentence: _Sentence, told_before: Collection[_Figure]) -> Iterator[tuple[Counted, CountKind]]:
    """The numbers of a sentence that are counts, each with its kind."""
    earlier: CountKind | None = None
    for index, counted in enumerate(sentence.counted):
        if _is_apposition(sentence, counted):
            continue
        told = not _figures(counted.number).isdisjoint(told_before)
        if told and counted.known:
            continue
        options = list(_options(sentence, index, earlier))
        options += [] if told else _by_itself(sentence, counted)
        options = [option for option in options if _fits(counted, option[1])]
        cost, kind = min(options, key=lambda option: option[0], default=(_FARTHEST, None))
        earlier = kind if cost < _farthest(sentence, counted, kind) else None
        if earlier is not None:
            yield counted, earlier


def _without_households(counted: Sequence[Counted]) -> tuple[Counted, ...]:
    """The numbers without those of households that are told in persons as well: 8 families or 32 persons."""
    beside = zip(counted, (None, *counted), (*counted[1:], None), strict=False)
    return tuple(this for this, *others in beside if not (this.household and any(map(this.in_persons, others))))


def _fits(counted: Counted, kind: CountKind) -> bool:
    """Whether people of this noun and number can be of a kind; one person is no crowd."""
    crowd = kind != "participants" or counted.number.maximum != 1
    return crowd and kind not in (counted.row or {}).get("never", ())


def _farthest(sentence: _Sentence, counted: Counted, kind: CountKind | None) -> float:
    if not counted.certain:
        named = counted.last > counted.noun
        return _FARTHEST_ALONE if not named else _FARTHEST_UNKNOWN if kind in _OF_PEOPLE_ONLY else 0.0
    if counted.number.minimum == 1 and not _begins(sentence, counted.first):
        return _FARTHEST_OF_ONE
    return _FARTHEST


def _begins(sentence: _Sentence, at: int) -> bool:
    """Whether a clause begins at a token: at the sentence's start, or behind a mark that is no comma."""
    before = sentence.tokens[at - 1] if at else None
    return before is None or (before.kind == "mark" and before.text != ",")


def _is_apposition(sentence: _Sentence, counted: Counted) -> bool:
    """Whether one person is told more of who was named right before: X, a nurse."""
    at = counted.first
    behind_comma = at > 1 and sentence.tokens[at - 1].text == ","
    named = behind_comma and (sentence.tokens[at - 2].capital or sentence.tokens[at - 2].text == ")")
    return counted.number.minimum == 1 and named


def _options(sentence: _Sentence, index: int, earlier: CountKind | None) -> Iterator[tuple[float, CountKind]]:
    """The kinds that the words around a number speak for, each with how far off they are."""
    counted = sentence.counted[index]
    doer = sentence.words.before("doer", sentence.tokens, counted.first) is not None
    alone = counted.last == counted.noun
    for trigger in sentence.triggers_in(counted.first - _WINDOW, counted.last + _WINDOW):
        if alone and trigger.row["kind"] not in _OF_PEOPLE_ONLY:
            continue
        cost = _cost(sentence, index, trigger)
        if cost is not None and not (doer and trigger.last not in (counted.first, counted.figure)):
            yield cost, trigger.row["kind"]
    label = _labelled(sentence, index)
    if label:
        yield _LINKED, label
    if earlier:
        for cost in _inherited(sentence, index):
            yield cost, earlier


def _by_itself(sentence: _Sentence, counted: Counted) -> Iterator[tuple[float, CountKind]]:
    """The kind that the noun has where nothing else is said, or the whole of which parts are told."""
    row = counted.row or {}
    if "kind" in row:
        yield (_ALWAYS if row.get("always") else _NOUN_ALONE), row["kind"]
    whole = sentence.words.before("whole", sentence.tokens, counted.first)
    if whole and counted.row and (whole[1] == 0 or sentence.tokens[whole[1]].capital):
        yield _LINKED, whole[0]["kind"]


def _cost(sentence: _Sentence, index: int, trigger: _Trigger) -> float | None:
    """How far off a word of happening is, in steps; None where it can't be said of the number."""
    counted, extra = sentence.counted[index], float(trigger.row.get("cost", 0))
    if trigger.first >= counted.last:
        return None if trigger.row["side"] == "object" else extra + _path(sentence, counted.last, trigger.first)
    if trigger.last > counted.figure:
        return None
    path = _path(sentence, trigger.last, counted.first)
    if trigger.row["side"] == "object":
        return extra + path
    linked = sentence.words.before("linking", sentence.tokens, counted.first)
    if linked and not (index and sentence.counted[index - 1].first >= trigger.last):
        return extra + _LINKED
    return extra + _BACKWARDS + _BACK * path


def _path(sentence: _Sentence, first: int, last: int) -> float:
    """What lies between two tokens, in steps; what stands in brackets is passed over."""
    steps, depth, at = 0.0, 0, first
    while at < last and steps < _FARTHEST:
        token, counted = sentence.tokens[at], sentence.counted_at.get(at)
        depth += (token.text == "(") - (token.text == ")" and depth > 0)
        if counted is not None and not depth:
            steps += _JOINED if _is_joined(sentence, counted, first, last) else _APART
        elif not depth and token.text != ")":
            steps += _step(sentence, token)
        at = max(at + 1, counted.last if counted else 0)
    return steps


def _step(sentence: _Sentence, token: Token) -> float:
    barrier = sentence.words.rows["barrier"].get((token.lower,))
    if barrier:
        return float(barrier["cost"])
    if (token.lower,) in sentence.words.rows["linking"]:
        return 0.0
    if token.kind == "mark":
        return _MARK if token.text in ",;:–—-" else 0.0
    return _NAME if token.capital else _WORD


def _is_joined(sentence: _Sentence, counted: Counted, first: int, last: int) -> bool:
    """Whether a number between shares what happens with the one before or behind it; a part of that one doesn't."""
    if counted.others and sentence.tokens[counted.first - 1].kind == "mark":
        return False
    return _joins(sentence, first, counted.first) or _joins(sentence, counted.last, last)


def _joins(sentence: _Sentence, first: int, last: int) -> bool:
    """Whether nothing stands between two tokens but words that join."""
    return first < last and all(sentence.words.at("joint", sentence.tokens, at) for at in range(first, last))


def _labelled(sentence: _Sentence, index: int) -> CountKind | None:
    """The kind that the words before a linking word say: the toll of the dead rose to five."""
    counted, tokens = sentence.counted[index], sentence.tokens
    linking = sentence.words.before("linking", tokens, counted.first)
    first = sentence.counted[index - 1].last if index else 0
    labels = [sentence.words.at("label", tokens, at) for at in range(first, linking[1] if linking else first)]
    found = sorted((label[0] for label in labels if label), key=lambda row: bool(row.get("weak")))
    return found[0]["kind"] if found else None


def _inherited(sentence: _Sentence, index: int) -> Iterator[float]:
    """How far off the number before is of which this one is a part, or with which it is told in one breath."""
    before, this, tokens = sentence.counted[index - 1], sentence.counted[index], sentence.tokens
    between = range(before.last, this.first)
    if _joins(sentence, before.last, this.first):
        yield _SAME
    if any(sentence.words.at("including", tokens, at) for at in between):
        yield _PART
    same_noun = this.row is not None and tokens[before.noun].lower == tokens[this.noun].lower
    if same_noun and between and tokens[before.last].text == "," and not sentence.triggers_in(before.last, this.first):
        yield _LISTED
