"""Words that a page glued together are cut apart, and names that hold capitals of their own are not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from konon.language.base import language
from konon.language.seams import Seams
from konon.language.segments import segment
from konon.language.words import tokenize
from konon.record import Document

INDONESIAN = language("id")
PIECES = st.sampled_from(
    ["dari", "Ani", "AFP", "dan", "Iran", "Presiden", "pada", "X", "x", " ", "-", "'", "1", "detik"]
)


def words(text: str) -> str:
    """The tokens of a text with spaces between them."""
    return " ".join(token.text for token in tokenize(text, seams=Seams(text, INDONESIAN)))


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        # before a name: small words, titles, heads, verbs of passing on, known names
        ("Kabar itu datang dariKota Baru.", "dari Kota"),
        ("Kapal itu didudukiTono sejak pagi.", "diduduki Tono"),
        ("Begitu kata PresidenRatna Widuri kemarin.", "Presiden Ratna"),
        ("Warga KecamatanMerawan mengungsi.", "Kecamatan Merawan"),
        ("MelansirNusakanta, air sudah surut.", "Melansir Nusakanta"),
        ("Menteri Luar Negeri IranTono Widuri tiba.", "Iran Tono"),
        ("Ia menjabat wakil ketua DPRTono Widuri.", "DPR Tono"),
        ("Presiden Amerika SerikatTono Widuri tiba.", "Serikat Tono"),
        ("Unggahan itu ada di media sosialX kemarin.", "sosial X"),
        # behind a name that is known, or that stands apart elsewhere
        ("Perang di Irandan Irak usai.", "Iran dan"),
        ("Widuri tiba. Warga menyambut Widuriyang lelah.", "Widuri yang"),
        ("Warga Jawa Tengahjuga mengungsi.", "Tengah juga"),
        ("Rombongan TNIdan warga tiba.", "TNI dan"),
        ("Saksi berinisial WDyang melapor.", "WD yang"),
        # behind one that nothing tells of: long verbs of saying and the words of a table
        ("Ratna Widurimengatakan air surut.", "Widuri mengatakan"),
        ("Rumah Ratna Widurisebagai posko.", "Widuri sebagai"),
        # on both sides, and several
        ("Damai antaraIrandanIraksemakin dekat.", "antara Iran dan Irak semakin"),
        ("Lima warga hajiWNIyang sakit pulang.", "haji WNI yang"),
        ("Begitu dilansirdetikNews kemarin.", "dilansir detikNews"),
        ("Perang Iran-Irakpada tahun itu usai.", "Irak pada"),
    ],
)  # fmt: skip
def test_glued_words_are_cut_apart(text, cut):
    assert f" {cut} " in f" {words(text)} "


@pytest.mark.parametrize(
    "text",
    [
        "Video YouTube itu milik detikNews.",
        "Akun @PoldaMerawan dan #WargaMerawan ramai.",
        "Surya datang. Suryadi pulang.",
        "Rama puasa Ramadan.",
        "Warga Sudan dan Jordan tiba di Medan.",
        "Sembahyang itu usai. Umat Sembahyang pulang.",
        "Pemda Kalibaru di Lembahtengah mengimbau warga.",
        "KPKnya Merawan.",
        "Tim Implementasikan Rencana.",
        "Kelurahan Joyontakan dan Cilandak terendam.",
        "Perahu McWiduri milik DiCandra karam.",
    ],
)
def test_names_stay_whole(text):
    assert words(text) == " ".join(token.text for token in tokenize(text))


def test_the_examples_of_the_tables_do_what_they_say():
    for kind, whole in (("glued", False), ("not_glued", True)):
        for row in INDONESIAN.table("word_forms", kind):
            plain = " ".join(token.text for token in tokenize(row["example"]))
            assert (words(row["example"]) == plain) is whole


@settings(deadline=None)
@given(st.lists(PIECES, max_size=12).map("".join))
def test_seams_of_any_word_stand_inside_it_in_order(text):
    seams = Seams(text, INDONESIAN)
    for token in tokenize(text):
        cuts = seams(token.start, token.end)
        assert list(cuts) == sorted(set(cuts))
        assert all(token.start < cut < token.end for cut in cuts)


def test_a_name_is_spelled_with_spaces_at_its_seams():
    text = "Warga KecamatanMerawan tiba."
    found = segment(Document.of(text, language="id"), INDONESIAN)
    assert found.spelled(6, 22) == "Kecamatan Merawan"
    assert found.spelled(0, 5) == "Warga"
    assert found.spelled(6, len(text)) == "Kecamatan Merawan tiba."
