"""Counts: numbers of people that events did something to, and who says so."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from konon.extraction.counted import Counted, CountWords, count_words, find_counted
from konon.extraction.counts_learned import weighed
from konon.extraction.counts_since import since
from konon.extraction.draft import CountDraft, Draft, StatementDraft, Why
from konon.extraction.happenings import FARTHEST, LINKED, Sentence, Trigger, begins, distance, joins, linking_before
from konon.extraction.stage import stage
from konon.language.analysis import Analysis, Number, Stretch, Token
from konon.language.base import Language
from konon.language.reader.told import asked
from konon.record.vocabulary import CountKind

_ALWAYS, _SAME, _PART, _LISTED, _NOUN_ALONE = -1.0, 3.0, 6.0, 7.0, 10.0
# One person is counted only near the word, unless the sentence begins with that person.
_FARTHEST_OF_ONE = 5.0
# A number without a known noun needs its word right beside it, and one that is said of people only.
_FARTHEST_UNKNOWN, _FARTHEST_ALONE = 1.5, 1.0
# No word of happening farther away than this many tokens can be near enough.
_WINDOW = 50
# From so many people on, those brought away are a place's, and driven from it.
_CROWD = 100
# The words by which a sentence lists parts begin within its first so many words.
_OPENING = 3

_Figure = int | tuple[int, int]


@stage("counts", needs={"statements"}, gives={"counts"})
def counts(draft: Draft, language: Language) -> None:
    """Add the counts of the report."""
    words = count_words(language)
    told: dict[_Figure, CountKind] = {}
    last: tuple[CountKind, str] | None = None
    told_of: dict[tuple[CountKind, _Figure], list[Counted]] = {}
    of: str | None = None
    model = asked(draft.analysis.reading)
    for stretch in draft.analysis.sentences:
        sentence = _sentence(draft.analysis, stretch, words)
        parts = _lists_parts(sentence)
        found = list(_kinds(sentence, told, last if parts or _goes_on(sentence) else None, parts=parts))
        again = [one for one in sentence.counted if one.known and _figures(one.number) & told.keys()]
        kept = weighed(sentence, found, model, known=again)
        found = [(counted, kind) for counted, kind, _ in kept]
        for counted, kind, why in kept:
            of = _of(draft.analysis.text, sentence, counted, of)
            before = [one for figure in _figures(counted.number) for one in told_of.get((kind, figure), ())]
            if all(_are_others(counted, one) for one in before):
                draft.counts.append(_count(draft, sentence, counted, kind=kind, of=of, why=why))
            last = kind, sentence.tokens[counted.noun].lower if counted.row else ""
        for counted, kind in found:
            told.update((figure, told.get(figure, kind)) for figure in _figures(counted.number))
        for counted, kind in found:
            for figure in _figures(counted.number):
                told_of.setdefault((kind, figure), []).append(counted)


def _sentence(analysis: Analysis, stretch: Stretch, words: CountWords) -> Sentence:
    counted = _without_households(tuple(find_counted(analysis, stretch, words)))
    tokens = analysis.tokens[stretch.first : stretch.last]
    triggers = tuple(_triggers(tokens, words)) if counted else ()
    return Sentence(tokens, counted, {number.first: number for number in counted}, triggers, words)


def _triggers(tokens: Sequence[Token], words: CountWords) -> Iterator[Trigger]:
    at = 0
    while at < len(tokens):
        found = words.at("trigger", tokens, at)
        if found:
            yield Trigger(found[0], at, found[1])
        at = found[1] if found else at + 1


def _count(
    draft: Draft, sentence: Sentence, counted: Counted, *, kind: CountKind, of: str | None, why: Why
) -> CountDraft:
    number, end = counted.number, sentence.tokens[counted.last - 1].end
    return CountDraft(
        number.start, max(number.end, end), number.minimum, number.maximum, number.approximate, kind, of=of,
        attributed_to=innermost(draft.statements, number.figure_start), why=why,
        cumulative_since=since(sentence, kind, draft.analysis.dates),
    )  # fmt: skip


def innermost(statements: Sequence[StatementDraft], offset: int) -> StatementDraft | None:
    """The statement with the shortest content of those in whose content an offset stands."""
    around = [said for said in statements if any(start <= offset < end for start, end in said.content)]
    return min(around, key=lambda said: (sum(end - start for start, end in said.content), said.start), default=None)


def _of(text: str, sentence: Sentence, counted: Counted, earlier: str | None) -> str | None:
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


def _are_others(counted: Counted, told: Counted) -> bool:
    """Whether people can't be those told of before with the same number: two officers and two civilians."""
    folk, before = ((one.row or {}).get("folk") for one in (counted, told))
    return (folk and before and folk != before) or (counted.further and not told.further)


