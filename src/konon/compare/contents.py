"""What a statement says as it is compared: stems that tell something, figures, and what is negated.

Who speaks changes persons and function words (*kami akan membuka* is told as *pihaknya akan membuka*); these are words
of a language's tables and are left out.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from konon.gazetteer.folding import fold
from konon.language.analysis import Token
from konon.language.base import Language
from konon.language.numbers import find_numbers
from konon.language.words import tokenize

Stem = Callable[[str], str]
_PARTS = re.compile(r"[^\W_]+")
# A negation tells of one of so many words behind it.
_REACH = 4
# A figure that counts one is often only an article.
_ONE = (1, 1)


@dataclass(frozen=True, slots=True)
class Content:
    """The stems of a content in their order, with figures as `#from-to`.

    `names` are those of words with a capital of their own, `negated` those behind a negation.
    """

    words: tuple[str, ...]
    stems: frozenset[str]
    figures: frozenset[str]
    names: frozenset[str]
    negated: frozenset[str]


def content(text: str, *, language: Language | None, stem: Stem) -> Content:
    """What a text says; words of a language that is not installed all tell something."""
    tokens = tokenize(text)
    figures = _figures(tokens, language)
    words: list[str] = []
    names: set[str] = set()
    negated: set[str] = set()
    negation = -_REACH
    for place, token in enumerate(tokens):
        if token.start in figures:
            words += filter(None, [figures[token.start]])
            continue
        if language is not None and "negation" in language.classes(token.lower):
            negation = place
            continue
        for word in _telling(token, language, stem):
            words.append(word)
            if _named(tokens, place):
                names.add(word)
            if place - negation < _REACH:
                negated.add(word)
                negation = -_REACH
    kept = {word for word in words if word[0] == "#"}
    return Content(tuple(words), frozenset(words), frozenset(kept), frozenset(names), frozenset(negated))


def _figures(tokens: Sequence[Token], language: Language | None) -> dict[int, str]:
    """The figures by where they begin, and nothing for the other tokens that they are made of."""
    found = {token.start: f"#{token.text}" for token in tokens if token.kind == "number"}
    for number in find_numbers(tokens, language) if language is not None else ():
        inside = [token.start for token in tokens if number.figure_start <= token.start < number.figure_end]
        bounds = (number.minimum, number.maximum)
        named = "" if bounds == _ONE else f"#{_bound(number.minimum)}-{_bound(number.maximum)}"
        found |= {**dict.fromkeys(inside, ""), inside[0]: named}
    return found


def _named(tokens: Sequence[Token], place: int) -> bool:
    """Whether a word has a capital of its own, which is not that of a sentence's beginning."""
    return tokens[place].capital and (tokens[place].text.isupper() or (place > 0 and tokens[place - 1].kind == "word"))


def _bound(bound: int | None) -> str:
    return "" if bound is None else str(bound)


def _telling(token: Token, language: Language | None, stem: Stem) -> Iterator[str]:
    """The stems of a word that tells something."""
    if token.kind != "word":
        return
    if language is not None and (language.classes(token.lower) or token.lower in _speakers(language)):
        return
    for part in dict.fromkeys(_PARTS.findall(fold(token.text))):
        if len(part) > 1:
            yield stem(part)


@cache
def _speakers(language: Language) -> frozenset[str]:
    """The words that stand for the source in what it says."""
    return frozenset(form for row in language.table("attribution", "self") for form in row["forms"])
