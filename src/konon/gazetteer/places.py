"""Cities with their coordinates, from GeoNames; loaded once when first asked for."""

from functools import cache
from importlib import resources

from konon.gazetteer.entry import PlaceHit
from konon.gazetteer.folding import key


def place(name: str, *, near: str | None = None) -> PlaceHit | None:
    """The most populous city of this name, with the others; None where there is none.

    Cities of the country `near` (ISO 3166-1 alpha-3) come before larger ones elsewhere.
    """
    lines = _lines().get(key(name))
    if not lines:
        return None
    hits = sorted((_hit(line) for line in lines), key=lambda hit: (hit.country != near, -hit.population, hit.id))
    best, *others = hits
    return PlaceHit(
        best.id, best.name, best.country, best.latitude, best.longitude, best.population, others=tuple(others)
    )


def _hit(line: str) -> PlaceHit:
    identifier, name, country, latitude, longitude, population, _ = line.split("\t")
    return PlaceHit(f"geonames:{identifier}", name, country, float(latitude), float(longitude), int(population))


@cache
def _lines() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in resources.files("konon.gazetteer").joinpath("cities.tsv").read_text(encoding="utf-8").split("\n"):
        if line and not line.startswith("#"):
            for folded in line.rpartition("\t")[2].split("|"):
                found.setdefault(folded, []).append(line)
    return found