def _goes_on(sentence: Sentence) -> bool:
    """Whether a sentence only goes on with the list of the one before: no word of happening stands in it."""
    return not sentence.triggers and sentence.words.at("continuing", sentence.tokens, 0) is not None


def _lists_parts(sentence: Sentence) -> bool:
    """Whether a sentence lists the parts of the people counted before: they consist of ten of these, two of those."""
    return not sentence.triggers and any(sentence.words.at("including", sentence.tokens, at) for at in range(_OPENING))


def _kinds(
    sentence: Sentence, told: Mapping[_Figure, CountKind], before: tuple[CountKind, str] | None, *, parts: bool
) -> Iterator[tuple[Counted, CountKind]]:
    """The numbers of a sentence that are counts, each with its kind.

    `before` are the kind and the noun of the list that the sentence goes on with; `parts`: it lists parts.
    """
    earlier: CountKind | None = None
    for index, counted in enumerate(sentence.counted):
        if _is_apposition(sentence, counted):
            continue
        told_as = next((told[figure] for figure in sorted(_figures(counted.number), key=str) if figure in told), None)
        if told_as and counted.known:
            earlier = told_as
            continue
        options = list(_options(sentence, index, earlier))
        options += [] if told_as else _by_itself(sentence, counted)
        same = before and counted.row and sentence.tokens[counted.noun].lower == before[1]
        if before and (same or (parts and counted.row)):
            options.append((_NOUN_ALONE, before[0]))
        options = [option for option in options if _fits(counted, option[1])]
        cost, kind = min(options, key=lambda option: option[0], default=(FARTHEST, None))
        found = kind if cost < _farthest(sentence, counted) else None
        earlier = found or told_as
        if found is not None:
            yield counted, found


def _without_households(counted: Sequence[Counted]) -> tuple[Counted, ...]:
    """The numbers without those of households that are told in persons as well: 8 families or 32 persons.

    What is said of the households is said of the persons, who stand in their place.
    """
    kept: list[Counted] = []
    for before, this, after in zip((None, *counted), counted, (*counted[1:], None), strict=False):
        if this.household and any(map(this.in_persons, (before, after))):
            continue
        instead = before is not None and before.household and before.in_persons(this)
        kept.append(replace(this, first=before.first) if before and instead else this)
    return tuple(kept)


def _fits(counted: Counted, kind: CountKind) -> bool:
    """Whether people of this noun and number can be of a kind; one person is no crowd."""
    crowd = kind != "participants" or counted.number.maximum != 1
    return crowd and kind not in (counted.row or {}).get("never", ())


def _farthest(sentence: Sentence, counted: Counted) -> float:
    if not counted.certain:
        return _FARTHEST_UNKNOWN if counted.last > counted.noun else _FARTHEST_ALONE
    if counted.number.minimum == 1 and not begins(sentence, counted.first):
        return _FARTHEST_OF_ONE
    return FARTHEST


def _is_apposition(sentence: Sentence, counted: Counted) -> bool:
    """Whether one person is told more of who was named right before: X, a nurse; X was a nurse."""
    at = counted.first
    if counted.number.minimum == 1 and sentence.words.before("copula", sentence.tokens, at):
        return True
    behind_comma = at > 2 and sentence.tokens[at - 1].text == ","
    named = behind_comma and (sentence.tokens[at - 2].capital or sentence.tokens[at - 2].text == ")")
    return counted.number.minimum == 1 and named


