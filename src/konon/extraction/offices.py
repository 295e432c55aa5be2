"""Who holds which office: a title, the words that say of what, and the person that stands with them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from konon.extraction.draft import Draft, EntityDraft, MentionDraft
from konon.extraction.mentions import Row, add_mention, mention_rows
from konon.extraction.naming import words_of
from konon.language.base import Language
from konon.language.names_words import lexicon
from konon.language.titles import TitleMatch, find_titles

_BODIES = frozenset({"organization", "armed_group", "media", "state", "place"})
# How many tokens a bracket that names the same once more may take, itself included.
_BRACKET = 8
# How many words the field of an office may have.
_FIELD = 7


@dataclass(eq=False, slots=True)
class Office:
    """A title with its person; `bodies` are the entities named with it, the nearest first. `start:end` is the title."""

    match: TitleMatch
    person: EntityDraft
    bodies: list[EntityDraft]
    start: int
    end: int
    text: str
    evidence: tuple[int, int]
    field_start: int

    @property
    def held_in(self) -> EntityDraft | None:
        """The organisation that it is held in."""
        return self.bodies[0] if self.bodies else None


def find_offices(draft: Draft, language: Language) -> list[Office]:
    """All offices of a report in order of place."""
    return list(_Reader(draft, language).offices())


def find_unnamed(draft: Draft, language: Language) -> list[Office]:
    """The offices in phrases that stand for a person without a name, told by the statements and by coreference."""
    return list(_Reader(draft, language).unnamed())


class _Reader:
    def __init__(self, draft: Draft, language: Language) -> None:
        self.draft = draft
        self.language = language
        self.analysis = draft.analysis
        self.tokens = draft.analysis.tokens
        self.lexicon = lexicon(language)
        self.places = self.lexicon.before.get("place", frozenset())
        self.titles = find_titles(draft.analysis, language)
        self.title_at = {match.first: match for match in self.titles}
        # By first token: the mention that begins there.
        self.rows: dict[int, Row] = {}
        self.ends: dict[int, Row] = {}
        for row in mention_rows(draft):
            first = self.analysis.token_at(row[0])
            self.rows.setdefault(first, row)
            self.ends[self.analysis.token_at(row[1])] = row

    def offices(self) -> Iterator[Office]:
        """An office for each title that a person stands with."""
        nested = -1
        for match in self.titles:
            if match.title.rank or match.first == nested:
                continue
            inner = self.title_at.get(match.last)
            nested = match.last if inner and not inner.title.rank else -1
            position, bodies = self._bodies(inner.last if inner and nested >= 0 else match.last)
            if not bodies:
                position, bodies = self._distant(match)
            held = match
            if not bodies:
                held, position, bodies = self._past_field(match)
            person = self._person_behind(position) or self._person_before(match.first)
            if person is not None:
                yield self._office(held, position, bodies, person)

    def unnamed(self) -> Iterator[Office]:
        """An office for each phrase that has a title with an organisation or a state behind it, and no name."""
        for start, end, person in self._phrases():
            first, last = self.analysis.token_at(start), self.analysis.token_at(end)
            match = next((match for match in self.titles if first <= match.first < min(last, first + 3)), None)
            if match is None or match.title.rank:
                continue
            position, bodies = self._bodies(match.last)
            if not bodies:
                position, bodies = self._distant(match)
            if bodies:
                office = self._office(
                    match, position, bodies, (start, end, MentionDraft(start, end, "nominal"), person)
                )
                self._complete(person, (start, end), office.evidence[1])
                yield office

    def _complete(self, person: EntityDraft, place: tuple[int, int], end: int) -> None:
        """Call one without a name by the whole phrase, where only its first words were noted."""
        if end > place[1] and person.name == self.analysis.spelled(*place):
            person.name = self.analysis.spelled(place[0], end)
            for mention in person.mentions:
                mention.end = end if (mention.start, mention.end) == place else mention.end
            self.draft.mention_rows.clear()

    def _phrases(self) -> Iterator[tuple[int, int, EntityDraft]]:
        """The places without a name of their bearer that stand for persons."""
        named = {start for start, _, mention, entity in mention_rows(self.draft)
                 if mention.form == "name" and entity.kind == "person"}  # fmt: skip
        told = [(*said.source_span, said.source) for said in self.draft.statements if said.source_span and said.source]
        noted = [(start, end, entity) for start, end, mention, entity in mention_rows(self.draft)
                 if mention.form == "nominal"]  # fmt: skip
        for start, end, person in (*told, *noted):
            if person.kind == "person" and not any(place in named for place in range(start, end)):
                yield start, end, person

    def _bodies(self, position: int) -> tuple[int, list[EntityDraft]]:
        """The organisations, states and places named right behind a title, and where they end."""
        found: list[EntityDraft] = []
        while position < len(self.tokens):
            row = self.rows.get(position)
            if row and row[3].kind in _BODIES:
                found += [row[3]] if row[3] not in found else []
                position = self.analysis.token_at(row[1])
            elif found and self._again(position, found[-1]):
                position += 1
            elif found and (step := self._joined(position)) > position:
                position = step
            else:
                break
        return position, found

    def _again(self, position: int, body: EntityDraft) -> bool:
        """Whether the same one is named once more behind a comma."""
        row = self.rows.get(position + 1)
        return self._text(position) == "," and row is not None and row[3] is body

    def _distant(self, match: TitleMatch) -> tuple[int, list[EntityDraft]]:
        """The organisation behind a title and some common words, the last of which takes it as a place."""
        if match.title.of in ("organization", "state"):
            for position in range(match.last, min(match.last + 5, len(self.tokens) - 1)):
                token = self.tokens[position]
                if token.kind != "word" or token.capital:
                    break
                row = self.rows.get(position + 1)
                tied = token.lower in self.places or token.lower in self.lexicon.particles.get("organization", ())
                if tied and row and row[3].kind in _BODIES - {"state", "place"}:
                    return self._bodies(position + 1)
                if token.lower in self.lexicon.function and not tied:
                    break
        return match.last, []

    def _past_field(self, match: TitleMatch) -> tuple[TitleMatch, int, list[EntityDraft]]:
        """The organisation behind a title and a field that no table knows, where a person stands with both.

        *Ketua Bidang Ekonomi X, A* or *A, guru kelas IV X*: the title is held in a part of X.
        """
        position = match.last
        while position < match.last + _FIELD and self._tells_field(position):
            position += 1
            row = self.rows.get(position)
            if row is None:
                continue
            if row[3].kind not in _BODIES - {"state", "place"} or match.title.of != "organization":
                break
            end, bodies = self._bodies(position)
            if self._person_behind(end) or self._person_before(match.first):
                return replace(match, last=position), end, bodies
            break
        return match, match.last, []

    def _tells_field(self, position: int) -> bool:
        """Whether a token can be a word of what an office is about: a noun, a number, or *dan* between two."""
        if position >= len(self.tokens) or position in self.rows or position in self.title_at:
            return False
        token = self.tokens[position]
        if token.kind == "mark":
            return token.text in "/&"
        joins = "conjunction" in self.language.classes(token.lower)
        plain = token.lower not in self.lexicon.function and self.language.morphology.voice(token.lower) is None
        return joins or plain or token.capital

    def _joined(self, position: int) -> int:
        """Past a bracket, or a small word that ties the next name to the one before."""
        text, row = self.tokens[position].text, self.rows.get(position + 1)
        if text == "(":
            return self._past_bracket(position)
        tied = text in self.lexicon.particles.get("organization", ()) or text in self.places
        return position + 1 if tied and row is not None and row[3].kind in _BODIES else position

    def _past_bracket(self, position: int) -> int:
        """Past a bracket that names the same once more: a short form, or a shorter title with its organisation."""
        for end in range(position + 2, min(position + _BRACKET, len(self.tokens))):
            if self.tokens[end].text == ")":
                return end + 1 if self._again_in(position + 1, end) else position
        return position

    def _again_in(self, first: int, last: int) -> bool:
        inside = self.tokens[first:last]
        return first in self.rows or first in self.title_at or all(token.capital for token in inside)

    def _text(self, position: int) -> str:
        return self.tokens[position].text if 0 <= position < len(self.tokens) else ""

    def _person_behind(self, position: int) -> Row | None:
        """The person named behind a title, past a comma, ranks and words that announce a name."""
        commas = 0
        for _ in range(6):
            row = self.rows.get(position)
            if row:
                return row if row[3].kind == "person" else None
            title = self.title_at.get(position)
            if title and title.title.rank:
                position = title.last
            elif self._text(position) == "," and not commas:
                commas, position = 1, position + 1
            elif self._text(position).lower() in self.lexicon.before.get("person", ()):
                position += 1
            else:
                return None
        return None

    def _person_before(self, position: int) -> Row | None:
        """The person named before a title, past a comma, words that say so, and an age in brackets."""
        tied = False
        for _ in range(5):
            before = self._text(position - 1).lower()
            if before in (",", "(") or before in self.lexicon.before.get("office", ()):
                tied, position = True, position - 1
            elif before == ")" and self._text(position - 3) == "(":
                position -= 3
            else:
                break
        row = self.ends.get(position) if tied else None
        return row if row and row[3].kind == "person" else None

    def _office(self, match: TitleMatch, end: int, bodies: list[EntityDraft], person: Row) -> Office:
        start, stop = self.tokens[match.first].start, self.tokens[match.last - 1].end
        last = max(stop, self.tokens[max(end - 1, match.last - 1)].end)
        if match.title.head:
            bodies = [self._derived(match, last, bodies)]
        evidence = (min(start, person[0]), max(last, person[1]))
        return Office(
            match,
            person[3],
            bodies,
            start,
            stop,
            self.analysis.spelled(start, stop),
            evidence,
            self.tokens[match.core - 1].end,
        )

    def _derived(self, match: TitleMatch, end: int, bodies: list[EntityDraft]) -> EntityDraft:
        """The organisation whose head is in the title itself, found by its name or made."""
        start = self.tokens[match.first].start
        core = self.tokens[match.core - 1].end
        rest = self.analysis.spelled(core, end).strip()
        name = f"{match.title.head} {rest}".strip() if match.title.of else str(match.title.head)
        wanted = words_of(name)
        for entity in self.draft.entities:
            if entity.kind == "organization" and set(wanted) <= set(words_of(entity.name)):
                return entity
        made = EntityDraft(name, "organization", country=bodies[0].country if bodies else None)
        self.draft.entities.append(made)
        add_mention(made, start, max(end, core), form="nominal")
        return made
