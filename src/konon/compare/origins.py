"""Where a statement that many reports tell comes from: the distinct ends of its chains.

A *station* is what a statement passed on its way: a relay or the party to an interview, by its actor; a medium, such as
a letter, by its word; an outlet. A station that had it from another one leads on to that one, whichever report tells
so; the stations that lead on to none are the ends.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

# A party is named that had it from the source; a medium is told, without such a party; or nothing is told of the way,
# so that the outlet stands for itself.
Certainty = Literal["named", "medium", "untold"]
StationKind = Literal["party", "medium", "outlet"]
_CERTAINTY: dict[StationKind, Certainty] = {"party": "named", "medium": "medium", "outlet": "untold"}


@dataclass(frozen=True, slots=True)
class Station:
    """A station: what it is, what it is known by, and its words."""

    kind: StationKind
    key: str
    words: str


@dataclass(frozen=True, slots=True)
class Way:
    """How one report came by a statement: stations from the mouth to the page, its outlet the last.

    `beside` are the numbers of stations that stand beside the one before them, and did not have it from that.
    """

    statement: int
    stations: tuple[Station, ...]
    beside: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class End:
    """An end of chains, how sure it is that it is one of its own, and the ways that lead there."""

    station: Station
    certainty: Certainty
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a statement: from a station, or from the mouth (`None`), to the next; `ways` go over it."""

    before: str | None
    behind: str
    ways: tuple[Way, ...]


def ends(ways: Sequence[Way]) -> list[End]:
    """The ends of the ways, those of most ways first; a way that leads on to several ends has them all."""
    known = _known(ways)
    earlier = _earlier(ways)
    found: dict[str, list[Way]] = {}
    for way in ways:
        for key in _ends_of(way, earlier):
            found.setdefault(key, []).append(way)
    told = [End(known[key], _CERTAINTY[known[key].kind], tuple(led)) for key, led in found.items()]
    return sorted(told, key=lambda end: (-len(end.ways), end.station.key))


def steps(ways: Sequence[Way]) -> list[Step]:
    """The steps of all ways together, from the mouth to each end and from there to the outlets.

    A station leads on from the mouth only where it had the statement from no other, whichever way tells so.
    """
    found: dict[tuple[str | None, str], list[Way]] = {}
    for end in ends(ways):
        found[None, end.station.key] = [
            way for way in ways if any(station.key == end.station.key for station in way.stations)
        ]
    for way in ways:
        for number, station in enumerate(way.stations):
            for earlier in _before(way, number):
                if earlier.key != station.key:
                    found.setdefault((earlier.key, station.key), []).append(way)
    return [Step(before, behind, tuple(led)) for (before, behind), led in found.items()]


def bounds(found: Sequence[End]) -> tuple[int, int]:
    """How few and how many origins there can be, since reports need not tell all.

    At least those that are named: what tells nothing of its way may have come through one of them. At most each report
    beside these by itself.
    """
    named = sum(end.certainty == "named" for end in found)
    alone = {way.stations[-1].key for end in found if end.certainty != "named" for way in end.ways}
    return max(1, named), max(1, named + len(alone))


def _known(ways: Iterable[Way]) -> dict[str, Station]:
    """All stations by their keys; an outlet that others name as their party is known as one."""
    found: dict[str, Station] = {}
    for way in ways:
        for station in way.stations:
            if station.key not in found or found[station.key].kind == "outlet":
                found[station.key] = station
    return found


def _earlier(ways: Iterable[Way]) -> dict[str, set[str]]:
    """For each station those that it had the statement from, as all ways together tell."""
    found: dict[str, set[str]] = {}
    for way in ways:
        for number, station in enumerate(way.stations):
            before = {earlier.key for earlier in _before(way, number)} - {station.key}
            found.setdefault(station.key, set()).update(before)
    return found


def _before(way: Way, number: int) -> Iterator[Station]:
    """The stations that one of a way had it from: the one before it, and those that stand beside that one."""
    while number in way.beside:
        number -= 1
    for place in range(number - 1, -1, -1):
        yield way.stations[place]
        if place not in way.beside:
            return


def _ends_of(way: Way, earlier: Mapping[str, set[str]]) -> list[str]:
    """The keys of the stations that a way leads to in the end; of a circle, that of the least key."""
    waiting = [way.stations[-1].key]
    seen: set[str] = set()
    found: set[str] = set()
    while waiting:
        key = waiting.pop()
        if key not in seen:
            seen.add(key)
            waiting += earlier[key]
            if not earlier[key]:
                found.add(key)
    return sorted(found) or [min(seen)]
