"""Places of two reports: the same, one in the other, or others."""

import pytest

from konon.compare.places import Place, agreement, around, broad

BOGOR = Place(1, "Kota Bogor", country="IDN", registry="place:idn-kota-bogor")
REGENCY = Place(2, "Kabupaten Garut", country="IDN", registry="place:idn-kab-garut")
WEST_JAVA = Place(3, "Jawa Barat", country="IDN", registry="place:idn-jabar")
ACEH = Place(4, "Aceh", country="IDN", registry="place:idn-aceh")
INDONESIA = Place(5, "Indonesia", state=True, country="IDN", registry="state:IDN")
IRAN = Place(6, "Iran", state=True, country="IRN", registry="state:IRN")
ISFAHAN, SHIRAZ = Place(7, "Isfahan", country="IRN"), Place(8, "Shiraz", country="IRN")
DAMAR, TOWN = Place(9, "Damar"), Place(10, "Kota Damar")


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (BOGOR, Place(1, "Bogor Kota"), "same"),
        (DAMAR, Place(11, "damar"), "same"),
        (DAMAR, TOWN, "part"),
        (BOGOR, WEST_JAVA, "within"),
        (BOGOR, ACEH, "other"),
        (BOGOR, REGENCY, "other"),
        (BOGOR, INDONESIA, "state"),
        (ISFAHAN, IRAN, "state"),
        (ISFAHAN, INDONESIA, "other"),
        (ISFAHAN, SHIRAZ, "other"),
        (DAMAR, Place(12, "Kenari"), "open"),
        (DAMAR, IRAN, "open"),
        (IRAN, INDONESIA, "other"),
    ],
)
def test_how_two_places_agree(one, other, verdict):
    assert agreement(one, other) == agreement(other, one) == verdict


def test_what_a_place_lies_in():
    assert around(BOGOR) == ("place:idn-jabar", "state:IDN")
    assert around(ISFAHAN) == ("state:IRN",)
    assert around(IRAN) == around(DAMAR) == ()


def test_provinces_states_and_great_cities_are_broad():
    assert broad(WEST_JAVA)
    assert broad(IRAN)
    assert broad(Place(13, "Surabaya", country="IDN"))
    assert not broad(DAMAR)
    assert not broad(REGENCY)
