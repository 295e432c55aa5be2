"""Places are drawn where they lie, or in or around it, and nowhere else."""

import pytest

from konon import gazetteer


def at(name, *, registry=None, country=None):
    found = gazetteer.spot(name, registry=registry, country=country)
    return found and (round(found.latitude), round(found.longitude), found.exact)


@pytest.mark.parametrize(
    ("name", "registry", "where"),
    [
        ("Makassar", "place:idn-kota-makassar", (-5, 119, True)),  # a city
        ("Jawa Barat", "place:idn-jabar", (-6, 107, False)),  # a province, at its largest city
        ("Indonesia", "state:IDN", (-6, 107, False)),  # a state, at its capital
        ("Sumba Timur", "place:idn-kab-sumba-timur", (-10, 124, False)),  # no city of that name: in its province
        ("Gaza", "place:gaza", (32, 34, True)),
        ("Selat Taiwan", "place:taiwan-strait", None),  # in no country
        ("Tokelau", "place:TKL", None),  # not where the state lies that it belongs to
    ],
)
def test_an_entry_is_drawn_at_itself_or_in_or_around_it(name, registry, where):
    assert at(name, registry=registry, country=gazetteer.entry(registry).country) == where


@pytest.mark.parametrize(
    ("name", "country", "where"),
    [
        ("Manila", "PHL", (15, 121, True)), ("Manila", None, (15, 121, True)), ("Desa Rekaan", "JPN", (36, 140, False)),
        ("Desa Rekaan", None, None), ("Tokyo", "IDN", (-6, 107, False)),
    ],
)  # fmt: skip
def test_a_name_alone_is_drawn_at_the_city_of_that_name_or_in_its_country(name, country, where):
    assert at(name, country=country) == where


def test_an_entry_that_is_gone_counts_as_none():
    assert at("Manila", registry="place:none", country="PHL") == (15, 121, True)
