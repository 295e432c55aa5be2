"""Clusters of a graph: points that are tied more to each other than to the rest."""

from collections import Counter, defaultdict
from collections.abc import Mapping

Weights = Mapping[tuple[int, int], float]
_ROUNDS = 12


def clusters(number: int, weights: Weights) -> list[int]:
    """The cluster of each of so many points, the largest cluster first (0); `weights` of pairs, in either order.

    After Blondel et al. (2008), who call it Louvain: points move to the cluster with which modularity grows most, and
    clusters become points, until none moves.
    """
    near = _near(number, weights)
    own = list(range(number))
    while True:
        moved = _moved(near)
        if len(set(moved)) == len(near):
            break
        own = [moved[at] for at in own]
        near = _merged(near, moved)
    largest = sorted(Counter(own).items(), key=lambda one: (-one[1], one[0]))
    order = {cluster: place for place, (cluster, _) in enumerate(largest)}
    return [order[cluster] for cluster in own]


def components(number: int, weights: Weights) -> list[list[int]]:
    """The points in parts that nothing ties to each other, the largest first."""
    near = _near(number, weights)
    parts: list[list[int]] = []
    seen: set[int] = set()
    for start in range(number):
        part, waiting = [], [start]
        while waiting:
            at = waiting.pop()
            if at not in seen:
                seen.add(at)
                part.append(at)
                waiting.extend(near[at])
        if part:
            parts.append(sorted(part))
    return sorted(parts, key=lambda part: (-len(part), part))


def _near(number: int, weights: Weights) -> list[dict[int, float]]:
    near: list[dict[int, float]] = [defaultdict(float) for _ in range(number)]
    for (one, other), weight in weights.items():
        near[one][other] += weight
        near[other][one] += weight
    return near


def _moved(near: list[dict[int, float]]) -> list[int]:
    """The cluster of each point, numbered from 0 on without gaps, once no point gains by moving."""
    degrees = [sum(others.values()) for others in near]
    twice = sum(degrees) or 1.0
    own, total = list(range(len(near))), list(degrees)
    for _ in range(_ROUNDS):
        moves = 0
        for at, others in enumerate(near):
            best = _best(at, others, own=own, total=total, share=degrees[at] / twice)
            if best != own[at]:
                total[own[at]] -= degrees[at]
                total[best] += degrees[at]
                own[at] = best
                moves += 1
        if not moves:
            break
    numbers = {cluster: place for place, cluster in enumerate(dict.fromkeys(own))}
    return [numbers[cluster] for cluster in own]


def _best(at: int, others: Mapping[int, float], *, own: list[int], total: list[float], share: float) -> int:
    """The cluster to which a point is tied most, beyond what chance would give."""
    ties: dict[int, float] = defaultdict(float)
    degree = sum(others.values())
    for other, weight in others.items():
        if other != at:
            ties[own[other]] += weight
    stay = own[at]
    gain = ties.get(stay, 0.0) - (total[stay] - degree) * share
    best = stay
    for cluster in sorted(ties):
        found = ties[cluster] - (total[cluster] - (degree if cluster == stay else 0.0)) * share
        if found > gain + 1e-9:
            best, gain = cluster, found
    return best


def _merged(near: list[dict[int, float]], own: list[int]) -> list[dict[int, float]]:
    merged: list[dict[int, float]] = [defaultdict(float) for _ in range(max(own) + 1)]
    for at, others in enumerate(near):
        for other, weight in others.items():
            # What ties a cluster to itself is met from both ends, as what ties a point to itself is told twice.
            merged[own[at]][own[other]] += weight
    return merged
