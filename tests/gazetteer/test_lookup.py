import pytest

from konon.errors import RegistryError
from konon.gazetteer import entries, entry, lookup, outlet, place, senses


@pytest.mark.parametrize(
    ("words", "identifier"),
    [
        ("AS", "state:USA"),
        ("amerika serikat", "state:USA"),
        ("Perancis", "state:FRA"),
        ("Korsel", "state:KOR"),
        ("Cina", "state:CHN"),
        ("China", "state:CHN"),
        ("Türkiye", "state:TUR"),
        ("Kosovo", "state:XKX"),
        ("Saudi", "state:SAU"),
        ("Gedung Putih", "state:USA"),
        ("Kremlin", "state:RUS"),
        ("Istana", "state:IDN"),
        ("Teheran", "state:IRN"),
        ("Pentagon", "org:us-defense"),
        ("PBB", "org:un"),
        ("Unicef", "org:unicef"),
        ("UNICEF", "org:unicef"),
        ("Kemenlu", "org:kemlu"),
        ("TNI AL", "org:tni-al"),
        ("Polda Metro Jaya", "org:polda-metro"),
        ("PDI-P", "org:pdip"),
        ("AFP", "media:afp"),
        ("detikJatim", "media:detikjatim"),
        ("Aljazeera", "media:al-jazeera"),
        ("detik.com", "media:detik"),
        ("Hizbulah", "armed:hezbollah"),
        ("Al Qassam", "armed:qassam"),
        ("al-qaeda", "armed:al-qaeda"),
        ("TPNPB-OPM", "armed:tpnpb"),
        ("X", "other:x"),
        ("Jatim", "place:idn-jatim"),
        ("Jaksel", "place:idn-kota-jakarta-selatan"),
        ("Jalur Gaza", "place:gaza"),
        ("Selat Hormuz", "place:hormuz"),
        ("Hong Kong", "place:HKG"),
        ("Kab. Sleman", "place:idn-kab-sleman"),
    ],
)
def test_words_stand_for(words, identifier):
    assert lookup(words)[0].id == identifier


@pytest.mark.parametrize("words", ["as", "bin", "antara", "istana", "tempo", "ma", "demokrat", "kata", "", "   ", "-"])
def test_ordinary_words_stand_for_nothing(words):
    assert lookup(words) == ()


@pytest.mark.parametrize(
    ("words", "use", "risky"),
    [
        ("Moskow", "capital", False),
        ("Lima", "capital", True),
        ("Gedung Putih", "seat", False),
        ("Antara", "name", True),
        ("Merdeka", "name", True),
        ("Reuters", "name", False),
    ],
)
def test_an_alias_tells_how_it_is_used(words, use, risky):
    alias = senses(words)[0][1]
    assert (alias.use, alias.risky) == (use, risky)


@pytest.mark.parametrize(
    ("words", "identifiers"),
    [
        ("Jakarta", ["place:idn-jakarta", "state:IDN"]),
        ("PBB", ["org:un", "org:pbb-party"]),
        ("Malang", ["place:idn-kota-malang"]),
    ],
)
def test_the_preferred_sense_comes_first(words, identifiers):
    assert [found.id for found in lookup(words)] == identifiers


def test_all_names_of_all_entries_lead_back_to_them():
    for owner in entries():
        for alias in owner.aliases:
            assert owner in lookup(alias.text), alias


def test_a_wing_knows_its_organisation():
    assert entry("armed:qassam").parent == "armed:hamas"


def test_an_unknown_id_is_an_error_that_names_it():
    with pytest.raises(RegistryError, match="state:ATLANTIS"):
        entry("state:ATLANTIS")


@pytest.mark.parametrize(
    ("host", "identifier"),
    [
        ("www.kompas.com", "media:kompas-com"),
        ("nasional.kompas.com", "media:kompas-com"),
        ("NEWS.detik.com", "media:detiknews"),
        ("jabar.tribunnews.com", "media:tribun-jabar"),
        ("bali.tribunnews.com", "media:tribun-bali"),
    ],
)
def test_the_nearer_host_is_the_outlet(host, identifier):
    found = outlet(host)
    assert found
    assert found.id == identifier


@pytest.mark.parametrize("host", ["example.org", "com", "", "x.com"])
def test_a_host_of_no_outlet(host):
    assert outlet(host) is None


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Moskwa", "RUS"),
        ("Kairo", "EGY"),
        ("Den Haag", "NLD"),
        ("Wina", "AUT"),
        ("Damaskus", "SYR"),
        ("TEHERAN", "IRN"),
        ("São Paulo", "BRA"),
        ("Malang", "IDN"),
        ("Tangsel", "IDN"),
    ],
)
def test_a_city_by_its_indonesian_name(name, country):
    hit = place(name)
    assert hit
    assert hit.country == country


def test_the_most_populous_city_comes_first_and_names_the_others():
    hit = place("London")
    assert hit
    assert hit.country == "GBR"
    assert [other.country for other in hit.others] == ["CAN"]
    assert all(other.population <= hit.population for other in hit.others)


def test_a_city_of_a_country_comes_before_larger_ones():
    hit = place("London", near="CAN")
    assert hit
    assert (hit.country, hit.others[0].country) == ("CAN", "GBR")


def test_no_city_of_this_name():
    assert place("Antah Berantah") is None
