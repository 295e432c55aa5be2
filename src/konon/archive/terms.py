"""Words as they are searched: folded, and cut down to their stems, the same for every database."""

import re
from collections.abc import Callable
from functools import cache, lru_cache

from konon.gazetteer.folding import fold
from konon.language.id.stemming import Stemmer

# A figure stays one term, however its thousands are parted.
_TERM = re.compile(r"\d{1,3}(?:[.,]\d{3})+(?!\d)|[^\W_]+")
_POINT = re.compile(r"(?<=\d)[.,](?=\d)")
# Reports of these languages are stemmed; the words of others stand for themselves.
_STEMMED = frozenset({"id", "ms"})
# Longer ones are addresses and other noise, on which a stemmer loses time.
_LONGEST = 40
# Of words that came last, so many are remembered with their stems, some 25 MB; one that comes anew costs 7 µs.
_REMEMBERED = 100_000


def terms(words: str) -> list[str]:
    """The words of a text, folded, in their order."""
    return [_POINT.sub("", found) if found[0].isdigit() else found for found in _TERM.findall(fold(words))]


def stems(words: list[str], *, language: str) -> list[str]:
    """The stems of folded words, one for each: *menyerang* and *serangan* have the same."""
    if language.partition("-")[0] not in _STEMMED:
        return words
    return [stem(word) for word in words]


@lru_cache(_REMEMBERED)
def stem(word: str) -> str:
    """The stem of one folded word; the word itself where there is none."""
    if not word.isalpha() or len(word) > _LONGEST:
        return word
    return _stemmer()(word) or word


@cache
def _stemmer() -> Callable[[str], str]:
    return Stemmer().stem
