"""A network as an address asks for it: which ties and actors, when, around whom."""

from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import Depends, Query

from konon.archive import Scope
from konon.archive.network.found import MOST
from konon.record.vocabulary import ACTS, RELATION_TYPES

# What is asked for where nothing is chosen: what is merely said ties everybody to everybody.
KINDS: tuple[str, ...] = tuple(kind for kind in (*RELATION_TYPES, *ACTS) if kind != "say")
# A group is called alike in many reports and is another one in each; what is other is nobody known.
ACTORS: tuple[str, ...] = ("person", "organization", "armed_group", "state", "media")
SIZES = (50, 150, MOST)
_MONTH = r"^(\d{4}(-\d{2}(-\d{2})?)?)?$"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedNetwork:
    """What is asked for; where no kinds are chosen, the usual ones are."""

    kind: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    since: str = ""
    before: str = ""
    around: str = ""
    size: int = SIZES[1]

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of ties."""
        return self.kind or KINDS

    @property
    def actors(self) -> tuple[str, ...]:
        """The kinds of actors."""
        return self.of or ACTORS

    @property
    def scope(self) -> Scope:
        """The same as the archive is asked."""
        return Scope(kinds=self.kinds, of=self.actors, since=self.since or None, before=self.before or None,
                     size=self.size)  # fmt: skip

    @property
    def narrowed(self) -> bool:
        """Whether anything but the usual is asked for."""
        return bool(self.kind or self.of or self.since or self.before)

    def address(self, *, around: str | None = None) -> list[tuple[str, str]]:
        """All of it for an address, around another actor where one is given."""
        lists = [*(("kind", kind) for kind in self.kind), *(("of", kind) for kind in self.of)]
        size = "" if self.size == SIZES[1] else str(self.size)
        middle = self.around if around is None else around
        return [*lists, ("since", self.since), ("before", self.before), ("size", size), ("around", middle)]

    def days(self) -> list[tuple[str, str]]:
        """The days alone, for an address."""
        return [("since", self.since), ("before", self.before)]

    def without(self, kind: str) -> "AskedNetwork":
        """The same without a kind of tie."""
        return replace(self, kind=tuple(other for other in self.kind if other != kind))

    def having(self, *kinds: str) -> "AskedNetwork":
        """The same with these kinds of ties alone."""
        return replace(self, kind=kinds)


def asked_network_of(
    kind: Annotated[list[str] | None, Query(max_length=40, description="acts, and types of relations")] = None,
    of: Annotated[list[str] | None, Query(max_length=20, description="kinds of actors")] = None,
    since: Annotated[str, Query(pattern=_MONTH, description="a day, month or year: the first")] = "",
    before: Annotated[str, Query(pattern=_MONTH, description="a day, month or year: the last")] = "",
    around: Annotated[str, Query(max_length=200, description="an actor, by its id or a name")] = "",
    size: Annotated[int, Query(ge=2, le=MOST, description="how many actors at most")] = SIZES[1],
) -> AskedNetwork:
    """The network that a request asks for."""
    return AskedNetwork(kind=tuple(dict.fromkeys(kind or ())), of=tuple(dict.fromkeys(of or ())), since=since,
                        before=before, around=around.strip(), size=size)  # fmt: skip


WantedNetwork = Annotated[AskedNetwork, Depends(asked_network_of)]
