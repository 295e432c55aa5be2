"""The words that numbers of people of several reports are compared by, each in its example."""

import pytest

import konon
from konon.archive.events.tolls import like
from konon.archive.events.tolls import told_as_parts as parts
from konon.gazetteer.folding import key
from konon.language.base import language

TABLE = language("id")


@pytest.mark.parametrize("row", TABLE.table("tolls", "anybody"), ids=lambda row: row["forms"][0])
def test_words_for_anybody_are_words_for_people_that_are_counted(row):
    (count,) = konon.read(row["example"]).counts
    assert like(count.of, "id") == ""
    assert any(form in row["example"] for form in row["forms"])


@pytest.mark.parametrize("row", [*TABLE.table("tolls", "part"), *TABLE.table("tolls", "others")],
                         ids=lambda row: row["example"])  # fmt: skip
def test_the_later_number_of_an_example_is_a_part(row):
    record = konon.read(row["example"])
    first, *rest = sorted(record.counts, key=lambda count: count.start)
    assert first.id not in parts(record)
    assert {count.id for count in rest} == parts(record)
    assert rest


@pytest.mark.parametrize(
    ("of", "expected"),
    [("orang", ""), ("jenazah korban", ""), ("anak-anak", key("anak-anak")), ("warga Damar", "damar"), (None, "")],
)
def test_whom_a_number_counts(of, expected):
    assert like(of, "id") == expected


def test_a_language_that_is_not_installed_has_no_such_words():
    assert like("people", "en") == "people"
