"""Where the databases differ: how they are opened and locked, and how they search texts.

Nothing else knows which one it is.
"""

import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Select,
    Table,
    TableClause,
    column,
    create_engine,
    event,
    func,
    literal,
    select,
    table,
    text,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.dialects.sqlite.base import SQLiteCompiler
from sqlalchemy.engine import URL
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.dml import Insert

from konon.errors import ArchiveError

# Long enough for another process to keep a report, also on a slow disk.
_PATIENCE_SECONDS = 60
WRITES = "konon_writes"
# So many questions can be asked at once; more wait for their turn.
CONNECTIONS = 16
# After so many of its steps, which take some milliseconds, SQLite asks whether to go on.
_STEPS = 200_000
# What PostgreSQL calls a question that it gave up (`query_canceled`).
_GIVEN_UP = "57014"
# From so many texts on, looking each of them up takes longer than going along the days until a page is full.
_MANY = {"report": 2_000, "statement": 20_000}
# The log is folded into the file every 40 MB, since that waits for the disk; nothing is lost when the process dies.
_PRAGMAS = (
    "journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "cache_size=-65536", "wal_autocheckpoint=10000",
)  # fmt: skip


# A page of an index costs no more than the next one of a table where they are in memory or on a solid disk. To start
# helpers, or to compile a query, takes longer than what is asked here.
_SETTINGS = ("random_page_cost = 1.1", "max_parallel_workers_per_gather = 0", "jit = off")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Terms that stand behind each other: as they are written, or as stems; the last may be only begun."""

    terms: tuple[str, ...]
    stemmed: bool = False
    begun: bool = False

    @property
    def field(self) -> str:
        """The column of terms that it is sought in."""
        return "stems" if self.stemmed else "words"


@dataclass(frozen=True, slots=True)
class Terms:
    """A text as it is searched: its words and their stems, under the key of what it is the text of."""

    key: int
    words: Sequence[str]
    stems: Sequence[str]


class Dialect(Protocol):
    """What an archive asks of its database beyond common SQL."""

    name: str

    def open(self, url: URL) -> Engine:
        """An engine whose connections begin as this database needs it."""
        ...

    def lock(self, connection: Connection, *subjects: str) -> None:
        """Keep others from writing on these subjects until the transaction ends."""
        ...

    def insert_new(self, into: Table) -> Insert:
        """An insert that leaves out the rows that are there already."""
        ...

    def terms_ddl(self, kind: str) -> list[str]:
        """The statements that make the tables of the terms of a kind of text."""
        ...

    def write_terms(self, connection: Connection, kind: str, rows: Sequence[Terms]) -> None:
        """Make texts searchable."""
        ...

    def drop_terms(self, connection: Connection, kind: str, first: int, last: int) -> None:
        """Forget the texts with these keys, where a search would otherwise find them."""
        ...

    def matching(self, kind: str, phrases: Sequence[Phrase], without: Sequence[Phrase] = ()) -> Select[Any]:
        """The keys of the texts that hold all of the phrases, and none of those that they are to be without."""
        ...

    def holding(self, kind: str, key: ColumnElement[int], phrase: Phrase) -> ColumnElement[bool]:
        """Whether the text with a key holds a phrase, as it is asked of texts that are found otherwise."""
        ...

    def many(self, connection: Connection, kind: str, phrases: Sequence[Phrase]) -> bool:
        """Whether so many texts hold the phrases that the newest are found by going along the days."""
        ...

    def walking(self, wanted: Select[Any], over: Table, index: str) -> Select[Any]:
        """The same selection, found by going along an index of a table, where the database has to be told so."""
        ...

    def complaints(self, connection: Connection) -> list[str]:
        """What the database itself finds wrong."""
        ...

    def bytes_used(self, connection: Connection) -> int:
        """How many bytes the archive takes."""
        ...

    def state(self, connection: Connection) -> str:
        """What tells one state of the archive from another, where it is asked for on the same connection."""
        ...

    def hurry(self, connection: Connection, seconds: float) -> AbstractContextManager[None]:
        """A time in which a question is given up once it takes so long."""
        ...

    def hurried(self, error: DBAPIError) -> bool:
        """Whether an error is that of a question that was given up."""
        ...


class _Compiler(SQLiteCompiler):
    """SQL as SQLite takes it, with the index that a table is told to be gone along by."""

    def get_from_hint_text(self, table: object, text: str | None) -> str | None:  # noqa: ARG002 - SQLAlchemy's signature
        """The hint as it stands."""
        return text


class Sqlite:
    """SQLite: a file with a write-ahead log, so that reading goes on while one process writes."""

    name = "sqlite"

    def open(self, url: URL) -> Engine:
        """An engine that begins a transaction that writes by taking the lock, so that it need not be done again."""
        # The driver would begin transactions by itself, and too late; see SQLAlchemy's notes on pysqlite.
        engine = create_engine(url, connect_args={"timeout": _PATIENCE_SECONDS, "isolation_level": None},
                               pool_size=CONNECTIONS)  # fmt: skip
        engine.dialect.statement_compiler = _Compiler
        event.listen(engine, "connect", self._prepare)
        event.listen(engine, "begin", self._begin)
        return engine

    def lock(self, connection: Connection, *subjects: str) -> None:
        """Nothing: whoever writes holds the lock on the whole file."""

    def insert_new(self, into: Table) -> Insert:
        """An insert that leaves out the rows that are there already."""
        return sqlite.insert(into).on_conflict_do_nothing()

    def terms_ddl(self, kind: str) -> list[str]:
        """A contentless index: a reading's keys never come again, so terms of one that is gone find nothing."""
        return [
            f"CREATE VIRTUAL TABLE {kind}_terms USING "
            "fts5(words, stems, content='', tokenize='unicode61 remove_diacritics 0')"
        ]

    def write_terms(self, connection: Connection, kind: str, rows: Sequence[Terms]) -> None:
        """Make texts searchable."""
        into = text(f"INSERT INTO {kind}_terms (rowid, words, stems) VALUES (:key, :words, :stems)")  # noqa: S608
        values = [{"key": row.key, "words": " ".join(row.words), "stems": " ".join(row.stems)} for row in rows]
        connection.execute(into, values)

    def drop_terms(self, connection: Connection, kind: str, first: int, last: int) -> None:
        """Nothing: what they are the terms of is gone, and a contentless index can't forget."""

    def matching(self, kind: str, phrases: Sequence[Phrase], without: Sequence[Phrase] = ()) -> Select[Any]:
        """The keys of the texts that hold all of the phrases, and none of those that they are to be without."""
        wanted = f"({' AND '.join(map(_match, phrases))})" + "".join(f" NOT {_match(phrase)}" for phrase in without)
        index = table(f"{kind}_terms", column("rowid"), column(f"{kind}_terms"))
        return select(index.c.rowid).where(index.c[f"{kind}_terms"].op("MATCH")(wanted))

    def holding(self, kind: str, key: ColumnElement[int], phrase: Phrase) -> ColumnElement[bool]:
        """Whether the text with a key holds a phrase: all that do are found first, since one is not found alone."""
        return key.in_(self.matching(kind, [phrase]))

    def many(self, connection: Connection, kind: str, phrases: Sequence[Phrase]) -> bool:
        """Whether so many texts hold the phrases that the newest are found by going along the days."""
        some = self.matching(kind, phrases).limit(_MANY[kind]).subquery()
        return connection.execute(select(func.count()).select_from(some)).scalar_one() == _MANY[kind]

    def walking(self, wanted: Select[Any], over: Table, index: str) -> Select[Any]:
        """The same selection, found by going along an index of a table: SQLite would look up all that is in a list."""
        return wanted.with_hint(over, f"INDEXED BY {index}")

    def complaints(self, connection: Connection) -> list[str]:
        """What SQLite's own checks find wrong."""
        found = [str(row[0]) for row in connection.execute(text("PRAGMA integrity_check"))]
        broken = connection.execute(text("PRAGMA foreign_key_check")).all()
        return [line for line in found if line != "ok"] + [f"{row[0]}: names a row of {row[2]} that is not there"
                                                           for row in broken]  # fmt: skip

    def bytes_used(self, connection: Connection) -> int:
        """The size of the file, without what is free in it."""
        pages, free, size = (
            int(connection.execute(text(f"PRAGMA {what}")).scalar_one())
            for what in ("page_count", "freelist_count", "page_size")
        )
        return (pages - free) * size

    def state(self, connection: Connection) -> str:
        """The number that changes for a connection when another one has written."""
        return str(connection.execute(text("PRAGMA data_version")).scalar_one())

    @contextmanager
    def hurry(self, connection: Connection, seconds: float) -> Iterator[None]:
        """A time in which a question is given up: SQLite asks from time to time whether it shall go on."""
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)  # noqa: S101 - for the type checker
        latest = time.monotonic() + seconds
        driver.set_progress_handler(lambda: time.monotonic() > latest, _STEPS)
        try:
            yield
        finally:
            driver.set_progress_handler(None, 0)

    def hurried(self, error: DBAPIError) -> bool:
        """Whether SQLite was interrupted."""
        return getattr(error.orig, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT

    def _prepare(self, connection: DBAPIConnection, _record: object) -> None:
        for pragma in _PRAGMAS:
            cursor = connection.cursor()
            cursor.execute(f"PRAGMA {pragma}")
            cursor.close()

    def _begin(self, connection: Connection) -> None:
        writes = connection.get_execution_options().get(WRITES, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _match(phrase: Phrase) -> str:
    return f'{phrase.field} : "{" ".join(phrase.terms)}"{" *" if phrase.begun else ""}'


class Postgres:
    """PostgreSQL: a server that many people share."""

    name = "postgresql"

    def open(self, url: URL) -> Engine:
        """An engine over psycopg 3, whose sessions plan for short look-ups."""
        try:
            engine = create_engine(url.set(drivername="postgresql+psycopg"), pool_pre_ping=True, pool_size=CONNECTIONS)
        except ModuleNotFoundError as error:
            remedy = "Install it: pip install 'konon[postgres]'."
            raise ArchiveError("psycopg is not installed.", subject="PostgreSQL", remedy=remedy) from error
        event.listen(engine, "connect", self._prepare)
        return engine

    def lock(self, connection: Connection, *subjects: str) -> None:
        """Keep others from writing on these subjects until the transaction ends; all lock in one order."""
        connection.execute(_LOCK, {"subjects": list(subjects)})

    def insert_new(self, into: Table) -> Insert:
        """An insert that leaves out the rows that are there already."""
        return postgresql.insert(into).on_conflict_do_nothing()

    def terms_ddl(self, kind: str) -> list[str]:
        """A table of text vectors, each column with its index."""
        return [
            f"CREATE TABLE {kind}_terms (rowid BIGINT PRIMARY KEY, words TSVECTOR NOT NULL, stems TSVECTOR NOT NULL)",
            *(f"CREATE INDEX {kind}_terms_{field} ON {kind}_terms USING gin ({field})" for field in ("words", "stems")),
        ]

    def write_terms(self, connection: Connection, kind: str, rows: Sequence[Terms]) -> None:
        """Make texts searchable."""
        into = text(
            f"INSERT INTO {kind}_terms (rowid, words, stems) "  # noqa: S608 - the kinds are ours
            "VALUES (:key, CAST(:words AS tsvector), CAST(:stems AS tsvector))"
        )
        values = [{"key": row.key, "words": _vector(row.words), "stems": _vector(row.stems)} for row in rows]
        connection.execute(into, values)

    def drop_terms(self, connection: Connection, kind: str, first: int, last: int) -> None:
        """Forget the texts with these keys."""
        gone = text(f"DELETE FROM {kind}_terms WHERE rowid BETWEEN :first AND :last")  # noqa: S608 - as above
        connection.execute(gone, {"first": first, "last": last})

    def matching(self, kind: str, phrases: Sequence[Phrase], without: Sequence[Phrase] = ()) -> Select[Any]:
        """The keys of the texts that hold all of the phrases, and none of those that they are to be without."""
        index = _terms(kind)
        missing = (~_holds(index, phrase) for phrase in without)
        return select(index.c.rowid).where(*(_holds(index, phrase) for phrase in phrases), *missing)

    def holding(self, kind: str, key: ColumnElement[int], phrase: Phrase) -> ColumnElement[bool]:
        """Whether the text with a key holds a phrase; the server finds by itself how that is told soonest."""
        index = _terms(kind)
        return select(index.c.rowid).where(index.c.rowid == key, _holds(index, phrase)).exists()

    def many(self, connection: Connection, kind: str, phrases: Sequence[Phrase]) -> bool:  # noqa: ARG002 - it has no need of them
        """False: the server finds by itself which way is shorter."""
        return False

    def walking(self, wanted: Select[Any], over: Table, index: str) -> Select[Any]:  # noqa: ARG002 - it has no need of them
        """The same selection: the server knows how many rows there are, and chooses by that."""
        return wanted

    def complaints(self, connection: Connection) -> list[str]:
        """Nothing: the server watches over its own files and constraints."""
        connection.execute(select(literal(1)))
        return []

    def bytes_used(self, connection: Connection) -> int:
        """The size of the database."""
        return int(connection.execute(text("SELECT pg_database_size(current_database())")).scalar_one())

    def state(self, connection: Connection) -> str:
        """What transactions are seen, which is the same only while nothing was written on the server."""
        return str(connection.execute(text("SELECT CAST(pg_current_snapshot() AS text)")).scalar_one())

    @contextmanager
    def hurry(self, connection: Connection, seconds: float) -> Iterator[None]:
        """A time in which a question is given up; the setting ends with the transaction."""
        connection.execute(text(f"SET LOCAL statement_timeout = {round(seconds * 1000)}"))
        yield

    def hurried(self, error: DBAPIError) -> bool:
        """Whether the server gave the question up."""
        return getattr(error.orig, "sqlstate", None) == _GIVEN_UP

    def _prepare(self, connection: DBAPIConnection, _record: object) -> None:
        cursor = connection.cursor()
        for setting in _SETTINGS:
            cursor.execute(f"SET {setting}")
        cursor.close()
        connection.commit()


_LOCK = text(
    "SELECT pg_advisory_xact_lock(subject) FROM (SELECT DISTINCT hashtextextended(name, 0) AS subject "
    "FROM unnest(CAST(:subjects AS text[])) AS name ORDER BY subject) AS sorted"
)
# The server's own limits: positions behind these are all told as the last one.
_LAST_POSITION = 16_383
_MOST_POSITIONS = 255


def _vector(words: Sequence[str]) -> str:
    """A text vector written out, so that the server's own notion of a word does not matter."""
    places: dict[str, list[str]] = {}
    for place, word in enumerate(words, 1):
        listed = places.setdefault(word, [])
        if len(listed) < _MOST_POSITIONS:
            listed.append(str(min(place, _LAST_POSITION)))
    return " ".join(f"'{word}':{','.join(dict.fromkeys(listed))}" for word, listed in places.items())


def _terms(kind: str) -> TableClause:
    return table(f"{kind}_terms", column("rowid"), column("words"), column("stems"))


def _holds(index: TableClause, phrase: Phrase) -> ColumnElement[bool]:
    return index.c[phrase.field].op("@@", is_comparison=True)(literal(_phrase(phrase)).cast(postgresql.TSQUERY))


def _phrase(phrase: Phrase) -> str:
    wanted = " <-> ".join(f"'{term}'" for term in phrase.terms)
    return f"{wanted}:*" if phrase.begun else wanted


def dialect_of(url: URL) -> Dialect:
    """The dialect of a database's URL; ArchiveError names those that there are."""
    kind = url.get_backend_name()
    if kind == "sqlite":
        return Sqlite()
    if kind in {"postgresql", "postgres"}:
        return Postgres()
    raise ArchiveError(f"no archive on {kind!r}.", subject=url.render_as_string(),
                       remedy="Give a file, sqlite:///FILE or postgresql://….")  # fmt: skip
