"""Pictures are drawn to scale: numbers over time, places on the map, its shapes, periods beside each other."""

import json
from dataclasses import replace
from itertools import pairwise

import pytest

from konon.archive import EventPlace, Tally, Timeline
from konon.compare.tolls import Figure
from konon.explore import periods
from konon.explore.atlas import HEIGHT, WIDTH, atlas
from konon.explore.chart import charts
from konon.explore.shapes import FILE, STEPS, drawn

FIGURE = Figure(
    kind="killed", of=None, like="", minimum=10, maximum=10, approximate=False, words="10 orang", part=False,
    tie="record", since=None, teller="Rina", actor="n1", itself=False, statement=None, report="r1", outlet="Harian",
    url=None, day="2024-05-01", published="2024-05-01",
)  # fmt: skip


def figure(low, high, day, **fields: object):
    return replace(FIGURE, minimum=low, maximum=high, day=day, published=day, **fields)


def test_a_chart_is_drawn_to_scale():
    group = [figure(10, 10, "2024-05-01"), figure(20, 20, "2024-05-02"),
             figure(40, None, "2024-05-02", teller="Yoga", actor="n2")]  # fmt: skip
    for chart in charts(group):
        rina, yoga = chart.lines
        ten, twenty = rina.dots
        (forty,) = yoga.dots
        assert chart.bottom - twenty.y == pytest.approx(2 * (chart.bottom - ten.y), abs=0.3)
        assert chart.bottom - forty.y == pytest.approx(2 * (chart.bottom - twenty.y), abs=0.3)
        assert (twenty.x, forty.arrow, twenty.arrow) == (forty.x, pytest.approx(forty.y - 18), None)
        assert all(chart.left <= dot.x <= chart.right for line in chart.lines for dot in line.dots)
        assert [number for number, _ in chart.levels] == [0, 10, 20, 30, 40]
        assert [band.contest.first for band in chart.bands] == ["2024-05-02"]
        assert chart.bands[0].x + chart.bands[0].width == pytest.approx(chart.right, abs=0.2)


def test_bounds_are_drawn_from_the_least_to_the_most():
    chart, _ = charts([figure(20, 99, "2024-05-01"), figure(None, 300, "2024-05-01", teller="Yoga", actor="n2")])
    between, most = (line.dots[0] for line in chart.lines)
    assert between.low > between.y > between.high
    assert most.arrow > most.y


def test_labels_of_a_chart_keep_apart():
    group = [figure(10 + number, 10 + number, "2024-05-01", teller=f"Orang {number}", actor=f"n{number}")
             for number in range(6)]  # fmt: skip
    for chart, line in zip(charts(group), (30, 15), strict=True):
        labels = sorted(one.label for one in chart.lines)
        assert all(below - above >= line for above, below in pairwise(labels))


def test_years_are_named_where_they_change():
    chart, _ = charts([figure(1, 1, "2023-12-31"), figure(2, 2, "2024-01-01")])
    assert [(day, year) for day, _, year in chart.days] == [("2023-12-31", True), ("2024-01-01", True)]


def place(name, latitude, longitude, *, exact=True, events=1):
    return EventPlace(place=f"n-{name}", name=name, kind="place", country=None, latitude=latitude, longitude=longitude,
                      exact=exact, events=events, types={"PROTEST": events})  # fmt: skip


CITIES = [place("Jakarta", -6.2, 106.8, events=9), place("Makassar", -5.1, 119.4), place("Tokyo", 35.7, 139.7)]


def test_places_stand_on_the_map_where_its_shapes_do():
    found = atlas(CITIES, frame=CITIES)
    for mark in found.marks:
        (one,) = mark.places
        # The shapes are moved by the same matrix, from steps east and south.
        assert mark.x == pytest.approx(one.longitude * STEPS * found.scale_x + found.left, abs=0.3)
        assert mark.y == pytest.approx(-one.latitude * STEPS * found.scale_y + found.top, abs=0.3)
        assert 0 < mark.x < WIDTH
        assert 0 < mark.y < HEIGHT
    assert [mark.places[0].name for mark in found.marks] == ["Jakarta", "Makassar", "Tokyo"]
    assert found.marks[0].size == pytest.approx(3 * found.marks[1].size, abs=0.2)


