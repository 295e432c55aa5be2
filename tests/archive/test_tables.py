"""The tables hold what the records hold, whatever library reads them."""

import pytest

from konon.archive import TABLES
from konon.errors import ArchiveError

from .builder import record


@pytest.fixture
def kept(archive, letter, denial):
    """An archive with two reports, one of them in an older version too."""
    for made in (record("Gudang ditutup.", url=letter.document.url), letter, denial):
        archive.add(made)
    return archive


@pytest.mark.parametrize(
    ("name", "rows"),
    [("reports", 2), ("statements", 3), ("links", 2), ("mentioned", 1), ("entities", 7), ("events", 1), ("parties", 1),
     ("counts", 1), ("relations", 1), ("reprints", 0)],
)  # fmt: skip
def test_each_table_has_the_rows_of_the_newest_versions(kept, name, rows):
    table = kept.table(name)
    listed = list(table.rows())
    assert len(listed) == rows
    assert all(tuple(row) == table.columns for row in listed)


def test_every_table_is_tested():
    (marked,) = test_each_table_has_the_rows_of_the_newest_versions.pytestmark
    assert {name for name, _ in marked.args[1]} == set(TABLES)


def test_a_count_tells_who_gave_it_and_of_what(kept):
    (count,) = kept.table("counts").rows()
    assert (count["source"], count["minimum"], count["maximum"]) == ("Palang Merah", 14, None)
    assert count["event"] in {event["event"] for event in kept.table("events").rows()}
    assert count["statement"] in {found.statement for found in kept.search().items}


def test_actors_join_tables(kept):
    statements = {row["actor"] for row in kept.table("statements").rows()}
    assert kept.actor("Sari Lestari").id in statements


@pytest.mark.parametrize("name", TABLES)
def test_pandas_polars_and_arrow_have_the_same_rows(kept, name):
    table = kept.table(name)
    rows = list(table.rows())
    assert table.to_arrow().to_pylist() == rows
    assert table.to_polars().to_dicts() == rows
    assert len(table.to_pandas()) == len(rows)


@pytest.mark.parametrize("name", TABLES)
def test_an_empty_table_has_its_columns(archive, name):
    assert tuple(archive.table(name).to_arrow().column_names) == archive.table(name).columns


def test_an_unknown_table_is_named(archive):
    with pytest.raises(ArchiveError, match="There are: reports"):
        archive.table("nothing")
