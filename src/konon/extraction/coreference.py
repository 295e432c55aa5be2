"""Who a noun phrase or a pronoun stands for, as the report has told up to that place."""

from dataclasses import dataclass

from konon.extraction.discourse import Discourse
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

# How many words back unnamed people are looked for that *mereka* refers to.
_CROWD_WITHIN = 60
_BODIES: frozenset[EntityKind] = frozenset({"organization", "armed_group", "state", "media"})


@dataclass
class Coreference:
    """Resolves noun phrases and pronouns against a discourse; makes entities of those that name unnamed ones."""

    draft: Draft
    language: Language

    def __post_init__(self) -> None:
        self.discourse = Discourse(self.draft, self.language)
        self._unnamed: dict[str, EntityDraft] = {}

    def last_group(self, before: int) -> EntityDraft | None:
        """Whom a plural pronoun refers to: the last speaker that is no single person, or the last speaker."""
        recent = self.discourse.recent_speakers(before)
        several = next((entity for entity in reversed(recent) if entity.kind != "person"), None)
        return several or self._crowd(before) or (recent[-1] if recent else None)

    def _crowd(self, before: int) -> EntityDraft | None:
        """The last unnamed people that the words before a place speak of."""
        at = self.draft.analysis.token_at(before)
        for token in reversed(self.draft.analysis.tokens[max(0, at - _CROWD_WITHIN) : at]):
            crowd = token.lower in plurals(self.language) and "quantifier" not in self.language.classes(token.lower)
            if crowd or self._doubled(token):
                return self._create(token.text, "group", token.start, token.end)
        return None

    def _doubled(self, token: Token) -> bool:
        """Whether a word is a doubled noun for people: *ibu-ibu*."""
        base, _, again = token.lower.partition("-")
        referent = referents(self.language).get(base) if base == again else None
        return referent is not None and referent.kind == "person"

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
        if self.discourse.mentions(start, end) or all(token.capital for token in tokens):
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
        return self._create(self.draft.analysis.spelled(start, end).strip(" ,"), "media", start, end)

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

    def _is_pronoun(self, tokens: list[Token]) -> bool:
        return len(tokens) == 1 and bool(
            self.language.classes(tokens[0].lower)
            & {"pronoun_first", "pronoun_third", "pronoun_third_plural", "pronoun_second"}
        )

    def _pronoun(self, tokens: list[Token], speaker: EntityDraft | None) -> EntityDraft | None:
        word = tokens[0].lower
        classes = self.language.classes(word)
        before = tokens[0].start
        if len(tokens) <= 2 and (word in reference_words(self.language, "speaker") or "pronoun_third" in classes):
            other = speaker if "pronoun_third" in classes else None
            return self.discourse.last_person(before, but=other) or self.discourse.last_speaker(before)
        if len(tokens) == 1 and "pronoun_third_plural" in classes:
            return self.last_group(before)
        if "pronoun_first" in classes:
            return speaker
        return None

    def _named(self, start: int, end: int, tokens: list[Token]) -> EntityDraft | None:
        inside = self.discourse.mentions(start, end)
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
        known = self.discourse.mentions(start, end)
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
        if self._kin(before) and not self.discourse.mentions(start, mention.start):
            pointed = "demonstrative" in self.language.classes(text[start:end].rpartition(" ")[2].lower())
            known = self.discourse.last_person(start) if pointed else None
            return known or self._create(text[start:end].strip(" ,"), "person", start, end)
        return people[0][1] if self._apposition(people) and not self._names_office(people) else entity

    def _kin(self, before: list[str]) -> bool:
        """Whether the words before a name make another person of it: *pengacara Rina*, *istri pebalap Budi*.

        Behind a comma the name is that person's own: *istri korban, Rina*.
        """
        kin = reference_words(self.language, "kin")
        return (
            bool(before)
            and before[-1] != ","
            and any(word in kin for word in (before[0], before[-1], " ".join(before[:2]), " ".join(before[-2:])))
        )

    def _joined_name(self, people: list[tuple[MentionDraft, EntityDraft]]) -> str:
        return self.draft.analysis.spelled(people[0][0].start, people[-1][0].end)

    def _joined(self, start: int, end: int) -> bool:
        return any(
            "conjunction" in self.language.classes(token.lower) for token in self.draft.analysis.tokens_in(start, end)
        )

    def _apposition(self, people: list[tuple[MentionDraft, EntityDraft]]) -> bool:
        return len(people) > 1 and "," in self.draft.analysis.text[people[0][0].end : people[-1][0].start]

    def _names_office(self, people: list[tuple[MentionDraft, EntityDraft]]) -> bool:
        """Whether the first name belongs to an office whose holder is named behind a comma: *Kepala Dusun X, Rina*."""
        begin, end = people[0][0].end, people[-1][0].start
        between = self.draft.analysis.tokens_in(begin, end)
        return all(token.capital or token.kind != "word" for token in between)

    def _unnamed_entity(self, start: int, end: int, tokens: list[Token]) -> EntityDraft | None:
        head = head_noun(tokens, self.language)
        referent = referents(self.language).get(head)
        back = self._back_reference(tokens, referent, start)
        if back is not None:
            return back
        if referent is None and not self._noun_phrase(tokens):
            return None
        bare = len(tokens) <= 1 + len(head.split()) and not self.discourse.mentions(start, end)
        if referent is not None and referent.kind == "other" and bare:
            return None
        kind = self._kind(tokens, referent)
        agency = self._agency(start, end) if kind == "media" else None
        if agency is not None:
            agency.mentions.append(MentionDraft(start, end, "nominal"))
            return agency
        return self._create(self.draft.analysis.spelled(start, end).strip(" ,"), kind, start, end)

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
        countries = {entity.country for _, entity in self.discourse.mentions(start, end) if entity.kind == "state"}
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
            return self.discourse.last_person(start)
        if not pointed or referent is None:
            return None
        if referent.kind == "other":
            return self.discourse.last_speaker(start)
        if referent.kind == "person" and referent.definite:
            return self.discourse.last_person(start)
        if referent.kind in _BODIES and referent.definite:
            return self.discourse.last_body(start, referent.kind)
        return None

    def _titled(self, tokens: list[Token]) -> bool:
        """Whether a phrase begins with a title."""
        return lexicon(self.language).titles.at([token.lower for token in tokens], 0) is not None

    def _by_role(self, tokens: list[Token], start: int) -> EntityDraft | None:
        """The last person before a place who was given this title, in full or by its head."""
        wanted = office([token.lower for token in tokens], self.language)
        for entity in self.discourse.office_holders(start):
            if any(_holds(role, wanted, self.language) for role in entity.roles):
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
