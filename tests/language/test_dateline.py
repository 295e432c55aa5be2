import pytest
from hypothesis import given
from hypothesis import strategies as st

from konon.language.base import language
from konon.language.dateline import find_dateline

ROWS = [
    (kind, row)
    for kind in ("reporter", "outlet", "rubric", "capitals", "domain")
    for row in language("id").table("dateline", kind)
]


@pytest.mark.parametrize(("kind", "row"), ROWS, ids=lambda value: value if isinstance(value, str) else "")
def test_the_example_of_each_row_has_its_dateline(kind, row):
    found = find_dateline(row["example"])
    assert found is not None
    assert row["start"] in row["example"][found.start : found.end]
    if "place" in row:
        assert found.place == row["place"]
    if kind in ("outlet", "domain"):
        assert found.outlet


@pytest.mark.parametrize(
    ("text", "place", "outlet"),
    [
        ("Kendari, Wartautara.com - Hujan turun.", "Kendari", "Wartautara.com"),
        ("Wartautara.com. Kendari - Hujan turun.", "Kendari", "Wartautara.com"),
        ("KENDARI, KOMPAS.com – Hujan turun.", "Kendari", "KOMPAS.com"),
        ("KOMPAS.com - Hujan turun.", None, "KOMPAS.com"),
        ("Liputan6.com, Kendari - Hujan turun.", "Kendari", "Liputan6.com"),
        ("Liputan6.com, Kendari -Hujan turun.", "Kendari", "Liputan6.com"),
        ("REPUBLIKA.CO.ID, KENDARI -- Hujan turun.", "Kendari", "REPUBLIKA.CO.ID"),
        ("REPUBLIKA.CO.ID, KENDARI Hujan turun.", "Kendari", "REPUBLIKA.CO.ID"),
        ("TRIBUNNEWS.COM, MOSKWA - Hujan turun.", "Moskwa", "TRIBUNNEWS.COM"),
        ("TRIBUN-MEDAN.com,MEDAN- Hujan turun.", "Medan", "TRIBUN-MEDAN.com"),
        ("Kendari (ANTARA) - Hujan turun.", "Kendari", "ANTARA"),
        ("Kendari, 5/11 (Antara) - Hujan turun.", "Kendari", "Antara"),
        ("BANDUNG, (PR).- Hujan turun.", "Bandung", "PR"),
        ("KENDARI - Hujan turun.", "Kendari", None),
        ("Kendari -\n\nHujan turun.", "Kendari", None),
        ("KENDARI-Hujan turun.", "Kendari", None),
        ("Kota Kendari - Hujan turun.", "Kota Kendari", None),
        ("NEW YORK CITY – Hujan turun.", "New York City", None),
        ("DKI JAKARTA - Hujan turun.", "DKI Jakarta", None),
        ("WASHINGTON, DC, KOMPAS.com - Hujan turun.", "Washington", "KOMPAS.com"),
        ("Kendari, CNN Indonesia -- Hujan turun.", "Kendari", "CNN Indonesia"),
        ("KBRN, Kendari: Hujan turun.", "Kendari", "KBRN"),
        ("KENDARI, POSMETRO.CO:Hujan turun.", "Kendari", "POSMETRO.CO"),
        ("KONTAN.CO.ID - KENDARI. Hujan turun.", "Kendari", "KONTAN.CO.ID"),
        ("Bisnis.com, KENDARI—Hujan turun.", "Kendari", "Bisnis.com"),
        ("\\\nKENDARI, KOMPAS.com - Hujan turun.", "Kendari", "KOMPAS.com"),
        ("Laporan Wartawan Warta Utara, Sari Lestari WARTA.COM, KENDARI - Hujan.", "Kendari", "WARTA.COM"),
        ("Laporan Wartawan Warta.com, Sari Lestari\nWARTA.COM, KENDARI - Hujan.", "Kendari", "WARTA.COM"),
    ],
)
def test_place_and_outlet(text, place, outlet):
    found = find_dateline(text)
    assert found is not None
    assert (found.place, found.outlet) == (place, outlet)
    assert text[found.end :].startswith("Hujan")
    if outlet:
        assert text[found.outlet_start : found.outlet_end].strip(" .") == outlet
    if place:
        assert text[found.place_start : found.place_end].lower() == place.lower()


@pytest.mark.parametrize(
    "text",
    [
        "Hujan turun di Kendari - dan belum berhenti.",
        "COVID-19 masih menyebar di kota itu.",
        "BINTANG K-Pop itu tiba di Jakarta.",
        "Ini - itu sama saja.",
        "Turnamen Utara 2020 - Hasil Lengkap",
        "Dia: saya tidak tahu.",
        "PARA pedagang menunggu pembeli.",
        "Laporan Bank Dunia menyebut harga naik.",
        "JAKARTA -",
        "",
        "- - - -",
        "(. . -Kepala ",
    ],
)
def test_no_dateline(text):
    assert find_dateline(text) is None


@given(st.text(alphabet='KENDARIkota .,-–()/:\n"5', max_size=200))
def test_offsets_lie_in_the_text(text):
    found = find_dateline(text)
    if found:
        assert 0 <= found.start < found.end <= len(text)
        assert found.place is None or found.start <= found.place_start < found.place_end <= found.end
