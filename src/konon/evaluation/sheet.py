"""The sheet on which one record is scored against one gold report."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from konon.evaluation.gold import GoldReport
from konon.evaluation.mistakes import Mistake
from konon.evaluation.names import same_name
from konon.evaluation.tally import Tally
from konon.record.count import Count
from konon.record.entity import Entity
from konon.record.event import Event
from konon.record.model import Span
from konon.record.record import Record
from konon.record.relation import Relation
from konon.record.statement import Link, Statement

# The lines of the table, in their order.
LINES = (
    "statements: content", "statements: content + source", "statements: content + source + act",
    "statements: form, of those found", "statements: content, by character", "chain links", "counts: value + kind",
    "counts: value + kind + who says so", "events: type", "events: type + actors + recipients",
    "events: all that, status and who says so", "relations", "entities", "dates",
)  # fmt: skip


Part = Entity | Statement | Link | Event | Count | Relation


@dataclass(frozen=True, slots=True)
class Judged:
    """A part of a record, and whether it is right."""

    kind: str
    part: Part
    right: bool


@dataclass
class Sheet:
    """A gold report and a record of it, with what was counted and what was found wrong so far."""

    gold: GoldReport
    record: Record
    tallies: dict[str, Tally] = field(default_factory=lambda: {line: Tally() for line in LINES})
    mistakes: list[Mistake] = field(default_factory=list)
    judged: list[Judged] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.aliases = self.gold.aliases
        self._names = {entity.id: entity.name for entity in self.record.entities}
        self._sources = {statement.id: self.name(statement.source) for statement in self.record.statements}

    def name(self, entity: str | None) -> str | None:
        """The name of a predicted entity."""
        return self._names.get(entity) if entity else None

    def names(self, entities: Iterable[str]) -> list[str]:
        """The names of predicted entities."""
        return [name for name in map(self.name, entities) if name]

    def same(self, gold: str | None, entity: str | None) -> bool:
        """Whether a predicted entity stands for the one that the gold names."""
        return same_name(gold, self.name(entity), aliases=self.aliases.get(gold or "", ()))

    def attributed(self, gold: str | None, statement: str | None) -> bool:
        """Whether a part is attributed to the source that the gold names; None is the reporter's own voice."""
        if gold is None or statement is None:
            return gold is None and statement is None
        return same_name(gold, self._sources.get(statement), aliases=self.aliases.get(gold, ()))

    def voice(self, statement: str | None) -> str:
        """Who says so, in words for a mistake's line."""
        return "the reporter" if statement is None else str(self._sources.get(statement) or "somebody unnamed")

    def judge(self, kind: str, parts: Iterable[Part], right: Iterable[Part]) -> None:
        """Notes which parts of a record are right."""
        hits = {id(part) for part in right}
        self.judged += [Judged(kind, part, id(part) in hits) for part in parts]

    def quote(self, spans: Iterable[Span | None], *, most: int = 110) -> str:
        """The words at the places, cut to a length."""
        words = " … ".join(self.gold.text[span.start : span.end] for span in spans if span)
        return words if len(words) <= most else f"{words[: most - 1]}…"

    def miss(
        self, kind: str, what: str, *, cause: str, part: Part | None = None,
        gold: Sequence[Span | None] = (), predicted: Sequence[Span | None] = (),
    ) -> None:  # fmt: skip
        """Notes a mistake, and of the predicted part how sure the record is of it."""
        sure, why = (part.confidence, part.why) if part else (None, ())
        self.mistakes.append(
            Mistake(
                self.gold.doc, kind, what, gold=_places(gold), predicted=_places(predicted),
                cause=cause, confidence=sure, why=why,
            )
        )  # fmt: skip


def _places(spans: Iterable[Span | None]) -> tuple[tuple[int, int], ...]:
    return tuple((span.start, span.end) for span in spans if span)
