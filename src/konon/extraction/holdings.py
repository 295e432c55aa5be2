"""What the holder of an office is to whom: the head of a ministry, a member of a government, a spokesperson."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast

from konon.extraction.draft import Draft, EntityDraft
from konon.extraction.naming import bare, heads_of, words_of
from konon.extraction.offices import Office
from konon.gazetteer import Matcher
from konon.language.base import Language
from konon.language.names_words import Lexicon
from konon.record.vocabulary import RelationType

Held = tuple[RelationType, EntityDraft]

_BODIES = frozenset({"organization", "armed_group", "media"})


@cache
def bearers(language: Language) -> Mapping[str, str]:
    """The registry ids of states by the names of those who are known all over the world for an office there."""
    return {name: row["registry"] for row in language.table("titles", "bearer") for name in row["names"]}


def likely_state(draft: Draft, office: Office, *, home: str | None, known: Mapping[str, str]) -> EntityDraft | None:
    """The state of an office that names none: its bearer's, the report's own, or the state named last before it."""
    states = [entity for entity in draft.entities if entity.kind == "state"]
    wanted = next((known[word] for word in words_of(office.person.name) if word in known), None)
    if wanted:
        return next((entity for entity in states if entity.registry == wanted), None)
    own = next((entity for entity in states if entity.registry in (home, None)), None)
    if own and not office.match.title.foreign:
        return own
    others = [entity for entity in states if entity is not own]
    return max(others, key=lambda state: _nearness(state, office.start), default=None)


def _nearness(state: EntityDraft, place: int) -> tuple[int, int]:
    """How near before a place a state is named; where it is named only behind, how often."""
    before = [mention.start for mention in state.mentions if mention.start < place]
    return (max(before), 0) if before else (-1, len(state.mentions))


@dataclass(frozen=True, slots=True)
class Holding:
    """An office with the report that tells of it; `state` is the state where the office names none."""

    office: Office
    draft: Draft
    lexicon: Lexicon
    state: EntityDraft | None

    def relations(self) -> Iterator[Held]:
        """What its holder leads, belongs to or speaks for."""
        title, relation = self.office.match.title, self.office.match.relation
        if relation is None:
            return
        kind = cast("RelationType", relation)
        if title.of in ("state", "portfolio"):
            yield from self._of_state(kind)
        elif title.of == "place" and title.head is None:
            yield from self._of_place(kind)
        else:
            yield from self._of_body(kind)

    def _of_state(self, kind: RelationType) -> Iterator[Held]:
        bodies, title = self.office.bodies, self.office.match.title
        if bodies and bodies[0].kind in _BODIES and title.of == "state" and title.portfolio is None:
            yield kind, bodies[0]
            if title.head is None:
                return
            kind = "member_of"
        ministry = self._ministry()
        if ministry and not self.office.match.deputy:
            yield "leads", ministry
        state = next((body for body in bodies if body.kind == "state"), None) or self.state
        if state:
            yield kind, state

    def _of_place(self, kind: RelationType) -> Iterator[Held]:
        """The government of the place that an office heads, where the report names it; else the place."""
        if not self.office.bodies:
            return
        place = self.office.bodies[0]
        wanted = set(bare(words_of(place.name), self.lexicon))
        for government in self.office.match.title.government:
            head = set(words_of(government))
            for entity in self.draft.entities:
                if entity.kind == "organization" and head | wanted <= set(words_of(entity.name)):
                    yield kind, entity
                    return
        yield kind, place

    def _of_body(self, kind: RelationType) -> Iterator[Held]:
        match = self.office.match
        body = next((body for body in self.office.bodies if body.kind in _BODIES), None)
        state = next((body for body in self.office.bodies if body.kind == "state"), None)
        if body is None:
            if state and kind in ("member_of", "spokesperson_of"):
                yield kind, state
            return
        part = match.extended and match.title.head is None
        ministry = match.title.under and any(head.state for head in heads_of(words_of(body.name), self.lexicon))
        yield ("member_of" if kind == "leads" and (part or ministry) else kind), body
        if kind == "member_of":
            further = (other for other in self.office.bodies if other.kind in _BODIES and other is not body)
            yield from ((kind, other) for other in further)

    def _ministry(self) -> EntityDraft | None:
        """The ministry of a minister, where the report names it."""
        office, title = self.office, self.office.match.title
        if title.of != "portfolio" and title.portfolio is None:
            return None
        named = title.portfolio or self.draft.analysis.spelled(office.field_start, office.end)
        named = named or office.text.partition(" ")[2]
        wanted = {word for word in words_of(named) if len(word) > 1}
        state = next((body for body in office.bodies if body.kind == "state"), None) or self.state
        for entity in self.draft.entities:
            if entity.kind == "organization" and wanted and self._named(entity, wanted):
                foreign = _state_in(entity.name)
                if foreign is None or (state is not None and foreign == state.registry):
                    return entity
        return None

    def _named(self, entity: EntityDraft, wanted: set[str]) -> bool:
        """Whether a name of a state's organ holds all these words."""
        for mention in entity.mentions:
            words = words_of(self.draft.analysis.spelled(mention.start, mention.end))
            organ = any(head.state for head in heads_of(words, self.lexicon))
            if organ and wanted <= set(words):
                return True
        return False


def _state_in(name: str) -> str | None:
    """The registry id of the state that a name holds."""
    matches = Matcher().matches(name.split()[1:])
    return next((match.entry.id for match in matches if match.entry.kind == "state"), None)
