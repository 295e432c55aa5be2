"""How a text is read with the model: which stretches it sees at once, and where words and sentences begin.

A window holds as many whole lines as fit, so that a cue sees its speaker in the paragraph before. A line of more units
than the window holds is read from sentence to sentence: of each window those sentences are kept that surely end within
it, and the next window begins after them.
"""

import json
from bisect import bisect_left
from collections.abc import Sequence
from pathlib import Path

from konon.language.reader.decoding import Outputs
from konon.language.reader.reading import Reading, Window
from konon.language.reader.session import contents, of_file
from konon.language.reader.units import LONGEST, Pieces, Unit, encoded, units
from konon.language.words import tokenize

WINDOW = 240
PIECES = 400
MARGIN = 24
# Where the marks speak for a sentence's end, the model must not speak much against it.
CLOSING, LIKELY = frozenset('.?!…"”'), -2.0


class ModelReader:
    """Reads texts with the files of a folder: reader.onnx, tokenizer.json and labels.json."""

    def __init__(self, folder: Path, *, threads: int = 1) -> None:
        self.labels: dict[str, Sequence[str]] = json.loads(contents(folder, "labels.json"))
        self.pieces = Pieces(folder / "tokenizer.json")
        self.network = of_file(folder / "reader.onnx", threads=threads)
        self.suffixes = self.labels["suffixes"]

    def read(self, text: str, *, treebank: bool = False) -> Reading:
        """What the model says of a text. As a treebank has words (`treebank`), it alone decides where they begin."""
        windows: list[Window] = []
        rest = _units(text, self.suffixes)
        while rest:
            size = self._fitting(rest)
            whole = next((at for at in range(size, 0, -1) if at == len(rest) or rest[at][0].line), 0)
            windows.append(self._window(rest[: whole or size], whole=whole > 0, treebank=treebank))
            rest = rest[len(windows[-1].units) :]
        return Reading(tuple(windows))

    def _fitting(self, rest: list[tuple[Unit, bool]]) -> int:
        """How many units a window holds."""
        pieces = 2
        for number, (unit, _) in enumerate(rest[:WINDOW]):
            pieces += unit.line + min(LONGEST, len(self.pieces.of(unit.text, space=unit.space)))
            if pieces > PIECES:
                return number
        return min(WINDOW, len(rest))

    def _window(self, given: list[tuple[Unit, bool]], *, whole: bool, treebank: bool) -> Window:
        """What is done of a window: all of it, or the sentences that surely end within it."""
        some = [unit for unit, _ in given]
        out = self.network(*encoded(some, self.pieces))
        begins = out["begin"][:, 0] > 0
        # The end of a sentence is told at its last word's first unit.
        firsts = [
            n
            for n, (unit, _) in enumerate(given)
            if unit.space or n == 0 or _begins(given, n, bool(begins[n]), treebank=treebank)
        ]
        lasts = _sentence_lasts(out, firsts, some, whole=whole)
        done = firsts[lasts[-1] + 1] if lasts[-1] + 1 < len(firsts) else len(given)
        return Window(
            tuple(some[:done]), tuple(token for _, token in given[:done]), tuple(firsts[: lasts[-1] + 1]),
            tuple(lasts), {name: rows[:done].copy() for name, rows in out.items()}, self.labels,
        )  # fmt: skip


def _units(text: str, suffixes: Sequence[str]) -> list[tuple[Unit, bool]]:
    """The units of a text, and of each whether a token begins with it."""
    return [
        (unit, number == 0)
        for token in tokenize(text)
        for number, unit in enumerate(units(text, suffixes, start=token.start, end=token.end))
    ]


def _begins(given: list[tuple[Unit, bool]], number: int, said: bool, *, treebank: bool) -> bool:  # noqa: FBT001
    """Whether a word begins at a unit: by the model, or where a token begins and where the model divides an ending."""
    unit, token = given[number]
    ending = given[number - 1][0].text[-1].isalpha() and unit.text[0].isalpha()
    return said if treebank else token or (ending and said)


def _may_end(some: list[Unit], unit: int) -> bool:
    """Whether the marks speak for a sentence's end: a closing mark, a space, and no small letter after it."""
    following = some[unit + 1] if unit + 1 < len(some) else None
    return some[unit].text in CLOSING and following is not None and following.space and not following.text[0].islower()


def _sentence_lasts(out: Outputs, firsts: list[int], some: list[Unit], *, whole: bool) -> list[int]:
    """The numbers of sentences' last words; of a window that goes on, only those that end well within it."""
    scores = out["end"][firsts, 0]
    bounds = {number - 1 for number, first in enumerate(firsts) if some[first].line}
    lasts = [
        number for number, score in enumerate(scores)
        if number in bounds or score > (LIKELY if _may_end(some, firsts[number]) else 0)
    ]  # fmt: skip
    lasts = [number for number in lasts if number >= 0]
    if whole:
        return lasts if lasts and lasts[-1] == len(firsts) - 1 else [*lasts, len(firsts) - 1]
    within = [number for number, first in enumerate(firsts) if first < len(some) - MARGIN]
    safe = lasts[: bisect_left(lasts, len(within))]
    if safe or not within:
        return safe or [len(firsts) - 1]
    # A sentence as long as the window is cut at its likeliest end, and far on: each window costs the same time.
    later = within[len(within) // 2 :]
    return [later[int(scores[later].argmax())]]
