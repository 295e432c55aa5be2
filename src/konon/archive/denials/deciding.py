"""People's word on denials; what follows from it follows at once."""

from collections.abc import Iterable

from sqlalchemy import Connection, select

from konon.archive import schema
from konon.archive.denials import decisions
from konon.archive.denials.decisions import DECISIONS, DenialDecision
from konon.archive.denials.deriving import Denials, settle
from konon.archive.dialect import Dialect
from konon.archive.kept import kept
from konon.archive.store import Store

_KEPT = schema.report.c


def decide(store: Store, denial: str, answered: str, *, answers: bool, by: str, note: str | None) -> int:
    """Keep that a statement answers another one or an event, or does not; gives the decision's number."""
    with store.write() as connection:
        store.dialect.lock(connection, f"konon {Denials.name}")
        number = decisions.decide(connection, denial, answered, answers=answers, by=by, note=note)
        _settle(connection, store.dialect, [denial])
    return number


def withdraw(store: Store, decision: int) -> DenialDecision:
    """Take a decision back: what was found holds again, or the decision before."""
    with store.write() as connection:
        store.dialect.lock(connection, f"konon {Denials.name}")
        withdrawn = DECISIONS.withdraw(connection, decision)
        report = _report(connection, withdrawn.denial)
        if report is not None:
            Denials().derive(connection, store.dialect, kept(connection, report))
    return withdrawn


def carry(store: Store, carried: list[DenialDecision]) -> None:
    """Keep decisions of another archive that are not here yet."""
    with store.write() as connection:
        store.dialect.lock(connection, f"konon {Denials.name}")
        DECISIONS.carry(connection, carried)
        _settle(connection, store.dialect, dict.fromkeys(decision.denial for decision in carried))


def _settle(connection: Connection, dialect: Dialect, denials: Iterable[str]) -> None:
    for denial in denials:
        report = _report(connection, denial)
        if report is not None:
            settle(connection, dialect, kept(connection, report).record)


def _report(connection: Connection, statement: str) -> int | None:
    """The key of the report that a statement stands in."""
    report, _, _ = statement.rpartition("/")
    found: int | None = connection.execute(select(_KEPT.key).where(_KEPT.id == report)).scalar()
    return found
