"""Records into the archive: one or several in a transaction, which is kept whole or not at all."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import chain
from typing import Literal

from sqlalchemy import Connection, Table, insert, select, update

from konon.archive import days, schema
from konon.archive.corrections import keeping
from konon.archive.corrections.applying import corrected
from konon.archive.derivations import await_derivation
from konon.archive.keys import parts
from konon.archive.names import Names, outlet_keys
from konon.archive.rows import Frame, Name, Rows, names_of, packed, page_of, report_id, rows_of, unpacked
from konon.archive.store import Store
from konon.record import Record

Outcome = Literal["new", "version", "same"]
_AT_ONCE = 400
_KEPT = schema.report.c
_READ = schema.reading.c
# Tables of a reading's parts, and the column that holds the part's key; children before what they belong to.
_PARTS = (
    (schema.relation, "key"), (schema.number, "key"), (schema.party, "event"), (schema.event, "key"),
    (schema.link, "statement"), (schema.wording, "statement"), (schema.statement, "key"), (schema.entity, "key"),
)  # fmt: skip
_ORDER = {
    table.name: insert(table) for table in (
        schema.entity, schema.statement, schema.wording, schema.about, schema.link, schema.event, schema.party,
        schema.number, schema.relation,
    )
}  # fmt: skip


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


@dataclass(frozen=True, slots=True)
class _Coming:
    """A report that comes: its record and past, its id, its page, and the names of its entities."""

    record: Record
    past: Past
    id: str
    page: str | None
    names: Mapping[str, Name] = field(repr=False)

    @classmethod
    def of(cls, record: Record, past: Past | None) -> "_Coming":
        return cls(record, past or Past.now(), report_id(record.document), page_of(record.document.url),
                   names_of(record))  # fmt: skip

    @property
    def place(self) -> str:
        """What no other writer may write on meanwhile."""
        return self.page or self.id


@dataclass(frozen=True, slots=True)
class _Reading:
    """A reading of a report that is kept: what its rows need to know of the report.

    `unedited` is what Konon itself read, where people's decisions made another record of it.
    """

    coming: _Coming
    report: int
    outlet: int | None
    newest: bool = True
    unedited: Record | None = None


class Writer:
    """Writes records; it remembers the keys of names, once they are kept for good."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._names = Names(store.dialect)

    def add(self, records: Iterable[tuple[Record, Past | None]]) -> list[tuple[str, Outcome]]:
        """Keep records, all or none; gives each report's id, and whether it is new, a new version, or was there.

        A report that comes from another archive brings its past.
        """
        coming = [_Coming.of(record, past) for record, past in records]
        outcomes: dict[str, Outcome] = {}
        with self._store.write() as connection:
            self._store.dialect.lock(connection, *{one.place for one in coming})
            there = _there(connection, [one.id for one in coming])
            fresh = {one.id: one for one in coming if one.id not in there}.values()
            # Before anything of a report: then all writers take names in one order, and none waits for another that
            # waits for it.
            outlets = outlet_keys(connection, self._store.dialect, (one.record.document.outlet for one in fresh))
            names = self._names.keys(connection, chain.from_iterable(one.names.values() for one in fresh))
            for some in _each_page_once(fresh):
                outcomes |= self._keep(connection, some, outlets=outlets, names=names)
        self._names.remember(names)
        # One that comes twice is new but once.
        return [(one.id, outcomes.pop(one.id, "same")) for one in coming]

    def replace(self, report: int, record: Record) -> None:
        """Put another reading into the place of a report's present one, of which only the version of Konon stays.

        What people decided on the report is put onto it.
        """
        with self._store.write() as connection:
            self._store.dialect.lock(connection, _place(record))
            names = self._put(connection, report, record, Past.now())
        self._names.remember(names)

    def settle(self, report: int, present: Record, decide: Callable[[Connection, Record], None]) -> None:
        """Let somebody decide on a report, and put all that was decided onto what Konon itself read of it.

        `present` is a record of the report, by which it is known.
        """
        with self._store.write() as connection:
            self._store.dialect.lock(connection, _place(present))
            wanted = select(_READ.record, _READ.unedited, _READ.made)
            found = connection.execute(wanted.where(_READ.report == report, _READ.record.is_not(None)))
            stored, unedited, made = found.one()
            record = unpacked(unedited or stored)
            decide(connection, record)
            names = self._put(connection, report, record, Past(made, made))
        self._names.remember(names)

    def _put(self, connection: Connection, report: int, record: Record, past: Past) -> Mapping[str, int]:
        """Put a reading, with what people decided, into the place of the present one; gives the keys of its names."""
        newest, outlet = connection.execute(select(_KEPT.newest, _KEPT.outlet).where(_KEPT.key == report)).one()
        present = _READ.report == report, _READ.record.is_not(None)
        for old in connection.execute(select(_READ.key).where(*present)).scalars().all():
            self._drop(connection, old)
        # A report that is new has no decisions yet, so that adding need not look for any.
        decided = keeping.standing(connection, report_id(record.document))
        coming = _Coming.of(corrected(record, decided).record if decided else record, past)
        names = self._names.keys(connection, coming.names.values())
        self._read(connection, [_Reading(coming, report, outlet, newest, record if decided else None)], names)
        await_derivation(connection, self._store.dialect, [report])
        return names

    def _keep(self, connection: Connection, coming: Sequence[_Coming], *, outlets: Mapping[str | None, int],
              names: Mapping[str, int]) -> dict[str, Outcome]:  # fmt: skip
        """Keep reports of distinct pages, none of which is there; tells whether each is a new one or a version."""
        earlier = _supersede(connection, [one.page for one in coming if one.page])
        before = [earlier.get(one.page or "", ()) for one in coming]
        rows = [_report(one, version=len(versions) + 1, outlet=outlets.get(one.record.document.outlet))
                for one, versions in zip(coming, before, strict=True)]  # fmt: skip
        keys = _keys(connection, schema.report, rows)
        read = [{"report": key, "konon": konon, "made": made} for key, one in zip(keys, coming, strict=True)
                for konon, made in one.past.earlier]  # fmt: skip
        if read:
            connection.execute(insert(schema.reading), read)
        readings = [_Reading(one, key, outlets.get(one.record.document.outlet))
                    for one, key in zip(coming, keys, strict=True)]  # fmt: skip
        self._read(connection, readings, names)
        await_derivation(connection, self._store.dialect, [*chain.from_iterable(before), *keys])
        return {one.id: "version" if versions else "new" for one, versions in zip(coming, before, strict=True)}

    def _read(self, connection: Connection, readings: Sequence[_Reading], names: Mapping[str, int]) -> None:
        stored = [{"report": read.report, "konon": read.coming.record.konon, "made": read.coming.past.made,
                   "record": packed(read.coming.record), "unedited": packed(read.unedited) if read.unedited else None}
                  for read in readings]  # fmt: skip
        rows = Rows()
        for read, key in zip(readings, _keys(connection, schema.reading, stored), strict=True):
            record = read.coming.record
            known = {entity: names[name.id] for entity, name in read.coming.names.items()}
            frame = Frame(first=key * schema.PARTS, names=known, report=read.report, outlet=read.outlet,
                          newest=read.newest, day=days.day_of(record.document.published))  # fmt: skip
            rows_of(record, frame, rows)
        for table, into in _ORDER.items():
            if rows.tables.get(table):
                connection.execute(into, rows.tables[table])
        for kind, texts in (("report", rows.report), ("statement", rows.statements)):
            if texts:
                self._store.dialect.write_terms(connection, kind, texts)

    def _drop(self, connection: Connection, reading: int) -> None:
        first = reading * schema.PARTS
        last = first + schema.PARTS - 1
        _drop_about(connection, first, last)
        for table, column in _PARTS:
            connection.execute(table.delete().where(table.c[column].between(first, last)))
        self._store.dialect.drop_terms(connection, "statement", first, last)
        self._store.dialect.drop_terms(connection, "report", reading, reading)
        connection.execute(update(schema.reading).where(_READ.key == reading).values(record=None, unedited=None))


