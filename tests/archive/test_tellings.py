"""The same statement in several reports is one cluster, whichever comes first, and follows what people decide."""

import itertools

import pytest

from konon.archive import Archive
from konon.errors import ArchiveError
from konon.record import Record

from .builder import Said, record

NAMES = {"Sari Lestari": "person", "Harun Salim": "person"}
OPENING = "Kami akan membuka gudang beras di Kota Baru untuk 300 keluarga"
TOLD = "pihaknya akan membuka gudang beras di Kota Baru untuk 300 keluarga"


def report(number, words, *, source="Sari Lestari", day="2024-03-12", text="", **fields: str | None):
    text = f"{words}, kata {source or 'pejabat'} di Kota Baru pada pagi itu, laporan {number}. {text}"
    names = {name: kind for name, kind in NAMES.items() if name in text}
    options = {"url": f"https://harian{number}.example/a", "outlet": f"Harian {number}", "published": day, **fields}
    return record(text, names=names, said=[Said(words=words, source=source)], **options)


def kept(archive: Archive, *records: Record):
    """The ids of the first statements of these reports, once they are kept and derived."""
    ids = [archive.add(one)[0] for one in records]
    list(archive.derive())
    return [f"{report_id}/s0" for report_id in ids]


def told(archive, statement):
    return {one.found.statement for one in archive.tellings(statement)}


def test_what_is_one_actor_by_decision_is_one_source_everywhere(archive):
    one, other = kept(archive, report(1, OPENING), report(2, TOLD, source="Harun Salim"))
    assert told(archive, one) == {one}
    names = [archive.actor(name).id for name in NAMES]
    decision = archive.decide_actors(*names, same=True, by="rina")
    list(archive.derive())
    assert told(archive, one) == {one, other}
    archive.withdraw_actors(decision.id, by="rina")
    list(archive.derive())
    assert told(archive, one) == {one}


@pytest.fixture
def three():
    """A statement, the same told otherwise, and another one of the same source and day."""
    return report(1, OPENING), report(2, TOLD), report(3, "Jembatan di Teluk Dalam ditutup selama dua pekan")


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_the_same_statement_is_one_cluster_in_any_order(archive, three, order):
    ids = dict(zip(order, kept(archive, *(three[number] for number in order)), strict=True))
    assert told(archive, ids[0]) == told(archive, ids[1]) == {ids[0], ids[1]}
    assert told(archive, ids[2]) == {ids[2]}


def test_a_telling_tells_why(archive, three):
    first, second, _ = kept(archive, *three)
    asked, other = archive.tellings(first)
    assert (asked.found.statement, asked.score, asked.reasons) == (first, 1.0, ())
    assert (other.found.statement, other.via, other.decision) == (second, None, None)
    assert other.score == pytest.approx(min(1, sum(reason.score for reason in other.reasons)), abs=1e-3)
    assert {"contained", "order"} <= {reason.feature for reason in other.reasons}


def test_far_days_and_unknown_ones_are_not_joined(archive):
    ids = kept(archive, report(1, OPENING), report(2, OPENING, day="2024-05-30"), report(3, OPENING, published=None),
               report(4, OPENING, published=None))  # fmt: skip
    assert told(archive, ids[0]) == {ids[0]}
    assert told(archive, ids[2]) == set(ids[2:])


def test_without_a_source_nearly_the_same_words_are_the_same_statement(archive):
    ids = kept(archive, report(1, OPENING), report(2, OPENING, source=None), report(3, OPENING, source="Harun Salim"))
    assert told(archive, ids[0]) == set(ids[:2])


def test_a_new_version_leaves_the_cluster_and_the_old_one_with_it(archive, three):
    ids = kept(archive, *three[:2])
    changed = kept(archive, report(2, "Pasar ikan di Teluk Dalam dipindahkan ke tepi sungai"))
    assert told(archive, ids[0]) == {ids[0]}
    assert told(archive, changed[0]) == set(changed)


def test_a_report_that_is_read_anew_stays_in_its_cluster(archive, three):
    ids = kept(archive, *three)
    list(archive.reread(lambda document: archive.record(document.id), version="another"))
    assert told(archive, ids[2]) == {ids[2]}
    list(archive.derive())
    assert told(archive, ids[0]) == set(ids[:2])
    assert archive.check() == []


def test_a_decision_parts_and_joins_and_can_be_taken_back(archive, three):
    first, second, third = kept(archive, *three)
    parted = archive.part_tellings(first, second, by="rina", note="lain gudang")
    joined = archive.join_tellings(second, third, by="rina")
    assert told(archive, first) == {first}
    assert told(archive, second) == {second, third}
    assert {one.found.statement: one.decision for one in archive.tellings(second)}[third] == joined
    for decision in (parted, joined):
        assert archive.withdraw_telling(decision).withdrawn
    assert told(archive, first) == {first, second}
    assert told(archive, third) == {third}
    assert [(one.same, one.by, one.note) for one in archive.telling_decisions()] == [
        (False, "rina", "lain gudang"), (True, "rina", None),
    ]  # fmt: skip


def test_decisions_hold_when_all_is_derived_and_read_again(archive, three):
    first, second, third = kept(archive, *three)
    archive.part_tellings(first, second, by="rina")
    archive.join_tellings(first, third, by="rina")
    list(archive.reread(lambda document: archive.record(document.id), version="another"))
    list(archive.derive())
    assert told(archive, first) == {first, third}
    assert told(archive, second) == {second}


def test_the_last_word_holds(archive, three):
    first, second, _ = kept(archive, *three)
    archive.part_tellings(first, second, by="rina")
    archive.join_tellings(second, first, by="budi")
    assert told(archive, first) == {first, second}


def test_what_can_not_be_decided_is_told(archive, three):
    first, *_ = kept(archive, *three)
    with pytest.raises(ArchiveError, match="one statement"):
        archive.join_tellings(first, first, by="rina")
    with pytest.raises(ArchiveError, match="no such statement"):
        archive.join_tellings(first, "r0/s0", by="rina")
    with pytest.raises(ArchiveError, match="no such decision"):
        archive.withdraw_telling(7)
    with pytest.raises(ArchiveError, match="no such statement"):
        archive.tellings("r0/s0")


def test_an_actor_who_says_much_is_found_by_the_words(archive):
    """More statements than are compared by their actor alone lie between the two that are the same."""
    words = [f"Urusan nomor {number} ditangani dinas {chr(97 + number % 26)}x{number}" for number in range(60)]
    text = ". ".join(words) + "."
    many = [
        record(f"Sari Lestari hadir, hari {part}. {text}", names={"Sari Lestari": "person"}, published="2024-03-13",
               said=[Said(words=one, source="Sari Lestari") for one in words], outlet=f"Warta {part}")
        for part in range(4)
    ]  # fmt: skip
    ids = kept(archive, report(1, OPENING), *many, report(2, TOLD))
    assert told(archive, ids[-1]) == {ids[0], ids[-1]}


def test_decisions_come_along_when_an_archive_is_copied(archive, three, tmp_path):
    first, second, _ = kept(archive, *three)
    archive.withdraw_telling(archive.join_tellings(first, second, by="rina"))
    archive.part_tellings(first, second, by="rina")
    with Archive(tmp_path / "copy.db", create=True) as copy:
        for _ in range(2):
            assert len(list(archive.copy(copy))) == 3
        list(copy.derive())
        assert [one.withdrawn is None for one in copy.telling_decisions()] == [False, True]
        assert told(copy, first) == {first}
