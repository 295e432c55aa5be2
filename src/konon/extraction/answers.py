"""The stage `answers`: which statement or event of the report a denial, a rejection or a confirmation answers.

An empty field is better than a wrong one, so a tie needs a sign in the text: what is answered stands in the answer's
own content (*membantah kabar bahwa …*), a noun points back at it (*tuduhan itu*), it is the question before, the
speaker has just answered it, it speaks of whoever denies it in the same words, or the content tells of an event.
"""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from konon.extraction.answered import Sayings
from konon.extraction.answers_pointed import Pointing
from konon.extraction.draft import Draft, EventDraft, StatementDraft
from konon.extraction.events.table import event_table
from konon.extraction.stage import stage
from konon.language.base import Language
from konon.record.vocabulary import Act, EventStatus

_ANSWERING: frozenset[Act] = frozenset({"deny", "reject", "confirm"})
_AGAINST: frozenset[Act] = frozenset({"deny", "reject"})
# What a denial and a rejection can answer without a noun that points at it.
_ANSWERED: dict[Act, frozenset[Act]] = {
    "deny": frozenset({"accuse", "claim", "say", "condemn", "warn", "predict", "confirm", "deny"}),
    "reject": frozenset({"demand", "propose", "ask", "promise", "threaten"}),
}
# Among so many statements of others back it is looked for. A candidate scores the share of words that it has in common
# with the answer, more where it accuses or speaks of whoever answers, less for each statement between.
_BACK, _ACCUSES, _NAMED, _STEP, _ENOUGH = 10, 0.2, 0.2, 0.03, 0.5
# So near a statement of these acts that speaks of whoever denies is what he denies, in whatever words.
_NEXT = 2
_CHARGES: frozenset[Act] = frozenset({"accuse", "claim", "say"})
# A confirmed event's word is among the first of the content; in a quotation that begins with a yes it may come later.
_OPENING, _QUOTED = 4, 8
# An event is denied or rejected where its own words or the cue tell that it was not, or is not yet.
_UNDONE: dict[Act, frozenset[EventStatus]] = {
    "deny": frozenset({"denied"}),
    "reject": frozenset({"hypothetical", "planned", "demanded", "denied"}),
}
Answered = StatementDraft | EventDraft


@stage("answers", needs={"statements", "events", "relations"}, gives={"statements.answers"})
def answers(draft: Draft, language: Language) -> None:
    """Tie each denial, rejection and confirmation to what it answers, where the report tells it."""
    teller = _Answers(draft, language)
    for statement in teller.sayings.ordered:
        if statement.act in _ANSWERING:
            statement.answers = teller.answered(statement)


