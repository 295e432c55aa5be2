"""Reports with one text underneath are found as they come, and the tree tells who has it from whom."""

import pytest
from sqlalchemy import Select, func, select

from konon.archive import Archive, Lineage, Store
from konon.archive.lineage import deriving, lineage_schema
from konon.errors import ArchiveError
from konon.record import Document

from .builder import record

LINES = (
    "Gudang beras milik Koperasi Lumbung Rawa terbakar pada Selasa malam dan menghanguskan empat ribu karung padi.",
    "Api berasal dari mesin pengering yang dibiarkan menyala tanpa penjaga oleh buruh harian.",
    "Sebanyak 14 petani kehilangan seluruh hasil panen mereka pada musim kemarau ini.",
    "Regu pemadam baru datang dua jam kemudian karena jembatan Teluk Dalam masih ditutup untuk perbaikan.",
    "Penyidik memeriksa tiga penjaga gudang yang bertugas pada malam naas itu.",
)
REWORDED = (
    "Empat ribu karung padi hangus ketika gudang beras Koperasi Lumbung Rawa terbakar, Selasa malam.",
    "Api berasal dari mesin pengering yang menyala tanpa penjaga.",
    "Sebanyak 41 petani kehilangan semua hasil panen pada musim kemarau ini.",
    "Regu pemadam tiba dua jam kemudian lantaran jembatan Teluk Dalam ditutup untuk perbaikan.",
    "Tiga penjaga gudang yang bertugas malam itu diperiksa penyidik.",
)
OTHER = (
    "Pelabuhan Tanjung Sari dibuka lagi bagi perahu nelayan setelah dua pekan dilanda angin timur.",
    "Harga ikan tongkol di pasar turun separuh dan pembeli berdatangan sejak subuh.",
    "Syahbandar menghitung sembilan puluh perahu yang melaut pada hari pertama.",
    "Koperasi nelayan membagikan solar murah kepada anggota yang perahunya rusak.",
)


def add(archive: Archive, name: str, lines: tuple[str, ...], *, day: int = 1, credit: str = "") -> str:
    """Keep a report of an outlet, with what follows; gives its id."""
    text = "\n".join(lines) + (f"\nSumber: {credit}" if credit else "")
    made = record(text, outlet=f"Warta {name}", url=f"https://{name.lower()}.example/a", published=f"2024-03-{day:02}")
    identifier, _ = archive.add(made)
    list(archive.derive())
    return identifier


def count(archive: Archive, wanted: Select[tuple[int]]) -> int:
    with Store(archive.location) as store, store.read() as connection:
        return int(connection.execute(wanted).scalar_one())


def tree(found: Lineage) -> list[tuple[str, int, str | None]]:
    return [(relative.relation, relative.steps, relative.report.outlet) for relative in found.relatives]


def test_a_reworded_copy_is_found_from_both_ends(archive):
    origin, copy = add(archive, "Rawa", LINES), add(archive, "Teluk", REWORDED, day=2)
    add(archive, "Tanjung", OTHER)
    assert tree(archive.lineage(origin)) == [("copy", 1, "Warta Teluk")]
    (up,) = archive.lineage(copy).up
    assert (up.report.report, up.through, up.by) == (origin, copy, "lineage 1")
    assert up.copy_share > 0.9
    assert [reason.feature for reason in up.reasons] == ["published"]


def test_what_came_first_into_the_archive_need_not_have_come_out_first(archive):
    copy = add(archive, "Teluk", REWORDED, day=1, credit="Warta Rawa")
    origin = add(archive, "Rawa", LINES, day=2)
    (up,) = archive.lineage(copy).up
    assert up.report.report == origin
    assert [(reason.feature, reason.score > 0, reason.other) for reason in up.reasons] == [
        ("credit", True, "Warta Rawa"), ("published", False, "2024-03-01"),
    ]  # fmt: skip


def test_a_copy_of_a_copy_hangs_on_that_one(archive):
    origin = add(archive, "Rawa", LINES)
    between = add(archive, "Teluk", REWORDED, day=2)
    last = add(archive, "Bukit", (*REWORDED[1:], "Warga menonton dari jauh."), day=3)
    assert tree(archive.lineage(origin)) == [("copy", 1, "Warta Teluk"), ("copy", 2, "Warta Bukit")]
    assert tree(archive.lineage(between)) == [("origin", 1, "Warta Rawa"), ("copy", 1, "Warta Bukit")]
    assert [(up.steps, up.through) for up in archive.lineage(last).up] == [(1, last), (2, between)]


