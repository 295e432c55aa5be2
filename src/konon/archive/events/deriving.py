"""Which events of several reports are one: found by day, place and actors, and gathered into joined events."""

from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import Connection, delete, insert, select, update

from konon.archive import days
from konon.archive.alike import reasons_kept, scores, with_alike
from konon.archive.dialect import Dialect
from konon.archive.events import event_schema, scenes
from konon.archive.events.decisions import DECISIONS
from konon.archive.events.scenes import Found
from konon.archive.kept import Kept
from konon.archive.keys import keys_of, parts, readings_of
from konon.archive.terms import stems, terms
from konon.compare.events import SAME, contradict, likeness
from konon.compare.gathering import Pair, gathered
from konon.compare.reasons import Likeness
from konon.compare.tied import ties
from konon.record import Record

# An event is kept alike with so many others, the likest.
_EACH = 40
_AT_ONCE = 500
_HAPPENED = event_schema.happening.c
_ALIKE = event_schema.event_alike.c


class Happenings:
    """The derivation of joined events."""

    name = "happenings"
    version = 1

    def derive(self, connection: Connection, dialect: Dialect, kept: Kept) -> None:
        """Join a report's events with those of other reports that are the same."""
        touched = _forget(connection, kept.key)
        if kept.newest and kept.record.events:
            first, _ = keys_of(kept.reading)
            connection.execute(insert(event_schema.happening), list(_rows(kept.record, kept.key, first)))
            tallied = list(_tallied(kept.record, first))
            if tallied:
                connection.execute(insert(event_schema.tally), tallied)
            own = scenes.load(connection, range(first, first + len(kept.record.events)))
            scenes.keep(connection, dialect, own.values())
            rows = [{"one": one, "other": other, "score": like.score, "reasons": reasons_kept(like)}
                    for (one, other), like in _alike(connection, own).items()]  # fmt: skip
            if rows:
                connection.execute(dialect.insert_new(event_schema.event_alike), rows)
            touched |= set(own)
        if touched:
            regroup(connection, touched)


def _rows(record: Record, report: int, first: int) -> Iterator[dict[str, object]]:
    for key, event in enumerate(record.events, first):
        span = days.interval(event.date.value) if event.date else None
        trigger = record.quote(event.trigger.start, event.trigger.end)
        yield {
            "event": key, "report": report, "joined": key, "first": span and span[0], "last": span and span[1],
            "trigger": trigger, "word": " ".join(stems(terms(trigger), language=record.document.language)),
        }  # fmt: skip


def _tallied(record: Record, first: int) -> Iterator[dict[str, object]]:
    numbers = {count.id: key for key, count in enumerate(record.counts, first)}
    events = {event.id: key for key, event in enumerate(record.events, first)}
    for count, event, tie in ties(record):
        yield {"number": numbers[count.id], "event": events[event.id], "tie": tie}


def _alike(connection: Connection, own: Mapping[int, Found]) -> dict[Pair, Likeness]:
    """The pairs of these events and others that are alike, for each the likest."""
    sought = scenes.candidates(connection, own.values())
    others = scenes.load(connection, (key for keys in sought.values() for key in keys))
    found: dict[Pair, Likeness] = {}
    for key, candidates in sought.items():
        compared = {other: _compared(own[key], others[other]) for other in candidates
                    if other in others and others[other].report != own[key].report}  # fmt: skip
        alike = {other: like for other, like in compared.items() if like and like.score >= SAME}
        for other in sorted(alike, key=lambda other: (-alike[other].score, other))[:_EACH]:
            found[min(key, other), max(key, other)] = alike[other]
    return found


def _compared(one: Found, other: Found) -> Likeness | None:
    first, second = sorted((one, other), key=lambda found: found.key)
    return likeness(first.happening, second.happening)


