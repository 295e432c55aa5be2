"""What the reader model adds to the rules, on sentences of our own, read with the model that ships."""

from dataclasses import replace
from functools import partial

import pytest

from konon.extraction.assemble import assemble
from konon.extraction.draft import Draft
from konon.language.analyse import analyse
from konon.language.base import language
from konon.language.reader.windows import ModelReader
from konon.pipeline import STAGES
from konon.record import Document, check

ID = language("id")


@pytest.fixture(scope="module")
def model():
    return ModelReader(ID.model)


def record_of(model, text):
    """The record of a text, read with a model."""
    analysis = analyse(Document.of(text, language="id", outlet="Kabar Selat"), ID)
    draft = Draft(replace(analysis, reading=model.read(text)))
    for stage in STAGES:
        stage.work(draft, ID)
    return assemble(draft, ID, version="0")


@pytest.fixture
def read(model):
    return partial(record_of, model)


def told(record, part):
    """What decided a part of each statement."""
    return [reason.by for said in record.statements for reason in said.why if reason.part == part]


def words(record, said):
    return [record.quote(span.start, span.end) for span in said.content]


@pytest.mark.parametrize("verb", ["sergah", "gerutu"])
def test_a_verb_that_no_table_knows_can_be_a_cue(read, verb):
    record = read(
        f'Warga Teluk Lama mengungsi sejak pagi.\n"Air masuk ke rumah kami tengah malam," {verb} Rahmat Wijaya.'
    )
    (said,) = record.statements
    names = {entity.id: entity.name for entity in record.entities}
    assert words(record, said) == ["Air masuk ke rumah kami tengah malam"]
    assert names[said.source] == "Rahmat Wijaya"
    assert said.form == "direct"


def test_every_part_says_what_decided_it_and_how_sure_it_is(read):
    record = read(
        "Menteri Kelautan Rahmat Wijaya mengatakan tiga nelayan tewas dalam badai di Teluk Lama, Senin (3/2/2025), "
        "dilansir Antara."
    )
    parts = (*record.entities, *record.statements, *record.events, *record.counts, *record.relations)
    assert record.statements
    assert all(part.why and part.confidence is not None and 0 <= part.confidence <= 1 for part in parts)
    assert told(record, "cue") == ["rule active"]


def test_without_the_model_parts_tell_their_rules_and_no_chance():
    draft = Draft(analyse(Document.of("Rahmat Wijaya mengatakan air naik.", language="id"), ID))
    for stage in STAGES:
        stage.work(draft, ID)
    record = assemble(draft, ID, version="0")
    assert [reason.score for said in record.statements for reason in said.why] == [None]


@pytest.mark.parametrize(
    "text",
    ["", "\n \n", ".", "😀😀", "部长说他会来。", "a" * 5000, '"' * 200, "kata Rani, " * 120, '"Air naik," kata ' * 80],
)
def test_no_text_makes_reading_with_the_model_fail(read, text):
    record = check(read(text))
    assert record.document.text == text