def test_places_of_no_point_of_their_own_share_a_ring():
    around = [place("Indonesia", -6.2, 106.8, exact=False), place("Kabupaten Rekaan", -6.2, 106.8, exact=False)]
    found = atlas([*CITIES, *around], frame=CITIES)
    (ring,) = (mark for mark in found.marks if not mark.exact)
    assert (ring.events, len(ring.places), ring.label) == (2, 2, "")


def test_names_on_the_map_never_stand_over_each_other():
    near = [place(f"Tempat {number}", -6.2 + number / 50, 106.8) for number in range(12)]
    shown = [mark for mark in atlas([*near, *CITIES], frame=CITIES).marks if mark.label and not mark.crowded]
    lines = sorted(mark.y for mark in shown if mark.x < WIDTH / 2)
    assert 1 <= len(lines) < len(near)


def test_a_map_of_nothing_is_none():
    nowhere = replace(CITIES[0], latitude=None, longitude=None)
    assert atlas([nowhere], frame=[nowhere]) is None
    assert atlas([], frame=CITIES).marks == ()


def test_the_whole_world_fills_the_picture():
    ends = [place("Barat", 60.0, -170.0), place("Timur", -45.0, 175.0)]
    found = atlas(ends, frame=ends)
    assert found.scale_x * STEPS * 360 == pytest.approx(WIDTH, rel=0.01)
    assert all(0 <= mark.x <= WIDTH and 0 <= mark.y <= HEIGHT for mark in found.marks)


SQUARES = {
    "transform": {"scale": [1, 1], "translate": [0, 0]},
    # Two countries side by side with a border between them, and an island over the end of the map.
    "arcs": [[[0, 0], [0, 2]], [[0, 2], [-2, 0], [0, -2], [2, 0]], [[0, 2], [2, 0], [0, -2], [-2, 0]],
             [[179, 10], [0, 2], [-358, 0], [0, -2], [358, 0]]],
    "objects": {
        "countries": {"geometries": [{"type": "Polygon", "arcs": [[0, 1]]}, {"type": "Polygon", "arcs": [[0, 2]]}]},
        "land": {"type": "MultiPolygon", "arcs": [[[1, -3]], [[3]]]},
    },
}  # fmt: skip


def test_shapes_are_drawn_once_and_borders_where_two_countries_meet():
    picture = drawn(json.loads(json.dumps(SQUARES)))
    assert picture.count('<path id="land"') == 1
    assert f'd="M0 0l0-{2 * STEPS}"' in picture


def test_what_crosses_the_end_of_the_map_is_drawn_at_both():
    island = drawn(SQUARES)
    assert f"M{179 * STEPS} -{10 * STEPS}l0-{2 * STEPS} {2 * STEPS} 0" in island
    assert f"M-{181 * STEPS} -{10 * STEPS}l0-{2 * STEPS} {2 * STEPS} 0" in island


def test_the_bundled_map_is_small():
    assert FILE.stat().st_size < 250_000


@pytest.mark.parametrize(
    ("period", "inside", "before", "around"),
    [("2024", 12, "2023", []), ("2024-02", 29, "2024-01", ["2024"]), ("2024-01", 31, "2023-12", ["2024"]),
     ("2024-03-01", 1, "2024-02-29", ["2024", "2024-03"])],
)  # fmt: skip
def test_periods_follow_each_other(period, inside, before, around):
    assert len(periods.within(period)) == inside
    assert periods.beside(period, -1) == before
    assert periods.beside(before, 1) == period
    assert periods.around(period) == around


def test_periods_without_events_stand_between_those_with_some():
    tallies = tuple(Tally(period=period, type="AID", events=1) for period in ("2023-11", "2024-02", "2024-13"))
    shown = Timeline(unit="month", tallies=tallies, dayless=0, exact=True)
    assert periods.spread(shown) == ["2023-11", "2023-12", "2024-01", "2024-02"]
    assert [(one.period, one.events) for one in periods.in_years(shown).tallies] == [("2023", 1), ("2024", 2)]
    assert not periods.real("2024-02-30")
