"""Where a named place lies on a map: by a city of its name, or else by what it holds or lies in."""

from dataclasses import dataclass
from functools import cache, lru_cache

from konon.errors import RegistryError
from konon.gazetteer.entry import Entry, PlaceHit
from konon.gazetteer.index import entries, entry
from konon.gazetteer.places import place


@dataclass(frozen=True, slots=True)
class Spot:
    """A point on the globe (WGS 84) that stands for a place.

    `exact` tells that it is the place's own; otherwise it is the largest city of a region, the capital of a state, or
    where the region lies of which the place is known to be a part.
    """

    latitude: float
    longitude: float
    exact: bool


@lru_cache(maxsize=10_000)
def spot(name: str, *, registry: str | None = None, country: str | None = None) -> Spot | None:
    """Where a place is drawn, by its name, its entry and its country (ISO 3166-1 alpha-3); None where it is unknown."""
    owner = _entry(registry)
    if owner is None:
        hit = _city((name,), country)
        return _at(hit, exact=True) if hit else _of(_entry(f"state:{country}"), exact=False)
    return _of(owner, exact=True)


def _of(owner: Entry | None, *, exact: bool) -> Spot | None:
    """Where an entry is drawn: at itself, at its largest city, at its capital, or at what it lies in."""
    if owner is None:
        return None
    # The capital and the seat of a state are names of it too, but no state lies in one point.
    itself = None if owner.kind == "state" else _city(_names(owner, "name"), owner.country)
    inside = itself or _largest(owner.id) or _city(_names(owner, "capital"), owner.country)
    if inside is not None:
        return _at(inside, exact=exact and inside is itself)
    around = _entry(owner.parent or (f"state:{owner.country}" if owner.kind != "state" else None))
    # What belongs to a state on another coast is not drawn at its capital.
    return _of(around, exact=False) if around and around.country == owner.country else None


def _at(hit: PlaceHit, *, exact: bool) -> Spot:
    return Spot(hit.latitude, hit.longitude, exact)


def _names(owner: Entry, use: str) -> tuple[str, ...]:
    names = (owner.name,) if use == "name" else ()
    return (*names, *(alias.text for alias in owner.aliases if alias.use == use))


def _city(names: tuple[str, ...], country: str | None) -> PlaceHit | None:
    """The first city of one of these names; only one of the country, where that is known."""
    hits = (place(name, near=country) for name in names)
    return next((hit for hit in hits if hit and (country is None or hit.country == country)), None)


def _entry(identifier: str | None) -> Entry | None:
    try:
        return entry(identifier) if identifier else None
    except RegistryError:
        return None


@cache
def _cities() -> dict[str, list[PlaceHit]]:
    """The cities that lie in an entry, by its id."""
    found: dict[str, list[PlaceHit]] = {}
    for owner in entries():
        if owner.kind == "place" and owner.parent and not owner.parent.startswith("state:"):
            hit = _city(_names(owner, "name"), owner.country)
            if hit is not None:
                found.setdefault(owner.parent, []).append(hit)
    return found


def _largest(identifier: str) -> PlaceHit | None:
    cities = _cities().get(identifier, ())
    return max(cities, key=lambda hit: (hit.population, hit.id), default=None)
