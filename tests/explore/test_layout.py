"""The picture of a network: clusters apart, no actor on another, no name across another, the same each time."""

import math
from itertools import combinations
from random import Random

import pytest

from konon.archive import Bond, Month, Network, Node, Part
from konon.explore.clusters import clusters, components
from konon.explore.labels import SCALES, Named, labels
from konon.explore.layout import WIDTH, layout
from konon.explore.lifeline import WIDTH as LONG
from konon.explore.lifeline import lifeline
from konon.explore.networks import picture
from konon.explore.packing import packed


def camps(number, size, *, seed=1):
    """Points in camps: all of one camp are tied, and now and then two of different ones."""
    chance = Random(seed)
    weights = {(camp * size + one, camp * size + other): 3.0
               for camp in range(number) for one, other in combinations(range(size), 2)
               if chance.random() < 0.5}  # fmt: skip
    for camp in range(number - 1):
        weights[camp * size, (camp + 1) * size] = 1.0
    return weights


def middle(places):
    return [sum(axis) / len(places) for axis in zip(*places, strict=True)]


def test_camps_are_found():
    found = clusters(60, camps(4, 15))
    assert [len({found[camp * 15 + at] for at in range(15)}) for camp in range(4)] == [1] * 4
    assert sorted(set(found)) == [0, 1, 2, 3]


def test_nothing_tied_is_each_for_itself():
    assert len(set(clusters(3, {}))) == 3
    assert components(4, {(2, 3): 1.0}) == [[2, 3], [0], [1]]


def test_camps_lie_apart():
    laid = layout([6.0] * 60, camps(4, 15))
    parts = [laid.places[camp * 15 : camp * 15 + 15] for camp in range(4)]
    for at, part in enumerate(parts):
        spread = sum(math.dist(place, middle(part)) for place in part) / 15
        others = [math.dist(middle(part), middle(other)) for place, other in enumerate(parts) if place != at]
        assert min(others) > 1.5 * spread


@pytest.mark.parametrize("number", [1, 2, 7, 300])
def test_no_point_lies_on_another_or_outside(number):
    chance = Random(3)
    weights = {(at, chance.randrange(number)): 1.0 for at in range(number)}
    weights = {pair: weight for pair, weight in weights.items() if pair[0] != pair[1]}
    radii = [chance.uniform(4, 9) for _ in range(number)]
    laid = layout(radii, weights)
    assert all(radius <= x <= WIDTH - radius and radius <= y <= laid.height - radius
               for (x, y), radius in zip(laid.places, radii, strict=True))  # fmt: skip
    crossed = [(one, other) for one, other in combinations(range(number), 2)
               if math.dist(laid.places[one], laid.places[other]) < radii[one] + radii[other]]  # fmt: skip
    assert crossed == []
    assert layout(radii, weights) == laid


def test_the_one_in_the_middle_is_in_the_middle():
    weights = {(0, at): 1.0 for at in range(1, 40)}
    laid = layout([6.0] * 40, weights, middle=0)
    assert math.dist(laid.places[0], middle(laid.places)) < 0.15 * WIDTH


def test_no_label_covers_another():
    chance = Random(5)
    named = [Named(chance.uniform(20, 1180), chance.uniform(20, 800), 5.0, "Nama Orang", 11.0) for _ in range(200)]
    found = labels(named, width=1200, height=820)
    shown = [[at for at, label in enumerate(found) if label.level <= level] for level in range(len(SCALES))]
    assert len(shown[0]) < len(shown[2]) < len(shown[-1])
    for level, listed in enumerate(shown):
        scale, boxes = SCALES[level], []
        for at in listed:
            x, y = named[at].x * scale, named[at].y * scale
            away, wide = 5.0 * scale + 2, 10 * 11 * 0.56
            left = {"right": x + away, "left": x - away - wide}.get(found[at].side, x - wide / 2)
            top = {"above": y - away - 12.65, "below": y + away}.get(found[at].side, y - 6.325)
            boxes.append((left, top, left + wide, top + 12.65))
        assert not [1 for one, other in combinations(boxes, 2)
                    if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]]  # fmt: skip


def test_rectangles_are_packed_without_covering_each_other():
    chance = Random(7)
    sizes = [(chance.uniform(1, 9), chance.uniform(1, 5)) for _ in range(40)]
    corners = packed(sizes)
    boxes = [(x, y, x + wide, y + high) for (x, y), (wide, high) in zip(corners, sizes, strict=True)]
    assert not [1 for one, other in combinations(boxes, 2) if one[0] < other[2] - 1e-6 and other[0] < one[2] - 1e-6
                and one[1] < other[3] - 1e-6 and other[1] < one[3] - 1e-6]  # fmt: skip
    assert packed([]) == []


def test_lines_tell_all_that_ties_two_and_go_one_way():
    actors = tuple(Node(id=f"n{at}", name=f"Nama {at}", kind="person", country=None, ties=3) for at in range(2))
    bonds = (Bond(one="n0", other="n1", kind="accuse", number=3), Bond(one="n0", other="n1", kind="deny", number=1),
             Bond(one="n1", other="n0", kind="praise", number=2))  # fmt: skip
    drawn = picture(Network(actors=actors, bonds=bonds, around=None, more=False, newest=False))
    assert sorted((line.one, line.other, len(line.bonds)) for line in drawn.lines) == [(0, 1, 2), (1, 0, 1)]
    assert len({line.path for line in drawn.lines}) == 2
    assert max(line.width for line in drawn.lines) == next(line.width for line in drawn.lines if line.one == 0)


def test_a_lifeline_has_all_on_one_axis():
    months = [Month(month="2023-01", statements=4, reports=2), Month(month="2024-12", statements=8, reports=1)]
    part = Part(event="v", report="r", role="recipient", type="ASSAULT", mode=None, status="happened", day="2024-01-01",
                dated=True)  # fmt: skip
    life = lifeline(months, [("Ketua", "2023-01-01", "2023-12-31"), ("Anggota", None, None)], [part])
    assert [lane.name for lane in life.lanes] == ["Ketua", "Statements", "Reports that name it", "Events: done to it"]
    held, spoke, _, struck = (lane.boxes for lane in life.lanes)
    assert (held[0].x, struck[0].x) == (0, LONG / 2)
    assert held[0].x + held[0].width == pytest.approx(LONG / 2, abs=2)
    assert [box.number for box in spoke] == [4, 8]
    assert spoke[0].height == pytest.approx(spoke[1].height / 2)
    assert (life.labels[0], life.labels[-1]) == ("2023-01", "2024-12")
    assert lifeline([], [], []).lanes == ()
