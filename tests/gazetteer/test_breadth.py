"""Names of outlets, firms, schools, clubs, groups and foreign bodies, found in sentences with their kinds."""

import pytest

from konon import read
from konon.gazetteer import Matcher, entry, lookup, outlet

MATCHER = Matcher()


@pytest.mark.parametrize(
    ("sentence", "identifier"),
    [
        ("Hal itu dikutip dari Radar Jember pada Senin .", "media:radar-jember"),
        ("Menurut laporan Hankyoreh , rapat itu batal .", "media:hankyoreh"),
        ("Kabar itu dimuat Al-Quds Al-Arabi kemarin .", "media:al-quds-al-arabi"),
        ("Gudang milik PT Elnusa Petrofin terbakar .", "org:elnusa"),
        ("Saham Rheinmetall naik tajam .", "org:rheinmetall"),
        ("Ia mengajar di Unismuh Makassar sejak lama .", "org:unismuh"),
        ("Penelitian Universitas Kyoto itu baru terbit .", "org:kyoto-univ"),
        ("Laga Feyenoord ditunda karena salju .", "org:feyenoord"),
        ("Data Walhi Jatim berbeda dengan data dinas .", "org:walhi-jatim"),
        ("Peneliti Atlantic Council menilai lain .", "org:atlantic-council"),
        ("Keputusan itu dibacakan di Lok Sabha .", "org:lok-sabha"),
        ("Rosgvardia mengirim dua kompi .", "org:rosgvardia"),
        ("Pasukan Gabungan Darfur mundur ke barat .", "armed:joint-forces-darfur"),
        ("Dua anggota Proud Boys diadili .", "armed:proud-boys"),
    ],
)
def test_a_name_is_found_in_a_sentence(sentence, identifier):
    assert identifier in [match.entry.id for match in MATCHER.matches(sentence.split())]


@pytest.mark.parametrize(
    "sentence",
    [
        "Antara Bali dan Lombok ada selat yang dalam .",
        "Ia tiba di Surabaya pagi itu .",
        "Kabar Timur Tengah selalu menarik baginya .",
        "Menurut Sony , jalan itu licin .",
        "Temu warga itu berakhir malam hari .",
    ],
)
def test_ordinary_words_and_persons_are_no_outlets_or_firms(sentence):
    found = [match for match in MATCHER.matches(sentence.split()) if not match.alias.risky]
    assert not [match.entry.id for match in found if match.entry.kind in ("media", "organization")]


def test_a_report_has_the_new_names_with_their_kinds():
    report = read(
        "Rapat itu dihadiri wakil Lokataru Foundation dan Universitas Trunojoyo Madura.\n\n"
        "Juru bicara Komando Utara AS membantah laporan SuaraJatim.id bahwa milisi Ansaroul Islam hadir."
    )
    kinds = {entity.registry: entity.kind for entity in report.entities}
    assert kinds["org:lokataru"] == kinds["org:utm"] == kinds["org:us-northcom"] == "organization"
    assert kinds["media:suara-jatim"] == "media"
    assert kinds["armed:ansaroul-islam"] == "armed_group"


@pytest.mark.parametrize(
    ("host", "identifier"),
    [
        ("jatim.antaranews.com", "media:antara-jatim"),
        ("padang.tribunnews.com", "media:tribun-padang"),
        ("www.hani.co.kr", "media:hankyoreh"),
        ("radarkudus.jawapos.com", "media:radar-kudus"),
    ],
)
def test_a_host_is_that_of_its_outlet(host, identifier):
    found = outlet(host)
    assert found is not None
    assert found.id == identifier


def test_a_body_of_a_state_with_its_own_name_has_the_common_one_too():
    assert lookup("Sejm")[0] == lookup("Parlemen Polandia")[0] == entry("org:parliament-pol")
    assert entry("org:israel-border-police").parent == "state:ISR"
