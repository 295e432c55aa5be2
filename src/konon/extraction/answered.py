"""What can be answered: what others have said, in which words, and of whom they spoke."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from konon.extraction.draft import Draft, EntityDraft, Place, StatementDraft
from konon.extraction.mentions import entities_in
from konon.language.analysis import Token
from konon.language.base import Language
from konon.record.vocabulary import RelationType

# Relations by which one speaks for another: nobody's denial answers what his own side has said.
_BELONGS: frozenset[RelationType] = frozenset({"leads", "member_of", "spokesperson_of", "part_of"})


@dataclass
class Sayings:
    """The statements of a report as answers look back at them."""

    draft: Draft
    language: Language

    @cached_property
    def ordered(self) -> list[StatementDraft]:
        """All statements in order of place, an outer one first."""
        return sorted(self.draft.statements, key=_place)

    @cached_property
    def _numbers(self) -> dict[int, int]:
        return {id(said): number for number, said in enumerate(self.ordered)}

    @cached_property
    def _words(self) -> dict[int, frozenset[str]]:
        """What the words of each content share with their other forms, function words and names left out."""
        lemma = self.language.morphology.lemma
        return {
            id(said): frozenset(
                lemma(token.lower)
                for token in self.tokens(said)
                if token.kind == "word" and not self.language.classes(token.lower)
            ) - self._names
            for said in self.draft.statements
        }  # fmt: skip

    @cached_property
    def _names(self) -> frozenset[str]:
        """The words of names: whom and where two statements speak of is not what they say."""
        lemma, tokens_in = self.language.morphology.lemma, self.draft.analysis.tokens_in
        return frozenset(
            lemma(token.lower)
            for entity in self.draft.entities
            for mention in entity.mentions if mention.form == "name"
            for token in tokens_in(mention.start, mention.end)
        )  # fmt: skip

    @cached_property
    def _bodies(self) -> dict[int, set[int]]:
        """Whom each entity speaks for beside itself, by their identity."""
        found: dict[int, set[int]] = {}
        for entity in self.draft.entities:
            bodies = {id(role.organization) for role in entity.roles if role.organization is not None}
            found.setdefault(id(entity), {id(entity)}).update(bodies)
        for relation in self.draft.relations:
            if relation.type in _BELONGS:
                found.setdefault(id(relation.subject), {id(relation.subject)}).add(id(relation.object))
        return found

    def tokens(self, said: StatementDraft) -> list[Token]:
        """The tokens of a content."""
        return [token for place in said.content for token in self.draft.analysis.tokens_in(*place)]

    def common(self, one: StatementDraft, other: StatementDraft) -> int:
        """How many words two contents share, those of names left out."""
        return len(self._words[id(one)] & self._words[id(other)])

    def share(self, one: StatementDraft, other: StatementDraft) -> float:
        """The share of common words among those of the content that has fewer."""
        fewer = min(len(self._words[id(one)]), len(self._words[id(other)]))
        return self.common(one, other) / max(1, fewer)

    def allied(self, one: EntityDraft | None, other: EntityDraft | None) -> bool:
        """Whether one speaks for the other: they are the same, one is the other's body, or is named by its name."""
        if one is None or other is None:
            return False
        if id(one) in self._bodies.get(id(other), {id(other)}) or id(other) in self._bodies.get(id(one), {id(one)}):
            return True
        return any(
            called <= frozenset(name.name.lower().split())
            for name, named in ((one, other), (other, one))
            for called in self._called(named)
        )  # fmt: skip

    def _called(self, entity: EntityDraft) -> Iterator[frozenset[str]]:
        """The words of each name of an entity."""
        text = self.draft.analysis.text
        yield frozenset(entity.name.lower().split())
        for mention in entity.mentions:
            if mention.form == "name":
                yield frozenset(text[mention.start : mention.end].lower().split())

    def negates(self, said: StatementDraft) -> bool:
        """Whether a content says that something is not so."""
        return any("negation" in self.language.classes(token.lower) for token in self.tokens(said))

    def inside(self, answer: StatementDraft) -> Iterator[StatementDraft]:
        """The statements of others that stand right in an answer's content."""
        return (
            said for said in self.ordered if said.within is answer and not self.allied(said.source, answer.source)
        )  # fmt: skip

    def before(self, answer: StatementDraft) -> Iterator[StatementDraft]:
        """What others have said before an answer, the nearest first; neither in the answer nor around it."""
        for said in self._earlier(answer):
            if not self.allied(said.source, answer.source) and not _around(said, answer):
                yield said

    def previous(self, answer: StatementDraft) -> StatementDraft | None:
        """The statement before an answer, whoever made it, those in others' contents left out."""
        earlier = self._earlier(answer)
        return next((said for said in earlier if said.within is None and not _around(said, answer)), None)

    def _earlier(self, answer: StatementDraft) -> Iterator[StatementDraft]:
        """The statements before an answer, the nearest first."""
        return (self.ordered[number] for number in range(self._numbers[id(answer)] - 1, -1, -1))

    def speaks_of(self, said: StatementDraft, entity: EntityDraft | None) -> bool:
        """Whether a statement names somebody or one of his side, or is said to him."""
        named = [known for place in said.content for _, known in entities_in(self.draft, *place)]
        return any(self.allied(known, entity) for known in (said.addressee, *named))


def _around(outer: StatementDraft, inner: StatementDraft) -> bool:
    """Whether one statement stands in the other's content, however deep."""
    within = inner.within
    while within is not None and within is not outer:
        within = within.within
    return within is outer


def _place(said: StatementDraft) -> Place:
    return said.start, -max(end for _, end in said.content)
