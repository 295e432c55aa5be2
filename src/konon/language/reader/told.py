"""What the model says of places in a text: of a word, and of what ties two of them."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from konon.language.reader.reading import Reading, Window

Scores = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Told:
    """A reading, asked by places in the text."""

    reading: Reading

    @cached_property
    def _starts(self) -> list[int]:
        return [window.start for window in self.reading.windows]

    def window(self, offset: int) -> Window | None:
        """The window that an offset lies in, or the last one before it; None where the model read nothing."""
        number = bisect_right(self._starts, offset) - 1
        return self.reading.windows[max(0, number)] if self._starts else None

    def chances(self, task: str, start: int, end: int) -> Scores | None:
        """The chance of each label of a task for the units of a place, `[unit, label]`; None where it has no unit."""
        window = self.window(start)
        rows = window.rows(start, end) if window else range(0)
        return window.probabilities(task)[rows.start : rows.stop] if window and rows else None

    def share(self, task: str, kind: str, start: int, end: int) -> float | None:
        """The mean chance that the words of a place are in a span of a kind; None where the model has none there."""
        chances, window = self.chances(task, start, end), self.window(start)
        if chances is None or window is None or f"B-{kind}" not in window.labels[task]:
            return None
        columns = [window.labels[task].index(f"{part}-{kind}") for part in "BI"]
        return float(chances[:, columns].sum(-1).mean())


def asked(reading: Reading | None) -> Told | None:
    """A reading to ask; None where the model has read nothing."""
    return Told(reading) if reading is not None and reading.windows else None


def logs(scores: Scores) -> tuple[Scores, Scores]:
    """The logarithms of the chances that scores above 0 and below it stand for: that it is so, and that it isn't."""
    return -np.logaddexp(0, -scores), -np.logaddexp(0, scores)


def runs(rows: Sequence[int], gap: int) -> list[tuple[int, int]]:
    """Numbers in order as ranges, first and last; numbers that no more than `gap` others part are in one."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and row - found[-1][1] <= gap + 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found
