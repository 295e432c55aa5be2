"""Proper names in a report, each with its kind: told by tables, the gazetteer, and what stands around them."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import get_args

from konon.gazetteer import place
from konon.language.analysis import Analysis, Name
from konon.language.base import Language
from konon.language.names_read import NameReader, Piece
from konon.language.names_view import View
from konon.record.vocabulary import EntityKind

Votes = dict[str, float]
_LISTS = frozenset({",", "/"})
_ROMAN = re.compile(r"[ivx]{1,5}")
# What votes for neither an actor nor a place: a ship, a make of car, a film.
_THING = "thing"
# A name needs a sign of at least this weight for some kind.
_LEAST = 0.5
_KINDS = frozenset(get_args(EntityKind))


def find_names(analysis: Analysis, language: Language) -> tuple[Name, ...]:
    """All proper names in order of place; they don't overlap, and titles are left out of them."""
    reader = NameReader(analysis, language)
    pieces = reader.read()
    judge = Judge(reader.view, language)
    _settle_dateline(pieces, analysis)
    judge.note(pieces)
    kept = [piece for piece in map(judge.trimmed, pieces) if piece]
    judge.listen(kept)
    return tuple(name for piece in kept if (name := judge.name(piece)))


def _settle_dateline(pieces: list[Piece], analysis: Analysis) -> None:
    """Give the place and the outlet that the dateline names their kinds."""
    found = analysis.dateline
    if found is None:
        return
    spans: tuple[tuple[int, int, EntityKind], ...] = (
        (found.place_start, found.place_end, "place"), (found.outlet_start, found.outlet_end, "media"),
    )  # fmt: skip
    for first, last, kind in spans:
        within = [piece for piece in pieces if first <= analysis.tokens[piece.first].start < last]
        for piece in within[1:]:
            within[0].last, within[0].kind, within[0].registry = piece.last, kind, None
            pieces.remove(piece)
        for piece in within[:1]:
            if piece.kind not in (kind, "state"):
                piece.kind, piece.registry = kind, None


