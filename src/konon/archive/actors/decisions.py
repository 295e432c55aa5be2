"""Decisions that names are of one actor, or are not: rows that can be taken back, and what actors follow from them.

A decision of a person counts before any other, the latest of several. What Konon decides by itself, or by the
gazetteer, is replaced as reports come, and never put again where a person took it back.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from sqlalchemy import Connection, Row, Select, and_, delete, insert, or_, select, text, update

from konon.archive import schema
from konon.archive.actors import clusters
from konon.archive.dialect import Dialect
from konon.archive.keys import parts
from konon.archive.store import Store
from konon.compare.actors import Reason
from konon.errors import DecisionError
from konon.record import identity

Verdict = Literal["same", "other", "doubtful"]
KONON, GAZETTEER = "konon", "gazetteer"
LOCK = "konon actors"
AUTOMATIC = (KONON, GAZETTEER)
_AT_ONCE = 500
_NAME = schema.name.c
_ROW = schema.actor_decision.c


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Who decided what of two names, when, how sure and why; `withdrawn` is when it was taken back."""

    id: str
    verdict: Verdict
    score: float
    one: str
    one_name: str
    other: str
    other_name: str
    by: str
    at: str
    reasons: tuple[Reason, ...]
    note: str | None
    withdrawn: str | None
    withdrawn_by: str | None


def decide(store: Store, one: str, other: str, *, verdict: Verdict, by: str, note: str | None) -> Decision:
    """Keep a person's decision on two names, by their ids; all that follows from it follows at once."""
    _signed(by)
    with store.write() as connection:
        store.dialect.lock(connection, LOCK)
        pair = _pair(connection, one, other)
        row = made(pair, verdict, by=by, score=1.0, reasons=(Reason("by_hand", 1.0, by, note or ""),))
        row |= {"id": identity("q", *pair, by, row["at"]), "note": note}
        connection.execute(store.dialect.insert_new(schema.actor_decision), row)
        clusters.rebuild(connection, store.dialect, _keys(connection, pair))
        return _told(connection, _rows().where(_ROW.id == row["id"]))[0]


def withdraw(store: Store, decision: str, *, by: str) -> Decision:
    """Take a decision back: what followed from it does not follow any more."""
    _signed(by)
    with store.write() as connection:
        store.dialect.lock(connection, LOCK)
        found = connection.execute(select(_ROW.one, _ROW.other, _ROW.withdrawn).where(_ROW.id == decision)).first()
        if found is None or found.withdrawn:
            what = "is taken back already." if found else "no such decision."
            raise DecisionError(what, subject=decision, remedy="List them: konon resolve --all")
        gone = update(schema.actor_decision).where(_ROW.id == decision).values(withdrawn=now(), withdrawn_by=by)
        connection.execute(gone)
        clusters.rebuild(connection, store.dialect, _keys(connection, (found.one, found.other)))
        return _told(connection, _rows().where(_ROW.id == decision))[0]


def _signed(by: str) -> None:
    if not by.strip() or by in AUTOMATIC:
        raise DecisionError("a decision needs the name of who decides.", subject=by, remedy="Tell yours: --by NAME.")


def doubtful(connection: Connection, size: int) -> list[Decision]:
    """What is for a person to decide, the likeliest first."""
    one, other = schema.name.alias("one"), schema.name.alias("another")
    same = select(one.c.key).join(other, one.c.actor == other.c.actor).where(
        one.c.id == _ROW.one, other.c.id == _ROW.other
    )  # fmt: skip
    row = schema.actor_decision.alias("decided")
    settled = select(row.c.id).where(row.c.one == _ROW.one, row.c.other == _ROW.other, row.c.by.not_in(AUTOMATIC),
                                     row.c.withdrawn.is_(None))  # fmt: skip
    open_ = _ROW.verdict == "doubtful", _ROW.withdrawn.is_(None), ~same.exists(), ~settled.exists()
    return _told(connection, _rows().where(*open_).order_by(_ROW.score.desc(), _ROW.id).limit(size))


