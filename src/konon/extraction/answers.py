"""The stage `answers`: which statement or event of the report a denial, a rejection or a confirmation answers.

A noun that points back (*tuduhan itu*) is answered where the last statement of its act stands; a content of its own by
the words that it shares with what somebody else has said, or with an event that the report tells of.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from konon.extraction.draft import Draft, EventDraft, StatementDraft
from konon.extraction.stage import stage
from konon.language.base import Language
from konon.record.vocabulary import Act

_ANSWERING: frozenset[Act] = frozenset({"deny", "reject", "confirm"})
# Nouns of these acts say nothing of what was said: any statement can be meant.
_PLAIN: frozenset[Act] = frozenset({"say", "claim"})
_SIDES: frozenset[Act] = frozenset({"accuse", "claim", "say", "confirm", "predict", "warn"})
# So many words must be shared, and so much of the shorter content.
_LEAST, _SHARE = 2, 0.4
# A pointing noun stands among the first words of the content.
_OPENING = 4
# No more statements than this are compared with an answer: those nearest to it.
_NEAREST = 60


@stage("answers", needs={"statements", "events"}, gives={"statements.answers"})
def answers(draft: Draft, language: Language) -> None:
    """Tie each denial, rejection and confirmation to what it answers, where the report tells it."""
    teller = _Answers(draft, language)
    for statement in draft.statements:
        if statement.act in _ANSWERING:
            statement.answers = teller.answered(statement)


@dataclass
class _Answers:
    draft: Draft
    language: Language

    @cached_property
    def _nouns(self) -> dict[str, Act]:
        return {form: row["act"] for row in self.language.table("attribution", "noun") for form in row["forms"]}

    @cached_property
    def _words(self) -> dict[int, frozenset[str]]:
        return {id(statement): frozenset(self._cores(statement)) for statement in self.draft.statements}

    @cached_property
    def _where(self) -> frozenset[str]:
        """The words of names of places: where two things were is not what they were."""
        lemma, tokens_in = self.language.morphology.lemma, self.draft.analysis.tokens_in
        return frozenset(
            lemma(token.lower) for entity in self.draft.entities if entity.kind == "place"
            for mention in entity.mentions for token in tokens_in(mention.start, mention.end)
        )  # fmt: skip

    def answered(self, answer: StatementDraft) -> StatementDraft | EventDraft | None:
        """What a statement answers; None where the report doesn't tell it."""
        return self._pointed(answer) or self._shared(answer) or self._event(answer)

    def _cores(self, statement: StatementDraft) -> Iterator[str]:
        """What its words share with their other forms, function words left out."""
        for place in statement.content:
            for token in self.draft.analysis.tokens_in(*place):
                if token.kind == "word" and not self.language.classes(token.lower):
                    yield self.language.morphology.lemma(token.lower)

    def _others(self, answer: StatementDraft) -> list[StatementDraft]:
        """What others have said, the nearest before the answer first, then the nearest after it."""
        others = [
            said for said in self.draft.statements
            if said is not answer and said.within is not answer and answer.within is not said
            and (said.source is None or said.source is not answer.source)
        ]  # fmt: skip
        before = [said for said in others if said.start < answer.start]
        after = [said for said in others if said.start >= answer.start]
        return [*reversed(before), *after][:_NEAREST]

    def _pointed(self, answer: StatementDraft) -> StatementDraft | None:
        """The last statement of the act that a noun at the content's beginning names: *membantah tuduhan itu*."""
        tokens = [token for place in answer.content for token in self.draft.analysis.tokens_in(*place)][:_OPENING]
        act = next((self._nouns[token.lower] for token in tokens if token.lower in self._nouns), None)
        if act is None or answer.form == "direct":
            return None
        fitting = [said for said in self._others(answer) if said.act == act or (act in _PLAIN and said.act in _SIDES)]
        wanted = self._words[id(answer)]
        sharing = [said for said in fitting if len(wanted & self._words[id(said)]) >= _LEAST]
        before = [said for said in fitting if said.start < answer.start]
        return next(iter(sharing or before), None)

    def _shared(self, answer: StatementDraft) -> StatementDraft | None:
        """The statement of somebody else that shares most words with the answer."""
        wanted = self._words[id(answer)]
        best, found = 0.0, None
        for said in self._others(answer):
            common = wanted & self._words[id(said)]
            share = len(common) / max(1, min(len(wanted), len(self._words[id(said)])))
            if len(common) >= _LEAST and not common <= self._where and share >= _SHARE and share > best:
                best, found = share, said
        return found

    def _event(self, answer: StatementDraft) -> EventDraft | None:
        """The event that the content tells of: one with its trigger there, or one whose word is there again."""
        inside = [
            event for event in self.draft.events
            if any(start <= event.trigger[0] < end for start, end in answer.content)
        ]  # fmt: skip
        if inside:
            return inside[0]
        wanted = self._words[id(answer)]
        text, lemma = self.draft.analysis.text, self.language.morphology.lemma
        again = (event for event in self.draft.events if lemma(text[slice(*event.trigger)].lower()) in wanted)
        return next(again, None)
