import pytest

from konon.errors import TableError
from konon.gazetteer import Alias, Matcher, entries, entry, lookup
from konon.gazetteer.build import unsourced
from konon.gazetteer.counting import counted
from konon.gazetteer.offices import with_offices
from konon.gazetteer.rows import Row
from konon.gazetteer.sources import identify

TABLE = {
    "source": "test",
    "area": {"state": {"TAR": ["Tarkana", "Tark"]}},
    "office": {
        "military": {"of": "state", "forms": ["Militer {}"]},
        "navy": {"of": "state", "forms": ["Armada {}"], "inside": "military"},
    },
}


def test_an_office_has_the_names_of_its_area():
    military, navy = with_offices([], TABLE)
    assert (military.id, military.name, military.country) == ("org:military-tar", "Militer Tarkana", "TAR")
    assert [alias.text for alias in navy.aliases] == ["Armada Tarkana", "Armada Tark"]
    assert navy.parent == military.id


def test_a_row_that_bears_the_name_gets_the_others():
    known = Row("org:tark", "organization", "Militer Tarkana", "TAR", "", "test", [Alias("Militer Tarkana")])
    first, navy = with_offices([known], TABLE)
    assert [alias.text for alias in first.aliases] == ["Militer Tarkana", "Militer Tark"]
    assert navy.parent == "org:tark"


def test_an_office_of_unknown_areas_is_refused():
    with pytest.raises(TableError, match="office navy"):
        with_offices([], {**TABLE, "office": {"navy": {"of": "moon", "forms": []}}})


@pytest.mark.parametrize(
    ("words", "identifier"),
    [
        ("Kemenlu Korsel", "org:mfa-kor"),
        ("Kemlu Iran", "org:iran-mfa"),
        ("Kejati Jabar", "org:kejati-jabar"),
        ("KBRI Amman", "org:kbri-amman"),
        ("Iranian", "state:IRN"),
    ],
)
def test_words_stand_for(words, identifier):
    assert lookup(words)[0].id == identifier


def test_a_shared_office_leaves_regencies_alone():
    assert not Matcher().matches(["KPU", "Lampung", "Timur"])[0].entry.id.startswith("org:kpu-")


def test_a_demonym_is_no_name_in_a_report():
    assert Matcher().matches(["Iranian"]) == []


def test_a_row_without_a_source_is_refused():
    assert list(unsourced([Row("org:one", "organization", "A", "", "", " ")])) == ["org:one has no source"]


def test_identifiers_of_wikidata_belong_to_one_entry_each():
    known = [found.wikidata for found in entries() if found.wikidata]
    assert len(known) == len(set(known))
    assert entry("state:IDN").wikidata == "Q252"


def test_an_identifier_without_an_entry_is_refused():
    with pytest.raises(TableError, match="no entry org:one"):
        identify([], {"wikidata": {"org:one": "Q1"}})


def test_the_numbers_are_told_by_kind():
    assert [line.split()[0] for line in counted().splitlines()][-2:] == ["state", "all"]
