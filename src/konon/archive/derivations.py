"""What follows from many reports together: derived report by report, from what is kept, and again when that changes.

A report that comes, is read anew, or is superseded waits for each derivation; a derivation whose version rises has all
reports waiting. Each report is derived in a transaction of its own, so that what was interrupted goes on where it was.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import Protocol

from sqlalchemy import Connection, delete, func, insert, literal, select

from konon.archive import schema
from konon.archive.actors import Resolution
from konon.archive.denials import Denials
from konon.archive.dialect import Dialect
from konon.archive.events import Happenings
from konon.archive.kept import Kept, kept
from konon.archive.lineage import Reprints
from konon.archive.network import Ties
from konon.archive.store import Store
from konon.archive.tellings import Tellings
from konon.errors import ArchiveError

_AT_ONCE = 50
_WAITING = schema.waiting.c
_KEPT = schema.report.c


class Derivation(Protocol):
    """One kind of thing that follows from reports."""

    name: str
    version: int

    def derive(self, connection: Connection, dialect: Dialect, kept: Kept) -> None:
        """Put what follows from a report being kept into the place of what followed from it before."""
        ...


# In the order in which they are derived: what one needs of another stands behind it.
DERIVATIONS: tuple[Derivation, ...] = (Resolution(), Reprints(), Tellings(), Denials(), Happenings(), Ties())


def await_derivation(connection: Connection, dialect: Dialect, reports: Sequence[int]) -> None:
    """Let these reports wait for all derivations."""
    rows = [{"derivation": derivation.name, "report": report} for derivation in DERIVATIONS for report in reports]
    if rows:
        connection.execute(dialect.insert_new(schema.waiting), rows)


def waiting(store: Store) -> int:
    """How many derivations of reports wait to be done."""
    with store.write() as connection:
        for derivation in DERIVATIONS:
            _renew(connection, store.dialect, derivation)
    with store.read() as connection:
        # Those of another Konon wait for that one.
        known = _WAITING.derivation.in_([derivation.name for derivation in DERIVATIONS])
        return int(connection.execute(select(func.count()).where(known)).scalar_one())


def derive(store: Store, only: Collection[str] = ()) -> Iterator[str]:
    """Do what waits, or only these derivations; gives the name of each derivation of a report once it is kept."""
    names = [derivation.name for derivation in DERIVATIONS]
    if unknown := set(only).difference(names):
        remedy = f"There are {', '.join(names)}."
        raise ArchiveError("no such derivation.", subject=", ".join(sorted(unknown)), remedy=remedy)
    for derivation in DERIVATIONS:
        if only and derivation.name not in only:
            continue
        with store.write() as connection:
            _renew(connection, store.dialect, derivation)
        while reports := _next(store, derivation):
            for report in reports:
                if _derived(store, derivation, report):
                    yield derivation.name


def _renew(connection: Connection, dialect: Dialect, derivation: Derivation) -> None:
    """Let all reports wait where a derivation is new to the archive, or of another version."""
    known = schema.derivation.c
    version = connection.execute(select(known.version).where(known.name == derivation.name)).scalar()
    if version == derivation.version:
        return
    dialect.lock(connection, f"konon {derivation.name}")
    connection.execute(delete(schema.derivation).where(known.name == derivation.name))
    connection.execute(insert(schema.derivation), {"name": derivation.name, "version": derivation.version})
    # SQLite can't tell an `ON CONFLICT` from a join unless the selection has a condition.
    everything = select(literal(derivation.name), _KEPT.key).where(_KEPT.key > 0)
    connection.execute(dialect.insert_new(schema.waiting).from_select(["derivation", "report"], everything))


def _next(store: Store, derivation: Derivation) -> Sequence[int]:
    wanted = (
        select(_WAITING.report)
        .where(_WAITING.derivation == derivation.name)
        .order_by(_WAITING.report)
        .limit(_AT_ONCE)
    )  # fmt: skip
    with store.read() as connection:
        return connection.execute(wanted).scalars().all()


def _derived(store: Store, derivation: Derivation, report: int) -> bool:
    """Derive for one report; false where another process has done so meanwhile."""
    mine = _WAITING.derivation == derivation.name, _WAITING.report == report
    with store.write() as connection:
        store.dialect.lock(connection, f"konon {derivation.name}")
        if not connection.execute(delete(schema.waiting).where(*mine)).rowcount:
            return False
        derivation.derive(connection, store.dialect, kept(connection, report))
    return True
