"""Which reports have one text underneath: found as they come, by traces that reworded copies share.

A trace is remembered for so many reports and no more, so that one of a text that everybody prints costs no more than
another; who came first is found by all who come later.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, delete, insert, or_, select

from konon.archive import schema
from konon.archive.dialect import Dialect
from konon.archive.kept import Kept
from konon.archive.lineage import lineage_schema
from konon.archive.lineage.firsts import count
from konon.archive.terms import stem
from konon.compare.bodies import Body, body_of
from konon.compare.credits import credits_of
from konon.compare.directions import Printing, direction
from konon.compare.reasons import Reason
from konon.compare.reprints import Overlap, overlap
from konon.compare.traces import traces_of

# How many reports a trace is remembered for, and how many are compared sentence by sentence.
_REMEMBERED, _COMPARED = 40, 20
# A single trace in common is mostly a sentence that many reports have.
_FEWEST = 2
# Databases take only so many values at once.
_AT_ONCE = 400
_BODY, _TRACE, _REPRINT = lineage_schema.body.c, lineage_schema.trace.c, lineage_schema.reprint.c


@dataclass(frozen=True, slots=True)
class _Other:
    """A report that may have the same text: its key, body, and what tells where it is from."""

    key: int
    body: Body
    printing: Printing


class Reprints:
    """Pairs of reports with one text underneath, who has it from whom, and how much of it."""

    name = "lineage"
    version = 1

    def derive(self, connection: Connection, dialect: Dialect, kept: Kept) -> None:
        """Put the pairs of a report into the place of those that it had; a version that is not the newest has none."""
        before = _forget(connection, kept.key)
        if not kept.newest:
            count(connection, {kept.key, *before})
            return
        document = kept.record.document
        body = body_of(document, stem)
        printing = Printing(document.outlet, document.published, credits_of(kept.record))
        found = remember(connection, kept.key, body, credited=printing.credits)
        me = _Other(kept.key, body, printing)
        rows = [_row(*pair, by=f"{self.name} {self.version}") for other in _others(connection, {*found, *before})
                if (pair := _pair(other, me))]  # fmt: skip
        if rows:
            connection.execute(dialect.insert_new(lineage_schema.reprint), rows)
        count(connection, {kept.key, *before, *found})


def _forget(connection: Connection, report: int) -> list[int]:
    """Take out what followed from a report; gives the reports that it was paired with."""
    pairs = or_(_REPRINT.origin == report, _REPRINT.copy == report)
    before = connection.execute(select(_REPRINT.origin, _REPRINT.copy).where(pairs)).all()
    connection.execute(delete(lineage_schema.reprint).where(pairs))
    lines = connection.execute(select(_BODY.lines).where(_BODY.report == report)).scalar()
    if lines is not None:
        for some in _parts(traces_of(Body.unpacked(lines))):
            connection.execute(delete(lineage_schema.trace).where(_TRACE.number.in_(some), _TRACE.report == report))
        connection.execute(delete(lineage_schema.body).where(_BODY.report == report))
    return [one if other == report else other for one, other in before]


def remember(connection: Connection, report: int, body: Body, *, credited: tuple[str, ...] = ()) -> list[int]:
    """Keep the body and the traces of a report; gives the reports that share most of the traces, up to twenty."""
    row = {"report": report, "lines": body.packed(), "credits": json.dumps(credited, ensure_ascii=False)}
    connection.execute(insert(lineage_schema.body), row)
    traces = traces_of(body)
    shared: Counter[int] = Counter()
    taken: dict[int, set[int]] = {}
    for some in _parts(traces):
        for number, place, other in connection.execute(select(lineage_schema.trace).where(_TRACE.number.in_(some))):
            taken.setdefault(number, set()).add(place)
            shared[other] += 1
    rows = [{"number": number, "place": place, "report": report} for number in traces
            if (place := _free(taken.get(number, set()))) is not None]  # fmt: skip
    if rows:
        connection.execute(insert(lineage_schema.trace), rows)
    # Of those that share as many the one that came first: others are likelier to have it from there.
    likely = sorted((-number, other) for other, number in shared.items() if number >= _FEWEST)
    return [other for _, other in likely[:_COMPARED]]


def _free(taken: set[int]) -> int | None:
    return next((place for place in range(_REMEMBERED) if place not in taken), None)


def _others(connection: Connection, reports: Iterable[int]) -> Iterator[_Other]:
    kept = schema.report.c
    for some in _parts(sorted(reports)):
        wanted = (
            select(_BODY.report, _BODY.lines, _BODY.credits, schema.outlet.c.name, kept.published)
            .join_from(lineage_schema.body, schema.report, kept.key == _BODY.report)
            .outerjoin(schema.outlet, schema.outlet.c.key == kept.outlet)
            .where(_BODY.report.in_(some))
        )
        for report, lines, credited, outlet, published in connection.execute(wanted).all():
            printing = Printing(outlet, published, tuple(json.loads(credited)))
            yield _Other(report, Body.unpacked(lines), printing)


def _pair(one: _Other, other: _Other) -> tuple[_Other, _Other, Overlap] | None:
    """The two, the one that came first in front, with what they have in common; None where that is not one text."""
    first, second = (one, other) if one.key < other.key else (other, one)
    found = overlap(first.body, second.body)
    return (first, second, found) if found.reprint else None


def _row(first: _Other, second: _Other, found: Overlap, *, by: str) -> dict[str, object]:
    told, reasons = direction(first.printing, second.printing, one_share=found.one_share, other_share=found.other_share)
    turned = told == "other"
    shares = (found.other_share, found.one_share) if turned else (found.one_share, found.other_share)
    return {
        "origin": second.key if turned else first.key, "copy": first.key if turned else second.key,
        "direction": "copied" if told in {"one", "other"} else told, "score": found.score,
        "origin_share": shares[0], "copy_share": shares[1], "sentences": len(found.pairs),
        "reasons": json.dumps([asdict(_turned(reason) if turned else reason) for reason in reasons],
                              ensure_ascii=False),
        "by": by, "made": datetime.now(UTC).isoformat(timespec="seconds"),
    }  # fmt: skip


def _turned(reason: Reason) -> Reason:
    """A reason as it reads with the two reports the other way round."""
    return Reason(reason.feature, -reason.score, reason.other, reason.one)


def _parts(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(numbers), _AT_ONCE):
        yield numbers[start : start + _AT_ONCE]
