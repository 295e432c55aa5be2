"""What people say of denials: that a statement answers another statement or an event, or that it does not."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection

from konon.archive import schema
from konon.archive.decisions import Decisions
from konon.archive.denials.denial_schema import denial_decision
from konon.archive.keys import key_of, parts
from konon.archive.rows import report_id
from konon.errors import ArchiveError, NotKeptError
from konon.record import Event, Record, Statement

Part = Literal["statement", "event"]
# By the tables that they are kept in.
PARTS: tuple[Part, ...] = ("statement", "event")
_AT_ONCE = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class DenialDecision:
    """What somebody said of a statement and what it may answer, by their ids; `withdrawn` is when it was taken back."""

    key: int
    denial: str
    answered: str
    answers: bool
    by: str
    note: str | None
    made: str
    withdrawn: str | None


DECISIONS = Decisions(denial_decision, DenialDecision, pair=("denial", "answered"), verdict="answers",
                      listed="List them: konon denials --decisions")  # fmt: skip


def decide(connection: Connection, denial: str, answered: str, *, answers: bool, by: str, note: str | None) -> int:
    """Keep a decision; gives its number. The last one on a pair holds, before what is found."""
    if denial == answered:
        raise ArchiveError("is one statement.", subject=denial, remedy="Name the denial, and what it answers.")
    if key_of(connection, schema.statement, denial) is None:
        raise NotKeptError("no such statement.", subject=denial, remedy="Find it: konon search WORDS")
    if place(connection, answered) is None:
        raise NotKeptError("no such statement or event.", subject=answered,
                           remedy="Find it: konon search WORDS, or konon events")  # fmt: skip
    row = {"denial": denial, "answered": answered, "answers": answers, "by": by, "note": note}
    return DECISIONS.keep(connection, row)


def place(connection: Connection, answered: str) -> tuple[Part, int] | None:
    """Whether an id is a statement's or an event's, and its key; None where it is not there any more."""
    for part in PARTS:
        key = key_of(connection, schema.metadata.tables[part], answered)
        if key is not None:
            return part, key
    return None


def standing(connection: Connection, record: Record) -> Iterator[tuple[int, Part, int, DenialDecision]]:
    """The decisions on what a report tells that stand, one a pair: the keys of denial and answered, and its part."""
    report = report_id(record.document)
    told: tuple[Statement | Event, ...] = (*record.statements, *record.events)
    ids = [f"{report}/{part.id}" for part in told]
    for decision in _last(DECISIONS.all(connection, some) for some in parts(ids, _AT_ONCE)):
        denial, answered = key_of(connection, schema.statement, decision.denial), place(connection, decision.answered)
        # What is read otherwise by now is none any more.
        if denial is not None and answered is not None:
            yield denial, *answered, decision


def _last(found: Iterable[list[DenialDecision]]) -> Iterable[DenialDecision]:
    decisions = {decision.key: decision for some in found for decision in some if decision.withdrawn is None}
    return {(decisions[key].denial, decisions[key].answered): decisions[key] for key in sorted(decisions)}.values()
