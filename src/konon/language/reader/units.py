"""Units: the smallest parts of a text that can be a word, and the pieces that the encoder reads of each.

A word is one unit or more. Training and reading cut texts in the same way, so that a word that a treebank divides (a
pronoun written on to a verb) and one that it doesn't look the same to the encoder until a head decides.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from konon.errors import ModelError
from konon.language.reader.session import REMEDY

_UNIT = re.compile(r"[^\W\d_]+|\d+|\S")
# Pieces of a unit that are read; longer ones are no words, and must not fill the window.
LONGEST = 24
# How many spaces before a unit are looked at for the end of a line.
_GAP = 8
BEGIN, PAD, END, UNKNOWN = 0, 1, 2, 3


@dataclass(frozen=True, slots=True)
class Unit:
    """A part of a text: its place, its text, whether a space (or the text's start) or a line's end is before it."""

    start: int
    end: int
    text: str
    space: bool
    line: bool = False


def units(text: str, suffixes: Sequence[str], *, start: int = 0, end: int | None = None) -> list[Unit]:
    """The units of a stretch of text; an ending out of `suffixes` is one of its own."""
    found = []
    for match in _UNIT.finditer(text, start, len(text) if end is None else end):
        first, last = match.span()
        space = first == 0 or text[first - 1].isspace()
        middle = last - _ending(match.group(), suffixes)
        found.append(Unit(first, middle, text[first:middle], space, space and _line_ends(text, first)))
        if middle < last:
            found.append(Unit(middle, last, text[middle:last], space=False))
    return found


def _line_ends(text: str, first: int) -> bool:
    """Whether a line ends in the spaces before a place."""
    before = len(text[max(0, first - _GAP) : first].rstrip())
    return "\n" in text[max(0, first - _GAP) : first][before:]


def _ending(word: str, suffixes: Sequence[str]) -> int:
    lower = word.lower()
    return next((len(suffix) for suffix in suffixes if lower.endswith(suffix) and len(word) > len(suffix) + 1), 0)


class Pieces:
    """The encoder's pieces of units, each unit cut by itself and remembered."""

    def __init__(self, file: Path) -> None:
        # Heavy, and not needed by a command that reads nothing.
        from tokenizers import Tokenizer

        try:
            self._tokenizer = Tokenizer.from_file(str(file))
        except Exception as error:
            raise ModelError("the reader model's pieces can't be read.", subject=str(file), remedy=REMEDY) from error
        self._known: dict[tuple[str, bool], list[int]] = {}

    @cached_property
    def count(self) -> int:
        """How many pieces there are."""
        return int(self._tokenizer.get_vocab_size())

    def of(self, text: str, *, space: bool) -> list[int]:
        """The pieces of a unit, at least one; what the vocabulary lacks falls to shorter pieces, at last to unknown."""
        key = (text, space)
        if key not in self._known:
            plain = self._tokenizer.normalizer.normalize_str(text)
            marked = ("▁" + plain if space else plain).replace(" ", "▁")
            self._known[key] = [token.id for token in self._tokenizer.model.tokenize(marked)] or [UNKNOWN]
        return self._known[key]


def encoded(some: Sequence[Unit], pieces: Pieces) -> tuple[list[int], list[int]]:
    """The pieces of units, between begin and end and with an end behind each line; where each unit's first piece is."""
    ids, firsts = [BEGIN], []
    for number, unit in enumerate(some):
        if unit.line and number:
            ids.append(END)
        firsts.append(len(ids))
        ids += pieces.of(unit.text, space=unit.space)[:LONGEST]
    return [*ids, END], firsts
