"""Paragraphs, with those joined that a page broke in mid-sentence."""

import re

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_FINISHED = re.compile(r"[.!?…:;][\"'”’»)\]]*\s*$|[\"”»]\s*$")
# A line this long without a sentence end is no heading: the page broke it.
_BROKEN_FROM = 60
_FEW = 2


def find_paragraphs(text: str, skipped: tuple[tuple[int, int], ...] = ()) -> tuple[tuple[int, int], ...]:
    """The places of the paragraphs, in order; a line that goes on in the next one is joined with it."""
    paragraphs: list[tuple[int, int]] = []
    hidden = {start for start, _ in skipped}
    lines = list(_LINE.finditer(text))
    # Where many lines lack a sentence end, it was left off, and no sentence broken.
    broken = sum(len(line.group()) >= _BROKEN_FROM and not _FINISHED.search(line.group()[-12:]) for line in lines)
    for match in lines:
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        end = match.start() + len(match.group().rstrip())
        if paragraphs and start not in hidden and _goes_on(text, paragraphs[-1], (start, end), rare=broken <= _FEW):
            paragraphs[-1] = (paragraphs[-1][0], end)
        else:
            paragraphs.append((start, end))
    return tuple(paragraphs)


def _goes_on(text: str, earlier: tuple[int, int], later: tuple[int, int], *, rare: bool) -> bool:
    line_start = text.rfind("\n", earlier[0], earlier[1]) + 1 or earlier[0]
    line = text[line_start : earlier[1]]
    if _FINISHED.search(line[-12:]):
        return False
    if text[later[0]].islower():
        return True
    capitals = sum(word[:1].isupper() for word in line.split()[:24])
    headline = capitals > 0.6 * min(24, len(line.split()))
    return (
        rare
        and len(line) >= _BROKEN_FROM
        and not headline
        and text[later[0]].isalnum()
        and bool(_FINISHED.search(text[later[1] - 1 : later[1]]))
    )
