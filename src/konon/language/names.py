"""Proper names in a report, each with its kind: told by tables, the gazetteer, and what stands around them."""

from collections import defaultdict
from collections.abc import Iterator
from typing import get_args

from konon.language.analysis import Analysis, Name
from konon.language.base import Language
from konon.language.names_read import NameReader, Piece, Words
from konon.language.names_words import Lexicon
from konon.record.vocabulary import EntityKind

Votes = dict[str, float]
_KINDS = frozenset(get_args(EntityKind))


def find_names(analysis: Analysis, language: Language) -> tuple[Name, ...]:
    """All proper names in order of place; they don't overlap, and titles are left out of them."""
    reader = NameReader(analysis, language)
    pieces = reader.read()
    judge = Judge(reader.words, reader.lexicon, language)
    kept = [piece for piece in map(judge.trimmed, pieces) if piece]
    judge.listen(kept)
    return tuple(name for piece in kept if (name := judge.name(piece)))


class Judge:
    """Decides which runs of capitals are names, and of what kind, by all their places in the report."""

    def __init__(self, words: Words, lexicon: Lexicon, language: Language) -> None:
        self.words = words
        self.lexicon = lexicon
        self.language = language
        self.votes: dict[tuple[str, ...], Votes] = defaultdict(lambda: defaultdict(float))
        self.persons: set[str] = set()
        self.inside: set[str] = set()

    def trimmed(self, piece: Piece) -> Piece | None:
        """The piece without a first word that only begins a sentence; None where nothing is left."""
        if piece.kind is not None:
            return piece
        if piece.initial and piece.title is None and self._opens(piece.first, piece.last - piece.first):
            piece.first += 1
            piece.initial = False
            while piece.first < piece.last and self.words.lowers[
                piece.first
            ] in self.lexicon.common | self.lexicon.particles.get("person", frozenset()):
                piece.first += 1
        return piece if piece.first < piece.last and self._speaks(piece) else None

    def _opens(self, position: int, length: int) -> bool:
        """Whether a word at the start of a sentence is capitalised for that alone."""
        word = self.words.lowers[position]
        if self.words.text(position).isupper() and len(word) > 1:
            return word in self.lexicon.common
        if word in self.lexicon.common or word in self.words.small:
            return word not in self.lexicon.given or word in self.words.small
        if word in self.lexicon.given or word in self.words.alone:
            return False
        return length == 1 and self._verb(word)

    def _verb(self, word: str) -> bool:
        return self.language.morphology.voice(word) == "active" and len(word) > 6

    def _speaks(self, piece: Piece) -> bool:
        """A run of ordinary words alone names nothing."""
        run = self.words.lowers[piece.first : piece.last]
        ordinary = self.lexicon.common | self.lexicon.organization
        if piece.title is not None and len(run) > 1:
            return True
        return not all(word in ordinary or word in self.words.small or len(word) == 1 for word in run)

    def listen(self, pieces: list[Piece]) -> None:
        """Gather what tells the kinds of all pieces, before any is decided."""
        for piece in pieces:
            if piece.kind is None:
                key = self._key(piece)
                for kind, weight in self._signs(piece):
                    self.votes[key][kind] += weight
        for key, votes in self.votes.items():
            if len(key) > 1 and self._best(votes)[0] == "person":
                self.persons.update((key[0], key[-1]))
        for piece in pieces:
            if piece.kind not in (None, "person") and piece.last - piece.first > 1:
                self.inside.add(self.words.lowers[piece.last - 1])

    def name(self, piece: Piece) -> Name | None:
        """The piece as a name of its kind."""
        start, end = self.words.tokens[piece.first].start, self.words.tokens[piece.last - 1].end
        if piece.kind is not None:
            return Name(start, end, piece.kind, piece.registry, 1.0 if piece.sure else 0.6)
        key = self._key(piece)
        votes = dict(self.votes[key])
        if len(key) == 1 and key[0] in self.persons:
            votes["person"] = votes.get("person", 0.0) + 2
        if len(key) == 1 and key[0] in self.inside:
            votes["place"] = votes.get("place", 0.0) + 0.5
        kind, weight = self._best(votes)
        return Name(start, end, kind, None, min(1.0, weight / 3)) if weight > 0 else None

    def _key(self, piece: Piece) -> tuple[str, ...]:
        return tuple(self.words.lowers[piece.first : piece.last])

    def _best(self, votes: Votes) -> tuple[EntityKind, float]:
        kind, weight = max(sorted(votes.items()), key=lambda vote: vote[1], default=("other", 0.0))
        return (kind, weight) if kind in _KINDS else ("other", weight)  # type: ignore[return-value]

    def _signs(self, piece: Piece) -> Iterator[tuple[str, float]]:
        yield from self._form_signs(piece)
        yield from self._near_signs(piece)
        if piece.hint in ("media", "place", "armed_group"):
            yield piece.hint, 4.0
        if piece.title is not None:
            yield "person", 4.0

    def _form_signs(self, piece: Piece) -> Iterator[tuple[str, float]]:
        run = self.words.lowers[piece.first : piece.last]
        text = self.words.text(piece.last - 1)
        for kind, tails in self.lexicon.tails.items():
            if run[-1] in tails and len(run) > 1:
                yield kind, 4.0
        if run[0] in self.lexicon.given:
            yield "person", 2.0
        elif run[-1] in self.lexicon.given:
            yield "person", 1.0
        if len(run) == 1 and "." in text:
            yield "media", 4.0
        elif len(run) == 1 and text.isupper() and len(text) > 1:
            yield "organization", 1.2
        elif len(run) > 1:
            ordinary = sum(word in self.lexicon.organization or word in self.lexicon.common for word in run)
            yield ("organization", 1.5) if ordinary * 2 >= len(run) else ("person", 0.8)
        else:
            yield "person", 0.2
        if run[-1] in self._directions():
            yield "place", 1.5

    def _directions(self) -> frozenset[str]:
        return frozenset(self.lexicon.directions.by_first)

    def _near_signs(self, piece: Piece) -> Iterator[tuple[str, float]]:
        before = self.words.lowers[piece.first - 1] if piece.first else ""
        after = self.words.lowers[piece.last] if piece.last < len(self.words.lowers) else ""
        weights = {"person": 1.5, "place": 1.2, "media": 1.5}
        for kind, cues in self.lexicon.before.items():
            if before in cues:
                yield kind, weights.get(kind, 1.0)
        for kind, cues in self.lexicon.after.items():
            if after in cues:
                yield kind, 1.0
        if after == "(" and self._age(piece.last + 1):
            yield "person", 3.0

    def _age(self, position: int) -> bool:
        figure = self.words.text(position)
        return figure.isdigit() and len(figure) <= 3 and self.words.text(position + 1) == ")"
