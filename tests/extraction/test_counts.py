"""Counts: every row of the table, the patterns of reports, who says so, and any text at all."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from konon.extraction.counts import counts, innermost
from konon.extraction.draft import CountDraft, Draft, StatementDraft
from konon.language.base import Row, language
from konon.language.dates import find_dates
from konon.language.numbers import find_numbers
from konon.language.segments import segment
from konon.record.document import Document

INDONESIAN = language("id")


def drafted(text: str, *statements: StatementDraft) -> Draft:
    analysis = segment(Document.of(text, language="id"), INDONESIAN)
    numbers = find_numbers(analysis.tokens, INDONESIAN)
    dates = find_dates(analysis.text, analysis.tokens, "2021-06-09", INDONESIAN)
    draft = Draft(replace(analysis, numbers=numbers, dates=dates), statements=list(statements))
    counts.work(draft, INDONESIAN)
    return draft


def counted(text: str) -> list[CountDraft]:
    return drafted(text).counts


def told(text: str) -> list[tuple[str, int | None, int | None, str]]:
    return [(count.kind, count.minimum, count.maximum, text[count.start : count.end]) for count in counted(text)]


def rows(*kinds: str) -> list[Row]:
    return [row for kind in kinds for row in INDONESIAN.table("counts", kind)]


def shown(row: Row) -> str:
    """The word of a row that its example shows; for a word form, what it begins with."""
    words = row.get("words") or [row["prefix"]]
    return max((word for word in words if word in row["example"].lower()), key=len)


ROWS = rows(
    "people", "agent", "household", "thing", "others", "part_of", "linking", "including", "barrier", "doer",
    "trigger", "label",
)  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["example"])
def test_a_row_gives_one_count_of_its_kind_in_its_example(row: Row):
    assert shown(row)
    assert [count.kind for count in counted(row["example"])] == [row.get("gives") or row["kind"]]


def test_joined_numbers_share_their_kind():
    (row,) = rows("joint")
    assert [count.kind for count in counted(row["example"])] == [row["gives"]] * 2


@pytest.mark.parametrize("row", rows("whole"), ids=lambda row: row["example"])
def test_a_whole_of_which_parts_are_told_is_affected(row: Row):
    assert [(count.kind, count.minimum) for count in counted(row["example"])] == [(row["kind"], 3)]


@pytest.mark.parametrize("row", rows("suffered", "copula", "culprit", "habit", "nearly", "average"), ids=shown)
def test_wounds_culprits_habits_and_averages_are_not_counted(row: Row):
    assert shown(row)
    assert counted(row["example"]) == []


@pytest.mark.parametrize("row", rows("continuing"), ids=shown)
def test_a_list_goes_on_in_the_next_sentence(row: Row):
    assert [(count.kind, count.minimum) for count in counted(row["example"])] == [("killed", 40), ("killed", 30)]


@pytest.mark.parametrize("row", rows("since"), ids=shown)
def test_a_total_is_counted_from_a_day_on(row: Row):
    for word in row["words"]:
        (count,) = counted(row["example"].replace("Sejak", word.capitalize()))
        assert count.cumulative_since is not None, word
        assert count.cumulative_since.value == "2021-01-03"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Sebanyak 70 orang tewas sejak perang pecah pada 7 Maret 2021.", "2021-03-07"),
        ("Lima orang tewas pada 3 Juni 2021.", None),
        ("Dua nelayan hilang sejak 3 Juni 2021.", None),  # since when it lasts
        ("Sejak banjir, warga waspada. Pada 3 Juni 2021 lima orang tewas.", None),
    ],
)
def test_only_what_stands_behind_the_word_for_since_begins_a_total(text: str, value: str | None):
    (count,) = counted(text)
    assert (count.cumulative_since and count.cumulative_since.value) == value


@pytest.mark.parametrize("row", [row for row in rows("people") if not row.get("always")], ids=shown)
def test_all_words_for_people_can_be_counted(row: Row):
    told = f"{row['report_has'][0].capitalize()} mewabah. " if "report_has" in row else ""
    for word in row["words"]:
        found = counted(f"{told}Sebanyak 15 {word} meninggal dunia.")
        assert [count.kind for count in found] == ["killed"], word


def test_cases_are_people_only_in_a_report_of_an_illness():
    assert counted("Polisi menangani 40 kasus pencurian.") == []
    assert counted("Campak merebak. Polisi menangani 40 kasus pencurian.") == []
    assert [count.kind for count in counted("Campak merebak. Kini ada 40 kasus baru di kota itu.")] == ["affected"]


def test_of_two_nouns_the_one_that_says_more_tells_the_kind():
    assert [(count.kind, count.minimum) for count in counted("Ada 38 orang WNI di kota itu.")] == [("affected", 38)]


def test_the_same_number_of_other_people_is_counted_again():
    assert len(counted("Dua polisi luka. Dua warga luka.")) == 2
    assert len(counted("Tentara menembak mati dua pria. Esoknya dua pria lain ditembak mati.")) == 2
    assert len(counted("Dua pria tewas. Polisi mendata dua orang tewas.")) == 1


@pytest.mark.parametrize("opening", ["Mereka terdiri dari", "Rinciannya,", "Di antaranya"])
def test_parts_listed_in_the_next_sentence_are_counted_like_the_whole(opening: str):
    found = counted(f"Sebanyak 50 orang mengungsi. {opening} 20 lansia dan 30 anak-anak.")
    assert [(count.kind, count.minimum) for count in found] == [("displaced", number) for number in (50, 20, 30)]


def test_a_crowd_brought_away_is_driven_from_its_place():
    assert [count.kind for count in counted("Sebanyak 400 warga dievakuasi dari lembah itu.")] == ["displaced"]
    assert [count.kind for count in counted("Sebanyak 4 warga dievakuasi dari lembah itu.")] == ["rescued"]
    assert [count.kind for count in counted("Sebanyak 400 penumpang dievakuasi dari kereta itu.")] == ["rescued"]


def test_families_who_are_served_are_affected_and_no_households_beside_persons():
    found = counted("Sebanyak 900 Keluarga Penerima Manfaat (KPM) menerima beras.")
    assert [(count.kind, count.minimum) for count in found] == [("affected", 900)]


def test_who_did_it_is_not_counted_among_those_it_was_done_to():
    found = counted("Penikaman yang dilakukan dua pria terhadap tiga nelayan itu terjadi semalam.")
    assert [(count.kind, count.minimum) for count in found] == [("injured", 3)]


def test_a_number_grows_to_another():
    found = counted("Kasus positif bertambah 40 orang menjadi 500 orang.")
    assert [(count.kind, count.minimum) for count in found] == [("affected", 40), ("affected", 500)]


@pytest.mark.parametrize("row", rows("thing"), ids=shown)
def test_things_are_not_counted(row: Row):
    for word in row["words"]:
        assert counted(f"Angin kencang menewaskan 15 {word} itu.") == [], word


@pytest.mark.parametrize("row", rows("trigger"), ids=shown)
def test_all_words_of_happening_give_their_kind(row: Row):
    for word in row["words"]:
        text = f"Sebanyak 15 warga {word}." if row["side"] == "subject" else f"Peristiwa itu {word} 15 warga."
        assert [count.kind for count in counted(text)] == [row["kind"]], word


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ledakan itu menewaskan lebih dari 300 orang dan melukai 40 lainnya.",
         [("killed", 301, None, "lebih dari 300 orang"), ("injured", 40, 40, "40 lainnya")]),
        ("Lima orang tewas dan 12 luka-luka.", [("killed", 5, 5, "Lima orang"), ("injured", 12, 12, "12")]),
        ("Jumlah korban tewas akibat banjir di kota itu bertambah menjadi 44 orang.",
         [("killed", 44, 44, "44 orang")]),
        ("Korban tewas 5 orang, luka berat 7 orang, dan luka ringan 9 orang.",
         [("killed", 5, 5, "5 orang"), ("injured", 7, 7, "7 orang"), ("injured", 9, 9, "9 orang")]),
        ("Sembilan orang menjadi korban, dan empat di antaranya dinyatakan meninggal dunia.",
         [("affected", 9, 9, "Sembilan orang"), ("killed", 4, 4, "empat di antaranya")]),
        ("Polisi menangkap tiga pria dan dua wanita.",
         [("detained", 3, 3, "tiga pria"), ("detained", 2, 2, "dua wanita")]),
        ("Sebanyak 14 KK atau 51 jiwa mengungsi.", [("displaced", 51, 51, "51 jiwa")]),
        ("Sebanyak 8 keluarga mengungsi.", [("displaced", 8, 8, "8 keluarga")]),
        ("Aksi itu setidaknya diikuti oleh ribuan buruh.",
         [("participants", 1000, None, "setidaknya diikuti oleh ribuan buruh")]),
        ("Dua dari tiga nelayan ditemukan selamat.", [("rescued", 2, 2, "Dua dari tiga nelayan")]),
        ("Puluhan demonstran ditangkap.", [("detained", 20, 99, "Puluhan demonstran")]),
        ("Kebakaran itu menewaskan sembilan penghuni. Sedikitnya sembilan orang tewas di sana.",
         [("killed", 9, 9, "sembilan penghuni")]),
        ("Ledakan itu menewaskan dua pilot. Kedua pilot meninggal di tempat.", [("killed", 2, 2, "dua pilot")]),
        ("Dua remaja, Budi Santoso (21) dan Sari Dewi (23), ditangkap.", [("detained", 2, 2, "Dua remaja")]),
        ("Polisi menangkap 9 orang, lima di Kota Tua dan empat di Pasar Baru.",
         [("detained", 9, 9, "9 orang"), ("detained", 5, 5, "lima"), ("detained", 4, 4, "empat")]),
        ("Jumlah murid yang keracunan nyaris mencapai 700 murid.",
         [("affected", 700, 700, "nyaris mencapai 700 murid")]),
        ("Dari 40 penumpang kapal itu, 12 orang dari luar kota.",
         [("affected", 40, 40, "40 penumpang kapal"), ("affected", 12, 12, "12 orang")]),
        ("Warga terdampak mencapai 70 Kepala Keluarga (KK) atau 290 jiwa.", [("affected", 290, 290, "290 jiwa")]),
        ("Sebanyak 70 warga yang terdampak terpaksa mengungsi.", [("displaced", 70, 70, "70 warga")]),
        ("Topan tewaskan 19 nelayan.", [("killed", 19, 19, "19 nelayan")]),
        ("Dua orang ditangkap, tiga ditahan.", [("detained", 2, 2, "Dua orang"), ("detained", 3, 3, "tiga")]),
        ("Sebanyak 300 murid dari dua sekolah dasar di kaki gunung itu sejak Senin pagi keracunan.",
         [("affected", 300, 300, "300 murid")]),
        ("Sementara, 1 orang pejalan kaki luka berat.", [("injured", 1, 1, "1 orang pejalan kaki")]),
        ("Puluhan personel dan polisi dikerahkan.", [("participants", 20, 99, "Puluhan personel dan polisi")]),
    ],
)  # fmt: skip
def test_what_reports_count(text: str, expected: list[tuple[str, int | None, int | None, str]]):
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Paman Budi (45) meninggal dunia.", "Ia meninggal pada usia 45 tahun.", "Ia tewas pukul 07.30 WIB.",
        "Kerugian korban tewas mencapai Rp 300 juta.", "Sebanyak 12 persen warga mengungsi.",
        "Banjir setinggi 2 meter itu menewaskan warga.", "Ia orang ke-3 yang ditangkap.", "Tidak seorang pun tewas.",
        "Salah satu warga tewas.", "Ia tewas pada 8 Juni 2021.", "Polisi menangkap Budi, seorang guru.",
        "Budi beraksi seorang diri saat ditangkap.", "Seratus siswa belajar di sekolah itu.",
        "Identitas korban: 1. Budi",
        "Budi dianiaya empat orang.", "Kedua pasien bekerja sebagai guru.", "Kerugian korban mencapai USD2,4 juta.",
        "Gempa itu menewaskan satu anak sapi.",
        "Polisi mencari dua pelaku.", "Seorang guru hadir.", "Beberapa orang tewas.",
    ],
)  # fmt: skip
def test_what_is_no_count(text: str):
    assert told(text) == []


def test_the_words_for_whom_are_taken_from_the_number_before():
    found = counted("Ledakan itu menewaskan tiga nelayan setempat dan melukai sepuluh lainnya.")
    assert [count.of for count in found] == ["nelayan setempat", "nelayan setempat"]


def test_a_count_is_attributed_to_the_innermost_statement():
    text = "Menurut dia, polisi menyebut tiga orang tewas. Empat orang hilang."
    outer = StatementDraft([(13, 45)], None, "menurut", "indirect", "say")
    inner = StatementDraft([(28, 45)], None, "menyebut", "indirect", "say")
    found = drafted(text, outer, inner).counts
    assert [count.attributed_to for count in found] == [inner, None]
    assert innermost([outer, inner], 14) is outer


WORDS = sorted({word for row in rows("people", "household", "trigger", "label", "including") for word in row["words"]})
ODD = ("0", "5", "(5)", "300-an", "puluhan", "seorang", "kedua", "dari", "lainnya", ",", ".", ":", "(", ")", "\n")
PIECES = st.sampled_from([*WORDS, *ODD])


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.text(), st.lists(PIECES).map(" ".join)))
def test_any_text_gives_counts_in_order_inside_it(text: str):
    draft = drafted(text)
    starts = [count.start for count in draft.counts]
    assert starts == sorted(starts)
    for count in draft.counts:
        assert 0 <= count.start < count.end <= len(draft.analysis.text)
        assert count.minimum is not None or count.maximum is not None


def test_a_part_of_things_counts_nobody():
    assert not told("Tim itu melepaskan sembilan tembakan dengan dua di antaranya selamat.")
