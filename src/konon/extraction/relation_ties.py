"""Relations that words between or before two names tell, by the table `relations` of the language."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from konon.extraction.draft import Draft, EntityDraft
from konon.extraction.mentions import Row, mention_rows
from konon.language.base import Language
from konon.language.base import Row as Tie
from konon.language.names_words import Phrases, lexicon, phrases
from konon.record.vocabulary import RelationType

Found = tuple[EntityDraft, RelationType, EntityDraft, int, int]

# How many light words may stand between the tying words and a name.
_FAR = 3
# How many words may stand between a copula and the tying words, or between these and the name of a wide tie.
_DESCRIBED = 9
_WIDE = 4


@dataclass(frozen=True, slots=True)
class _Tables:
    ties: Phrases[Tie]
    light: frozenset[str]
    links: Phrases[bool]
    nouns: Phrases[Tie]


@cache
def _tables(language: Language) -> _Tables:
    return _Tables(
        phrases((form, row) for row in language.table("relations", "tie") for form in row["forms"]),
        frozenset(word for row in language.table("relations", "light") for word in row["words"]),
        phrases((form, True) for row in language.table("relations", "link") for form in row["forms"]),
        phrases((form, row) for row in language.table("relations", "noun") for form in row["forms"]),
    )


def ties(draft: Draft, language: Language) -> list[Found]:
    """All relations that tying words show, in order of place."""
    return list(_Reader(draft, language).found())


class _Reader:
    def __init__(self, draft: Draft, language: Language) -> None:
        tables = _tables(language)
        self.language = language
        self.phrases, self.light, self.links, self.nouns = tables.ties, tables.light, tables.links, tables.nouns
        self.titles = lexicon(language).titles
        self.analysis = draft.analysis
        self.tokens = draft.analysis.tokens
        self.lowers = [token.lower for token in self.tokens]
        self.begins: Mapping[int, Row] = {}
        self.ends: Mapping[int, Row] = {}
        self.rows = rows = mention_rows(draft)
        self.begins = {self.analysis.token_at(row[0]): row for row in reversed(rows)}
        self.ends = {self.analysis.token_at(row[1]): row for row in rows}

    def found(self) -> Iterator[Found]:
        for sentence in self.analysis.sentences:
            for position in range(sentence.first, sentence.last):
                match = self.phrases.at(self.lowers, position)
                if match:
                    yield from self._at(position, match[0], match[1], (sentence.first, sentence.last))

    def _at(self, first: int, last: int, rows: tuple[Tie, ...], bounds: tuple[int, int]) -> Iterator[Found]:
        for row in rows:
            after = self._behind(last, bounds[1], wide=row.get("wide", False), comma=row["order"] == "possessed")
            found = after and self._joined(row, first, after, bounds)
            if found:
                yield found
                return

    def _joined(self, tie: Tie, first: int, after: Row, bounds: tuple[int, int]) -> Found | None:
        """The relation of a tie with the nearest other name whose kind fits."""
        for before in self._partners(tie["order"], first, after, bounds):
            subject, thing = (before, after) if tie["subject"] == "before" else (after, before)
            if subject[3].kind in tie["from"] and thing[3].kind in tie["to"]:
                start = min(before[0], self.tokens[first].start)
                return subject[3], tie["type"], thing[3], start, max(before[1], after[1])
        return None

    def _partners(self, order: str, first: int, after: Row, bounds: tuple[int, int]) -> Iterator[Row]:
        """The other names that a tie may have, the likeliest first, by the order of the two."""
        apposed = order == "apposition"
        if order == "announced":
            yield from self._known(self._apposed(after, bounds[1], close=True))
            return
        if order == "possessed":
            yield from self._known(self._owner(first, after))
            return
        yield from self._known(self._before(first, bounds[0], comma=apposed and not self._relative(first)))
        yield from self._known(self._apposed(after, bounds[1]) if apposed else None)
        yield from self._known(self._described(first, bounds[0]))
        yield from self._known(self._referred(first, after))

    def _known(self, row: Row | None) -> Iterator[Row]:
        if row is not None:
            yield row

    def _behind(self, position: int, limit: int, *, wide: bool, comma: bool = False) -> Row | None:
        """The name behind the tying words: past light words, a title, and where told a comma or some common words."""
        position += comma and position < limit and self.lowers[position] == ","
        last = min(position + (_WIDE + 1 if wide else _FAR), limit)
        while position < last:
            if position in self.begins:
                return self.begins[position]
            title = self.titles.at(self.lowers, position)
            if title:
                last = min(last + title[0] - position, limit)
                position = title[0]
            elif self.lowers[position] in self.light or (wide and self._plain(position)):
                position += 1
            else:
                return None
        return None

    def _relative(self, position: int) -> bool:
        return "relative" in self.language.classes(self.lowers[position])

    def _plain(self, position: int) -> bool:
        """Whether a token is a word in small letters, and neither a function word nor a verb."""
        token = self.tokens[position]
        if token.kind != "word" or token.capital or self.language.classes(token.lower):
            return False
        return self.language.morphology.voice(token.lower) is None

    def _described(self, position: int, limit: int) -> Row | None:
        """The subject of the copula or the name before the comma in whose description the tying words stand."""
        for step in range(position - 1, max(position - _DESCRIBED, limit), -1):
            for first in (step, step - 1):
                link = self.links.at(self.lowers, first) if first >= limit else None
                if link and step < link[0] <= position:
                    return self._subject(first, limit)
            if self.lowers[step] == "," and step in self.ends:
                return self.ends[step] if self._plain(step + 1) else None
            if not (self._plain(step) or self.lowers[step] in self.light):
                return None
        return None

    def _subject(self, position: int, limit: int) -> Row | None:
        """The name that a sentence begins with, or that stands right before its copula or relative pronoun."""
        if self._relative(position - 1):
            return self.ends.get(position - 1)
        start = limit if limit in self.begins else limit + 1
        return self.begins.get(start) or self.ends.get(position)

    def _referred(self, position: int, after: Row) -> Row | None:
        """The name that a noun with a demonstrative behind the tie refers to: *milisi yang didukung X itu*."""
        end = self.analysis.token_at(after[1])
        if end >= len(self.lowers) or "demonstrative" not in self.language.classes(self.lowers[end]):
            return None
        for step in (position - 1, position - 2):
            match = self.nouns.at(self.lowers, step) if step >= 0 else None
            if match and match[0] == position:
                kinds = match[1][0]["kinds"]
                earlier = (row for row in reversed(self.rows) if row[1] <= self.tokens[step].start)
                return next((row for row in earlier if row[3].kind in kinds and row[3] is not after[3]), None)
        return None

    def _owner(self, position: int, after: Row) -> Row | None:
        """The person named last before words that end in whose they are, in their sentence or the one before."""
        at = self.tokens[position].start
        sentence = self.analysis.sentence_at(at)
        earliest = self.analysis.sentence_at(self.tokens[max(0, sentence.first - 1)].start).start
        first, last = (bisect_left(self.rows, place, key=lambda row: row[0]) for place in (earliest, at))
        named = (row for row in reversed(self.rows[first:last]) if row[3].kind == "person" and row[2].form == "name")
        return next((row for row in named if row[3] is not after[3]), None)

    def _before(self, position: int, limit: int, *, comma: bool) -> Row | None:
        """The name that ends before a token; with `comma` only past a comma."""
        commas = 0
        for step in range(position, max(position - _FAR - 2, limit), -1):
            if step in self.ends:
                return self.ends[step] if commas or not comma else None
            text = self.lowers[step - 1]
            if text == ",":
                commas += 1
            elif text not in self.light and text not in "()":
                return None
        return None

    def _apposed(self, after: Row, limit: int, *, close: bool = False) -> Row | None:
        """The name behind a comma that follows another name; with `close` also without the comma."""
        position = self.analysis.token_at(after[1])
        if close and position in self.begins:
            return self.begins[position]
        if position + 1 >= limit or self.tokens[position].text != ",":
            return None
        return self.begins.get(position + 1)
