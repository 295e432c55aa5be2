"""What an archive answers with."""

from dataclasses import dataclass
from typing import Generic, TypeVar

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Page(Generic[Thing]):
    """A part of what was found, in a stable order; `next` is where the following part begins.

    `total` counts all that was found up to a thousand; where there are more, `exact` is false.
    """

    items: tuple[Thing, ...]
    total: int
    next: str | None
    exact: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundReport:
    """A report of the archive; `day` is the first that its date of publication can mean."""

    report: str
    url: str | None
    outlet: str | None
    title: str | None
    day: str | None
    version: int
    newest: bool
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundStatement:
    """A statement of the archive; `day` is when it was said, or else when its report was published.

    `reports` is how many reports tell it, this one among them.
    """

    statement: str
    report: str
    day: str | None
    source: str | None
    actor: str | None
    act: str
    content: str
    through: tuple[str, ...]
    outlet: str | None
    url: str | None
    title: str | None
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version of a page; `konon` are the versions of Konon that have read it, the present one last."""

    report: str
    version: int
    added: str
    published: str | None
    title: str | None
    konon: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorName:
    """A name that an actor has in the archive, and in how many reports."""

    id: str
    text: str
    kind: str
    country: str | None
    registry: str | None
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Somebody or something that reports name: its names, what it did by speaking, and who it is named with."""

    id: str
    name: str
    kind: str
    country: str | None
    registry: str | None
    names: tuple[ActorName, ...]
    reports: int
    statements: int
    acts: dict[str, int]
    ties: tuple["Tie", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """What reports hold about two actors, and how many of them do."""

    subject: str
    subject_name: str
    type: str
    object: str
    object_name: str
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What an archive holds; `waiting` tells which migrations it lacks, `older` how many reports another Konon read."""

    location: str
    database: str
    revision: str | None
    waiting: tuple[str, ...]
    reports: int
    versions: int
    statements: int
    events: int
    counts: int
    actors: int
    outlets: int
    older: int
    bytes: int
