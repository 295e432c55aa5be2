"""Statements of the archive as they are compared: content, source and day, loaded by their keys."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import Connection, select

from konon.archive import days, schema
from konon.archive.keys import parts
from konon.archive.terms import stem
from konon.compare.contents import Content, content
from konon.compare.sources import Source
from konon.compare.spoken import installed
from konon.compare.tellings import Telling
from konon.record.vocabulary import Act

DENYING: frozenset[Act] = frozenset({"deny", "reject"})
# Neighbours in time are compared with each other again and again.
_REMEMBERED = 50_000
_AT_ONCE = 500
_SAID = schema.statement.c


@dataclass(frozen=True, slots=True)
class Said:
    """A statement: its key, its report's, its act, its day as a number, its source's name, and how it is compared."""

    key: int
    report: int
    act: str
    day: int
    name: int | None
    telling: Telling

    @property
    def actor(self) -> int | None:
        """The actor that said it."""
        return self.telling.source.actor if self.telling.source else None


def load(connection: Connection, keys: Iterable[int]) -> dict[int, Said]:
    """The statements with these keys that are there and of newest versions."""
    distinct = dict.fromkeys(keys)
    return {said.key: said for some in parts(distinct, _AT_ONCE) for said in _loaded(connection, some)}


def _loaded(connection: Connection, keys: Sequence[int]) -> Iterator[Said]:
    name = schema.name.c
    wanted = (
        select(_SAID.key, _SAID.report, _SAID.act, _SAID.day, _SAID.source, name.actor, name.folded, name.kind,
               schema.wording.c.content, schema.report.c.language)
        .join_from(schema.statement, schema.wording, schema.wording.c.statement == _SAID.key)
        .join(schema.report, schema.report.c.key == _SAID.report)
        .outerjoin(schema.name, name.key == _SAID.source)
        .where(_SAID.key.in_(keys), _SAID.newest.is_(True))
    )  # fmt: skip
    for key, report, act, day, source, actor, folded, kind, words, code in connection.execute(wanted):
        telling = Telling(
            _content(words, code), Source(actor, folded, kind) if source is not None else None, days.ordinal(day),
            denied=act in DENYING,
        )  # fmt: skip
        yield Said(key, report, act, day, source, telling)


def present(connection: Connection, keys: Iterable[int]) -> set[int]:
    """Which of these statements are there, and of newest versions; what was read anew is gone until it is derived."""
    found: set[int] = set()
    for some in parts(dict.fromkeys(keys), _AT_ONCE):
        wanted = select(_SAID.key).where(_SAID.key.in_(some), _SAID.newest.is_(True))
        found.update(connection.execute(wanted).scalars())
    return found


def names_of_actors(connection: Connection, actors: Iterable[int]) -> dict[int, int]:
    """The keys of all names of these actors, each with its actor."""
    kept = schema.name.c
    found = connection.execute(select(kept.key, kept.actor).where(kept.actor.in_(list(actors))))
    return dict(found.all())


@lru_cache(_REMEMBERED)
def _content(words: str, code: str) -> Content:
    spoken = installed(code)
    return content(words, language=spoken, stem=stem if spoken else str)
