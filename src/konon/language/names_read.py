"""A report's tokens → pieces of names: what the gazetteer knows, what a head begins, and runs of capitals."""

from dataclasses import dataclass
from typing import cast

from konon.gazetteer import Match, place
from konon.language.analysis import Analysis, Stretch
from konon.language.base import Language
from konon.language.names_coined import coined
from konon.language.names_extent import Extent, behind_titles, body_end
from konon.language.names_initials import initials
from konon.language.names_view import meant, view
from konon.language.names_words import Head, lexicon
from konon.language.titles import TitleMatch, TitleReader
from konon.record.vocabulary import EntityKind

_NAMED = frozenset({"state", "place", "armed_group", "organization"})


@dataclass(slots=True)
class Piece:
    """A stretch of tokens that may be a name; `kind` is None where only the surroundings can tell it.

    `titled` tells how surely a title announces a person, from 0 to 1; `hint` is the kind that a word before it tells.
    """

    first: int
    last: int
    kind: EntityKind | None = None
    registry: str | None = None
    titled: float = 0.0
    hint: str | None = None
    sure: bool = False


@dataclass(slots=True)
class _State:
    """What the words just read let expect: an office with its organisation named or not, a rank, a kind of name."""

    office: TitleMatch | None = None
    filled: bool = False
    ranked: bool = False
    hint: str | None = None

    @property
    def titled(self) -> float:
        """How surely a person's name follows: a common noun such as one for residents may stand before a place too."""
        if self.ranked:
            return 1.0
        return 0.0 if self.office is None else 1.0 if self.office.title.of else 0.5

    @property
    def open_office(self) -> bool:
        """Whether an office waits for the organisation or the place that it is held in."""
        return self.office is not None and not self.filled and self.office.title.of in ("place", "organization")


