"""Sentences and periods: where a point ends one, and where it does not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from konon.language.analysis import Analysis, Stretch
from konon.language.base import language
from konon.language.segments import segment
from konon.record import Document

INDONESIAN = language("id")
ABBREVIATIONS = INDONESIAN.table("abbreviations", "abbreviation")
FORMS = sorted({form for row in ABBREVIATIONS for form in row["forms"]})
PIECES = st.sampled_from([*'"“”‘’.!?…,;:()-', " ", " ", "\n", "Air surut", "kata Ani", "dr", "A", "3", "1.000", "dan"])


def analysis(text: str) -> Analysis:
    return segment(Document.of(text, language="id"), INDONESIAN)


def pieces(text: str, stretches: tuple[Stretch, ...]) -> list[str]:
    return [text[stretch.start : stretch.end] for stretch in stretches]


def sentences(text: str) -> list[str]:
    return pieces(text, analysis(text).sentences)


def periods(text: str) -> list[str]:
    return pieces(text, analysis(text).periods)


@pytest.mark.parametrize("row", ABBREVIATIONS, ids=lambda row: row["forms"][0])
def test_an_example_ends_where_its_sentences_do_and_not_at_the_abbreviation(row):
    used = [form for form in row["forms"] if f" {form}. " in row["example"].lower()]
    assert used
    assert sentences(row["example"]) == ["Pasien itu ditangani dr. Melati Wulandari.", "Ia lalu pulang."]


@pytest.mark.parametrize("form", FORMS)
def test_the_point_of_an_abbreviation_ends_no_sentence(form):
    text = f"Tamu itu menemui {form}. Melati di kantor. Ia pulang."
    assert sentences(text) == [text[: text.index(" Ia")], "Ia pulang."]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Air surut. Warga pulang.", 2),
        ("Air surut! Benarkah? Ya…", 3),
        ("Hujan reda di kota itu.Warga pulang.", 2),
        ("Rumah A. B. Lestari rusak. Ia pulang.", 2),
        ("Warga menunggu... lalu pulang.", 1),
        ("Sebanyak 1.500 orang datang pukul 10.30 WIB.", 1),
        ("Ia lahir tahun 1990. Ia tinggal di desa.", 2),
        ("Berita itu dimuat Warta.com kemarin.", 1),
        ("KOTA BARU, WARTA.ID - Air surut. Warga pulang.", 2),
        ("Air surut (pagi tadi). Warga pulang.", 2),
        ("Rapat usai.) Warga pulang.", 2),
    ],
)
def test_sentences_end_at_their_marks_alone(text, count):
    assert len(sentences(text)) == count


def test_a_heading_is_a_sentence_of_its_own():
    assert sentences("Air Surut di Kota\n\nWarga pulang.") == ["Air Surut di Kota", "Warga pulang."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Air surut. Kami pulang," kata Ani. Ia lelah.', ['"Air surut. Kami pulang," kata Ani.', "Ia lelah."]),
        ("“Air surut.” Ani pulang.", ["“Air surut.”", "Ani pulang."]),
        ('Ani berkata, "Air surut." "Kami pulang."', ['Ani berkata, "Air surut."', '"Kami pulang."']),
    ],
)
def test_a_period_holds_the_whole_of_its_quotations(text, expected):
    assert periods(text) == expected


def test_sentences_end_within_a_quotation_too():
    assert len(sentences('"Air surut. Kami pulang," kata Ani.')) == 2


def partition(stretches: tuple[Stretch, ...], paragraph: Stretch) -> list[int]:
    """The tokens of the stretches that begin in a paragraph, in order."""
    inside = [piece for piece in stretches if paragraph.first <= piece.first < paragraph.last]
    return [number for piece in inside for number in range(piece.first, piece.last)]


@settings(deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_periods_and_sentences_partition_the_tokens_of_each_paragraph(text):
    found = analysis(text)
    for paragraph in found.paragraphs:
        tokens = list(range(paragraph.first, paragraph.last))
        assert partition(found.sentences, paragraph) == tokens
        assert partition(found.periods, paragraph) == tokens
    assert {period.first for period in found.periods} <= {sentence.first for sentence in found.sentences}
