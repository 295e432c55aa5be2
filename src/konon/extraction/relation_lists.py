"""Relations that words around one name show: the members that a list names, and the country of an armed group."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from konon.extraction.draft import Draft, EntityDraft
from konon.extraction.mentions import Row, mention_rows
from konon.language.base import Language
from konon.language.names_words import Lexicon, Phrases, lexicon, phrases
from konon.record.vocabulary import RelationType

Found = tuple[EntityDraft, RelationType, EntityDraft, int, int]

_BODIES = frozenset({"organization", "armed_group"})
_MEMBERS = frozenset({"organization", "armed_group", "state"})
_PLACES = frozenset({"state", "place"})
# How far apart two members of a list may stand, and how far before the list its whole is looked for.
_APART = 7
_BEFORE = 14


@dataclass(frozen=True, slots=True)
class _Tables:
    whole: Phrases[bool]
    unions: Phrases[bool]
    seats: Phrases[bool]


@cache
def _tables(language: Language) -> _Tables:
    return _Tables(
        phrases((form, row.get("any", False)) for row in language.table("relations", "list") for form in row["forms"]),
        phrases((form, True) for row in language.table("relations", "joint") for form in row["forms"]),
        phrases((form, True) for row in language.table("relations", "seat") for form in row["forms"]),
    )


def lists(draft: Draft, language: Language) -> list[Found]:
    """All relations that lists of members, and places behind armed groups and behind seats, show."""
    reader = _Reader(draft, language)
    return [*reader.members(), *reader.homes(), *reader.seats()]


class _Reader:
    def __init__(self, draft: Draft, language: Language) -> None:
        self.tables = _tables(language)
        self.lexicon: Lexicon = lexicon(language)
        self.language = language
        self.analysis = draft.analysis
        self.tokens = draft.analysis.tokens
        self.lowers = [token.lower for token in self.tokens]
        self.rows = [row for row in mention_rows(draft) if row[2].form == "name"]
        self.begins = {self.analysis.token_at(row[0]): row for row in reversed(self.rows)}
        self.ends = {self.analysis.token_at(row[1]): row for row in self.rows}

    def members(self) -> Iterator[Found]:
        """Each organisation, group or state that a list counts among a union named before it."""
        for sentence in self.analysis.sentences:
            for position in range(sentence.first, sentence.last):
                match = self.tables.whole.at(self.lowers, position)
                union = self._union(position, sentence.first, any_body=match[1][0]) if match else None
                if match and union:
                    for row in self._listed(match[0], sentence.last):
                        if row[3] is not union[3]:
                            yield row[3], "member_of", union[3], row[0], row[1]

    def _union(self, position: int, limit: int, *, any_body: bool) -> Row | None:
        """The whole whose members a list names: right before it, or the subject that is called a union."""
        for step in range(position, max(position - 4, limit), -1):
            row = self.ends.get(step)
            if row:
                start = self.analysis.token_at(row[0])
                fits = any_body or self.tables.unions.at(self.lowers, start)
                return row if fits and row[3].kind in _BODIES else self._subject(position, limit)
        return self._subject(position, limit)

    def _subject(self, position: int, limit: int) -> Row | None:
        """The union that a sentence begins with, where the words before the list call it one."""
        row = self.begins.get(limit) or self.begins.get(limit + 1)
        if row is None or row[3].kind not in _BODIES:
            return None
        first = self.analysis.token_at(row[1])
        called = any(self.tables.unions.at(self.lowers, at) for at in range(max(first, position - _BEFORE), position))
        return row if called else None

    def _listed(self, position: int, limit: int) -> Iterator[Row]:
        """The names of a list, as long as they follow each other."""
        start, last = position, position + _APART
        while position < min(last, limit):
            row = self.begins.get(position)
            if row is None:
                if self.tokens[position].text in '.;:()"“' and self.tokens[position].text != "(":
                    return
                position += 1
                continue
            if row[3].kind in _MEMBERS and (position == start or not self._located(row)):
                yield row
            position = self.analysis.token_at(row[1])
            last = position + _APART

    def _located(self, row: Row) -> bool:
        """Whether a name only tells where another one is."""
        before = self.analysis.token_at(row[0])
        return row[3].kind in _PLACES and (before in self.ends or self._ties_place(before - 1))

    def _ties_place(self, position: int) -> bool:
        if position < 0:
            return False
        word = self.lowers[position]
        near = self.lowers[position - 1] if position else ""
        joined = "conjunction" in self.language.classes(word) and position in self.ends
        return word in self.lexicon.before.get("place", ()) or (joined and near != ",")

    def homes(self) -> Iterator[Found]:
        """The state or place named right behind an armed group, or behind a preposition where a noun announces it."""
        for row in self.rows:
            if row[3].kind != "armed_group":
                continue
            end = self.analysis.token_at(row[1])
            place = self.begins.get(end)
            if place is None and self._announced(self.analysis.token_at(row[0])) and self._before_place(end):
                place = self.begins.get(end + 1)
            if place and place[3].kind in _PLACES and place[3].name != row[3].name:
                yield row[3], "based_in", place[3], row[0], place[1]

    def seats(self) -> Iterator[Found]:
        """The place named with an organisation that has its seat in one place: *Rumah Sakit X di Y*, *Polsek X, Y*."""
        for row in self.rows:
            first, end = self.analysis.token_at(row[0]), self.analysis.token_at(row[1])
            if row[3].kind != "organization" or not self.tables.seats.at(self.lowers, first):
                continue
            tied = end < len(self.lowers) and (self.lowers[end] == "," or self._before_place(end))
            place = self.begins.get(end + tied)
            if place and place[3].kind in _PLACES and place[3].name != row[3].name:
                yield row[3], "based_in", place[3], row[0], place[1]

    def _announced(self, position: int) -> bool:
        """Whether a noun for armed groups stands right before a name."""
        for step in (position - 1, position - 2):
            match = self.lexicon.heads.at(self.lowers, step) if step >= 0 else None
            if match and match[0] == position and any(head.kind == "armed_group" for head in match[1]):
                return True
        return False

    def _before_place(self, position: int) -> bool:
        return position < len(self.lowers) and self.lowers[position] in self.lexicon.before.get("place", ())