class NameReader:
    """Reads the pieces of a report from left to right."""

    def __init__(self, analysis: Analysis, language: Language) -> None:
        self.lexicon = lexicon(language)
        self.view = view(analysis, self.lexicon)
        self.titles = TitleReader(analysis.tokens, self.lexicon)
        self.extent = Extent(self.view, self.titles)
        self.sentences = analysis.sentences
        self.coined = coined(self.view)
        self.initials = initials(self.view)
        self.inner = {match.first: match for match in behind_titles(self.view, self.titles)}

    def read(self) -> list[Piece]:
        """All pieces in order of place; they don't overlap."""
        return [piece for sentence in self.sentences for piece in self._sentence(sentence)]

    def _sentence(self, sentence: Stretch) -> list[Piece]:
        position, limit, state, pieces = sentence.first, sentence.last, _State(), list[Piece]()
        if self.view.headline(position, limit):
            return [self._known(match, limit, state) for match in self.view.within(position, limit)]
        while position < limit:
            title = self._title(position)
            if title:
                state = (
                    _State(ranked=True, office=state.office, filled=state.filled) if title.title.rank else _State(title)
                )
                position = min(title.last, limit)
                continue
            piece = self._piece(position, limit, state)
            if piece is None:
                state, position = self._passed(position, state)
                continue
            pieces.append(piece)
            person = piece.kind is None or piece.kind == "person"
            hint = state.hint if piece.kind in ("state", "place") else None
            position, state = piece.last, _State(hint=hint) if person or hint else _State(state.office, filled=True)
        return pieces

    def _passed(self, position: int, state: _State) -> tuple[_State, int]:
        """What is still expected behind a word that is no name, and where reading goes on."""
        match = self.lexicon.heads.at(self.view.lowers, position)
        hint = next((head.kind for head in match[1] if head.outside), None) if match else None
        if match and hint and not self.view.tokens[position].capital:
            return _State(hint=hint), match[0]
        announces = self.view.lowers[position] in self.lexicon.before.get("person", ())
        tied = state.filled and any(self.view.lowers[position] in words for words in self._ties())
        keeps = announces or tied or self.view.text(position) in (",", "(", ")")
        if match and match[0] > position + 1 and not self.view.tokens[position].capital:
            return _State(), match[0]
        hint = state.hint if self.view.text(position) == "," else None
        return _State(state.office, state.filled, hint=hint) if keeps else _State(), position + 1

    def _ties(self) -> tuple[frozenset[str], ...]:
        """The small words that tie a further name to the one of an office."""
        none = frozenset[str]()
        return self.lexicon.particles.get("organization", none), self.lexicon.before.get("place", none)

    def _title(self, position: int) -> TitleMatch | None:
        match = self.view.matches.get(position)
        found = self.titles.at(position)
        if not found or (match and match.last > found.last):
            return None
        # A single letter is a title only before a name: it may be somebody's initial.
        initial = len(self.view.text(position)) == 1 and not self.view.word(found.last)
        return None if initial else found

    def _piece(self, position: int, limit: int, state: _State) -> Piece | None:
        match = self.view.matches.get(position) or self.inner.get(position)
        if position in self.view.blocked and not match:
            return None
        if position in self.coined:
            return Piece(position, position + 2, "organization", sure=True)
        if self.view.text(position) in self.initials and not self._longer(position):
            return Piece(position, position + 1, "person", sure=True)
        if self._is_person(position, match, state):
            return self._run(position, limit, state)
        headed = self._of_title(position, limit, state) or self._headed(position, limit, state)
        if headed and (not match or headed.last >= match.last):
            return self._registered(headed)
        if match and match.last <= limit and self._trusted(match):
            return self._known(match, limit, state)
        return self._run(position, limit, state)

    def _longer(self, position: int) -> bool:
        """Whether initials are the beginning of a longer name."""
        return self.view.word(position + 1) or (
            len(self.view.text(position)) == 1 and self.view.text(position + 1) == "." and self.view.word(position + 2)
        )

    def _is_person(self, position: int, match: Match | None, state: _State) -> bool:
        """A rank or a given name before another capital begins a person's name, whatever else the words may mean."""
        if not self.view.word(position) or (match and (match.last > position + 1 or match.entry.kind == "state")):
            return False
        follows = self.view.word(position + 1) and not self.view.official(position + 1)
        return state.ranked or (self.view.given(position) and follows and position + 1 not in self.view.matches)

    def _trusted(self, match: Match) -> bool:
        """An ordinary word counts as a name only with a capital inside a sentence, an abbreviation only with a cue."""
        if match.last == match.first + 1 and self.view.lowers[match.first] in self.lexicon.common:
            before = self.view.lowers[match.first - 1] if match.first else ""
            if self.view.acronym(match.first):
                return any(before in cues for kind, cues in self.lexicon.before.items() if kind == match.entry.kind)
        if not match.alias.risky:
            return True
        return match.first not in self.view.starts and self.view.lowers[match.first] not in self.view.small

    def _known(self, match: Match, limit: int, state: _State) -> Piece:
        first, last = match.first, match.last
        if last < limit and match.entry.kind in ("state", "place"):
            direction = self.lexicon.directions.at(self.view.lowers, last)
            if direction:
                return Piece(first, direction[0], "place", sure=True)
            if self.view.tail(last) and last not in self.view.matches:
                return self._run(first, limit, state) or Piece(first, last)
        kind, registry = meant(match)
        return Piece(first, last, kind, registry, sure=True)

    def _registered(self, piece: Piece) -> Piece:
        match = self.view.matches.get(piece.first)
        if match and match.last == piece.last and match.alias.use == "name":
            return Piece(piece.first, piece.last, match.entry.kind, match.entry.id, sure=True)
        return piece

    # -- names that a head begins

    def _headed(self, position: int, limit: int, state: _State) -> Piece | None:
        match = self.lexicon.heads.at(self.view.lowers, position)
        if not match:
            return None
        end, heads = match
        whole = (self._with_state(position, end, limit, head) for head in heads if head.small)
        found = next((piece for piece in whole if piece), None)
        if found is None and self.view.word(position):
            capital = (self._capital(position, end, limit, head, state) for head in heads)
            found = next((piece for piece in capital if piece), None)
        if found is None:
            found = next((Piece(position, end, cast("EntityKind", head.kind)) for head in heads if head.bare), None)
        return found

    def _of_title(self, position: int, limit: int, state: _State) -> Piece | None:
        """The rest of an organisation's name whose head is in the title."""
        if not state.open_office or not state.office or not state.office.title.head or position != state.office.last:
            return None
        if state.office.title.of != "organization" or not (self.view.official(position) and self.view.word(position)):
            return None
        last = self.extent.end(position + 1, limit, head=Head("organization"), office=True)
        return Piece(position, last, "organization")

    def _with_state(self, first: int, end: int, limit: int, head: Head) -> Piece | None:
        """A head, also in small letters, with the state or the name that it belongs to."""
        if head.wing:
            last = self.extent.wing(end, limit) or first
            return Piece(first, last, cast("EntityKind", head.kind), sure=True) if last > first else None
        last = end
        while last < limit and last < end + 5 and self.view.official(last) and last not in self.view.matches:
            last += 1
        match = self.view.matches.get(last)
        if not match or match.entry.kind not in _NAMED or match.last > limit:
            return None
        if match.entry.kind == "organization" and (head.means_state or not self.view.acronym(last)):
            return None
        if head.means_state and match.entry.kind in ("state", "armed_group"):
            return Piece(first, match.last, match.entry.kind, match.entry.id, sure=True)
        if head.means_state and head.region:
            return None
        kind = "organization" if head.means_state else head.kind
        return Piece(first, match.last, cast("EntityKind", kind), sure=True)

    def _capital(self, first: int, end: int, limit: int, head: Head, state: _State) -> Piece | None:
        if head.outside or head.means_state or head.bare or head.joint or head.wing:
            return None
        if self.view.given(first) and not self.view.official(end) and (state.titled > 0 or self.extent.known_last(end)):
            return None
        if head.holder and self._organization(end):
            return None
        last = self.extent.end(end, limit, head=head, office=state.office is not None)
        alone = first not in self.view.starts and head.kind == "organization" and not self._ordinary(first)
        short = self.view.acronym(first) and self.view.lowers[first] not in self.lexicon.common
        if last == end and not (alone or short):
            return None
        return Piece(first, last, cast("EntityKind", head.kind), sure=last > end)

    def _organization(self, position: int) -> bool:
        """Whether the name of an organisation begins here."""
        match = self.view.matches.get(position)
        short = self.view.acronym(position) and not self.view.word(position + 1)
        known = short or (match is not None and match.entry.kind == "organization")
        return known or (
            self.view.word(position) and any(head.kind == "organization" for head in self.view.heads(position))
        )

    def _ordinary(self, position: int) -> bool:
        return self.view.lowers[position] in self.view.small or self.view.lowers[position] in self.lexicon.common

    # -- runs of capitals

    def _run(self, first: int, limit: int, state: _State) -> Piece | None:
        if not self.view.word(first):
            return None
        last = first + 1
        while last < limit and (step := self._run_step(last, limit, state)) > last:
            last = step
        while last > first + 1 and self._degree(last - 1):
            last -= 1
        waits = state.open_office and not state.ranked
        if state.office and state.office.title.of == "state" and not state.filled and not state.ranked:
            waits = last == first + 1 and self.view.acronym(first)
        split = body_end(self.view, first, last) if waits else last
        body = split < last or (last < limit and self.extent.rank_behind(last)) or self._located(first, last, state)
        acronym = self.view.acronym(last - 1)
        if waits and state.office and (body or acronym):
            kind: EntityKind = "place" if state.office.title.of == "place" else "organization"
            return Piece(first, split, kind)
        return Piece(first, last, titled=state.titled, hint=state.hint)

    def _degree(self, position: int) -> bool:
        """Whether a word in capitals is an academic degree behind a name."""
        return self.view.acronym(position) and self.lexicon.degrees.at(self.view.lowers, position) is not None

    def _run_step(self, position: int, limit: int, state: _State) -> int:
        view = self.view
        if view.text(position) in self.initials and self._ordinary(position - 1):
            return position
        if view.word(position):
            match = view.matches.get(position)
            if match and not match.alias.risky and not self._within_person(position, match, state):
                return position
            return position if self._breaks(position) else position + 1
        if view.text(position) == "." and len(view.text(position - 1)) == 1 and view.word(position + 1):
            return position + 1
        if view.hyphened(position) and position - 1 not in view.matches:
            return position + 2
        joins = view.lowers[position] in self.lexicon.particles.get("person", ())
        return position + 2 if joins and position + 1 < limit and view.word(position + 1) else position

    def _within_person(self, position: int, match: Match, state: _State) -> bool:
        short = match.last == position + 1 and match.entry.kind in ("place", "other")
        return short and (state.titled > 0 or self.view.given(position) or self.view.given(position - 1))

    def _breaks(self, position: int) -> bool:
        found = self.titles.at(position)
        office = found and position - 1 in self.view.starts and found.title.of in ("state", "portfolio")
        if found and (found.title.rank or office) and self.view.word(found.last):
            return True
        headed = any(not head.outside for head in self.view.heads(position))
        return headed and self.view.word(position + 1) and not self.view.given(position)

    def _located(self, first: int, last: int, state: _State) -> bool:
        """Whether a run behind the title of a place's head is a place."""
        if state.office is None or state.office.title.of != "place" or self.view.given(first):
            return False
        if self._held(last):
            return True
        name = " ".join(token.text for token in self.view.tokens[first:last])
        return place(name) is not None or self.view.lowers[last - 1] in self.lexicon.directions.by_first

    def _held(self, position: int) -> bool:
        """Whether the holder of an office is named behind a comma: *Camat X, Rina Wati*."""
        comma = position + int(self.view.text(position).isdecimal())
        first = comma + 1
        if self.view.text(comma) != "," or first >= len(self.view.tokens):
            return False
        title = self.titles.at(first)
        if title:
            first = title.last if title.title.rank else comma
        return (
            self.view.word(first)
            and first not in self.view.matches
            and (self.view.given(first) or self.view.word(first + 1))
        )
