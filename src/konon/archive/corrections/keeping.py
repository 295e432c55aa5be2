"""Decisions on parts of records, as rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, func, select, update

from konon.archive.corrections.correction_schema import correction
from konon.archive.decisions import Decisions
from konon.errors import DecisionError, NotKeptError

# The kind of a decision on a whole record: all in it is right, and nothing is missing.
REPORT = "report"
Verdict = Literal["confirmed", "corrected", "rejected", "added"]
LISTED = "They are listed in the explorer: konon explore"
_ROW = correction.c


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What somebody decided on a part of a report's record; `before` and `after` are that part as JSON.

    `kind` is `entity`, `statement`, `event`, `count`, `relation`, or `report` for the whole record; `part` its id.
    """

    key: int
    report: str
    kind: str
    part: str
    verdict: Verdict
    before: str | None
    after: str | None
    by: str
    note: str | None
    made: str
    withdrawn: str | None
    withdrawn_by: str | None


DECISIONS = Decisions(correction, Correction, listed=LISTED, pair=("report", "part"), verdict="verdict")


def standing(connection: Connection, report: str) -> list[Correction]:
    """The decisions on a report that were not taken back, in the order in which they were made."""
    return [decision for decision in of_report(connection, report) if decision.withdrawn is None]


def of_report(connection: Connection, report: str) -> list[Correction]:
    """All decisions on a report, also those that were taken back, in the order in which they were made."""
    wanted = select(correction).where(_ROW.report == report).order_by(_ROW.key)
    return [Correction(**row) for row in connection.execute(wanted).mappings()]


def newest(connection: Connection, *, size: int, after: int | None) -> list[Correction]:
    """Decisions on all reports, the latest first, from behind the one with number `after`."""
    wanted = select(correction).order_by(_ROW.key.desc()).limit(size)
    if after is not None:
        wanted = wanted.where(_ROW.key < after)
    return [Correction(**row) for row in connection.execute(wanted).mappings()]


def number(connection: Connection, most: int) -> int:
    """How many decisions there are, counted up to `most`."""
    some = select(_ROW.key).limit(most).subquery()
    return int(connection.execute(select(func.count()).select_from(some)).scalar_one())


def one(connection: Connection, key: int) -> Correction:
    """A decision by its number; NotKeptError where there is none."""
    found = connection.execute(select(correction).where(_ROW.key == key)).mappings().first()
    if found is None:
        raise NotKeptError("no such decision.", subject=str(key), remedy=LISTED)
    return Correction(**found)


def reports(connection: Connection, *, checked: bool) -> Sequence[str]:
    """The ids of reports with decisions that stand; with `checked` those of which somebody vouches for the whole."""
    wanted = select(_ROW.report, _ROW.key).where(_ROW.withdrawn.is_(None)).order_by(_ROW.key)
    if checked:
        wanted = wanted.where(_ROW.kind == REPORT)
    return list(dict.fromkeys(row.report for row in connection.execute(wanted)))


def withdraw(connection: Connection, key: int, *, by: str) -> Correction:
    """Take a decision back; DecisionError where none stands, or where a later one on the same part does."""
    found = one(connection, key)
    same = _ROW.report == found.report, _ROW.part == found.part, _ROW.withdrawn.is_(None)
    later = connection.execute(select(_ROW.key).where(*same, _ROW.key > key).order_by(_ROW.key.desc())).scalar()
    if later is not None and found.withdrawn is None:
        remedy = f"Take that one back first: {later}."
        raise DecisionError("a later decision on the same part stands.", subject=str(key), remedy=remedy)
    DECISIONS.withdraw(connection, key)
    connection.execute(update(correction).where(_ROW.key == key).values(withdrawn_by=by))
    return one(connection, key)
