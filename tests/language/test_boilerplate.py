"""What a page put between the paragraphs is not read; what only looks like it is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from konon.language.base import language
from konon.language.boilerplate import find_boilerplate

INDONESIAN = language("id")
ROWS = INDONESIAN.table("boilerplate", "marker")
FORMS = [(form, row["extent"]) for row in ROWS for form in row["forms"]]
BEFORE = "Air surut di kampung itu sejak pagi. Warga sudah pulang ke rumah masing-masing.\n"
AFTER = "\nSekolah dibuka lagi."


def skipped(text: str) -> list[str]:
    return [text[start:end] for start, end in find_boilerplate(text, INDONESIAN)]


def kept(text: str) -> str:
    """What is left to read."""
    for start, end in reversed(find_boilerplate(text, INDONESIAN)):
        text = text[:start] + text[end:]
    return text


@pytest.mark.parametrize(
    ("marker", "expected"),
    [
        ("SCROLL", "SCROLL TO CONTINUE WITH CONTENT"),
        ("Baca juga", "Baca juga: Warga Kembali ke Rumah"),
        ("Editor :", "Editor : Melati Rangga"),
        ("Simak selengkapnya", "Simak selengkapnya di sini."),
        ("(Foto:", "(Foto: Rangga/Warta)"),
        ("[video.", "[video.1]"),
        ("Artikel ini telah", "Artikel ini telah tayang di Warta Utara dengan judul lain."),
        ("Foto:", "Foto: Rangga Wibisono/Warta"),
        ("Artikel ini menyoroti", "Artikel ini menyoroti jalannya lelang. Harga akhirnya naik."),
        ("Disclaimer:", "Disclaimer: Artikel ini tidak menggantikan nasihat ahli. Pembaca memutuskan sendiri."),
    ],
)
def test_an_example_loses_what_its_row_says(marker, expected):
    (row,) = [row for row in ROWS if any(form in row["example"] and form.startswith(marker) for form in row["forms"])]
    assert skipped(row["example"]) == [expected]


def test_every_row_has_an_example_with_one_of_its_markers():
    assert [row["example"] for row in ROWS if not any(form in row["example"] for form in row["forms"])] == []


@pytest.mark.parametrize(("form", "extent"), FORMS)
def test_a_marker_is_skipped_as_far_as_its_extent_goes(form, extent):
    line = form if extent == "phrase" else f"{form} Rumah Warga{ {'(': ')', '[': ']'}.get(form[0], ' Ani') }"
    after = "" if extent in ("rest", "ending") else AFTER
    assert kept(f"{BEFORE * 5}{line}{AFTER}").split() == f"{BEFORE * 5}{after}".split()


@pytest.mark.parametrize(
    "text",
    [
        "Ani meminta warga untuk Baca juga buku itu.",
        "Ia sudah Baca selengkapnya tadi.",
        "baca juga surat itu, kata Ani.",
        "Rumah itu (milik warga) rusak.",
        "Ia bekerja di Organisasi Buruh (ILO).",
        "Ia pulang Kamis (16/5/2024).",
        "Ia datang bersama anaknya (Ani/Budi) kemarin.",
        "Ia tinggal di sana. (Ani) Budi pulang.",
    ],
)
def test_a_sentence_that_only_looks_like_it_is_read(text):
    assert skipped(text) == []


@pytest.mark.parametrize(
    "credit",
    ["(abc)", "(ab/cd)", "(abc/warta/abc)", "(H-2)", "(Wrt/I-2)", "(Warta.com/Ani Lestari)", "(ani).",
     "( warta.id/anilestari )".replace("( ", "(")],
)  # fmt: skip
@pytest.mark.parametrize("before", ["Air surut.\n", "Air surut. ", "Air surut.", 'kata Ani."\n'])
def test_who_wrote_a_report_is_not_read(before, credit):
    assert skipped(before + credit) == [credit]


def test_names_on_the_last_line_are_not_read_and_those_of_an_agency_are():
    assert skipped("Air surut.\n(Ani Lestari)") == ["(Ani Lestari)"]
    assert skipped("Air surut.\n(Antara)") == []
    assert skipped("(Ani Lestari)\nAir surut.") == []


def test_markers_in_a_row_are_skipped_together():
    assert kept("Air surut.\nADVERTISEMENT SCROLL TO CONTINUE WITH CONTENT\nWarga pulang.").split() == [
        "Air", "surut.", "Warga", "pulang.",
    ]  # fmt: skip


def test_a_headline_ends_where_a_page_that_lost_its_lines_goes_on():
    text = f"Air surut. Baca juga: Harga Beras di Pasar Kota Naik Warga mengeluh sejak pagi. {BEFORE * 3}"
    assert skipped(text) == ["Baca juga: Harga Beras di Pasar Kota Naik "]


def test_what_eats_the_rest_early_in_a_text_eats_its_line_alone():
    assert kept(f"Dilarang mengutip berita ini.\n{BEFORE}") == f"\n{BEFORE}"


def test_where_a_page_lost_its_lines_it_eats_its_sentence_alone():
    text = f"Dilarang mengutip berita ini. {BEFORE * 3}".replace("\n", " ").strip()
    assert skipped(text) == ["Dilarang mengutip berita ini."]


def test_a_summary_is_none_early_in_a_text():
    assert skipped(f"Kesimpulan: air surut.\n{BEFORE * 3}") == []


@pytest.mark.parametrize("credit", ["(H-2)", "(Wrt/I-2)"])
def test_behind_the_mark_of_a_desk_stand_other_reports_on_the_same_line_too(credit):
    text = f"{BEFORE * 3}Air naik lagi. {credit} Warga Merawan menanam padi. Harga beras naik.".replace("\n", " ")
    assert kept(text).rstrip().endswith("Air naik lagi.")


def test_initials_between_slashes_end_a_report_on_the_same_line_too():
    assert skipped("Air surut. (ab/cd) Baca juga: Warga Pulang")[0].strip() == "(ab/cd)"


PIECES = st.sampled_from([*(form for form, _ in FORMS[::7]), *" .\n()[]\"'", "Ani", "surut", "(abc/de)"])


@settings(deadline=None)
@given(st.lists(PIECES, max_size=20).map("".join))
def test_places_lie_in_the_text_in_order_and_are_not_empty(text):
    found = find_boilerplate(text, INDONESIAN)
    assert all(start < end <= len(text) for start, end in found)
    assert [offset for place in found for offset in place] == sorted(offset for place in found for offset in place)
