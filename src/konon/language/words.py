"""Words, figures and marks with their places."""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from konon.language.analysis import Token, TokenKind

_TOKEN = re.compile(
    r"""
    (?P<address>(?:https?://|www\.)[^\s<>"“”]+[\w/])
  | (?P<domain>\w+(?:-\w+)*(?:\.\w+){0,4}\.(?:com|co|id|net|org|tv|news|info|go|ac|io|uk|us|int)\b(?:\.[a-z]{2}\b)?)
  | (?P<date>\d{1,4}[/-]\d{1,2}[/-]\d{1,4}(?!\w)|\d{1,2}/\d{1,2}(?![\w/]))
  | (?P<number>\d+(?:[.,:]\d+)*(?:-an)?(?!\w))
  | (?P<word>\w+(?:['’`]\w+)*(?:-\w+(?:['’`]\w+)*)*)
  | (?P<dots>\.{2,}|…)
  | (?P<rule>(?P<one>[^\w\s])(?P=one){3,})
  | (?P<mark>\S)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_GROUPS: dict[str, TokenKind] = {"date": "number", "number": "number", "dots": "mark", "rule": "mark", "mark": "mark"}


def tokenize(
    text: str,
    *,
    skip: Iterable[tuple[int, int]] = (),
    seams: Callable[[int, int], Sequence[int]] = lambda _start, _end: (),
) -> tuple[Token, ...]:
    """All tokens of a text in order, none of them in the places to skip (sorted, not overlapping).

    Words keep their inner hyphens and apostrophes, but two different names joined by a hyphen are three tokens. A
    figure keeps its points, commas and colons, a date its slashes; an internet address is one word, a row of one mark
    (`*****`) one mark. `seams` tells where the word at a place is to be cut that a page glued together.
    """
    tokens: list[Token] = []
    for start, end in _kept(len(text), skip):
        for match in _TOKEN.finditer(text, start, end):
            group = match.lastgroup or "mark"
            kind = _GROUPS.get(group, "word")
            cuts = seams(match.start(), match.end()) if group == "word" else ()
            if cuts:
                edges = pairwise((match.start(), *cuts, match.end()))
                for begin, last in edges:
                    tokens += _hyphenated(text[begin:last], begin)
            elif group == "word" and "-" in match.group():
                tokens += _hyphenated(match.group(), match.start())
            else:
                tokens.append(_token(match.group(), match.start(), kind))
    return tuple(tokens)


def _kept(length: int, skip: Iterable[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    at = 0
    for start, end in skip:
        yield at, start
        at = end
    yield at, length


def _token(text: str, start: int, kind: TokenKind) -> Token:
    return Token(start, start + len(text), text, text.lower(), kind)


def _hyphenated(text: str, start: int) -> list[Token]:
    """Names that a hyphen joins (`Rusia-Ukraina`) apart; reduplications and prefixes (`ke-3`, `Al-Aqsa`) whole."""
    found: list[Token] = []
    begin = 0
    for left, right in pairwise(text.split("-")):
        if not _two_names(left, right):
            break
        dash = begin + len(left)
        found += [_token(left, start + begin, "word"), _token("-", start + dash, "mark")]
        begin = dash + 1
    return [*found, _token(text[begin:], start + begin, "word")]


def _two_names(left: str, right: str) -> bool:
    capitals = left[:1].isupper() and right[:1].isupper() and right[1:2].isalpha()
    return capitals and left.lower() != right.lower() and (len(left) > 2 or left.isupper())
