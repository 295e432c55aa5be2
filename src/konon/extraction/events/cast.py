"""Who a phrase stands for: its entity, the one that a pronoun or a noun refers to, or a new unnamed one."""

from bisect import bisect_left
from collections.abc import Iterable

from konon.extraction.draft import EntityDraft
from konon.extraction.events.scene import Phrase, Scene
from konon.extraction.mentions import add_entity, mention_rows
from konon.record.vocabulary import EntityKind


class Cast:
    """Those who can take part in the events of a scene."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._made: dict[int, EntityDraft] = {}
        self._folk_by_head: dict[str, EntityDraft] = {}
        self._bodies: dict[frozenset[str], list[tuple[int, EntityDraft]]] = {}
        people = [entity for entity in scene.draft.entities if entity.kind == "person"]
        self._people = {entity.name: entity for entity in people}
        self._holders: dict[str, list[EntityDraft]] = {}
        for entity in people:
            for noun in dict.fromkeys(role.title.lower().split()[0] for role in entity.roles):
                self._holders.setdefault(noun, []).append(entity)
        self._resolved: dict[tuple[int, int], EntityDraft | None] = {}

    def entity(self, phrase: Phrase) -> EntityDraft | None:
        """The entity that a phrase stands for; a new one where it is an unnamed one."""
        if phrase.entity is not None:
            return phrase.entity
        key = (phrase.first, phrase.last)
        if key not in self._resolved:
            self._resolved[key] = self._resolve(phrase)
        return self._resolved[key]

    def _resolve(self, phrase: Phrase) -> EntityDraft | None:
        if phrase.pronoun:
            return self._antecedent(phrase)
        body = self.scene.table.bodies.get(self.scene.word(phrase.head))
        if body is not None:
            return self._body(phrase, body.named)
        known = self._same_folk(phrase) or self._holder(phrase)
        if known is not None:
            return known
        counted = (
            number
            for number in range(phrase.first, phrase.head)
            if number in self.scene.figures and not self.scene.within(number, "each")
        )
        first = next(counted, phrase.head)
        start, end = self.scene.tokens[first].start, self.scene.tokens[phrase.last - 1].end
        self._folk_by_head[self.scene.word(phrase.head)] = made = self._make(phrase.kind, start, end)
        return made

    def _make(self, kind: EntityKind, start: int, end: int) -> EntityDraft:
        known = len(self.scene.draft.entities)
        entity = add_entity(
            self.scene.draft, self.scene.draft.analysis.spelled(start, end), kind=kind, start=start, end=end
        )
        if len(self.scene.draft.entities) > known:
            self._made[id(entity)] = entity
        return entity

    def drop_unused(self, used: Iterable[EntityDraft]) -> None:
        """Take back the unnamed entities that no event kept."""
        dropped = self._made.keys() - {id(entity) for entity in used}
        self.scene.draft.entities[:] = [entity for entity in self.scene.draft.entities if id(entity) not in dropped]

    def is_case_noun(self, entity: EntityDraft) -> bool:
        """Whether an entity is somebody without a name who is told by what he is in a case."""
        return id(entity) in self._made and entity.name.lower().split()[-1] in self.scene.table.case_nouns

    def _same_folk(self, phrase: Phrase) -> EntityDraft | None:
        """The unnamed people that *pelaku itu* points back at: the last ones with this head."""
        if not (phrase.last < len(self.scene.tokens) and self.scene.within(phrase.last, "definite")):
            return None
        return self._folk_by_head.get(self.scene.word(phrase.head))

    def _holder(self, phrase: Phrase) -> EntityDraft | None:
        """The only person named with the noun that stands here alone (*presiden*), or the only one of no other body."""
        if phrase.last - phrase.first > 1:
            return self._bearer(phrase)
        known = self._holders.get(self.scene.word(phrase.head), [])
        own = [entity for entity in known if not any(role.organization for role in entity.roles)]
        return known[0] if len(known) == 1 else own[0] if len(own) == 1 else None

    def _bearer(self, phrase: Phrase) -> EntityDraft | None:
        """The person whose name ends a phrase: *Kakek W*."""
        last = self.scene.tokens[phrase.last - 1]
        return self._people.get(self.scene.draft.analysis.text[last.start : last.end]) if last.capital else None

    def _antecedent(self, phrase: Phrase) -> EntityDraft | None:
        """Whom a pronoun stands for: the speaker, or the last phrase that leads a sentence and can be meant."""
        classes = self.scene.language.classes(self.scene.word(phrase.head))
        said = self.scene.said(phrase.first)
        own = self.scene.within(phrase.head, "own_side")
        if own or "pronoun_first" in classes:
            spoken = said is not None and ("pronoun_first" not in classes or said.form != "indirect")
            return self._side(said.source if said and spoken else None, own=own)
        several = "pronoun_third_plural" in classes
        source = said.source if said is not None and said.form == "indirect" else None
        if source is not None and (source.kind != "person") == several:
            return source
        for earlier in self.scene.earlier(phrase, 12):
            if earlier.governor is None and not earlier.pronoun and (earlier.kind != "person") == several:
                return self.entity(earlier)
        return None

    def _side(self, source: EntityDraft | None, *, own: bool) -> EntityDraft | None:
        """The speaker, or the body that he speaks for where he says *we*."""
        bodies = [role.organization for role in source.roles if role.organization] if source is not None and own else []
        return bodies[0] if bodies else source

    def _body(self, phrase: Phrase, named: frozenset[str]) -> EntityDraft:
        """The organisation that the report names by one of some first words: the last before it, or the first."""
        token = self.scene.tokens[phrase.head]
        if named not in self._bodies:
            self._bodies[named] = [
                (start, entity)
                for start, _, _, entity in mention_rows(self.scene.draft)
                if entity.kind == "organization" and entity.name.lower().split()[0] in named
            ]
        known = self._bodies[named]
        if known:
            return known[max(0, bisect_left(known, token.start, key=lambda pair: pair[0]) - 1)][1]
        return self._make("organization", token.start, token.end)
