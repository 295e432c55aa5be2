"""What an archive knows of the bearers of names, as far as it is needed to tell them apart."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, Select, select

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
    known = set(connection.execute(select(held).where(held.in_(wanted))).scalars())
    rows = [
        {"key": key, "name": profile.key} for profile in of(connection, wanted) for key in actors.keys(profile.named)
    ]
    if rows:
        connection.execute(dialect.insert_new(schema.name_key), rows)
    return set(wanted) - known


def of(connection: Connection, names: Sequence[int]) -> list[Profile]:
    """The names with these keys, with all that is known of their bearers."""
    bare = dict(_bare(connection, names))
    rows = connection.execute(select(_NAME.key, _NAME.id, _NAME.actor).where(_NAME.key.in_(names)).order_by(_NAME.key))
    return [Profile(key, identifier, actor, _told(connection, key, bare[key])) for key, identifier, actor in rows.all()]


def near(connection: Connection, profile: Profile) -> tuple[list[Profile], bool]:
    """The names that may be of the same actor, and whether there are more than can be compared."""
    held = schema.name_key.c
    found: Counter[int] = Counter()
    called: set[int] = set()
    more = False
    for key in sorted(actors.seeks(profile.named)):
        wanted = select(held.name).where(held.key == key, held.name != profile.key).order_by(held.name.desc())
        names = connection.execute(wanted.limit(_MOST_NEAR + 1)).scalars().all()
        more = more or len(names) > _MOST_NEAR
        found.update(names[:_MOST_NEAR])
        called.update(names if actors.by_form(key) else ())
    likeliest = sorted(name for name, _ in found.most_common(2 * _MOST_NEAR))
    # What reports tell costs look-ups: it is asked for where the names alone allow that they are of one actor.
    kept = [name for name, named in _bare(connection, likeliest)
            if name in called or actors.likeness(profile.named, named)]  # fmt: skip
    return of(connection, kept), more


def _bare(connection: Connection, names: Sequence[int]) -> Iterator[tuple[int, Named]]:
    wanted = select(_NAME.key, _NAME.text, _NAME.kind, _NAME.country, _NAME.registry).where(_NAME.key.in_(names))
    for key, text, kind, country, registry in connection.execute(wanted.order_by(_NAME.key)):
        yield key, Named(text=text, kind=kind, country=country, registry=registry)


def _told(connection: Connection, key: int, bare: Named) -> Named:
    """A name with what the latest reports tell of its bearer."""
    held, called = schema.held.c, schema.called.c
    roles = connection.execute(
        select(held.title, held.body).where(held.name == key).order_by(held.report.desc()).limit(_REPORTS)
    ).all()
    forms = select(called.form).where(called.name == key).order_by(called.report.desc()).limit(_REPORTS)
    reports = connection.execute(_latest(key)).scalars().all()
    return replace(
        bare, roles=frozenset(role.title for role in roles), bodies=frozenset(role.body for role in roles if role.body),
        forms=frozenset(connection.execute(forms).scalars()), reports=frozenset(reports),
        met=frozenset(connection.execute(_met(key, reports)).scalars()) if reports else frozenset(),
    )  # fmt: skip


def _latest(key: int) -> Select[int]:
    kept = schema.report.c
    return (
        select(_ENTITY.report)
        .join_from(schema.entity, schema.report, kept.key == _ENTITY.report)
        .where(_ENTITY.name == key, kept.newest.is_(True))
        .order_by(_ENTITY.report.desc())
        .limit(_REPORTS)
    )


def _met(key: int, reports: Sequence[int]) -> Select[int]:
    """The actors that these reports name beside a name."""
    read = schema.reading.c
    first = read.key * schema.PARTS
    return (
        select(_NAME.actor)
        .distinct()
        .join_from(schema.reading, schema.entity, _ENTITY.key.between(first, first + schema.PARTS - 1))
        .join(schema.name, _NAME.key == _ENTITY.name)
        .where(read.report.in_(reports), read.record.is_not(None), _NAME.key != key, _NAME.kind.not_in(_MET_BY_ALL))
    )
