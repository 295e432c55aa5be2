"""What a copy changed in the wording of its origin, among it the attributions that it dropped."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from konon.compare.bodies import Stem, body_of, compared_sentences
from konon.compare.reprints import overlap
from konon.compare.sentences import Sentence
from konon.compare.wordings import Change, changed
from konon.record import Record, Statement

Place = tuple[int, int]


def rewordings(origin: Record, copy: Record, stem: Stem) -> list[Change]:
    """The changed wordings from one report to the other, in the order of the copy; sentences that moved are none.

    The kind is `attribution` where a sentence stays while the words are gone that told who said it or passed it on.
    """
    old, new = compared_sentences(origin.document), compared_sentences(copy.document)
    pairs = overlap(body_of(origin.document, stem), body_of(copy.document, stem)).pairs
    found = changed(origin.document.text, copy.document.text, old=old, new=new, pairs=pairs)
    partners = {pair.one: new[pair.other] for pair in pairs}
    dropped = _dropped(origin, copy, old, partners)
    return [replace(change, kind="attribution") if dropped(change) else change for change in found]


def _dropped(origin: Record, copy: Record, old: Sequence[Sentence],
             partners: dict[int, Sentence]) -> Callable[[Change], bool]:  # fmt: skip
    """Tells whether a change took away who said what its sentence tells, or who passed it on."""
    starts = [sentence.start for sentence in old]

    def told(change: Change) -> bool:
        if change.whole or change.before_span is None or change.kind == "addition":
            return False
        number = bisect_right(starts, change.before_span[0]) - 1
        partner = partners.get(number)
        if partner is None:
            return False
        gone = [said for said in _said_in(origin, old[number]) if _takes(change.before_span, _attributions(said))]
        return bool(gone) and not any(_attributed(said) for said in _said_in(copy, partner))

    return told


def _said_in(record: Record, sentence: Sentence) -> Iterator[Statement]:
    """The statements that a sentence tells, wholly or in part."""
    for said in record.statements:
        if any(span.start < sentence.end and sentence.start < span.end for span in said.content):
            yield said


def _attributions(said: Statement) -> Iterator[Place]:
    """Where the text names who said it, and who passed it on."""
    if said.source_span:
        yield said.source_span.start, said.source_span.end
    for link in said.chain:
        if link.role in {"speaker", "relay"} and link.start is not None and link.end is not None:
            yield link.start, link.end


def _attributed(said: Statement) -> bool:
    return said.source is not None or any(link.role == "relay" for link in said.chain)


def _takes(gone: Place, places: Iterator[Place]) -> bool:
    """Whether words that are gone are those of one of the places."""
    return any(gone[0] <= start and end <= gone[1] for start, end in places)
