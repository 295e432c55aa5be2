"""Records into the archive: each in one transaction, kept whole or not at all."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from sqlalchemy import Connection, Table, func, insert, select, update

from konon.archive import days, schema
from konon.archive.derivations import await_derivation
from konon.archive.rows import Frame, Name, names_of, packed, page_of, report_id, rows_of
from konon.archive.store import Store
from konon.gazetteer.folding import key as folded
from konon.record import Document, Record

Outcome = Literal["new", "version", "same"]
# So many names are remembered with their keys; beyond, all are forgotten and asked for anew.
_REMEMBERED = 300_000
# Tables of a reading's parts, and the column that holds the part's key; children before what they belong to.
_PARTS = (
    (schema.relation, "key"), (schema.number, "key"), (schema.party, "event"), (schema.event, "key"),
    (schema.link, "statement"), (schema.wording, "statement"), (schema.statement, "key"), (schema.entity, "key"),
)  # fmt: skip
_ORDER = (
    schema.entity, schema.statement, schema.wording, schema.about, schema.link, schema.event, schema.party,
    schema.number, schema.relation,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Past:
    """When a report was added and read, and the earlier readings of it: by which Konon, and when."""

    added: str
    made: str
    earlier: tuple[tuple[str, str], ...] = ()

    @classmethod
    def now(cls) -> "Past":
        """That of a report that comes now."""
        return cls(_now(), _now())


class Writer:
    """Writes records; it remembers the keys of names, once they are kept for good."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._keys: dict[str, int] = {}

    def add(self, record: Record, *, past: Past | None = None) -> tuple[str, Outcome]:
        """The report's id, and whether it is new, a new version of its page, or was there already.

        A report that comes from another archive brings its `past`.
        """
        past = past or Past.now()
        document = record.document
        identifier, page = report_id(document), page_of(document.url)
        with self._store.write() as connection:
            self._store.dialect.lock(connection, page or identifier)
            if connection.execute(select(schema.report.c.key).where(schema.report.c.id == identifier)).first():
                return identifier, "same"
            earlier = self._supersede(connection, page)
            version = len(earlier) + 1
            outlet = self._outlet(connection, document.outlet)
            key = self._report(connection, document, identifier=identifier, version=version, outlet=outlet,
                               added=past.added)  # fmt: skip
            if past.earlier:
                rows = [{"report": key, "konon": konon, "made": made} for konon, made in past.earlier]
                connection.execute(insert(schema.reading), rows)
            learnt = self._reading(connection, record, report=key, outlet=outlet, newest=True, made=past.made)
            await_derivation(connection, self._store.dialect, [*earlier, key])
        self._remember(learnt)
        return identifier, "new" if version == 1 else "version"

    def replace(self, report: int, record: Record) -> None:
        """Put another reading into the place of a report's present one, of which only the version of Konon stays."""
        present = schema.reading.c.report == report, schema.reading.c.record.is_not(None)
        with self._store.write() as connection:
            self._store.dialect.lock(connection, page_of(record.document.url) or report_id(record.document))
            kept = schema.report.c
            newest, outlet = connection.execute(select(kept.newest, kept.outlet).where(kept.key == report)).one()
            for old in connection.execute(select(schema.reading.c.key).where(*present)).scalars().all():
                self._drop(connection, old)
            learnt = self._reading(connection, record, report=report, outlet=outlet, newest=newest)
            await_derivation(connection, self._store.dialect, [report])
        self._remember(learnt)

    def _supersede(self, connection: Connection, page: str | None) -> Sequence[int]:
        """The earlier versions of the page, which are not the newest any more."""
        if page is None:
            return []
        kept = schema.report.c
        earlier = connection.execute(select(kept.key).where(kept.page == page)).scalars().all()
        if earlier:
            connection.execute(update(schema.report).where(kept.key.in_(earlier)).values(newest=False))
            said = schema.statement.c
            connection.execute(update(schema.statement).where(said.report.in_(earlier)).values(newest=False))
        return earlier

    def _report(self, connection: Connection, document: Document, *, identifier: str, version: int,
                outlet: int | None, added: str) -> int:  # fmt: skip
        row = {
            "id": identifier, "document": document.id, "page": page_of(document.url), "version": version,
            "newest": True, "url": document.url, "outlet": outlet, "title": document.title,
            "published": document.published, "day": days.day_of(document.published), "language": document.language,
            "added": added,
        }  # fmt: skip
        return _key(connection, schema.report, row)

    def _outlet(self, connection: Connection, outlet: str | None) -> int | None:
        if outlet is None:
            return None
        words, kept = folded(outlet), schema.outlet.c
        wanted = select(kept.key).where(kept.folded == words)
        found: int | None = connection.execute(wanted).scalar()
        if found is None:
            connection.execute(self._store.dialect.insert_new(schema.outlet), {"folded": words, "name": outlet})
            found = int(connection.execute(wanted).scalar_one())
        return found

    def _reading(self, connection: Connection, record: Record, *, report: int, outlet: int | None,
                 newest: bool, made: str | None = None) -> dict[str, int]:  # fmt: skip
        row = {"report": report, "konon": record.konon, "made": made or _now(), "record": packed(record)}
        key = _key(connection, schema.reading, row)
        names = names_of(record)
        learnt = self._names(connection, names.values())
        known = {entity: self._keys.get(name.id) or learnt[name.id] for entity, name in names.items()}
        frame = Frame(first=key * schema.PARTS, names=known, report=report, outlet=outlet, newest=newest,
                      day=days.day_of(record.document.published))  # fmt: skip
        rows = rows_of(record, frame)
        for table in _ORDER:
            if rows.tables.get(table.name):
                connection.execute(insert(table), rows.tables[table.name])
        self._store.dialect.write_terms(connection, "report", rows.report)
        if rows.statements:
            self._store.dialect.write_terms(connection, "statement", rows.statements)
        return learnt

    def _names(self, connection: Connection, names: Iterable[Name]) -> dict[str, int]:
        """The keys of the names that are not remembered; those that the archive does not have are added to it."""
        # In one order, so that two writers don't wait for each other.
        missing = {name.id: name for name in sorted(names, key=lambda name: name.id) if name.id not in self._keys}
        if not missing:
            return {}
        found = _name_keys(connection, list(missing))
        new = [name for name in missing.values() if name.id not in found]
        if new:
            found |= self._new_names(connection, new)
        return found

    def _new_names(self, connection: Connection, names: Sequence[Name]) -> dict[str, int]:
        columns = ("id", "text", "folded", "kind", "country", "registry")
        rows = [{**{column: getattr(name, column) for column in columns}, "actor": 0} for name in names]
        connection.execute(self._store.dialect.insert_new(schema.name), rows)
        found = _name_keys(connection, [name.id for name in names])
        found_by = [{"term": term, "name": found[name.id]} for name in names for term in name.found_by]
        if found_by:
            connection.execute(self._store.dialect.insert_new(schema.name_term), found_by)
        kept, same = schema.name.c, schema.name.alias("same").c
        # Names of one entry of the gazetteer are one actor, known by the first of them.
        first = select(func.min(same.key)).where(same.registry == kept.registry).scalar_subquery()
        alone = kept.actor == 0, kept.key.in_(list(found.values()))
        connection.execute(update(schema.name).where(*alone).values(actor=func.coalesce(first, kept.key)))
        return found

    def _drop(self, connection: Connection, reading: int) -> None:
        first = reading * schema.PARTS
        last = first + schema.PARTS - 1
        _drop_about(connection, first, last)
        for table, column in _PARTS:
            connection.execute(table.delete().where(table.c[column].between(first, last)))
        self._store.dialect.drop_terms(connection, "statement", first, last)
        self._store.dialect.drop_terms(connection, "report", reading, reading)
        connection.execute(update(schema.reading).where(schema.reading.c.key == reading).values(record=None))

    def _remember(self, learnt: dict[str, int]) -> None:
        if len(self._keys) > _REMEMBERED:
            self._keys.clear()
        self._keys |= learnt


def _drop_about(connection: Connection, first: int, last: int) -> None:
    """Take out what a reading's statements are about, by the names of its entities: that is how it is indexed."""
    names = select(schema.entity.c.name).where(schema.entity.c.key.between(first, last))
    kept = schema.about.c
    connection.execute(schema.about.delete().where(kept.name.in_(names), kept.statement.between(first, last)))


def _name_keys(connection: Connection, identifiers: Sequence[str]) -> dict[str, int]:
    kept = schema.name.c
    found = connection.execute(select(kept.id, kept.key).where(kept.id.in_(identifiers)))
    return dict(found.all())


def _key(connection: Connection, table: Table, row: Mapping[str, object]) -> int:
    return int(connection.execute(insert(table).returning(table.c.key), row).scalar_one())


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
