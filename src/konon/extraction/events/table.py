"""The table of event words, compiled: its rows by form, and the small word lists beside them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from konon.errors import TableError
from konon.language.base import Language, Row
from konon.record.vocabulary import ENTITY_KINDS, EVENT_TYPES, MODES, EntityKind, EventStatus, EventType

FRAMES = ("active", "passive", "plain", "mutual", "by", "of", "bare")
# Who can take part where a row names no kinds.
PEOPLE = ("person", "group", "armed_group")
ANYBODY = frozenset(ENTITY_KINDS) - {"media", "other"}
# What a row asks for where the event is between one and another.
PAIR = frozenset({"actor", "recipient"})
_DOERS = ANYBODY - {"place"}


@dataclass(frozen=True, slots=True)
class Trigger:
    """A row of the table: what its words tell of, and under which conditions."""

    number: int
    type: EventType
    mode: str | None
    family: str
    status: EventStatus | None
    needs: frozenset[str]
    actor: frozenset[str]
    recipient: frozenset[str]
    after: frozenset[str]
    before: frozenset[str]
    near: frozenset[str]
    never_after: frozenset[str]
    never_before: frozenset[str]
    joins: bool
    dyad: bool
    alone: str | None
    named: bool
    topic: str | None
    never_topic: frozenset[str]


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a row: its words, the number of the one that is the trigger, and the frame that they stand in."""

    words: tuple[str, ...]
    head: int
    frame: str
    trigger: Trigger


@dataclass(frozen=True, slots=True)
class StatusWord:
    """A word that tells a status, and how many words before the trigger it may stand."""

    status: str
    reach: int


@dataclass(frozen=True, slots=True)
class Body:
    """Nouns for an organisation that the report names elsewhere by one of these first words."""

    kind: str
    named: frozenset[str]


@dataclass(frozen=True, slots=True)
class Topic:
    """What a report can be about: its words, how many it must have, their least share, and what it yields to."""

    words: frozenset[str]
    least: int
    share: float
    yields: str | None


@dataclass(frozen=True, slots=True)
class Table:
    """All that the stage knows of a language's event words."""

    forms: Mapping[str, tuple[Form, ...]]
    light_active: frozenset[str]
    light_passive: frozenset[str]
    undergo: frozenset[str]
    effect: frozenset[str]
    victim: frozenset[str]
    case_nouns: frozenset[str]
    grammar: Mapping[str, frozenset[str]]
    status: Mapping[str, tuple[StatusWord, ...]]
    topics: Mapping[str, Topic]
    bodies: Mapping[str, Body]
    people: Mapping[str, EntityKind]


@cache
def event_table(language: Language) -> Table:
    """The compiled table of a language; TableError where a row can't be right."""
    light = language.table("events", "light")
    return Table(
        forms=_forms(language),
        light_active=_words(light, "active"),
        light_passive=_words(light, "passive"),
        undergo=_words(language.table("events", "undergo"), "forms"),
        effect=_words(language.table("events", "effect"), "forms"),
        victim=_words(language.table("events", "victim"), "forms"),
        case_nouns=_words(language.table("events", "case_noun"), "forms"),
        grammar={row["name"]: frozenset(row["words"]) for row in language.table("events", "grammar")},
        status=_status(language),
        topics={
            row["name"]: Topic(frozenset(row["words"]), row["least"], row.get("share", 0.0), row.get("yields"))
            for row in language.table("events", "topic")
        },
        people=_people(language),
        bodies={
            form: Body(row["kind"], frozenset(row["named"]))
            for row in language.table("events", "body")
            for form in row["forms"]
        },
    )


def _people(language: Language) -> dict[str, EntityKind]:
    """Nouns for unnamed people, each with what it is without a number."""
    found: dict[str, EntityKind] = {}
    for row in (*language.table("events", "people"), *language.table("references", "noun")):
        for form in row["forms"]:
            if row["kind"] in PEOPLE:
                found.setdefault(form, row["kind"])
    return found


def _words(rows: tuple[Row, ...], key: str) -> frozenset[str]:
    return frozenset(word for row in rows for word in row.get(key, ()))


def _forms(language: Language) -> dict[str, tuple[Form, ...]]:
    found: dict[str, list[Form]] = {}
    for number, row in enumerate(language.table("events", "trigger")):
        trigger = _trigger(number, row)
        for frame in FRAMES:
            for text in row.get(frame, ()):
                marked = text.split()
                head = next((number for number, word in enumerate(marked) if word.startswith("*")), 0)
                words = tuple(word.removeprefix("*") for word in marked)
                found.setdefault(words[0], []).append(Form(words, head, frame, trigger))
    return {word: tuple(sorted(forms, key=lambda form: -len(form.words))) for word, forms in found.items()}


def _trigger(number: int, row: Row) -> Trigger:
    subject = f"events [[trigger]] {number}"
    if row["type"] not in EVENT_TYPES or row.get("mode") not in (None, *MODES.get(row["type"], ())):
        raise TableError(f"no such type or mode: {row['type']} {row.get('mode')}", subject=subject)
    kinds = {*row.get("actor", ()), *row.get("recipient", ())}
    if kinds - set(ENTITY_KINDS):
        raise TableError(f"no such kinds: {', '.join(sorted(kinds - set(ENTITY_KINDS)))}", subject=subject)
    return Trigger(
        number, row["type"], row.get("mode"), row.get("family", row["type"]), row.get("status"),
        frozenset(row.get("needs", ())), frozenset(row.get("actor", _DOERS)),
        frozenset(row.get("recipient", ANYBODY)),
        frozenset(row.get("after", ())), frozenset(row.get("before", ())), frozenset(row.get("near", ())),
        frozenset(row.get("never_after", ())), frozenset(row.get("never_before", ())),
        row.get("joins", False), row.get("dyad", False), row.get("alone"), row.get("named", False),
        row.get("topic"), frozenset(row.get("never_topic", ())),
    )  # fmt: skip


def _status(language: Language) -> dict[str, tuple[StatusWord, ...]]:
    found: dict[str, list[StatusWord]] = {}
    for row in language.table("events", "status"):
        for word in row["words"]:
            found.setdefault(word, []).append(StatusWord(row["name"], row["reach"]))
    return {word: tuple(words) for word, words in found.items()}