def test_two_copies_of_one_report_are_of_common_origin(archive):
    add(archive, "Rawa", LINES)
    one = add(archive, "Teluk", REWORDED, day=2, credit="Warta Rawa")
    add(archive, "Bukit", (LINES[0], REWORDED[1], LINES[2], LINES[3]), day=3, credit="Warta Rawa")
    assert tree(archive.lineage(one)) == [("origin", 1, "Warta Rawa"), ("common", 1, "Warta Bukit")]


def test_reports_with_the_same_credit_are_of_common_origin_although_it_is_not_kept(archive):
    one = add(archive, "Teluk", LINES, credit="Kabar Nusa")
    add(archive, "Bukit", REWORDED, day=2, credit="Kabar Nusa")
    assert tree(archive.lineage(one)) == [("common", 1, "Warta Bukit")]


def test_a_report_that_was_put_together_has_two_origins(archive):
    add(archive, "Rawa", LINES)
    add(archive, "Tanjung", OTHER)
    merged = add(archive, "Bukit", (*LINES[:4], *OTHER[:3]), day=3)
    assert sorted(tree(archive.lineage(merged))) == [("origin", 1, "Warta Rawa"), ("origin", 1, "Warta Tanjung")]


def test_nobody_is_told_to_have_copied_where_nothing_tells(archive):
    one = add(archive, "Rawa", LINES)
    add(archive, "Teluk", REWORDED)
    (found,) = archive.lineage(one).alike
    assert (found.relation, found.reasons) == ("unknown", ())


def test_deriving_again_changes_nothing(archive, monkeypatch):
    origin = add(archive, "Rawa", LINES)
    add(archive, "Teluk", REWORDED, day=2)
    add(archive, "Bukit", REWORDED[1:], day=3)
    before = (
        list(archive.table("reprints").rows()),
        count(archive, select(func.count()).select_from(lineage_schema.trace)),
    )
    monkeypatch.setattr(deriving.Reprints, "version", 2)
    assert len(list(archive.derive())) == 3
    assert (
        list(archive.table("reprints").rows()),
        count(archive, select(func.count()).select_from(lineage_schema.trace)),
    ) == before
    assert {relative.by for relative in archive.lineage(origin).relatives} == {"lineage 2"}


def test_only_the_newest_version_of_a_page_has_relatives(archive):
    old = add(archive, "Rawa", LINES)
    copy = add(archive, "Teluk", REWORDED, day=2)
    new = add(archive, "Rawa", OTHER)
    assert archive.lineage(copy).relatives == archive.lineage(old).relatives == archive.lineage(new).relatives == ()
    assert count(archive, select(func.count()).select_from(lineage_schema.body)) == 2


def test_a_text_that_all_print_is_compared_with_so_many_only(archive, monkeypatch):
    monkeypatch.setattr(deriving, "_REMEMBERED", 3)
    for number in range(6):
        add(archive, f"Kota{number}", LINES, day=number + 1)
    places = select(func.max(lineage_schema.trace.c.place))
    assert count(archive, places) == 2
    # Whoever comes later finds those that came first.
    found = archive.lineage("https://kota0.example/a")
    assert len(found.down) == 5


def test_a_decision_holds_before_what_was_found_and_can_be_taken_back(archive):
    one, other = add(archive, "Rawa", LINES), add(archive, "Teluk", REWORDED, day=2)
    stranger = add(archive, "Tanjung", OTHER)
    first = archive.decide_lineage(one, other, "apart", by="rina", note="sumber lain")
    assert archive.lineage(one).relatives == ()
    turned = archive.decide_lineage(other, one, by="rina")
    (up,) = archive.lineage(one).up
    assert (up.report.report, up.by, up.reasons[0].feature) == (other, "rina", "decision")
    # Also of reports that nothing was found of.
    archive.decide_lineage(one, stranger, "common", by="rina")
    assert tree(archive.lineage(stranger)) == [("common", 1, "Warta Rawa")]
    archive.withdraw_lineage(turned)
    archive.withdraw_lineage(first)
    assert tree(archive.lineage(one))[0] == ("copy", 1, "Warta Teluk")
    assert [bool(decision.withdrawn) for decision in archive.lineage_decisions()] == [True, True, False]


