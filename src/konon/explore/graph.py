"""The ways of a statement over all reports as a graph: stations, steps between them, in columns and rows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from konon.archive import Route
from konon.compare.origins import End, Way, ends, steps

StopKind = Literal["mouth", "party", "medium", "outlet"]
Step = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Stop:
    """A station: what it is, its words (empty for a source that is not named), and the routes behind it.

    `origin` numbers the ends of the chains, from 1; `colour` is the origin of all that goes through it, None where that
    is more than one or an outlet that tells nothing of its way; `prints` tells that reports of the archive stand in it.
    """

    key: str
    kind: StopKind
    name: str
    routes: tuple[Route, ...]
    origin: int | None
    colour: int | None
    prints: bool


@dataclass(frozen=True, slots=True)
class Graph:
    """Stations by their keys, and the steps between them with the routes that go over each."""

    stops: Mapping[str, Stop]
    steps: Mapping[Step, tuple[Route, ...]]
    before: Mapping[str, tuple[str, ...]]
    behind: Mapping[str, tuple[str, ...]]


def graph(routes: Sequence[Route]) -> Graph:
    """The graph of the routes of a statement; each origin hangs on who said it."""
    ways = [Way(number, route.stations, frozenset(route.beside)) for number, route in enumerate(routes)]
    found: dict[Step, list[Route]] = {}
    for step in steps(ways):
        for way in step.ways:
            found.setdefault((step.before or _mouth(routes[way.statement]), step.behind), []).append(
                routes[way.statement]
            )
    # What nothing is told of comes last, so that no line crosses the boxes between.
    origins = sorted(ends(ways), key=lambda end: end.certainty == "untold")
    stops = _stops(routes, origins)
    used = {key: stops[key] for key in stops if any(key in step for step in found)}
    before = {key: tuple(step[0] for step in found if step[1] == key) for key in used}
    leading = {key for step in found for key in step[:1]}
    behind = {key: tuple(sorted((step[1] for step in found if step[0] == key),
                                key=lambda each: (used[each].origin or 0, each not in leading)))
              for key in used}  # fmt: skip
    return Graph(used, {step: tuple(led) for step, led in found.items()}, before, behind)


def columns(drawn: Graph) -> dict[str, int]:
    """The column of each station: behind all that it had the statement from; those that none had it from come last."""
    found: dict[str, int] = {}

    def place(key: str, above: tuple[str, ...]) -> int:
        if key not in found:
            # A circle is cut where it closes.
            earlier = [place(each, (*above, each)) for each in drawn.before[key] if each not in above]
            found[key] = max(earlier, default=-1) + 1
        return found[key]

    for key in drawn.stops:
        place(key, (key,))
    last = max(found.values())
    return {key: column if drawn.behind[key] else last for key, column in found.items()}


def rows(drawn: Graph) -> dict[str, float]:
    """The row of each station: those that none had it from below each other, all others amid those that had it."""
    found: dict[str, float] = {}
    taken = 0

    def place(key: str) -> None:
        nonlocal taken
        found[key] = taken
        own: list[str] = []
        for each in drawn.behind[key]:
            if each not in found:
                place(each)
                own.append(each)
        if own:
            found[key] = (found[own[0]] + found[own[-1]]) / 2
        else:
            taken += 1

    for key, stop in drawn.stops.items():
        if stop.kind == "mouth":
            place(key)
    return found


def _mouth(route: Route) -> str:
    return f"mouth {route.found.actor or ''}"


def _stops(routes: Sequence[Route], origins: Sequence[End]) -> dict[str, Stop]:
    """All stations, who said it first: those whom most name before others."""
    kinds: dict[str, tuple[StopKind, str]] = {}
    through: dict[str, list[Route]] = {}
    for route in routes:
        kinds.setdefault(_mouth(route), ("mouth", route.found.source or ""))
        through.setdefault(_mouth(route), []).append(route)
        for station in route.stations:
            known, name = kinds.get(station.key, (station.kind, station.words))
            # An outlet that others name as their party is one.
            kinds[station.key] = (station.kind if known == "outlet" else known, name)
            through.setdefault(station.key, []).append(route)
    numbers = {end.station.key: number for number, end in enumerate(origins, 1)}
    led = [{number for number, end in enumerate(origins, 1) if any(way.statement == place for way in end.ways)}
           for place in range(len(routes))]  # fmt: skip
    for end in origins:
        through[end.station.key] = [routes[way.statement] for way in end.ways]
    untold = {number for number, end in enumerate(origins, 1) if end.certainty == "untold"}
    by_route = {id(route): numbered for route, numbered in zip(routes, led, strict=True)}
    prints = {route.stations[-1].key for route in routes}
    order = sorted(kinds, key=lambda key: (kinds[key][0] != "mouth", not kinds[key][1], -len(through[key])))
    colours = {key: only(set().union(*(by_route[id(route)] for route in through[key]))) for key in kinds}
    return {key: Stop(key, *kinds[key], tuple(through[key]), numbers.get(key),
                      None if colours[key] in untold else colours[key], key in prints)
            for key in order}  # fmt: skip


def only(numbers: Iterable[int]) -> int | None:
    """The one number that there is; None where there are several."""
    one, *more = sorted(numbers)
    return None if more else one
