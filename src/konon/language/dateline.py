"""The dateline at the head of a report: the words before the first sentence that name place and outlet.

A dateline is some parts and a dash. The parts are places in capitals, outlets (a domain, a name that the language's
table `dateline` knows, a name in brackets) and dates in figures, in any order.
"""

import re
from dataclasses import dataclass
from functools import cache

from konon.language.base import Language, language

# What is longer than this before the dash is a sentence.
_LONGEST = 110

_LEAD = re.compile(r"[\s\\\"“”*_>#.:-]{0,20}")
_DASH = re.compile(r"(?P<stop>[.,]?\s{0,2})(?P<dash>-{1,3}|[–—]|:)(?P<space>\s*)")
_TOKEN = re.compile(r"\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?|\([^()\n]*\)|[,|/]|[^\s,|/()]+")
_FIGURES = re.compile(r"\d+[/.][\d/.]+\Z")
_DOMAIN = re.compile(r"[\w-]+((?:\.[^\W\d_]{2,7}){1,2})\Z")
_SECOND = re.compile(r"(?P<place>[^\W\d_][^\d\n.,:;()–—-]{1,30}?)\s*(?P<end>[.]|-{1,2}|[–—]|:)\s+(?=[^\W_a-z]|[\"“'‘])")
_DASHLESS = re.compile(r"(?P<place>[A-Z]{2,}(?: [A-Z]{2,}){0,2}) (?=[\"“]?[A-Z][a-z])")


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where the dateline stands, its dash included, and what it names; places and outlets with their offsets."""

    start: int
    end: int
    place: str | None = None
    place_start: int = 0
    place_end: int = 0
    outlet: str | None = None
    outlet_start: int = 0
    outlet_end: int = 0


@dataclass(frozen=True, slots=True)
class _Part:
    kind: str  # outlet, place, rubric or figures
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class _Words:
    """The table of a language, ready to be looked up."""

    reporters: tuple[str, ...]
    outlets: frozenset[str]
    rubrics: frozenset[str]
    capitals: frozenset[str]
    suffixes: frozenset[str]
    language: Language


def find_dateline(text: str, code: str = "id") -> Dateline | None:
    """The dateline of a text in the language of this code; None where there is none."""
    words = _words(code)
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    begin = _after_reporter(text, start, words)
    window = text[begin : begin + _LONGEST]
    found = _dashed(window, words) or _dashless(window, words)
    if found is None:
        return None
    parts, end = found
    place = next((part for part in parts if part.kind == "place"), None)
    outlet = next((part for part in parts if part.kind == "outlet"), None)
    return Dateline(
        start=start, end=begin + end,
        place=_spelled(place.text, words) if place else None,
        place_start=begin + place.start if place else 0, place_end=begin + place.end if place else 0,
        outlet=outlet.text if outlet else None,
        outlet_start=begin + outlet.start if outlet else 0, outlet_end=begin + outlet.end if outlet else 0,
    )  # fmt: skip


def _after_reporter(text: str, start: int, words: _Words) -> int:
    """Where the dateline proper begins: behind a line that names the reporter, or at the outlet's domain."""
    head = text[start : start + _LONGEST]
    phrase = next((phrase for phrase in words.reporters if head.lower().startswith(f"{phrase} ")), None)
    if phrase is None or not head[len(phrase) + 1 : len(phrase) + 2].isupper():
        return start
    line, newline, _ = head.partition("\n")
    if newline:
        lead = _LEAD.match(text, start + len(line))
        return lead.end() if lead else start
    domains = [match.start() for match in _TOKEN.finditer(head) if _domain(match.group().rstrip("."), words)]
    return start + domains[-1] if domains else start


def _dashed(window: str, words: _Words) -> tuple[list[_Part], int] | None:
    line = window.find("\n")
    for dash in _DASH.finditer(window):
        if 0 <= line < dash.start("dash"):
            break
        parts = _parts(window[: dash.start()], words)
        if parts and _plausible(parts, dash, window):
            return _with_second(parts, dash.end(), window, words)
    return None


def _parts(head: str, words: _Words) -> list[_Part]:
    """The parts before a dash; empty where one of them can't stand in a dateline."""
    parts: list[_Part] = []
    run: list[re.Match[str]] = []
    for token in [*_TOKEN.finditer(head), None]:
        part = _single(token, words) if token else None
        if token and part is None and token.group() not in ",|/":
            run.append(token)
            if not token.group().endswith("."):
                continue
        if run:
            named = _named(run, head, words)
            if named is None:
                return []
            parts.append(named)
            run = []
        if part:
            parts.append(part)
    return parts


