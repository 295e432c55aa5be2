from dataclasses import replace

import pytest

from konon.extraction.draft import Draft, PointerDraft, StatementDraft
from konon.extraction.statements.weighing import believed
from konon.language.analyse import analyse
from konon.language.base import language
from konon.language.reader.told import Told
from konon.language.reader.windows import ModelReader
from konon.record import Document

TEXT = "Rani mengatakan kapal itu tenggelam. Kapal itu berlayar dari Teluk Lama sejak pagi."


def made(cue, content, form="indirect"):
    start, inner = TEXT.index(cue), TEXT.index(content)
    return StatementDraft([(inner, inner + len(content))], (start, start + len(cue)), cue, form, "say")


@pytest.fixture
def draft():
    analysis = analyse(Document.of(TEXT, language="id"), language("id"))
    return Draft(replace(analysis, reading=ModelReader(language("id").model).read(TEXT)))


def test_what_has_a_cue_stays(draft):
    statement = made("mengatakan", "kapal itu tenggelam")
    assert believed(draft, [statement], Told(draft.analysis.reading)) == [statement]


@pytest.mark.parametrize("form", ["indirect", "mixed", "nominal"])
def test_what_has_none_goes_with_all_that_points_at_it(draft, form):
    kept, doubtful = made("mengatakan", "kapal itu tenggelam"), made("berlayar", "dari Teluk Lama", form)
    kept.within = doubtful
    draft.pointers.append(PointerDraft(0, 4, doubtful))
    assert believed(draft, [kept, doubtful], Told(draft.analysis.reading)) == [kept]
    assert kept.within is None
    assert draft.pointers == []


def test_a_verb_that_does_more_than_say_is_certain(draft):
    statement = made("berlayar", "dari Teluk Lama", "nominal")
    statement.act = "deny"
    assert believed(draft, [statement], Told(draft.analysis.reading)) == [statement]


def test_marks_are_certain(draft):
    statement = made("berlayar", "dari Teluk Lama", "direct")
    assert believed(draft, [statement], Told(draft.analysis.reading)) == [statement]
