"""Causes of mistakes in statements and chains."""

from collections.abc import Sequence

from konon.evaluation.causes import tables
from konon.evaluation.causes.deciding import NOTHING, decided
from konon.evaluation.gold import GoldLink, GoldStatement
from konon.evaluation.matching import overlap, touch
from konon.evaluation.names import UNNAMED
from konon.evaluation.sheet import Sheet
from konon.record.model import Span
from konon.record.statement import Link, Statement


def missed(sheet: Sheet, gold: GoldStatement, free: Sequence[Statement]) -> str:
    """What stood in the place of a gold statement; `free` are the statements that are not right."""
    near = max(free, key=lambda said: overlap(gold.content, said.content), default=None)
    if near is not None and overlap(gold.content, near.content):
        return decided("content overlaps too little", near, "content")
    for said in sheet.record.statements:
        if touch(gold.cue, said.cue):
            return decided("its cue was read with other content", said, "content")
    if any(overlap(gold.content, said.content) for said in sheet.record.statements):
        return "stands within another that is right"
    if gold.cue is None:
        return f"{NOTHING}: it has no cue"
    return f"{NOTHING}: {tables.cue(sheet, gold.cue)}"


def too_many(said: Statement, free: Sequence[GoldStatement]) -> str:
    """What decided a statement that is none; `free` are the gold statements that were missed."""
    for gold in free:
        if overlap(gold.content, said.content):
            return decided("content overlaps too little", said, "content")
        if touch(gold.cue, said.cue):
            return decided("its cue says something else", said, "content")
    return decided("no statement", said, "cue")


def source(gold: GoldStatement, said: Statement) -> str:
    """What decided a wrong source."""
    unnamed = gold.source is None or gold.source == UNNAMED
    what = "none found" if said.source is None else "none in the gold" if unnamed else "another"
    return decided(what, said, "source")


def link_missed(gold: GoldLink, said: Statement | None, theirs: Sequence[Link]) -> str:
    """What stood in the place of a gold link of a statement; None where that was not found."""
    if said is None:
        return "its statement was missed"
    there = next((link for link in theirs if touch(gold.span, place(link))), None)
    if there is None:
        speaks = touch(gold.span, said.source_span)
        return "read as the speaker" if speaks else NOTHING
    return decided(f"read as a {there.role}" if there.role != gold.role else "read as another actor", there)


def link_too_many(gold: GoldStatement | None, link: Link) -> str:
    """What decided a link that is none; without a gold statement its own statement is none."""
    if gold is None:
        return "its statement is none"
    there = next((mine for mine in gold.chain if touch(mine.span, place(link))), None)
    if there is None:
        return decided("the speaker" if touch(gold.source_span, place(link)) else "no link", link)
    return decided(f"a {there.role} in the gold" if there.role != link.role else "another actor", link)


def place(link: Link) -> Span | None:
    """Where a link stands; None where it has no place in the text."""
    return None if link.start is None or link.end is None else Span(start=link.start, end=link.end)
