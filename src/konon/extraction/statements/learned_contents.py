"""Which words the reader model takes for what a cue tells, with what all cues of a window say of them.

A word belongs to the cue that it is tied to most, unless that cue itself stands in the content of the other: then the
one statement is within the other, and the word is told by both.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

import numpy as np

from konon.extraction.draft import Place
from konon.language.analysis import Analysis
from konon.language.reader.reading import Window
from konon.language.reader.told import Scores, logs, runs

# By how much another cue must have the stronger tie to take a word away.
RIVAL = 0.5
# A run of so few units is no content beside a longer one.
_SHORT = 2
# So many quotations before a place and behind it are compared with it.
_NEAR = 8
MARKS = frozenset(".,:;!?…-–—()[]\"'“”‘’«»`")
_QUOTES = frozenset('"“”«»')


@dataclass
class Contents:
    """The ties of a window's cues with its words; `anchors` are the units that its statements hang on."""

    window: Window
    anchors: Sequence[int]
    analysis: Analysis

    @cached_property
    def _ties(self) -> dict[int, Scores]:
        return {row: self.window.tied(row, "inside") for row in self.anchors}

    def ties(self, row: int) -> Scores:
        """The scores of a cue's words: above 0 they are its content."""
        return self._ties[row] if row in self._ties else self.window.tied(row, "inside")

    def of(self, row: int) -> list[Place]:
        """The places of a cue's content, without marks at their ends; quotations as a whole."""
        own = self.ties(row)
        taken = own > 0
        for other, scores in self._ties.items():
            if other != row and not taken[other] and not scores[row] > 0:
                taken = taken & ~((scores > 0) & (scores > own + RIVAL))
        parts = [part for run in runs(np.flatnonzero(taken).tolist(), gap=1) for part in self._parts(*run)]
        longest = max((last - first for first, last in parts), default=0)
        units = self.window.units
        places = [
            self._snapped(units[first].start, units[last].end)
            for first, last in parts if last - first >= min(_SHORT, longest)
        ]  # fmt: skip
        return [self._without_date(*place) for place in places]

    def likelihood(self, row: int, content: Iterable[Place]) -> float:
        """How likely it is, as the logarithm of a chance, that just these places are the content."""
        within, without = logs(self.ties(row))
        mask = np.zeros(len(within), bool)
        for place in content:
            rows = self.window.rows(*place)
            mask[rows.start : rows.stop] = True
        return float(np.where(mask, within, without).sum())

    def agreement(self, row: int, content: Iterable[Place]) -> float:
        """How far the model's words of a cue's content are these: those shared, of all that either has."""
        mine = self._words(unit for place in content for unit in self.window.rows(*place))
        theirs = self._words(np.flatnonzero(self.ties(row) > 0).tolist())
        return len(mine & theirs) / len(mine | theirs) if mine | theirs else 0.0

    def _words(self, rows: Iterable[int]) -> frozenset[int]:
        return frozenset(row for row in rows if self.window.units[row].text not in MARKS)

    def _parts(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """A run of units parted at quotation marks, without marks at the ends of its parts."""
        units, begin = self.window.units, first
        for row in range(first, last + 2):
            if row <= last and units[row].text not in _QUOTES:
                continue
            end = row - 1
            while begin <= end and units[begin].text in MARKS:
                begin += 1
            while begin <= end and units[end].text in MARKS:
                end -= 1
            if begin <= end:
                yield begin, end
            begin = row + 1

    def _snapped(self, start: int, end: int) -> Place:
        """The quotation that a place mostly is, without its marks; else the place."""
        quotes = self.analysis.quotes
        near = bisect_left(quotes, start, key=attrgetter("start"))
        for quote in quotes[max(0, near - _NEAR) : near + _NEAR]:
            common = min(end, quote.inner_end) - max(start, quote.inner_start)
            if common > 0.7 * max(end - start, quote.inner_end - quote.inner_start):
                return quote.inner_start, quote.inner_end
        return start, end

    def _without_date(self, start: int, end: int) -> Place:
        """The place without a date behind a comma at its end, which tells when it was said."""
        dates, text = self.analysis.dates, self.analysis.text
        at = bisect_left(dates, end, key=attrgetter("start")) - 1
        if at < 0 or not start < dates[at].start < end <= dates[at].end:
            return start, end
        before = text[start : dates[at].start].rstrip(" (")
        return (start, start + len(before.rstrip(" ,"))) if before.endswith(",") else (start, end)
