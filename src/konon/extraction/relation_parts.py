"""Relations that names themselves show: an organ named with its state, a unit named with its organisation."""

from collections.abc import Iterator

from konon.extraction.draft import Draft, EntityDraft
from konon.extraction.mentions import add_mention
from konon.extraction.naming import heads_of, words_of
from konon.gazetteer import Match, Matcher, entry
from konon.language.base import Language
from konon.language.names_words import Lexicon, lexicon
from konon.language.words import tokenize
from konon.record.vocabulary import RelationType

Found = tuple[EntityDraft, RelationType, EntityDraft, int, int]

_UNITS = frozenset({"organization", "armed_group", "media"})


def parts(draft: Draft, language: Language) -> list[Found]:
    """All relations that the names of organisations show."""
    reader = _Reader(draft, lexicon(language))
    units = [entity for entity in draft.entities if entity.kind in _UNITS and entity.mentions]
    return [found for entity in units for found in reader.of(entity)]


class _Reader:
    def __init__(self, draft: Draft, words: Lexicon) -> None:
        self.draft = draft
        self.lexicon = words
        self.matcher = Matcher()
        self.by_words: dict[tuple[str, ...], EntityDraft] = {}
        self.by_registry: dict[str, EntityDraft] = {}
        for entity in draft.entities:
            if entity.registry:
                self.by_registry.setdefault(entity.registry, entity)
            for mention in entity.mentions:
                self.by_words.setdefault(words_of(draft.analysis.text[mention.start : mention.end]), entity)

    def of(self, entity: EntityDraft) -> Iterator[Found]:
        """The relations that the forms of one entity's name show."""
        for mention in entity.mentions:
            text = self.draft.analysis.text[mention.start : mention.end]
            for kind, other in self._shown(entity, text, mention.start):
                yield entity, kind, other, mention.start, mention.end
        parent = entry(entity.registry).parent if entity.registry else None
        if parent and parent in self.by_registry:
            first = entity.mentions[0]
            yield entity, "part_of", self.by_registry[parent], first.start, first.end

    def _shown(self, entity: EntityDraft, text: str, start: int) -> Iterator[tuple[RelationType, EntityDraft]]:
        words = words_of(text)
        owner = self._owner(entity, words)
        if owner is not None:
            yield "part_of", owner
            return
        heads = heads_of(words, self.lexicon)
        if not any(head.state for head in heads):
            return
        tokens = tokenize(text)
        for match in self.matcher.matches([token.text for token in tokens]):
            if match.first == 0:
                continue
            place = start + tokens[match.first].start, start + tokens[match.last - 1].end
            if match.entry.kind == "state":
                yield "part_of", self._state(match, place)
            elif match.entry.kind == "place" and (known := self.by_registry.get(match.entry.id)):
                yield "based_in", known

    def _owner(self, entity: EntityDraft, words: tuple[str, ...]) -> EntityDraft | None:
        """The organisation with whose name this name ends."""
        for first in range(1, len(words)):
            other = self.by_words.get(words[first:])
            if other is not None and other is not entity and other.kind in _UNITS:
                return other
        return None

    def _state(self, match: Match, place: tuple[int, int]) -> EntityDraft:
        """The state that a name holds, noted as an entity where the report names it nowhere else."""
        known = self.by_registry.get(match.entry.id)
        if known is None:
            text = self.draft.analysis.text[place[0] : place[1]]
            known = EntityDraft(text, "state", country=match.entry.country, registry=match.entry.id)
            self.draft.entities.append(known)
            self.by_registry[match.entry.id] = known
            add_mention(known, *place, form="name")
        return known
