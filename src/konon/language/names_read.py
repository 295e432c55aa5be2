"""A report's tokens → pieces of names: what the gazetteer knows, what a head begins, and runs of capitals."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from konon.gazetteer import Match, Matcher
from konon.language.analysis import Analysis, Stretch, Token
from konon.language.base import Language
from konon.language.names_words import Head, Lexicon, lexicon
from konon.language.titles import TitleMatch, TitleReader
from konon.record.vocabulary import EntityKind

_ARTICLE = re.compile(r"[a-z]{2,3}[-'’][A-Z]\w+")
_FIGURE = re.compile(r"\d{1,3}(?:/\d{1,3})?|[IVXLC]+[A-Z]?")
_OPENING = frozenset("\"“‘'(«[:•-–—")


@dataclass(slots=True)
class Piece:
    """A stretch of tokens that may be a name; `kind` is None where only the surroundings can tell it."""

    first: int
    last: int
    kind: EntityKind | None = None
    registry: str | None = None
    title: TitleMatch | None = None
    hint: str | None = None
    sure: bool = False
    initial: bool = False
    quiet: bool = False


@dataclass
class Words:
    """What is known of each token before names are read."""

    tokens: tuple[Token, ...]
    lowers: list[str]
    matches: Mapping[int, Match]
    ends: Mapping[int, Match]
    blocked: frozenset[int]
    starts: frozenset[int]
    alone: frozenset[str]
    small: frozenset[str] = field(default_factory=frozenset)

    def text(self, position: int) -> str:
        """The token's text; empty behind the last."""
        return self.tokens[position].text if 0 <= position < len(self.tokens) else ""

    def word(self, position: int) -> bool:
        """Whether a token can be a word of a name."""
        if not 0 <= position < len(self.tokens) or position in self.blocked:
            return False
        token = self.tokens[position]
        return token.kind == "word" and (token.capital or bool(_ARTICLE.match(token.text)))


def look(analysis: Analysis) -> Words:
    """The tokens of a report with what is known of each."""
    tokens = analysis.tokens
    known = Matcher().matches([token.text for token in tokens])
    matches = {match.first: match for match in known}
    ends = {match.last: match for match in known}
    blocked = {
        index
        for mention in (*analysis.dates, *(number for number in analysis.numbers if number.unit != "rank"))
        for index in range(analysis.token_at(mention.start), analysis.token_at(mention.end))
    }
    starts = _starts(tokens, analysis.sentences)
    lone = {
        token.lower
        for index, token in enumerate(tokens)
        if token.kind == "word" and token.capital and index not in starts and not _beside_capital(tokens, index)
    }
    small = frozenset(token.text for token in tokens if token.kind == "word" and token.text.islower())
    return Words(
        tokens, [token.lower for token in tokens], matches, ends, frozenset(blocked), starts, frozenset(lone), small
    )


def _starts(tokens: tuple[Token, ...], sentences: tuple[Stretch, ...]) -> frozenset[int]:
    found = {sentence.first for sentence in sentences}
    for index, token in enumerate(tokens[:-1]):
        if token.kind == "mark" and (token.text in _OPENING and (index in found or token.text in '"“‘:')):
            found.add(index + 1)
    return frozenset(found)


def _beside_capital(tokens: tuple[Token, ...], index: int) -> bool:
    return any(
        0 <= near < len(tokens) and tokens[near].kind == "word" and tokens[near].capital
        for near in (index - 1, index + 1)
    )


