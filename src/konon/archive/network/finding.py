"""The network over a whole archive or around one actor; what is read is bounded, however large the archive is."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Subquery, func, literal, select, union_all

from konon.archive import days, schema
from konon.archive.actors import finding
from konon.archive.network.found import MOST, TIED, TIES, Bond, Network, Node, Scope
from konon.archive.network.network_schema import bond, tie
from konon.errors import QueryError

# Of each kind so many of the strongest bonds are looked at, or, where days are asked for, of the latest ties.
_STRONGEST, NEWEST = 2_000, 2_000
# So many bonds choose who is shown, and for each actor so many are drawn at most: more can't be told apart.
_CHOOSING, _DRAWN = 6_000, 3
_TIE, _BOND, _NAME = tie.c, bond.c, schema.name.c


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What is asked of the network, understood: days as numbers, the actor in the middle by its key."""

    kinds: tuple[str, ...]
    of: tuple[str, ...]
    first: int | None
    last: int | None
    size: int
    around: int | None = None

    @property
    def timed(self) -> bool:
        """Whether days are asked for."""
        return self.first is not None or self.last is not None

    def days(self, day: ColumnElement[int]) -> list[ColumnElement[bool]]:
        """What the days ask of a day."""
        limits = [day >= self.first] if self.first is not None else []
        return limits + ([day <= self.last, day != days.UNKNOWN] if self.last is not None else [])


@dataclass(frozen=True, slots=True)
class _Row:
    """A bond by the keys of its actors."""

    one: int
    other: int
    kind: str
    number: int


def sought(scope: Scope, around: int | None = None) -> Sought:
    """What is asked; QueryError where it can't be understood tells what there is."""
    for asked, known in ((scope.kinds, TIES), (scope.of, TIED)):
        for value in asked:
            if value not in known:
                raise QueryError(f"no kind {value!r}.", subject=value, remedy=f"There are: {', '.join(known)}.")
    first, last = (_day(meaning, value) for meaning, value in
                   ((days.earliest, scope.since), (days.latest, scope.before)))  # fmt: skip
    return Sought(kinds=tuple(dict.fromkeys(scope.kinds)), of=scope.of, first=first, last=last,
                  size=min(scope.size, MOST), around=around)  # fmt: skip


def _day(meaning: Callable[[str], int | None], value: str | None) -> int | None:
    if not value:
        return None
    found = meaning(value)
    if found is None:
        raise QueryError(f"{value!r} is no date.", subject=value, remedy="Write 2024, 2024-03 or 2024-03-11.")
    return found


def network(connection: Connection, scope: Scope, around: str | None) -> Network:
    """The network that was asked for; NotKeptError where the actor in the middle is not there."""
    asked = sought(scope, finding.key_of(connection, around) if around else None)
    rows = _around(connection, asked) if asked.around is not None else _whole(connection, asked)
    degrees = _degrees(rows)
    ranked = sorted(degrees, key=lambda key: (key != asked.around, -degrees[key], key))
    shown = set(ranked[: asked.size])
    if asked.around is not None:
        rows += _among(connection, asked, shown - {asked.around})
    fitting = sorted((row for row in rows if {row.one, row.other} <= shown), key=_by_strength)
    # First what ties the one in the middle: nobody is shown without it.
    fitting.sort(key=lambda row: asked.around not in {row.one, row.other})
    kept = sorted(_tying_all(fitting)[: _DRAWN * asked.size], key=_by_strength)
    more = len(ranked) > len(shown) or len(fitting) > len(kept) or len(rows) >= _CHOOSING
    return _told(connection, asked, kept, more=more)


def _tying_all(rows: Iterable[_Row]) -> list[_Row]:
    """The bonds, before all others those that are the first of one of their actors: else some would be left alone."""
    first: list[_Row] = []
    others: list[_Row] = []
    seen: set[int] = set()
    for row in rows:
        (others if {row.one, row.other} <= seen else first).append(row)
        seen |= {row.one, row.other}
    return first + others


def _by_strength(row: _Row) -> tuple[int, int, int, str]:
    return -row.number, row.one, row.other, row.kind


def _degrees(rows: Iterable[_Row]) -> Counter[int]:
    degrees: Counter[int] = Counter()
    for row in rows:
        degrees[row.one] += row.number
        degrees[row.other] += row.number
    return degrees


