"""The tables: made by migrations as they are described, kept old files come up to date, copies are whole."""

import shutil
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from konon.archive import Archive, schema
from konon.archive.store import Store
from konon.errors import ArchiveError

MIGRATIONS = Path(schema.__file__).parent / "migrations"
# Made when the tables were at revision 0001, with the reports of conftest.py in it.
KEPT = Path(__file__).parent / "kept_0001.db"


def ours(_object: object, name: str, kind: str, *_: object) -> bool:
    return kind != "table" or "_terms" not in name


@pytest.mark.usefixtures("archive")
def test_the_migrations_make_the_tables_that_are_described(location):
    with Store(location) as store, store.read() as connection:
        options = {"include_object": ours, "compare_type": False}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, schema.metadata) == []


def test_the_last_migration_is_the_one_that_is_asked_for():
    assert ScriptDirectory(str(MIGRATIONS)).get_current_head() == schema.HEAD


@pytest.mark.usefixtures("archive")
def test_nothing_waits_in_a_new_archive(location):
    with Store(location) as store:
        assert store.waiting() == []


@pytest.mark.usefixtures("archive")
def test_an_archive_of_a_newer_konon_is_refused(location):
    with Store(location) as store, store.write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(ArchiveError, match="Bring Konon up to date"):
        Archive(location)


@pytest.mark.parametrize("content", [b"Laporan pagi ini", b"SQLite format 3\x00 but not really"])
def test_a_file_that_is_no_archive_is_refused_and_left_alone(tmp_path, content):
    file = tmp_path / "laporan.txt"
    file.write_bytes(content)
    with pytest.raises(ArchiveError):
        Archive(file, create=True)
    assert file.read_bytes() == content


@pytest.mark.parametrize(
    "location", ["mysql://host/name", "://", "no/such/folder/konon.db", "postgresql://127.0.0.1:1/x"]
)
def test_an_address_that_leads_nowhere_is_told(location):
    with pytest.raises(ArchiveError):
        Archive(location, create=True)


def test_a_password_is_not_shown():
    with Store("postgresql://rina:rahasia@127.0.0.1:1/x") as store:
        assert "rahasia" not in store.subject


def test_a_backup_is_whole(tmp_path, letter):
    with Archive(tmp_path / "konon.db", create=True) as archive:
        archive.add(letter)
        copy = archive.backup(tmp_path / "copy.db")
        with pytest.raises(ArchiveError, match="there already"):
            archive.backup(copy)
    with Archive(copy) as archive:
        assert list(archive.records()) == [letter]
        assert archive.check() == []


def test_a_damaged_file_is_told(tmp_path, letter):
    file = tmp_path / "konon.db"
    with Archive(file, create=True) as archive:
        archive.add(letter)
    raw = bytearray(file.read_bytes())
    raw[8192:40960] = b"\x07" * 32768
    file.write_bytes(raw)
    with Archive(file) as archive, pytest.raises(ArchiveError):
        archive.check()


def test_an_archive_of_the_first_tables_comes_up_to_date_and_loses_nothing(tmp_path, letter):
    file = shutil.copy(KEPT, tmp_path)
    with pytest.raises(ArchiveError, match="konon archive upgrade"):
        Archive(file)
    with Store(file) as store:
        assert store.waiting()
        store.upgrade()
    with Archive(file) as archive:
        assert archive.check() == []
        assert len(list(archive.records())) == 3
        assert [found.content for found in archive.search("gudang source:Sari").items] == [
            "Kami akan membuka gudang beras itu"
        ]
        assert archive.add(letter)[1] == "same"
