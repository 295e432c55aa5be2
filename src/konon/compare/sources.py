"""Whether two reports name the same source."""

from dataclasses import dataclass
from typing import Literal

# The same actor; names of one form in the other; it can be the same (none is named, or a body and one who speaks for
# it); two different ones.
Sameness = Literal["actor", "name", "open", "other"]
# Kinds that names of others stand in for: a person speaks for a body, a group has no name of its own.
_NAMED_ALIKE = frozenset({"person"})
# Shorter names are initials.
_NAME = 3


@dataclass(frozen=True, slots=True)
class Source:
    """Who said something: the actor's key in the archive, the name in this report, folded, and its kind."""

    actor: int
    name: str
    kind: str


def sameness(one: Source | None, other: Source | None) -> Sameness:
    """Whether two sources are the same, as far as their names tell."""
    if one is None or other is None:
        return "open"
    if one.kind == other.kind == "group":
        # *Warga* of two reports need not be the same people.
        return "open"
    if one.actor == other.actor:
        return "actor"
    if one.kind == other.kind:
        return "name" if _within(one.name, other.name) or _within(other.name, one.name) else "other"
    return "open" if (one.kind in _NAMED_ALIKE) != (other.kind in _NAMED_ALIKE) else "other"


def _within(short: str, long: str) -> bool:
    """Whether all words of a name are words of another."""
    words = short.split()
    return any(len(word) >= _NAME for word in words) and set(words) <= set(long.split())
