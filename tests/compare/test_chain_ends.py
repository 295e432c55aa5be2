"""Origins are the distinct ends of chains, which meet where a station is the same."""

from konon.compare.origins import Station, Way, bounds, ends

AGENCY, OTHER = Station("party", "actor 1", "Kabar Nusa"), Station("party", "actor 2", "AFP")
LETTER, INTERVIEW = Station("medium", "medium surat", "surat"), Station("medium", "medium wawancara", "wawancara")


def outlet(number, key=None):
    return Station("outlet", key or f"outlet {number}", f"Harian {number}")


def told(*ways: tuple[Station, ...], beside=frozenset()):
    found = ends([Way(number, way, beside) for number, way in enumerate(ways)])
    return [(end.station.words, end.certainty, len(end.ways)) for end in found], bounds(found)


def test_nine_outlets_of_which_seven_came_through_an_agency_and_two_through_an_interview():
    through = [(AGENCY, outlet(number)) for number in range(7)]
    own = [(INTERVIEW, outlet(number)) for number in (7, 8)]
    assert told(*through, *own) == ([("Kabar Nusa", "named", 7), ("wawancara", "medium", 2)], (1, 3))


def test_an_outlet_that_tells_nothing_stands_for_itself():
    assert told((AGENCY, outlet(1)), (outlet(2),)) == (
        [("Kabar Nusa", "named", 1), ("Harian 2", "untold", 1)], (1, 2),
    )  # fmt: skip


def test_an_outlet_that_others_relay_leads_on_to_its_own_chain():
    assert told((OTHER, outlet(1, "actor 1")), (AGENCY, outlet(2))) == ([("AFP", "named", 2)], (1, 1))


def test_an_outlet_that_others_relay_and_that_tells_nothing_is_named():
    assert told((outlet(1, "actor 1"),), (AGENCY, outlet(2))) == ([("Kabar Nusa", "named", 2)], (1, 1))


def test_a_relay_leads_on_to_the_letter_that_another_report_tells_of():
    assert told((LETTER, AGENCY, outlet(1)), (AGENCY, outlet(2)), (LETTER, OTHER, outlet(3))) == (
        [("surat", "medium", 3)], (1, 3),
    )  # fmt: skip


def test_relays_that_stand_beside_each_other_are_two_ends():
    assert told((AGENCY, OTHER, outlet(1)), beside=frozenset({1}))[0] == [
        ("Kabar Nusa", "named", 1), ("AFP", "named", 1),
    ]  # fmt: skip
    assert told((AGENCY, OTHER, outlet(1)))[0] == [("Kabar Nusa", "named", 1)]


def test_a_circle_ends():
    one, other = outlet(1, "actor 1"), outlet(2, "actor 2")
    assert told((OTHER, one), (AGENCY, other))[0] == [("Kabar Nusa", "named", 2)]
