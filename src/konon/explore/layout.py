"""Where the points of a graph are drawn: those tied to each other near, clusters apart, none upon another."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from konon.explore.clusters import Weights, clusters, components
from konon.explore.packing import packed

Places = NDArray[np.floating[Any]]
# A picture of few points is low.
WIDTH, _LOWEST, _HIGHEST, _EACH = 1200.0, 360.0, 820.0, 9.0
_MARGIN = 34.0
# More steps than these change hardly anything at 500 points.
_STEPS = 80
# How much a tie between clusters pulls beside one within.
_BETWEEN = 0.3
# What draws all to the middle, how far the one in the middle keeps others off, the room around a part that is tied to
# no other, and the most pixels that a tie is long.
_GRAVITY, _MIDDLE, _ROOM, _LARGEST = 0.35, 3.0, 2.8, 110.0
_GOLDEN = np.pi * (3 - np.sqrt(5))
# Points of fewer pairs than this have room enough for a circle.
_APART, _PUSHES = 5.0, 30


@dataclass(frozen=True, slots=True)
class Layout:
    """The places of points in a picture of `WIDTH` by `height`, and their clusters, the largest first."""

    height: float
    places: tuple[tuple[float, float], ...]
    clusters: tuple[int, ...]


def layout(radii: Sequence[float], weights: Weights, *, middle: int | None = None) -> Layout:
    """A layout of circles of these radii that are tied with these weights; the same for the same graph.

    Forces after Fruchterman and Reingold (1991), begun with the clusters in places of their own; what is not tied to
    the rest is laid out for itself and put beside it. `middle` is a point that everything lies around.
    """
    if not radii:
        return Layout(_LOWEST, (), ())
    inner = {pair: weight for pair, weight in weights.items() if middle not in pair}
    own = clusters(len(radii), inner)
    parts = [list(range(len(radii)))] if middle is not None else components(len(radii), weights)
    laid = [_part(part, own, inner, middle=middle) for part in parts]
    places: Places = np.empty((len(radii), 2))
    for part, corner, drawn in zip(parts, packed([_size(drawn) for drawn in laid]), laid, strict=True):
        places[part] = drawn - drawn.min(axis=0) + _ROOM / 2 + np.array(corner)
    height = min(_HIGHEST, _LOWEST + _EACH * len(radii))
    room = np.array([WIDTH, height])
    places = _apart(_fitted(places, room), np.array(radii, dtype=float), room)
    return Layout(height, tuple((round(float(x), 1), round(float(y), 1)) for x, y in places), tuple(own))


def _size(places: Places) -> tuple[float, float]:
    """The room that a part takes."""
    wide, high = np.ptp(places, axis=0) + _ROOM
    return float(wide), float(high)


def _part(part: Sequence[int], own: Sequence[int], weights: Weights, *, middle: int | None) -> Places:
    """The places of the points of one part, turned so that they are broad."""
    at = {point: place for place, point in enumerate(part)}
    inner = {(at[one], at[other]): weight for (one, other), weight in weights.items() if one in at and other in at}
    mine = [own[point] for point in part]
    numbers = {cluster: place for place, cluster in enumerate(dict.fromkeys(mine))}
    mine = [numbers[cluster] for cluster in mine]
    begun = _begun(mine, inner)
    return _turned(_settled(begun, mine, inner, middle=None if middle is None else at[middle]))


def _begun(own: Sequence[int], weights: Weights) -> Places:
    """Each cluster on a disc of its own, those that are tied beside each other."""
    sizes = np.bincount(np.array(own))
    between: dict[tuple[int, int], float] = {}
    for (one, other), weight in weights.items():
        pair = min(own[one], own[other]), max(own[one], own[other])
        if pair[0] != pair[1]:
            between[pair] = between.get(pair, 0.0) + weight
    centers = _spiral(len(sizes)) * np.sqrt(len(own)) * 1.5
    if between:
        centers = _forced(centers, _strengths(between, len(sizes)), np.sqrt(sizes) * 1.6, steps=60)
    places = np.empty((len(own), 2))
    for cluster, size in enumerate(sizes):
        members = [at for at, mine in enumerate(own) if mine == cluster]
        places[members] = centers[cluster] + _spiral(int(size)) * np.sqrt(size) * 0.9
    return places


def _strengths(weights: Weights, number: int) -> dict[tuple[int, int], float]:
    """How strongly ties pull: who is tied to many is not drawn to all of them at once."""
    degrees = np.zeros(number)
    for one, other in weights:
        degrees[one] += 1
        degrees[other] += 1
    return {(one, other): float(np.log1p(weight) / np.sqrt(degrees[one] * degrees[other]))
            for (one, other), weight in weights.items()}  # fmt: skip


def _spiral(number: int) -> Places:
    """So many places spread evenly over a disc of radius 1."""
    at = np.arange(number)
    radius = np.sqrt((at + 0.5) / max(number, 1))
    return np.stack([radius * np.cos(at * _GOLDEN), radius * np.sin(at * _GOLDEN)], axis=1)


def _settled(places: Places, own: Sequence[int], weights: Weights, *, middle: int | None) -> Places:
    pulls = {(one, other): strength * (1.0 if own[one] == own[other] else _BETWEEN)
             for (one, other), strength in _strengths(weights, len(places)).items()}  # fmt: skip
    reach = np.ones(len(places))
    if middle is not None:
        reach[middle] = _MIDDLE
    settled = _forced(places, pulls, reach, steps=_STEPS)
    if middle is not None:
        settled[middle] = settled.mean(axis=0)
    return settled


def _forced(places: Places, pulls: Weights, reach: NDArray[np.float64], *, steps: int) -> Places:
    """The places after so many steps: ties pull, all push, further where their `reach` is greater."""
    # Half the precision is half the time, and finer than anybody sees.
    now = places.astype(np.float32)
    push = np.outer(reach, reach).astype(np.float32)
    pull = np.zeros_like(push)
    for (one, other), strength in pulls.items():
        pull[one, other] = pull[other, one] = strength
    # Room that is taken once: to take it anew each time would cost as much as what is done in it.
    squares, drawn = np.empty_like(push), np.empty_like(push)
    heat = np.sqrt(len(places)) * 0.25
    for step in range(steps):
        _squares(now, squares)
        np.sqrt(squares, out=drawn)
        drawn *= pull
        np.divide(push, squares, out=squares)
        squares -= drawn
        moves = _moves(now, squares) - (now - now.mean(axis=0)) * _GRAVITY
        lengths = np.sqrt(np.einsum("ij,ij->i", moves, moves))[:, None] + 1e-9
        now = now + moves / lengths * np.minimum(lengths, heat * (1 - step / steps) + 0.02)
    return now.astype(np.float64)


def _squares(places: Places, into: Places) -> None:
    """Put the squares of the distances of all pairs into a table; none is nothing."""
    across, up = np.ascontiguousarray(places.T)
    np.subtract(across[:, None], across, out=into)
    into *= into
    other = np.subtract(up[:, None], up)
    other *= other
    into += other
    np.maximum(into, 0.01, out=into)


def _moves(places: Places, forces: Places) -> Places:
    """Where each point is moved by what pushes it off each other one, in proportion to their distance."""
    # Not as a product of matrices: on a busy machine its threads wait for each other longer than one takes alone.
    drawn = np.stack([np.einsum("ij,j->i", forces, np.ascontiguousarray(axis)) for axis in places.T], axis=1)
    moves: Places = places * forces.sum(axis=1)[:, None] - drawn
    return moves


def _turned(places: Places) -> Places:
    """The places turned so that they are broad rather than high."""
    if len(places) == 1:
        return places
    centred = places - places.mean(axis=0)
    _, vectors = np.linalg.eigh(np.cov(centred.T))
    # The sign of an axis is chance; a fixed one keeps the picture the same.
    turned: Places = centred @ (vectors[:, ::-1] * np.sign(vectors[0, ::-1] + 1e-12))
    return turned


def _fitted(places: Places, room: Places) -> Places:
    """The places stretched to fill the picture."""
    low, high = places.min(axis=0), places.max(axis=0)
    scales = (room - 2 * _MARGIN) / np.maximum(high - low, 1e-9)
    # Stretched more one way than the other, circles of clusters would become lines.
    scales = np.minimum(scales, min(float(scales.min()) * 1.4, _LARGEST))
    fitted: Places = room / 2 + (places - (low + high) / 2) * scales
    return fitted


def _apart(places: Places, radii: Places, room: Places) -> Places:
    """The places with circles pushed off each other, and back into the picture."""
    now = places.astype(np.float32)
    least = (radii[:, None] + radii[None, :] + _APART).astype(np.float32)
    np.fill_diagonal(least, 0.0)
    distances = np.empty_like(least)
    for _ in range(_PUSHES):
        _squares(now, distances)
        np.sqrt(distances, out=distances)
        missing = least - distances
        np.maximum(missing, 0.0, out=missing)
        if not missing.any():
            break
        missing /= distances
        now += _moves(now, missing) * 0.35
        np.clip(now, _MARGIN, room - _MARGIN, out=now)
    return now
