"""Titles in a report: the words before or behind a name that tell what its bearer is."""

import re
from dataclasses import dataclass

from konon.language.analysis import Analysis, Token
from konon.language.base import Language
from konon.language.names_words import Lexicon, Title, lexicon

_ROMAN = re.compile(r"[IVX]{1,5}")


@dataclass(frozen=True, slots=True)
class TitleMatch:
    """A title, tokens `first` up to and without `last`; `core` is where the table's own words end.

    Between `core` and `last` stand the words that say of what the title is (a ministry's field, a department).
    """

    first: int
    core: int
    last: int
    title: Title
    relation: str | None
    former: bool
    deputy: bool = False

    @property
    def extended(self) -> bool:
        """Whether the title names a field or a department."""
        return self.last > self.core


def find_titles(analysis: Analysis, language: Language) -> tuple[TitleMatch, ...]:
    """All titles of a report in order of place; they don't overlap."""
    return TitleReader(analysis.tokens, lexicon(language)).all()


class TitleReader:
    """Reads titles off a sequence of tokens."""

    def __init__(self, tokens: tuple[Token, ...], words: Lexicon) -> None:
        self.tokens = tokens
        self.words = words
        self.lowers = [token.lower for token in tokens]

    def all(self) -> tuple[TitleMatch, ...]:
        """All titles from left to right."""
        found, position = [], 0
        while position < len(self.tokens):
            match = self.at(position)
            if match:
                found.append(match)
            position = match.last if match else position + 1
        return tuple(found)

    def at(self, first: int) -> TitleMatch | None:
        """The title that begins at a token, with the modifiers before it and the bracket behind it."""
        relation, former, position = None, False, first
        while modifier := self.words.modifiers.at(self.lowers, position):
            position, (row, *_) = modifier
            relation = relation or row.get("relation")
            former = former or row.get("former", False)
        match = self.words.titles.at(self.lowers, position)
        direct = self.words.titles.at(self.lowers, first)
        if direct and (not match or direct[0] >= match[0]):
            match, relation, former = direct, None, False
        if not match or self._is_name(first, match[0]):
            return None
        core, (title, *_) = match
        core = self._graded(self._numeral(self._abbreviation(core, title)), title)
        inner = self._bracket(core)
        end = self._field(inner, title)
        last = self._bracket(end, loose=end > inner or core - first > 1)
        return TitleMatch(first, core, last, title, relation or title.relation, former, deputy=relation is not None)

    def _is_name(self, first: int, last: int) -> bool:
        """A single capitalised word that is a given name too is no title."""
        return last == first + 1 and self.tokens[first].capital and self.lowers[first] in self.words.given

    def _abbreviation(self, position: int, title: Title) -> int:
        """Past the period of an abbreviated title."""
        short = title.rank and len(self.lowers[position - 1]) <= 4
        position += short and self._text(position) == "."
        # An army's or a force's own name may follow a rank: it isn't the bearer's.
        force = title.military and self._text(position).isupper()
        force = force and self.words.suffixes.at(self.lowers, position) is not None
        return position + 1 if force and self._text(position + 1)[:1].isupper() else position

    def _numeral(self, position: int) -> int:
        """Past a Roman numeral that numbers the office."""
        return position + 1 if _ROMAN.fullmatch(self._text(position)) else position

    def _graded(self, position: int, title: Title) -> int:
        """Past words behind a title that only tell its degree."""
        while not title.rank and self._text(position) in self.words.grades:
            position += 1
        return position

    def _bracket(self, position: int, *, loose: bool = False) -> int:
        """Past brackets that repeat or complete the title: another title, a suffix, or (loose) any short form."""
        if self._text(position) != "(":
            return position
        for end in range(position + 2, min(position + 5, len(self.tokens))):
            if self.tokens[end].text == ")":
                short = loose and end == position + 2 and self.tokens[position + 1].capital
                repeats = short or self._repeats(position + 1, end)
                return end + 1 if repeats else position
        return position

    def _repeats(self, first: int, last: int) -> bool:
        for table in (self.words.titles, self.words.suffixes):
            match = table.at(self.lowers, first)
            if match and (match[0] == last or self.tokens[last - 1].text.isupper()):
                return True
        return self._acronym(first, last) and self.words.official(self.lowers[first])

    def _acronym(self, first: int, last: int) -> bool:
        return last == first + 1 and self.tokens[first].text.isupper()

    def _field(self, position: int, title: Title) -> int:
        """Past the field of a ministry or of a department that belongs to the title."""
        if title.of not in ("portfolio", "organization") or title.head:
            return position
        end = position
        while end < len(self.tokens) and not self._ends_field(end, position):
            step = self._joined(end)
            if not self._fits(step):
                break
            end = step + 1
        return end

    def _ends_field(self, position: int, start: int) -> bool:
        """A name's own head ends the field, but for the first words of a ministry's."""
        return bool(self.words.heads.at(self.lowers, position)) and (position == start or self.tokens[position].capital)

    def _joined(self, position: int) -> int:
        """Past a comma or a joining word between two words of a field."""
        step = position
        while step < position + 2 and (
            self._text(step) == "," or self._text(step) in self.words.particles.get("organization", ())
        ):
            step += 1
        return step

    def _fits(self, position: int) -> bool:
        if position >= len(self.tokens):
            return False
        word = self.tokens[position]
        return word.capital and self.words.official(word.lower)

    def _text(self, position: int) -> str:
        return self.tokens[position].text if position < len(self.tokens) else ""
