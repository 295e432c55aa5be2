"""Which names are one actor: what follows from decisions, made anew for the names that these are of."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, or_, select, update

from konon.archive import schema
from konon.archive.dialect import Dialect
from konon.archive.keys import parts
from konon.compare.actors import Named, contradict
from konon.record import identity

_NAME = schema.name.c
_ROW = schema.actor_decision.c
# The order in which decisions count; those of people come before.
_RANKS = {"gazetteer": 1, "konon": 2}
_AT_ONCE = 400
NAME = "actors"


@dataclass(frozen=True, slots=True)
class _Edge:
    """A decision on two names, by their keys."""

    one: int
    other: int
    same: bool
    by: str
    at: str
    score: float


@dataclass(frozen=True, slots=True)
class _Node:
    """A name in a cluster."""

    key: int
    id: str
    actor: int
    named: Named


def rebuild(connection: Connection, dialect: Dialect, names: Iterable[int]) -> None:
    """Make anew the actors of names, by their keys, and of all that are or were one with them."""
    nodes = _together(connection, set(names))
    _put_entries(connection, dialect, list(nodes.values()))
    nodes = _reached(connection, nodes)
    groups = _Groups(nodes)
    for edge in _ordered(_edges(connection, nodes)):
        groups.follow(edge)
    moved = {node.key: actor for node in nodes.values() if (actor := groups.first(node.key)) != node.actor}
    for key, actor in moved.items():
        connection.execute(update(schema.name).where(_NAME.key == key).values(actor=actor))
    _await_others(connection, dialect, sorted(moved))


def _await_others(connection: Connection, dialect: Dialect, names: Sequence[int]) -> None:
    """Let reports whose names have become another actor's wait for what is derived from actors."""
    entity, derivation = schema.entity.c, schema.derivation.c
    for part in parts(names, _AT_ONCE):
        wanted = (
            select(derivation.name, entity.report)
            .distinct()
            .join_from(schema.entity, schema.derivation, derivation.name != NAME)
            .where(entity.name.in_(part))
        )
        connection.execute(dialect.insert_new(schema.waiting).from_select(["derivation", "report"], wanted))


class _Groups:
    """Names in groups that grow by decisions; what may not be one is kept apart.

    What was found without people is in groups of its own besides: two names in one of these may not contradict each
    other, while people can join what they like.
    """

    def __init__(self, nodes: dict[int, _Node]) -> None:
        self._nodes = nodes
        self._members = {key: {key} for key in nodes}
        self._found = {key: {key} for key in nodes}
        self._apart: set[tuple[int, int]] = set()

    def first(self, key: int) -> int:
        """The first name of the group of a name: the key of its actor."""
        return min(self._members[key])

    def follow(self, edge: _Edge) -> None:
        """Let a decision count, unless it would bring together what others keep apart."""
        if not edge.same:
            self._apart |= {(edge.one, edge.other), (edge.other, edge.one)}
            return
        if _crossing(self._members, edge) & self._apart:
            return
        if edge.by in _RANKS:
            found = _crossing(self._found, edge)
            if any(contradict(self._nodes[one].named, self._nodes[other].named) for one, other in found):
                return
            _join(self._found, edge)
        _join(self._members, edge)


def _crossing(members: dict[int, set[int]], edge: _Edge) -> set[tuple[int, int]]:
    """The pairs that a decision would bring together."""
    one, other = members[edge.one], members[edge.other]
    return set() if one is other else {(first, second) for first in one for second in other}


def _join(members: dict[int, set[int]], edge: _Edge) -> None:
    joined = members[edge.one] | members[edge.other]
    members.update(dict.fromkeys(joined, joined))


def _ordered(edges: Iterable[_Edge]) -> list[_Edge]:
    """Decisions in the order in which they count; of those of people on one pair, the latest alone does."""
    by_people: dict[tuple[int, int], _Edge] = {}
    others = []
    for edge in sorted(edges, key=lambda edge: edge.at):
        if edge.by in _RANKS:
            others.append(edge)
        else:
            by_people[edge.one, edge.other] = edge
    said = sorted(by_people.values(), key=lambda edge: (edge.same, edge.at))
    left = [edge for edge in others if (edge.one, edge.other) not in by_people]
    return said + sorted(left, key=lambda edge: (_RANKS[edge.by], -edge.score, edge.one, edge.other))


