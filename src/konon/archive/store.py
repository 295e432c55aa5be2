"""A database with an archive in it: opened, made, brought up to date."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from contextvars import ContextVar
from importlib import resources
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Self

from sqlalchemy import Connection, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError

from konon.archive import schema
from konon.archive.dialect import WRITES, dialect_of
from konon.errors import ArchiveError, SlowError

if TYPE_CHECKING:
    from alembic.config import Config

_FIRST_BYTES = b"SQLite format 3\x00"
_patience: ContextVar[float | None] = ContextVar("konon_patience", default=None)


@contextmanager
def patience(seconds: float) -> Iterator[None]:
    """A time in which each look into an archive takes at most so many seconds, and is given up with a SlowError."""
    before = _patience.set(seconds)
    try:
        yield
    finally:
        _patience.reset(before)


class Store:
    """A database that is or will be an archive; `subject` is how messages call it, without its password."""

    def __init__(self, location: str | Path) -> None:
        self.url = url_of(location)
        self.subject = self.url.database or "" if self.file else self.url.render_as_string(hide_password=True)
        self.dialect = dialect_of(self.url)
        self.engine = self.dialect.open(self.url)
        self._watching: Connection | None = None
        self._one_watches = Lock()
        self._writing = self.engine.execution_options(**{WRITES: True})

    def close(self) -> None:
        """Let the database go."""
        if self._watching is not None:
            self._watching.close()
            self._watching = None
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def file(self) -> Path | None:
        """The file that the archive is, where it is one."""
        database = self.url.database
        return Path(database) if self.url.get_backend_name() == "sqlite" and database else None

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that reads, and sees the archive at one moment."""
        seconds = _patience.get()
        with (
            self._told(), self.engine.connect() as connection, connection.begin(),
            self.dialect.hurry(connection, seconds) if seconds else nullcontext(),
        ):  # fmt: skip
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that writes: all that is done in it is kept, or nothing."""
        with self._told(), self._writing.connect() as connection, connection.begin():
            yield connection

    def state(self) -> str:
        """What tells one state of the archive from another, as long as the store is open."""
        # The databases tell it for one connection, so that this one is kept.
        with self._one_watches, self._told():
            if self._watching is None:
                self._watching = self.engine.connect()
            with self._watching.begin():
                return self.dialect.state(self._watching)

    def revision(self) -> str | None:
        """The revision of the archive's tables; None where there are none, ArchiveError for a stranger's file."""
        if self.file and not self._holds_something(self.file):
            return None
        with self.read() as connection:
            tables = inspect(connection).get_table_names()
            if "alembic_version" in tables:
                found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
                return found
            if tables:
                remedy = "Name another file; Konon does not write into a database that it has not made."
                raise ArchiveError("is a database, but no archive.", subject=self.subject, remedy=remedy)
        return None

    def _holds_something(self, file: Path) -> bool:
        try:
            with file.open("rb") as stream:
                head = stream.read(len(_FIRST_BYTES))
        except FileNotFoundError:
            return False
        except OSError as error:
            reason = error.strerror or str(error)
            raise ArchiveError(f"{reason}.", subject=self.subject, remedy="Name a file that can be read.") from error
        if head and head != _FIRST_BYTES:
            raise ArchiveError("is no archive.", subject=self.subject, remedy="Name another file.")
        return bool(head)

    def upgrade(self) -> None:
        """Make the tables, or bring those of an older Konon up to date, in one transaction."""
        # Migrations are seldom run, and their library takes a while to load.
        from alembic import command

        if self.file and not os.access(self.file.parent, os.W_OK):
            raise ArchiveError("its folder can't be written.", subject=self.subject, remedy="Name another file.")
        with self.write() as connection:
            self.dialect.lock(connection, "konon schema")
            config = _config()
            config.attributes["connection"] = connection
            command.upgrade(config, "head")

    def waiting(self) -> list[str]:
        """What upgrading would do, a line a migration; empty where the archive is up to date."""
        # As above.
        from alembic.script import ScriptDirectory

        steps = ScriptDirectory.from_config(_config()).iterate_revisions("head", self.revision() or "base")
        return [f"{step.revision} {step.doc}" for step in steps][::-1]

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Errors of the database as errors of the archive."""
        try:
            yield
        except DBAPIError as error:
            if self.dialect.hurried(error):
                remedy = "Ask for less: another word, an outlet, fewer days."
                raise SlowError("takes too long.", subject="the search", remedy=remedy) from error
            raise self._as_told(error) from error

    def _as_told(self, error: DBAPIError) -> ArchiveError:
        if isinstance(error, OperationalError):
            remedy = "Is the server up, and the address right? For a file: is it writable, and is there room?"
        else:
            remedy = "Try `konon archive check`."
        return ArchiveError(f"{_first_line(error)}.", subject=self.subject, remedy=remedy)


def url_of(location: str | Path) -> URL:
    """The URL of a database: that of a file is made from its name."""
    named = str(location)
    if "://" not in named:
        return URL.create("sqlite", database=named)
    try:
        return make_url(named)
    except ArgumentError as error:
        remedy = "Such as konon.db or postgresql://user@host/name."
        raise ArchiveError("is no address of a database.", subject=named, remedy=remedy) from error


def no_archive(subject: str) -> ArchiveError:
    """The error where nothing was kept yet."""
    return ArchiveError("there is no archive.", subject=subject, remedy="Add reports first: konon add SOURCES…")


def known(revision: str) -> bool:
    """Whether this Konon knows a revision of the tables."""
    return revision <= schema.HEAD


def _first_line(error: DBAPIError) -> str:
    return str(error.orig).strip().partition("\n")[0].rstrip(".")


def _config() -> "Config":
    # See `Store.upgrade`.
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(resources.files("konon.archive").joinpath("migrations")))
    return config
