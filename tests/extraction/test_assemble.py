"""From draft to record: ids made from the content, everything in order of place, and what the text does not name."""

import re

import pytest

import konon
from konon import Document, Record
from konon.extraction.assemble import assemble
from konon.extraction.draft import (
    CountDraft,
    Draft,
    EntityDraft,
    EventDraft,
    MentionDraft,
    RelationDraft,
    StatementDraft,
)
from konon.language.analyse import analyse
from konon.language.base import language

TEXT = "Rina Sari mengatakan air surut. Budi Santoso mengatakan hujan reda."
REPORTS = ("bantahan_dan_tuduhan", "lapisan_sumber", "surat_dan_kantor_berita", "unjuk_rasa")


def draft(text: str = TEXT) -> Draft:
    return Draft(analyse(Document.of(text, language="id"), language("id")))


def entity(name: str, *places: tuple[int, int]) -> EntityDraft:
    return EntityDraft(name, "person", [MentionDraft(start, end, "name") for start, end in places])


def said(start: int, end: int, source: EntityDraft | None = None) -> StatementDraft:
    return StatementDraft([(start, end)], None, "kata", "indirect", "say", source=source)


def ids(record: Record) -> list[str]:
    parts = (record.entities, record.statements, record.events, record.counts, record.relations)
    return [each.id for part in parts for each in part]


@pytest.mark.parametrize("name", REPORTS)
def test_ids_are_unique_and_the_same_in_each_run(report, name):
    record, again = konon.read(report(name)), konon.read(report(name))
    assert len(ids(record)) == len(set(ids(record))) > 0
    assert ids(record) == ids(again)
    assert all(re.fullmatch(r"[esvcr][0-9a-f]{12}", each) for each in ids(record))


def test_an_id_is_made_from_the_content_and_the_document():
    one, same, other = (konon.read(text) for text in (TEXT, TEXT, TEXT.replace("reda", "deras")))
    assert ids(one) == ids(same)
    assert not set(ids(one)) & set(ids(other))


def test_an_id_does_not_change_with_what_does_not_define_the_part():
    first, second = draft(), draft()
    first.statements, second.statements = [said(21, 30)], [said(21, 30)]
    second.statements[0].act = "claim"
    assert (
        assemble(first, language("id"), version="1").statements[0].id
        == assemble(second, language("id"), version="2").statements[0].id
    )


def test_two_parts_of_the_same_content_have_different_ids():
    work = draft()
    work.entities = [entity("Rina"), entity("Rina")]
    work.statements = [said(21, 30), said(21, 30)]
    assert len(set(ids(assemble(work, language("id"), version="1")))) == 4


def test_parts_stand_in_order_of_place():
    work = draft()
    late, early = entity("Budi Santoso", (32, 44)), entity("Rina Sari", (0, 9))
    late.mentions.append(MentionDraft(10, 12, "pronoun"))
    work.entities = [late, early]
    work.events = [EventDraft("ASSAULT", (25, 30)), EventDraft("AID", (10, 20))]
    work.counts = [CountDraft(start, 30, 1, 1, False, "killed") for start in (25, 21)]  # noqa: FBT003 - a draft's field
    work.relations = [RelationDraft(early, "opposes", late, start, 30) for start in (25, 21)]
    record = assemble(work, language("id"), version="1")
    assert [each.name for each in record.entities] == ["Rina Sari", "Budi Santoso"]
    assert [mention.start for mention in record.entities[1].mentions] == [10, 32]
    assert [event.trigger.start for event in record.events] == [10, 25]
    assert [count.start for count in record.counts] == [21, 25]
    assert [relation.start for relation in record.relations] == [21, 25]


def test_who_is_named_only_by_a_part_is_an_entity_as_well():
    work = draft()
    source, whom, actor, place, friend = (entity(name) for name in ("Rina", "Budi", "Sari", "Sleman", "Tono"))
    work.statements = [said(21, 30, source)]
    work.statements[0].addressee = whom
    work.events = [EventDraft("AID", (10, 20), actors=[actor], recipients=[whom], place=place)]
    work.relations = [RelationDraft(actor, "opposes", friend, 0, 9)]
    names = sorted(each.name for each in assemble(work, language("id"), version="1").entities)
    assert names == ["Budi", "Rina", "Sari", "Sleman", "Tono"]


def test_a_part_names_others_by_their_ids():
    work = draft()
    outer, inner = said(10, 30), said(21, 30)
    inner.within, inner.answers = outer, outer
    work.statements = [outer, inner]
    work.counts = [CountDraft(21, 30, 1, None, False, "killed", attributed_to=inner)]  # noqa: FBT003 - a draft's field
    record = assemble(work, language("id"), version="1")
    first, second = record.statements
    assert (second.within, second.answers, first.within) == (first.id, first.id, None)
    assert record.counts[0].attributed_to == second.id


def test_a_source_that_nobody_names_begins_no_chain():
    work = draft()
    work.statements = [said(21, 30)]
    (statement,) = assemble(work, language("id"), version="1").statements
    assert [link.role for link in statement.chain] == ["outlet"]
    assert (statement.source, statement.cue, statement.date) == (None, None, None)
