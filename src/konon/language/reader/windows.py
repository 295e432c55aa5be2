"""How a text is read with the model: which stretches it sees at once, and where words and sentences begin.

A text is read a line at a time: what a line says does not hang on the lines around it. A line of more units than the
window holds is read from sentence to sentence: of each window those sentences are kept that surely end within it, and
the next window begins after them.
"""

import json
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from pathlib import Path

from konon.language.reader.decoding import Outputs
from konon.language.reader.reading import Line, Reading
from konon.language.reader.session import contents, of_file
from konon.language.reader.units import LONGEST, Pieces, Unit, encoded, units
from konon.language.words import tokenize

WINDOW = 200
PIECES = 480
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
        lines: list[Line] = []
        for line in _lines(text, self.suffixes):
            rest = line
            while rest:
                size = self._fitting(rest)
                lines.append(self._window(rest[:size], whole=size == len(rest), treebank=treebank))
                rest = rest[len(lines[-1].units) :]
        return Reading(tuple(lines))

    def _fitting(self, line: list[tuple[Unit, bool]]) -> int:
        """How many units a window holds."""
        pieces = 2
        for number, (unit, _) in enumerate(line[:WINDOW]):
            pieces += min(LONGEST, len(self.pieces.of(unit.text, space=unit.space)))
            if pieces > PIECES:
                return number
        return min(WINDOW, len(line))

    def _window(self, line: list[tuple[Unit, bool]], *, whole: bool, treebank: bool) -> Line:
        """What is done of a window: all of it, or the sentences that surely end within it."""
        some = [unit for unit, _ in line]
        out = self.network(*encoded(some, self.pieces))
        begins = out["begin"][:, 0] > 0
        # The end of a sentence is told at its last word's first unit.
        firsts = [
            n
            for n, (unit, token) in enumerate(line)
            if unit.space or n == 0 or _begins(line, n, bool(begins[n]), treebank=treebank)
        ]
        lasts = _sentence_lasts(out, firsts, some, whole=whole)
        done = firsts[lasts[-1] + 1] if lasts[-1] + 1 < len(firsts) else len(line)
        return Line(
            tuple(some[:done]), tuple(token for _, token in line[:done]), tuple(firsts[: lasts[-1] + 1]),
            tuple(lasts), {name: rows[:done].copy() for name, rows in out.items()}, self.labels,
        )  # fmt: skip


def _lines(text: str, suffixes: Sequence[str]) -> Iterator[list[tuple[Unit, bool]]]:
    """The units of each line, and of each whether a token begins with it."""
    line: list[tuple[Unit, bool]] = []
    until = 0
    for token in tokenize(text):
        if line and "\n" in text[until : token.start]:
            yield line
            line = []
        own = units(text, suffixes, start=token.start, end=token.end)
        line += [(unit, number == 0) for number, unit in enumerate(own)]
        until = token.end
    if line:
        yield line


def _begins(line: list[tuple[Unit, bool]], number: int, said: bool, *, treebank: bool) -> bool:  # noqa: FBT001
    """Whether a word begins at a unit: by the model, or where a token begins and where the model divides an ending."""
    unit, token = line[number]
    ending = line[number - 1][0].text[-1].isalpha() and unit.text[0].isalpha()
    return said if treebank else token or (ending and said)


def _may_end(some: list[Unit], unit: int) -> bool:
    """Whether the marks speak for a sentence's end: a closing mark, a space, and no small letter after it."""
    following = some[unit + 1] if unit + 1 < len(some) else None
    return some[unit].text in CLOSING and following is not None and following.space and not following.text[0].islower()


def _sentence_lasts(out: Outputs, firsts: list[int], some: list[Unit], *, whole: bool) -> list[int]:
    """The numbers of sentences' last words; of a window that goes on, only those that end well within it."""
    scores = out["end"][firsts, 0]
    lasts = [number for number, score in enumerate(scores) if score > (LIKELY if _may_end(some, firsts[number]) else 0)]
    if whole:
        return lasts if lasts and lasts[-1] == len(firsts) - 1 else [*lasts, len(firsts) - 1]
    within = [number for number, first in enumerate(firsts) if first < len(some) - MARGIN]
    safe = lasts[: bisect_left(lasts, len(within))]
    if safe or not within:
        return safe or [len(firsts) - 1]
    # A sentence as long as the window is cut at its likeliest end, and far on: each window costs the same time.
    later = within[len(within) // 2 :]
    return [later[int(scores[later].argmax())]]