def _told(connection: Connection, asked: Sought, rows: Sequence[_Row], *, more: bool) -> Network:
    degrees = _degrees(rows)
    if asked.around is not None:
        degrees.setdefault(asked.around, 0)
    wanted = select(_NAME.key, _NAME.id, _NAME.text, _NAME.kind, _NAME.country).where(_NAME.key.in_(degrees))
    nodes = {row.key: Node(id=row.id, name=row.text, kind=row.kind, country=row.country, ties=degrees[row.key])
             for row in connection.execute(wanted)}  # fmt: skip
    bonds = tuple(Bond(one=nodes[row.one].id, other=nodes[row.other].id, kind=row.kind, number=row.number)
                  for row in rows)  # fmt: skip
    actors = tuple(sorted(nodes.values(), key=lambda node: (-node.ties, node.name, node.id)))
    middle = nodes[asked.around].id if asked.around is not None else None
    newest = asked.timed and asked.around is None and _more_than_newest(connection, asked)
    return Network(actors=actors, bonds=bonds, around=middle, more=more, newest=newest)


def _more_than_newest(connection: Connection, asked: Sought) -> bool:
    """Whether any kind has more ties in these days than were counted."""
    return any(
        connection.execute(select(literal(1)).where(_TIE.kind == kind, *asked.days(_TIE.day)).offset(NEWEST).limit(1))
        .first() is not None
        for kind in asked.kinds
    )  # fmt: skip


def _whole(connection: Connection, asked: Sought) -> list[_Row]:
    """The strongest bonds of the archive, or those of the latest ties of some days."""
    if not asked.kinds or not asked.of:
        return []
    return _fitting(connection, asked, _latest(asked) if asked.timed else _strongest(asked))


def _strongest(asked: Sought) -> Subquery:
    columns = _BOND.one, _BOND.other, _BOND.kind, _BOND.number
    # In the order of the index, so that it gives them without sorting.
    parts = [select(*columns).where(_BOND.kind == kind)
             .order_by(_BOND.number.desc(), _BOND.one.desc(), _BOND.other.desc()).limit(_STRONGEST).subquery()
             for kind in asked.kinds]  # fmt: skip
    return union_all(*(select(part) for part in parts)).subquery()


def _latest(asked: Sought) -> Subquery:
    parts = [select(_TIE.one, _TIE.other, _TIE.kind).where(_TIE.kind == kind, *asked.days(_TIE.day))
             .order_by(_TIE.day.desc(), _TIE.one.desc(), _TIE.other.desc()).limit(NEWEST).subquery()
             for kind in asked.kinds]  # fmt: skip
    every = union_all(*(select(part) for part in parts)).subquery().c
    counted = select(every.one, every.other, every.kind, func.count().label("number"))
    return counted.group_by(every.one, every.other, every.kind).subquery()


def _fitting(connection: Connection, asked: Sought, bonds: Subquery) -> list[_Row]:
    """Of bonds those whose actors are of the kinds that were asked for; the one in the middle is of any."""
    found = bonds.c
    wanted = select(found.one, found.other, found.kind, found.number)
    for side in (found.one, found.other):
        named = schema.name.alias()
        middle = named.c.key == asked.around if asked.around is not None else literal(value=False)
        wanted = wanted.join(named, named.c.key == side).where(named.c.kind.in_(asked.of) | middle)
    wanted = wanted.order_by(found.number.desc(), found.one, found.other, found.kind).limit(_CHOOSING)
    return [_Row(*row) for row in connection.execute(wanted)]


def _around(connection: Connection, asked: Sought) -> list[_Row]:
    """What ties an actor to others, in either direction."""
    sides = (_TIE.one, _TIE.other) if asked.timed else (_BOND.one, _BOND.other)
    return [row for side in sides for row in _fitting(connection, asked, _of(asked, side == asked.around))]


def _of(asked: Sought, whose: ColumnElement[bool]) -> Subquery:
    """Bonds whose actors fit: those that are kept, or made of the ties of some days."""
    return _bonds(asked, whose).subquery()


def _bonds(asked: Sought, whose: ColumnElement[bool]) -> Select[Any]:
    if not asked.timed:
        return select(_BOND.one, _BOND.other, _BOND.kind, _BOND.number).where(whose, _BOND.kind.in_(asked.kinds))
    counted = select(_TIE.one, _TIE.other, _TIE.kind, func.count().label("number"))
    counted = counted.where(whose, _TIE.kind.in_(asked.kinds), *asked.days(_TIE.day))
    return counted.group_by(_TIE.one, _TIE.other, _TIE.kind)


def _among(connection: Connection, asked: Sought, actors: set[int]) -> list[_Row]:
    """What ties those who are around an actor to each other."""
    both = _BOND.one.in_(actors), _BOND.other.in_(actors), _BOND.kind.in_(asked.kinds)
    number: Any = _BOND.number
    if asked.timed:
        same = _TIE.one == _BOND.one, _TIE.other == _BOND.other, _TIE.kind == _BOND.kind
        number = select(func.count()).where(*same, *asked.days(_TIE.day)).scalar_subquery()
    wanted = select(_BOND.one, _BOND.other, _BOND.kind, number.label("number")).where(*both).limit(_CHOOSING)
    return [_Row(*row) for row in connection.execute(wanted) if row.number]
