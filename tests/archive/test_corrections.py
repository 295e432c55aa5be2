"""What people decide on parts of a record: put onto it, searched, taken back, kept over readings and in copies."""

import pytest

from konon.archive import Archive
from konon.archive.corrections.deciding import digest
from konon.errors import ArchiveError, NotKeptError
from konon.record import Count, Document, Entity, Event, Mention, Record, Relation, Span

from .builder import Said, record, span

RINA, BAYU = {"by": "Rina"}, {"by": "Bayu"}


@pytest.fixture
def kept(archive, letter, denial, flood):
    """The archive with three reports, and the id of the denied attack's."""
    ids = [archive.add(one)[0] for one in (letter, denial, flood)]
    list(archive.derive())
    archive.attack = ids[1]
    return archive


def said(archive, number=0):
    return archive.record(archive.attack).statements[number]


def change(archive, part, **fields: object):
    kind = {"s": "statement", "v": "event", "c": "count", "e": "entity", "r": "relation"}[part.id[0]]
    return archive.corrections.put(archive.attack, kind, part.model_copy(update=fields), **RINA)


def untold(record):
    """A record without what tells of decisions."""
    parts = ("entities", "statements", "events", "counts", "relations")
    bare = {"confidence": None, "why": ()}
    return record.model_copy(update={
        name: tuple(part.model_copy(update=bare) for part in getattr(record, name)) for name in parts
    })  # fmt: skip


def test_a_corrected_part_tells_who_and_when_and_searches_find_it(kept):
    made = change(kept, said(kept), act="reject")
    assert (made.verdict, made.by, made.withdrawn) == ("corrected", "Rina", None)
    assert said(kept).act == "reject"
    assert said(kept).why[0].by == f"Rina, {made.made[:10]}"
    assert [found.report for found in kept.search("act:reject").items] == [kept.attack]
    assert kept.search("act:deny").items == ()
    assert kept.check() == []


def test_what_is_right_is_confirmed_and_stays(kept):
    before = kept.record(kept.attack)
    assert kept.corrections.confirm(kept.attack, said(kept).id, **RINA).verdict == "confirmed"
    assert untold(kept.record(kept.attack)) == before


def test_a_rejected_part_is_not_found_any_more(kept):
    kept.corrections.reject(kept.attack, said(kept, 1).id, note="kutipan", **RINA)
    assert kept.search("tewas").items == ()
    # What it told, the reporter tells.
    assert [count.attributed_to for count in kept.record(kept.attack).counts] == [None]
    assert kept.check() == []


def test_a_part_that_was_missed_is_added(kept):
    text = kept.record(kept.attack).document.text
    warga = Entity(id="", name="warga", kind="group", mentions=(Mention(form="nominal", **span(text, "warga")),))
    added = kept.corrections.put(kept.attack, "entity", warga, **RINA)
    assert (added.verdict, added.part[0]) == ("added", "e")
    kept.corrections.put(kept.attack, "event", Event(id="", type="COERCE", status="denied", recipients=(added.part,),
                                                     trigger=Span(**span(text, "serangan"))), **RINA)  # fmt: skip
    list(kept.derive())
    assert [event.type for event in kept.events("type:COERCE").items] == ["COERCE"]
    assert kept.check() == []


@pytest.mark.parametrize("kind", ["entity", "statement", "event", "count", "relation"])
def test_every_kind_of_part_is_corrected_rejected_and_taken_back(kept, kind):
    before = kept.record(kept.attack)
    text = before.document.text
    changed = {
        "entity": (before.entities[0], {"name": "Badrun"}), "statement": (before.statements[0], {"act": "reject"}),
        "event": (before.events[0], {"status": "planned"}), "count": (before.counts[0], {"maximum": 20}),
    }  # fmt: skip
    if kind == "relation":
        tie = Relation(id="", subject=before.entities[0].id, type="leads", object=before.entities[1].id,
                       **span(text, "Panglima Laskar Rawa"))  # fmt: skip
        made = [kept.corrections.put(kept.attack, kind, tie, **RINA)]
        tie = kept.record(kept.attack).relations[0]
        made.append(kept.corrections.put(kept.attack, kind, tie.model_copy(update={"type": "member_of"}), **BAYU))
    else:
        part, fields = changed[kind]
        made = [kept.corrections.put(kept.attack, kind, part.model_copy(update=fields), **RINA)]
        instead = before.entities[1].id if kind == "entity" else None
        made.append(kept.corrections.reject(kept.attack, part.id, instead=instead, **BAYU))
    assert kept.check() == []
    for decision in reversed(made):
        assert kept.corrections.withdraw(decision.key, **BAYU).withdrawn_by == "Bayu"
    assert kept.record(kept.attack) == before
    assert kept.check() == []


