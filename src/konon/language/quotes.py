"""Quotation marks of all kinds, paired: nested, unbalanced, and running over paragraphs.

A mark is judged by what stands around it first (a space before and none after: it opens), by its own shape second
(“ opens, ” closes), and last by whether a quotation is open. Where a mark is missing a rule ends or begins the
quotation, and `closed` is False.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from konon.language.analysis import Quote

Cut = Callable[[int, int], int | None]

_DOUBLE = re.compile(r"[\"“”„‟«»＂]|''|``")
_OPENING = frozenset("“„«‟")
_CLOSING = frozenset("”»")
_SINGLE_OPEN = re.compile(r"(?<![\w.,])['‘](?=[\w(])(?!\s)")
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?)…%])['’](?![\w'])")
_TERMINAL = re.compile(r"[.!?…]+(?=\s|$)")
_LONGEST_SINGLE = 400
_AROUND = frozenset(".,;:!?)]…-–—")


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    side: Literal["open", "close", "either"]


def pair_quotes(
    text: str, paragraphs: Sequence[tuple[int, int]], *, cut: Cut = lambda _start, _end: None
) -> tuple[Quote, ...]:
    """All quotations in order of their beginning, the outer before the inner.

    `cut(start, end)` may tell where a quotation that is never closed ends, such as before the comma and the verb of
    saying after it.
    """
    quotes: list[Quote] = []
    carried = False
    for number, (start, end) in enumerate(paragraphs):
        marks = [_mark(text, match.start(), match.end(), start) for match in _DOUBLE.finditer(text, start, end)]
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        found, carried = _pair(text, (start, end), marks, carried=carried, runs_on=_runs_on(text, following), cut=cut)
        quotes += found
    quotes += _singles(text, paragraphs, quotes)
    trimmed = (_trimmed(text, quote) for quote in sorted(quotes, key=lambda quote: (quote.start, -quote.end)))
    return tuple(quote for quote in trimmed if quote.inner_start < quote.inner_end)


def _trimmed(text: str, quote: Quote) -> Quote:
    """The quotation without the spaces at its ends and the comma before its closing mark."""
    inner = text[quote.inner_start : quote.inner_end]
    start = quote.inner_start + len(inner) - len(inner.lstrip())
    return replace(quote, inner_start=start, inner_end=quote.inner_start + len(inner.rstrip().rstrip(",").rstrip()))


def _mark(text: str, start: int, end: int, paragraph: int) -> _Mark:
    before = text[start - 1] if start > paragraph else " "
    after = text[end] if end < len(text) else " "
    loose_before, loose_after = before.isspace() or before in "([", after.isspace() or after in _AROUND
    if loose_before and not loose_after:
        return _Mark(start, end, "open")
    if loose_after and not loose_before:
        return _Mark(start, end, "close")
    shape = text[start]
    if shape in _OPENING:
        return _Mark(start, end, "open")
    if shape in _CLOSING:
        return _Mark(start, end, "close")
    return _Mark(start, end, "either")


def _runs_on(text: str, following: tuple[int, int] | None) -> bool:
    """Whether an open quotation goes on in the following paragraph, whose first mark then closes."""
    if following is None:
        return False
    first = _DOUBLE.search(text, *following)
    return bool(first) and first is not None and _mark(text, first.start(), first.end(), following[0]).side == "close"


def _pair(
    text: str, paragraph: tuple[int, int], marks: list[_Mark], *, carried: bool, runs_on: bool, cut: Cut
) -> tuple[list[Quote], bool]:
    start, end = paragraph
    quotes: list[Quote] = []
    opened: _Mark | None = _Mark(start, start, "open") if carried else None
    free_from = start
    nested_to = -1
    for number, mark in enumerate(marks):
        if number <= nested_to:
            continue
        if opened is None:
            if mark.side == "close":
                begin = _sentence_start(text, free_from, mark.start)
                quotes += _quote(_Mark(begin, begin, "open"), mark.start, mark.end, closed=False)
                free_from = mark.end
            else:
                opened = mark
        elif mark.side == "open" and mark.start > opened.end:
            if _nests(marks, number):
                quotes.append(
                    Quote(mark.start, marks[number + 1].end, mark.end, marks[number + 1].start, 1, closed=True)
                )
                nested_to = number + 1
                continue
            ended = cut(opened.end, mark.start) or _first_end(text, opened.end, mark.start)
            quotes += _quote(opened, ended, ended, closed=False)
            opened = mark
        else:
            quotes += _quote(opened, mark.start, mark.end, closed=opened.end > opened.start)
            free_from, opened = mark.end, None
    if opened is not None:
        ended = end if runs_on else (cut(opened.end, end) or end)
        quotes += _quote(opened, ended, ended, closed=False)
    return quotes, opened is not None and runs_on


def _nests(marks: Sequence[_Mark], number: int) -> bool:
    """Whether the opening mark begins a quotation within an open one: it and the outer one are both closed after it."""
    closing = marks[number + 1 : number + 3]
    return [mark.side for mark in closing] == ["close", "close"] and marks[number + 1].start > marks[number].end


def _quote(opened: _Mark, inner_end: int, end: int, *, closed: bool) -> list[Quote]:
    """The quotation; none where nothing is in it."""
    if inner_end <= opened.end:
        return []
    return [Quote(opened.start, end, opened.end, inner_end, 0, closed)]


def _sentence_start(text: str, floor: int, end: int) -> int:
    begin = floor
    for match in _TERMINAL.finditer(text, floor, max(floor, end - 2)):
        begin = match.end()
    while begin < end and text[begin].isspace():
        begin += 1
    return begin


def _first_end(text: str, start: int, end: int) -> int:
    match = _TERMINAL.search(text, start, end)
    return match.end() if match else end


def _singles(text: str, paragraphs: Sequence[tuple[int, int]], outer: Sequence[Quote]) -> list[Quote]:
    """Quotations in single marks; those within double marks are one deeper, and those across them none."""
    found = []
    at = 0
    for start, end in paragraphs:
        opens = iter(_SINGLE_OPEN.finditer(text, start, end))
        closes = [match.start() for match in _SINGLE_CLOSE.finditer(text, start, end)]
        number = 0
        free = start
        for opening in opens:
            if opening.start() < free:
                continue
            while number < len(closes) and closes[number] <= opening.end():
                number += 1
            if number == len(closes):
                break
            if closes[number] - opening.end() > _LONGEST_SINGLE:
                continue
            behind = closes[number] + 1
            while at < len(outer) and outer[at].end <= opening.start():
                at += 1
            inside = at < len(outer) and outer[at].inner_start <= opening.start() and behind <= outer[at].inner_end
            if not inside and at < len(outer) and outer[at].start < behind:
                continue
            free = behind
            found.append(Quote(opening.start(), behind, opening.end(), closes[number], int(inside), closed=True))
    return found
