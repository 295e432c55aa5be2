"""What is derived waits for each report that comes or changes, and what was interrupted goes on."""

import pytest
from sqlalchemy import Connection

from konon.archive import Archive, derivations
from konon.archive.dialect import Dialect
from konon.archive.kept import Kept
from konon.record import Record


class Noted:
    """A derivation that remembers for which reports it was asked, and fails when it is told to."""

    name = "noted"

    def __init__(self) -> None:
        self.version = 1
        self.seen: list[tuple[str | None, bool]] = []
        self.fails = False

    def derive(self, connection: Connection, dialect: Dialect, kept: Kept) -> None:
        if self.fails:
            raise RuntimeError(dialect.name, connection.closed)
        self.seen.append((kept.record.document.title, kept.newest))


@pytest.fixture
def noted(monkeypatch: pytest.MonkeyPatch) -> Noted:
    derivation = Noted()
    monkeypatch.setattr(derivations, "DERIVATIONS", (derivation,))
    return derivation


def test_each_report_is_derived_once(full: Archive, noted: Noted) -> None:
    assert full.waiting() == 3
    assert list(full.derive()) == ["noted"] * 3
    assert list(full.derive()) == []
    assert [newest for _, newest in noted.seen] == [True] * 3


def test_a_new_version_of_a_page_has_the_earlier_one_derived_again(archive: Archive, noted: Noted,
                                                                   letter: Record) -> None:  # fmt: skip
    archive.add(letter)
    list(archive.derive())
    changed = letter.document.model_copy(update={"title": "Gudang Ditutup"})
    archive.add(letter.model_copy(update={"document": changed}))
    list(archive.derive())
    assert noted.seen[1:] == [("Gudang Beras Dibuka", False), ("Gudang Ditutup", True)]


@pytest.mark.usefixtures("noted")
def test_a_report_that_was_read_anew_waits_again(full: Archive) -> None:
    list(full.derive())
    list(full.reread(lambda document: full.record(document.id), version="another"))
    assert full.waiting() == 3


def test_a_derivation_of_another_version_has_all_reports_waiting(full: Archive, noted: Noted) -> None:
    list(full.derive())
    noted.version = 2
    assert full.waiting() == 3


def test_what_fails_waits_on(full: Archive, noted: Noted) -> None:
    noted.fails = True
    with pytest.raises(RuntimeError):
        list(full.derive())
    noted.fails = False
    assert len(list(full.derive())) == 3