def test_decisions_are_taken_back_from_the_last(kept):
    first, second = change(kept, said(kept), act="reject"), change(kept, said(kept), act="say")
    with pytest.raises(ArchiveError, match=f"Take that one back first: {second.key}"):
        kept.corrections.withdraw(first.key, **RINA)
    kept.corrections.withdraw(second.key, **RINA)
    assert said(kept).act == "reject"
    with pytest.raises(ArchiveError, match="no such decision stands"):
        kept.corrections.withdraw(second.key, **RINA)
    with pytest.raises(NotKeptError):
        kept.corrections.withdraw(999, **RINA)


def test_an_entity_that_others_name_goes_only_for_another(kept):
    record = kept.record(kept.attack)
    speaker, other = record.entities[0], record.entities[2]
    with pytest.raises(ArchiveError, match="parts of the record name it"):
        kept.corrections.reject(kept.attack, speaker.id, **RINA)
    with pytest.raises(ArchiveError, match="can't stand in its place"):
        kept.corrections.reject(kept.attack, speaker.id, instead=record.events[0].id, **RINA)
    kept.corrections.reject(kept.attack, speaker.id, instead=other.id, **RINA)
    assert said(kept).source == said(kept).chain[0].entity == other.id
    assert kept.search("source:Badrun").items == ()


@pytest.mark.parametrize("fields", [
    {"source": "e-Nobody"}, {"chain": ()}, {"content": (Span(start=0, end=9999),)}, {"within": "s0"},
])  # fmt: skip
def test_a_part_that_would_break_the_record_is_refused_and_nothing_is_kept(kept, fields):
    with pytest.raises(ArchiveError, match="would break the record"):
        change(kept, said(kept), **fields)
    assert kept.corrections.of(kept.attack) == []
    assert said(kept).act == "deny"


def test_a_change_is_refused_where_somebody_was_quicker(kept):
    seen = digest(said(kept))
    change(kept, said(kept), act="reject")
    with pytest.raises(ArchiveError, match="changed it meanwhile"):
        kept.corrections.put(kept.attack, "statement", said(kept), seen=seen, **BAYU)


def test_a_decision_needs_a_name_and_something_to_decide_on(kept):
    with pytest.raises(ArchiveError, match="needs a name"):
        kept.corrections.confirm(kept.attack, said(kept).id, by=" ")
    with pytest.raises(NotKeptError):
        kept.corrections.confirm(kept.attack, "s99", **RINA)
    with pytest.raises(NotKeptError):
        kept.corrections.check("r99", **RINA)


def reread(archive, made, version="9.9"):
    """Let another Konon make this record of the attack's report."""

    def read(document: Document) -> Record:
        found = made if document.id == made.document.id else archive.record(document.id)
        return found.model_copy(update={"konon": version})

    assert len(list(archive.reread(read, version=version))) == 3


def test_decisions_outlive_another_reading_with_the_same_parts(kept, denial):
    change(kept, said(kept), act="reject")
    kept.corrections.reject(kept.attack, "s1", **RINA)
    reread(kept, denial)
    assert [statement.act for statement in kept.record(kept.attack).statements] == ["reject"]
    kept.corrections.withdraw(kept.corrections.all().items[0].key, **RINA)
    assert len(kept.record(kept.attack).statements) == 2


