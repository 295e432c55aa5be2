"""Paragraphs: lines, and those joined that a page broke in mid-sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konon.language.paragraphs import find_paragraphs

LONG = "Warga kampung di tepi sungai itu sudah kembali ke rumah masing-masing bersama"


def paragraphs(text: str) -> list[str]:
    return [text[start:end] for start, end in find_paragraphs(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Air surut.\nWarga pulang.", ["Air surut.", "Warga pulang."]),
        ("  Air surut. \n\n\t Warga pulang.\n", ["Air surut.", "Warga pulang."]),
        ("Air Surut\nWarga pulang.", ["Air Surut", "Warga pulang."]),
        ("Warga pulang ke\nrumah.", ["Warga pulang ke\nrumah."]),
        ('"Air surut,"\nkata Ani.', ['"Air surut,"', "kata Ani."]),
        (f"{LONG}\nKepala Desa Ani Lestari.", [f"{LONG}\nKepala Desa Ani Lestari."]),
        (f"{LONG}\nKepala Desa", [LONG, "Kepala Desa"]),
        (f"{LONG.title()}\nAir surut.", [LONG.title(), "Air surut."]),
        ("", []),
    ],
)
def test_lines_are_paragraphs_unless_a_page_broke_a_sentence(text, expected):
    assert paragraphs(text) == expected


def test_where_many_lines_lack_a_sentence_end_none_is_joined():
    assert len(paragraphs("\n".join([LONG, LONG, LONG, "Air surut."]))) == 4


def test_a_line_is_not_joined_with_what_is_skipped():
    text = f"{LONG}\nbaca yang lain."
    assert len(find_paragraphs(text)) == 1
    assert len(find_paragraphs(text, ((len(LONG) + 1, len(text)),))) == 2


@given(st.lists(st.sampled_from(["Air", "surut", LONG, ".", " ", "\n", "\t", "”"]), max_size=30).map("".join))
def test_paragraphs_hold_all_but_space_in_order(text):
    found = find_paragraphs(text)
    assert "".join("".join(text[start:end] for start, end in found).split()) == "".join(text.split())
    offsets = [offset for place in found for offset in place]
    assert offsets == sorted(offsets)
    assert all(text[start:end] == text[start:end].strip() for start, end in found)
