"""Places with their coordinates: what a name can be, by the countries that the report tells of."""

import pytest

from konon.extraction.draft import Draft, EntityDraft, MentionDraft
from konon.extraction.locations import locations
from konon.language.base import language
from konon.language.segments import segment
from konon.record.document import Document

INDONESIAN = language("id")


def located(*entities: EntityDraft, outlet: str | None = None) -> EntityDraft:
    draft = Draft(segment(Document.of("Kabar.", language="id", outlet=outlet), INDONESIAN), entities=list(entities))
    locations.work(draft, INDONESIAN)
    return entities[0]


def named(name: str, kind: str = "place", **known: str) -> EntityDraft:
    return EntityDraft(name, kind, [MentionDraft(0, 1, "name")], **known)


def test_a_place_has_coordinates_and_the_country_where_only_one_can_be_meant():
    place = located(named("Kassala"))
    assert place.country == "SDN"
    assert [round(hit.latitude) for hit in place.locations] == [15]


@pytest.mark.parametrize(("country", "first"), [("CRI", "CRI"), ("PHL", "PHL"), ("FRA", "USA")])
def test_a_city_of_a_country_that_the_report_names_comes_first(country: str, first: str):
    place = located(named("San Jose"), named("negara itu", "state", country=country, registry=f"state:{country}"))
    assert place.locations[0].country == first
    assert len({hit.country for hit in place.locations}) > 1
    assert place.country is None


def test_a_place_of_the_gazetteer_has_only_cities_of_its_country():
    place = located(named("Kota Malang", country="IDN", registry="place:idn-kota-malang"))
    assert {hit.country for hit in place.locations} == {"IDN"}


def test_what_is_no_city_and_what_is_no_place_has_none():
    assert located(named("Dusun Antah Berantah")).locations == []
    assert located(named("Kassala", "person")).locations == []
