"""What a page put between the paragraphs: links to other reports, calls to scroll, credits."""

import re
from functools import cache

from konon.language.base import Language

# A marker that eats the rest of the text is believed only in its last part, and a headline has no more words than this.
_REST_FROM = 0.6
_LONGEST_LINE = 220
_SENTENCE_END = re.compile(r"[.!?:](?=\s|$)|\n|$")
_HEADLINE_WORD = re.compile(r"\S+\s*")
_QUOTED = re.compile(r"\s*(?:\w+:?\s+){0,2}(['\"‘“])[^\n]{3,200}?['\"’”]:?(?=\s|$)")


def find_boilerplate(text: str, language: Language) -> tuple[tuple[int, int], ...]:
    """The places that are not read, in order and not overlapping."""
    pattern, extents = _markers(language)
    if pattern is None:
        return ()
    found: list[tuple[int, int]] = []
    at = 0
    for match in pattern.finditer(text):
        if match.start() < at or not _stands_alone(text, match.start()):
            continue
        end = _end(text, match.start(), match.end(), extent=extents[match.group()], language=language)
        if end > match.start():
            found.append((match.start(), end))
            at = end
    return tuple(found)


@cache
def _markers(language: Language) -> tuple[re.Pattern[str] | None, dict[str, str]]:
    extents = {form: row["extent"] for row in language.table("boilerplate", "marker") for form in row["forms"]}
    if not extents:
        return None, {}
    longest_first = sorted(extents, key=len, reverse=True)
    return re.compile("|".join(re.escape(form) for form in longest_first)), extents


def _stands_alone(text: str, start: int) -> bool:
    """Whether a marker can begin here: at a line's start, after a sentence, or glued to one by the page."""
    before = text[:start].rstrip(" \t") if start < 200 else text[start - 200 : start].rstrip(" \t")
    return (
        not before or not (before[-1].isalnum() or before[-1] in ",;-") or text[start - 1] == "\n" or text[start] == "["
    )


def _end(text: str, start: int, after: int, *, extent: str, language: Language) -> int:
    if extent == "phrase":
        return after
    if extent == "rest":
        return len(text) if start >= _REST_FROM * len(text) else _line_end(text, after)
    if extent == "bracket":
        close = text.find(")", after, after + _LONGEST_LINE)
        return close + 1 if close >= 0 else after
    if extent == "sentence":
        return _sentence_end(text, after)
    return _headline_end(text, after, language)


def _line_end(text: str, after: int) -> int:
    end = text.find("\n", after)
    return len(text) if end < 0 else end


def _sentence_end(text: str, after: int) -> int:
    match = _SENTENCE_END.search(text, after)
    return match.end() if match else len(text)


def _headline_end(text: str, after: int, language: Language) -> int:
    """The line's end; where the line goes on after the headline, the end of the headline's words."""
    line = _line_end(text, after)
    quoted = _QUOTED.match(text, after, line)
    if quoted:
        return quoted.end()
    if line - after <= _LONGEST_LINE and not _SENTENCE_END.search(text, after, max(after, line - 1)):
        return line
    last_capital = end = after
    for match in _HEADLINE_WORD.finditer(text, after, min(line, after + 2 * _LONGEST_LINE)):
        word = match.group().strip().strip("'\"()“”‘’,.:?!")
        if word[:1].islower() and not language.classes(word):
            return max(last_capital, after)
        if word[:1].isupper():
            last_capital = match.start()
        end = match.end()
        if match.group().rstrip()[-1:] in ".?!" and end - after > 20:
            return end
    return end if end < line else line
