"""An event that several reports tell is one, whichever comes first, and follows what people decide."""

import itertools

import pytest

from konon.archive import Archive
from konon.archive.query import EVENT_FIELDS
from konon.errors import ArchiveError, QueryError
from konon.record import Record

from .builder import Happened, record

BAND, OTHER = "Milisi Batu Hitam", "Laskar Rawa"
NAMES = {BAND: "armed_group", OTHER: "armed_group", "Kota Damar": "place", "Kota Kenari": "place"}


def report(number, *, day="2024-05-11", actor=BAND, place="Kota Damar", published="2024-05-11", more=(),
           **fields: str):  # fmt: skip
    """A report that tells of an attack, and of what else there is."""
    told = [Happened(trigger="serangan", actors=(actor,) if actor else (), place=place, day=day), *more]
    text = f"Laporan {number}: serangan oleh {actor or 'orang'} di {place or 'sana'}, lalu penangkapan. {BAND}."
    names = {name: kind for name, kind in NAMES.items() if name in text}
    options = {"url": f"https://harian{number}.example/a", "outlet": f"Harian {number}", **fields}
    return record(text, names=names, events=told, published=published, **options)


def kept(archive: Archive, *records: Record):
    """The ids of the first events of these reports, once they are kept and derived."""
    ids = [archive.add(one)[0] for one in records]
    list(archive.derive())
    return [f"{report_id}/v0" for report_id in ids]


def told(archive, event):
    return {one.event for one in archive.event(event).told}


@pytest.fixture
def three():
    """An attack, the same without its date a day later, and another one in the same town a week later."""
    later = report(3, day="2024-05-18", published="2024-05-18")
    return report(1), report(2, day=None, published="2024-05-12"), later


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_the_same_event_is_one_in_any_order(archive, three, order):
    ids = dict(zip(order, kept(archive, *(three[number] for number in order)), strict=True))
    assert told(archive, ids[0]) == told(archive, ids[1]) == {ids[0], ids[1]}
    assert told(archive, ids[2]) == {ids[2]}


def test_an_event_tells_who_tells_it_and_why(archive, three):
    first, second, _ = kept(archive, *three)
    joined = archive.event(second)
    assert (joined.found.reports, joined.found.outlets, joined.found.day) == (2, 2, "2024-05-11")
    assert (joined.found.type, joined.found.place, joined.found.actors) == ("ASSAULT", "Kota Damar", (BAND,))
    asked, other = joined.told
    assert (asked.event, asked.score, asked.reasons) == (second, 1.0, ())
    assert (other.event, other.via, other.decision, other.trigger) == (first, None, None, "serangan")
    assert {"day", "place", "actors"} <= {reason.feature for reason in other.reasons}


def test_events_of_one_report_stay_apart(archive):
    twice = report(1, more=[Happened(trigger="penangkapan", actors=(BAND,), place="Kota Damar", day="2024-05-11")])
    first, second = kept(archive, twice, report(2))
    assert told(archive, first) == {first, second}
    beside = first.replace("v0", "v1")
    assert told(archive, beside) == {beside}


def test_another_town_and_another_actor_are_other_events(archive):
    ids = kept(archive, report(1), report(2, actor=OTHER), report(3, place="Kota Kenari", actor=OTHER))
    assert [told(archive, event) for event in ids] == [{event} for event in ids]


def test_events_of_unknown_days_are_not_joined(archive):
    ids = kept(archive, *(report(number, day=None, published="") for number in (1, 2)))
    assert told(archive, ids[0]) == {ids[0]}
    assert archive.events("").items[0].day is None


def test_a_new_version_takes_the_place_of_the_old_one(archive):
    first, _ = kept(archive, report(1), report(2))
    (moved,) = kept(archive, report(2, day="2024-05-30", published="2024-05-30", title="Baru"))
    assert told(archive, first) == {first}
    assert told(archive, moved) == {moved}
    assert archive.events("").total == 2


def test_the_first_of_a_joined_event_can_go(archive):
    _, second, third = kept(archive, report(1), report(2), report(3))
    kept(archive, report(1, day="2024-05-30", published="2024-05-30", title="Baru"))
    assert told(archive, second) == {second, third}
    assert archive.events("before:2024-05-12").items[0].reports == 2


def test_a_report_that_is_read_anew_stays_joined(archive, three):
    first, second, _ = kept(archive, *three)
    list(archive.reread(lambda document: archive.record(document.id), version="another"))
    list(archive.derive())
    assert told(archive, first) == {first, second}
    assert archive.events("").total == 2
    assert archive.check() == []


