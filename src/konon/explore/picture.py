"""The ways of a statement as a picture: from the mouth over media and relays to the outlets, left to right."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from konon.archive import Origins, Route
from konon.explore.graph import Graph, Step, Stop, columns, graph, only, rows
from konon.export.account import shortened

# The width of a page; how narrow and how wide boxes and the gaps between them may be. Very long ways are wider still.
_WIDTH, _BOXES, _GAPS = 1164, (116, 236), (34, 150)
# Rows stand closer where there are many.
_ROOMY, _CLOSE, _MANY = 40, 31, 14
_TOP, _HEIGHT = 34, 27
# Narrower boxes hold no day beside the name.
_DATED = 175
# A letter of the picture's print is so wide on average; so much of a box is no words, and more where a day
# or the number of an origin stands in it.
_LETTER, _MARGIN, _DAY, _BADGE = 7.6, 24, 54, 20
# A line grows with what goes over it, up to this.
_THIN, _THICK = 1.6, 9.0


@dataclass(frozen=True, slots=True)
class Node:
    """A station as it is drawn: its box, and as much of its name as fits; `day` is when it was first printed there."""

    stop: Stop
    words: str
    day: str | None
    x: float
    y: float
    width: float
    height: float = _HEIGHT


@dataclass(frozen=True, slots=True)
class Edge:
    """A step as it is drawn: its stations, the routes that go over it, and its line."""

    before: Node
    behind: Node
    routes: tuple[Route, ...]
    colour: int | None
    path: str
    thickness: float

    @property
    def untold(self) -> bool:
        """Whether nothing is told of this way: an outlet stands for itself."""
        return self.before.stop.kind == "mouth" and self.behind.stop.kind == "outlet"


@dataclass(frozen=True, slots=True)
class Branch:
    """A station in words with the step that leads there, and who had it from there; `again` where told above."""

    stop: Stop
    step: Step | None
    routes: tuple[Route, ...]
    again: bool
    branches: tuple["Branch", ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture: its size, what stands in it, where its columns begin, and the same as a tree of words."""

    width: float
    height: float
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    columns: tuple[float, ...]
    branches: tuple[Branch, ...]


def picture(origins: Origins) -> Picture:
    """The picture of the ways of a statement."""
    drawn = graph(origins.routes)
    column, row = columns(drawn), rows(drawn)
    number, lines = max(column.values()) + 1, max(row.values()) + 1
    gap = min(_GAPS[1], max(_GAPS[0], (_WIDTH - number * _BOXES[1]) / (number - 1)))
    width = max(_BOXES[0], min(_BOXES[1], (_WIDTH - (number - 1) * gap) / number))
    pitch = _CLOSE if lines > _MANY else _ROOMY
    nodes = {key: _node(stop, x=column[key] * (width + gap), y=_TOP + row[key] * pitch, width=width)
             for key, stop in drawn.stops.items()}  # fmt: skip
    edges = (_edge(nodes[before], nodes[behind], routes, gap=gap) for (before, behind), routes in drawn.steps.items())
    return Picture(
        round(number * (width + gap) - gap), round(_TOP + (lines - 1) * pitch + _HEIGHT + 4), tuple(nodes.values()),
        # Thick lines lie under thin ones, so that each can be chosen.
        tuple(sorted(edges, key=lambda edge: -edge.thickness)),
        tuple(round(place * (width + gap), 1) for place in range(number)), tuple(_told(drawn)),
    )  # fmt: skip


def _node(stop: Stop, *, x: float, y: float, width: float) -> Node:
    days = [route.found.day for route in stop.routes if route.found.day and route.stations[-1].key == stop.key]
    day = min(days, default=None) if width >= _DATED else None
    room = width - _MARGIN - (_DAY if day else 0) - (_BADGE if stop.origin and stop.kind != "outlet" else 0)
    words = shortened(stop.name, max(4, int(room / _LETTER)))
    return Node(stop, words, day, round(x, 1), round(y, 1), round(width, 1))


def _edge(before: Node, behind: Node, routes: tuple[Route, ...], *, gap: float) -> Edge:
    x, y, end = before.x + before.width, before.y + _HEIGHT / 2, behind.y + _HEIGHT / 2
    # It bends in the first gap and goes on straight, since no box stands in its row.
    bent = f"M{x:g} {y:g}C{x + gap / 2:g} {y:g} {x + gap / 2:g} {end:g} {x + gap:g} {end:g}H{behind.x:g}"
    colours = {colour for stop in (before.stop, behind.stop) if (colour := stop.colour) is not None}
    return Edge(before, behind, routes, only(colours) if colours else None, bent,
                round(min(_THICK, _THIN + 0.7 * (len(routes) - 1)), 1))  # fmt: skip


def _told(drawn: Graph) -> Iterator[Branch]:
    seen: set[str] = set()

    def branch(key: str, step: Step | None, routes: tuple[Route, ...]) -> Branch:
        again = key in seen
        seen.add(key)
        following = () if again else drawn.behind[key]
        return Branch(drawn.stops[key], step, routes, again and bool(drawn.behind[key]),
                      tuple(branch(each, (key, each), drawn.steps[key, each]) for each in following))  # fmt: skip

    for key, stop in drawn.stops.items():
        if stop.kind == "mouth":
            yield branch(key, None, stop.routes)


def behind(shown: Picture, *, station: str, before: str) -> tuple[Route, ...] | None:
    """The routes through a station, or over the step to it from the one `before`; None where there is no such."""
    if before:
        found: Mapping[Step, tuple[Route, ...]] = {(each.before.stop.key, each.behind.stop.key): each.routes
                                                   for each in shown.edges}  # fmt: skip
        return found.get((before, station))
    return {node.stop.key: node.stop.routes for node in shown.nodes}.get(station)
