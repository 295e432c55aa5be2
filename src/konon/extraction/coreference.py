"""Who a noun phrase or a pronoun stands for, as the report has told up to that place."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from konon.extraction.draft import Draft, EntityDraft, MentionDraft, RoleDraft
from konon.extraction.mentions import add_entity
from konon.extraction.references import (
    Referent,
    head_noun,
    holds_office,
    office,
    plain_words,
    plurals,
    reference_words,
    referents,
)  # fmt: skip
from konon.language.analysis import Token
from konon.language.base import Language
from konon.language.names_words import lexicon
from konon.record.vocabulary import EntityKind

# How many subjects back a pronoun can reach.
_SUBJECTS = 12
# How many speakers back a pronoun on a verb of saying can reach.
_RECENT = 4
# How many words back unnamed people are looked for that *mereka* refers to.
_CROWD_WITHIN = 60
_BODIES: frozenset[EntityKind] = frozenset({"organization", "armed_group", "state", "media"})


@dataclass
class Discourse:
    """The entities of a draft by place, and who has spoken so far."""

    draft: Draft
    language: Language
    speakers: list[tuple[int, EntityDraft]] = field(default_factory=list)

    def __post_init__(self) -> None:
        pairs = ((mention, entity) for entity in self.draft.entities for mention in entity.mentions)
        self._mentions = sorted(pairs, key=lambda pair: (pair[0].start, -pair[0].end))
        self._starts = [mention.start for mention, _ in self._mentions]
        self._subjects = [pair for pair in self._mentions if pair[1].kind == "person" and self._leads(pair[0])]
        self._subject_starts = [mention.start for mention, _ in self._subjects]
        self._unnamed: dict[str, EntityDraft] = {}

    def spoke(self, place: int, entity: EntityDraft | None) -> None:
        """Notes that an entity was a source at a place."""
        if entity is not None:
            self.speakers.append((place, entity))

    def mentions(self, start: int, end: int) -> list[tuple[MentionDraft, EntityDraft]]:
        """The named mentions that begin within a place, in order."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return self._mentions[low:high]

    def last_person(self, before: int) -> EntityDraft | None:
        """The person that a pronoun before which the text stands refers to: the last speaker or subject."""
        subject = self._subject(before)
        spoken = next(
            (
                (place, entity)
                for place, entity in reversed(self.speakers)
                if entity.kind == "person" and place < before
            ),
            None,
        )
        if spoken and (subject is None or spoken[0] >= subject[0].start):
            return spoken[1]
        return subject[1] if subject else None

    def last_speaker(self, before: int) -> EntityDraft | None:
        """Whom *-nya* behind a verb of saying refers to: the last speaker of any kind, or a later subject."""
        earlier = [(place, entity) for place, entity in self.speakers[-_RECENT:] if place < before]
        named = [pair for pair in earlier if any(mention.form == "name" for mention in pair[1].mentions)]
        spoken = next(iter((named or earlier)[::-1]), None)
        subject = self._subject(before)
        if subject is not None and (spoken is None or (subject[0].start > spoken[0] and self._speaks(subject[1]))):
            return subject[1]
        return spoken[1] if spoken else None

    def _subject(self, before: int) -> tuple[MentionDraft, EntityDraft] | None:
        """The last person that was a subject: one who has spoken or holds a title, or that of the sentence before."""
        period = self.draft.analysis.period_at(before)
        at = bisect_left(self._subject_starts, before) - 1
        for number in range(at, max(-1, at - _SUBJECTS), -1):
            mention, entity = self._subjects[number]
            if self._speaks(entity) or self.draft.analysis.period_at(mention.start).last >= period.first:
                return mention, entity
        return None

    def _speaks(self, entity: EntityDraft) -> bool:
        return bool(entity.roles) or any(speaker is entity for _, speaker in self.speakers)

    def last_group(self, before: int) -> EntityDraft | None:
        """Whom a plural pronoun refers to: the last speaker that is no single person, or the last speaker."""
        recent = [entity for place, entity in self.speakers[-4:] if place < before]
        several = next((entity for entity in reversed(recent) if entity.kind != "person"), None)
        return several or self._crowd(before) or (recent[-1] if recent else None)

    def _crowd(self, before: int) -> EntityDraft | None:
        """The last unnamed people that the words before a place speak of."""
        at = self.draft.analysis.token_at(before)
        for token in reversed(self.draft.analysis.tokens[max(0, at - _CROWD_WITHIN) : at]):
            if token.lower in plurals(self.language) and "quantifier" not in self.language.classes(token.lower):
                return self._create(token.text, "group", token.start, token.end)
        return None

    def outlet_words(self, words: list[str]) -> bool:
        """Whether these words are a noun for an outlet or an agency."""
        known = referents(self.language)
        referent = known.get(" ".join(words)) or known.get(words[0] if words else "")
        return referent is not None and referent.kind == "media"

    def knows(self, start: int, end: int) -> bool:
        """Whether the words at a place are a pronoun, a name, or a noun for people or bodies that a table knows."""
        tokens = [token for token in self.draft.analysis.tokens_in(start, end) if token.kind != "mark"]
        if not tokens:
            return False
        pronouns = {"pronoun_first", "pronoun_third", "pronoun_third_plural"}
        first = tokens[0].lower
        if self.language.classes(first) & pronouns or first in reference_words(self.language, "speaker"):
            return True
        if self.mentions(start, end) or all(token.capital for token in tokens):
            return True
        if "personal" in self.language.classes(first):
            return True
        head = head_noun(tokens, self.language)
        return head in referents(self.language) or self._titled(tokens)

    def is_text(self, start: int, end: int) -> bool:
        """Whether the words at a place are a noun for a text that nobody is named for: *laporan lain*."""
        tokens = [token for token in self.draft.analysis.tokens_in(start, end) if token.kind != "mark"]
        referent = referents(self.language).get(head_noun(tokens, self.language)) if tokens else None
        return referent is not None and referent.kind == "other"

    def outlet(self, start: int, end: int) -> EntityDraft:
        """An outlet by the words at a place, which no table knows."""
        return self._create(self.draft.analysis.text[start:end].strip(" ,"), "media", start, end)

    def resolve(self, start: int, end: int, *, speaker: EntityDraft | None = None) -> EntityDraft | None:
        """The entity that a noun phrase at a place stands for; a new one where it names an unnamed one.

        `speaker` is who says the quotation that the phrase stands in: the first person refers to it.
        """
        tokens = [token for token in self.draft.analysis.tokens_in(start, end) if token.kind != "mark"]
        if not tokens:
            return None
        pronoun = self._pronoun(tokens, speaker)
        if pronoun is not None or self._is_pronoun(tokens):
            return pronoun
        named = self._named(start, end, tokens)
        if named is not None:
            return named
        return self._unnamed_entity(start, end, tokens)

    def _leads(self, mention: MentionDraft) -> bool:
        """Whether nothing but names, titles and adverbs stand before a mention in its sentence."""
        sentence = self.draft.analysis.sentence_at(mention.start)
        analysis = self.draft.analysis
        last = analysis.token_at(mention.start)
        first = max(analysis.token_at(sentence.start) + 1, last - 13)
        return all(
            token.capital or token.kind == "mark" or "adverb" in self.language.classes(token.lower)
            for token in analysis.tokens[first:last]
        )

    def _is_pronoun(self, tokens: list[Token]) -> bool:
        return len(tokens) == 1 and bool(
            self.language.classes(tokens[0].lower) & {"pronoun_first", "pronoun_third", "pronoun_second"}
        )

    def _pronoun(self, tokens: list[Token], speaker: EntityDraft | None) -> EntityDraft | None:
        word = tokens[0].lower
        classes = self.language.classes(word)
        before = tokens[0].start
        if len(tokens) <= 2 and (word in reference_words(self.language, "speaker") or "pronoun_third" in classes):
            return self.last_person(before) or self.last_speaker(before)
        if len(tokens) == 1 and "pronoun_third_plural" in classes:
            return self.last_group(before)
        if "pronoun_first" in classes:
            return speaker
        return None

    def _named(self, start: int, end: int, tokens: list[Token]) -> EntityDraft | None:
        inside = self.mentions(start, end)
        people = [(mention, entity) for mention, entity in inside if entity.kind == "person"]
        if people:
            return self._person(start, end, people)
        apposed = self._apposed(tokens)
        if apposed is not None:
            return apposed
        if not inside:
            return None
        mention, entity = inside[0]
        heads_phrase = not any(token.start < mention.start for token in tokens)
        if heads_phrase and not self._tail_heads(mention, tokens):
            return entity
        if entity.kind in _BODIES and self._body_head(tokens, mention, entity.kind):
            return entity
        return None

    def _apposed(self, tokens: list[Token]) -> EntityDraft | None:
        """The person that a name in capitals behind the comma names: *kata seorang petugas, Safri*."""
        text = self.draft.analysis.text
        cut = next((at for at in range(1, len(tokens)) if "," in text[tokens[at - 1].end : tokens[at].start]), None)
        if cut is None or tokens[0].capital or not all(token.capital for token in tokens[cut:]):
            return None
        start, end = tokens[cut].start, tokens[-1].end
        known = self.mentions(start, end)
        return known[0][1] if known else self._create(text[start:end], "person", start, end)

    def _tail_heads(self, mention: MentionDraft, tokens: list[Token]) -> bool:
        return any(token.start >= mention.end and token.lower in referents(self.language) for token in tokens)

    def _body_head(self, tokens: list[Token], mention: MentionDraft, kind: EntityKind) -> bool:
        """Whether the words before a body's name only tell what it is: *kantor berita Antara*."""
        head = head_noun(tokens, self.language)
        referent = referents(self.language).get(head)
        if referent is None or tokens[-1].end > mention.end:
            return False
        return referent.kind == kind or (referent.kind == "organization" and kind == "state")

    def _person(self, start: int, end: int, people: list[tuple[MentionDraft, EntityDraft]]) -> EntityDraft:
        mention, entity = people[-1]
        text = self.draft.analysis.text
        distinct = list(dict.fromkeys(found for _, found in people))
        if len(distinct) > 1 and self._joined(people[0][0].end, people[-1][0].start):
            name = self._joined_name(people)
            return self._create(name, "group", people[0][0].start, people[-1][0].end)
        before = [token.lower for token in self.draft.analysis.tokens_in(start, mention.start)]
        if self._kin(before):
            pointed = "demonstrative" in self.language.classes(text[start:end].rpartition(" ")[2].lower())
            known = self.last_person(start) if pointed else None
            return known or self._create(text[start:end].strip(" ,"), "person", start, end)
        return people[0][1] if self._apposition(people) else entity

    def _kin(self, before: list[str]) -> bool:
        """Whether the words before a name make another person of it: *pengacara Rina*, *istri pebalap Budi*."""
        kin = reference_words(self.language, "kin")
        return bool(before) and any(
            word in kin for word in (before[0], before[-1], " ".join(before[:2]), " ".join(before[-2:]))
        )

    def _joined_name(self, people: list[tuple[MentionDraft, EntityDraft]]) -> str:
        return self.draft.analysis.text[people[0][0].start : people[-1][0].end]

    def _joined(self, start: int, end: int) -> bool:
        return any(
            "conjunction" in self.language.classes(token.lower) for token in self.draft.analysis.tokens_in(start, end)
        )

    def _apposition(self, people: list[tuple[MentionDraft, EntityDraft]]) -> bool:
        return len(people) > 1 and "," in self.draft.analysis.text[people[0][0].end : people[-1][0].start]

    def _unnamed_entity(self, start: int, end: int, tokens: list[Token]) -> EntityDraft | None:
        head = head_noun(tokens, self.language)
        referent = referents(self.language).get(head)
        back = self._back_reference(tokens, referent, start)
        if back is not None:
            return back
        if referent is None and not self._noun_phrase(tokens):
            return None
        bare = len(tokens) <= 1 + len(head.split()) and not self.mentions(start, end)
        if referent is not None and referent.kind == "other" and bare:
            return None
        kind = self._kind(tokens, referent)
        agency = self._agency(start, end) if kind == "media" else None
        if agency is not None:
            agency.mentions.append(MentionDraft(start, end, "nominal"))
            return agency
        return self._create(self.draft.analysis.text[start:end].strip(" ,"), kind, start, end)

    def _noun_phrase(self, tokens: list[Token]) -> bool:
        """Whether words that no table knows can name somebody: no function word or verb at their beginning."""
        first = tokens[0]
        blocked = {
            "preposition",
            "conjunction",
            "relative",
            "auxiliary",
            "adverb",
            "negation",
            "demonstrative",
            "copula",
            "question",
        }
        if self.language.classes(first.lower) & blocked or (first.kind == "number" and len(tokens) == 1):
            return False
        return self.language.morphology.voice(first.lower) is None or first.capital

    def _kind(self, tokens: list[Token], referent: Referent | None) -> EntityKind:
        if referent is None:
            if not all(token.capital for token in tokens):
                return "group"
            return "organization" if len(tokens) == 1 and tokens[0].text.isupper() else "person"
        return "group" if referent.kind == "person" and self._several(tokens) else referent.kind

    def _several(self, tokens: list[Token]) -> bool:
        """Whether a phrase for people speaks of more than one: by a number, a doubling, or a noun for crowds."""
        classes = [self.language.classes(token.lower) for token in tokens[:3]]
        if any("individual" in found for found in classes):
            return False
        counted = any(found & {"quantifier", "numeral"} for found in classes) or tokens[0].kind == "number"
        doubled = any("-" in token.text for token in tokens[:2])
        pointed = "demonstrative" in self.language.classes(tokens[-1].lower)
        return counted or doubled or (not pointed and tokens[0].lower in plurals(self.language))

    def _agency(self, start: int, end: int) -> EntityDraft | None:
        """The one outlet of the report that is of the state named in a phrase: *kantor berita pemerintah Iran*."""
        countries = {entity.country for _, entity in self.mentions(start, end) if entity.kind == "state"}
        media = [
            entity for entity in self.draft.entities if entity.kind == "media" and entity.country in countries - {None}
        ]
        return media[0] if len(media) == 1 else None

    def _back_reference(self, tokens: list[Token], referent: Referent | None, start: int) -> EntityDraft | None:
        """The named entity that *politikus itu*, *Kapolres* or *perusahaan tersebut* refers to."""
        pointed = "demonstrative" in self.language.classes(tokens[-1].lower)
        known = self._unnamed.get(" ".join(plain_words(tokens, self.language)))
        if known is not None:
            return known
        role = self._by_role(tokens, start)
        if role is not None and (pointed or tokens[0].capital or len(tokens) == 1):
            return role
        if pointed and referent is None and tokens[0].capital and len(tokens) > 1 and self._titled(tokens):
            return self.last_person(start)
        if not pointed or referent is None:
            return None
        if referent.kind == "other":
            return self.last_speaker(start)
        if referent.kind == "person" and referent.definite:
            return self.last_person(start)
        if referent.kind in _BODIES and referent.definite:
            return self._last_body(start, referent.kind)
        return None

    def _titled(self, tokens: list[Token]) -> bool:
        """Whether a phrase begins with a title."""
        return lexicon(self.language).titles.at([token.lower for token in tokens], 0) is not None

    def _by_role(self, tokens: list[Token], start: int) -> EntityDraft | None:
        """The last person before a place who was given this title, in full or by its head."""
        wanted = office([token.lower for token in tokens], self.language)
        spoken = [entity for place, entity in self.speakers if place < start]
        at = bisect_right(self._starts, start)
        named = [entity for _, entity in self._mentions[max(0, at - 40) : at] if entity.kind == "person"]
        for entity in (*reversed(spoken), *reversed(named)):
            if any(_holds(role, wanted, self.language) for role in entity.roles):
                return entity
        return None

    def _last_body(self, before: int, kind: EntityKind) -> EntityDraft | None:
        at = bisect_left(self._starts, before)
        recent = [entity for _, entity in self._mentions[max(0, at - 30) : at]]
        spoken = [entity for place, entity in self.speakers[-6:] if place < before]
        for entity in (*reversed(spoken), *reversed(recent)):
            if entity.kind == kind:
                return entity
        return None

    def _create(self, name: str, kind: EntityKind, start: int, end: int) -> EntityDraft:
        plain = " ".join(
            plain_words(
                [token for token in self.draft.analysis.tokens_in(start, end) if token.kind != "mark"], self.language
            )
        )
        known = self._unnamed.get(plain)
        if known is not None:
            known.mentions.append(MentionDraft(start, end, "nominal"))
            return known
        entity = add_entity(self.draft, name, kind=kind, start=start, end=end)
        self._unnamed[plain] = entity
        return entity


def _holds(role: RoleDraft, wanted: str, language: Language) -> bool:
    body = role.organization.name if role.organization else ""
    return holds_office(role.title, wanted, language, body=body)
