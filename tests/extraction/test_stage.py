"""Stages: each says what it needs, and a wrong order is refused before any report is read."""

import pytest

from konon.errors import StageError
from konon.extraction.draft import Draft
from konon.extraction.stage import Stage, in_order, stage
from konon.language.base import Language
from konon.pipeline import STAGES


@stage("names", gives={"entities"})
def names(_draft: Draft, _language: Language) -> None:
    """Gives what `speech` needs."""


@stage("speech", needs={"entities"}, gives={"statements", "statements.chain"})
def speech(_draft: Draft, _language: Language) -> None:
    """Needs what `names` gives."""


def test_a_function_becomes_a_stage_of_its_name():
    assert (speech.name, speech.needs, speech.gives) == ("speech", {"entities"}, {"statements", "statements.chain"})
    assert isinstance(speech, Stage)


def test_a_right_order_is_kept():
    assert in_order([names, speech]) == (names, speech)


@pytest.mark.parametrize("order", [[speech], [speech, names]])
def test_a_stage_before_what_it_needs_is_refused_by_name(order: list[Stage]):
    with pytest.raises(StageError, match="'speech' needs entities"):
        in_order(order)


def test_no_stage_of_the_pipeline_can_be_the_first_but_the_one_that_needs_nothing():
    assert in_order(STAGES) == STAGES
    assert [step.name for step in STAGES if not step.needs] == [STAGES[0].name]


def test_names_of_the_pipeline_differ():
    assert len({step.name for step in STAGES}) == len(STAGES)
