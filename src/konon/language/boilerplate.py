"""What a page put between the paragraphs: links to other reports, calls to scroll, credits."""

import re
from functools import cache

from konon.language.base import Language

# A marker that eats the rest of the text is believed only in its last part, and a headline has no more words than this.
_REST_FROM = 0.6
_LONGEST_LINE = 220
# A desk's mark ends a report in its later half only.
_LAST_FROM = 0.5
# Who wrote a report stands in brackets at its end: initials, a desk, or an outlet before names; names on a last line.
_CREDIT = (
    r"(?:(?<=[.!?…\"”'’)\n])|(?<=[.!?…\"”'’)\n][ \t]))"
    r"\((?:[a-z]{2,4}|[A-Z]{1,2}-\d{1,2}|[^\W\d][\w.]{0,24}(?:[ ]?/[ ]?[^\W\d][\w. -]{0,30}){1,4})[ ]?\)\.?"
    r"(?=[ \t]*(?:\n|$))"
    # On a page that lost its lines, a desk's letter and number or initials between slashes end a report all the same.
    r"|(?<=[.!?”\"])[ ]?\((?:(?:[\w.]+/)*[A-Z]{1,2}-\d{1,2}|[a-z]{2,4}(?:/[a-z]{2,5}){1,3})[ ]?\)\.?(?=[ ][A-Z])"
    r"|(?<=\n)\([A-Z]\w+(?:[ ][A-Z]\w+){1,3}[ ]?\)(?=\s*\Z)"
)
# With the desk's letter and number a report ends; what follows on the page are the openings of others.
_LAST_LINE = re.compile(r"[ ]?\((?:[\w. ]+/)*[A-Z]{1,2}-\d{1,2}[ ]?\)\.?[ \t]*(?:\n|$|[A-Z])")
_CLOSING = {"(": ")", "[": "]"}
_SENTENCE_END = re.compile(r"[.!?:](?=\s|$)|\n|$")
# A headline has a colon, and may end with a question, but has no full stop.
_WITHIN = re.compile(r"[.!?](?=\s+\S)|\.\s*$")
_HEADLINE_WORD = re.compile(r"\S+\s*")
_QUOTED = re.compile(r"\s*(?:\w+:?\s+){0,2}(['\"‘“])[^\n]{3,200}?['\"’”]:?(?=\s|$)")


def find_boilerplate(text: str, language: Language) -> tuple[tuple[int, int], ...]:
    """The places that are not read, in order and not overlapping."""
    pattern, extents = _markers(language)
    found: list[tuple[int, int]] = []
    at = 0
    for match in pattern.finditer(text):
        if match.start() < at:
            continue
        if match["credit"]:
            last = match.start() >= _LAST_FROM * len(text) and _LAST_LINE.match(text, match.start())
            end = len(text) if last else match.end()
        elif _stands_alone(text, match.start(), at):
            end = _end(text, match.start(), match.end(), extent=extents[match.group()], language=language)
        else:
            continue
        if end > match.start():
            found.append((match.start(), end))
            at = end
    return tuple(found)


@cache
def _markers(language: Language) -> tuple[re.Pattern[str], dict[str, str]]:
    extents = {form: row["extent"] for row in language.table("boilerplate", "marker") for form in row["forms"]}
    longest_first = "|".join(re.escape(form) for form in sorted(extents, key=len, reverse=True))
    return re.compile(f"(?P<credit>{_CREDIT})|(?:{longest_first})" if extents else f"(?P<credit>{_CREDIT})"), extents


def _stands_alone(text: str, start: int, skipped: int) -> bool:
    """Whether a marker can begin here: at a line's start, after a sentence or what is skipped, or glued to one."""
    if skipped and not text[max(skipped, start - 200) : start].strip():
        return True
    before = text[:start].rstrip(" \t") if start < 200 else text[start - 200 : start].rstrip(" \t")
    return (
        not before or not (before[-1].isalnum() or before[-1] in ",;-") or text[start - 1] == "\n" or text[start] == "["
    )


def _end(text: str, start: int, after: int, *, extent: str, language: Language) -> int:
    if extent == "phrase":
        return after
    if extent in ("paragraph", "own_line"):
        line = _line_end(text, after)
        return after if extent == "own_line" and not _is_headline(text, after, line) else line
    if extent in ("rest", "ending") and start >= _REST_FROM * len(text):
        return len(text)
    if extent == "ending":
        return start
    if extent == "rest":
        # Where the page lost its lines, the line is the whole of it.
        return _line_end(text, after) if "\n" in text else _sentence_end(text, after)
    if extent == "bracket":
        close = text.find(_CLOSING[text[start]], after, after + _LONGEST_LINE)
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


def _is_headline(text: str, after: int, line: int) -> bool:
    return line - after <= _LONGEST_LINE and not _WITHIN.search(text, after, line)


def _headline_end(text: str, after: int, language: Language) -> int:
    """The line's end; where the line goes on after the headline, the end of the headline's words."""
    line = _line_end(text, after)
    quoted = _QUOTED.match(text, after, line)
    if quoted:
        return quoted.end()
    if _is_headline(text, after, line):
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
