"""Who gave which number of people when, for a joined event: read from the records of the reports that tell it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from sqlalchemy import Connection, select

from konon.archive import days, schema
from konon.archive.events import event_schema
from konon.archive.events.finding import found_key, members_of, told_events
from konon.archive.events.told import Counts
from konon.archive.keys import parts
from konon.archive.rows import unpacked
from konon.compare.spoken import installed
from konon.compare.tied import Tie
from konon.compare.tolls import Figure, contested, revised, whole
from konon.gazetteer.folding import key as folded
from konon.record import Count, Record

_AT_ONCE = 500
_NUMBER, _NAME, _KEPT, _READ = schema.number.c, schema.name.c, schema.report.c, schema.reading.c
# Numbers with no more than this between them are told in one list.
_LISTED = 6
# Between the word for a part and its figure stand so many words at most.
_NEAR = 2


def counts(connection: Connection, event: str) -> Counts:
    """The numbers of a joined event, by the id of any of those that tell it."""
    joined, members = members_of(connection, found_key(connection, event))
    figures = whole(_figures(connection, members))
    return Counts(event=told_events(connection, [joined])[joined], figures=tuple(figures),
                  contested=tuple(contested(figures)), revised=tuple(revised(figures)))  # fmt: skip


def _figures(connection: Connection, events: Sequence[int]) -> list[Figure]:
    wanted: dict[int, dict[str, Tie]] = {}
    tellers: dict[tuple[int, str], tuple[str, str]] = {}
    actor = schema.name.alias("actor")
    for some in parts(events, _AT_ONCE):
        rows = (
            select(_NUMBER.report, _NUMBER.id, event_schema.tally.c.tie, _NUMBER.teller, _NAME.text, actor.c.id)
            .join_from(event_schema.tally, schema.number, _NUMBER.key == event_schema.tally.c.number)
            .join(schema.report, _KEPT.key == _NUMBER.report)
            .outerjoin(schema.name, _NAME.key == _NUMBER.teller)
            .outerjoin(actor, actor.c.key == _NAME.actor)
            .where(event_schema.tally.c.event.in_(some), _KEPT.newest.is_(True))
        )
        for report, count, tie, teller, name, actor_id in connection.execute(rows):
            wanted.setdefault(report, {})[count] = tie
            if teller is not None:
                tellers[report, count] = (name, actor_id)
    figures = [figure for report, record, identifier in _records(connection, sorted(wanted))
               for figure in _of_report(record, identifier, wanted[report],
                                        {count: tellers[report, count] for count in wanted[report]
                                         if (report, count) in tellers})]  # fmt: skip
    return _named_once(figures)


def _records(connection: Connection, reports: Iterable[int]) -> Iterator[tuple[int, Record, str]]:
    """The present records of reports, one at a time, with the reports' ids."""
    for report in reports:
        stored = (
            select(_READ.record, _KEPT.id)
            .join_from(schema.reading, schema.report, _KEPT.key == _READ.report)
            .where(_READ.report == report, _READ.record.is_not(None))
        )
        record, identifier = connection.execute(stored).one()
        yield report, unpacked(record), identifier


def _of_report(record: Record, report: str, wanted: Mapping[str, Tie],
               tellers: Mapping[str, tuple[str, str]]) -> Iterator[Figure]:  # fmt: skip
    document = record.document
    said = {statement.id: statement for statement in record.statements}
    some = told_as_parts(record)
    for count in record.counts:
        if count.id not in wanted:
            continue
        statement = said[count.attributed_to] if count.attributed_to else None
        told = statement.date.value if statement and statement.date else document.published
        name, actor = tellers.get(count.id, (document.outlet or report, None))
        since = count.cumulative_since
        yield Figure(
            kind=count.kind, of=count.of, like=like(count.of, document.language), minimum=count.minimum,
            maximum=count.maximum, approximate=count.approximate, words=record.quote(count.start, count.end),
            tie=wanted[count.id], part=count.id in some, since=since.value if since else None, teller=name,
            actor=actor, itself=actor is None, statement=f"{report}/{statement.id}" if statement else None,
            report=report, outlet=document.outlet, url=document.url, day=days.iso(days.day_of(told)),
            published=document.published,
        )  # fmt: skip


def _named_once(figures: Sequence[Figure]) -> list[Figure]:
    """Each actor by the fullest of its names."""
    names: dict[str, str] = {}
    for figure in figures:
        if figure.actor:
            names[figure.actor] = max(names.get(figure.actor, ""), figure.teller, key=lambda name: (len(name), name))
    return [replace(figure, teller=names[figure.actor]) if figure.actor else figure for figure in figures]


def like(of: str | None, code: str) -> str:
    """Whom a number counts, as it is compared: nothing for all people, whatever they are called."""
    words = folded(of or "")
    anybody = _words(code, "anybody", "forms")
    while words and words not in anybody:
        first, _, rest = words.partition(" ")
        if first not in anybody:
            return words
        words = rest
    return ""


def told_as_parts(record: Record) -> set[str]:
    """The ids of the counts that tell a part of others: by a word beside or in them, or as one of a list of such."""
    text, code = record.document.text, record.document.language
    before, behind, others = (_pattern(code, kind) for kind in ("before", "behind", "others"))
    found: set[str] = set()
    kinds: set[str] = set()
    last: Count | None = None
    for count in sorted(record.counts, key=lambda count: count.start):
        _, _, rest = record.quote(count.start, count.end).partition(" ")
        line = text.rfind("\n", 0, count.start) + 1
        beside = before.search(text[line : count.start]) or behind.match(text[count.end :].lstrip())
        listed = last and last.id in found and last.kind == count.kind and count.start - last.end <= _LISTED
        if beside or behind.match(rest) or listed or (count.kind in kinds and others.search(rest)):
            found.add(count.id)
        kinds.add(count.kind)
        last = count
    return found


@cache
def _pattern(code: str, kind: str) -> re.Pattern[str]:
    """What finds words for a part: before a figure at the end of a text, behind it at the beginning, or anywhere."""
    forms = _words(code, "others", "forms") if kind == "others" else _words(code, "part", kind)
    words = "|".join(map(re.escape, sorted(forms, key=len, reverse=True))) or r"(?!)"
    found = {"before": rf"\b(?:{words})(?:\s+[^\s.,;]+){{0,{_NEAR}}}\s*$"}
    return re.compile(found.get(kind, rf"(?:{words})\b" if kind == "behind" else rf"\b(?:{words})\b"), re.IGNORECASE)


@cache
def _words(code: str, kind: str, field: str) -> frozenset[str]:
    spoken = installed(code)
    return frozenset(form for row in spoken.table("tolls", kind) for form in row[field]) if spoken else frozenset()
