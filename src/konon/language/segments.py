"""Document → tokens, paragraphs, quotations, periods and sentences."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache

from konon.language.analysis import Analysis, Stretch, Token
from konon.language.base import Language
from konon.language.boilerplate import find_boilerplate
from konon.language.paragraphs import find_paragraphs
from konon.language.quotes import Cut, pair_quotes
from konon.language.seams import Seams
from konon.language.sentences import split
from konon.language.trailing import find_end
from konon.language.words import tokenize
from konon.record.document import Document


def segment(document: Document, language: Language) -> Analysis:
    """The report's tokens, paragraphs, quotations, periods and sentences, without numbers, dates and names."""
    text = document.text
    skipped = _unread(text, language)
    tokens = tokenize(text, skip=skipped, seams=Seams(text, language))
    lines = find_paragraphs(text, skipped)
    quotes = pair_quotes(text, lines, cut=_tail_finder(tokens, language))
    quotes = tuple(quote for quote in quotes if not _covered(quote.start, skipped))
    paragraphs = _stretches(tokens, lines)
    periods, sentences = split(tokens, paragraphs, quotes, language)
    return Analysis(document, tokens, paragraphs, periods, sentences, quotes, skipped=skipped)


def _unread(text: str, language: Language) -> tuple[tuple[int, int], ...]:
    """What a page put between the paragraphs, and all that follows the report's end."""
    skipped = find_boilerplate(text, language)
    end = find_end(text, skipped, language)
    return skipped if end == len(text) else (*(place for place in skipped if place[1] <= end), (end, len(text)))


def _covered(offset: int, places: Sequence[tuple[int, int]]) -> bool:
    at = bisect_right(places, (offset, len(places) and places[-1][1])) - 1
    return at >= 0 and places[at][0] <= offset < places[at][1]


def _stretches(tokens: Sequence[Token], places: Sequence[tuple[int, int]]) -> tuple[Stretch, ...]:
    """The places that hold tokens, as stretches of them."""
    found = []
    first = 0
    for start, end in places:
        while first < len(tokens) and tokens[first].start < start:
            first += 1
        last = first
        while last < len(tokens) and tokens[last].start < end:
            last += 1
        if first < last:
            found.append(Stretch(start, end, first, last))
        first = last
    return tuple(found)


@cache
def _closing_cues(language: Language) -> frozenset[str]:
    rows = language.table("cues", "cue")
    return frozenset(form for row in rows for form in (*row.get("bare", ()), *row.get("closing", ())))


def _tail_finder(tokens: Sequence[Token], language: Language) -> Cut:
    """Where a quotation without a closing mark ends: before the comma and the verb of saying behind it."""
    cues = _closing_cues(language)
    ends = [
        tokens[number].start
        for number in range(len(tokens) - 1)
        if tokens[number].text == "," and _is_cue(tokens[number + 1].lower, cues, language)
    ]

    def cut(start: int, end: int) -> int | None:
        at = bisect_left(ends, start)
        return ends[at] if at < len(ends) and ends[at] < end else None

    return cut


def _is_cue(word: str, cues: frozenset[str], language: Language) -> bool:
    split_word = language.morphology.clitic(word)
    return word in cues or (split_word is not None and split_word[0] in cues)
