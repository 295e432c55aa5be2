"""Two reports side by side, sentence by sentence, with each wording that changed marked and told by its kind."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from konon.archive.terms import stem
from konon.compare.bodies import body_of, compared_sentences
from konon.compare.parallel import parallel
from konon.compare.reprints import overlap
from konon.compare.rewordings import rewordings
from konon.compare.sentences import Sentence
from konon.compare.wordings import Change, ChangeKind, changes
from konon.record import Record

Place = tuple[int, int]
# In the order in which they are told: those that change what is said come first.
KINDS: tuple[ChangeKind, ...] = ("attribution", "number", "swap", "drop", "addition")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A change with the number that it is called by."""

    number: int
    change: Change


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text; `changed` where it is a wording that another stands for, or none."""

    text: str
    changed: Numbered | None


@dataclass(frozen=True, slots=True)
class Cell:
    """A sentence of one text; `opens` where it is the first of its paragraph."""

    pieces: tuple[Piece, ...]
    opens: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the reading: the sentence of the origin and that of the copy; `same` where no word changed."""

    origin: Cell | None
    copy: Cell | None
    moved: bool

    @property
    def same(self) -> bool:
        """Whether both are there and no wording changed."""
        cells = (self.origin, self.copy)
        return all(cell and not any(piece.changed for piece in cell.pieces) for cell in cells)


@dataclass(frozen=True, slots=True)
class Beside:
    """Two reports side by side, the titles first, and all changes in the order of the copy."""

    lines: tuple[Line, ...]
    changes: tuple[Numbered, ...]

    @property
    def kinds(self) -> list[tuple[ChangeKind, int]]:
        """How many changes there are of each kind."""
        return counted(numbered.change for numbered in self.changes)


def counted(found: Iterable[Change]) -> list[tuple[ChangeKind, int]]:
    """How many changes are of each kind, those that change what is said first; kinds without any are left out."""
    numbers = Counter(change.kind for change in found)
    return [(kind, numbers[kind]) for kind in KINDS if numbers[kind]]


def beside(origin: Record, copy: Record) -> Beside:
    """The two reports side by side."""
    titles = (origin.document.title or "", copy.document.title or "")
    heads = [Numbered(number, change) for number, change in enumerate(changes(*titles), 1)]
    found = [Numbered(number, change) for number, change in enumerate(rewordings(origin, copy, stem), len(heads) + 1)]
    head = Line(_titled(titles[0], heads, old=True), _titled(titles[1], heads, old=False), moved=False)
    return Beside((head, *_lines(origin, copy, found)), (*heads, *found))


def _titled(title: str, found: Sequence[Numbered], *, old: bool) -> Cell | None:
    return Cell(tuple(_pieces(title, 0, len(title), found, old=old)), opens=True) if title else None


def _lines(origin: Record, copy: Record, found: Sequence[Numbered]) -> Iterator[Line]:
    documents = (origin.document, copy.document)
    old, new = (compared_sentences(document) for document in documents)
    pairs = overlap(*(body_of(document, stem) for document in documents)).pairs
    cells = [tuple(_cells(document.text, listed, found, old=place == 0))
             for place, (document, listed) in enumerate(zip(documents, (old, new), strict=True))]  # fmt: skip
    for row in parallel(pairs, one=len(old), other=len(new)):
        yield Line(None if row.one is None else cells[0][row.one], None if row.other is None else cells[1][row.other],
                   moved=row.moved)  # fmt: skip


def _cells(text: str, listed: Sequence[Sentence], found: Sequence[Numbered], *, old: bool) -> Iterator[Cell]:
    behind = 0
    for sentence in listed:
        # What opens a quotation stands before its first word.
        gap = text[behind : sentence.start]
        start = sentence.start - len(gap.rpartition("\n")[2].lstrip())
        yield Cell(tuple(_pieces(text, start, sentence.end, found, old=old)), opens="\n" in gap or not behind)
        behind = sentence.end


def _pieces(text: str, start: int, end: int, found: Sequence[Numbered], *, old: bool) -> Iterator[Piece]:
    """A sentence cut at the changed wordings in it; one that is new or gone as a whole is one piece."""
    at = start
    for place, numbered in _placed(found, start, end, old=old):
        first, last = (start, end) if numbered.change.whole else place
        if first > at:
            yield Piece(text[at:first], None)
        yield Piece(text[first:last], numbered)
        at = last
    if at < end:
        yield Piece(text[at:end], None)


def _placed(found: Sequence[Numbered], start: int, end: int, *, old: bool) -> list[tuple[Place, Numbered]]:
    placed = [(place, numbered) for numbered in found
              if (place := numbered.change.before_span if old else numbered.change.after_span)
              and start <= place[0] < end]  # fmt: skip
    return sorted(placed, key=lambda each: each[0])
