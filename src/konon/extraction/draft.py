"""The blackboard that the stages write on: parts of a record before they have ids.

Drafts are compared by identity, hold each other directly, and are frozen into a Record by `assemble`.
"""

from dataclasses import dataclass, field

from konon.gazetteer import PlaceHit
from konon.language.analysis import Analysis, DateMention
from konon.record.vocabulary import (
    Act,
    CountKind,
    EntityKind,
    EventStatus,
    EventType,
    LinkRole,
    MentionForm,
    RelationType,
    StatementForm,
)  # fmt: skip

Place = tuple[int, int]
# By what was decided: which rule, table or head decided it, and the model's chance of it.
Why = dict[str, tuple[str, float | None]]


@dataclass(eq=False, slots=True)
class MentionDraft:
    """A place that refers to an entity."""

    start: int
    end: int
    form: MentionForm


@dataclass(eq=False, slots=True)
class RoleDraft:
    """A title held by a person, in an organisation where one is named with it."""

    start: int
    end: int
    title: str
    organization: "EntityDraft | None" = None


@dataclass(eq=False, slots=True)
class EntityDraft:
    """An entity under construction."""

    name: str
    kind: EntityKind
    mentions: list[MentionDraft] = field(default_factory=list)
    roles: list[RoleDraft] = field(default_factory=list)
    country: str | None = None
    registry: str | None = None
    locations: list[PlaceHit] = field(default_factory=list)
    # Called by a common noun alone: left out unless another part names it.
    nameless: bool = False
    why: Why = field(default_factory=dict)


@dataclass(eq=False, slots=True)
class LinkDraft:
    """A medium or a relay between mouth and page."""

    role: LinkRole
    start: int
    end: int
    entity: EntityDraft | None = None
    medium: str | None = None
    why: Why = field(default_factory=dict)


@dataclass(eq=False, slots=True)
class StatementDraft:
    """A statement under construction; `links` are its media and relays, from the mouth to the page."""

    content: list[Place]
    cue: Place | None
    lemma: str
    form: StatementForm
    act: Act
    source: EntityDraft | None = None
    source_span: Place | None = None
    links: list[LinkDraft] = field(default_factory=list)
    addressee: EntityDraft | None = None
    date: DateMention | None = None
    within: "StatementDraft | None" = None
    answers: "StatementDraft | EventDraft | None" = None
    why: Why = field(default_factory=dict)

    @property
    def start(self) -> int:
        """Where its content begins."""
        return min(start for start, _ in self.content)


@dataclass(eq=False, slots=True)
class EventDraft:
    """An event under construction."""

    type: EventType
    trigger: Place
    mode: str | None = None
    actors: list[EntityDraft] = field(default_factory=list)
    recipients: list[EntityDraft] = field(default_factory=list)
    place: EntityDraft | None = None
    date: DateMention | None = None
    status: EventStatus = "happened"
    attributed_to: StatementDraft | None = None
    why: Why = field(default_factory=dict)


@dataclass(eq=False, slots=True)
class CountDraft:
    """A count under construction."""

    start: int
    end: int
    minimum: int | None
    maximum: int | None
    approximate: bool
    kind: CountKind
    of: str | None = None
    cumulative_since: DateMention | None = None
    event: EventDraft | None = None
    attributed_to: StatementDraft | None = None
    why: Why = field(default_factory=dict)


@dataclass(eq=False, slots=True)
class RelationDraft:
    """A relation under construction."""

    subject: EntityDraft
    type: RelationType
    object: EntityDraft
    start: int
    end: int
    attributed_to: StatementDraft | None = None
    why: Why = field(default_factory=dict)


@dataclass(eq=False, slots=True)
class PointerDraft:
    """A sentence that points back at a statement: what it tells of the way belongs to that statement's chain."""

    start: int
    end: int
    statement: StatementDraft


@dataclass(eq=False, slots=True)
class Draft:
    """A record under construction, with the analysis that all stages read."""

    analysis: Analysis
    entities: list[EntityDraft] = field(default_factory=list)
    statements: list[StatementDraft] = field(default_factory=list)
    events: list[EventDraft] = field(default_factory=list)
    counts: list[CountDraft] = field(default_factory=list)
    relations: list[RelationDraft] = field(default_factory=list)
    pointers: list[PointerDraft] = field(default_factory=list)
    # Kept by `mentions.mention_rows`: all mentions in order of place.
    mention_rows: list[tuple[int, int, MentionDraft, EntityDraft]] = field(default_factory=list)
    # Kept by `attribution.innermost_statement`: all content in order of place, with the furthest end up to it.
    content_rows: list[tuple[int, int, int, StatementDraft]] = field(default_factory=list)
