"""Relations that names themselves show: an organ named with its state, a unit named with its organisation."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from konon.extraction.draft import Draft, EntityDraft
from konon.extraction.mentions import add_mention
from konon.extraction.naming import heads_of, words_of
from konon.extraction.standing import home_state
from konon.gazetteer import Match, Matcher, entry, lookup
from konon.gazetteer.folding import fold
from konon.language.analysis import Token
from konon.language.base import Language
from konon.language.names_words import lexicon
from konon.language.words import tokenize
from konon.record.vocabulary import EntityKind, RelationType

Found = tuple[EntityDraft, RelationType, EntityDraft, int, int]

# A name of more words than this is a list or a headline.
_LONGEST = 30
_UNITS = frozenset({"organization", "armed_group", "media"})


def parts(draft: Draft, language: Language) -> list[Found]:
    """All relations that the names of organisations show."""
    home = home_state(draft.analysis.document, language)
    organs = frozenset(form for row in language.table("relations", "abbreviated") for form in row["forms"])
    reader = _Reader(draft, language, home=home, organs=organs)
    units = [entity for entity in draft.entities if entity.kind in _UNITS and entity.mentions]
    return [found for entity in units for found in reader.of(entity)]


class _Reader:
    def __init__(self, draft: Draft, language: Language, *, home: str | None, organs: frozenset[str]) -> None:
        self.draft = draft
        self.language = language
        self.organs = organs
        self.legal = frozenset(form for row in language.table("relations", "incorporated") for form in row["forms"])
        self.lexicon = lexicon(language)
        self.matcher = Matcher()
        self.by_words: dict[tuple[str, ...], EntityDraft] = {}
        self.by_registry: dict[str, EntityDraft] = {}
        for entity in draft.entities:
            if entity.registry:
                self.by_registry.setdefault(entity.registry, entity)
            for mention in entity.mentions:
                self.by_words.setdefault(words_of(draft.analysis.spelled(mention.start, mention.end)), entity)

        self.home = self.by_registry.get(home or "")

    def of(self, entity: EntityDraft) -> Iterator[Found]:
        """The relations that the forms of one entity's name show."""
        for mention in entity.mentions:
            text = self.draft.analysis.text[mention.start : mention.end]
            if any(head.wing for head in heads_of(words_of(text), self.lexicon)):
                yield from self._wing(entity, text, mention.start)
                continue
            for kind, other in self._shown(entity, text, mention.start):
                yield entity, kind, other, mention.start, mention.end
        parent = entry(entity.registry).parent if entity.registry else None
        if parent and parent in self.by_registry:
            first = entity.mentions[0]
            yield entity, "part_of", self.by_registry[parent], first.start, first.end

    def _wing(self, entity: EntityDraft, text: str, start: int) -> Iterator[Found]:
        """That a wing belongs to its group, and where the group is based, where a state's name tells what it is."""
        tokens, state = tokenize(text), None
        for match in self._inner(tokens):
            place = start + tokens[match.first].start, start + tokens[match.last - 1].end
            if match.entry.kind == "state":
                state = self._named(match, place)
            elif match.entry.kind in _UNITS:
                group = self._named(match, place)
                yield entity, "part_of", group, start, place[1]
                if state is not None:
                    yield group, "based_in", state, start, place[1]
                return

    def _shown(self, entity: EntityDraft, text: str, start: int) -> Iterator[tuple[RelationType, EntityDraft]]:
        heads = heads_of(words_of(text), self.lexicon)
        tokens = _without_short_form(tokenize(text))
        owner = self._owner(entity, tokens, start)
        if owner is not None:
            yield "part_of", owner
        elif any(head.home for head in heads) and self.home:
            yield "part_of", self.home
        organ = bool(tokens) and tokens[0].lower in self.organs
        if not (organ or any(head.state or head.home for head in heads)):
            return
        for match in self._inner(tokens):
            if match.alias.use != "name" and any(head.home for head in heads):
                continue
            place = start + tokens[match.first].start, start + tokens[match.last - 1].end
            located = tokens[match.first - 1].lower in self.lexicon.before.get("place", ())
            if match.entry.kind == "organization" and owner is None:
                owner = self._named(match, place)
                yield "part_of", owner
            elif match.entry.kind == "state" and not located and owner is None:
                yield "part_of", self._named(match, place)
            elif match.entry.kind == "state" and located:
                yield "based_in", self._named(match, place)
            elif match.entry.kind == "place" and (known := self.by_registry.get(match.entry.id)):
                yield "based_in", known

    def _inner(self, tokens: Sequence[Token]) -> Iterator[Match]:
        """The gazetteer's names behind a name's first word, but for what is only joined to it."""
        for match in self.matcher.matches([token.text for token in tokens[1:]]):
            if "conjunction" not in self.language.classes(tokens[match.first].lower):
                yield replace(match, first=match.first + 1, last=match.last + 1)

    def _owner(self, entity: EntityDraft, tokens: Sequence[Token], start: int) -> EntityDraft | None:
        """The organisation with whose name this name ends."""
        words = tuple(fold(token.text) for token in tokens)
        for first in range(1, len(words) if len(words) <= _LONGEST else 1):
            rest = words[first:]
            if not self._separable(words, first) or _same_known(tokens, first):
                continue
            other = self.by_words.get(rest)
            if other is not None and other is not entity and other.kind in _UNITS:
                return other
            place = start + tokens[first].start, start + tokens[-1].end
            text = self.draft.analysis.text[slice(*place)]
            if other is None and (self._heads_another(rest) or _known(text)):
                return self._new(text, "organization", place)
        return None

    def _separable(self, words: tuple[str, ...], first: int) -> bool:
        """Whether the words before these are a unit of their own, no head, joiner, bracket, firm or long form."""
        before, rest = words[:first], words[first:]
        joined = before[-1] in self.lexicon.particles.get("organization", ()) or before[-1] in "(,/"
        if joined or "conjunction" in self.language.classes(before[-1]):
            return False
        if before[0] in self.legal or (len(rest) == 1 and rest[0] in self.lexicon.tails["organization"]):
            return False
        if ")" in rest and "(" not in rest[: rest.index(")")]:
            return False
        if "".join(word[0] for word in before) == rest[0]:
            return False
        match = self.lexicon.heads.at(words, 0)
        if match is None or match[0] < first:
            return True
        ministry = any(head.state for head in match[1])
        return match[0] == first and not ministry and bool(heads_of(rest, self.lexicon))

    def _heads_another(self, rest: tuple[str, ...]) -> bool:
        """Whether the last words of a name are an organisation's name by themselves."""
        match = self.lexicon.heads.at(rest, 0)
        if not match or match[0] == len(rest) or not any(head.kind == "organization" for head in match[1]):
            return False
        ministry = any(head.state for head in match[1])
        own = ministry or not (self.lexicon.official(rest[0]) or self.lexicon.official(rest[match[0]]))
        return own and rest[match[0]] not in self.lexicon.particles.get("organization", ())

    def _named(self, match: Match, place: tuple[int, int]) -> EntityDraft:
        """The entity that a name holds, noted where the report names it nowhere else."""
        known = self.by_registry.get(match.entry.id)
        if known is None:
            text = self.draft.analysis.text[slice(*place)]
            known = self._new(text, match.entry.kind, place)
            known.country, known.registry = match.entry.country, match.entry.id
            self.by_registry[match.entry.id] = known
        return known

    def _new(self, name: str, kind: EntityKind, place: tuple[int, int]) -> EntityDraft:
        made = EntityDraft(name, kind)
        self.draft.entities.append(made)
        self.by_words.setdefault(words_of(name), made)
        add_mention(made, *place, form="name")
        return made


def _same_known(tokens: Sequence[Token], first: int) -> bool:
    """Whether the gazetteer knows the words before a token and those from it on as one and the same."""
    before, rest = (" ".join(token.text for token in part) for part in (tokens[:first], tokens[first:]))
    return bool({owner.id for owner in lookup(before)} & {owner.id for owner in lookup(rest)})


def _without_short_form(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens of a name without the bracket within it: *Kementerian Luar Negeri (Kemlu) Iran*."""
    opened = next((at for at, token in enumerate(tokens) if token.text == "("), 0)
    closed = next((at for at, token in enumerate(tokens) if token.text == ")"), 0)
    return [*tokens[:opened], *tokens[closed + 1 :]] if 0 < opened < closed else tokens


def _known(text: str) -> bool:
    """Whether the gazetteer knows an organisation by these words."""
    return any(found.kind == "organization" for found in lookup(text))
