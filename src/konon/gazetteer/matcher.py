"""The longest names of the gazetteer in a sequence of words, found in one pass."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from konon.gazetteer.entry import Alias, Entry
from konon.gazetteer.folding import pieces
from konon.gazetteer.index import Index, Sense, index


@dataclass(frozen=True, slots=True)
class Match:
    """A name in a sequence of words: the words `first` up to and without `last`, and what they stand for.

    `others` are the further senses of the same words, such as a place beside the government that is named by it.
    """

    first: int
    last: int
    entry: Entry
    alias: Alias
    others: tuple[Sense, ...] = ()


class Matcher:
    """Finds the names of the gazetteer in the words of a report."""

    def __init__(self) -> None:
        self._index: Index = index()

    def matches(self, words: Sequence[str]) -> list[Match]:
        """The longest names that don't overlap, from left to right.

        A name begins with a capital or a figure, unless its alias is written small or is a host. Marks may be words
        of their own: a hyphen is passed over, any other mark ends a name.
        """
        parts, owners = _parts(words)
        found: list[Match] = []
        position = 0
        while position < len(parts):
            match = self._longest_at(position, parts, owners, words)
            if match:
                found.append(match)
                position = _first_part_of(match.last, owners, position)
            else:
                position += 1
        return found

    def _longest_at(
        self, position: int, parts: Sequence[str], owners: Sequence[int], words: Sequence[str]
    ) -> Match | None:
        if position and owners[position - 1] == owners[position]:
            return None
        most = min(self._index.longest.get(parts[position], 0), len(parts) - position)
        for count in range(most, 0, -1):
            end = position + count
            if end < len(parts) and owners[end] == owners[end - 1]:
                continue
            senses = self._index.senses.get(" ".join(parts[position:end]), ())
            fitting = tuple(_fitting(senses, words[owners[position] : owners[end - 1] + 1]))
            if fitting:
                (entry, alias), *others = fitting
                return Match(owners[position], owners[end - 1] + 1, entry, alias, tuple(others))
        return None


def _parts(words: Sequence[str]) -> tuple[list[str], list[int]]:
    parts: list[str] = []
    owners: list[int] = []
    for number, word in enumerate(words):
        for piece in pieces(word):
            parts.append(piece)
            owners.append(number)
    return parts, owners


def _first_part_of(word: int, owners: Sequence[int], position: int) -> int:
    while position < len(owners) and owners[position] < word:
        position += 1
    return position


def _fitting(senses: tuple[Sense, ...], words: Sequence[str]) -> Iterator[Sense]:
    if not senses:
        return
    small = words[0][:1].islower()
    for sense in senses:
        text = sense[1].text
        if (not sense[1].cased or _same(text, words)) and (not small or text[:1].islower() or "." in text):
            yield sense


def _same(text: str, words: Sequence[str]) -> bool:
    # The words may have been split at hyphens, so that only their letters can be compared.
    return text.replace(" ", "").rstrip(".") == "".join(words).rstrip(".")