def test_decisions_come_along_in_a_copy(archive, tmp_path):
    one, other = add(archive, "Rawa", LINES), add(archive, "Teluk", REWORDED, day=2)
    archive.decide_lineage(one, other, "apart", by="rina")
    with Archive(tmp_path / "copied.db", create=True) as copied:
        for _ in range(2):
            list(archive.copy(copied))
        list(copied.derive())
        assert len(copied.lineage_decisions()) == 1
        assert copied.lineage(one).relatives == ()


@pytest.mark.parametrize(("verdict", "told"), [("copied", "is one report"), ("maybe", "no such verdict")])
def test_what_can_not_be_decided_is_told(archive, verdict, told):
    one = add(archive, "Rawa", LINES)
    other = one if verdict == "copied" else add(archive, "Teluk", REWORDED)
    with pytest.raises(ArchiveError, match=told):
        archive.decide_lineage(one, other, verdict, by="rina")


def test_a_decision_that_does_not_stand_can_not_be_taken_back(archive):
    with pytest.raises(ArchiveError, match="no such decision"):
        archive.withdraw_lineage(7)


def test_the_changed_wordings_are_told(archive):
    origin, copy = add(archive, "Rawa", LINES), add(archive, "Teluk", REWORDED, day=2)
    found = {(change.kind, change.before, change.after) for change in archive.rewordings(origin, copy)}
    assert {("number", "14", "41"), ("swap", "seluruh", "semua"), ("drop", "oleh buruh harian", "")} <= found


def test_a_long_report_costs_no_more_questions_than_its_length(archive):
    # More traces than a database takes values at once would be an error.
    long = tuple(f"{line[:-1]} nomor {number} di kampung {number * 7}." for number in range(60) for line in LINES)
    one = add(archive, "Rawa", long)
    add(archive, "Teluk", long, day=2)
    assert tree(archive.lineage(one)) == [("copy", 1, "Warta Teluk")]


def test_a_report_without_words_has_no_relatives(archive):
    archive.add(record("…", url="https://kosong.example/a"))
    list(archive.derive())
    assert archive.lineage(Document.of("…", language="id", url="https://kosong.example/a").id).relatives == ()


def firsts(archive: Archive) -> list[tuple[str | None, int]]:
    return [(first.report.outlet, first.others) for first in archive.reprinted().items]


def test_the_first_of_each_text_is_listed_with_how_many_others_have_it(archive):
    add(archive, "Tanjung", OTHER)
    add(archive, "Tanjung2", OTHER, day=2, credit="Warta Tanjung")
    add(archive, "Rawa", LINES)
    add(archive, "Teluk", REWORDED, day=2)
    add(archive, "Hilir", REWORDED, day=3, credit="Warta Teluk")
    assert firsts(archive) == [("Warta Rawa", 2), ("Warta Tanjung", 1)]
    page = archive.reprinted(size=1)
    assert (page.total, page.exact) == (2, True)
    (last,) = archive.reprinted(size=1, after=page.next).items
    assert (last.report.outlet, archive.reprinted(size=1, after=page.next).next) == ("Warta Tanjung", None)


def test_those_who_credit_the_same_third_are_listed_by_the_one_that_came_first(archive):
    for number, name in enumerate(("Rawa", "Teluk", "Hilir"), 1):
        add(archive, name, LINES, day=number, credit="Kabar Nusa")
    assert firsts(archive) == [("Warta Rawa", 2)]


def test_what_is_listed_follows_decisions_and_versions(archive, tmp_path):
    origin, copy = add(archive, "Rawa", LINES), add(archive, "Teluk", REWORDED, day=2)
    decision = archive.decide_lineage(origin, copy, "apart", by="rina")
    assert firsts(archive) == []
    with Archive(tmp_path / "other.db", create=True) as other:
        add(other, "Rawa", LINES)
        add(other, "Teluk", REWORDED, day=2)
        list(archive.copy(other))
        assert firsts(other) == []
    archive.withdraw_lineage(decision)
    assert firsts(archive) == [("Warta Rawa", 1)]
    archive.decide_lineage(copy, origin, "copied", by="rina")
    assert firsts(archive) == [("Warta Teluk", 1)]


def test_a_page_that_has_another_text_now_is_not_listed(archive):
    add(archive, "Rawa", LINES)
    add(archive, "Teluk", REWORDED, day=2)
    add(archive, "Teluk", OTHER, day=3)
    assert firsts(archive) == []
