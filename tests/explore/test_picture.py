"""Where the stations of a statement's ways stand in the picture."""

from itertools import combinations

import pytest

from konon.archive import FoundStatement, Origins, Route
from konon.compare.origins import Station
from konon.explore.graph import graph
from konon.explore.picture import Node, Picture, behind, picture

SPEAKER = "n0"


def station(words: str) -> Station:
    kind = "medium" if words.islower() else "party" if words.isupper() else "outlet"
    return Station(kind, f"{kind} {words}".replace("party", "actor"), words)


def route(number: int, *stations: str, source: str | None = "Sari", beside: tuple[int, ...] = ()) -> Route:
    found = FoundStatement(
        statement=f"r{number}/s0", report=f"r{number}", day=f"2024-03-{number % 28 + 1:02}", source=source,
        actor=SPEAKER if source else None, act="say", content="Hujan turun", through=(), outlet=stations[-1], url=None,
        title=None, reports=1,
    )  # fmt: skip
    return Route(found=found, stations=tuple(map(station, stations)), beside=beside)


def drawn(*routes: Route) -> Picture:
    return picture(Origins(statement="r0/s0", outlets=1, reports=1, least=1, most=1, origins=(), routes=routes))


def named(shown: Picture) -> dict[str, Node]:
    return {node.stop.name: node for node in shown.nodes}


def lines(shown: Picture) -> set[tuple[str, str]]:
    return {(edge.before.stop.name, edge.behind.stop.name) for edge in shown.edges}


def test_who_said_it_stands_on_the_left_and_who_prints_it_on_the_right():
    nodes = named(drawn(route(0, "surat", "AFP", "Harian A"), route(1, "AFP", "Harian B"), route(2, "Harian C")))
    assert nodes["Sari"].x < nodes["surat"].x < nodes["AFP"].x < nodes["Harian A"].x
    assert len({nodes[name].x for name in ("Harian A", "Harian B", "Harian C")}) == 1


def test_only_origins_hang_on_who_said_it():
    shown = drawn(route(0, "surat", "AFP", "Harian A"), route(1, "AFP", "Harian B"), route(2, "Harian C"))
    assert {behind for before, behind in lines(shown) if before == "Sari"} == {"surat", "Harian C"}
    assert [edge.behind.stop.name for edge in shown.edges if edge.untold] == ["Harian C"]
    nodes = named(shown)
    assert (nodes["surat"].stop.origin, nodes["Harian B"].stop.colour, nodes["Harian C"].stop.colour) == (1, 1, None)


def test_an_outlet_that_others_have_it_from_is_one_station_with_its_own_report():
    shown = drawn(route(0, "AFP", "Harian A"), route(1, "Harian A", "Harian B"))
    assert lines(shown) == {("Sari", "AFP"), ("AFP", "Harian A"), ("Harian A", "Harian B")}
    assert named(shown)["Harian A"].stop.prints


def test_agencies_beside_each_other_are_two_ways():
    shown = drawn(route(0, "AFP", "REUTERS", "Harian A", beside=(1,)))
    assert lines(shown) == {("Sari", "AFP"), ("Sari", "REUTERS"), ("AFP", "Harian A"), ("REUTERS", "Harian A")}


def test_a_source_that_is_not_named_stands_beside_the_one_that_is():
    shown = drawn(route(0, "AFP", "Harian A"), route(1, "AFP", "Harian B", source=None))
    assert sorted(node.stop.name for node in shown.nodes if node.stop.kind == "mouth") == ["", "Sari"]


def test_reports_that_credit_each_other_in_a_circle_are_drawn():
    shown = drawn(route(0, "BETA", "ALFA"), route(1, "ALFA", "BETA"))
    assert {"Sari", "ALFA", "BETA"} == set(named(shown))


def forty() -> Picture:
    relays = [*["SAGARA"] * 14, *["MERIDIAN"] * 12, *["surat"] * 7]
    routes = [route(number, relay, f"Harian {number}") for number, relay in enumerate(relays)]
    copies = [route(number, f"Harian {number - 30}", f"Harian {number}") for number in range(33, 38)]
    return drawn(*routes, *copies, *(route(number, f"Harian {number}") for number in range(38, 45)))


@pytest.mark.parametrize("shown", [forty(), drawn(route(0, "Harian A"))], ids=["forty", "one"])
def test_no_box_lies_on_another_and_all_are_in_the_picture(shown):
    for one, other in combinations(shown.nodes, 2):
        apart = abs(one.y - other.y) >= one.height or abs(one.x - other.x) >= one.width
        assert apart, (one.stop.name, other.stop.name)
    assert all(node.x >= 0 and node.x + node.width <= shown.width + 1 for node in shown.nodes)
    assert all(node.y + node.height <= shown.height for node in shown.nodes)


def test_lines_run_straight_through_no_box():
    shown = forty()
    for edge in shown.edges:
        level = edge.behind.y + edge.behind.height / 2
        for node in shown.nodes:
            between = edge.before.x + edge.before.width < node.x < edge.behind.x
            assert not (between and node.y < level < node.y + node.height), (edge.behind.stop.name, node.stop.name)


def test_very_long_ways_are_wider_than_a_page_and_stay_readable():
    shown = drawn(route(0, *(f"AGENSI{letter}" for letter in "ABCDEFGHIJ"), "Harian A"))
    assert shown.width > 1164
    assert all(len(node.words) > 5 for node in shown.nodes if node.stop.kind == "party")


def test_the_same_in_words_tells_each_station_with_those_that_had_it_from_there():
    shown = drawn(route(0, "AFP", "Harian A"), route(1, "AFP", "Harian B"), route(2, "REUTERS", "Harian B"))
    (mouth,) = shown.branches
    told = {branch.stop.name: [(each.stop.name, each.again) for each in branch.branches] for branch in mouth.branches}
    assert told == {"AFP": [("Harian A", False), ("Harian B", False)], "REUTERS": [("Harian B", False)]}


def test_a_station_and_a_line_lead_to_the_reports_behind_them():
    shown = drawn(route(0, "AFP", "Harian A"), route(1, "AFP", "Harian B"))
    statements = [each.found.statement for each in behind(shown, station="actor AFP", before="") or ()]
    assert statements == ["r0/s0", "r1/s0"]
    (one,) = behind(shown, station="outlet Harian B", before="actor AFP") or ()
    assert one.found.statement == "r1/s0"
    assert behind(shown, station="outlet Harian B", before="outlet Harian A") is None


def test_stations_that_nothing_leads_to_are_left_out():
    made = graph([route(0, "AFP", "Harian A"), route(1, "Harian A", "Harian B", source=None)])
    assert [stop.name for stop in made.stops.values() if stop.kind == "mouth"] == ["Sari"]
