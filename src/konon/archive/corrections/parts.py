"""The parts of a record as decisions hold them: by kind, with what they name, and where they stand in the text."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Literal

from konon.gazetteer.folding import key as folded
from konon.record import Count, Entity, Event, Record, Relation, Span, Statement

Kind = Literal["entity", "statement", "event", "count", "relation"]
Part = Entity | Statement | Event | Count | Relation
Json = dict[str, Any]
# Each kind: the field of a record that holds it, its class, and what its ids begin with.
KINDS: Mapping[Kind, tuple[str, type[Part], str]] = MappingProxyType({
    "entity": ("entities", Entity, "e"), "statement": ("statements", Statement, "s"), "event": ("events", Event, "v"),
    "count": ("counts", Count, "c"), "relation": ("relations", Relation, "r"),
})  # fmt: skip
# Fields that hold the id of another part, or several.
_NAMING = frozenset({
    "source", "addressee", "entity", "within", "answers", "place", "attributed_to", "event", "subject", "object",
    "organization", "actors", "recipients",
})  # fmt: skip


def parts_of(record: Record) -> dict[str, tuple[Kind, Part]]:
    """All parts of a record by id, each with its kind."""
    return {part.id: (kind, part) for kind, (field, _, _) in KINDS.items() for part in getattr(record, field)}


def named(part: object) -> Iterator[str]:
    """The ids that a part names, taken from it as JSON."""
    if isinstance(part, Mapping):
        for field, value in part.items():
            if field in _NAMING:
                yield from _ids(value)
            else:
                yield from named(value)
    elif isinstance(part, list | tuple):
        for each in part:
            yield from named(each)


def _ids(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        yield from value


def renamed(part: Any, names: Mapping[str, str | None]) -> Any:  # noqa: ANN401 - any JSON
    """A part, as JSON, that names others; where the other is None, it names nothing in its place."""
    if isinstance(part, Mapping):
        return {field: _renamed(value, names) if field in _NAMING else renamed(value, names)
                for field, value in part.items()}  # fmt: skip
    return [renamed(each, names) for each in part] if isinstance(part, list | tuple) else part


def _renamed(value: Any, names: Mapping[str, str | None]) -> Any:  # noqa: ANN401 - as above
    if isinstance(value, list | tuple):
        found = [names.get(each, each) for each in value]
        return list(dict.fromkeys(each for each in found if each is not None))
    return names.get(value, value) if isinstance(value, str) else value


def bundle(record: Record, part: Part) -> Json:
    """A part with all that it names, and what that names, so that it can be put into another reading of its report."""
    there = parts_of(record)
    found: dict[str, Json] = {}
    waiting = list(named(part.model_dump()))
    while waiting:
        name = waiting.pop()
        if name in there and name not in found and name != part.id:
            kind, other = there[name]
            found[name] = {"kind": kind, "part": other.model_dump()}
            waiting += named(found[name]["part"])
    return {"part": part.model_dump(), "named": dict(sorted(found.items()))}


def twin(kind: Kind, part: Part, others: Iterable[Part]) -> Part | None:
    """The one of these parts that tells the same thing of the same place; None where there is none."""
    return next((other for other in others if _SAME[kind](part, other)), None)


def _same_entity(one: Entity, other: Entity) -> bool:
    return one.kind == other.kind and folded(one.name) == folded(other.name)


def _same_statement(one: Statement, other: Statement) -> bool:
    if one.cue and other.cue and (one.cue.start, one.cue.end) == (other.cue.start, other.cue.end):
        return _shared(one.content, other.content) > 0
    return 2 * _shared(one.content, other.content) > max(_length(one.content), _length(other.content))


def _same_event(one: Event, other: Event) -> bool:
    return one.type == other.type and _shared([one.trigger], [other.trigger]) > 0


def _same_count(one: Count, other: Count) -> bool:
    return one.kind == other.kind and _shared([one], [other]) > 0


def _same_relation(one: Relation, other: Relation) -> bool:
    return (one.subject, one.type, one.object) == (other.subject, other.type, other.object)


_SAME: Mapping[str, Any] = MappingProxyType({
    "entity": _same_entity, "statement": _same_statement, "event": _same_event, "count": _same_count,
    "relation": _same_relation,
})  # fmt: skip


def _length(spans: Iterable[Span]) -> int:
    return sum(span.end - span.start for span in spans)


def _shared(ones: Iterable[Span], others: Iterable[Span]) -> int:
    """How many characters two lists of places share."""
    listed = list(others)
    return sum(max(0, min(one.end, other.end) - max(one.start, other.start)) for one in ones for other in listed)


def placed(part: Part) -> tuple[int, str]:
    """Where a part stands, to put it in order."""
    if isinstance(part, Entity):
        return min((mention.start for mention in part.mentions), default=1 << 40), part.id
    if isinstance(part, Statement):
        return min(span.start for span in part.content), part.id
    return (part.trigger.start if isinstance(part, Event) else part.start), part.id
