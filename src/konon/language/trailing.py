"""Where a report ends on a page that goes on with the first sentences of others, without any mark.

Two things tell: a sentence in the later half that begins with an ordinary word in capitals, as some outlets print the
first word of each report; and last sentences that share neither names nor words with what comes before them, and point
back at nothing.
"""

import re
from collections.abc import Sequence
from functools import cache

from konon.language.base import Language
from konon.language.names_words import lexicon

Place = tuple[int, int]

_SENTENCE = re.compile(
    r"(?:(?<=\n)|(?<=[.!?\"”)] )|\A)(?=[A-Z\"“])[^\n]*?"
    r"(?:(?<!\b[A-Z])[.!?][\"”)]*(?= [A-Z\"“(]|\s*(?:\n|\Z))|(?=\n|\Z))"
)
_CAPITALS = re.compile(r"([A-Z]{4,}) (?=[^ ]*[a-z])")
_FINISHED = re.compile(r"[.!?\"”)]\s*\Z")
_WORD = re.compile(r"[^\W\d_]+")
_MARK = re.compile(r"[\"“”'‘’]")
# A report goes on at least until here, and before so many sentences nothing is told.
_HALF, _FEWEST = 0.5, 6
# The most sentences that are taken for those of other reports without a word in capitals, and their fewest words.
_MOST, _SHORTEST = 4, 6
# An acronym is seldom so long.
_LONG = 5
# Words are compared by so many letters of their roots; of this many content words this share must be new.
_ROOT, _CONTENT, _NEW = 6, 5, 0.75
_BACK = (
    "demonstrative", "pronoun_third", "pronoun_third_plural", "pronoun_first", "pronoun_second",
)  # fmt: skip


def find_end(text: str, skipped: Sequence[Place], language: Language) -> int:
    """Where the report ends: the text's end, or the beginning of the first sentence of others behind it."""
    sentences = [place for place in _sentences(text) if not any(a <= place[0] < b for a, b in skipped)]
    ends = next((n for n, place in enumerate(sentences) if _opens(text, place, skipped, language)), len(sentences))
    kept = sentences[:ends]
    while len(kept) >= _FEWEST and len(sentences[:ends]) - len(kept) < _MOST:
        if kept[-1][0] < _HALF * len(text) or not _foreign(text, kept, language):
            break
        kept.pop()
    return sentences[len(kept)][0] if len(kept) < len(sentences) else len(text)


def _sentences(text: str) -> list[Place]:
    return [match.span() for match in _SENTENCE.finditer(text) if match.group().strip()]


def _opens(text: str, place: Place, skipped: Sequence[Place], language: Language) -> bool:
    """Whether a sentence in the later half begins with an ordinary word in capitals."""
    first = _CAPITALS.match(text, *place)
    if place[0] < _HALF * len(text) or not first:
        return False
    behind = any(not text[end : place[0]].strip() for _, end in skipped if end <= place[0])
    if not behind and not _FINISHED.search(text, max(0, place[0] - 4), place[0]):
        return False
    caps, word = first[1], first[1].lower()
    if re.search(rf"[a-z,] {caps}\b", text):
        return False
    if language.classes(word) or language.morphology.voice(word) or (len(word) >= _LONG and _ordinary(word, language)):
        return True
    return _ordinary(word, language) and bool(re.search(rf"\b(?:{caps[0]}|{word[0]}){word[1:]}\b", text))


def _foreign(text: str, sentences: Sequence[Place], language: Language) -> bool:
    """Whether the last of the sentences has nothing in common with the others, and points back at nothing."""
    last = text[slice(*sentences[-1])]
    words = _WORD.findall(last)
    capitals = {word for word in words if word[0].isupper() and len(word) > 2}
    named = any(not _ordinary(word, language) for word in capitals - {words[0]}) if words else False
    if len(words) < _SHORTEST or not named or _MARK.search(last) or _points_back(words, language):
        return False
    before = [word for place in sentences[:-1] for word in _WORD.findall(text, *place)]
    roots = _roots(words, language)
    if len(roots) < _CONTENT or not capitals.isdisjoint(before):
        return False
    return len(roots - _roots(before, language)) >= _NEW * len(roots)


def _ordinary(word: str, language: Language) -> bool:
    """Whether a word stands in names, titles and headings without naming anything."""
    words, lower = lexicon(language), word.lower()
    return (
        lower in words.common
        or words.official(lower)
        or lower in words.titles.by_first
        or lower in words.heads.by_first
    )


def _points_back(words: Sequence[str], language: Language) -> bool:
    """Whether a sentence has a pronoun or a demonstrative, or begins with a word that ties it to another."""
    lowers = [word.lower() for word in words]
    if any(word in _backward(language) or language.morphology.clitic(word) for word in lowers):
        return True
    first = language.classes(lowers[0])
    return bool(first) and first.isdisjoint({"quantifier", "numeral"})


@cache
def _backward(language: Language) -> frozenset[str]:
    return frozenset(word for name in _BACK for word in language.words(name))


def _roots(words: Sequence[str], language: Language) -> frozenset[str]:
    """The beginnings of the roots of all words but function words."""
    function = lexicon(language).function
    lowers = {word.lower() for word in words if len(word) > 2}
    return frozenset(language.morphology.lemma(word)[:_ROOT] for word in lowers - function)
