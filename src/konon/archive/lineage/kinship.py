"""The tree of a text: which report has it from which, out of the pairs that were found and what people decided.

A report has the text from the nearest of those that had it before: from one that it credits, else from the one that it
is likest. From another one it has it as well only where these two have nothing in common: then it was put together.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Row, or_, select

from konon.archive import search
from konon.archive.findings import FoundReport
from konon.archive.lineage import lineage_schema
from konon.archive.lineage.decisions import standing
from konon.archive.lineage.relatives import Lineage, Relation, Relative
from konon.compare.reasons import Reason

# A text that more reports have is told in part.
_MOST = 400
_REPRINT = lineage_schema.reprint.c


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports with one text underneath, by their keys, as `lineage_schema.reprint` has them."""

    origin: int
    copy: int
    direction: str
    score: float
    origin_share: float
    copy_share: float
    sentences: int
    reasons: tuple[Reason, ...]
    by: str

    @property
    def credited(self) -> bool:
        """Whether somebody said so: the copy itself, or who decided."""
        return any(reason.feature in {"credit", "decision"} and reason.score > 0 for reason in self.reasons)

    def other(self, report: int) -> int:
        """The report beside this one."""
        return self.copy if report == self.origin else self.origin


def lineage(connection: Connection, report: int) -> Lineage:
    """Where a report's text is from, and who has it from there."""
    tree = _Tree(_pairs(connection, report))
    up = tree.walk(report, upward=True)
    above = {place.report for place in up}
    # Reports that credit each other in a circle are told once.
    down = [place for place in tree.walk(report, upward=False) if place.report not in above]
    placed = {report, *above, *(place.report for place in down)}
    beside = [_Place("common" if tree.of_one_origin(pair) else "unknown", 1, report, pair.other(report), pair)
              for pair in tree.by_report.get(report, ()) if pair.other(report) not in placed]  # fmt: skip
    keys = [report, *(place.report for place in (*up, *down, *beside))]
    told = dict(zip(keys, search.told_reports(connection, keys), strict=True))
    parts = [tuple(_relative(place, told) for place in places) for places in (up, down, beside)]
    return Lineage(report=told[report], up=parts[0], down=parts[1], alike=parts[2])


def originals(connection: Connection, reports: Sequence[int]) -> dict[int, int]:
    """The report that each of these has its text from, by their keys; those that are no copies are left out."""
    tree = _Tree(list(_decided(connection, reports)))
    return {report: pairs[0].origin for report in reports if (pairs := tree.origins.get(report))}


@dataclass(frozen=True, slots=True)
class _Place:
    """A report's place in a tree."""

    relation: Relation
    steps: int
    through: int
    report: int
    pair: Pair


class _Tree:
    """All pairs that hang together, and who has the text from whom."""

    def __init__(self, pairs: Sequence[Pair]) -> None:
        self.by_report: dict[int, list[Pair]] = {}
        for pair in pairs:
            for report in (pair.origin, pair.copy):
                self.by_report.setdefault(report, []).append(pair)
        self._joined = {frozenset((pair.origin, pair.copy)) for pair in pairs}
        self.origins = {report: self._nearest(report) for report in self.by_report}
        self._copies: dict[int, list[Pair]] = {}
        for found in self.origins.values():
            for pair in found:
                self._copies.setdefault(pair.origin, []).append(pair)

    def _nearest(self, report: int) -> list[Pair]:
        """The pairs by which a report has its text, of all in which it is the copy."""
        known = [pair for pair in self.by_report[report] if pair.copy == report and pair.direction == "copied"]
        nearest: list[Pair] = []
        for pair in sorted(known, key=lambda pair: (not pair.credited, -pair.score, pair.origin)):
            if not any(frozenset((pair.origin, taken.origin)) in self._joined for taken in nearest):
                nearest.append(pair)
        return nearest

    def walk(self, report: int, *, upward: bool) -> list[_Place]:
        """The places above or below a report, the nearest first."""
        steps = self.origins if upward else self._copies
        places: dict[int, _Place] = {}
        row = [report]
        while row:
            following: list[int] = []
            for through in row:
                for pair in steps.get(through, ()):
                    found = pair.other(through)
                    if found != report and found not in places:
                        number = places[through].steps + 1 if through in places else 1
                        places[found] = _Place("origin" if upward else "copy", number, through, found, pair)
                        following.append(found)
            row = following
        return list(places.values())

    def of_one_origin(self, pair: Pair) -> bool:
        """Whether two reports have their text from the same third, in the archive or not."""
        if pair.direction == "common":
            return True
        one, other = ({place.report for place in self.walk(report, upward=True)} for report in (pair.origin, pair.copy))
        return not one.isdisjoint(other)


def _relative(place: _Place, told: Mapping[int, FoundReport]) -> Relative:
    pair = place.pair
    # Beside a report that nobody copied, the one asked about stands in the place of the copy.
    turned = place.relation in {"common", "unknown"} and pair.origin == place.through
    shares = (pair.origin_share, pair.copy_share) if turned else (pair.copy_share, pair.origin_share)
    return Relative(relation=place.relation, steps=place.steps, through=told[place.through].report,
                    report=told[place.report], copy_share=shares[0], origin_share=shares[1], sentences=pair.sentences,
                    score=pair.score, reasons=pair.reasons, by=pair.by)  # fmt: skip


def _pairs(connection: Connection, report: int) -> list[Pair]:
    """All pairs that a report hangs together with, as people decided where they did."""
    found: dict[tuple[int, int], Pair] = {}
    seen, row = {report}, [report]
    while row and len(seen) < _MOST:
        pairs = list(_decided(connection, row))
        found |= {(min(pair.origin, pair.copy), max(pair.origin, pair.copy)): pair for pair in pairs}
        row = sorted({key for pair in pairs for key in (pair.origin, pair.copy)} - seen)[: _MOST - len(seen)]
        seen.update(row)
    return [pair for pair in found.values() if pair.origin in seen and pair.copy in seen]


def _decided(connection: Connection, reports: Sequence[int]) -> Iterator[Pair]:
    wanted = select(lineage_schema.reprint).where(or_(_REPRINT.origin.in_(reports), _REPRINT.copy.in_(reports)))
    pairs = {frozenset((pair.origin, pair.copy)): pair for pair in map(_pair, connection.execute(wanted).all())}
    for origin, copy, decision in standing(connection, reports):
        both = frozenset((origin, copy))
        if decision.verdict == "apart":
            pairs.pop(both, None)
            continue
        before = pairs.get(both) or Pair(origin, copy, "", 0.0, 0.0, 0.0, 0, (), "")
        if before.origin != origin:
            before = replace(before, origin_share=before.copy_share, copy_share=before.origin_share)
        reason = Reason("decision", 1.0, decision.by, decision.note or "")
        pairs[both] = replace(before, origin=origin, copy=copy, direction=decision.verdict, reasons=(reason,),
                              by=decision.by)  # fmt: skip
    yield from pairs.values()


def _pair(row: Row[Any]) -> Pair:
    told = tuple(Reason(**reason) for reason in json.loads(row.reasons))
    return Pair(row.origin, row.copy, row.direction, row.score, row.origin_share, row.copy_share, row.sentences, told,
                row.by)  # fmt: skip
