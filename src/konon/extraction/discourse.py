"""What a report has told up to a place: its named mentions, its subjects, and who has spoken."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from konon.extraction.draft import Draft, EntityDraft, MentionDraft
from konon.language.base import Language
from konon.record.vocabulary import EntityKind

# How many subjects back a pronoun can reach.
_SUBJECTS = 12
# How many speakers back a pronoun on a verb of saying can reach, and a plural pronoun or a noun for a body.
_RECENT = 4
_RECENT_BODIES = 6
# How many mentions back an office and a body are looked for.
_OFFICES = 40
_BODIES = 30


@dataclass
class Discourse:
    """The named mentions of a draft by place, and who has spoken so far."""

    draft: Draft
    language: Language
    speakers: list[tuple[int, EntityDraft]] = field(default_factory=list)

    def __post_init__(self) -> None:
        pairs = ((mention, entity) for entity in self.draft.entities for mention in entity.mentions)
        self._mentions = sorted(pairs, key=lambda pair: (pair[0].start, -pair[0].end))
        self._starts = [mention.start for mention, _ in self._mentions]
        self._subjects = [pair for pair in self._mentions if pair[1].kind == "person" and self._leads(pair[0])]
        self._subject_starts = [mention.start for mention, _ in self._subjects]
        # How often each entity has spoken, by its identity.
        self._spoken: dict[int, int] = {}

    def spoke(self, place: int, entity: EntityDraft | None) -> None:
        """Note that an entity was a source at a place."""
        if entity is not None:
            self.speakers.append((place, entity))
            self._spoken[id(entity)] = self._spoken.get(id(entity), 0) + 1

    def forget(self, kept: int) -> None:
        """Forget all speakers behind the first so many: those of a quotation, once it has ended."""
        for _, entity in self.speakers[kept:]:
            self._spoken[id(entity)] -= 1
        del self.speakers[kept:]

    def mentions(self, start: int, end: int) -> list[tuple[MentionDraft, EntityDraft]]:
        """The named mentions that begin within a place, in order."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return self._mentions[low:high]

    def last_person(self, before: int, *, but: EntityDraft | None = None) -> EntityDraft | None:
        """The person that a pronoun before which the text stands refers to: the last speaker or subject.

        `but` is who says the quotation that the pronoun stands in: the third person is somebody else.
        """
        start = self._sentence_before(before)
        spoken = next(
            (
                (place, entity)
                for place, entity in reversed(self.speakers)
                if entity.kind == "person" and entity is not but and place < before
            ),
            None,
        )
        if spoken and spoken[0] >= start:
            return spoken[1]
        alone = {
            id(entity): entity
            for _, entity in self.mentions(start, before)
            if entity.kind == "person" and entity is not but
        }
        if len(alone) == 1:
            return next(iter(alone.values()))
        subject = self._subject(before, but=but)
        if spoken and (subject is None or spoken[0] >= subject[0].start):
            return spoken[1]
        return subject[1] if subject else None

    def _sentence_before(self, before: int) -> int:
        """Where the sentence before that of a place begins, with all its quotations."""
        analysis = self.draft.analysis
        period = analysis.period_at(before)
        return analysis.period_at(max(0, period.start - 1)).start

    def last_speaker(self, before: int) -> EntityDraft | None:
        """Whom *-nya* behind a verb of saying refers to: the last speaker of any kind, or a later subject."""
        earlier = [(place, entity) for place, entity in self.speakers[-_RECENT:] if place < before]
        named = [pair for pair in earlier if any(mention.form == "name" for mention in pair[1].mentions)]
        spoken = next(iter((named or earlier)[::-1]), None)
        subject = self._subject(before)
        if subject is not None and (spoken is None or (subject[0].start > spoken[0] and self._takes_over(*subject))):
            return subject[1]
        return spoken[1] if spoken else None

    def _takes_over(self, mention: MentionDraft, entity: EntityDraft) -> bool:
        """Whether a subject can be who speaks next: one who has spoken before, or is introduced here with a title."""
        introduced = min(found.start for found in entity.mentions) == mention.start
        return self._spoken.get(id(entity), 0) > 0 or (introduced and bool(entity.roles))

    def last_body(self, before: int, kind: EntityKind) -> EntityDraft | None:
        """The last speaker or mention of a kind of body before a place."""
        at = bisect_left(self._starts, before)
        recent = [entity for _, entity in self._mentions[max(0, at - _BODIES) : at]]
        spoken = [entity for place, entity in self.speakers[-_RECENT_BODIES:] if place < before]
        return next((entity for entity in (*reversed(spoken), *reversed(recent)) if entity.kind == kind), None)

    def recent_speakers(self, before: int) -> list[EntityDraft]:
        """The last speakers before a place, the latest last."""
        return [entity for place, entity in self.speakers[-_RECENT:] if place < before]

    def office_holders(self, before: int) -> list[EntityDraft]:
        """The people before a place who can hold an office: speakers first, then those named, the latest first."""
        spoken = [entity for place, entity in self.speakers[-_OFFICES:] if place < before]
        at = bisect_right(self._starts, before)
        named = [entity for _, entity in self._mentions[max(0, at - _OFFICES) : at] if entity.kind == "person"]
        return [*reversed(spoken), *reversed(named)]

    def _subject(self, before: int, *, but: EntityDraft | None = None) -> tuple[MentionDraft, EntityDraft] | None:
        """The last person that was a subject: one who has spoken or holds a title, or that of the sentence before."""
        period = self.draft.analysis.period_at(before)
        at = bisect_left(self._subject_starts, before) - 1
        for number in range(at, max(-1, at - _SUBJECTS), -1):
            mention, entity = self._subjects[number]
            if entity is but:
                continue
            if self._speaks(entity) or self.draft.analysis.period_at(mention.start).last >= period.first:
                return mention, entity
        return None

    def _speaks(self, entity: EntityDraft) -> bool:
        return bool(entity.roles) or self._spoken.get(id(entity), 0) > 0

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
