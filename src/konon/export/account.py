"""What the account in the terminal and the page have in common: a record told in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, Protocol

from konon.record import Count, Entity, Event, Link, Reason, Record, Role, Statement, in_words

Attributed = str | None
UNNAMED = "an unnamed source"
UNKNOWN_OUTLET = "this report"


@dataclass(frozen=True, slots=True)
class Station:
    """A link of a chain as it is drawn; `known` is False where the text names nobody."""

    role: Literal["speaker", "medium", "relay", "outlet"]
    name: str
    known: bool = True


class Judged(Protocol):
    """A part of a record that says how sure it is, and why it is there."""

    @property
    def confidence(self) -> float | None:
        """The chance that it is right."""
        ...

    @property
    def why(self) -> tuple[Reason, ...]:
        """What decided it."""
        ...


def reasons(part: Judged) -> str:
    """How sure a part is and what decided it, in a line; empty where nothing is told."""
    return in_words(part.confidence, part.why)


@dataclass(frozen=True)
class Account:
    """A record with its ids told in names, and its statements in the order and depth in which they stand."""

    record: Record

    @cached_property
    def names(self) -> dict[str, str]:
        """The names of all entities, by id."""
        return {entity.id: entity.name for entity in self.record.entities}

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """The statements by id."""
        return {statement.id: statement for statement in self.record.statements}

    @cached_property
    def triggers(self) -> dict[str, str]:
        """The words of all events, by id."""
        return {event.id: self.record.quote(event.trigger.start, event.trigger.end) for event in self.record.events}

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number that each statement is called by, by id: the first that is told is 1."""
        return {statement.id: number for number, (statement, _) in enumerate(self.told, start=1)}

    @cached_property
    def told(self) -> tuple[tuple[Statement, int], ...]:
        """The statements, each with its depth; one that stands within another follows it."""
        return tuple(self._walk())

    def _walk(self) -> Iterator[tuple[Statement, int]]:
        inner: dict[str | None, list[Statement]] = {}
        for statement in self.record.statements:
            inner.setdefault(statement.within, []).append(statement)
        seen: set[str] = set()
        # The second round holds those that stand within each other in a ring, which no first one leads to.
        for root in (*inner.get(None, ()), *self.record.statements):
            waiting = [(root, 0)]
            while waiting:
                statement, depth = waiting.pop()
                if statement.id not in seen:
                    seen.add(statement.id)
                    yield statement, depth
                    waiting += [(within, depth + 1) for within in reversed(inner.get(statement.id, []))]

    def chain(self, statement: Statement) -> tuple[Station, ...]:
        """The way of a statement from the mouth to the page; a chain without a speaker begins with an unnamed one."""
        stations = [self._station(link) for link in statement.chain]
        if not stations or stations[0].role != "speaker":
            stations.insert(0, Station("speaker", UNNAMED, known=False))
        return tuple(stations)

    def _station(self, link: Link) -> Station:
        words = None if link.start is None or link.end is None else self.record.quote(link.start, link.end)
        if link.role == "outlet":
            outlet = self.record.document.outlet or self.name(link.entity)
            return Station("outlet", outlet or UNKNOWN_OUTLET, known=bool(outlet))
        name = (link.medium if link.role == "medium" else None) or self.name(link.entity) or words
        return Station(link.role, name or UNNAMED, known=bool(name))

    def judged_links(self, statement: Statement) -> list[tuple[str, Link]]:
        """The links of a statement that say how sure they are or why they are there, each with its name."""
        return [(self._station(link).name, link) for link in statement.chain if reasons(link)]

    def name(self, entity: str | None) -> str:
        """The name of an entity; empty for none."""
        return self.names.get(entity or "", "")

    def words(self, statement: Statement) -> str:
        """The content, with quotation marks where all is quoted, and a mark of omission where the cue interrupts."""
        spans = " … ".join(" ".join(self.record.quote(span.start, span.end).split()) for span in statement.content)
        return f"“{spans}”" if statement.form == "direct" else spans

    def teller(self, attributed_to: Attributed) -> str:
        """Who says so, with the number of the statement; empty for the reporter's own voice."""
        if attributed_to is None:
            return ""
        return f"{self.name(self.statements[attributed_to].source) or UNNAMED} ({self.numbers[attributed_to]})"

    def answered(self, statement: Statement) -> str:
        """What a denial or confirmation answers: the number of a statement, or the trigger of an event."""
        answered = statement.answers or ""
        if answered in self.numbers:
            return f"({self.numbers[answered]})"
        return f"“{self.triggers[answered]}”" if answered in self.triggers else ""

    def parties(self, event: Event) -> str:
        """Actors and recipients as `A, B → C`; empty where there are none."""
        actors = ", ".join(self.name(actor) for actor in event.actors)
        recipients = ", ".join(self.name(recipient) for recipient in event.recipients)
        return f"{actors or '?'} → {recipients}" if recipients else actors

    def role(self, role: Role) -> str:
        """A title with its organisation, where it is held in one."""
        organization = self.name(role.organization)
        return role.title if not organization or organization in role.title else f"{role.title}, {organization}"

    def entities_by_kind(self) -> dict[str, list[Entity]]:
        """The entities under their kinds; kinds and entities in the order in which they come up."""
        kinds: dict[str, list[Entity]] = {}
        for entity in self.record.entities:
            kinds.setdefault(entity.kind, []).append(entity)
        return kinds


def bounds(count: Count) -> str:
    """The value of a count in words: `at least 14`, `up to 300`, `20 to 99`, `about 240`."""
    low, high = (None if value is None else f"{value:,}" for value in (count.minimum, count.maximum))
    if low is not None and high is not None:
        value = low if low == high else f"{low} to {high}"
    else:
        value = f"at least {low}" if low is not None else f"up to {high}" if high is not None else "an unknown number"
    return f"about {value}" if count.approximate else value


def shortened(text: str, width: int) -> str:
    """The text, cut after a word and ended by `…` where it is longer than `width`."""
    if len(text) <= width:
        return text
    closing = "”" if text.endswith("”") else ""
    cut = text[: width - 1 - len(closing)]
    return f"{cut.rsplit(' ', 1)[0].rstrip(' ,;:.–—…')}…{closing}"


def spoken(term: str) -> str:
    """A term of the vocabulary as it is read: `member_of` as `member of`."""
    return term.replace("_", " ")