def _together(connection: Connection, names: set[int]) -> dict[int, _Node]:
    """The names, and all that have an actor in common with one of them."""
    actors = select(_NAME.actor)
    found: dict[int, _Node] = {}
    for part in parts(sorted(names), _AT_ONCE):
        found |= _nodes(connection, _NAME.actor.in_(actors.where(_NAME.key.in_(part))))
    return found


def _reached(connection: Connection, nodes: dict[int, _Node]) -> dict[int, _Node]:
    """The names, and all that decisions tie to them."""
    fresh = dict(nodes)
    while fresh:
        ids = [node.id for node in fresh.values()]
        others: set[str] = set()
        for part in parts(ids, _AT_ONCE):
            tied = select(_ROW.one, _ROW.other).where(or_(_ROW.one.in_(part), _ROW.other.in_(part)),
                                                      _ROW.verdict == "same", _ROW.withdrawn.is_(None))  # fmt: skip
            others |= {name for pair in connection.execute(tied) for name in pair}
        known = {node.id for node in nodes.values()}
        fresh = {}
        for part in parts(sorted(others - known), _AT_ONCE):
            fresh |= _nodes(connection, _NAME.id.in_(part))
        nodes |= fresh
    return nodes


def _nodes(connection: Connection, condition: object) -> dict[int, _Node]:
    wanted = select(_NAME.key, _NAME.id, _NAME.actor, _NAME.text, _NAME.kind, _NAME.country, _NAME.registry)
    return {
        row.key: _Node(row.key, row.id, row.actor,
                       Named(text=row.text, kind=row.kind, country=row.country, registry=row.registry))
        for row in connection.execute(wanted.where(condition))  # type: ignore[arg-type]  # a condition on columns
    }  # fmt: skip


def _edges(connection: Connection, nodes: dict[int, _Node]) -> Iterator[_Edge]:
    keys = {node.id: node.key for node in nodes.values()}
    for part in parts(sorted(keys), _AT_ONCE):
        wanted = select(_ROW.one, _ROW.other, _ROW.verdict, _ROW.by, _ROW.at, _ROW.score).where(
            _ROW.one.in_(part), _ROW.verdict.in_(("same", "other")), _ROW.withdrawn.is_(None)
        )
        for row in connection.execute(wanted):
            if row.other in keys:
                yield _Edge(keys[row.one], keys[row.other], row.verdict == "same", row.by, row.at, row.score)


def _put_entries(connection: Connection, dialect: Dialect, nodes: Sequence[_Node]) -> None:
    """Keep the decisions of the gazetteer: each name of an entry is one with the first name of it."""
    entries = sorted({node.named.registry for node in nodes if node.named.registry})
    rows = []
    for part in parts(entries, _AT_ONCE):
        same = select(_NAME.registry, func.min(_NAME.key)).where(_NAME.registry.in_(part)).group_by(_NAME.registry)
        firsts = dict(connection.execute(same).all())
        ids = dict(connection.execute(select(_NAME.key, _NAME.id).where(_NAME.key.in_(firsts.values()))).all())
        rows += [
            _entry_row(node, ids[firsts[node.named.registry]])
            for node in nodes if node.named.registry in firsts and firsts[node.named.registry] != node.key
        ]  # fmt: skip
    if rows:
        connection.execute(dialect.insert_new(schema.actor_decision), rows)


def _entry_row(node: _Node, first: str) -> dict[str, object]:
    one, other = sorted((node.id, first))
    return {
        "id": identity("q", one, other, "gazetteer"), "one": one, "other": other, "verdict": "same", "by": "gazetteer",
        "at": "", "score": 1.0, "reasons": '[{"name": "entry", "weight": 1.0, "one": "", "other": ""}]',
    }  # fmt: skip
