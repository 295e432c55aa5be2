"""Denials as an archive tells them: those of a statement and its other tellings, of a report, or the latest of all."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, and_, or_, select

from konon.archive import schema
from konon.archive.alike import reasons_told
from konon.archive.findings import FoundStatement
from konon.archive.keys import ids_of, key_of, keys_of
from konon.archive.retold import tellers
from konon.archive.rows import unpacked
from konon.archive.search import told_statements
from konon.archive.store import Store
from konon.archive.tellings.clusters import members
from konon.archive.tellings.said import present
from konon.compare.reasons import Reason

_ANSWER = schema.answer.c


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """A denial, rejection or confirmation and what it answers: a statement, or an event of a report.

    `sure` is false for what is only likely; `within` tells that the report itself ties the two; `reports` is how many
    reports tell the answered statement.
    """

    denial: FoundStatement
    answers: FoundStatement | None
    event: str | None
    event_words: str | None
    score: float
    sure: bool
    within: bool
    reports: int
    reasons: tuple[Reason, ...]


def denials(store: Store, of: str | None, report: Callable[[str], int], *, size: int) -> list[Denial]:
    """The denials of a statement or a report, or the latest of all; `report` gives a report's key."""
    with store.read() as connection:
        if of is None:
            return _listed(connection, _ANSWER.denial > 0, size)
        statement = key_of(connection, schema.statement, of)
        if statement is not None:
            return _listed(connection, _of_statement(connection, statement), size)
    key = report(of)
    with store.read() as connection:
        return _listed(connection, _of_report(connection, key), size)


def _of_statement(connection: Connection, statement: int) -> ColumnElement[bool]:
    """What denies or confirms a statement, also as other reports tell it, and what it answers itself."""
    told = members(connection, statement)
    return or_(_ANSWER.denial.in_(told), and_(_ANSWER.part == "statement", _ANSWER.answered.in_(told)))


def _of_report(connection: Connection, report: int) -> ColumnElement[bool]:
    """What the denials of a report answer, and what denies that which it tells."""
    read = schema.reading.c
    present_one = select(read.key).where(read.report == report, read.record.is_not(None))
    span = keys_of(connection.execute(present_one).scalar_one())
    mine = _ANSWER.part.in_(("statement", "event")), _ANSWER.answered.between(*span)
    return or_(_ANSWER.denial.between(*span), and_(*mine))


def _listed(connection: Connection, condition: ColumnElement[bool], size: int) -> list[Denial]:
    """Denials, the latest first, and for each what it answers, the surest first."""
    wanted = (
        select(_ANSWER.denial, _ANSWER.part, _ANSWER.answered, _ANSWER.score, _ANSWER.sure, _ANSWER.reasons)
        .where(condition)
        .order_by(_ANSWER.denial.desc(), _ANSWER.score.desc(), _ANSWER.part, _ANSWER.answered)
        .limit(size)
    )
    rows = connection.execute(wanted).all()
    there = present(connection, (key for row in rows for key in (row.denial, row.answered)))
    rows = [row for row in rows if row.denial in there and (row.part == "event" or row.answered in there)]
    answers = [row.answered for row in rows if row.part == "statement"]
    keys = list(dict.fromkeys([*(row.denial for row in rows), *answers]))
    said = dict(zip(keys, told_statements(connection, keys), strict=True))
    events = {row.answered for row in rows if row.part == "event"}
    ids, words = ids_of(connection, schema.event, events), _words(connection, events)
    telling = tellers(connection, answers)
    return [
        Denial(
            denial=said[row.denial], answers=said[row.answered] if row.part == "statement" else None,
            event=ids[row.answered] if row.part == "event" else None,
            event_words=words[row.answered] if row.part == "event" else None, score=row.score, sure=row.sure,
            within=row.denial // schema.PARTS == row.answered // schema.PARTS,
            reports=telling.get(row.answered, 1) if row.part == "statement" else 1, reasons=reasons_told(row.reasons),
        )
        for row in rows
    ]  # fmt: skip


def _words(connection: Connection, events: Iterable[int]) -> dict[int, str]:
    """The words that tell of events."""
    found: dict[int, str] = {}
    by_reading: dict[int, list[int]] = {}
    for event in sorted(events):
        by_reading.setdefault(event // schema.PARTS, []).append(event)
    read = schema.reading.c
    for reading, listed in by_reading.items():
        record = unpacked(connection.execute(select(read.record).where(read.key == reading)).scalar_one())
        for event in listed:
            trigger = record.events[event % schema.PARTS].trigger
            found[event] = record.quote(trigger.start, trigger.end)
    return found
