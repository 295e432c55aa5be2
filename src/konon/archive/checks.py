"""What an archive holds, whether it is sound, and copies of it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Integer, Select, Table, column, distinct, func, select, table

from konon.archive import schema
from konon.archive.findings import Status
from konon.archive.rows import report_id, unpacked
from konon.archive.store import Store
from konon.errors import ArchiveError
from konon.record.check import breaches

_READ = schema.reading.c
_KEPT = schema.report.c
# Tables with a row for each part of a record, and the field of it that they are of.
_PARTS = (
    (schema.entity, "entities"), (schema.statement, "statements"), (schema.event, "events"),
    (schema.number, "counts"), (schema.relation, "relations"),
)  # fmt: skip


def status(store: Store, version: str) -> Status:
    """What an archive holds."""
    with store.read() as connection:
        present = _READ.record.is_not(None)
        older = select(func.count()).where(present, _READ.konon != version) if version else None
        return Status(
            location=store.subject, database=store.dialect.name, revision=schema.HEAD, waiting=(),
            reports=_count(connection, select(func.count()).where(_KEPT.newest.is_(True))),
            versions=_count(connection, select(func.count()).select_from(schema.report)),
            statements=_count(connection, select(func.count()).select_from(schema.statement)),
            events=_count(connection, select(func.count()).select_from(schema.event)),
            counts=_count(connection, select(func.count()).select_from(schema.number)),
            actors=_count(connection, select(func.count(distinct(schema.name.c.actor)))),
            outlets=_count(connection, select(func.count()).select_from(schema.outlet)),
            older=_count(connection, older) if older is not None else 0,
            bytes=store.dialect.bytes_used(connection),
        )  # fmt: skip


def check(store: Store) -> list[str]:
    """What is wrong with an archive, a line each."""
    with store.read() as connection:
        return [*store.dialect.complaints(connection), *_pages(connection), *_reports(connection),
                *_terms(connection)]  # fmt: skip


def backup(store: Store, to: Path) -> Path:
    """A copy of a file's archive in a new file."""
    if store.file is None:
        remedy = "Use pg_dump, or `konon archive copy` into a file."
        raise ArchiveError("only a file can be backed up.", subject=store.subject, remedy=remedy)
    if to.exists():
        raise ArchiveError("is there already.", subject=str(to), remedy="Name a new file.")
    part = to.with_name(f"{to.name}.part")
    try:
        # SQLite's own way: it copies what was there at one moment, while others go on.
        with closing(sqlite3.connect(store.file)) as source, closing(sqlite3.connect(part)) as target:
            source.backup(target)
        part.replace(to)
    except (OSError, sqlite3.Error) as error:
        part.unlink(missing_ok=True)
        raise ArchiveError(f"{error}.", subject=str(to), remedy="Name a file that can be written.") from error
    return to


def _count(connection: Connection, wanted: Select[int]) -> int:
    return int(connection.execute(wanted).scalar_one())


def _pages(connection: Connection) -> Iterator[str]:
    newest = func.sum(_KEPT.newest.cast(Integer))
    wanted = select(_KEPT.page).where(_KEPT.page.is_not(None)).group_by(_KEPT.page).having(newest != 1)
    for page in connection.execute(wanted).scalars():
        yield f"{page}: has not one newest version"


def _reports(connection: Connection) -> Iterator[str]:
    """What is wrong with reports: each has one present reading, with as many rows as its record has parts."""
    wanted = (
        select(_KEPT.key, _KEPT.id, _READ.record)
        .outerjoin_from(schema.report, schema.reading, (_READ.report == _KEPT.key) & _READ.record.is_not(None))
        .order_by(_KEPT.key)
    )
    rows = {field: _per_report(connection, part) for part, field in _PARTS}
    for key, identifier, stored in connection.execute(wanted):
        if stored is None:
            yield f"{identifier}: has no record"
            continue
        record = unpacked(stored)
        yield from (f"{identifier}: {breach}" for breach in breaches(record))
        if report_id(record.document) != identifier:
            yield f"{identifier}: its record is of another report"
        for _, field in _PARTS:
            if rows[field].get(key, 0) != len(getattr(record, field)):
                yield f"{identifier}: {rows[field].get(key, 0)} rows for {len(getattr(record, field))} {field}"


def _per_report(connection: Connection, of: Table) -> dict[int, int]:
    counted = select(of.c.report, func.count()).group_by(of.c.report)
    return dict(connection.execute(counted).all())


def _terms(connection: Connection) -> Iterator[str]:
    """Texts that no search would find."""
    present = select(_READ.key).where(_READ.record.is_not(None))
    for kind, keys in (("report", present), ("statement", select(schema.statement.c.key))):
        index = table(f"{kind}_terms", column("rowid"))
        missing = keys.except_(select(index.c.rowid)).subquery()
        number = _count(connection, select(func.count()).select_from(missing))
        if number:
            yield f"{number} {kind}s are not in the full-text index"
