"""Events of two reports: what speaks for their being one, and what against it."""

from dataclasses import replace
from datetime import date

import pytest

from konon.compare.events import SAME, Happening, contradict, likeness
from konon.compare.parties import Party
from konon.compare.places import Place

DAY = date(2024, 5, 11).toordinal()
BAND, ARMY = Party(1, "Milisi Batu Hitam", "armed_group"), Party(2, "Laskar Rawa", "armed_group")
PEOPLE = Party(3, "warga", "group")
DAMAR = Place(10, "Kota Damar")
ATTACK = Happening("ASSAULT", "firearms", "happened", (DAY, DAY), DAY, DAMAR, (BAND,), (PEOPLE,), "serang",
                   frozenset({("killed", 14)}))  # fmt: skip


def score(other, one=ATTACK):
    found, back = likeness(one, other), likeness(other, one)
    assert (found and found.score) == (back and back.score)
    return found.score if found else None


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"told": DAY + 5},
        {"span": None, "told": DAY + 1},
        {"place": Place(11, "Damar")},
        {"actors": ()},
        {"place": None},
        {"actors": (Party(4, "Batu Hitam", "armed_group"),)},
        {"word": "gempur", "mode": None, "numbers": frozenset()},
        {"status": "denied"},
    ],
)
def test_the_same_event_told_otherwise_is_joined(change):
    assert score(replace(ATTACK, **change)) >= SAME


@pytest.mark.parametrize(
    "change",
    [
        {"type": "COERCE"},
        {"span": (DAY + 7, DAY + 7)},
        {"span": (DAY + 2, DAY + 2)},
        {"span": None, "told": DAY + 8},
        {"span": None, "told": None},
        {"place": Place(12, "Kota Bogor", country="IDN", registry="place:idn-kota-bogor"), "actors": (ARMY,)},
        {"actors": (PEOPLE,), "recipients": (BAND,)},
        {"status": "demanded"},
        {"status": "hypothetical"},
    ],
)
def test_what_can_not_be_the_same_is_not_compared_or_far_below(change):
    found = score(replace(ATTACK, **change))
    assert found is None or found < SAME


def test_others_who_did_it_contradict():
    other = replace(ATTACK, actors=(ARMY,))
    assert score(other) < score(ATTACK)
    assert contradict(ATTACK, other)
    assert not contradict(ATTACK, replace(ATTACK, actors=()))


def test_a_flood_is_no_earthquake():
    flood = Happening("DISASTER", None, "happened", (DAY, DAY), DAY, DAMAR, (), (), "banjir")
    assert score(replace(flood, word="gempa"), flood) < SAME <= score(flood, flood)


def test_the_province_of_a_town_agrees_more_weakly_than_the_town_and_the_state_most_weakly():
    town = Place(20, "Kota Bogor", country="IDN", registry="place:idn-kota-bogor")
    province = Place(21, "Jawa Barat", country="IDN", registry="place:idn-jabar")
    state = Place(22, "Indonesia", state=True, country="IDN", registry="state:IDN")
    attack = replace(ATTACK, place=town, numbers=frozenset())
    found = [score(replace(attack, place=place), attack) for place in (town, province, state)]
    assert found == sorted(found, reverse=True)
    assert len(set(found)) == 3


def test_a_date_says_more_than_the_day_of_the_report():
    untold = replace(ATTACK, span=None, numbers=frozenset())
    dated = replace(ATTACK, numbers=frozenset())
    assert score(untold, untold) < score(dated, dated)
    assert [score(replace(untold, told=DAY + days), dated) for days in (1, 2, 3)] == sorted(
        (score(replace(untold, told=DAY + days), dated) for days in (1, 2, 3)), reverse=True
    )


def test_equals_meet_whoever_is_told_first():
    talks = Happening("CONSULT", None, "happened", (DAY, DAY), DAY, None, (BAND,), (ARMY,))
    assert score(replace(talks, actors=(ARMY,), recipients=(BAND,)), talks) >= SAME


def test_initials_tell_less_than_a_name():
    arrest = Happening("COERCE", "arrest", "happened", None, DAY, None, (), (Party(5, "RI", "person"),), "tangkap")
    named = replace(arrest, recipients=(Party(6, "Idris Hamdan", "person"),))
    assert score(arrest, arrest) < SAME <= score(named, named)


def test_a_comparison_explains_itself():
    found = likeness(ATTACK, replace(ATTACK, place=Place(11, "Damar")))
    reasons = {reason.feature: (reason.one, reason.other) for reason in found.reasons}
    assert reasons["place"] == ("Kota Damar", "Damar")
    assert reasons["day"] == ("2024-05-11", "2024-05-11")
    assert found.score == pytest.approx(min(1, sum(reason.score for reason in found.reasons)), abs=1e-3)
