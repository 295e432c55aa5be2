"""An archive filled with what lineage keeps of reports, without comparing these: a large one would take hours."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from sqlalchemy import Connection, insert

from konon.archive import Archive, schema
from konon.archive.lineage import remember
from konon.archive.store import Store
from konon.archive.terms import stem
from konon.compare.bodies import body_of
from konon.record import Record

_AT_ONCE = 1_000


def fill(archive: Archive, records: Iterable[Record]) -> int:
    """Keep what lineage needs of reports; gives how many there were."""
    number = 0
    # Reports that come before the first derivation would wait for it.
    list(archive.derive())
    with Store(archive.location) as store:
        for some in _parts(records):
            with store.write() as connection:
                for record in some:
                    number += 1
                    remember(connection, _kept(connection, record), body_of(record.document, stem))
    return number


def _kept(connection: Connection, record: Record) -> int:
    document = record.document
    row = {"id": document.id, "document": document.id, "version": 1, "newest": True, "url": document.url,
           "title": document.title, "published": document.published, "day": 0, "language": "id",
           "added": ""}  # fmt: skip
    return int(connection.execute(insert(schema.report).returning(schema.report.c.key), row).scalar_one())


def _parts(records: Iterable[Record]) -> Iterator[Sequence[Record]]:
    rest = iter(records)
    while some := list(islice(rest, _AT_ONCE)):
        yield some
