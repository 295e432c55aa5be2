"""Decisions of people on the parts of records: made, listed, taken back."""

import hashlib
import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Select, select

from konon.archive import schema
from konon.archive.corrections import keeping
from konon.archive.corrections.applying import corrected
from konon.archive.corrections.keeping import DECISIONS, REPORT, Correction, Verdict
from konon.archive.corrections.parts import KINDS, Kind, Part, bundle, named, parts_of
from konon.archive.findings import Page
from konon.archive.rows import unpacked
from konon.archive.store import Store
from konon.archive.writer import Writer
from konon.errors import DecisionError, NotKeptError, QueryError
from konon.record import Record, identity

_SIZE = 50
# So far decisions are counted.
_COUNTED = 1000
_KEPT = schema.report.c
_READ = schema.reading.c
# What was decided: on which part, how, what it was before and is after.
_Decided = tuple[str, Verdict, str | None, str | None]


def digest(part: Part) -> str:
    """What tells whether a part is still as somebody saw it."""
    return hashlib.sha256(part.model_dump_json(exclude={"confidence", "why"}).encode()).hexdigest()[:16]


class Corrections:
    """The decisions of people on the parts of an archive's records.

    Each is put onto the record at once: searches, derivations and exports see it. A report is named by its id, and
    decisions stay with that version of its page.
    """

    def __init__(self, store: Store, writer: Writer) -> None:
        self._store, self._writer = store, writer

    def put(self, report: str, kind: Kind, part: Part, *, by: str, note: str | None = None,
            seen: str | None = None) -> Correction:  # fmt: skip
        """Vouch for a part: as it is, otherwise than it is, or one that is missing, whose id may be empty.

        `seen` is the `digest` of the part that was looked at: DecisionError where it is another one by now, and where
        the part would break what must hold of any record.
        """

        def decide(record: Record) -> _Decided:
            there = parts_of(record).get(part.id)
            if there and seen not in {None, digest(there[1])}:
                remedy = "Look at it again, and decide anew."
                raise DecisionError("somebody has changed it meanwhile.", subject=part.id, remedy=remedy)
            made = part if part.id else part.model_copy(update={"id": _new_id(record, kind, part)})
            before = _json(bundle(record, there[1])) if there else None
            same = there is not None and digest(there[1]) == digest(made)
            verdict: Verdict = "confirmed" if same else "corrected" if there else "added"
            return made.id, verdict, before, _json(bundle(record, made))

        return self._decide(report, kind, decide, by=by, note=note)

    def confirm(
        self, report: str, part: str, *, by: str, note: str | None = None, seen: str | None = None
    ) -> Correction:
        """Vouch for a part as it is; NotKeptError where there is none of this id."""
        kind, found = self._part(report, part)
        return self.put(report, kind, found, by=by, note=note, seen=seen)

    def reject(self, report: str, part: str, *, by: str, note: str | None = None,
               instead: str | None = None) -> Correction:  # fmt: skip
        """Take a part out; of an entity that others name, `instead` is the entity that is meant.

        What a rejected statement told is told by the statement around it, or by the reporter.
        """
        kind, _ = self._part(report, part)

        def decide(record: Record) -> _Decided:
            there = parts_of(record)
            users = [user for user, (_, other) in there.items() if user != part and part in named(other.model_dump())]
            if kind == "entity" and users and instead is None:
                remedy = "Say which one is meant instead, or correct what names it."
                raise DecisionError(
                    f"{len(users)} parts of the record name it.", subject=there[part][1].id, remedy=remedy
                )
            if instead is not None and (instead == part or there.get(instead, ("",))[0] != kind):
                raise DecisionError("can't stand in its place.", subject=instead, remedy=f"Name another {kind}.")
            return part, "rejected", _json(bundle(record, there[part][1])), _json({"instead": instead})

        return self._decide(report, kind, decide, by=by, note=note)

    def check(self, report: str, *, by: str, note: str | None = None) -> Correction:
        """Vouch for the whole record of a report: all in it is right, and nothing is missing."""

        def decide(record: Record) -> _Decided:
            return report, "confirmed", None, record.to_json()

        return self._decide(report, REPORT, decide, by=by, note=note)

    def withdraw(self, key: int, *, by: str) -> Correction:
        """Take a decision back, by its number; the record is then as though it never was."""
        with self._store.read() as connection:
            found = keeping.one(connection, key)
        made: list[Correction] = []
        report, record = self._record(found.report)

        def settled(connection: Connection, _record: Record) -> None:
            made.append(keeping.withdraw(connection, key, by=by))

        self._writer.settle(report, record, settled)
        return made[0]

    def of(self, report: str) -> list[Correction]:
        """All decisions on a report, also those that were taken back, in the order in which they were made."""
        with self._store.read() as connection:
            return keeping.of_report(connection, report)

    def idle(self, report: str) -> dict[int, str]:
        """The decisions on a report that stand and that its present reading leaves no room for, each with why."""
        with self._store.read() as connection:
            decisions = keeping.standing(connection, report)
            if not decisions:
                return {}
            stored = connection.execute(_present(report)).one()
        return dict(corrected(unpacked(stored.unedited or stored.record), decisions).idle)

    def all(self, *, size: int = _SIZE, after: str | None = None) -> Page[Correction]:
        """Decisions on all reports, the latest first; `after` is `next` of the page before."""
        if after is not None and not after.isdigit():
            raise QueryError("is no place in what was found.", subject=after, remedy="Take `next` of the page before.")
        with self._store.read() as connection:
            found = keeping.newest(connection, size=size + 1, after=int(after) if after else None)
            total = keeping.number(connection, _COUNTED + 1)
        following = str(found[size - 1].key) if len(found) > size else None
        return Page(tuple(found[:size]), min(total, _COUNTED), following, exact=total <= _COUNTED)

    def reports(self, *, checked: bool = True) -> list[str]:
        """The ids of reports of which somebody vouches for the whole, or else for anything."""
        with self._store.read() as connection:
            return list(keeping.reports(connection, checked=checked))

    def carry(self, other: "Corrections") -> None:
        """Keep all decisions of this archive in another one that has its reports, and put them onto these."""
        with self._store.read() as connection:
            mine = DECISIONS.all(connection)
        with other._store.write() as connection:  # noqa: SLF001 - of the same class
            new = DECISIONS.carry(connection, mine)
        for report in dict.fromkeys(each.report for each in new):
            key, record = other._record(report)  # noqa: SLF001 - as above
            other._writer.settle(key, record, lambda _connection, _record: None)  # noqa: SLF001

    def _decide(self, report: str, kind: str, decide: Callable[[Record], _Decided],
                *, by: str, note: str | None) -> Correction:  # fmt: skip
        if not by.strip():
            raise DecisionError("a decision needs a name.", subject=report, remedy="Say who decides.")
        made: list[Correction] = []

        def settled(connection: Connection, record: Record) -> None:
            before = keeping.standing(connection, report)
            present = corrected(record, before).record
            part, verdict, old, new = decide(present)
            row = {"report": report, "kind": kind, "part": part, "verdict": verdict, "before": old, "after": new,
                   "by": by.strip(), "note": note or None, "made": _now()}  # fmt: skip
            key = DECISIONS.keep(connection, row)
            made.extend(each for each in keeping.standing(connection, report) if each.key == key)
            settled = {each.part for each in before}
            if key in (idle := corrected(present, made, settled=settled).idle):
                raise DecisionError(
                    f"would break the record: {idle[key]}.", subject=part, remedy="Correct what is told."
                )

        key, record = self._record(report)
        self._writer.settle(key, record, settled)
        return made[0]

    def _part(self, report: str, part: str) -> tuple[Kind, Part]:
        found = parts_of(self._record(report)[1]).get(part)
        if found is None:
            raise NotKeptError("no such part.", subject=f"{report}/{part}", remedy="Look at the report again.")
        return found

    def _record(self, report: str) -> tuple[int, Record]:
        with self._store.read() as connection:
            found = connection.execute(_present(report)).first()
        if found is None:
            raise NotKeptError("no such report.", subject=report, remedy="Find it: konon search WORDS --in reports")
        return found.key, unpacked(found.record)


def _new_id(record: Record, kind: Kind, part: Part) -> str:
    """An id for a part that a person adds, made from its content."""
    there, number = parts_of(record), 1
    content = part.model_dump_json(exclude={"id", "confidence", "why"})
    while (made := identity(KINDS[kind][2], record.document.id, "added", content, number)) in there:
        number += 1
    return made


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _now() -> str:
    # One person can decide twice on a part within a second.
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _present(report: str) -> Select[Any]:
    return (
        select(_KEPT.key, _READ.record, _READ.unedited)
        .join_from(schema.report, schema.reading, _READ.report == _KEPT.key)
        .where(_KEPT.id == report, _READ.record.is_not(None))
    )
