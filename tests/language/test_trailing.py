"""The first sentences of other reports behind a report's end are not read; its own last sentences are."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from konon.language.base import language
from konon.language.trailing import find_end

INDONESIAN = language("id")
REPORT = (
    "Banjir merendam Kampung Merawan sejak Senin malam. Warga mengungsi ke balai desa. "
    '"Air naik cepat," kata Kepala Desa Merawan Ratna Widuri. Ratna meminta bantuan perahu. '
    "Petugas mengirim perahu dan makanan ke kampung itu. Warga berharap air segera surut. "
    "Sekolah di kampung itu diliburkan sampai hari Rabu. Pasar masih tutup karena air."
)
PIECES = st.sampled_from(
    ["PEMERINTAH Valdora", "Air surut", ". ", "\n", '"', "Ratna", " warga ", "(ab/cd)", "GURU besar"]
)


def left(text: str, *, skipped: tuple[tuple[int, int], ...] = ()) -> str:
    return text[: find_end(text, skipped, INDONESIAN)].rstrip()


@pytest.mark.parametrize("between", [" ", "\n"])
@pytest.mark.parametrize(
    "tail",
    [
        "PEMERINTAH Valdora mengecam serangan di pelabuhan Ostrava.",
        "GUBERNUR Nusa Giri bertemu warga Kampung Merawan. Ia meminta maaf.",
        "SEBANYAK dua kapal tenggelam.",
        "Pelatih Persatuan Ciandra mengaku puas atas kemenangan putri melawan Valdora.",
        "Ilmuwan Universitas Ciandra menemukan obat malaria. Menteri Kehutanan Suryadi Kelana menanam bibit jati.",
    ],
)
def test_openings_of_other_reports_are_not_read(tail, between):
    assert left(f"{REPORT}{between}{tail}") == REPORT


@pytest.mark.parametrize(
    "last",
    [
        "Ratna menilai bantuan dari Provinsi Ciandra lamban.",
        "Warga kampung lain di Kabupaten Ostrava menyumbang perahu.",
        "Hal itu juga terjadi di Valdora dan Ostrava, kata pengamat cuaca.",
        "Sementara Bupati Suryadi Kelana mengunjungi posko kesehatan Ciandra.",
        '"Kami menunggu kiriman obat Ciandra," tutur seorang ibu.',
        "Jembatan penghubung antarkecamatan roboh diterjang arus deras.",
        "BPBD Ciandra mencatat warga Kampung Merawan sebanyak 300 orang.",
        "KRONOLOGI KEJADIAN",
    ],
)
def test_last_sentences_of_its_own_are_read(last):
    assert left(f"{REPORT} {last}") == f"{REPORT} {last}"


def test_an_acronym_that_stands_within_sentences_opens_no_other_report():
    text = f"{REPORT} Perahu itu milik warga, SATGAS dan polisi. SATGAS juga membawa obat."
    assert left(text) == text


def test_a_word_in_capitals_in_the_first_half_opens_no_other_report():
    text = f"PEMERINTAH Valdora mengirim perahu. {REPORT}"
    assert left(text) == text


def test_what_is_skipped_anyway_lies_before_the_end():
    text = f"{REPORT}\nEditor: Melati\nPEMERINTAH Valdora mengecam serangan."
    assert left(text, skipped=((len(REPORT) + 1, len(REPORT) + 15),)) == f"{REPORT}\nEditor: Melati"


@settings(deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_text_has_an_end_inside_it(text):
    assert 0 <= find_end(text, (), INDONESIAN) <= len(text)
