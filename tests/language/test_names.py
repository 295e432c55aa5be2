"""Names: every row of the tables, what begins and ends a name, its kind, and what is none."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konon.language.analyse import analyse
from konon.language.base import Row, language
from konon.language.names_words import phrases
from konon.language.titles import find_titles
from konon.record import Document

INDONESIAN = language("id")
BEARER = ("Rahmat Kasim", "person")


def names(text: str) -> list[tuple[str, str]]:
    analysis = analyse(Document.of(text, language="id"), INDONESIAN)
    return [(text[name.start : name.end], name.kind) for name in analysis.names]


def titles(text: str) -> list[str]:
    analysis = analyse(Document.of(text, language="id"), INDONESIAN)
    tokens = analysis.tokens
    return [text[tokens[match.first].start : tokens[match.last - 1].end] for match in find_titles(analysis, INDONESIAN)]


def rows(table: str, *kinds: str) -> list[Row]:
    return [row for kind in kinds for row in INDONESIAN.table(table, kind)]


def first(row: Row) -> str:
    return row.get("forms", row.get("words", [row.get("kind")]))[0]


def shown(row: Row) -> str:
    """The form of a row that its example shows."""
    return next(form for form in sorted(row["forms"], key=len, reverse=True) if form in row["example"].lower())


@pytest.mark.parametrize("row", rows("titles", "title"), ids=first)
def test_a_title_is_read_in_its_example_and_left_out_of_the_name(row: Row):
    (bearer,) = [name for name, kind in names(row["example"]) if kind == "person"]
    assert any(found.lower().startswith(shown(row)) for found in titles(row["example"]))
    assert shown(row) not in bearer.lower()
    assert row["example"].index(bearer) > row["example"].lower().index(shown(row))


@pytest.mark.parametrize("row", rows("titles", "modifier", "suffix", "degree", "grade"), ids=first)
def test_what_stands_with_a_title_is_left_out_of_the_name(row: Row):
    assert shown(row)
    assert BEARER in names(row["example"])


@pytest.mark.parametrize("row", rows("titles", "modifier"), ids=first)
def test_a_modifier_tells_what_became_of_the_office(row: Row):
    analysis = analyse(Document.of(row["example"], language="id"), INDONESIAN)
    office = find_titles(analysis, INDONESIAN)[0]
    assert office.former is row.get("former", False)
    assert row.get("relation", office.title.relation) == office.relation


@pytest.mark.parametrize("row", rows("organizations", "head"), ids=first)
def test_a_head_begins_the_name_in_its_example(row: Row):
    (_, kind), *others = [pair for pair in names(row["example"]) if pair[1] == row["kind"]]
    (name,) = [text for text, found in names(row["example"]) if found == kind][:1]
    assert kind == row["kind"]
    assert all(text.lower() == name.lower() for text, _ in others)
    assert name.lower().startswith(shown(row)) is not row.get("outside", False)


@pytest.mark.parametrize("row", rows("organizations", "head"), ids=first)
def test_a_head_in_small_letters_needs_a_name_behind_it(row: Row):
    text = f"Mereka melihat {row['forms'][0]} yang sepi."
    assert [kind for _, kind in names(text)] == ([row["kind"]] if is_bare(row["forms"][0]) else [])


def is_bare(form: str) -> bool:
    return any(form in row["forms"] for row in rows("organizations", "head") if row.get("bare"))


def test_a_direction_belongs_to_the_place():
    (row,) = rows("organizations", "direction")
    assert names(row["example"]) == [("Lebanon selatan", "place")]


@pytest.mark.parametrize("row", rows("organizations", "noun_shape"), ids=lambda row: row["pattern"])
def test_a_noun_of_this_shape_stands_in_an_organisation(row: Row):
    assert names(row["example"]) == [("Badan Kesukarelawanan Sleman", "organization")]


@pytest.mark.parametrize(
    ("kind", "number", "expected"),
    [
        ("common", 0, [("Sleman", "place")]),
        ("common", 1, []),
        ("common", 2, []),
        ("common", 3, []),
        ("organization_word", 0, [("Badan Ketahanan Pangan", "organization"), BEARER]),
        ("given_name", 0, [("Polisi", "organization"), ("Budi", "person")]),
        ("particle", 0, [("Salim bin Umar", "person")]),
        ("particle", 1, [("Dinas Perikanan dan Kelautan", "organization")]),
        ("particle", 2, [("MA", "person"), ("BS", "person")]),
        ("before", 0, [("Tarkana", "person")]),
        ("before", 1, [("Tarkana", "place")]),
        ("before", 2, [("Lentera Timur", "media")]),
        ("before", 3, []),
        ("before", 4, []),
        ("before", 5, []),
        ("before", 6, [("poros kopi", "organization"), ("Poros kopi", "organization")]),
        ("before", 7, [BEARER, ("Universitas Indonesia", "organization")]),
        ("before", 8, [("MA", "person")]),
        ("before", 9, [("BS", "person")]),
        ("after", 0, []),
        ("after", 1, [("Poros kopi", "organization"), ("poros kopi", "organization")]),
        ("after", 2, [("Tarkana", "person")]),
        ("after", 3, [("Lentera Timur", "media")]),
        ("tail", 0, [("Tarkana Foundation", "organization"), BEARER]),
        ("tail", 1, [("Tarkana Times", "media")]),
    ],
)
def test_a_list_of_words_does_in_its_example_what_it_is_for(kind, number, expected):
    assert names(rows("name_words", kind)[number]["example"]) == expected


def test_every_list_of_words_has_its_case():
    counts = {kind: len(rows("name_words", kind)) for kind in ("common", "particle", "before", "after", "tail")}
    assert counts == {"common": 4, "particle": 3, "before": 10, "after": 4, "tail": 2}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jenderal (Purn) Rahmat Kasim menulis buku.", [BEARER]),
        ("Kabid Humas Polda Banten Kombes Rahmat Kasim hadir.", [("Polda Banten", "organization"), BEARER]),
        ("Menteri Keuangan Brasil Rahmat Kasim hadir.", [("Brasil", "state"), BEARER]),
        ("Menteri Kelautan dan Perikanan (KKP) Rahmat Kasim hadir.", [BEARER]),
        ("Bupati Sleman, Rahmat Kasim, hadir.", [("Sleman", "place"), BEARER]),
        ("Direktur PT Cahaya Pagi, Rahmat Kasim, hadir.", [("PT Cahaya Pagi", "organization"), BEARER]),
    ],
)
def test_titles_and_organisations_are_parted_from_the_person(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gubernur memuji Dinas Perpustakaan, Kearsipan, dan Olahraga kemarin.",
         [("Dinas Perpustakaan, Kearsipan, dan Olahraga", "organization")]),
        ("Mereka belajar di SDN Tarkana 5 sejak lama.", [("SDN Tarkana 5", "organization")]),
        ("Truk terguling di Jalan Kolonel Tarkana, Sleman.", [("Jalan Kolonel Tarkana", "place"), ("Sleman", "place")]),
        ("Kapal merapat di Pelabuhan Tarkana-Lentera kemarin.", [("Pelabuhan Tarkana-Lentera", "place")]),
        ("Tamu menginap di rumah Ahmad al-Tarkani kemarin.", [("Ahmad al-Tarkani", "person")]),
    ],
)  # fmt: skip
def test_a_name_ends_where_it_should(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize("text", [
    "Sebelumnya hujan turun.", "Penerapannya sulit.", "Mempertimbangkan hal itu sulit.", "Pada Senin toko tutup.",
    "Harganya Rp335 juta.", "Menurutnya, CCTV itu rusak.",
])  # fmt: skip
def test_a_capital_alone_makes_no_name(text):
    assert names(text) == []


def test_a_word_at_a_sentence_start_is_a_name_where_it_is_one_elsewhere():
    text = "Tarkana pulang. Warga menemui Tarkana kemarin."
    assert names(text) == [("Tarkana", "person"), ("Tarkana", "person")]


def test_names_in_a_list_are_of_one_kind():
    assert [kind for _, kind in names("Hujan turun di Tarkana, Melandra, dan Orbantu kemarin.")] == ["place"] * 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Seorang warga berinisial H (32) terluka.", [("H", "person")]),
        ("Kata H. Rahmat Kasim, acara itu ramai.", [BEARER]),
        ("Adik RS (15) dan AB (7) pulang. Rumah AB sepi.",
         [("RS", "person"), ("AB", "person"), ("AB", "person")]),
        ("Tim Reaksi Tarkana tiba.", [("Tim Reaksi Tarkana", "organization")]),
        ("Menteri Kebudayaan (Menbud) Rahmat Kasim tiba.", [BEARER]),
        ("Wali Kota Tangerang Selatan Rahmat Kasim tiba.", [("Tangerang Selatan", "place"), BEARER]),
        ("Wali Kota Tangerang Rahmat Kasim tiba.", [("Tangerang", "place"), BEARER]),
        ("Marsdya TNI Rahmat Kasim SH MH tiba.", [BEARER]),
        ("Kepala Kantor Pertolongan Kelas A Sleman, Rahmat Kasim, tiba.",
         [("Kantor Pertolongan Kelas A Sleman", "organization"), BEARER]),
        ("Kepala Satuan Lalu Lintas (Kasat Lantas) Polres Sleman, Rahmat Kasim, tiba.",
         [("Satuan Lalu Lintas (Kasat Lantas) Polres Sleman", "organization"), BEARER]),
        ("Indonesia menjadi anggota kelompok negara BRICS.",
         [("Indonesia", "state"), ("BRICS", "organization")]),
        ("Laga digelar di Stadion Tarkana Sabtu malam.", [("Stadion Tarkana", "place")]),
        ("Pesawat Tarkana A400M dan kapal Melati jatuh.", []),
        ("Air surut. (Rahmat Kasim)", []),
        ("Ketua Umum Forkom PP Rahmat Kasim tiba.", [("Forkom PP", "organization"), BEARER]),
        ("Izin PT Cahaya Mas Utama dicabut.", [("PT Cahaya Mas Utama", "organization")]),
        (
            "Truk terguling di Gang Tarkana Kecamatan Orbantu.",
            [("Gang Tarkana", "place"), ("Kecamatan Orbantu", "place")],
        ),
    ],
)  # fmt: skip
def test_a_title_a_head_and_an_initial_are_told_apart(text, expected):
    assert names(text) == expected


def test_an_age_tells_a_person():
    assert names("Seorang warga, TRK (45), terluka.") == [("TRK", "person")]


def test_a_pronoun_tied_to_an_acronym_is_no_part_of_it():
    text = "Badan Tarkana Nusa (BTNS) berdiri. Mereka menunggu BTNS-nya terbit."
    assert names(text)[1:] == [("BTNS", "organization")] * 2


@pytest.mark.parametrize(
    "text", ["Ia memuji poros kopi. Poros kopi kaya.", "Poros kopi yang dimaksud itu kaya.", "Koalisi itu kaya."]
)
def test_a_union_in_small_letters_is_no_name_unless_it_is_told_and_met_again(text):
    assert names(text) == []


def test_capitals_in_a_heading_tell_nothing_but_known_names():
    text = "Warga pulang dari Tarkana.\nWarga Orbantu Brasil Desak Camat Mundur\nMereka menunggu."
    assert names(text) == [("Tarkana", "place"), ("Brasil", "state")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Presiden TRKN, Rahmat Kasim, tiba.", [("TRKN", "organization"), BEARER]),
        ("Kuota haji Indonesia naik.", [("Indonesia", "state")]),
        ("Kapolres Cirebon Kota, Rahmat Kasim, tiba.", [("Cirebon Kota", "place"), BEARER]),
    ],
)
def test_a_name_behind_a_title_keeps_its_kind(text, expected):
    assert names(text) == expected


def test_an_unknown_acronym_alone_is_no_name():
    assert names("Mereka menunggu TRKN terbit.") == []


def test_a_phrase_keeps_all_its_meanings_and_the_longest_is_found():
    table = phrases([("a b", 1), ("a", 2), ("a b", 3)])
    assert table.at(["a", "b", "c"], 0) == (2, (1, 3))
    assert table.at(["a", "c"], 0) == (1, (2,))
    assert table.at(["b"], 0) is None


PIECES = [
    "Kepala ",
    "Dinas ",
    "Tarkana ",
    "(",
    ")",
    ", ",
    "dan ",
    "Kombes ",
    "AS ",
    "di ",
    "Jalan ",
    "5 ",
    ". ",
    "-",
    "“",
    "ke ",
]


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_any_text_gives_names_in_order_and_apart(text):
    analysis = analyse(Document.of(text, language="id"), INDONESIAN)
    places = [(name.start, name.end) for name in analysis.names]
    assert places == sorted(places)
    assert all(start < end <= len(text) for start, end in places)
    assert all(end <= start for (_, end), (start, _) in pairwise(places))
