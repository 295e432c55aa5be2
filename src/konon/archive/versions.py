"""The versions of a page: when each came, and which versions of Konon have read it."""

from sqlalchemy import Connection, select

from konon.archive import schema
from konon.archive.findings import Version

_KEPT = schema.report.c
_READ = schema.reading.c


def history(connection: Connection, key: int) -> list[Version]:
    """All versions of the page of a report by its key, the oldest first."""
    page = connection.execute(select(_KEPT.page).where(_KEPT.key == key)).scalar_one()
    wanted = (
        select(_KEPT.id, _KEPT.version, _KEPT.added, _KEPT.published, _KEPT.title, _READ.konon, _READ.made)
        .join_from(schema.report, schema.reading, _READ.report == _KEPT.key)
        .where(_KEPT.page == page if page else _KEPT.key == key)
        .order_by(_KEPT.version, _READ.key)
    )
    found: dict[str, Version] = {}
    # A reading that is put anew with what people decided is still that reading.
    rows = dict.fromkeys(map(tuple, connection.execute(wanted)))
    for identifier, version, added, published, title, konon, _ in rows:
        before = found[identifier].konon if identifier in found else ()
        found[identifier] = Version(report=identifier, version=version, added=added, published=published, title=title,
                                    konon=(*before, konon))  # fmt: skip
    return list(found.values())
