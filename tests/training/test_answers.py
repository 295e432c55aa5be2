import pytest
from training.answers import Answered, annotated, score

from konon import read
from konon.evaluation.gold import GoldEvent, GoldReport, GoldStatement
from konon.record.model import Span

TEXT = "Rina Suwarno menuduh Danu Pratama mencuri semen. Hujan turun. Danu Pratama membantah tuduhan itu."


def place(words):
    return Span(start=TEXT.index(words), end=TEXT.index(words) + len(words))


def statement(words, act):
    return GoldStatement(content=(place(words),), form=None, act=act, source=None)


def report(*, events=()):
    said = (statement("Danu Pratama mencuri semen", "accuse"), statement("tuduhan itu", "deny"))
    return GoldReport(doc="a", sha256="", text=TEXT, statements=said, events=events)


@pytest.mark.parametrize(
    ("answered", "right", "gold"),
    [
        ((Answered(statement=(place("Danu Pratama mencuri semen"),)),), 1, 1),
        ((Answered(event=place("Hujan")), Answered(statement=(place("Danu Pratama mencuri semen"),))), 1, 1),
        ((Answered(event=place("Hujan")),), 0, 1),
        ((), 0, 0),
    ],
)
def test_a_tie_is_right_where_it_goes_to_one_of_what_is_answered(answered, right, gold):
    known = report(events=(GoldEvent(type="DISASTER", trigger=place("Hujan")),))
    tally = score(known, read(TEXT), {(place("tuduhan itu"),): answered})
    assert (tally.right, tally.predicted, tally.gold) == (right, 1, gold)


def test_every_annotated_answer_is_read():
    answers = annotated()
    assert sum(map(len, answers.values())) == 471
    assert all(content for contents in answers.values() for content in contents)
