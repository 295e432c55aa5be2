import pytest

from konon import read
from konon.language.analysis import Name
from konon.language.base import language
from konon.language.names_weighed import weighed
from konon.language.reader.windows import ModelReader

TEXT = "Rahmat Wijaya bertemu nelayan di Teluk Lama. Sejumlah Nelayan pulang."


@pytest.fixture(scope="module")
def reading():
    return ModelReader(language("id").model).read(TEXT)


def told(names):
    return [(TEXT[name.start : name.end], name.kind) for name in names]


def at(words, kind, registry=None):
    start = TEXT.index(words)
    return Name(start, start + len(words), kind, registry)


def test_a_sure_kind_takes_the_place_of_a_guessed_one(reading):
    names = weighed([at("Rahmat Wijaya", "organization")], reading, TEXT, closed=[(14, len(TEXT))])
    assert told(names) == [("Rahmat Wijaya", "person")]


def test_what_the_gazetteer_knows_stays(reading):
    known = at("Rahmat Wijaya", "organization", registry="somebody")
    assert weighed([known], reading, TEXT, closed=[(14, len(TEXT))]) == (known,)


def test_a_kind_that_the_model_does_not_know_stays(reading):
    known = at("Rahmat Wijaya", "other")
    assert weighed([known], reading, TEXT, closed=[(14, len(TEXT))]) == (known,)


def test_a_word_that_is_surely_no_name_is_dropped(reading):
    assert told(weighed([at("Sejumlah", "organization")], reading, TEXT, closed=[(0, 45)])) == []


def test_what_a_table_names_without_a_capital_stays(reading):
    known = at("nelayan", "organization")
    assert known in weighed([known], reading, TEXT, closed=[(0, len(TEXT))])


def test_a_name_that_rules_did_not_read_is_added(reading):
    assert ("Rahmat Wijaya", "person") in told(weighed([], reading, TEXT, closed=[]))


def test_no_name_is_added_where_the_report_is_not_read(reading):
    assert weighed([], reading, TEXT, closed=[(0, len(TEXT))]) == ()


def test_a_name_glued_to_another_word_is_weighed_by_its_other_places():
    record = read("Kepala desa Wirasena pulang. Kabar itu dariWirasena, kata warga.")
    assert ("Wirasena", "person") in {(entity.name, entity.kind) for entity in record.entities}