@dataclass
class _Answers:
    draft: Draft
    language: Language
    sayings: Sayings = field(init=False)
    pointing: Pointing = field(init=False)

    def __post_init__(self) -> None:
        self.sayings = Sayings(self.draft, self.language)
        self.pointing = Pointing(self.sayings)

    @cached_property
    def _unasked(self) -> frozenset[str]:
        """The lemmas of verbs that confirm what nobody has asked."""
        return frozenset(lemma for row in self.language.table("answers", "unasked") for lemma in row["lemmas"])

    @cached_property
    def _yes(self) -> frozenset[str]:
        """The first words of a quotation that confirms."""
        rows = self.language.table("attribution", "act")
        return frozenset(form for row in rows if row["act"] == "confirm" for form in row.get("first", ()))

    def answered(self, answer: StatementDraft) -> Answered | None:
        """What a statement answers; None where the report doesn't tell it."""
        rules: tuple[Callable[[StatementDraft], Answered | None], ...] = (
            self._nested, self.pointing.said, self.pointing.happened, self._asked, self._repeated, self._denied,
            self._confirmed, self._undone,
        )  # fmt: skip
        return next((found for rule in rules if (found := rule(answer)) is not None), None)

    def _nested(self, answer: StatementDraft) -> StatementDraft | None:
        """What another has said, within the content; of a confirmation's quotation only behind a yes."""
        if answer.act == "confirm" and answer.form == "direct" and not self._says_yes(answer):
            return None
        return next(self.sayings.inside(answer), None)

    def _asked(self, answer: StatementDraft) -> StatementDraft | None:
        """The question of another right before a quotation."""
        last = self.sayings.previous(answer)
        if last is None or last.act != "ask" or answer.form != "direct":
            return None
        return None if self.sayings.allied(last.source, answer.source) else last

    def _repeated(self, answer: StatementDraft) -> Answered | None:
        """What the same side has answered just before, where this one says so again."""
        last = self.sayings.previous(answer)
        if last is None or answer.within is not None or not self.sayings.allied(last.source, answer.source):
            return None
        again = last.act == answer.act == "confirm" and self._says_yes(answer)
        return last.answers if again or {last.act, answer.act} <= _AGAINST else None

    def _denied(self, answer: StatementDraft) -> StatementDraft | None:
        """What others have said shortly before in the same words, or of whoever denies it."""
        best, found = 0.0, None
        negated = answer.form != "direct" and self.sayings.negates(answer)
        for steps, said in enumerate(islice(self.sayings.before(answer), _BACK)):
            opposed = said.act in _ANSWERED.get(answer.act, ()) and self.sayings.negates(said) == negated
            score = self._score(answer, said, steps) if opposed else 0.0
            if score >= _ENOUGH and score > best:
                best, found = score, said
        return found

    def _score(self, answer: StatementDraft, said: StatementDraft, steps: int) -> float:
        share, named = self.sayings.share(answer, said), self.sayings.speaks_of(said, answer.source)
        score = share + _ACCUSES * (said.act == "accuse") + _NAMED * named - _STEP * steps if share else 0.0
        charged = answer.act == "deny" and named and steps <= _NEXT and said.act in _CHARGES
        return max(score, _ENOUGH) if charged else score

    def _confirmed(self, answer: StatementDraft) -> EventDraft | None:
        """The event that a confirmation names: *membenarkan penangkapan itu*, *Benar, ia kami tangkap*."""
        quoted = answer.form == "direct"
        if answer.act != "confirm" or answer.lemma in self._unasked:
            return None
        if not (self._says_yes(answer) if quoted else answer.form == "nominal"):
            return None
        told = [self._families(token.lower) for token in self.sayings.tokens(answer)[: _QUOTED if quoted else _OPENING]]
        families = frozenset[str]().union(*told)
        text = self.draft.analysis.text
        earlier = self._happened[: bisect_left(self._happened, answer.start, key=_start)] if families else []
        again = (event for event in reversed(earlier) if self._families(text[slice(*event.trigger)].lower()) & families)
        return next(again, None) or (None if quoted else next(iter(self._events(answer)), None))

    def _undone(self, answer: StatementDraft) -> EventDraft | None:
        """The event in the content that is denied or rejected."""
        statuses = _UNDONE.get(answer.act, frozenset())
        return next((event for event in self._events(answer) if event.status in statuses), None)

    def _events(self, answer: StatementDraft) -> list[EventDraft]:
        """The events whose words stand in a content, in order of place."""
        bounds = ([bisect_left(self._happened, place, key=_start) for place in part] for part in sorted(answer.content))
        return [event for first, last in bounds for event in self._happened[first:last]]

    @cached_property
    def _happened(self) -> list[EventDraft]:
        """The report's events in order of place."""
        return sorted(self.draft.events, key=lambda event: event.trigger)

    def _families(self, word: str) -> frozenset[str]:
        """What kinds of events a word can tell of: `ditangkap` and `penangkapan` of one."""
        return frozenset(form.trigger.family for form in event_table(self.language).forms.get(word, ()))

    def _says_yes(self, answer: StatementDraft) -> bool:
        first = next(iter(self.sayings.tokens(answer)), None)
        return first is not None and first.lower in self._yes


def _start(event: EventDraft) -> int:
    return event.trigger[0]
