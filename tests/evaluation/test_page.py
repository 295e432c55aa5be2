"""The page of mistakes shows each in its sentence."""

import re

import pytest

from konon.evaluation import evaluate, mistakes_page
from konon.evaluation.mistakes import Mistake
from konon.evaluation.page import groups, in_sentence

TEXT = "Pertama datang. Kedua pergi jauh! Ketiga\nKeempat tinggal"


@pytest.mark.parametrize(
    ("start", "end", "sentence"),
    [
        (0, 7, "Pertama datang. "),
        (16, 21, "Kedua pergi jauh! "),
        (34, 40, "Ketiga\n"),
        (41, 48, "Keempat tinggal"),
        (8, 21, "Pertama datang. Kedua pergi jauh! "),
    ],
)
def test_the_sentence_around_a_place(start, end, sentence):
    pieces = in_sentence(TEXT, Mistake("t", "act wrong", "", gold=((start, end),)))
    assert "".join(piece.text for piece in pieces) == sentence
    assert "".join(piece.text for piece in pieces if piece.marks) == TEXT[start:end]


def test_marks_may_overlap():
    pieces = in_sentence(TEXT, Mistake("t", "act wrong", "", gold=((16, 27),), predicted=((22, 32),)))
    marked = [(piece.text, piece.marks) for piece in pieces if piece.marks]
    assert marked == [("Kedua ", "gold"), ("pergi", "gold predicted"), (" jauh", "predicted")]


def test_a_mistake_without_place_has_no_sentence():
    assert in_sentence(TEXT, Mistake("t", "chain link missed", "relay")) == ()


def test_the_page_counts_and_shows_the_mistakes_by_kind(gold, record_with):
    evaluation = evaluate([gold], [record_with("statements", act="deny", form="mixed")])
    html = mistakes_page(evaluation, title="Percobaan <1>")
    assert [(group.kind, group.number) for group in groups(evaluation)] == [("act wrong", 1), ("form wrong", 1)]
    assert "Percobaan &lt;1&gt;" in html
    assert '<mark class="gold predicted">Jembatan itu aman</mark>' in html
    assert re.findall(r'<section data-kind="([^"]+)"', html) == ["act wrong", "form wrong"]


def test_each_cause_has_a_row_and_a_part_of_its_own(gold, record_with):
    reasons = [{"part": "cue", "by": "rule <active>", "score": 0.5}]
    html = mistakes_page(
        evaluate([gold], [record_with("statements", act="deny", confidence=0.7, why=reasons)]), title=""
    )
    cause = 'data-cause="another, by rule &lt;active&gt;"'
    assert html.count(cause) == 2
    assert f'<button type="button" data-kind="act wrong" {cause}' in html
    assert '<p class="why">70% sure · cue: rule &lt;active&gt; 0.50</p>' in html
    assert "statement 0.300." in html


def test_the_page_needs_no_other_file(gold, record_with):
    html = mistakes_page(evaluate([gold], [record_with()]), title="Percobaan")
    assert not re.search(r"(?:src|href)=(?!\"#)|https?://|@import|url\(", html)
