"""Sentences, and periods: sentences with the whole of each quotation that they hold."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from konon.language.analysis import Quote, Stretch, Token
from konon.language.base import Language

_TERMINAL = frozenset({".", "!", "?", "…"})
_OPENING = frozenset("“‘")
_BRACKETS = frozenset("\"'”’»)]“‘＂")


def split(
    tokens: Sequence[Token], paragraphs: Sequence[Stretch], quotes: Sequence[Quote], language: Language
) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """The periods and the sentences of all paragraphs, each in order."""
    outer = [quote for quote in quotes if quote.depth == 0]
    periods: list[Stretch] = []
    sentences: list[Stretch] = []
    at = 0
    for paragraph in paragraphs:
        while at < len(outer) and outer[at].end <= paragraph.start:
            at += 1
        inside = []
        number = at
        while number < len(outer) and outer[number].start < paragraph.end:
            inside.append(outer[number])
            number += 1
        ends = _ends(tokens, paragraph, _abbreviations(language))
        sentences += _stretches(tokens, paragraph, ends)
        periods += _stretches(tokens, paragraph, _outside(tokens, ends, inside))
    return tuple(periods), tuple(sentences)


@cache
def _abbreviations(language: Language) -> frozenset[str]:
    return frozenset(form for row in language.table("abbreviations", "abbreviation") for form in row["forms"])


def _ends(tokens: Sequence[Token], paragraph: Stretch, abbreviations: frozenset[str]) -> list[int]:
    """The indexes of the tokens that a sentence begins with, the paragraph's first one left out."""
    begins = []
    number = paragraph.first
    while number < paragraph.last - 1:
        token = tokens[number]
        after = number + 1
        if token.kind == "mark" and (token.text in _TERMINAL or token.text.startswith("..")):
            while after < paragraph.last and _closes(tokens, after):
                after += 1
            if after < paragraph.last and _begins(tokens, number, after, abbreviations):
                begins.append(after)
        number = after
    return begins


def _closes(tokens: Sequence[Token], number: int) -> bool:
    """Whether a bracket or quotation mark is written on to what stands before it."""
    token = tokens[number]
    if token.text not in _BRACKETS:
        return token.text in _TERMINAL
    apart = token.start > tokens[number - 1].end
    if token.text in _OPENING and number + 1 < len(tokens) and tokens[number + 1].start == token.end:
        return False
    joined = number + 1 < len(tokens) and tokens[number + 1].start == token.end and tokens[number + 1].kind != "mark"
    return not apart and not (joined and tokens[number - 1].text not in _TERMINAL)


def _begins(tokens: Sequence[Token], end: int, after: int, abbreviations: frozenset[str]) -> bool:
    """Whether a sentence ends at the mark `end` and another begins at `after`."""
    mark, follows = tokens[end], tokens[after]
    before = tokens[end - 1] if end else None
    if follows.kind == "word" and not follows.capital:
        return False
    if mark.text != ".":
        return follows.kind != "mark" or follows.text not in ",;:)"
    if follows.kind == "mark" and follows.text in ",;:)-":
        return False
    if before is None or before.end < mark.start or before.kind == "mark":
        return True
    if before.kind == "number":
        return follows.start > mark.end or follows.kind == "word"
    return after > end + 1 or not (_is_initial(tokens, end) or _abbreviated(tokens, end) in abbreviations)


def _is_initial(tokens: Sequence[Token], end: int) -> bool:
    """Whether a point stands behind the initial of a name: a capital after a capital word or another initial."""
    if not _is_letter(tokens[end - 1]):
        return False
    return (
        end < 2 or tokens[end - 2].capital or (end > 2 and tokens[end - 2].text == "." and _is_letter(tokens[end - 3]))
    )


def _is_letter(token: Token) -> bool:
    return token.capital and len(token.text) == 1


def _abbreviated(tokens: Sequence[Token], end: int) -> str:
    """The word before a point, with what a point within it joins to it (`ph.d`)."""
    word, joint = tokens[end - 1], tokens[max(0, end - 2)]
    inner = end >= 3 and joint.text == "." and tokens[end - 3].end == joint.start and joint.end == word.start
    return f"{tokens[end - 3].lower}.{word.lower}" if inner else word.lower


def _outside(tokens: Sequence[Token], begins: list[int], quotes: list[Quote]) -> list[int]:
    """Those beginnings that don't stand within a quotation."""
    kept = []
    at = 0
    for number in begins:
        offset = tokens[number].start
        while at < len(quotes) and quotes[at].inner_end <= offset:
            at += 1
        within = at < len(quotes) and quotes[at].inner_start < offset < quotes[at].inner_end
        if not within:
            kept.append(number)
    return kept


def _stretches(tokens: Sequence[Token], paragraph: Stretch, begins: list[int]) -> list[Stretch]:
    bounds = [paragraph.first, *begins, paragraph.last]
    return [
        Stretch(tokens[first].start, tokens[last - 1].end, first, last)
        for first, last in pairwise(bounds)
        if first < last
    ]
