"""What the network of actors is told as."""

from dataclasses import dataclass

from konon.archive.findings import FoundStatement, Page
from konon.record.vocabulary import ACTS, ENTITY_KINDS, RELATION_TYPES

# What can tie actors: relations that reports tell, and what is done by speaking.
TIES: tuple[str, ...] = (*RELATION_TYPES, *ACTS)
# What is no place can be tied.
TIED: tuple[str, ...] = tuple(kind for kind in ENTITY_KINDS if kind != "place")


MOST = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What is asked of a network: kinds of ties, kinds of actors, days, and how many actors, at most `MOST`.

    `since` and `before` are dates, months or years; an actor in the middle is of any kind.
    """

    kinds: tuple[str, ...] = TIES
    of: tuple[str, ...] = TIED
    since: str | None = None
    before: str | None = None
    size: int = 150


WHOLE = Scope()


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """An actor of a network; `ties` tells how often it is tied to others of it."""

    id: str
    name: str
    kind: str
    country: str | None
    ties: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """How often one actor is tied to another by one kind of tie: an act, or the type of a relation."""

    one: str
    other: str
    kind: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """Actors and what ties them, the strongest first.

    `around` is the actor in the middle, where one was asked for; `more` tells that there are actors or ties beyond
    these, `newest` that only the latest ties of each kind were counted.
    """

    actors: tuple[Node, ...]
    bonds: tuple[Bond, ...]
    around: str | None
    more: bool
    newest: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A place in a report that ties two actors: a statement, or the words of a relation between those around them.

    `teller` is who tells of a relation: None for the reporter, empty for one who is not named.
    """

    kind: str
    day: str | None
    report: str
    outlet: str | None
    title: str | None
    before: str
    words: str
    after: str
    statement: FoundStatement | None = None
    teller: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """What ties one actor to another: how often by what, how often the other way round, and where that is told.

    Of each actor `ties` counts those to the other.
    """

    one: Node
    other: Node
    there: tuple[Bond, ...]
    back: tuple[Bond, ...]
    places: Page[Evidence]
