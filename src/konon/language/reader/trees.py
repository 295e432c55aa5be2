"""The best tree of a sentence: maximum spanning arborescence with one root, by Chu, Liu and Edmonds."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float64]


def heads(arcs: npt.ArrayLike, root: npt.ArrayLike) -> list[int]:
    """The head of each word, -1 for the one root; `arcs[word, head]` and `root[word]` are scores.

    Of trees that score the same, the one with the first heads is chosen, always the same one.
    """
    inner, roots = np.asarray(arcs, np.float64), np.asarray(root, np.float64)
    size = len(roots)
    if size == 0:
        return []
    scores = np.full((size + 1, size + 1), -np.inf)
    scores[1:, 1:], scores[1:, 0] = inner, roots
    np.fill_diagonal(scores, -np.inf)
    best = scores.argmax(1)
    best[0] = 0
    if (best[1:] == 0).sum() == 1 and not _circle(best):
        return [int(head) - 1 for head in best[1:]]
    # One root: each further one costs more than any tree can win.
    finite = scores[np.isfinite(scores)]
    scores[1:, 0] -= (finite.max() - finite.min() + 1.0) * (size + 1)
    return [head - 1 for head in _arborescence(scores)[1:]]


def _arborescence(scores: Scores) -> list[int]:
    """The head of each node in the best tree out of node 0."""
    best = scores.argmax(1)
    best[0] = 0
    circle = _circle(best)
    if not circle:
        return [int(head) for head in best]
    return _opened(scores, best, circle)


def _opened(scores: Scores, best: npt.NDArray[np.intp], circle: list[int]) -> list[int]:
    """The tree of the graph with a circle drawn together to one node, and the circle opened where that enters it."""
    rest = [node for node in range(len(best)) if node not in set(circle)]
    ring, outside = np.array(circle), np.array(rest)
    within = scores[ring, best[ring]]
    size = len(rest)
    small = np.full((size + 1, size + 1), -np.inf)
    small[:size, :size] = scores[np.ix_(outside, outside)]
    leaving = scores[np.ix_(outside, ring)]
    small[:size, size] = leaving.max(1)
    entering = scores[np.ix_(ring, outside)] - within[:, None]
    small[size, :size] = entering.max(0)
    small[0, :] = -np.inf
    found = _arborescence(small)
    tree = [int(head) for head in best]
    for number, node in enumerate(rest):
        if number:
            head = found[number]
            tree[node] = circle[int(leaving[number].argmax())] if head == size else rest[head]
    entry = found[size]
    tree[circle[int(entering[:, entry].argmax())]] = rest[entry]
    return tree


def _circle(best: Sequence[int] | npt.NDArray[np.intp]) -> list[int]:
    """The nodes of a circle among the best heads; empty where there is none."""
    state = [0] * len(best)
    state[0] = 2
    for start in range(1, len(best)):
        path, node = [], start
        while not state[node]:
            state[node] = 1
            path.append(node)
            node = int(best[node])
        if state[node] == 1:
            return path[path.index(node) :]
        for seen in path:
            state[seen] = 2
    return []