def decided(connection: Connection, name: str | None, size: int, *, people: bool = False) -> list[Decision]:
    """All decisions, also those that were taken back, the latest first; of a `name` by its id, or of `people` alone."""
    wanted = _rows().order_by(_ROW.at.desc(), _ROW.id).limit(size)
    if people:
        wanted = wanted.where(text(schema.BY_PEOPLE))
    return _told(connection, wanted.where(or_(_ROW.one == name, _ROW.other == name)) if name else wanted)


def copy(source: Store, target: Store) -> None:
    """Keep all decisions of an archive in another one that has the same names."""
    with source.read() as connection:
        rows = [dict(row) for row in connection.execute(select(schema.actor_decision)).mappings()]
    with target.write() as connection:
        target.dialect.lock(connection, LOCK)
        pairs = {(row["one"], row["other"]) for row in rows}
        known = _known(connection, {name for pair in pairs for name in pair})
        kept = [row for row in rows if row["one"] in known and row["other"] in known]
        for row in kept:
            # Whether it was taken back is told by the archive that it comes from.
            connection.execute(delete(schema.actor_decision).where(_ROW.id == row["id"]))
            connection.execute(insert(schema.actor_decision), row)
        clusters.rebuild(
            connection, target.dialect, [known[name] for row in kept for name in (row["one"], row["other"])]
        )


def put(connection: Connection, dialect: Dialect, row: dict[str, Any] | None, *, pair: tuple[str, str]) -> bool:
    """Put what Konon finds of a pair, or None, into the place of what it found before; whether actors may change."""
    mine = _ROW.one == pair[0], _ROW.other == pair[1], _ROW.by == KONON
    before = connection.execute(select(_ROW.verdict, _ROW.score, _ROW.withdrawn).where(*mine)).first()
    if before and before.withdrawn:
        return False
    if (before and row and (before.verdict, before.score) == (row["verdict"], row["score"])) or not (before or row):
        return False
    connection.execute(delete(schema.actor_decision).where(*mine))
    if row:
        connection.execute(dialect.insert_new(schema.actor_decision), row)
    return "same" in {before.verdict if before else None, row["verdict"] if row else None}


def made(
    pair: tuple[str, str], verdict: Verdict, *, by: str, score: float, reasons: Iterable[Reason]
) -> dict[str, Any]:
    """The row of a decision on two names."""
    return {
        "id": identity("q", *pair, by), "one": pair[0], "other": pair[1], "verdict": verdict, "by": by, "at": now(),
        "score": score, "reasons": json.dumps([asdict(reason) for reason in reasons], ensure_ascii=False),
    }  # fmt: skip


def now() -> str:
    """The present moment, as it is kept."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _pair(connection: Connection, one: str, other: str) -> tuple[str, str]:
    known = _known(connection, {one, other})
    for name in (one, other):
        if name not in known:
            remedy = "Names have ids such as n0123456789ab: konon resolve lists them."
            raise DecisionError("no name of this id.", subject=name, remedy=remedy)
    if one == other:
        raise DecisionError("is one name.", subject=one, remedy="Give the ids of two names.")
    return (one, other) if one < other else (other, one)


def _known(connection: Connection, names: set[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for part in parts(sorted(names), _AT_ONCE):
        found |= dict(connection.execute(select(_NAME.id, _NAME.key).where(_NAME.id.in_(part))).all())
    return found


def _keys(connection: Connection, pair: Sequence[str]) -> list[int]:
    return list(_known(connection, set(pair)).values())


def _rows() -> Select[Any]:
    one, other = schema.name.alias("first"), schema.name.alias("second")
    return (
        select(*schema.actor_decision.c, one.c.text.label("one_name"), other.c.text.label("other_name"))
        .join_from(schema.actor_decision, one, one.c.id == _ROW.one)
        .join(other, and_(other.c.id == _ROW.other))
    )


def _told(connection: Connection, wanted: Select[Any]) -> list[Decision]:
    return [_decision(row) for row in connection.execute(wanted)]


def _decision(row: Row[Any]) -> Decision:
    values = dict(row._mapping)  # noqa: SLF001 - SQLAlchemy's own public name
    values["reasons"] = tuple(Reason(**reason) for reason in json.loads(values["reasons"]))
    return Decision(**values)
