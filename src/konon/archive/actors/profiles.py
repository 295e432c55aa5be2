"""What an archive knows of the bearers of names, as far as it is needed to tell them apart."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, select

from konon.archive import schema
from konon.archive.dialect import Dialect
from konon.compare import actors
from konon.compare.actors import Named

# So many names at most are compared with one for each thing that it is found by; with more, it is too common a name.
_MOST_NEAR = 25
# So many of the latest reports tell of a bearer.
_REPORTS = 20
# Those whom everybody meets tell nothing of anybody.
_MET_BY_ALL = ("state", "place", "media", "group")
_NAME = schema.name.c
_ENTITY = schema.entity.c


@dataclass(frozen=True, slots=True)
class Profile:
    """A name with its key, id and present actor, and what reports tell of its bearer."""

    key: int
    id: str
    actor: int
    named: Named


def put_keys(connection: Connection, dialect: Dialect, names: Iterable[int]) -> set[int]:
    """Let names be found; gives those that could not be before."""
    wanted = sorted(set(names))
    held = schema.name_key.c.name
    known = set(connection.execute(select(held).where(held.in_(wanted)).distinct()).scalars())
    bare = bare_of(connection, wanted)
    rows = [{"key": key, "name": name} for name, named in bare.items()
            if name not in known for key in actors.keys(named)]  # fmt: skip
    if rows:
        connection.execute(dialect.insert_new(schema.name_key), rows)
    return set(wanted) - known


def of(connection: Connection, names: Sequence[int]) -> list[Profile]:
    """The names with these keys, with all that is known of their bearers."""
    bare = bare_of(connection, names)
    rows = connection.execute(select(_NAME.key, _NAME.id, _NAME.actor).where(_NAME.key.in_(names)).order_by(_NAME.key))
    return [Profile(key, identifier, actor, _told(connection, key, bare[key])) for key, identifier, actor in rows.all()]


def near(connection: Connection, name: int, named: Named) -> tuple[list[int], bool]:
    """The names that may be of the same actor, and whether there are more than can be compared."""
    found: Counter[int] = Counter()
    called: set[int] = set()
    more = False
    for key in sorted(actors.seeks(named)):
        names = connection.execute(_FOUND_BY, {"sought": key, "but": name}).scalars().all()
        more = more or len(names) > _MOST_NEAR
        found.update(names[:_MOST_NEAR])
        called.update(names if key.startswith(actors.FORM) else ())
    likeliest = [candidate for candidate, _ in found.most_common(2 * _MOST_NEAR)]
    # What reports tell costs look-ups: it is asked for where the names alone allow that they are of one actor.
    kept = [candidate for candidate, other in bare_of(connection, likeliest).items()
            if candidate in called or actors.likeness(named, other)]  # fmt: skip
    return kept, more


def bare_of(connection: Connection, names: Sequence[int]) -> dict[int, Named]:
    """The names with these keys, with other forms that reports have for them, and nothing else that these tell."""
    if not names:
        return {}
    forms: dict[int, set[str]] = {}
    called = select(_KEY.name, _KEY.key).where(_KEY.name.in_(names), _KEY.key.startswith(actors.FORM))
    for name, key in connection.execute(called):
        forms.setdefault(name, set()).add(key.removeprefix(actors.FORM))
    wanted = select(_NAME.key, _NAME.text, _NAME.kind, _NAME.country, _NAME.registry).where(_NAME.key.in_(names))
    return {
        key: Named(text=text, kind=kind, country=country, registry=registry,
                   forms=frozenset(forms.get(key, ())) - {actors.form(text)})
        for key, text, kind, country, registry in connection.execute(wanted.order_by(_NAME.key))
    }  # fmt: skip


def _told(connection: Connection, key: int, bare: Named) -> Named:
    """A name with what the latest reports tell of its bearer."""
    of_name = {"sought": key}
    roles = connection.execute(_ROLES, of_name).all()
    reports = connection.execute(_LATEST, of_name).scalars().all()
    return replace(
        bare, roles=frozenset(role.title for role in roles), bodies=frozenset(role.body for role in roles if role.body),
        reports=frozenset(reports), met=frozenset(connection.execute(_MET, of_name | {"reports": reports}).scalars()),
    )  # fmt: skip


# Made once, since making them takes longer than asking them.
_SOUGHT: BindParameter[Any] = bindparam("sought")
_KEY = schema.name_key.c
_FOUND_BY = (
    select(_KEY.name)
    .where(_KEY.key == _SOUGHT, _KEY.name != bindparam("but"))
    .order_by(_KEY.name.desc())
    .limit(_MOST_NEAR + 1)
)
_HELD = schema.held.c
_ROLES = select(_HELD.title, _HELD.body).where(_HELD.name == _SOUGHT).order_by(_HELD.report.desc()).limit(_REPORTS)
_LATEST = (
    select(_ENTITY.report)
    .join_from(schema.entity, schema.report, schema.report.c.key == _ENTITY.report)
    .where(_ENTITY.name == _SOUGHT, schema.report.c.newest.is_(True))
    .order_by(_ENTITY.report.desc())
    .limit(_REPORTS)
)
_FIRST_PART = schema.reading.c.key * schema.PARTS
# The actors that reports name beside a name.
_MET = (
    select(_NAME.actor)
    .distinct()
    .join_from(schema.reading, schema.entity, _ENTITY.key.between(_FIRST_PART, _FIRST_PART + schema.PARTS - 1))
    .join(schema.name, _NAME.key == _ENTITY.name)
    .where(
        schema.reading.c.report.in_(bindparam("reports", expanding=True)), schema.reading.c.record.is_not(None),
        _NAME.key != _SOUGHT, _NAME.kind.not_in(_MET_BY_ALL),
    )
)  # fmt: skip
