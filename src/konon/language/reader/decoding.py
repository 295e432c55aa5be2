"""From a network's outputs to names and trees."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from konon.language.reader.trees import heads

Outputs = dict[str, npt.NDArray[Any]]
# Pieces and first pieces of one stretch of text to the outputs of its units, without a batch dimension.
Network = Callable[[Sequence[int], Sequence[int]], Outputs]
_NEVER = -1e9


def names_of(scores: npt.NDArray[np.float32], labels: Sequence[str]) -> list[str]:
    """The labels of words from their scores `[word, label]`: inside only after begin or inside of the same kind."""
    if not len(scores):
        return []
    step = _steps(tuple(labels))
    total = np.where([label.startswith("I-") for label in labels], _NEVER, 0.0) + scores[0]
    back = []
    for own in scores[1:]:
        table = total[:, None] + step
        back.append(table.argmax(0))
        total = table.max(0) + own
    path = [int(total.argmax())]
    for best in reversed(back):
        path.append(int(best[path[-1]]))
    return [labels[number] for number in reversed(path)]


@cache
def _steps(labels: tuple[str, ...]) -> npt.NDArray[np.float64]:
    """0 where a label may follow another, else never; `[before, after]`."""
    may = [
        [after[:1] != "I" or (before[:1] in "BI" and before[1:] == after[1:]) for after in labels] for before in labels
    ]
    return np.where(may, 0.0, _NEVER)


def parsed(out: Outputs, rows: Sequence[int], labels: Sequence[str]) -> tuple[list[int], list[str]]:
    """The heads, as units' numbers (-1 the root), and relations of a sentence's words, given as units' numbers."""
    rows = list(rows)
    below, above = out["arc_dependent"][rows], out["arc_governor"][rows]
    found = heads(below @ above.T, out["root"][rows])
    width = out["relation_governor"].shape[-1]
    sides = out["relation_dependent"][rows].reshape(len(rows), -1, width)
    scores = np.einsum("nrw,nw->nr", sides, out["relation_governor"][[rows[max(head, 0)] for head in found]])
    scores[:, labels.index("root")] = -np.inf
    best = scores.argmax(-1)
    relations = ["root" if head < 0 else labels[best[number]] for number, head in enumerate(found)]
    return [rows[head] if head >= 0 else -1 for head in found], relations
