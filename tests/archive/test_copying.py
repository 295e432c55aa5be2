"""All that an archive holds comes along when it is copied, between any two databases."""

import pytest

from konon.archive import Archive

from .builder import record


@pytest.fixture
def old(tmp_path, letter, denial, flood):
    """An archive in a file: two versions of a page, and a report that was read twice."""
    with Archive(tmp_path / "old.db", create=True) as archive:
        for made in (letter, denial, flood, record("Kota Baru aman, kata warga.", url=letter.document.url)):
            archive.add(made)
        old_konon = {flood.document.id: "0.0.9"}
        list(archive.reread(lambda document: flood.model_copy(update={"konon": old_konon[document.id]})
                            if document.id in old_konon else archive.record(document.id), version="0.0.9"))  # fmt: skip
        yield archive


def told(archive, letter, flood):
    """What must be the same in a copy."""
    reports = archive.search_reports(size=100).items
    return (list(archive.records()), reports, archive.search(size=100).items, archive.history(letter.document.url),
            archive.history(flood.document.id))  # fmt: skip


def test_a_copy_holds_what_the_archive_holds(old, archive, letter, flood):
    assert sorted(outcome for _, outcome in old.copy(archive)) == ["new", "new", "new", "version"]
    assert told(archive, letter, flood) == told(old, letter, flood)
    assert archive.check() == []


@pytest.mark.parametrize("together", [1, 3])
def test_a_copy_that_was_stopped_is_gone_on_with(old, archive, letter, flood, together):
    running = old.copy(archive, together=together)
    next(running)
    running.close()
    assert archive.status().versions == together
    assert [outcome for _, outcome in old.copy(archive)].count("same") == together
    assert told(archive, letter, flood) == told(old, letter, flood)


def test_the_way_back(old, archive, letter, flood, tmp_path):
    list(old.copy(archive))
    with Archive(tmp_path / "new.db", create=True) as back:
        list(archive.copy(back))
        assert told(back, letter, flood) == told(old, letter, flood)
