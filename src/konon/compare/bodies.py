"""The body of a report: what of its text is compared to find the same text in other words.

That is the stems of its sentences' words, without function words and without what a page put between the paragraphs.
What stands in quotation marks is marked: who reports the same event prints the same quotations.
"""

import re
from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from zlib import crc32

from konon.compare.sentences import Sentence, sentences
from konon.compare.spoken import spoken
from konon.language.base import Language
from konon.language.boilerplate import find_boilerplate
from konon.record import Document

Stem = Callable[[str], str]
_QUOTATION = re.compile(r"[\"“”„«»][^\"“”„«»\n]{3,}[\"“”„«»]")
_SPACED = re.compile(r"[^\n]")
_SPOKEN = 1
# A shorter word that no table knows is mostly a particle.
_SHORTEST = 3


@dataclass(frozen=True)
class Line:
    """A sentence as it is compared: a number for each word's stem, in their order; odd ones are within quotations."""

    roots: tuple[int, ...]

    @cached_property
    def told(self) -> int:
        """How many of its words are the report's own, and no quotation."""
        return sum(1 for root in self.roots if not root & _SPOKEN)

    @cached_property
    def stems(self) -> frozenset[int]:
        """Its stems, whether spoken or told."""
        return frozenset(root & ~_SPOKEN for root in self.roots)

    @cached_property
    def neighbours(self) -> frozenset[tuple[int, int]]:
        """Its stems that stand behind each other."""
        plain = [root & ~_SPOKEN for root in self.roots]
        return frozenset(pairwise(plain))


@dataclass(frozen=True, slots=True)
class Body:
    """The lines of a report, one for each of `compared_sentences`."""

    lines: tuple[Line, ...]

    def packed(self) -> bytes:
        """The body as it is stored: for each line how many numbers follow, and these."""
        return array("I", [number for line in self.lines for number in (len(line.roots), *line.roots)]).tobytes()

    @classmethod
    def unpacked(cls, stored: bytes) -> "Body":
        """The body that `packed` stored."""
        numbers = array("I")
        numbers.frombytes(stored)
        lines, at = [], 0
        while at < len(numbers):
            behind = at + 1 + numbers[at]
            lines.append(Line(tuple(numbers[at + 1 : behind])))
            at = behind
        return cls(tuple(lines))


def body_of(document: Document, stem: Stem) -> Body:
    """The body of a report; words of a language that is not installed are all compared."""
    language = spoken(document)
    quoted = [match.span() for match in _QUOTATION.finditer(document.text)]
    return Body(tuple(
        Line(tuple(_roots(sentence, quoted, language=language, stem=stem)))
        for sentence in compared_sentences(document)
    ))  # fmt: skip


def compared_sentences(document: Document) -> list[Sentence]:
    """The sentences of a report without what its page put between them; their places are those in the text."""
    language, text = spoken(document), document.text
    if language is None:
        return sentences(text)
    parts, at = [], 0
    for start, end in find_boilerplate(text, language):
        # Spaces keep all places; lines still end where they did.
        parts += [text[at:start], _SPACED.sub(" ", text[start:end])]
        at = end
    return sentences("".join([*parts, text[at:]]))


def _roots(sentence: Sentence, quoted: list[tuple[int, int]], *, language: Language | None,
           stem: Stem) -> Iterator[int]:  # fmt: skip
    within = [place for place in quoted if place[0] < sentence.end and sentence.start < place[1]]
    for word in sentence.words:
        if _tells(word.folded, language):
            marked = any(start <= word.start < end for start, end in within)
            yield crc32(stem(word.folded).encode()) & ~_SPOKEN | marked


def _tells(word: str, language: Language | None) -> bool:
    if word[0].isdigit() or language is None:
        return True
    return len(word) >= _SHORTEST and not language.classes(word)
