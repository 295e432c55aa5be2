"""Credits name whom a report has its text from."""

import tomllib
from pathlib import Path

import pytest

import konon.language.id as indonesian
from konon.compare.credits import credits_of, same_outlet
from konon.record import Document, Record

TABLE = tomllib.loads((Path(indonesian.__file__).parent / "credits.toml").read_text(encoding="utf-8"))
NAMED = [row for kind in ("line", "behind", "between", "short") for row in TABLE[kind]]


def credited(text: str, outlet: str | None = None) -> tuple[str, ...]:
    return credits_of(Record(konon="1", document=Document.of(text, language="id", outlet=outlet)))


@pytest.mark.parametrize("row", NAMED, ids=lambda row: row["forms"][0])
def test_each_row_names_the_outlet_of_its_example(row):
    assert credited(row["example"]) == (row["name"],)
    assert any(form in row["example"].lower() for form in row["forms"])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("TERNATE - Air surut. (ANTARA)", ("ANTARA",)),
        ("Air surut. (Antara/Warta Pagi)\nEditor: Rina", ("Antara", "Warta Pagi")),
        ("Air surut, seperti dilansir Warta Pagi, Senin (4/3/2024).", ("Warta Pagi",)),
        ("Air surut, dikutip dari laman Warta Pagi pada Senin.", ("Warta Pagi",)),
        ("Air surut, dikutip dari Harian Rawa.", ("Harian Rawa",)),
        ("Warga melansir kembali tulisan itu (lihat gambar).", ()),
        ("Air surut (12/3/2024)\n", ()),
    ],
)
def test_credits_stand_in_brackets_lines_and_sentences(text, names):
    assert credited(text) == names


def test_the_own_outlet_is_no_credit():
    assert credited("Artikel ini telah tayang di Warta Utara.", outlet="Warta Utara") == ()


def test_a_report_in_an_unknown_language_credits_nobody():
    assert credits_of(Record(konon="1", document=Document.of("Sumber: Warta Pagi", language="jv"))) == ()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Wartautara.com", "Wartautara", True),
        ("ANTARA", "Kantor Berita Antara", True),
        ("Kompas", "Antara", False),
        ("HARIANRAWA.COM", "Harian Rawa", True),
    ],
)
def test_an_outlet_is_the_same_under_its_domain_and_its_names(one, other, same):
    assert same_outlet(one, other) is same
