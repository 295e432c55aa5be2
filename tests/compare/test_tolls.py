"""Numbers over time: who disagrees, who changed a number, and what is no contradiction."""

from dataclasses import replace

import pytest

from konon.compare.tolls import Figure, comparable, contested, meet, revised, whole

POLICE = Figure(
    kind="killed", of="orang", like="", minimum=12, maximum=12, approximate=False, words="12 orang", part=False,
    tie="sentence", since=None, teller="Karsan Udo", actor="n1", itself=False, statement="r1/s0", report="r1",
    outlet="Harian Meranti", url=None, day="2024-05-11", published="2024-05-11T09:00:00+07:00",
)  # fmt: skip
NURSES = replace(POLICE, teller="Palang Merah", actor="n2", report="r2", minimum=20, maximum=20)


def of(figure, number, **fields: object):
    return replace(figure, minimum=number, maximum=number, **fields)


def test_numbers_of_two_tellers_that_do_not_meet_are_contested():
    (contest,) = contested([POLICE, NURSES])
    assert (contest.low, contest.high, contest.first, contest.last) == (POLICE, NURSES, "2024-05-11", "2024-05-11")


@pytest.mark.parametrize(
    ("low", "high", "together"),
    [
        ((12, 12), (12, 12), True),
        ((12, None), (20, 20), True),
        ((None, 30), (20, 20), True),
        ((None, 15), (20, 20), False),
        ((10, 99), (20, 20), True),
    ],
)
def test_bounds_meet_where_both_can_be_right(low, high, together):
    one = replace(POLICE, minimum=low[0], maximum=low[1])
    other = replace(NURSES, minimum=high[0], maximum=high[1])
    assert meet(one, other) is meet(other, one) is together
    assert bool(contested([one, other])) is not together


def test_about_a_number_is_near_it():
    assert meet(of(POLICE, 100, approximate=True), of(NURSES, 108))
    assert not meet(of(POLICE, 100, approximate=True), of(NURSES, 130))


def test_a_contest_ends_when_the_numbers_meet():
    later = of(POLICE, 20, day="2024-05-13", report="r3")
    (contest,) = contested([POLICE, NURSES, of(POLICE, 13, day="2024-05-12", report="r4"), later])
    assert (contest.first, contest.last, contest.low.minimum) == ("2024-05-11", "2024-05-12", 13)


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "injured"},
        {"like": "anak-anak"},
        {"part": True},
        {"since": "2023-10-07"},
        {"day": None},
        {"actor": "n1"},
    ],
)
def test_what_is_not_like_it_contradicts_nothing(change):
    assert contested([POLICE, replace(NURSES, **change)]) == []


def test_what_a_report_says_itself_holds_for_its_day_only():
    own = replace(NURSES, actor=None, itself=True, teller="KabarTeluk")
    assert contested([own, POLICE])
    assert contested([own, replace(POLICE, day="2024-05-12")]) == []


def test_a_number_that_moves_is_revised():
    later = of(POLICE, 14, day="2024-05-12", report="r3")
    hour = of(POLICE, 13, published="2024-05-11T12:00:00+07:00", report="r4")
    assert [(one.before.minimum, one.after.minimum) for one in revised([later, hour, POLICE, NURSES])] == [
        (12, 13), (13, 14),
    ]  # fmt: skip
    assert revised([POLICE, replace(POLICE, day="2024-05-12")]) == []


def test_without_an_hour_nobody_knows_which_of_a_day_came_later():
    morning = replace(POLICE, published="2024-05-11")
    assert revised([morning, of(morning, 14, report="r3")]) == []


def test_of_several_in_one_report_the_greatest_is_whole():
    found = whole([POLICE, of(POLICE, 5), of(POLICE, 7)])
    assert sorted((figure.minimum, figure.part) for figure in found) == [(5, True), (7, True), (12, False)]
    assert not any(figure.part for figure in whole([POLICE, NURSES]))


def test_one_person_told_of_apart_is_no_number_to_compare():
    assert comparable([of(POLICE, 1, tie="report")]) == []
    assert len(comparable([of(POLICE, 1)])) == 1