def _options(sentence: Sentence, index: int, earlier: CountKind | None) -> Iterator[tuple[float, CountKind]]:
    """The kinds that the words around a number speak for, each with how far off they are."""
    counted = sentence.counted[index]
    doer = sentence.words.before("doer", sentence.tokens, counted.first) is not None
    alone = counted.last == counted.noun
    for trigger in sentence.triggers_in(counted.first - _WINDOW, counted.last + _WINDOW):
        if not (counted.certain or trigger.row.get("people_only") or (alone and earlier)):
            continue
        cost = distance(sentence, index, trigger)
        if _is_habit(sentence, trigger):
            continue
        if cost is not None and not (doer and trigger.last not in (counted.first, counted.figure)):
            yield cost, _kind(trigger, counted)
    label = _labelled(sentence, index)
    if label:
        yield LINKED, label
    if earlier:
        for cost in _inherited(sentence, index):
            yield cost, earlier


def _kind(trigger: Trigger, counted: Counted) -> CountKind:
    """The kind that a word of happening tells: of a crowd, that a place was emptied, rather than these people saved."""
    crowd: CountKind | None = trigger.row.get("crowd")
    many = (counted.number.minimum or 0) >= _CROWD and not counted.household
    return crowd if crowd and many and _fits(counted, crowd) else trigger.row["kind"]


def _is_habit(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a word of happening tells what all but was, or, of the living, what is so as a rule or could be."""
    if sentence.words.before("nearly", sentence.tokens, trigger.first):
        return True
    if trigger.row["kind"] not in ("affected", "participants", "detained"):
        return False
    at = trigger.first
    return any(sentence.words.before("habit", sentence.tokens, place) for place in (at, at - 1) if place > 0)


def _by_itself(sentence: Sentence, counted: Counted) -> Iterator[tuple[float, CountKind]]:
    """The kind that the noun has where nothing else is said, or the whole of which parts are told."""
    row = counted.row or {}
    if "kind" in row and not (counted.known and not row.get("always")):
        yield (_ALWAYS if row.get("always") else _NOUN_ALONE), row["kind"]
    whole = sentence.words.before("whole", sentence.tokens, counted.first)
    if whole and counted.row and (whole[1] == 0 or sentence.tokens[whole[1]].capital):
        yield LINKED, whole[0]["kind"]


def _labelled(sentence: Sentence, index: int) -> CountKind | None:
    """The kind that the words before a linking word say: the toll of the dead rose to five."""
    counted, tokens = sentence.counted[index], sentence.tokens
    linking = linking_before(sentence, counted)
    first = sentence.counted[index - 1].last if index else 0
    labels = [sentence.words.at("label", tokens, at) for at in range(first, first if linking is None else linking)]
    found = sorted((label[0] for label in labels if label), key=lambda row: bool(row.get("weak")))
    return found[0]["kind"] if found else None


def _inherited(sentence: Sentence, index: int) -> Iterator[float]:
    """How far off the number before is of which this one is a part, or with which it is told in one breath."""
    before, this, tokens = sentence.counted[index - 1], sentence.counted[index], sentence.tokens
    between = range(before.last, this.first)
    if joins(sentence, before.last, this.first):
        yield _SAME
    whole = sentence.words.before("whole", tokens, before.first)
    if whole or any(sentence.words.at("including", tokens, at) for at in between):
        yield _PART
    if this.last == this.noun and between and _is_placed(sentence, this):
        yield LINKED
    if len(between) == 1 and sentence.words.at("linking", tokens, before.last):
        yield LINKED  # it grew by 40 to 500
    same_noun = this.row is not None and tokens[before.noun].lower == tokens[this.noun].lower
    if (
        same_noun
        and between
        and sentence.words.at("joint", tokens, before.last)
        and not sentence.triggers_in(before.last, this.first)
    ):
        yield _LISTED


def _is_placed(sentence: Sentence, counted: Counted) -> bool:
    """Whether a number without a noun only tells where or when a part was: ten, six on Monday and four on Friday."""
    tokens = sentence.tokens
    if counted.last >= len(tokens) or not sentence.words.at("joint", tokens, counted.first - 1):
        return tokens[counted.first - 1].text == "("
    return "preposition" in sentence.words.language.classes(tokens[counted.last].lower)