def regroup(connection: Connection, events: Iterable[int]) -> None:
    """Gather these events, and those that they are or may be one with, anew."""
    members: set[int] = set()
    same: set[Pair] = set()
    apart: set[Pair] = set()
    waiting = with_alike(connection, event_schema.event_alike, events)
    while waiting:
        waiting = set(_joined_with(connection, waiting))
        joined, parted = DECISIONS.decided(connection, waiting)
        same |= joined
        apart |= parted
        members |= waiting
        waiting = {key for pair in joined for key in pair} - members
    found = scenes.load(connection, members)
    kept = {pair for pair in same if set(pair) <= found.keys()}
    reports = {key: one.report for key, one in found.items()}
    groups = gathered(scores(connection, event_schema.event_alike, found), reports,
                      against=_Against(found), same=kept, apart=apart, each=_EACH)  # fmt: skip
    _write(connection, members, found, groups)


class _Against:
    """Whether two events contradict each other; each pair is compared once."""

    def __init__(self, found: Mapping[int, Found]) -> None:
        self._found = found
        self._known: dict[Pair, bool] = {}

    def __call__(self, one: int, other: int) -> bool:
        pair = min(one, other), max(one, other)
        if pair not in self._known:
            self._known[pair] = contradict(self._found[pair[0]].happening, self._found[pair[1]].happening)
        return self._known[pair]


def _write(connection: Connection, members: set[int], found: Mapping[int, Found],
           groups: Iterable[frozenset[int]]) -> None:  # fmt: skip
    """Write what is joined anew, and the rows by which joined events are found."""
    for some in parts(sorted(members), _AT_ONCE):
        connection.execute(delete(event_schema.joined).where(event_schema.joined.c.key.in_(some)))
    rows = []
    for group in groups:
        first = min(group)
        for some in parts(sorted(group), _AT_ONCE):
            moved = _HAPPENED.event.in_(some), _HAPPENED.joined != first
            connection.execute(update(event_schema.happening).where(*moved).values(joined=first))
        rows.append(_summary(first, [found[key] for key in sorted(group)]))
    if rows:
        connection.execute(insert(event_schema.joined), rows)


def _summary(first: int, group: list[Found]) -> dict[str, object]:
    """A joined event's row: its day is the one that most exact dates say, or else the first on which it was told."""
    exact = [one.day for one in group if one.happening.span and len(set(one.happening.span)) == 1]
    dated = exact or [one.day for one in group if one.happening.span]
    known = [one.day for one in group if one.day != days.UNKNOWN]
    day = max(sorted(set(dated)), key=dated.count) if dated else min(known, default=days.UNKNOWN)
    return {"key": first, "type": group[0].happening.type, "day": day, "dated": bool(dated),
            "reports": len({one.report for one in group})}  # fmt: skip


def _forget(connection: Connection, report: int) -> set[int]:
    """Forget what followed from a report; gives the events that were one with those of it."""
    left: set[int] = set()
    for reading in readings_of(connection, report):
        first, last = keys_of(reading)
        mine = connection.execute(select(_HAPPENED.event).where(_HAPPENED.event.between(first, last))).scalars().all()
        if not mine:
            continue
        left |= {key for key in _joined_with(connection, mine) if not first <= key <= last}
        connection.execute(delete(event_schema.joined).where(event_schema.joined.c.key.between(first, last)))
        connection.execute(delete(event_schema.happening).where(_HAPPENED.event.between(first, last)))
        connection.execute(delete(event_schema.tally).where(event_schema.tally.c.number.between(first, last)))
        connection.execute(delete(event_schema.scene).where(event_schema.scene.c.event.between(first, last)))
        for side in (_ALIKE.one, _ALIKE.other):
            connection.execute(delete(event_schema.event_alike).where(side.between(first, last)))
    return left


def _joined_with(connection: Connection, events: Iterable[int]) -> Iterator[int]:
    """These events that are there, and those that are joined with them."""
    for some in parts(sorted(events), _AT_ONCE):
        wanted = select(_HAPPENED.joined).where(_HAPPENED.event.in_(some)).distinct()
        yield from connection.execute(select(_HAPPENED.event).where(_HAPPENED.joined.in_(wanted))).scalars()
