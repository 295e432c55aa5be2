"""Counts that are totals: from which day on the people are counted."""

from bisect import bisect_left
from collections.abc import Sequence

from konon.extraction.counted import CountWords
from konon.extraction.happenings import Sentence
from konon.language.analysis import DateMention
from konon.record.vocabulary import CountKind

# Between the word for since and its date stands at most what began then: *sejak perang pecah pada 7 Maret*.
_REACH = 8
# Of these a day tells since when it has lasted, not from when on they are counted.
_LASTING: frozenset[CountKind] = frozenset({"missing", "abducted", "detained", "participants"})


def since(sentence: Sentence, kind: CountKind, dates: Sequence[DateMention]) -> DateMention | None:
    """The day from which on the people of a count in this sentence are counted; None where it is no total."""
    if kind in _LASTING:
        return None
    start, end = sentence.tokens[0].start, sentence.tokens[-1].end
    first = bisect_left(dates, start, key=lambda date: date.start)
    last = bisect_left(dates, end, lo=first, key=lambda date: date.start)
    return next((date for date in dates[first:last] if _begins_there(sentence, date, sentence.words)), None)


def _begins_there(sentence: Sentence, date: DateMention, words: CountWords) -> bool:
    """Whether the word for since stands before a date, with no mark between them."""
    at = bisect_left(sentence.tokens, date.start, key=lambda token: token.start)
    for place in range(at, max(0, at - _REACH) - 1, -1):
        if words.before("since", sentence.tokens, place):
            return True
        if place and sentence.tokens[place - 1].kind == "mark":
            return False
    return False