def test_a_decision_parts_and_joins_and_can_be_taken_back(archive, three):
    first, second, third = kept(archive, *three)
    parted = archive.part_events(first, second, by="rina", note="lain hari")
    joined = archive.join_events(second, third, by="rina")
    assert told(archive, first) == {first}
    assert told(archive, second) == {second, third}
    assert {one.event: one.decision for one in archive.event(second).told}[third] == joined
    assert archive.events("").total == 2
    for decision in (parted, joined):
        assert archive.withdraw_event(decision).withdrawn
    assert told(archive, first) == {first, second}
    assert told(archive, third) == {third}
    assert [(one.same, one.by, one.note) for one in archive.event_decisions()] == [
        (False, "rina", "lain hari"), (True, "rina", None),
    ]  # fmt: skip


def test_decisions_hold_when_all_is_read_again_and_the_last_word_holds(archive, three):
    first, second, third = kept(archive, *three)
    archive.part_events(first, second, by="rina")
    archive.join_events(first, third, by="rina")
    list(archive.reread(lambda document: archive.record(document.id), version="another"))
    list(archive.derive())
    assert told(archive, first) == {first, third}
    archive.join_events(second, first, by="budi")
    assert told(archive, second) == {first, second, third}


def test_decisions_come_along_in_a_copy(archive, three, tmp_path):
    first, second, third = kept(archive, *three)
    archive.part_events(first, second, by="rina")
    archive.join_events(first, third, by="rina")
    with Archive(tmp_path / "copy.db", create=True) as copy:
        list(archive.copy(copy))
        list(copy.derive())
        assert told(copy, first) == {first, third}


def test_what_can_not_be_decided_is_told(archive, three):
    first, second, _ = kept(archive, *three)
    with pytest.raises(ArchiveError, match="one event"):
        archive.join_events(first, first, by="rina")
    with pytest.raises(ArchiveError, match="no such event"):
        archive.join_events(first, "r0/v0", by="rina")
    with pytest.raises(ArchiveError, match="somebody"):
        archive.join_events(first, second, by=" ")
    with pytest.raises(ArchiveError, match="no such decision"):
        archive.withdraw_event(7)
    with pytest.raises(ArchiveError, match="no such event"):
        archive.event("r0/v0")


def test_an_event_that_waits_is_told_so(archive):
    identifier, _ = archive.add(report(1))
    with pytest.raises(ArchiveError, match="not compared yet"):
        archive.event(f"{identifier}/v0")


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("", 3),
        ("type:ASSAULT", 2),
        ("type:assault,coerce", 3),
        ("-type:ASSAULT", 1),
        ("actor:Hitam", 2),
        ("actor:Rawa", 1),
        ("-actor:Hitam", 1),
        ("place:Damar", 2),
        ("place:damar,kenari", 3),
        ("-place:Damar", 1),
        ("after:2024-05-12", 1),
        ("before:2024-05-11", 2),
        ("actor:Hitam place:Kenari", 0),
        ("type:PROTEST", 0),
    ],
)
def test_events_are_found(archive, query, number):
    arrest = Happened(trigger="penangkapan", type="COERCE", place="Kota Damar", actors=(BAND,), day="2024-05-11")
    kept(archive, report(1, more=[arrest]), report(2),
         report(3, day="2024-05-18", published="2024-05-18", actor=OTHER, place="Kota Kenari"))  # fmt: skip
    found = archive.events(query)
    assert (found.total, len(found.items)) == (number, number)


def test_a_province_finds_what_happened_in_its_towns(archive):
    text = "Serangan terjadi di Kota Bogor pada hari itu."
    town = record(text, names={"Kota Bogor": ("place", "IDN", "place:idn-kota-bogor")}, published="2024-05-11",
                  events=[Happened(trigger="Serangan", place="Kota Bogor")])  # fmt: skip
    kept(archive, town)
    assert [archive.events(query).total for query in ('place:"Jawa Barat"', "place:Bogor", "place:Aceh")] == [1, 1, 0]


def test_pages_of_events_follow_each_other(archive):
    kept(archive, *(report(number, day=f"2024-0{number}-11", published=f"2024-0{number}-11") for number in range(1, 6)))
    first = archive.events("", size=2)
    second = archive.events("", size=2, after=first.next)
    assert [found.day for found in (*first.items, *second.items)] == [
        "2024-05-11", "2024-04-11", "2024-03-11", "2024-02-11",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("query", "message"),
    [("serangan", "words alone"), ("type:WAR", "no type 'WAR'"), ("source:X", "no field 'source'")],
)
def test_what_finds_no_events_is_told(archive, query, message):
    with pytest.raises(QueryError, match=message) as error:
        archive.events(query)
    assert any(field in str(error.value) for field in (*EVENT_FIELDS, "ASSAULT"))
