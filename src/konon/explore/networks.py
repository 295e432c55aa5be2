"""The network of actors as a picture: where each actor and each line stands, for a template to draw."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from konon.archive import Bond, Network, Node
from konon.explore.labels import Named, labels
from konon.explore.layout import WIDTH, Layout, layout

# What ties actors, by what is done: these share a colour. They tell what was done by speaking, not whether rightly.
GROUPS: Mapping[str, tuple[str, ...]] = {
    "group belonging": ("leads", "member_of", "spokesperson_of", "part_of", "based_in", "succeeds", "family_of"),
    "group siding": ("backs", "allied_with", "opposes"),
    "group judging": ("accuse", "condemn", "praise"),
    "group answering": ("confirm", "deny", "reject"),
    "group asking": ("demand", "ask", "propose"),
    "group announcing": ("promise", "threaten", "warn", "predict", "hope"),
    "group telling": ("claim", "say"),
}
_GROUP = {kind: place for place, kinds in enumerate(GROUPS.values(), 1) for kind in kinds}
_LEAST, _GROWN, _LONGEST = 4.0, 11.0, 30
_HEIGHTS = (11.0, 13.0, 16.0)
# So much a line is bent, so that the two directions between two actors lie beside each other.
_BENT = 0.14
_ARROW = 5.0
# With fewer lines each can be followed.
_CROWDED = 250


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """An actor as it is drawn: `size` (1 to 3) and `level` say how large and from when on its name is shown."""

    actor: Node
    x: float
    y: float
    radius: float
    shape: str
    text: str
    size: int
    level: int
    text_x: float
    text_y: float
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """All that ties one actor to another: the numbers of both, its bonds, the colour of the strongest, its path."""

    one: int
    other: int
    bonds: tuple[Bond, ...]
    group: int
    width: float
    path: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A network as it is drawn, so many units high."""

    height: float
    points: tuple[Point, ...]
    lines: tuple[Line, ...]

    @property
    def groups(self) -> set[int]:
        """The colours that are drawn."""
        return {line.group for line in self.lines}

    @property
    def crowded(self) -> bool:
        """Whether so many lines cross that each has to be faint."""
        return len(self.lines) > _CROWDED

    @property
    def kinds(self) -> list[str]:
        """The kinds of actors that are drawn."""
        return sorted({point.actor.kind for point in self.points})


@lru_cache(maxsize=32)
def picture(network: Network) -> Picture:
    """The picture of a network; made once for the same one."""
    place = {actor.id: at for at, actor in enumerate(network.actors)}
    pairs: dict[tuple[int, int], list[Bond]] = defaultdict(list)
    for bond in network.bonds:
        pairs[place[bond.one], place[bond.other]].append(bond)
    most = max((actor.ties for actor in network.actors), default=1) or 1
    radii = [_LEAST + _GROWN * math.sqrt(actor.ties / most) for actor in network.actors]
    weights: dict[tuple[int, int], float] = defaultdict(float)
    for (one, other), bonds in pairs.items():
        weights[min(one, other), max(one, other)] += sum(bond.number for bond in bonds)
    middle = place[network.around] if network.around else None
    laid = layout(radii, weights, middle=middle)
    points = tuple(_points(network.actors, laid, radii))
    # The strongest lines come last: they lie above the others.
    lines = tuple(_line(points, pair, bonds) for pair, bonds in pairs.items())
    return Picture(laid.height, points, tuple(sorted(lines, key=lambda line: line.width)))


def _points(actors: Sequence[Node], laid: Layout, radii: Sequence[float]) -> Iterator[Point]:
    """The points; the actors are those tied most first."""
    texts = [actor.name if len(actor.name) <= _LONGEST else actor.name[: _LONGEST - 1].rstrip() + "…"
             for actor in actors]  # fmt: skip
    sizes = [3 if radius > _LEAST + 0.6 * _GROWN else 2 if radius > _LEAST + 0.3 * _GROWN else 1 for radius in radii]
    named = [Named(x, y, radius, text, _HEIGHTS[size - 1])
             for (x, y), radius, text, size in zip(laid.places, radii, texts, sizes, strict=True)]  # fmt: skip
    found = labels(named, width=WIDTH, height=laid.height)
    for actor, point, size, label in zip(actors, named, sizes, found, strict=True):
        away = point.radius + 3
        x, y, anchor = {
            "right": (away, 0.0, "start"), "left": (-away, 0.0, "end"), "above": (0.0, -away, "middle"),
            "below": (0.0, away, "middle"),
        }[label.side]  # fmt: skip
        yield Point(actor=actor, x=point.x, y=point.y, radius=round(point.radius, 1),
                    shape=_shape(actor.kind, point.radius), text=point.text, size=size, level=label.level,
                    text_x=round(x, 1), text_y=round(y, 1), anchor=f"{anchor} {label.side}")  # fmt: skip


def _shape(kind: str, radius: float) -> str:
    """The outline of an actor of a kind, around nothing; empty for a circle."""
    corners = {
        "organization": (4, 0.125, 1.2), "state": (4, 0.0, 1.3), "armed_group": (3, 0.25, 1.35),
        "media": (6, 0.0, 1.1),
    }.get(kind)  # fmt: skip
    if corners is None:
        return ""
    number, turn, grown = corners
    angles = [2 * math.pi * (turn + at / number) for at in range(number)]
    spots = [f"{math.cos(angle) * radius * grown:.1f} {-math.sin(angle) * radius * grown:.1f}" for angle in angles]
    return f"M{'L'.join(spots)}Z"


def shape_of(kind: str) -> str:
    """The outline of a kind of actor for a legend."""
    return _shape(kind, 5.0)


def _line(points: Sequence[Point], pair: tuple[int, int], bonds: list[Bond]) -> Line:
    one, other = points[pair[0]], points[pair[1]]
    number = sum(bond.number for bond in bonds)
    strongest = max(bonds, key=lambda bond: (bond.number, bond.kind))
    across, up = other.x - one.x, other.y - one.y
    distance = math.hypot(across, up) or 1.0
    bend_x, bend_y = (one.x + other.x) / 2 - up * _BENT, (one.y + other.y) / 2 + across * _BENT
    # From rim to rim, in the direction in which the line leaves and comes.
    away = math.hypot(bend_x - one.x, bend_y - one.y) or 1.0
    start, end = one.radius / away, (other.radius + _ARROW) / away
    path = (f"M{one.x + (bend_x - one.x) * start:.1f} {one.y + (bend_y - one.y) * start:.1f}"
            f"Q{bend_x:.1f} {bend_y:.1f} {other.x + (bend_x - other.x) * end:.1f} "
            f"{other.y + (bend_y - other.y) * end:.1f}")  # fmt: skip
    return Line(one=pair[0], other=pair[1], bonds=tuple(bonds), group=_GROUP[strongest.kind],
                width=round(1.1 + math.log2(number) * 0.6, 1), path=path if distance > 1 else "")  # fmt: skip
