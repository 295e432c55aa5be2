"""A report that is kept, as derivations get it."""

from dataclasses import dataclass

from konon.record import Record


@dataclass(frozen=True, slots=True)
class Kept:
    """A report that is kept: its key, that of its present reading, whether it is the newest version, its record."""

    key: int
    reading: int
    newest: bool
    record: Record
