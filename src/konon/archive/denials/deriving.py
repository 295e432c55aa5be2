"""What denials, rejections and confirmations answer: in their own report, and in others, found from either side."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from sqlalchemy import Connection, delete, select

from konon.archive import days, schema
from konon.archive.alike import reasons_kept
from konon.archive.denials.decisions import standing
from konon.archive.denials.events import answered_events
from konon.archive.dialect import Dialect
from konon.archive.kept import Kept
from konon.archive.keys import Pair, keys_of, readings_of
from konon.archive.tellings import clues
from konon.archive.tellings.deriving import said_by
from konon.archive.tellings.said import Said, load, names_of_actors
from konon.archive.terms import stem
from konon.compare.denials import MOST_BY_NAMES, SURE, Side, answered, likely
from konon.compare.reasons import Likeness, Reason
from konon.compare.spoken import installed
from konon.record import Record
from konon.record.vocabulary import Act

ANSWERING: frozenset[Act] = frozenset({"deny", "reject", "confirm"})
# A denial comes within so many days behind what it answers; it may be dated before it where one reports later.
_BEHIND, _AHEAD = 14, 1
# The latest statements that name somebody.
_NAMING = 200
_ABOUT = schema.about.c
_ANSWER = schema.answer.c
Row = dict[str, object]


class Denials:
    """The derivation of what denials answer."""

    name = "denials"
    version = 1

    def derive(self, connection: Connection, dialect: Dialect, kept: Kept) -> None:
        """Tie a report's denials to what they answer, and others' denials to what this report tells."""
        _forget(connection, kept.key)
        if not kept.newest:
            return
        first, _ = keys_of(kept.reading)
        _keep(connection, dialect, _within(kept.record, first))
        mine = load(connection, range(first, first + len(kept.record.statements)))
        pointing = _pointing(kept.record.document.language)
        found = _across(connection, mine, pointing)
        _keep(connection, dialect, (_row(denial, "statement", said, like) for (denial, said), like in found.items()))
        events = answered_events(connection, kept.reading, len(kept.record.events))
        _keep(connection, dialect, [_row(denial, "event", event, like) for denial, event, like in events])
        settle(connection, dialect, kept.record)


def settle(connection: Connection, dialect: Dialect, record: Record) -> None:
    """Put what people decided on a report's denials, and on what it tells, into the place of what was found."""
    for denial, part, key, decision in standing(connection, record):
        pair = _ANSWER.denial == denial, _ANSWER.part == part, _ANSWER.answered == key
        connection.execute(delete(schema.answer).where(*pair))
        if decision.answers:
            reason = Reason("decision", 1.0, decision.by, decision.note or "")
            _keep(connection, dialect, [_row(denial, part, key, Likeness.of([reason]))])


def _keep(connection: Connection, dialect: Dialect, rows: Iterable[Row]) -> None:
    listed = list(rows)
    if listed:
        connection.execute(dialect.insert_new(schema.answer), listed)


def _row(denial: int, part: str, key: int, like: Likeness) -> Row:
    return {"denial": denial, "part": part, "answered": key, "score": like.score, "sure": like.score >= SURE,
            "reasons": reasons_kept(like)}  # fmt: skip


def _forget(connection: Connection, report: int) -> None:
    for reading in readings_of(connection, report):
        span = keys_of(reading)
        connection.execute(delete(schema.answer).where(_ANSWER.denial.between(*span)))
        for part in ("statement", "event"):
            connection.execute(delete(schema.answer).where(_ANSWER.part == part, _ANSWER.answered.between(*span)))


def _within(record: Record, first: int) -> Iterator[Row]:
    """What the report itself says that its denials answer: a statement, an event, or the events of their contents."""
    statements = {said.id: number for number, said in enumerate(record.statements)}
    events = {event.id: number for number, event in enumerate(record.events)}
    for said in record.statements:
        if said.act not in ANSWERING:
            continue
        denial = first + statements[said.id]
        inside = [event.id for event in record.events if event.attributed_to == said.id]
        for answered_id in dict.fromkeys([*filter(None, [said.answers]), *inside]):
            part = "statement" if answered_id in statements else "event"
            place = statements[answered_id] if part == "statement" else events[answered_id]
            feature = "told by the report" if answered_id == said.answers else "in its content"
            yield _row(denial, part, first + place, Likeness.of([Reason(feature, 1.0, "", "")]))


