"""A look into an archive that is given up, what tells that an archive changed, and searches along an index."""

import time

import pytest
from sqlalchemy import select

from konon.archive import Store, patience, schema
from konon.errors import SlowError
from konon.pipeline import read


def test_a_look_that_takes_too_long_is_given_up(archive):
    # Without an end, whichever way it is looked up.
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    store: Store = archive._store  # noqa: SLF001 - no search of an archive so small takes long
    begin = time.monotonic()
    with pytest.raises(SlowError, match="takes too long"), patience(0.2), store.read() as connection:
        connection.exec_driver_sql(endless)
    assert time.monotonic() - begin < 60
    assert archive.status().reports == 0


def test_the_state_changes_with_what_is_added(archive):
    first = archive.state()
    archive.search("beras")
    # A server changes it also when it tidies up.
    assert archive.state() == first or archive.status().database == "postgresql"
    archive.add(read('"Kami menolak," kata Wali Kota Harun Salim.'))
    assert archive.state() != first


def test_sqlite_is_told_the_index(tmp_path):
    with Store(tmp_path / "konon.db") as store:
        store.upgrade()
        wanted = store.dialect.walking(select(schema.statement.c.key), schema.statement, "statement_day")
        assert "INDEXED BY statement_day" in str(wanted.compile(store.engine))


def test_kinds_are_counted_alike_whether_they_are_frequent_or_not(archive):
    for number in range(3):
        archive.add(read(f'"Kami menolak {number}," kata Wali Kota Harun Salim.'))
    assert [facet.number for facet in archive.facets("kind:person").kinds] == [3]
    assert archive.facets("kind:state").counted == 0


def test_several_actors_are_told_as_each_alone(archive):
    archive.add(read('"Kami menolak," kata Wali Kota Harun Salim.\n\n"Kami setuju," kata Bupati Rusdi Hanafi.'))
    ids = [facet.value for facet in archive.facets().sources]
    assert len(ids) == 2
    assert archive.named_actors(ids) == [archive.actor(each) for each in ids]
