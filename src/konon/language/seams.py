"""Where words are to be cut that a page glued together, as where its links lost the spaces around them.

The tables, the gazetteer and what stands apart elsewhere in the report tell which parts are words. A word without such
parts is left whole: names may hold capitals of their own.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from konon.gazetteer import lookup, place
from konon.language.base import Language
from konon.language.names_words import Lexicon, lexicon

# A change of letters inside a word at which another may begin: `dariAni`, `ABCAni`.
_CHANGE = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z](?:[A-Za-z]|\b))|(?<=[A-Z]{2})(?=[A-Z][^\W\d_A-Z]{2})")
_LETTERS = re.compile(r"[^\W\d_]+")
_SMALL = re.compile(r"[^\W\d_A-Z]+")
_WORD = re.compile(r"\w+")
_ACRONYM = re.compile(r"[A-Z]+(?=[^\W\d_A-Z]{2,}$)")
_CAPITAL_BEHIND = re.compile(r" [A-Z]")
_CAPITAL_BEFORE = re.compile(r"\b[A-Z][\w'’-]* \Z")
_NEAR = 40
# No words that a page glued together are longer than this.
_LONGEST = 80
# What stands before a name on a platform, which is one word.
_HANDLES = ("@", "#")
# Lengths of words behind names, and from which on one is told by its form to be a verb.
_TAILS = range(14, 1, -1)
_SHORT, _VERB = 3, 7
# Lengths of names: known ones, and those that nothing tells of.
_NAME, _STRANGE = 3, 4
# What stands apart so often in a report is a name of its own.
_OFTEN = 3
# A verb with affixes on both sides is longer than its root by this.
_AFFIXES = 5
_BEHIND = (
    "preposition", "conjunction", "relative", "auxiliary", "adverb", "negation", "demonstrative", "copula",
)  # fmt: skip


@dataclass(frozen=True)
class Glue:
    """The words of a language that pages glue to names: before them, behind them, and behind those told elsewhere."""

    joints: frozenset[str]
    tails: frozenset[str]
    closed: frozenset[str]
    lexicon: Lexicon


class Seams:
    """Finds the seams of one report's words."""

    def __init__(self, text: str, language: Language) -> None:
        self.text = text
        self.morphology = language.morphology
        self.glue = glue(language)
        self.apart = Counter(_WORD.findall(text))

    def __call__(self, start: int, end: int) -> tuple[int, ...]:
        """The offsets at which the word at a place is to be cut, in order."""
        word = self.text[start:end]
        if self.text[start - 1 : start] in _HANDLES or not _STRANGE <= len(word) <= _LONGEST:
            return ()
        if "-" in word:
            parts = re.finditer(r"[^-]+", word)
            return tuple(cut for part in parts for cut in self(start + part.start(), start + part.end()))
        if word.islower() or word.isupper() or not _LETTERS.fullmatch(word):
            return ()
        cuts = tuple(self._cuts(word, start))
        return () if cuts and self._whole(word) else tuple(start + cut for cut in cuts)

    def _whole(self, word: str) -> bool:
        words = self.glue.lexicon
        known = word.lower() in words.common or word.lower() in words.titles.by_first
        return known or bool(lookup(word)) or place(word) is not None

    def _cuts(self, word: str, start: int) -> Iterator[int]:
        first = 0
        for change in self._changes(word):
            tail = first + self._tail(word[first:change], start + first, behind=word[change:])
            if self._parts(word, start, tail, change):
                seam = self._outlet_from(word, tail, change)
                yield from (cut for cut in (tail, seam) if cut > first)
                first = seam
        if tail := self._tail(word[first:], start + first):
            yield first + tail

    def _outlet_from(self, word: str, first: int, change: int) -> int:
        """Where an outlet's name begins that holds a change; the change itself where none does."""
        beginnings = (begin for begin in range(first + 2, change - 1) if self._small(word[first:begin]))
        return next((begin for begin in beginnings if _outlet(word[begin:change])), change)

    def _changes(self, word: str) -> Iterator[int]:
        """The changes of letters, without those within an acronym that another word follows: `ABCdan`."""
        for match in _CHANGE.finditer(word):
            small = _SMALL.match(word, match.start() + 1)
            if not (small and word[match.start() - 1].isupper() and self._follows(small.group())):
                yield match.start()

    def _tail(self, part: str, start: int, *, behind: str = "") -> int:
        """Where another word begins behind the name that a part begins with; 0 where it is one word."""
        acronym = _ACRONYM.match(part)
        if part[0].islower():
            return 0
        if acronym and len(acronym.group()) > 1:
            return acronym.end() if self._follows(part[acronym.end() :]) else 0
        if acronym and start and self.text[start - 1].isalpha() and part[1:] in self.glue.closed:
            return 1
        for length in _TAILS:
            name, tail = part[:-length], part[-length:]
            if len(name) >= _NAME and self._is_tail(name, tail, start, behind=behind):
                return len(name)
        return 0

    def _follows(self, tail: str) -> bool:
        """Whether small letters behind an acronym are a word rather than a pronoun or particle written on to it."""
        return tail in self.glue.closed or (len(tail) > _SHORT and self._small(tail))

    def _is_tail(self, name: str, tail: str, start: int, *, behind: str) -> bool:
        closed, verb = tail in self.glue.closed, len(tail) >= _VERB and self.morphology.voice(tail) is not None
        if not (closed or verb or tail in self.glue.tails):
            return False
        sure = self._sure(name, start)
        if sure or (self._told(name, start) and len(tail) > _SHORT and (closed or self._verb(tail))):
            return self.apart[name + tail] <= max(1, self.apart[name])
        if len(name) < _STRANGE:
            return False
        if closed and behind and self._told(self._name(behind)):
            return True
        if tail in self.glue.tails:
            return len(tail) > _STRANGE or self._near_capital(start)
        affixes = len(tail) - len(self.morphology.lemma(tail))
        return verb and self._verb(tail) and affixes >= _AFFIXES and self._near_capital(start)

    def _verb(self, word: str) -> bool:
        """Whether the root of what has the form of a verb is a word."""
        return any(form in self.glue.lexicon.common or self.apart[form] for form in (word, self.morphology.lemma(word)))

    def _parts(self, word: str, start: int, first: int, change: int) -> bool:
        """Whether a change of letters is a seam between the part from `first` on and what is behind it."""
        left, right = word[first:change], word[change:]
        name, goes_on = self._name(right), bool(_CAPITAL_BEHIND.match(self.text, start + len(word)))
        told = self._told(name) or self._heads(name.lower())
        if left.islower():
            return self._small(left) or (len(left) >= _STRANGE and (told or goes_on) and not _outlet(left))
        if self._heads(left.lower()) or (len(left) >= _NAME and left.lower() in self.glue.joints):
            return True
        if self.apart[word] > 1 or _outlet(left):
            return False
        if self._told(left, start + first) or (len(left) >= _NAME and self._small(left.lower())):
            return told or goes_on
        return told and self._near_capital(start) and (bool(lookup(name)) or self._heads(name.lower()))

    def _heads(self, word: str) -> bool:
        """Whether names follow a word: a title, or the first word of an organisation or place."""
        return word in self.glue.lexicon.titles.by_first or word in self.glue.lexicon.heads.by_first

    def _name(self, right: str) -> str:
        """The first name of what stands behind a seam."""
        change = next(self._changes(right[1:]), None)
        part = right[: change + 1] if change is not None else right
        acronym = _ACRONYM.match(part)
        if acronym and self._follows(part[acronym.end() :]):
            return acronym.group()
        known = next((part[:-length] for length in _TAILS if part[-length:] in self.glue.closed), "")
        return known if self._told(known) else part

    def _told(self, name: str, start: int | None = None) -> bool:
        """Whether a name is known or stands apart elsewhere; with its place, also as the end of a longer one."""
        if len(name) < _SHORT and not name.isupper():
            return False
        if self.apart[name] or lookup(name) or (start is not None and self._ends(name, start)):
            return True
        return len(name) > _SHORT and (name.lower() in self.glue.lexicon.given or place(name) is not None)

    def _sure(self, name: str, start: int) -> bool:
        """Whether a name is so well known that the letters behind it are none of its own."""
        words = self.glue.lexicon
        if self._ends(name, start):
            return True
        if name.lower() in words.given or name.lower() in words.common:
            return False
        return self.apart[name] >= _OFTEN or (len(name) > _SHORT and bool(lookup(name)))

    def _ends(self, name: str, start: int) -> bool:
        """Whether a known name of several words ends with this one."""
        before = _CAPITAL_BEFORE.search(self.text, max(0, start - _NEAR), start)
        return bool(before and name and lookup(before.group() + name))

    def _small(self, word: str) -> bool:
        """Whether small letters are a word."""
        words = self.glue.lexicon
        split = self.morphology.clitic(word)
        return (
            word in self.glue.joints or word in words.common or words.official(word) or self._heads(word)
            or word in self.glue.tails or self.apart[word] > 0 or (split is not None and self._small(split[0]))
            or (len(word) >= _VERB and self.morphology.voice(word) is not None)
        )  # fmt: skip

    def _near_capital(self, start: int) -> bool:
        return bool(_CAPITAL_BEFORE.search(self.text, max(0, start - _NEAR), start))


def _outlet(word: str) -> bool:
    """Whether a word is an outlet's name, with which it begins those of its pages."""
    return any(entry.kind == "media" for entry in lookup(word))


@cache
def glue(language: Language) -> Glue:
    """The words by which the seams of a language's words are told."""
    relays = (form for row in language.table("attribution", "relay") for form in row["forms"])
    cues = (form for row in language.table("cues", "cue") for form in row.get("active", ()))
    glued = (form for row in language.table("word_forms", "glued") for form in row["forms"])
    never = frozenset(form for row in language.table("word_forms", "not_glued") for form in row["forms"])
    joints = language.words("preposition") | language.words("conjunction") | language.words("relative")
    closed = frozenset(word for name in _BEHIND for word in language.words(name)) - never
    return Glue(
        joints=joints | frozenset(relays),
        tails=frozenset(form for form in cues if len(form) >= _VERB) | frozenset(glued),
        closed=closed,
        lexicon=lexicon(language),
    )
