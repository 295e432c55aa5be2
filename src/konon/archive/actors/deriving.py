"""Which names of many reports are one actor: found as reports come, by look-ups among names that are like them."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection, delete, select

from konon.archive import schema
from konon.archive.actors import clusters, decisions, profiles
from konon.archive.actors.profiles import Profile
from konon.archive.dialect import Dialect
from konon.archive.kept import Kept
from konon.compare import actors
from konon.compare.actors import CERTAIN, DOUBTFUL, MARGIN, Likeness, Named, Reason
from konon.record import Entity

_UNNAMED = "group"
# What counts against a short form that several could have, and for one that only one has.
_RIVALS, _SOLE = -0.3, 0.1
_ENTITY = schema.entity.c
_CALLED = schema.called.c


class Resolution:
    """Puts names of many reports together as actors."""

    name = clusters.NAME
    version = 1

    def derive(self, connection: Connection, dialect: Dialect, kept: Kept) -> None:
        """Keep what a report tells of those it names, and settle who they are."""
        names = _names(connection, kept)
        fresh = profiles.put_keys(connection, dialect, names.values())
        before = _forget(connection, kept.key)
        if kept.newest:
            _keep(connection, dialect, kept, names)
        _drop_forms(connection, before)
        changed: set[int] = set()
        done: set[int] = set()
        for name, named in profiles.bare_of(connection, sorted(set(names.values()))).items():
            # The gazetteer has settled who it is; what is like it was asked for when it came.
            if named.kind != _UNNAMED and (named.registry is None or name in fresh):
                changed |= _settle(connection, dialect, name, named, done=done)
        if changed:
            clusters.rebuild(connection, dialect, changed)


def _forget(connection: Connection, report: int) -> list[tuple[int, str]]:
    """Forget what a report told; gives the other forms that it had for names."""
    before = [(name, form) for name, form in
              connection.execute(select(_CALLED.name, _CALLED.form).where(_CALLED.report == report))]  # fmt: skip
    for table in (schema.held, schema.called):
        connection.execute(delete(table).where(table.c.report == report))
    return before


def _drop_forms(connection: Connection, before: Sequence[tuple[int, str]]) -> None:
    """Let names no longer be found by forms that no report has for them any more."""
    for name, form in before:
        if connection.execute(select(_CALLED.name).where(_CALLED.name == name, _CALLED.form == form)).first() is None:
            key = schema.name_key.c
            gone = key.name == name, key.key == f"{actors.FORM}{form}"
            connection.execute(delete(schema.name_key).where(*gone))


def _names(connection: Connection, kept: Kept) -> dict[str, int]:
    """The key of the name of each entity."""
    first = kept.reading * schema.PARTS
    wanted = select(_ENTITY.id, _ENTITY.name).where(_ENTITY.key.between(first, first + schema.PARTS - 1))
    return dict(connection.execute(wanted).all())


def _keep(connection: Connection, dialect: Dialect, kept: Kept, names: dict[str, int]) -> None:
    """Keep titles and further names that a report has for those it names."""
    entities = {entity.id: entity for entity in kept.record.entities}
    held, called = [], []
    for entity in kept.record.entities:
        of = {"name": names[entity.id], "report": kept.key}
        for role in entity.roles:
            body = entities[role.organization].name if role.organization else ""
            held.append({**of, "title": actors.form(role.title.lower()), "body": actors.form(body)})
        called += [{**of, "form": form} for form in _forms(kept, entity)]
    keys = [{"key": f"{actors.FORM}{row['form']}", "name": row["name"]} for row in called]
    for table, rows in ((schema.held, held), (schema.called, called), (schema.name_key, keys)):
        if rows:
            connection.execute(dialect.insert_new(table), rows)


def _forms(kept: Kept, entity: Entity) -> set[str]:
    """Other names of an organization in its report; a person's are words of the name, which tell nothing more."""
    if entity.kind == "person":
        return set()
    own = actors.form(entity.name)
    said = {actors.form(kept.record.quote(mention.start, mention.end)) for mention in entity.mentions
            if mention.form == "name"}  # fmt: skip
    return said - {own, ""}


def _settle(connection: Connection, dialect: Dialect, name: int, named: Named, *, done: set[int]) -> set[int]:
    """Compare a name with those that are like it; gives the keys of names whose actors that may change."""
    if name in done:
        return set()
    done.add(name)
    near, more = profiles.near(connection, name, named)
    if not near:
        return set()
    (profile,) = profiles.of(connection, [name])
    changed: set[int] = set()
    short = actors.is_short(named)
    found: list[tuple[Profile, Likeness | None]] = []
    for other in profiles.of(connection, near):
        if not short and actors.is_short(other.named):
            # A short form is settled among all who could have it.
            changed |= _settle(connection, dialect, other.key, other.named, done=done)
        else:
            found.append((other, actors.likeness(profile.named, other.named)))
    if short:
        found = _among_rivals(found, more=more)
    for other, likeness in found:
        changed |= _put(connection, dialect, profile, other, likeness)
    return changed


def _among_rivals(found: Sequence[tuple[Profile, Likeness | None]], *,
                  more: bool) -> list[tuple[Profile, Likeness | None]]:  # fmt: skip
    """The likenesses of a short form, less where somebody else could have it too, more where nobody could."""
    best: dict[int, float] = {}
    for other, likeness in found:
        if likeness and not actors.is_short(other.named):
            best[other.actor] = max(best.get(other.actor, 0.0), likeness.score)
    weighed: list[tuple[Profile, Likeness | None]] = []
    for other, likeness in found:
        if likeness is None or actors.is_short(other.named):
            weighed.append((other, likeness))
            continue
        rivals = [score for actor, score in best.items() if actor != other.actor]
        if more or any(score > likeness.score - MARGIN for score in rivals):
            weighed.append((other, _with(likeness, Reason("rivals", _RIVALS, other.named.text, str(len(rivals))))))
        elif not rivals:
            weighed.append((other, _with(likeness, Reason("sole", _SOLE, other.named.text, ""))))
        else:
            weighed.append((other, likeness))
    return weighed


def _with(likeness: Likeness, reason: Reason) -> Likeness:
    score = round(min(max(likeness.score + reason.weight, 0.0), actors.MOST), 3)
    return replace(likeness, score=score, reasons=(*likeness.reasons, reason))


def _put(connection: Connection, dialect: Dialect, one: Profile, other: Profile,
         likeness: Likeness | None) -> set[int]:  # fmt: skip
    pair = (one.id, other.id) if one.id < other.id else (other.id, one.id)
    row = None
    if likeness and likeness.score >= DOUBTFUL:
        verdict: decisions.Verdict = "same" if likeness.score >= CERTAIN else "doubtful"
        row = decisions.made(pair, verdict, by=decisions.KONON, score=likeness.score, reasons=likeness.reasons)
    return {one.key, other.key} if decisions.put(connection, dialect, row, pair=pair) else set()