def _single(token: re.Match[str], words: _Words) -> _Part | None:
    text = token.group()
    if _FIGURES.match(text):
        return _Part("figures", token.start(), token.end(), text)
    if text.startswith("("):
        inner = text[1:-1].strip(" .")
        if not inner[:1].isupper() or len(inner.split()) > 3:
            return None
        return _Part("outlet", token.start() + 1, token.end() - 1, inner)
    bare = text.rstrip(".")
    return _Part("outlet", token.start(), token.start() + len(bare), bare) if _domain(bare, words) else None


def _domain(text: str, words: _Words) -> bool:
    match = _DOMAIN.match(text)
    return bool(match) and match.group(1)[1:].lower() in words.suffixes  # type: ignore[union-attr]  # bool(match) tells


def _named(run: list[re.Match[str]], head: str, words: _Words) -> _Part | None:
    """A run of words as an outlet, a rubric or a place; None where it is neither."""
    start, end = run[0].start(), run[-1].end()
    text = head[start:end].rstrip(".")
    end = start + len(text)
    key = text.casefold()
    if key in words.outlets:
        return _Part("outlet", start, end, text)
    if key in words.rubrics:
        return _Part("rubric", start, end, text)
    singles = text.split()
    if not 0 < len(singles) <= 3 or not all(_placelike(word, words) for word in singles):
        return None
    return _Part("place", start, end, text)


def _placelike(word: str, words: _Words) -> bool:
    if not word[:1].isupper() or not all(letter.isalpha() or letter in "'’.-" for letter in word):
        return False
    return word in words.capitals or not words.language.classes(word.lower())


def _plausible(parts: list[_Part], dash: re.Match[str], window: str) -> bool:
    """Whether these parts with this dash are a dateline rather than a compound, a range or a heading."""
    kinds = [part.kind for part in parts]
    after = window[dash.end() : dash.end() + 2]
    if not after or kinds.count("place") > 2 or kinds.count("outlet") > 2 or set(kinds) == {"figures"}:
        return False
    if "outlet" in kinds:
        domain = any("." in part.text for part in parts)
        return bool(dash["space"] or dash["stop"]) or dash["dash"] != "-" or domain or _compact(parts, after)
    if (
        "figures" in kinds
        or dash["dash"] == ":"
        or not (after[0].isupper() or after[0].isdigit() or after[0] in "\"“'‘")
    ):
        return False
    return bool(dash["space"]) or dash["dash"] != "-" or _compact(parts, after)


def _compact(parts: list[_Part], after: str) -> bool:
    """Whether a hyphen without spaces stands between a place in capitals and an ordinary word."""
    last = parts[-1].text.split()[-1]
    return all(part.text.isupper() for part in parts) and len(last) > 3 and (after[1:].islower() or after[0] in '"“')


def _with_second(parts: list[_Part], end: int, window: str, words: _Words) -> tuple[list[_Part], int]:
    """The parts, with the place that some outlets put behind the dash: OUTLET - PLACE. Sentence."""
    second = None if any(part.kind == "place" for part in parts) else _SECOND.match(window, end)
    if second is None or (second["end"] == "." and not second["place"].isupper()):
        return parts, end
    run = list(_TOKEN.finditer(window, second.start("place"), second.end("place")))
    place = _named(run, window, words)
    if place is None or place.kind != "place":
        return parts, end
    return [*parts, place], second.end()


def _dashless(window: str, words: _Words) -> tuple[list[_Part], int] | None:
    """DOMAIN, PLACE and no dash: a page that lost it. The place must stand in capitals."""
    token = _TOKEN.match(window)
    part = _single(token, words) if token else None
    if part is None or part.kind != "outlet" or "." not in part.text:
        return None
    gap = re.compile(r"\s*[,.]?\s*").match(window, part.end)
    found = _DASHLESS.match(window, gap.end() if gap else part.end)
    if found is None:
        return None
    place = found["place"]
    return [part, _Part("place", found.start("place"), found.start("place") + len(place), place)], found.end()


def _spelled(place: str, words: _Words) -> str:
    """The place with capitals as in running text."""
    if not place.isupper():
        return place
    return " ".join(
        word if word in words.capitals else "-".join(p.capitalize() for p in word.split("-")) for word in place.split()
    )


@cache
def _words(code: str) -> _Words:
    tongue = language(code)

    def column(kind: str, field: str) -> list[str]:
        return [entry for row in tongue.table("dateline", kind) for entry in row[field]]

    return _Words(
        # Longest first, so that a phrase is not cut short by one that it begins with.
        reporters=tuple(sorted(column("reporter", "phrases"), key=lambda phrase: (-len(phrase), phrase))),
        outlets=frozenset(name.casefold() for name in column("outlet", "names")),
        rubrics=frozenset(column("rubric", "phrases")),
        capitals=frozenset(column("capitals", "words")),
        suffixes=frozenset(column("domain", "suffixes")),
        language=tongue,
    )
