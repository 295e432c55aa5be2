"""The text of a report cut into segments, each under the same marks from its first letter to its last."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from konon.record import Date, Link, Record, Span, Statement

_BETWEEN = re.compile(r"\n[^\S\n]*\n\s*")


@dataclass(frozen=True, slots=True)
class Mark:
    """A place that belongs to a part of the record, which `part` names by id."""

    start: int
    end: int
    layer: str
    part: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text that no mark begins or ends in; its marks go from the shortest to the longest."""

    start: int
    text: str
    marks: tuple[Mark, ...]

    @property
    def layers(self) -> tuple[str, ...]:
        """The layers that it lies in, each once; a content within another adds `inner`."""
        layers = [mark.layer for mark in self.marks]
        return (*dict.fromkeys(layers), *(("inner",) if layers.count("content") > 1 else ()))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the report as it was printed."""

    text: str
    segments: tuple[Segment, ...]


def paragraphs(record: Record) -> tuple[Paragraph, ...]:
    """The paragraphs of a report; together they hold all of its text but the blank lines between them."""
    text = record.document.text
    gaps = [(0, 0), *(match.span() for match in _BETWEEN.finditer(text)), (len(text), len(text))]
    extents = [(left[1], right[0]) for left, right in pairwise(gaps)]
    cutting = _Cutting(text, marks(record))
    cut = (Paragraph(text[start:end], tuple(cutting.segments(start, end))) for start, end in extents)
    return tuple(paragraph for paragraph in cut if paragraph.text.strip())


def marks(record: Record) -> list[Mark]:
    """All marks of a record, by place."""
    found = [mark for statement in record.statements for mark in _of_statement(statement)]
    found += [Mark(count.start, count.end, "count", count.id) for count in record.counts]
    found += [Mark(relation.start, relation.end, "relation", relation.id) for relation in record.relations]
    for event in record.events:
        found += [*_placed("event", event.id, event.trigger), *_placed("date", event.id, event.date)]
    for entity in record.entities:
        found += [Mark(mention.start, mention.end, "mention", entity.id) for mention in entity.mentions]
    return sorted(found, key=lambda mark: (mark.start, mark.end, mark.layer, mark.part))


def _of_statement(statement: Statement) -> Iterator[Mark]:
    for span in statement.content:
        yield from _placed("content", statement.id, span)
    yield from _placed("cue", statement.id, statement.cue)
    yield from _placed("source", statement.id, statement.source_span)
    yield from _placed("date", statement.id, statement.date)
    for link in statement.chain:
        if link.role in {"medium", "relay"}:
            yield from _placed("via", statement.id, link)


def _placed(layer: str, part: str, place: Span | Date | Link | None) -> Iterator[Mark]:
    if place is not None and place.start is not None and place.end is not None:
        yield Mark(place.start, place.end, layer, part)


class _Cutting:
    """A text with its marks, cut from left to right, so that the time grows with the text and not with its square."""

    def __init__(self, text: str, waiting: Sequence[Mark]) -> None:
        self._text = text
        self._waiting = list(reversed(waiting))
        self._active: list[Mark] = []
        self._cuts = sorted({offset for mark in waiting for offset in (mark.start, mark.end)})

    def segments(self, start: int, end: int) -> Iterator[Segment]:
        """The segments of a paragraph; to be asked for in the order of the text."""
        cuts = self._cuts[bisect_right(self._cuts, start) : bisect_left(self._cuts, end)]
        for left, right in zip([start, *cuts], [*cuts, end], strict=True):
            yield Segment(left, self._text[left:right], self._at(left))

    def _at(self, offset: int) -> tuple[Mark, ...]:
        while self._waiting and self._waiting[-1].start <= offset:
            self._active.append(self._waiting.pop())
        self._active = [mark for mark in self._active if mark.end > offset]
        return tuple(sorted(self._active, key=lambda mark: mark.end - mark.start))
