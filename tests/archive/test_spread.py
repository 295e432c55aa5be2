"""How events are spread over time and over places, on either database."""

import pytest

from konon.errors import NotKeptError, QueryError

from .builder import Happened, record

CITY, VILLAGE, STATE = "Manila", "Desa Karang Rekaan", "Filipina"
NAMES = {CITY: ("place", "PHL", None), VILLAGE: ("place", None, None), STATE: ("state", "PHL", "state:PHL")}
# What, where, on which day; two of them are one, told by two reports at two places.
TOLD = [
    ("serangan", "ASSAULT", CITY, "2024-05-11"), ("serangan", "ASSAULT", STATE, "2024-05-11"),
    ("banjir", "DISASTER", VILLAGE, "2024-05-30"), ("banjir", "DISASTER", CITY, "2023-12-01"),
    ("serangan", "ASSAULT", None, "2024-05-11"), ("banjir", "DISASTER", None, None),
]  # fmt: skip


def report(number, word, kind, *, place, day):
    text = f"Laporan {number}: {word} di {place or 'sana'} oleh Milisi Batu Hitam."
    names = {name: known for name, known in NAMES.items() if name in text}
    actors = ("Milisi Batu Hitam",) if place in {CITY, STATE} and kind == "ASSAULT" else ()
    return record(text, names={**names, "Milisi Batu Hitam": "armed_group"}, url=f"https://harian{number}.example/a",
                  events=[Happened(trigger=word, type=kind, place=place, day=day, actors=actors)])  # fmt: skip


@pytest.fixture
def spread(archive):
    """An archive of these events."""
    ids = [archive.add(report(number, word, kind, place=place, day=day))[0]
           for number, (word, kind, place, day) in enumerate(TOLD)]  # fmt: skip
    list(archive.derive())
    archive.join_events(f"{ids[0]}/v0", f"{ids[1]}/v0", by="Rina")
    return archive


def tallies(archive, query="", unit="month"):
    return [(one.period, one.type, one.events) for one in archive.timeline(query, unit=unit).tallies]


def test_events_are_counted_by_month_day_and_year(spread):
    assert tallies(spread) == [("2023-12", "DISASTER", 1), ("2024-05", "ASSAULT", 2), ("2024-05", "DISASTER", 1)]
    assert tallies(spread, unit="day") == [
        ("2023-12-01", "DISASTER", 1), ("2024-05-11", "ASSAULT", 2), ("2024-05-30", "DISASTER", 1),
    ]  # fmt: skip
    assert tallies(spread, unit="year") == [("2023", "DISASTER", 1), ("2024", "ASSAULT", 2), ("2024", "DISASTER", 1)]


def test_events_of_no_day_are_told_apart(spread):
    timeline = spread.timeline()
    assert (timeline.dayless, timeline.exact) == (1, True)
    assert spread.timeline("type:ASSAULT").dayless == 0


@pytest.mark.parametrize(
    ("query", "expected"),
    [("type:DISASTER", ["2023-12", "2024-05"]), ("place:Manila", ["2023-12", "2024-05"]), ("before:2023", ["2023-12"]),
     ("after:2025", []), ('actor:"Batu Hitam"', ["2024-05"])],
)  # fmt: skip
def test_a_timeline_is_narrowed_down(spread, query, expected):
    assert [period for period, _, _ in tallies(spread, query)] == expected


def test_the_timeline_adds_up_to_what_is_found(spread):
    timeline = spread.timeline()
    assert sum(one.events for one in timeline.tallies) + timeline.dayless == spread.events().total == 5


def test_an_event_counts_at_each_of_its_places_and_once_for_all(spread):
    found = spread.event_places()
    assert [(one.name, one.events, one.types) for one in found.places] == [
        (CITY, 2, {"ASSAULT": 1, "DISASTER": 1}), (VILLAGE, 1, {"DISASTER": 1}), (STATE, 1, {"ASSAULT": 1}),
    ]  # fmt: skip
    assert (found.events, found.placeless, found.exact) == (5, 2, True)


def test_places_are_located_as_far_as_they_are_known(spread):
    found = {one.name: one for one in spread.event_places().places}
    assert (found[CITY].exact, round(found[CITY].latitude)) == (True, 15)
    assert (found[STATE].exact, round(found[STATE].latitude)) == (False, 15)
    assert (found[VILLAGE].exact, found[VILLAGE].latitude, found[VILLAGE].longitude) == (False, None, None)


def test_a_place_leads_to_its_events(spread):
    for one in spread.event_places().places:
        assert spread.events(f"place:{one.place}").total == one.events


def test_statements_that_name_a_place_are_counted(archive, denial, flood):
    for report in (denial, flood):
        archive.add(report)
    ids = [archive.actor(name).id for name in ("Iran", "Palang Merah")]
    assert archive.told_of([*ids, "n000000000000"]) == {ids[0]: 1, ids[1]: 0}
    assert archive.told_of([]) == {}


def test_words_alone_spread_nothing(archive):
    for ask in (archive.timeline, archive.event_places):
        with pytest.raises(QueryError, match="words alone"):
            ask("banjir")


def test_what_is_not_kept_is_not_found(archive):
    with pytest.raises(NotKeptError, match="no such event"):
        archive.event("none/v0")