class Judge:
    """Decides which runs of capitals are names, and of what kind, by all their places in the report."""

    def __init__(self, view: View, language: Language) -> None:
        self.view = view
        self.lexicon = view.lexicon
        self.language = language
        self.votes: dict[tuple[str, ...], Votes] = defaultdict(lambda: defaultdict(float))
        self.runs: set[tuple[str, ...]] = set()
        self.persons: set[str] = set()
        self.places: set[str] = set()

    def note(self, pieces: list[Piece]) -> None:
        """Remember the runs of capitals that stand inside sentences."""
        self.runs.update(
            self._key(piece) for piece in pieces if piece.kind is None and piece.first not in self.view.starts
        )

    def trimmed(self, piece: Piece) -> Piece | None:
        """The piece without first words that only begin a sentence; None where nothing is left that names."""
        if piece.kind is not None:
            return piece
        while piece.first < piece.last and piece.first in self.view.starts and not piece.titled:
            if not self._opens(piece.first, piece.last):
                break
            piece.first += 1
            while piece.first < piece.last and self.view.lowers[piece.first] in self.lexicon.common:
                piece.first += 1
        return piece if piece.first < piece.last and self._speaks(piece) else None

    def _opens(self, position: int, last: int) -> bool:
        """Whether a word at the start of a sentence is capitalised for that alone."""
        word = self.view.lowers[position]
        strange = not self.view.given(position) and word not in self.view.inside
        if strange and last > position + 1 and tuple(self.view.lowers[position + 1 : last]) in self.runs:
            return True
        if word in self.lexicon.common or word in self.view.small:
            return not self.view.given(position) or word in self.view.small
        if last == position + 1 and self.view.heads(position):
            return True
        if self.view.acronym(position) or self.view.given(position) or word in self.view.inside:
            return False
        if last - position > 1:
            return self._verb(word)
        cited = last < len(self.view.lowers) and any(
            self.view.lowers[last] in cues for kind, cues in self.lexicon.after.items() if kind in _KINDS
        )
        return self._verb(word) or not (cited or "." in word or self.view.text(last) == "(")

    def _verb(self, word: str) -> bool:
        forms = self.language.morphology
        return (forms.voice(word) is not None and len(word) > 6) or forms.clitic(word) is not None

    def _speaks(self, piece: Piece) -> bool:
        """A run of ordinary words alone names nothing."""
        run = self.view.lowers[piece.first : piece.last]
        if len(run) == 1 and (len(run[0]) == 1 or any(letter.isdigit() for letter in run[0])):
            return self._cued(piece)
        if piece.titled and len(run) > 1 and not all(self.lexicon.official(word) for word in run):
            return True
        if piece.titled == 1.0 and len(run) == 1 and self._shaped(run[0]):
            return True
        return not all(self._ordinary(word) for word in run)

    def _shaped(self, word: str) -> bool:
        """Whether only its shape makes a common noun of a word: behind a title it is a name."""
        known = word in self.lexicon.organization or word in self.lexicon.common or word in self.view.small
        return self.lexicon.official(word) and not known

    def _cued(self, piece: Piece) -> bool:
        """Whether a single letter is announced as somebody's initial, or an age follows it."""
        before = self.view.lowers[piece.first - 1] if piece.first else ""
        aged = self.view.text(piece.last) == "(" and self._age(piece.last + 1)
        return aged or before in self.lexicon.before.get("person", ())

    def _ordinary(self, word: str) -> bool:
        split = self.language.morphology.clitic(word)
        forms = (word, split[0].rstrip("-") if split else word)
        known = any(form in self.lexicon.common or self.lexicon.official(form) for form in forms)
        return known or word in self.view.small or len(word) == 1 or bool(_ROMAN.fullmatch(word))

    def listen(self, pieces: list[Piece]) -> None:
        """Gather what tells the kinds of all pieces, before any is decided."""
        for piece in pieces:
            if piece.kind is None:
                key = self._key(piece)
                for kind, weight in self._signs(piece):
                    self.votes[key][kind] += weight
        for one, other in pairwise(pieces):
            self._neighbours(one, other)
        for key, votes in self.votes.items():
            if len(key) > 1 and self._best(votes)[0] == "person":
                self.persons.update((key[0], key[-1]))
        for piece in pieces:
            if piece.kind == "place" and piece.last - piece.first > 1:
                self.places.add(self.view.lowers[piece.last - 1])

    def _neighbours(self, one: Piece, other: Piece) -> None:
        """Names in a list are of one kind."""
        between = self.view.lowers[one.last : other.first]
        if between == ("(",) and other.kind is None and one.kind and self.view.acronym(other.first):
            self.votes[self._key(other)][one.kind] += 2.0
        if (
            len(between) > 2
            or not between
            or not all(mark in _LISTS or mark in self.lexicon.particles.get("organization", ()) for mark in between)
        ):
            return
        for known, unknown in ((one, other), (other, one)):
            if unknown.kind is None and not unknown.titled:
                kind, weight = (known.kind, 1.0) if known.kind else self._best(self.votes[self._key(known)])
                if kind in ("place", "person", "organization") and weight >= 1:
                    self.votes[self._key(unknown)][kind] += 1.5

    def name(self, piece: Piece) -> Name | None:
        """The piece as a name of its kind."""
        start, end = self.view.tokens[piece.first].start, self._end(piece)
        if piece.kind is not None:
            return Name(start, end, piece.kind, piece.registry, 1.0 if piece.sure else 0.6)
        key = self._key(piece)
        votes = dict(self.votes[key])
        if len(key) == 1 and key[0] in self.persons:
            votes["person"] = votes.get("person", 0.0) + 2
        if len(key) == 1 and key[0] in self.places:
            votes["place"] = votes.get("place", 0.0) + 2
        kind, weight = self._best(votes)
        if weight < _LEAST or votes.get(_THING, 0.0) >= weight:
            return None
        return Name(start, end, kind, None, min(1.0, weight / 3))

    def _stem(self, position: int) -> str:
        """A word without a pronoun that a hyphen ties to an acronym."""
        text = self.view.text(position)
        stem, dash, rest = text.rpartition("-")
        return stem if dash and rest.islower() and stem.isupper() else text

    def _end(self, piece: Piece) -> int:
        return self.view.tokens[piece.last - 1].start + len(self._stem(piece.last - 1))

    def _key(self, piece: Piece) -> tuple[str, ...]:
        return (*self.view.lowers[piece.first : piece.last - 1], self._stem(piece.last - 1).lower())

    def _best(self, votes: Votes) -> tuple[EntityKind, float]:
        kind, weight = max(sorted(votes.items()), key=lambda vote: vote[1], default=("other", 0.0))
        return (kind, weight) if kind in _KINDS else ("other", weight)  # type: ignore[return-value]

    def _signs(self, piece: Piece) -> Iterator[tuple[str, float]]:
        yield from self._form_signs(piece)
        yield from self._near_signs(piece)
        if piece.hint in ("media", "place", "armed_group"):
            yield piece.hint, 4.0
        if piece.titled:
            yield "person", 4.0 * piece.titled

    def _form_signs(self, piece: Piece) -> Iterator[tuple[str, float]]:
        run = self.view.lowers[piece.first : piece.last]
        text = self.view.text(piece.last - 1)
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
            yield "organization", 0.4
        elif len(run) > 1:
            ordinary = sum(self.lexicon.official(word) or word in self.lexicon.common for word in run)
            yield ("organization", 0.4) if ordinary * 2 >= len(run) else ("person", 0.45)
        else:
            yield "person", 0.3
        if place(self._text(piece)) is not None:
            yield "place", 1.0
        if run[-1] in self._directions():
            yield "place", 1.5

    def _text(self, piece: Piece) -> str:
        return " ".join(token.text for token in self.view.tokens[piece.first : piece.last])

    def _directions(self) -> frozenset[str]:
        return frozenset(self.lexicon.directions.by_first)

    def _near_signs(self, piece: Piece) -> Iterator[tuple[str, float]]:
        before = self.view.lowers[piece.first - 1] if piece.first else ""
        after = self.view.lowers[piece.last] if piece.last < len(self.view.lowers) else ""
        weights = {"person": 1.5, "place": 1.2, "media": 2.0, _THING: 2.5}
        for kind, cues in self.lexicon.before.items():
            if before in cues and kind in (*_KINDS, _THING):
                yield kind, weights.get(kind, 1.0)
        for kind, cues in self.lexicon.after.items():
            if after in cues and kind in _KINDS:
                yield kind, weights.get(kind, 1.0)
        if after and after in ",(" and piece.last - piece.first > 1:
            yield "person", 0.2
        if after == "(" and self._age(piece.last + 1):
            yield "person", 3.0

    def _age(self, position: int) -> bool:
        figure = self.view.text(position)
        return figure.isdigit() and len(figure) <= 3 and self.view.text(position + 1) == ")"
