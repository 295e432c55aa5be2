"""What a copy changed is told word by word, and attributions that it dropped are told as such."""

import pytest

import konon
from konon.archive.terms import stem
from konon.compare.rewordings import rewordings
from konon.record import Document, Record

from .reprinted import COPY, ORIGIN


@pytest.fixture(autouse=True)
def _rules_alone(monkeypatch) -> None:
    monkeypatch.setenv("KONON_MODEL", "false")


def read(text: str) -> Record:
    return konon.read(Document.of(text, language="id"))


def changed(before: str, after: str) -> set[tuple[str, str, str]]:
    return {(change.kind, change.before, change.after) for change in rewordings(read(before), read(after), stem)}


def test_each_kind_of_change_is_told():
    found = changed(ORIGIN, COPY)
    assert ("attribution", "Wali Kota Harun Salim mengatakan", "") in found
    assert ("number", "14", "41") in found
    assert ("swap", "seluruh", "semua") in found
    assert ("drop", '"Kami akan mengganti separuh kerugian para petani," kata Harun Salim kepada wartawan.'[1:-1],
            "") in found  # fmt: skip
    assert ("addition", "", "HARIAN TELUK - Empat ribu karung padi hangus ketika") in found


def test_places_are_those_of_the_texts():
    for change in rewordings(read(ORIGIN), read(COPY), stem):
        if change.before_span:
            assert ORIGIN[slice(*change.before_span)] == change.before
        if change.after_span:
            assert COPY[slice(*change.after_span)] == change.after


@pytest.mark.parametrize(
    ("after", "kind"),
    [
        ("Api berasal dari mesin pengering yang menyala tanpa penjaga, kata Wali Kota Harun Salim.", "drop"),
        ("Dikabarkan api berasal dari mesin pengering yang menyala tanpa penjaga.", "attribution"),
    ],
)
def test_an_attribution_that_moved_is_not_dropped(after, kind):
    before = "Wali Kota Harun Salim mengatakan api berasal dari mesin pengering yang menyala tanpa penjaga."
    kinds = {change.kind for change in rewordings(read(before), read(after), stem) if "Salim" in change.before}
    assert kinds == {kind}


def test_a_relay_that_is_gone_is_a_dropped_attribution():
    before = '"Gudang beras itu kosong sejak Januari," kata Harun Salim, seperti dilansir Warta Pagi.'
    after = "Gudang beras itu kosong sejak Januari."
    assert "attribution" in {kind for kind, *_ in changed(before, after)}


def test_the_same_text_has_no_changes():
    assert changed(ORIGIN, ORIGIN) == set()
