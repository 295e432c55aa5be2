"""What a noun at the beginning of an answer points back at: *tuduhan itu*, *kejadian tersebut*."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from konon.extraction.answered import Sayings
from konon.extraction.draft import EntityDraft, EventDraft, StatementDraft
from konon.extraction.mentions import entities_in
from konon.language.analysis import Token
from konon.record.vocabulary import Act, EventType

Acts = frozenset[Act]
# The acts of what a noun of each act points back at: those that it names, and others that it can mean as well.
_POINTED: dict[Act, tuple[Acts, Acts]] = {
    "accuse": (frozenset({"accuse"}), frozenset({"claim", "condemn", "say", "warn"})),
    "claim": (frozenset({"claim"}), frozenset({"say", "accuse", "confirm"})),
    "demand": (frozenset({"demand", "ask"}), frozenset({"propose", "say"})),
    "propose": (frozenset({"propose"}), frozenset({"demand", "say", "promise"})),
    "threaten": (frozenset({"threaten"}), frozenset({"warn"})),
    "warn": (frozenset({"warn"}), frozenset({"threaten"})),
    "promise": (frozenset({"promise"}), frozenset()),
    "condemn": (frozenset({"condemn", "accuse"}), frozenset({"say"})),
    "reject": (frozenset({"reject", "deny"}), frozenset()),
}
# What nouns of saying point back at: anything that was said.
_ANYTHING: tuple[Acts, Acts] = (
    frozenset(),
    frozenset({
        "say", "claim", "accuse", "condemn", "warn", "predict", "confirm", "deny", "demand", "propose", "ask",
        "promise", "threaten",
    }),
)  # fmt: skip
# A noun that points back is among the first words of the content; what makes it point stands right behind it.
_OPENING, _PHRASE = 4, 4
# A longer content tells itself what was said: so many of its words must be those of what it answers.
_LONG, _COMMON = 7, 2
# How many statements of others back it can stand: where the noun names its act, where it can mean it as well, and where
# its speaker is named.
_FAR, _NEAR, _HIS = 8, 2, 6
# What is called an incident without more, and how many words there are then.
_INCIDENTS: frozenset[EventType] = frozenset({"ASSAULT", "ACCIDENT", "DISASTER"})
_BARE = 3


@dataclass
class Pointing:
    """The nouns of a language that point back, and where they point in a report."""

    sayings: Sayings

    @cached_property
    def _nouns(self) -> dict[str, tuple[Act, bool]]:
        """Each noun with the act of what it points at, and whether it does so without a word that points."""
        table = self.sayings.language.table
        rows = (*table("attribution", "noun"), *table("answers", "noun"))
        return {form: (row["act"], row.get("alone", False)) for row in rows for form in row["forms"]}

    @cached_property
    def _happenings(self) -> frozenset[str]:
        rows = self.sayings.language.table("answers", "happening")
        return frozenset(form for row in rows for form in row["forms"])

    def said(self, answer: StatementDraft) -> StatementDraft | None:
        """The statement that a noun of speech at the content's beginning points back at; None where none does."""
        tokens, at = self._found(answer, self._nouns)
        if at is None:
            return None
        act, alone = self._nouns[tokens[at].lower]
        if act == "deny" or (alone and answer.act != "deny"):
            return None
        before = self._before(answer, short=alone or len(tokens) - at <= _LONG)
        main, other = _POINTED.get(act, _ANYTHING)
        behind = tokens[at + 1 : at + 1 + _PHRASE]
        named = self._named(answer, behind)
        his = [said for said in before[:_HIS] if any(self.sayings.allied(said.source, name) for name in named)]
        fitting = [said for acts in (main, other) for said in his if said.act in acts]
        if not fitting and (alone or self._points(behind) or not behind):
            fitting = [said for said in before if said.act in main]
            fitting += [said for said in before[:_NEAR] if said.act in other]
            of = [said for said in fitting if self.sayings.speaks_of(said, answer.source)]
            fitting = of if alone else [*of, *fitting]
        return next(iter(fitting), None)

    def happened(self, answer: StatementDraft) -> EventDraft | None:
        """The incident that the report begins with, where a confirmation is of *kejadian itu* without more."""
        tokens, at = self._found(answer, self._happenings)
        if at is None or answer.act != "confirm" or len(tokens) > at + _BARE or not self._points(tokens[at + 1 :][:1]):
            return None
        earlier = (event for event in self.sayings.draft.events if event.trigger[1] <= answer.start)
        first = min(earlier, key=lambda event: event.trigger, default=None)
        return first if first is not None and first.type in _INCIDENTS else None

    def _found(self, answer: StatementDraft, nouns: Collection[str]) -> tuple[list[Token], int | None]:
        """The content's tokens, and the number of such a noun at its beginning, behind function words only."""
        tokens = self.sayings.tokens(answer)
        for number, token in enumerate(tokens[:_OPENING]):
            if token.lower in nouns:
                return tokens, number
            if not self.sayings.language.classes(token.lower):
                break
        return tokens, None

    def _before(self, answer: StatementDraft, *, short: bool) -> list[StatementDraft]:
        """What others have said before, the nearest first; of a long content what shares its words."""
        before = self.sayings.before(answer)
        sharing = (said for said in before if short or self.sayings.common(answer, said) >= _COMMON)
        return list(islice(sharing, _FAR))

    def _points(self, tokens: Sequence[Token]) -> bool:
        return any("demonstrative" in self.sayings.language.classes(token.lower) for token in tokens)

    def _named(self, answer: StatementDraft, tokens: Sequence[Token]) -> list[EntityDraft]:
        """Whose statement it is, where a name of another stands behind the noun: *tuduhan Rina*."""
        if not tokens:
            return []
        found = entities_in(self.sayings.draft, tokens[0].start, tokens[-1].end)
        return [entity for _, entity in found if not self.sayings.allied(entity, answer.source)]