def _across(connection: Connection, mine: Mapping[int, Said], pointing: frozenset[str]) -> dict[Pair, Likeness]:
    """Pairs of a denial and a statement that it answers, one of which is of this report and one of another."""
    denials = [said for said in mine.values() if said.act in ANSWERING]
    others = [said for said in mine.values() if said.act not in ANSWERING]
    pairs = {(said.key, key) for said, key in _candidates(connection, denials, _BEHIND, _AHEAD)}
    pairs |= {(key, said.key) for said, key in _candidates(connection, others, _AHEAD, _BEHIND)}
    known = {**load(connection, {key for pair in pairs for key in pair} - set(mine)), **mine}
    fitting = [(known[one], known[other]) for one, other in sorted(pairs)
               if one in known and other in known and _fits(known[one], known[other], pointing)]  # fmt: skip
    names = _names(connection, {said.key for pair in fitting for said in pair})
    found: dict[Pair, Likeness] = {}
    for denial, said in fitting:
        like = answered(_side(denial, names), _side(said, names), pointing=pointing)
        if like is not None and likely(denial.act, like.score):
            found[denial.key, said.key] = like
    return found


def _fits(denial: Said, said: Said, pointing: frozenset[str]) -> bool:
    """Whether one can answer the other, so that it is worth while to ask whom they name."""
    if denial.report == said.report or denial.act not in ANSWERING or said.act in ANSWERING:
        return False
    like = answered(_side(denial, {}), _side(said, {}), pointing=pointing)
    return like is not None and likely(denial.act, like.score + MOST_BY_NAMES)


def _side(said: Said, names: Mapping[int, frozenset[int]]) -> Side:
    return Side(said.telling, said.act, names.get(said.key, frozenset()))


def _candidates(connection: Connection, statements: list[Said], before: int, after: int) -> Iterator[tuple[Said, int]]:
    """Statements that share clues, whose source is named in these, or that name the source of these."""
    if not statements:
        return
    found = clues.candidates(connection, statements, before=before, after=after)
    named = _names(connection, [said.key for said in statements])
    names: dict[int, list[int]] = defaultdict(list)
    actors = {actor for some in named.values() for actor in some} | {said.actor for said in statements if said.actor}
    for name, actor in names_of_actors(connection, actors).items():
        names[actor].append(name)
    by_days: dict[tuple[int, int], list[int]] = {}
    for said in statements:
        yield from ((said, key) for key in found[said.key])
        for actor in sorted(named.get(said.key, ())):
            if (actor, said.day) not in by_days:
                window = days.around(said.day, before, after)
                by_days[actor, said.day] = said_by(connection, names[actor], window)
            yield from ((said, key) for key in by_days[actor, said.day])
        if said.actor is not None:
            yield from ((said, key) for key in _naming(connection, tuple(names[said.actor])))


def _naming(connection: Connection, names: tuple[int, ...]) -> list[int]:
    """The latest statements that name one of these."""
    found: set[int] = set()
    # Name by name: then the index gives the latest, however many there are.
    for name in names:
        wanted = select(_ABOUT.statement).where(_ABOUT.name == name).order_by(_ABOUT.statement.desc()).limit(_NAMING)
        found.update(connection.execute(wanted).scalars())
    return sorted(found, reverse=True)[:_NAMING]


def _names(connection: Connection, statements: Iterable[int]) -> dict[int, frozenset[int]]:
    """Whom statements name, by their actors."""
    found: dict[int, set[int]] = defaultdict(set)
    by_reading: dict[int, list[int]] = defaultdict(list)
    for statement in sorted(statements):
        by_reading[statement // schema.PARTS].append(statement)
    entity = schema.entity.c
    for reading, some in by_reading.items():
        # By the names of the reading's entities: that is how it is indexed.
        wanted = (
            select(_ABOUT.statement, schema.name.c.actor)
            .join_from(schema.entity, schema.about, _ABOUT.name == entity.name)
            .join(schema.name, schema.name.c.key == entity.name)
            .where(entity.key.between(*keys_of(reading)), _ABOUT.statement.in_(some))
        )
        for statement, actor in connection.execute(wanted):
            found[statement].add(actor)
    return {statement: frozenset(actors) for statement, actors in found.items()}


@cache
def _pointing(code: str) -> frozenset[str]:
    """The stems of nouns of speech (*membantah tuduhan …*) of a language."""
    spoken = installed(code)
    rows = spoken.table("attribution", "noun") if spoken else ()
    return frozenset(stem(form) for row in rows for form in row["forms"])
