"""How a text is read with the exported model; needs numpy, tokenizers and onnxruntime, no torch.

A text is read a line at a time: what a line says does not hang on the lines around it. A line of more units than the
window holds is read from sentence to sentence: of each window those sentences are kept that surely end within it, and
the next window begins after them.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from konon.language.reader.decoding import Network, Outputs, names_of, parsed
from konon.language.reader.units import LONGEST, Pieces, Unit, encoded, units
from konon.language.words import tokenize

WINDOW = 200
PIECES = 480
MARGIN = 24
# Where the marks speak for a sentence's end, the model must not speak much against it.
CLOSING, LIKELY = frozenset('.?!…"”'), -2.0


@dataclass(frozen=True, slots=True)
class Word:
    """A word as read: its place, names of three classes and of the record's kinds, part of speech, head, relation.

    `head` is a word's number in the text, -1 for the root of a sentence; `ends` is true of a sentence's last word.
    """

    start: int
    end: int
    text: str
    name3: str
    name: str
    upos: str
    head: int
    relation: str
    ends: bool


def of_file(file: Path, *, threads: int = 1) -> Network:
    """An exported model as a function of pieces; the same answers at each run."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
    names = [output.name for output in session.get_outputs()]

    def run(ids: Sequence[int], firsts: Sequence[int]) -> Outputs:
        row = np.array([ids], np.int64)
        given = {"input_ids": row, "attention_mask": np.ones_like(row), "first_pieces": np.array([firsts], np.int64)}
        return {name: value[0] for name, value in zip(names, session.run(names, given), strict=True)}

    return run


class ModelReader:
    """Reads texts with the files of a folder: reader.onnx, tokenizer.json and labels.json."""

    def __init__(self, folder: Path, *, threads: int = 1) -> None:
        self.labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        self.pieces = Pieces(folder / "tokenizer.json")
        self.network = of_file(folder / "reader.onnx", threads=threads)
        self.suffixes: Sequence[str] = self.labels["suffixes"]

    def read(self, text: str, *, treebank: bool = False) -> list[Word]:
        """The words of a text. As a treebank has them (`treebank`), the model alone decides where words begin."""
        words: list[Word] = []
        for line in _lines(text, self.suffixes):
            rest = line
            while rest:
                size = self._fitting(rest)
                done, read = self._window(rest[:size], len(words), whole=size == len(rest), treebank=treebank)
                words += read
                rest = rest[done:]
        return words

    def _fitting(self, line: list[tuple[Unit, bool]]) -> int:
        """How many units a window holds."""
        pieces = 2
        for number, (unit, _) in enumerate(line[:WINDOW]):
            pieces += min(LONGEST, len(self.pieces.of(unit.text, space=unit.space)))
            if pieces > PIECES:
                return number
        return min(WINDOW, len(line))

    def _window(
        self, line: list[tuple[Unit, bool]], before: int, *, whole: bool, treebank: bool
    ) -> tuple[int, list[Word]]:
        """How many units of a window are done, and their words; `before` words are already there."""
        some = [unit for unit, _ in line]
        out = self.network(*encoded(some, self.pieces))
        begins = out["begin"][:, 0] > 0
        # The end of a sentence is told at its last word's first unit.
        firsts = [
            n
            for n, (unit, token) in enumerate(line)
            if unit.space or n == 0 or _begins(line, n, bool(begins[n]), treebank=treebank)
        ]
        last = _sentence_lasts(out, firsts, some, whole=whole)
        done = firsts[last[-1] + 1] if last[-1] + 1 < len(firsts) else len(line)
        firsts = firsts[: last[-1] + 1]
        bounds = [*firsts[1:], done]
        words = self._words(out, line, firsts, bounds)
        return done, self._with_trees(words, out, firsts, last, before)

    def _words(self, out: Outputs, line: list[tuple[Unit, bool]], firsts: list[int], bounds: list[int]) -> list[Word]:
        """Words with names and parts of speech; names are told of whole tokens, not of what is written on to them."""
        named = [first for first in firsts if line[first][1]]
        names3 = dict(zip(named, names_of(out["names3"][named], self.labels["names3"]), strict=True))
        names = dict(zip(named, names_of(out["names"][named], self.labels["names"]), strict=True))
        upos = [self.labels["upos"][number] for number in out["upos"][firsts].argmax(-1)]
        return [
            Word(line[first][0].start, line[bound - 1][0].end, "".join(unit.text for unit, _ in line[first:bound]),
                 names3.get(first, "O"), names.get(first, "O"), part, -1, "root", ends=False)
            for first, bound, part in zip(firsts, bounds, upos, strict=True)
        ]  # fmt: skip

    def _with_trees(
        self, words: list[Word], out: Outputs, firsts: list[int], last: list[int], before: int
    ) -> list[Word]:
        number = {first: before + position for position, first in enumerate(firsts)}
        found, begin = [], 0
        for end in last:
            rows = firsts[begin : end + 1]
            heads, relations = parsed(out, rows, self.labels["relation"])
            found += [
                replace(words[begin + n], head=number.get(head, -1), relation=relation, ends=begin + n == end)
                for n, (head, relation) in enumerate(zip(heads, relations, strict=True))
            ]
            begin = end + 1
        return found


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
    safe = [number for number in lasts if firsts[number] < len(some) - MARGIN]
    # A sentence as long as the window is cut: at its likeliest end, or at the window's.
    return safe or [int(scores[: -MARGIN or None].argmax()) if len(firsts) > MARGIN else len(firsts) - 1]
