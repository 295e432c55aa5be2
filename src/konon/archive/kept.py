"""A report that is kept, as derivations get it."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from konon.archive import schema
from konon.archive.rows import unpacked
from konon.record import Record

_KEPT = schema.report.c
_READ = schema.reading.c


@dataclass(frozen=True, slots=True)
class Kept:
    """A report that is kept: its key, that of its present reading, whether it is the newest version, its record."""

    key: int
    reading: int
    newest: bool
    record: Record


def kept(connection: Connection, report: int) -> Kept:
    """A report by its key."""
    wanted = (
        select(_READ.key, _KEPT.newest, _READ.record)
        .join_from(schema.report, schema.reading, _READ.report == _KEPT.key)
        .where(_KEPT.key == report, _READ.record.is_not(None))
    )
    reading, newest, record = connection.execute(wanted).one()
    return Kept(report, reading, newest, unpacked(record))
