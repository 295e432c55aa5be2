"""The shapes of the bundled map, from Natural Earth; `python -m konon.explore.shapes countries-50m.json` does it anew.

The file is that of the npm package `world-atlas` (TopoJSON). What comes of it is an SVG with two paths, coasts and
borders, in steps of `STEPS` a degree, east and south of 0°, 0°: a page shows the part that it needs.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

# Steps of a degree in which shapes are kept (some four kilometres), and how far a left out point may lie from its line.
STEPS = 25
_TOLERANCE = 0.7
# Islands that fill fewer square steps are left out.
_LEAST = 3.0
_HALF, _SOUTH = 180 * STEPS, 58 * STEPS
FILE = Path(__file__).with_name("static") / "world.svg"
Point = tuple[int, int]


def drawn(topology: dict[str, Any]) -> str:
    """The map of a topology of countries."""
    arcs = list(_arcs(topology))
    countries = topology["objects"]["countries"]["geometries"]
    # A border is an arc that two countries have in common.
    owners = Counter(number for each in countries for number in {max(arc, ~arc) for arc in _numbers(each["arcs"])})
    thin = [_thinned(arc) for arc in arcs]
    rings = [ring for each in _rings(topology["objects"]["land"], thin) for ring in _whole(each)]
    land = "".join(_path(ring, closed=True) for ring in rings if _area(ring) >= _LEAST and _seen(ring))
    borders = "".join(_path(thin[number], closed=False) for number, times in sorted(owners.items()) if times > 1)
    size = " ".join(str(each * STEPS) for each in (-180, -90, 360, 180))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{size}">'
        f'<path id="land" vector-effect="non-scaling-stroke" d="{land}"/>'
        f'<path id="borders" fill="none" vector-effect="non-scaling-stroke" d="{borders}"/></svg>\n'
    )


def _arcs(topology: dict[str, Any]) -> Iterator[list[Point]]:
    """The arcs in steps; in the file each point is told by its distance from the one before."""
    (wide, high), (left, low) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for east, north in arc:
            x, y = x + east, y + north
            points.append((round((x * wide + left) * STEPS), -round((y * high + low) * STEPS)))
        yield points


def _numbers(arcs: Iterable[Any]) -> Iterator[int]:
    for each in arcs:
        if isinstance(each, int):
            yield each
        else:
            yield from _numbers(each)


def _rings(land: dict[str, Any], arcs: list[list[Point]]) -> Iterator[list[Point]]:
    """The rings of all land; an arc of a number below 0 runs backwards."""
    for geometry in land.get("geometries", [land]):
        shapes = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
        for rings in shapes:
            for ring in rings:
                pieces = [arcs[number] if number >= 0 else arcs[~number][::-1] for number in ring]
                yield [point for number, piece in enumerate(pieces) for point in (piece[1:] if number else piece)]


def _whole(ring: list[Point]) -> Iterator[list[Point]]:
    """A ring as it lies on the globe: one that crosses 180° goes on beyond it, and is drawn at both ends of the map."""
    shift, before, unrolled = 0, ring[0][0], []
    for x, y in ring:
        if abs(x - before) > _HALF:
            shift += 2 * _HALF if x < before else -2 * _HALF
        before = x
        unrolled.append((x + shift, y))
    yield unrolled
    beyond = {-1 if x > _HALF else 1 for x, _ in unrolled if abs(x) > _HALF}
    for way in sorted(beyond):
        yield [(x + way * 2 * _HALF, y) for x, y in unrolled]


def _seen(ring: list[Point]) -> bool:
    """Whether any of a ring lies north of what the map shows: all but the Antarctic."""
    return any(y < _SOUTH for _, y in ring)


def _thinned(points: list[Point]) -> list[Point]:
    """A line without the points that lie nearly on it (Ramer, Douglas and Peucker)."""
    kept = {0, len(points) - 1}
    waiting = [(0, len(points) - 1)]
    while waiting:
        first, last = waiting.pop()
        farthest = max(range(first + 1, last), key=lambda number: _off(points, number, first, last), default=None)
        if farthest is not None and _off(points, farthest, first, last) > _TOLERANCE:
            kept.add(farthest)
            waiting += [(first, farthest), (farthest, last)]
    return [points[number] for number in sorted(kept)]


def _off(points: list[Point], number: int, first: int, last: int) -> float:
    """How far a point lies from the line of two others, or from the first where these are one."""
    (x, y), (left, top), (right, bottom) = points[number], points[first], points[last]
    wide, high = right - left, bottom - top
    long = (wide * wide + high * high) ** 0.5
    if not long:
        return float(((x - left) ** 2 + (y - top) ** 2) ** 0.5)
    return float(abs(wide * (top - y) - high * (left - x)) / long)


def _area(ring: list[Point]) -> float:
    sides = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum(one[0] * other[1] - other[0] * one[1] for one, other in sides)) / 2


def _path(points: list[Point], *, closed: bool) -> str:
    (x, y), *others = points
    steps = []
    for east, south in others:
        if (east, south) != (x, y):
            steps.append(f"{east - x}{'' if south < y else ' '}{south - y}")
        x, y = east, south
    joined = "".join(step if step.startswith("-") else f" {step}" for step in steps).strip()
    return f"M{points[0][0]} {points[0][1]}l{joined}{'z' if closed else ''}" if steps else ""


if __name__ == "__main__":
    FILE.write_text(drawn(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))), encoding="utf-8")
