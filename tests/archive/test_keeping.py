"""What is kept comes back; the same twice changes nothing; a changed page is a new version."""

from collections.abc import Iterator
from typing import Never

import pytest
from sqlalchemy import text

import konon
from konon.archive import Archive
from konon.archive.store import Store
from konon.errors import ArchiveError, LanguageError
from konon.record import Record

from .builder import Said, record

OLD = "Kota Baru - Gudang dibakar militan, kata Sari Lestari. Sebanyak 20 orang tewas."
NEW = "Kota Baru - Gudang dibakar militer, kata Sari Lestari. Sebanyak 25 orang tewas."
URL = "https://harian.example/gudang"


def page(words: str, **fields: str) -> Record:
    return record(words, names={"Sari Lestari": "person"}, said=[Said(words=words[12:30], source="Sari Lestari")],
                  **fields)  # fmt: skip


def read_by(version):
    """A reader of another version, which finds what this one finds."""
    return lambda document: konon.read(document).model_copy(update={"konon": version})


def test_a_record_comes_back_whole(full, letter):
    assert full.record(letter.document.id) == letter
    assert full.record(letter.document.url) == letter
    assert full.check() == []


def test_the_same_report_twice_changes_nothing(full, letter):
    before = full.status()
    again = letter.model_copy(update={"document": letter.document.model_copy(update={"byline": "Rina"})})
    assert full.add(letter)[1] == "same"
    assert full.add(again)[1] == "same"
    assert full.status() == before
    assert full.holds(letter.document)


def test_a_changed_page_is_a_new_version_and_both_are_kept(archive):
    old, new = page(OLD, url=URL), page(NEW, url=f"{URL}/?utm_source=x#atas")
    assert [archive.add(record)[1] for record in (old, new, old)] == ["new", "version", "same"]
    first, second = archive.history(URL)
    assert (first.version, second.version) == (1, 2)
    assert archive.record(first.report) == old
    assert archive.record(URL) == new
    assert archive.check() == []


def test_the_changed_wordings_are_told(archive):
    for words, title in ((OLD, "Gudang Beras Terbakar"), (NEW, "Gudang Beras Dibakar")):
        archive.add(page(words, url=URL, title=title))
    changes = archive.changes(*(version.report for version in archive.history(URL)))
    told = [(change.kind, change.before, change.after) for change in changes]
    assert told == [("swap", "Terbakar", "Dibakar"), ("swap", "militan", "militer"), ("number", "20", "25")]


def test_an_old_version_is_kept_but_not_found(archive):
    for words in (OLD, NEW):
        archive.add(page(words, url=URL))
    assert archive.search_reports("militan").total == 0
    assert archive.search_reports("militer").total == 1
    assert archive.search().total == len(page(NEW, url=URL).statements)


def test_all_records_come_in_their_order(full, letter, denial, flood):
    assert list(full.records()) == [letter, denial, flood]
    assert list(full.records([flood.document.id])) == [flood]


def test_reading_anew_replaces_a_record_and_remembers_its_version(full, letter):
    newer = konon.__version__ + ".1"

    assert len(list(full.reread(read_by(newer), version=newer))) == 3
    assert list(full.reread(read_by(newer), version=newer)) == []
    assert full.search_reports("gudang").total == 2
    assert full.record(letter.document.id).konon == newer
    assert full.history(letter.document.url)[0].konon == (konon.__version__, newer)
    assert full.check() == []


def test_reading_anew_goes_on_where_it_was_stopped(full):
    stopped = full.reread(read_by("9"), version="9")
    next(stopped)
    stopped.close()
    assert full.status(version="9").older == 2
    assert len(list(full.reread(read_by("9"), version="9"))) == 2


def test_a_report_that_can_not_be_read_anew_keeps_its_record(full, flood):
    def read(document: object) -> Never:
        raise LanguageError("no language.", subject=str(document))

    assert len([found for found in full.reread(read, version="9") if isinstance(found, LanguageError)]) == 3
    assert full.record(flood.document.id) == flood


def test_what_is_damaged_is_told(full, denial, location):
    with Store(location) as store, store.write() as connection:
        connection.execute(text("DELETE FROM number"))
    assert full.check() == [f"{full.report(denial.document.id).report}: 0 rows for 1 counts"]


@pytest.mark.parametrize("report", ["d0", "https://harian.example/none"])
def test_what_is_not_there_is_an_error(full, report):
    with pytest.raises(ArchiveError, match="no such report"):
        full.record(report)


def test_there_must_be_an_archive(location):
    with pytest.raises(ArchiveError, match="konon add"):
        konon.Archive(location)


def test_another_database_is_left_alone(location):
    with Store(location) as store, store.write() as connection:
        connection.execute(text("CREATE TABLE theirs (x INTEGER)"))
    with pytest.raises(ArchiveError, match="is a database, but no archive"):
        konon.Archive(location, create=True)


def rows(archive: Archive, table: str) -> list[str]:
    """The rows of a table, but for when reports were added."""
    return sorted(repr(row | {"added": None}) for row in archive.table(table).rows())


def test_many_are_kept_as_each_alone(archive, letter, denial, flood, tmp_path):
    changed = record("Kabar lain, kata Sari Lestari.", url=letter.document.url, names={"Sari Lestari": "person"})
    records = [letter, denial, letter, changed, flood, denial]
    with Archive(tmp_path / "alone.db", create=True) as alone:
        expected = [alone.add(one) for one in records]
        assert [outcome for _, outcome in expected] == ["new", "new", "same", "version", "new", "same"]
        assert list(archive.add_many(records)) == expected
        assert list(archive.add_many(records)) == [(identifier, "same") for identifier, _ in expected]
        assert list(archive.records()) == list(alone.records()) == [letter, denial, changed, flood]
        for table in ("reports", "statements", "links", "mentioned", "entities", "events", "parties", "counts",
                      "relations"):  # fmt: skip
            assert rows(archive, table) == rows(alone, table)
        assert [one.report for one in archive.history(changed.document.url)] == [expected[0][0], expected[3][0]]
        assert archive.search("~menyerang").items == alone.search("~menyerang").items != ()
        assert archive.waiting() == alone.waiting()
    assert archive.check() == []


@pytest.mark.parametrize(("together", "kept"), [(1, 3), (2, 2), (3, 3), (9, 0)])
def test_of_many_that_are_kept_together_all_are_or_none(archive, letter, denial, flood, together, kept):
    def records() -> Iterator[Record]:
        yield from (letter, denial, flood)
        raise KeyError

    done: list[object] = []
    with pytest.raises(KeyError):
        done.extend(archive.add_many(records(), together=together))
    assert archive.status().versions == len(done) == kept


def test_only_what_is_asked_for_is_derived(full):
    waiting = full.waiting()
    assert list(full.derive(["lineage"])) == ["lineage"] * 3
    assert full.waiting() == waiting - 3
    with pytest.raises(ArchiveError, match="There are actors, lineage"):
        list(full.derive(["origins"]))
