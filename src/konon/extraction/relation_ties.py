"""Relations that words between or before two names tell, by the table `relations` of the language."""

from collections.abc import Iterator, Mapping
from functools import cache

from konon.extraction.draft import Draft, EntityDraft
from konon.extraction.mentions import Row, mention_rows
from konon.language.base import Language
from konon.language.base import Row as Tie
from konon.language.names_words import Phrases, phrases
from konon.record.vocabulary import RelationType

Found = tuple[EntityDraft, RelationType, EntityDraft, int, int]

# How many light words may stand between the tying words and a name.
_FAR = 3


@cache
def _tables(language: Language) -> tuple[Phrases[Tie], frozenset[str]]:
    rows = [(form, row) for row in language.table("relations", "tie") for form in row["forms"]]
    light = frozenset(word for row in language.table("relations", "light") for word in row["words"])
    return phrases(rows), light


def ties(draft: Draft, language: Language) -> list[Found]:
    """All relations that tying words show, in order of place."""
    return list(_Reader(draft, language).found())


class _Reader:
    def __init__(self, draft: Draft, language: Language) -> None:
        self.phrases, self.light = _tables(language)
        self.analysis = draft.analysis
        self.tokens = draft.analysis.tokens
        self.lowers = [token.lower for token in self.tokens]
        self.begins: Mapping[int, Row] = {}
        self.ends: Mapping[int, Row] = {}
        rows = mention_rows(draft)
        self.begins = {self.analysis.token_at(row[0]): row for row in reversed(rows)}
        self.ends = {self.analysis.token_at(row[1]): row for row in rows}

    def found(self) -> Iterator[Found]:
        for sentence in self.analysis.sentences:
            for position in range(sentence.first, sentence.last):
                match = self.phrases.at(self.lowers, position)
                if match:
                    yield from self._at(position, match[0], match[1], (sentence.first, sentence.last))

    def _at(self, first: int, last: int, rows: tuple[Tie, ...], bounds: tuple[int, int]) -> Iterator[Found]:
        after = self._behind(last, bounds[1])
        if after is None:
            return
        for row in rows:
            before = self._partner(row["order"], first, after, bounds)
            if before is None:
                continue
            subject, thing = (before, after) if row["subject"] == "before" else (after, before)
            if subject[3].kind in row["from"] and thing[3].kind in row["to"]:
                start = min(before[0], self.tokens[first].start)
                yield subject[3], row["type"], thing[3], start, max(before[1], after[1])
                return

    def _partner(self, order: str, first: int, after: Row, bounds: tuple[int, int]) -> Row | None:
        """The other name of a tie, by the order of the two."""
        if order == "announced":
            return self._apposed(after, bounds[1], close=True)
        found = self._before(first, bounds[0], comma=order == "apposition")
        return found or (self._apposed(after, bounds[1]) if order == "apposition" else None)

    def _behind(self, position: int, limit: int) -> Row | None:
        for step in range(position, min(position + _FAR, limit)):
            if step in self.begins:
                return self.begins[step]
            if self.lowers[step] not in self.light:
                return None
        return None

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
