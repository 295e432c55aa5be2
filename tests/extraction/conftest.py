"""A record's statements as the tests of attribution look at them: in words instead of places and ids."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

import konon
from konon import Document, Record
from konon.record.statement import Link, Statement


@dataclass(frozen=True, slots=True)
class Told:
    """A statement in the words of its report; `chain` leaves out the speaker and the outlet."""

    act: str
    form: str
    cue: str | None
    lemma: str | None
    source: str | None
    kind: str | None
    content: list[str]
    chain: list[tuple[str, str]]
    addressee: str | None
    date: str | None
    within: int | None


@pytest.fixture(scope="session")
def told() -> Callable[..., list[Told]]:
    """Reads a text and gives its statements in order; options are fields of its document."""

    def read(text: str, **document: str) -> list[Told]:
        record = konon.read(Document.of(text, language="id", **document))
        return [_told(record, statement) for statement in record.statements]

    return read


def _told(record: Record, statement: Statement) -> Told:
    text = record.document.text
    entities = {entity.id: entity for entity in record.entities}
    source = entities[statement.source] if statement.source else None
    numbers = {other.id: number for number, other in enumerate(record.statements)}

    def link(each: Link) -> tuple[str, str]:
        return each.role, entities[each.entity].name if each.entity else each.medium or ""

    return Told(
        act=statement.act,
        form=statement.form,
        cue=text[statement.cue.start : statement.cue.end] if statement.cue else None,
        lemma=statement.cue.lemma if statement.cue else None,
        source=source.name if source else None,
        kind=source.kind if source else None,
        content=[text[span.start : span.end] for span in statement.content],
        chain=[link(each) for each in statement.chain if each.role not in ("speaker", "outlet")],
        addressee=entities[statement.addressee].name if statement.addressee else None,
        date=statement.date.value if statement.date else None,
        within=numbers[statement.within] if statement.within else None,
    )