def test_what_a_person_vouches_for_is_put_in_where_another_reading_misses_it(kept, denial):
    change(kept, said(kept), act="reject")
    reread(kept, denial.model_copy(update={"statements": (), "entities": (), "events": (), "counts": ()}))
    found = kept.record(kept.attack)
    assert [statement.act for statement in found.statements] == ["reject"]
    # What it names came along: who said it, and what it answers with whom that names.
    assert {entity.name for entity in found.entities} == {"Badrun Jelani", "Laskar Rawa"}
    assert found.statements[0].answers == found.events[0].id
    assert kept.check() == []


def test_what_another_reading_calls_otherwise_is_replaced_not_doubled(kept, denial):
    made = change(kept, said(kept), act="reject")
    other = record(
        denial.document.text, names={"Badrun Jelani": "person", "Laskar Rawa": "armed_group"},
        said=[Said(words="pasukannya menyerang gudang beras", source="Badrun Jelani", cue="membantah", act="claim")],
    )  # fmt: skip
    renamed = other.model_copy(update={
        "document": denial.document,
        "entities": tuple(entity.model_copy(update={"id": f"x{entity.id}"}) for entity in other.entities),
        "statements": tuple(
            statement.model_copy(update={
                "id": "other", "source": f"x{statement.source}",
                "chain": (
                    statement.chain[0].model_copy(update={"entity": f"x{statement.source}"}), statement.chain[-1],
                ),
            }) for statement in other.statements
        ),
        "counts": (Count(id="c9", minimum=14, maximum=None, kind="killed", attributed_to="other",
                         **span(denial.document.text, "Sedikitnya 14 orang")),),
    })  # fmt: skip
    reread(kept, renamed)
    found = kept.record(kept.attack)
    assert [(one.id, one.act, one.source) for one in found.statements] == [(made.part, "reject", "xe-Badrun Jelani")]
    assert found.counts[0].attributed_to == made.part
    assert kept.check() == []


def test_a_rejection_whose_part_is_gone_is_kept_and_told(kept, denial):
    rejected = kept.corrections.reject(kept.attack, "s1", **RINA)
    reread(kept, denial.model_copy(update={"statements": denial.statements[:1], "counts": ()}))
    assert list(kept.corrections.idle(kept.attack)) == [rejected.key]
    reread(kept, denial, version="10")
    assert len(kept.record(kept.attack).statements) == 1
    assert kept.corrections.idle(kept.attack) == {}


def test_a_report_that_was_checked_stays_as_it_was_checked(kept, denial):
    change(kept, said(kept), act="reject")
    kept.corrections.check(kept.attack, **RINA)
    checked = kept.record(kept.attack)
    reread(kept, denial.model_copy(update={"statements": denial.statements[:1], "counts": ()}))
    assert kept.record(kept.attack) == checked.model_copy(update={"konon": "9.9"})
    assert kept.corrections.reports() == [kept.attack]


def test_decisions_come_along_in_a_copy(kept, tmp_path):
    change(kept, said(kept), act="reject")
    gone = change(kept, said(kept), act="say")
    kept.corrections.withdraw(gone.key, **BAYU)
    with Archive(tmp_path / "copy.db", create=True) as copy:
        for _ in range(2):
            list(kept.copy(copy))
            assert copy.record(kept.attack) == kept.record(kept.attack)
            assert copy.corrections.all() == kept.corrections.all()
        assert copy.check() == []
        assert copy.history(kept.attack) == kept.history(kept.attack)
        copy.corrections.withdraw(copy.corrections.of(kept.attack)[0].key, **BAYU)
        assert copy.record(kept.attack).statements[0].act == "deny"


def test_decisions_are_listed_the_latest_first_a_page_at_a_time(kept):
    keys = [change(kept, said(kept), act=act).key for act in ("say", "claim", "hope")]
    first = kept.corrections.all(size=2)
    assert [decision.key for decision in first.items] == keys[:0:-1]
    assert [decision.key for decision in kept.corrections.all(size=2, after=first.next).items] == keys[:1]
    assert first.total == 3
    with pytest.raises(ArchiveError):
        kept.corrections.all(after="x")


def test_what_was_derived_follows_a_correction(kept):
    count = kept.record(kept.attack).counts[0]
    change(kept, count, minimum=20)
    list(kept.derive())
    event = f"{kept.attack}/{kept.record(kept.attack).events[0].id}"
    assert "20" in str(kept.counts(event))