def _place(record: Record) -> str:
    """What no other writer may write on meanwhile."""
    return page_of(record.document.url) or report_id(record.document)


def _there(connection: Connection, identifiers: Sequence[str]) -> set[str]:
    """Which of these reports are kept."""
    return {found for some in parts(identifiers, _AT_ONCE)
            for found in connection.execute(select(_KEPT.id).where(_KEPT.id.in_(some))).scalars()}  # fmt: skip


def _each_page_once(coming: Iterable[_Coming]) -> Iterator[Sequence[_Coming]]:
    """The reports in their order, parted where a page comes again: its versions are kept one after the other."""
    some: dict[str, _Coming] = {}
    for one in coming:
        if one.place in some:
            yield list(some.values())
            some = {}
        some[one.place] = one
    if some:
        yield list(some.values())


def _supersede(connection: Connection, pages: Sequence[str]) -> Mapping[str, Sequence[int]]:
    """The earlier versions of pages, which are not the newest any more."""
    earlier: dict[str, list[int]] = {}
    for some in parts(pages, _AT_ONCE):
        for page, key in connection.execute(select(_KEPT.page, _KEPT.key).where(_KEPT.page.in_(some))):
            earlier.setdefault(page, []).append(key)
    for old in parts(chain.from_iterable(earlier.values()), _AT_ONCE):
        connection.execute(update(schema.report).where(_KEPT.key.in_(old)).values(newest=False))
        said = schema.statement.c.report.in_(old)
        connection.execute(update(schema.statement).where(said).values(newest=False))
    return earlier


def _report(coming: _Coming, *, version: int, outlet: int | None) -> dict[str, object]:
    document = coming.record.document
    return {
        "id": coming.id, "document": document.id, "page": coming.page, "version": version, "newest": True,
        "url": document.url, "outlet": outlet, "title": document.title, "published": document.published,
        "day": days.day_of(document.published), "language": document.language, "added": coming.past.added,
    }  # fmt: skip


def _drop_about(connection: Connection, first: int, last: int) -> None:
    """Take out what a reading's statements are about, by the names of its entities: that is how it is indexed."""
    names = select(schema.entity.c.name).where(schema.entity.c.key.between(first, last))
    kept = schema.about.c
    connection.execute(schema.about.delete().where(kept.name.in_(names), kept.statement.between(first, last)))


def _keys(connection: Connection, table: Table, rows: Sequence[Mapping[str, object]]) -> Sequence[int]:
    """Insert rows that get their keys by the database; gives these in the order of the rows."""
    wanted = insert(table).returning(table.c.key, sort_by_parameter_order=True)
    return connection.execute(wanted, rows).scalars().all()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
