"""The best sequence of name labels in which no name begins with an inside label."""

from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

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
