"""What a report brings along when it is copied from one archive to another."""

from sqlalchemy import select

from konon.archive import schema
from konon.archive.rows import unpacked
from konon.archive.store import Store
from konon.archive.writer import Past
from konon.record import Record

_READ = schema.reading.c


def kept(store: Store, report: int) -> tuple[Record, Past]:
    """The record of a report, when it was added, and who has read it when."""
    with store.read() as connection:
        added = connection.execute(select(schema.report.c.added).where(schema.report.c.key == report)).scalar_one()
        wanted = select(_READ.konon, _READ.made, _READ.record).where(_READ.report == report).order_by(_READ.key)
        readings = connection.execute(wanted).all()
    (present,) = (reading for reading in readings if reading.record is not None)
    earlier = tuple((reading.konon, reading.made) for reading in readings if reading.record is None)
    return unpacked(present.record), Past(added, present.made, earlier)
