import pytest
from hypothesis import given
from hypothesis import strategies as some

from konon.export.marks import marks, paragraphs
from konon.record import Cue, Link, Record, Span, Statement

from .story import RECORD, at, plain

OUTLET = Link(role="outlet")


@some.composite
def marked(draw):
    """A record whose statements mark arbitrary, overlapping places of an arbitrary text."""
    text = draw(some.text(some.sampled_from("ab \n\u202e<&é"), min_size=1, max_size=60))
    spans = some.tuples(some.integers(0, len(text) - 1), some.integers(1, len(text))).filter(
        lambda pair: pair[0] < pair[1]
    )
    said = []
    for number, (inside, word) in enumerate(draw(some.lists(some.tuples(spans, spans), max_size=6))):
        cue = Cue(start=word[0], end=word[1], lemma="kata")
        content = (Span(start=inside[0], end=inside[1]),)
        said.append(
            Statement(id=f"s{number}", content=content, cue=cue, form="direct", act="say", source=None, chain=(OUTLET,))
        )
    return Record(konon="0", document=plain(text).document, statements=tuple(said))


def words(record, layer, part):
    segments = [segment for paragraph in paragraphs(record) for segment in paragraph.segments]
    return "".join(
        segment.text for segment in segments if any((mark.layer, mark.part) == (layer, part) for mark in segment.marks)
    )


@given(marked())
def test_the_paragraphs_hold_all_of_the_text_but_blank_lines(record):
    kept = "".join(paragraph.text for paragraph in paragraphs(record))
    assert "".join(kept.split()) == "".join(record.document.text.split())
    for paragraph in paragraphs(record):
        assert "".join(segment.text for segment in paragraph.segments) == paragraph.text


@given(marked())
def test_every_segment_knows_just_the_marks_that_cover_it(record):
    for segment in (segment for paragraph in paragraphs(record) for segment in paragraph.segments):
        inside = [
            mark
            for mark in marks(record)
            if mark.start < segment.start + len(segment.text) and segment.start < mark.end
        ]
        assert sorted(segment.marks, key=repr) == sorted(inside, key=repr)
        assert all(mark.start <= segment.start and segment.start + len(segment.text) <= mark.end for mark in inside)


@pytest.mark.parametrize(
    ("layer", "part", "expected"),
    [
        ("content", "s4", "Mereka menyandera warga sipildan kami akan mengejar pelakunya"),
        ("cue", "s10", "katanya"),
        ("source", "s10", "nya"),
        ("via", "s2", "suratAFP"),
        ("date", "s2", "Selasa (12/3/2024)"),
        ("count", "c2", "sedikitnya 14 orang"),
        ("event", "v1", "menyerang"),
        ("relation", "r2", "berbasis di Kassala"),
        ("mention", "un", "Perserikatan Bangsa-BangsaPBB"),
    ],
)
def test_each_part_of_a_record_marks_its_words(layer, part, expected):
    assert words(RECORD, layer, part) == expected


def test_a_statement_within_another_is_told_apart():
    start = at("tidak akan mengganggu bantuan")[0]
    segments = [segment for paragraph in paragraphs(RECORD) for segment in paragraph.segments]
    inner = next(segment for segment in segments if segment.start == start)
    assert [mark.part for mark in inner.marks] == ["s6", "s5"]
    assert "inner" in inner.layers
