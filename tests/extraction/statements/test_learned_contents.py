"""What a cue's content is by the ties of a window: windows with scores of our own, so that each rule is seen alone."""

import numpy as np
import pytest

from konon.extraction.statements.learned_contents import Contents
from konon.language.analyse import analyse
from konon.language.base import language
from konon.language.reader.reading import STEPS, Window
from konon.language.reader.units import units
from konon.record import Document

LABELS = {"tie": ("inside",), "tie_near": [[0.0] * (2 * STEPS + 1)]}


def contents(text, told):
    """The ties of a text whose cues tell these words, by cue; words are named by their text, each once in the text."""
    found = tuple(units(text, ()))
    numbers = {unit.text: number for number, unit in enumerate(found)}
    one = np.full((len(found), len(found)), -4.0, np.float32)
    for cue, words in told.items():
        for word in words.split():
            one[numbers[cue], numbers[word]] = 4.0
    out = {"tie_one": one, "tie_other": np.eye(len(found), dtype=np.float32)}
    window = Window(found, (True,) * len(found), (), (), out, LABELS)
    analysis = analyse(Document.of(text, language="id"), language("id"))
    return Contents(window, [numbers[cue] for cue in told], analysis), numbers


def words(text, told, cue):
    held, numbers = contents(text, told)
    return [text[start:end] for start, end in held.of(numbers[cue])]


@pytest.mark.parametrize(
    ("text", "told", "cue", "expected"),
    [
        ("Rani berkata hujan turun.", {"berkata": "hujan turun ."}, "berkata", ["hujan turun"]),
        ('"Kami pulang," kata Rani.', {"kata": "Kami pulang ,"}, "kata", ["Kami pulang"]),
        ('Rani menyebut "hujan besar" itu turun.', {"menyebut": 'hujan besar " itu turun'}, "menyebut",
         ["hujan besar", "itu turun"]),
        ("Rani berkata hujan turun, Senin (3/2/2025).", {"berkata": "hujan turun , Senin ( 3 / 2 2025 )"}, "berkata",
         ["hujan turun"]),
        ("Rani berkata hujan turun pada 3 Februari.", {"berkata": "hujan turun pada 3 Februari"}, "berkata",
         ["hujan turun pada 3 Februari"]),
    ],
)  # fmt: skip
def test_content_has_no_marks_at_its_ends_and_whole_quotations(text, told, cue, expected):
    assert words(text, told, cue) == expected


def test_a_word_belongs_to_the_cue_that_it_is_tied_to_most():
    text = "Rani berkata hujan turun. Budi menambahkan sungai meluap."
    held, numbers = contents(text, {"berkata": "hujan turun sungai meluap", "menambahkan": "sungai meluap"})
    held.window.out["tie_one"][numbers["menambahkan"]] += 2.0
    assert [text[start:end] for start, end in held.of(numbers["berkata"])] == ["hujan turun"]


def test_what_an_inner_cue_tells_is_told_by_the_outer_one_too():
    text = "Rani berkata Budi mengaku sungai meluap."
    told = {"berkata": "Budi mengaku sungai meluap", "mengaku": "sungai meluap"}
    assert words(text, told, "berkata") == ["Budi mengaku sungai meluap"]
    assert words(text, told, "mengaku") == ["sungai meluap"]


def test_the_likelier_content_is_the_one_that_is_tied():
    text = "Rani berkata hujan turun kemarin."
    held, numbers = contents(text, {"berkata": "hujan turun"})
    cue, right, more = numbers["berkata"], (13, 24), (13, 32)
    assert held.likelihood(cue, [right]) > held.likelihood(cue, [more])
    assert held.agreement(cue, [right]) == 1.0
    assert held.agreement(cue, [more]) == pytest.approx(2 / 3)
