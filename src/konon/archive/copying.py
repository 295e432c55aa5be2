"""What a report brings along when it is copied from one archive to another."""

from sqlalchemy import select

from konon.archive import schema
from konon.archive.rows import unpacked
from konon.archive.store import Store
from konon.archive.writer import Past
from konon.record import Record

_READ = schema.reading.c


def kept(store: Store, report: int) -> tuple[Record, Past]:
    """The record of a report as Konon itself read it, when it was added, and who has read it when."""
    with store.read() as connection:
        added = connection.execute(select(schema.report.c.added).where(schema.report.c.key == report)).scalar_one()
        wanted = (
            select(_READ.konon, _READ.made, _READ.record, _READ.unedited)
            .where(_READ.report == report)
            .order_by(_READ.key)
        )
        readings = connection.execute(wanted).all()
    (present,) = (reading for reading in readings if reading.record is not None)
    # What is put anew for each decision counts as one reading: that by Konon.
    read = dict.fromkeys((reading.konon, reading.made) for reading in readings)
    earlier = tuple(each for each in read if each != (present.konon, present.made))
    return unpacked(present.unedited or present.record), Past(added, present.made, earlier)
