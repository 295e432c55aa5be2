"""Quotations of several sentences in reports that lost their quotation marks begin with their line."""

import pytest

import konon

FIRST = "Banjir merendam Kampung Merawan sejak Senin malam.\n"


def said(text: str) -> list[tuple[str | None, str]]:
    """The name of each source and its words."""
    record = konon.read(FIRST + text)
    names = {entity.id: entity.name for entity in record.entities}
    return [
        (names.get(one.source or ""), record.document.text[one.content[0].start : one.content[0].end])
        for one in record.statements
    ]


@pytest.mark.parametrize("cue", ["kata Ratna Widuri", "ujar Ratna Widuri, Kamis", "jelas Ratna Widuri dalam rapat"])
def test_the_sentences_before_it_on_its_line_belong_to_the_quotation(cue):
    spoken = "Air datang cepat. Perahu tidak cukup. Warga menunggu bantuan"
    assert said(f"{spoken}, {cue}.\nPasar masih tutup.") == [("Ratna Widuri", spoken)]


def test_those_of_the_line_before_do_not():
    assert said("Pasar masih tutup.\nWarga menunggu bantuan, kata Ratna Widuri.") == [
        ("Ratna Widuri", "Warga menunggu bantuan")
    ]


def test_what_others_say_there_stands_within_it():
    record = konon.read(FIRST + "Tono Wardana mengatakan pasar tutup. Warga menunggu bantuan, kata Ratna Widuri.")
    outer, inner = record.statements
    assert (inner.within, outer.within) == (outer.id, None)
    assert [link.role for link in inner.chain] == ["speaker", "relay", "outlet"]


def test_a_sentence_in_which_its_own_source_speaks_is_none_of_it():
    text = "Ratna Widuri mengatakan perahu tidak cukup. Warga menunggu bantuan, kata Ratna."
    assert said(text) == [("Ratna Widuri", "perahu tidak cukup"), ("Ratna Widuri", "Warga menunggu bantuan")]


@pytest.mark.parametrize(
    "text",
    [
        'Air datang cepat. "Warga menunggu bantuan dari kabupaten sejak pagi," kata Ratna Widuri.',
        "Air datang cepat. Menurut Ratna Widuri, warga menunggu bantuan.",
        "Air datang cepat. Ratna Widuri mengatakan warga menunggu bantuan.",
    ],
)
def test_with_marks_or_with_the_cue_in_front_a_sentence_stands_alone(text):
    assert [words.lower().startswith("warga") for _, words in said(text)] == [True]


def test_a_page_that_lost_its_lines_tells_no_beginning():
    record = konon.read(FIRST.strip() + " Air datang cepat. Warga menunggu bantuan, kata Ratna Widuri.")
    place = record.statements[0].content[0]
    assert record.document.text[place.start : place.end] == "Warga menunggu bantuan"
