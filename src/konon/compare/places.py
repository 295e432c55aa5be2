"""Whether two reports mean the same place: by name, by what lies in what, and by how far they lie apart."""

from dataclasses import dataclass
from functools import cache
from math import asin, cos, radians, sin, sqrt
from typing import Literal

from konon import gazetteer
from konon.errors import RegistryError
from konon.gazetteer.folding import key as folded

Agreement = Literal["same", "part", "within", "state", "open", "other"]
# Places of the gazetteer of which it does not know what they lie in are others from so many kilometres on.
_FAR = 100.0
_RADIUS = 6371.0
# In a city of so many people much happens on one day.
_MANY = 1_000_000


@dataclass(frozen=True, slots=True)
class Place:
    """A place as a report names it; `actor` is the same for all its names, `country` ISO 3166-1 alpha-3."""

    actor: int
    name: str
    state: bool = False
    country: str | None = None
    registry: str | None = None

    @property
    def words(self) -> frozenset[str]:
        """The folded words of its name."""
        return frozenset(folded(self.name).split())


def agreement(one: Place, other: Place) -> Agreement:
    """How two places agree.

    `part`: the name of one is in that of the other; `within`: one lies in the other; `state`: one is the state of the
    other; `open`: nothing is known of it; `other`: they can't be one.
    """
    if one.actor == other.actor or _named_alike(one, other):
        return "same"
    if one.country and other.country and one.country != other.country:
        return "other"
    inside = one if _self(other) & set(around(one)) else other if _self(one) & set(around(other)) else None
    if inside is not None:
        return "state" if (other if inside is one else one).state else "within"
    if one.state or other.state:
        return "other" if one.state and other.state else "open"
    if _parted(one, other):
        return "other"
    if one.words <= other.words or other.words <= one.words:
        return "part"
    return "other" if _far(one, other) else "open"


def around(place: Place) -> tuple[str, ...]:
    """The entries of the gazetteer that a place lies in: province, state."""
    found = list(_parents(place.registry)) if place.registry else []
    state = f"state:{place.country}"
    if place.country and not place.state and state not in found:
        found.append(state)
    return tuple(found)


def broad(place: Place) -> bool:
    """Whether a place is so large that several such things happen in it on one day: a province, a great city."""
    if place.state or (place.registry and any(parent.startswith("state:") for parent in _parents(place.registry)[:1])):
        return True
    city = _city(place.name, place.country)
    return city is not None and city.population >= _MANY


def _self(place: Place) -> frozenset[str]:
    found = {place.registry} if place.registry else set()
    if place.state and place.country:
        found.add(f"state:{place.country}")
    return frozenset(found)


def _named_alike(one: Place, other: Place) -> bool:
    if one.registry and other.registry:
        return one.registry == other.registry
    apart = one.country and other.country and one.country != other.country
    return one.state == other.state and folded(one.name) == folded(other.name) and not apart


def _parted(one: Place, other: Place) -> bool:
    """Whether the gazetteer knows of both what they lie in: neither lies in the other then."""
    return bool(one.registry and other.registry and _parents(one.registry) and _parents(other.registry))


def _far(one: Place, other: Place) -> bool:
    left, right = (_city(place.name, place.country) for place in (one, other))
    if left is None or right is None:
        return False
    return _kilometres((left.latitude, left.longitude), (right.latitude, right.longitude)) > _FAR


def _kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The distance of two points on the globe (haversine)."""
    north, east = radians(other[0] - one[0]) / 2, radians(other[1] - one[1]) / 2
    arc = sin(north) ** 2 + cos(radians(one[0])) * cos(radians(other[0])) * sin(east) ** 2
    return 2 * _RADIUS * asin(sqrt(arc))


@cache
def _city(name: str, country: str | None) -> gazetteer.PlaceHit | None:
    found = gazetteer.place(name, near=country)
    return found if found is not None and (country is None or found.country == country) else None


@cache
def _parents(registry: str) -> tuple[str, ...]:
    """The entries that an entry lies in, the nearest first; none where it is none of this gazetteer."""
    try:
        parent = gazetteer.entry(registry).parent
    except RegistryError:
        return ()
    return (parent, *_parents(parent)) if parent else ()
