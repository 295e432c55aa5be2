"""The names and outlets of an archive: their keys, asked for once and remembered."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, func, select, update

from konon.archive import schema
from konon.archive.dialect import Dialect
from konon.archive.keys import parts
from konon.archive.rows import Name
from konon.gazetteer.folding import key as folded

# So many names are remembered with their keys; beyond, all are forgotten and asked for anew.
_REMEMBERED = 300_000
_AT_ONCE = 400
_COLUMNS = ("id", "text", "folded", "kind", "country", "registry")


class Names:
    """The keys of names, those of the archive and new ones; they are remembered once they are kept for good."""

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        self._keys: dict[str, int] = {}

    def keys(self, connection: Connection, names: Iterable[Name]) -> Mapping[str, int]:
        """The keys of names by their ids; those that the archive does not have are added to it."""
        wanted = {name.id: name for name in names}
        # Another thread may forget them meanwhile.
        remembered = self._keys
        # In one order, so that two writers don't wait for each other.
        missing = [wanted[identifier] for identifier in sorted(wanted.keys() - remembered.keys())]
        found = _name_keys(connection, [name.id for name in missing])
        new = [name for name in missing if name.id not in found]
        if new:
            found |= self._added(connection, new)
        return found | {identifier: remembered[identifier] for identifier in wanted.keys() & remembered.keys()}

    def remember(self, keys: Mapping[str, int]) -> None:
        """Remember keys that were given, now that what has them is kept."""
        if len(self._keys) > _REMEMBERED:
            self._keys = {}
        self._keys.update(keys)

    def _added(self, connection: Connection, names: Sequence[Name]) -> dict[str, int]:
        rows = [{**{column: getattr(name, column) for column in _COLUMNS}, "actor": 0} for name in names]
        connection.execute(self._dialect.insert_new(schema.name), rows)
        found = _name_keys(connection, [name.id for name in names])
        found_by = [{"term": term, "name": found[name.id]} for name in names for term in name.found_by]
        if found_by:
            connection.execute(self._dialect.insert_new(schema.name_term), found_by)
        kept, same = schema.name.c, schema.name.alias("same").c
        # Names of one entry of the gazetteer are one actor, known by the first of them.
        first = select(func.min(same.key)).where(same.registry == kept.registry).scalar_subquery()
        for some in parts(found.values(), _AT_ONCE):
            alone = update(schema.name).where(kept.actor == 0, kept.key.in_(some))
            connection.execute(alone.values(actor=func.coalesce(first, kept.key)))
        return found


def outlet_keys(connection: Connection, dialect: Dialect, outlets: Iterable[str | None]) -> Mapping[str | None, int]:
    """The keys of outlets by their names; those that the archive does not have are added to it."""
    forms = {outlet: folded(outlet) for outlet in outlets if outlet is not None}
    found = _outlet_keys(connection, forms.values())
    new = {form: outlet for outlet, form in forms.items() if form not in found}
    if new:
        # In one order, as above.
        rows = [{"folded": form, "name": new[form]} for form in sorted(new)]
        connection.execute(dialect.insert_new(schema.outlet), rows)
        found |= _outlet_keys(connection, new)
    return {outlet: found[form] for outlet, form in forms.items()}


def _outlet_keys(connection: Connection, forms: Iterable[str]) -> dict[str, int]:
    kept, found = schema.outlet.c, dict[str, int]()
    for some in parts(dict.fromkeys(forms), _AT_ONCE):
        found |= dict(connection.execute(select(kept.folded, kept.key).where(kept.folded.in_(some))).all())
    return found


def _name_keys(connection: Connection, identifiers: Iterable[str]) -> dict[str, int]:
    kept, found = schema.name.c, dict[str, int]()
    for some in parts(identifiers, _AT_ONCE):
        found |= dict(connection.execute(select(kept.id, kept.key).where(kept.id.in_(some))).all())
    return found