class NameReader:
    """Reads the pieces of a report from left to right."""

    def __init__(self, analysis: Analysis, language: Language) -> None:
        self.words = look(analysis)
        self.lexicon: Lexicon = lexicon(language)
        self.titles = TitleReader(analysis.tokens, self.lexicon)
        self.sentences = analysis.sentences
        self.pieces: list[Piece] = []

    def read(self) -> list[Piece]:
        """All pieces in order of place; they don't overlap."""
        for sentence in self.sentences:
            self._sentence(sentence)
        return self.pieces

    def _sentence(self, sentence: Stretch) -> None:
        position, title, hint = sentence.first, None, None
        while position < sentence.last:
            found = self._title(position)
            if found:
                title, hint, position = found, None, min(found.last, sentence.last)
                continue
            piece = self._piece(position, sentence.last, title)
            if piece is None:
                hint = self._hint(position)
                title = title if self._keeps_title(position) else None
                position += 1
                continue
            piece.hint = piece.hint or hint
            if not piece.quiet:
                self.pieces.append(piece)
            title = title if piece.kind not in (None, "person") else None
            hint = piece.hint if piece.quiet else None
            position = piece.last

    def _title(self, position: int) -> TitleMatch | None:
        match = self.words.matches.get(position)
        found = self.titles.at(position)
        if not found or (match and match.last > found.last):
            return None
        # A title alone in a run of capitals that begins with a head was read with the head already.
        return found

    def _keeps_title(self, position: int) -> bool:
        return self.words.text(position) in (",", "(", ")") or self.words.lowers[position] in self.lexicon.before.get(
            "person", ()
        )

    def _hint(self, position: int) -> str | None:
        for head in self._heads(position):
            if head.outside and not self.words.tokens[position].capital:
                return head.kind
        return None

    def _heads(self, position: int) -> tuple[Head, ...]:
        match = self.lexicon.heads.at(self.words.lowers, position)
        return match[1] if match else ()

    def _piece(self, position: int, limit: int, title: TitleMatch | None) -> Piece | None:
        if position in self.words.blocked and position not in self.words.matches:
            return None
        match = self.words.matches.get(position)
        if self._is_person_start(position, match, title):
            return self._run(position, limit, title)
        headed = self._headed(position, limit, title)
        if headed and (not match or headed.last >= match.last):
            return self._registered(headed)
        if match and match.last <= limit and self._trusted(match):
            return self._known(match, limit)
        return self._run(position, limit, title) if self.words.word(position) else None

    def _is_person_start(self, position: int, match: Match | None, title: TitleMatch | None) -> bool:
        """A rank or a given name before another capital begins a person's name, whatever else the words may mean."""
        if not self.words.word(position) or (match and match.last > position + 1):
            return False
        ranked = title is not None and title.title.rank and self.words.text(position - 1) != ","
        given = self.words.lowers[position] in self.lexicon.given
        follows = self.words.word(position + 1) and self.words.lowers[position + 1] not in self.lexicon.organization
        return ranked or (given and follows and position + 1 not in self.words.matches)

    def _trusted(self, match: Match) -> bool:
        """A name that is an ordinary word too counts only with a capital inside a sentence."""
        if not match.alias.risky:
            return True
        return match.first not in self.words.starts and not self._small_elsewhere(match)

    def _small_elsewhere(self, match: Match) -> bool:
        return match.last == match.first + 1 and self.words.lowers[match.first] in self.words.small

    def _known(self, match: Match, limit: int) -> Piece:
        piece = Piece(match.first, match.last, match.entry.kind, match.entry.id, sure=True)
        direction = self.lexicon.directions.at(self.words.lowers, match.last) if match.last < limit else None
        if direction and match.entry.kind in ("state", "place"):
            return Piece(match.first, direction[0], "place", sure=True)
        return piece

    def _registered(self, piece: Piece) -> Piece:
        match = self.words.matches.get(piece.first)
        if match and match.last == piece.last and match.alias.use == "name" and not piece.quiet:
            return Piece(piece.first, piece.last, match.entry.kind, match.entry.id, piece.title, sure=True)
        return piece

    # -- names that a head begins

    def _headed(self, position: int, limit: int, title: TitleMatch | None) -> Piece | None:
        match = self.lexicon.heads.at(self.words.lowers, position)
        if not match:
            return None
        end, heads = match
        capital = self.words.tokens[position].capital and position not in self.words.starts
        shown = self.words.tokens[position].capital
        for head in heads:
            piece = (
                self._capital_head(position, end, limit, head, title)
                if shown
                else self._small_head(position, end, limit, head)
            )
            if piece and (capital or piece.last > end or head.bare or self.words.text(position).isupper()):
                return piece
        return None

    def _capital_head(self, first: int, end: int, limit: int, head: Head, title: TitleMatch | None) -> Piece | None:
        if head.small or head.bare or head.means_state:
            small = self._small_head(first, end, limit, head)
            if small:
                return small
        if head.outside or (self.words.lowers[first] in self.lexicon.given and not self._organization_word(end)):
            return None
        last = self._extent(end, limit, head, title)
        if last == end and not self._names_itself(first, end, head):
            return None
        return Piece(first, last, self._kind(head), title=title, sure=last > end)

    def _names_itself(self, first: int, end: int, head: Head) -> bool:
        if head.bare:
            return True
        word = self.words.text(first)
        return (
            head.kind == "organization"
            and end == first + 1
            and (word.isupper() or first not in self.words.starts)
            and len(word) > 2
        )

    def _small_head(self, first: int, end: int, limit: int, head: Head) -> Piece | None:
        """A head in small letters with the state or the name that it belongs to."""
        if head.bare and not head.small:
            return Piece(first, end, self._kind(head), hint="bare")
        if not head.small:
            return None
        last = end
        while last < limit and last < end + 5 and self._organization_word(last) and last not in self.words.matches:
            last += 1
        match = self.words.matches.get(last)
        if match and match.entry.kind in ("state", "place", "armed_group", "organization") and match.last <= limit:
            if head.means_state:
                state = match.entry.id if match.entry.kind == "state" else None
                return Piece(
                    first, match.last, "state" if state else "organization", state, hint="means_state", sure=True
                )
            return Piece(first, match.last, self._kind(head), hint="organ", sure=True)
        return None

    def _kind(self, head: Head) -> EntityKind:
        return head.kind  # type: ignore[return-value]

    def _organization_word(self, position: int) -> bool:
        return position < len(self.words.lowers) and self.words.lowers[position] in self.lexicon.organization

    def _extent(self, position: int, limit: int, head: Head, title: TitleMatch | None) -> int:
        """The end of a name whose head ends at `position`."""
        start = position
        while position < limit:
            step = self._step(position, limit, start, head, title)
            if step == position:
                break
            position = step
        return position

    def _step(self, position: int, limit: int, start: int, head: Head, title: TitleMatch | None) -> int:
        words = self.words
        match = words.matches.get(position)
        joined = self._joined(position, limit, head)
        if joined > position:
            return joined
        if match and match.last <= limit and words.tokens[position].capital and self._continues(position, start):
            return match.last
        if position > start and not self._continues(position, start):
            return position
        if words.tokens[position].kind == "number":
            return position + 1 if _FIGURE.fullmatch(words.text(position)) and position - start < 3 else position
        if not words.word(position) or self._person_follows(position, start, title):
            return position
        if position > start and self._strong_title(position):
            return position
        return position + 1

    def _strong_title(self, position: int) -> bool:
        found = self.titles.at(position)
        return found is not None and (found.title.rank or found.title.of != "" or found.last > position + 1)

    def _continues(self, position: int, start: int) -> bool:
        """Behind a state, a place or a bracket a name goes on only with another head, acronym or known name."""
        before = self.words.ends.get(position) if position > start else None
        if before is None or before.entry.kind not in ("state", "place"):
            return True
        if _FIGURE.fullmatch(self.words.text(position)):
            return True
        return self.words.word(position) and (position in self.words.matches or bool(self._heads(position)))

    def _joined(self, position: int, limit: int, head: Head) -> int:
        """Past a joining word, a comma in a list, a preposition before a place, or an acronym in brackets."""
        words, text = self.words, self.words.text(position)
        if position + 1 >= limit:
            return position
        if text in self.lexicon.particles.get("organization", ()) and words.word(position + 1):
            place = words.matches.get(position + 1)
            if text in self.lexicon.before.get("place", ()):
                return place.last if head.site and place and place.last <= limit else position
            return position + 1 if self._organization_word(position + 1) and head.kind == "organization" else position
        if text == "," and self._listed(position, limit):
            return position + 1
        if text == "(" and words.text(position + 2) == ")" and words.word(position + 1):
            after = words.matches.get(position + 3)
            heads = self._heads(position + 3) if position + 3 < limit and words.word(position + 3) else ()
            if heads or (after and after.entry.kind in ("place", "state")):
                return position + 3
        return position

    def _listed(self, position: int, limit: int) -> bool:
        """Whether a comma stands in a list of a name's own words that a joining word ends."""
        if self.lexicon.particles.get("organization") is None:
            return False
        for index in range(position + 1, min(position + 8, limit)):
            if self.words.lowers[index] in self.lexicon.particles["organization"]:
                return self._organization_word(index + 1) and self.words.word(index + 1)
            if self.words.text(index) != "," and not (self._organization_word(index) and self.words.word(index)):
                return False
        return False

    def _person_follows(self, position: int, start: int, title: TitleMatch | None) -> bool:
        """Whether a person's name begins here, behind the organisation that the title is held in."""
        if title is None or position == start or self._organization_word(position):
            return False
        word = self.words.lowers[position]
        if self.words.text(position).isupper() and len(word) <= 5 and not self.words.word(position + 1):
            return False
        known = word in self.lexicon.given or word in self.words.alone or self._last_alone(position)
        return known or self._organization_word(position - 1)

    def _last_alone(self, position: int) -> bool:
        """Whether the last word of this run of capitals stands alone elsewhere in the report."""
        end = position
        while self.words.word(end):
            end += 1
        return end > position and self.words.lowers[end - 1] in self.words.alone

    # -- runs of capitals

    def _run(self, first: int, limit: int, title: TitleMatch | None) -> Piece | None:
        if not self.words.word(first):
            return None
        last = first + 1
        while last < limit:
            step = self._run_step(last, limit, title)
            if step == last:
                break
            last = step
        split = self._split(first, last, title)
        kind: EntityKind | None = None
        if split < last:
            kind = "place" if title and title.title.of == "place" else "organization"
        return Piece(first, split, kind, title=title, initial=first in self.words.starts)

    def _run_step(self, position: int, limit: int, title: TitleMatch | None) -> int:
        words = self.words
        if words.word(position):
            match = words.matches.get(position)
            if match and not match.alias.risky and not self._within_person(position, title):
                return position
            return position if self._breaks(position) else position + 1
        if words.text(position) == "." and len(words.text(position - 1)) == 1 and words.word(position + 1):
            return position + 1
        if (
            words.lowers[position] in self.lexicon.particles.get("person", ())
            and position + 1 < limit
            and words.word(position + 1)
        ):
            return position + 2
        return position

    def _within_person(self, position: int, title: TitleMatch | None) -> bool:
        match = self.words.matches[position]
        return (
            match.last == position + 1
            and (title is not None or self.words.lowers[position] in self.lexicon.given)
            and match.entry.kind == "place"
        )

    def _breaks(self, position: int) -> bool:
        found = self.titles.at(position)
        if found and found.title.rank and self.words.word(found.last):
            return True
        heads = self._heads(position)
        return (
            any(not head.outside for head in heads)
            and self.words.word(position + 1)
            and self.words.lowers[position] not in self.lexicon.given
        )

    def _split(self, first: int, last: int, title: TitleMatch | None) -> int:
        """The end of the organisation or place at the head of a run that holds it and its head's name."""
        if title is None or title.title.of in ("", "state") or title.title.rank or last - first < 2:
            return last
        for index in range(first + 1, last):
            tail = any(self.words.lowers[index - 1] in tails for tails in self.lexicon.tails.values())
            acronym = self.words.text(index - 1).isupper() and index == first + 1 and len(self.words.text(first)) > 2
            given = (
                self.words.lowers[index] in self.lexicon.given and self.words.lowers[first] not in self.lexicon.given
            )
            if tail or acronym or given:
                return index
        if last - first >= 3 and self.words.lowers[first] not in self.lexicon.given | self.words.alone:
            return first + 1
        return last
