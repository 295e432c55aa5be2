"""The segmentation as a whole, over reports as pages give them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from konon.language.analysis import Analysis
from konon.language.base import language
from konon.language.segments import segment
from konon.record import Document

INDONESIAN = language("id")


def analysis(text: str) -> Analysis:
    return segment(Document.of(text, language="id"), INDONESIAN)


def quoted(text: str) -> list[str]:
    return [text[quote.inner_start : quote.inner_end].rstrip(",") for quote in analysis(text).quotes]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hal itu dikutip dariWarta kemarin.", "dari Warta"),
        ("Kabar itu datang dariKota Baru.", "dari Kota"),
        ("Air surut di kota itu.Warga pulang.", "itu . Warga"),
    ],
)
def test_what_a_page_glued_together_is_cut_apart(text, words):
    assert f" {words} " in f" {' '.join(token.text for token in analysis(text).tokens)} "


@pytest.mark.parametrize("tail", ["kata Ani", "ujar Ani", "katanya", "tutur dia"])
def test_a_quotation_without_closing_mark_ends_before_its_cue(tail):
    assert quoted(f'"Air sudah surut sejak pagi, {tail}. Warga pulang.') == ["Air sudah surut sejak pagi"]


def test_boilerplate_has_no_tokens_and_no_quotations():
    text = 'Air surut.\nBaca juga: "Warga Pulang" di Kota\nSekolah dibuka.\n(abc/def)'
    found = analysis(text)
    assert [token.text for token in found.tokens] == ["Air", "surut", ".", "Sekolah", "dibuka", "."]
    assert (len(found.paragraphs), found.quotes, len(found.skipped)) == (2, (), 2)


def test_places_are_found_by_their_offset():
    text = "Air surut. Warga pulang.\nHujan reda."
    found = analysis(text)
    assert found.tokens[found.token_at(text.index("Warga"))].text == "Warga"
    assert [token.text for token in found.tokens_in(4, 10)] == ["surut", "."]
    assert found.sentence_at(text.index("pulang")).start == text.index("Warga")
    assert found.period_at(text.index("reda")).start == text.index("Hujan")


PIECES = st.sampled_from([*'"“”‘’.!?,:()[]', " ", "\n", "Air surut", ", kata Ani", "Baca juga: ", "(ab/cd)", "dariAni"])


@settings(deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_all_that_is_not_skipped_is_in_tokens_and_all_tokens_in_paragraphs(text):
    found = analysis(text)
    read = "".join(token.text for token in found.tokens)
    left = list(text)
    for start, end in found.skipped:
        left[start:end] = " " * (end - start)
    assert read == "".join("".join(left).split())
    assert [number for piece in found.paragraphs for number in range(piece.first, piece.last)] == [
        *range(len(found.tokens))
    ]
