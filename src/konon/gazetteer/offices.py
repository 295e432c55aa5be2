"""The offices that many states, provinces and cities have alike, made from their patterns in `offices.toml`."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from konon.errors import TableError
from konon.gazetteer.entry import Alias
from konon.gazetteer.folding import key
from konon.gazetteer.rows import Row, aliases

Table = Mapping[str, Any]
_FIELDS = frozenset({"of", "forms", "except", "inside", "parent", "shared"})


def with_offices(found: list[Row], table: Table) -> list[Row]:
    """The rows with those of the offices; a row that bears an office's name already gets the office's other names."""
    owners = {
        key(alias.text): row for row in found if row.kind == "organization" for alias in row.aliases if not alias.risky
    }
    made: dict[str, Row] = {}
    added: list[Row] = []
    places = [key(alias.text) for row in found if row.kind == "place" for alias in row.aliases]
    for office in _offices(table, places):
        known = next((owners[key(alias.text)] for alias in office.aliases if key(alias.text) in owners), None)
        made[office.id] = known or office
        if known is None:
            inside = made.get(office.parent)
            office.parent = inside.id if inside else office.parent
            added.append(office)
        else:
            _complete(known, office.aliases, owners)
    return [*found, *added]


def _complete(row: Row, names: Iterable[Alias], owners: Mapping[str, Row]) -> None:
    borne = {key(alias.text) for alias in row.aliases}
    row.aliases += [alias for alias in names if key(alias.text) not in borne and key(alias.text) not in owners]


def _offices(table: Table, places: list[str]) -> Iterator[Row]:
    for short, office in table.get("office", {}).items():
        wrong = set(office) - _FIELDS
        areas = table["area"].get(office["of"])
        if wrong or areas is None:
            raise TableError(f"office {short} has unknown fields or areas", subject="offices.toml")
        for code, all_names in areas.items():
            names = all_names
            if office.get("shared"):
                names = [name for name in all_names if not any(place.startswith(f"{key(name)} ") for place in places)]
            if names and code not in office.get("except", ()):
                yield _office(short, office, code, names, source=table["source"])


def _office(short: str, office: Table, code: str, names: list[str], *, source: str) -> Row:
    state = office["of"] == "state"
    identifier = f"org:{short}-{code.lower()}"
    parent = f"org:{office['inside']}-{code.lower()}" if "inside" in office else office.get("parent", "")
    texts = [form.replace("{}", name) for form in office["forms"] for name in names]
    row = Row(identifier, "organization", texts[0], code if state else "IDN", parent, source)
    row.aliases = aliases({"name": texts[0], "aliases": texts[1:]})
    return row
