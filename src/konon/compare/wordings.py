"""What was changed in the wording from one text to another, word by word."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from konon.compare.sentences import Pair, Sentence, Word, aligned, sentences

if TYPE_CHECKING:
    from rapidfuzz.distance._initialize import Opcode

ChangeKind = Literal["swap", "drop", "addition", "number", "attribution"]


@dataclass(frozen=True, slots=True)
class Change:
    """A changed wording: the words before and after, each with its place; null where there are none.

    `whole` tells that it is a whole sentence that was dropped or added.
    """

    kind: ChangeKind
    before: str
    after: str
    before_span: tuple[int, int] | None
    after_span: tuple[int, int] | None
    whole: bool = False


def changes(before: str, after: str) -> list[Change]:
    """The wordings that changed from one text to another, in the order of the later text; moved sentences are none."""
    old, new = sentences(before), sentences(after)
    return changed(before, after, old=old, new=new, pairs=aligned(old, new))


def changed(before: str, after: str, *, old: Sequence[Sentence], new: Sequence[Sentence],
            pairs: Sequence[Pair]) -> list[Change]:  # fmt: skip
    """As `changes`, of texts that are aligned already."""
    found = [change for pair in pairs if pair.likeness < 1
             for change in _within(before, after, old[pair.one], new[pair.other])]  # fmt: skip
    kept, came = {pair.one for pair in pairs}, {pair.other for pair in pairs}
    found += [_change(before, after, old=sentence.words, whole=True)
              for number, sentence in enumerate(old) if number not in kept]  # fmt: skip
    found += [_change(before, after, new=sentence.words, whole=True)
              for number, sentence in enumerate(new) if number not in came]  # fmt: skip
    return sorted(found, key=lambda change: (change.after_span or (len(after),), change.before_span or ()))


def _within(before: str, after: str, old: Sentence, new: Sentence) -> Iterator[Change]:
    # See `aligned`.
    from rapidfuzz.distance import Indel

    for step in _joined(Indel.opcodes(old.folded, new.folded)):
        yield _change(before, after, old=old.words[step[0] : step[1]], new=new.words[step[2] : step[3]])


def _joined(steps: Iterable["Opcode"]) -> Iterator[tuple[int, int, int, int]]:
    """What was taken out and put in at one place, as one step."""
    open_: tuple[int, int, int, int] | None = None
    for step in steps:
        if step.tag == "equal":
            if open_:
                yield open_
            open_ = None
        else:
            begun = (open_[0], open_[2]) if open_ else (step.src_start, step.dest_start)
            open_ = (begun[0], step.src_end, begun[1], step.dest_end)
    if open_:
        yield open_


def _change(before: str, after: str, *, old: Sequence[Word] = (), new: Sequence[Word] = (),
            whole: bool = False) -> Change:  # fmt: skip
    old_span = (old[0].start, old[-1].end) if old else None
    new_span = (new[0].start, new[-1].end) if new else None
    return Change(
        _kind(old, new),
        before[slice(*old_span)] if old_span else "",
        after[slice(*new_span)] if new_span else "",
        old_span,
        new_span,
        whole,
    )


def _kind(old: Sequence[Word], new: Sequence[Word]) -> ChangeKind:
    if not new:
        return "drop"
    if not old:
        return "addition"
    figures = [[word.folded for word in words if word.folded[0].isdigit()] for words in (old, new)]
    return "number" if any(figures) and figures[0] != figures[1] else "swap"
