"""Relations: every row of the table, what titles and names show, each once, and whose statement shows it."""

import pytest

from konon.extraction.draft import Draft, EntityDraft, MentionDraft, StatementDraft
from konon.extraction.entities import entities
from konon.extraction.relations import relations
from konon.language.analyse import analyse
from konon.language.base import Row, language
from konon.record import Document

INDONESIAN = language("id")


def read(text: str, *statements: StatementDraft) -> Draft:
    draft = Draft(analyse(Document.of(text, language="id"), INDONESIAN))
    entities.work(draft, INDONESIAN)
    draft.statements.extend(statements)
    relations.work(draft, INDONESIAN)
    return draft


def found(text: str) -> set[tuple[str, str, str]]:
    return {(relation.subject.name, relation.type, relation.object.name) for relation in read(text).relations}


ROWS = INDONESIAN.table("relations", "tie")
SHOWN = [
    ("Iran", "Hizbullah"), ("Iran", "Hizbullah"), ("Belarusia", "Rusia"), ("Armenia", "Azerbaijan"),
    ("Brigade Al-Qassam", "Hamas"), ("Kantor Pajak Sleman", "Kementerian Keuangan"), ("Interpol", "Lyon"),
    ("Le Monde", "Prancis"), ("Gojek", "Indonesia"), ("Brasil", "BRICS"), ("Rahmat Kasim", "Universitas Indonesia"),
    ("Siti Rahayu", "SMA Negeri 5 Bandung"),
    ("Rahmat Kasim", "Bank Dunia"), ("Rahmat Kasim", "Bank Dunia"), ("Rahmat Kasim", "Joko Wibowo"),
    ("Rahmat Kasim", "Joko Wibowo"), ("Siti Rahayu", "Joko Wibowo"), ("Siti Rahayu", "Joko Wibowo"),
]  # fmt: skip


@pytest.mark.parametrize(("row", "pair"), list(zip(ROWS, SHOWN, strict=True)), ids=lambda part: str(part)[:30])
def test_tying_words_show_a_relation_in_their_example(row: Row, pair: tuple[str, str]):
    assert any(form in row["example"].lower() for form in row["forms"])
    assert (pair[0], row["type"], pair[1]) in found(row["example"])


@pytest.mark.parametrize("row", INDONESIAN.table("titles", "bearer"), ids=lambda row: str(row["registry"]))
def test_the_bearer_of_an_office_tells_the_state_that_the_report_leaves_out(row: Row):
    (relation,) = [relation for relation in read(row["example"]).relations if relation.type == "leads"]
    assert relation.object.registry == row["registry"]
    assert relation.subject.name.lower() in row["names"]


def test_light_words_may_stand_before_the_name():
    (row,) = INDONESIAN.table("relations", "light")
    assert found(row["example"]) == {("Iran", "backs", "Hizbullah")}


EXAMPLES = {
    "seat": {("Rumah Sakit Kasih Bunda", "based_in", "Surabaya")},
    "abbreviated": {("Kemlu RI", "part_of", "Indonesia")},
    "link": {("Pasukan Quds", "part_of", "Garda Revolusi")},
    "noun": {("Iran", "backs", "Hizbullah")},
    "list": {(state, "member_of", union) for state in ("Brasil", "Vietnam", "Kolombia")
             for union in ("Aliansi Kopi Dunia", "Koalisi Kopi Dunia")},
    "joint": {(state, "member_of", "Koalisi Kopi Dunia") for state in ("Brasil", "Vietnam", "Kolombia")},
}  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "row"), [(kind, row) for kind in EXAMPLES for row in INDONESIAN.table("relations", kind)], ids=str
)
def test_words_that_help_to_tie_names_do_so_in_their_example(kind: str, row: Row):
    told = found(row["example"])
    assert any(form in row["example"].lower() for form in row["forms"])
    assert told & EXAMPLES[kind]
    assert all(tie in EXAMPLES[kind] for tie in told if tie[1] in ("member_of", "backs"))


def test_a_firm_is_no_part_of_what_its_name_ends_in():
    (row,) = INDONESIAN.table("relations", "incorporated")
    assert any(form in row["example"].lower() for form in row["forms"])
    assert not {tie for tie in found(row["example"]) if tie[1] == "part_of"}
    assert ("Kantor Lentera Bank Dunia", "part_of", "Bank Dunia") in found(
        "Kantor Lentera Bank Dunia tutup. Bank Dunia diam."
    )


@pytest.mark.parametrize("text", ["Kantor Urusan Bumi dan Bank Dunia tutup.", "Lembaga Lentera Foundation tutup."])
def test_what_is_joined_or_only_ends_a_name_owns_nothing(text: str):
    assert not {tie for tie in found(text) if tie[1] == "part_of"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Roti itu dibagikan keponakan Presiden Joko Wibowo, Siti Rahayu.", ("Siti Rahayu", "Joko Wibowo")),
        ("Joko Wibowo, putra mendiang Jenderal Rahmat Kasim, menolak.", ("Joko Wibowo", "Rahmat Kasim")),
        ("Polisi menemukan Siti Rahayu. Ibunya, Maria Lestari, menunggu.", ("Maria Lestari", "Siti Rahayu")),
        ("Joko Wibowo datang bersama istrinya Siti Rahayu.", ("Siti Rahayu", "Joko Wibowo")),
    ],
)
def test_kin_is_told_past_titles_and_by_whose_it_is(text: str, expected: tuple[str, str]):
    assert (expected[0], "family_of", expected[1]) in found(text)


def test_kin_without_a_name_is_nobody_named_later():
    assert not found("Joko Wibowo mengatakan, istrinya melihat Rahmat Kasim di pasar.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Roket itu milik Hizbullah Lebanon.", {("Hizbullah", "based_in", "Lebanon")}),
        ("Roket itu milik milisi Houthi di Yaman.", {("Houthi", "based_in", "Yaman")}),
        ("Roket itu milik Hamas, Lebanon menyangkal.", set()),
        ("Kabar itu dari kantor berita resmi Iran, IRNA.", {("IRNA", "part_of", "Iran")}),
        ("Kabar itu dari kantor berita pemerintah Iran. IRNA menulis kabar itu.", {("IRNA", "part_of", "Iran")}),
        ("Kepala baru sayap bersenjata Hamas, Brigade Al-Qassam, Rahmat Kasim, tiba.",
         {("Rahmat Kasim", "leads", "Brigade Al-Qassam"), ("Brigade Al-Qassam", "part_of", "Hamas")}),
        ("Roket itu milik sayap militer kelompok Palestina Hamas.",
         {("sayap militer kelompok Palestina Hamas", "part_of", "Hamas"), ("Hamas", "based_in", "Palestina")}),
        ("Hamas, Hizbullah, termasuk Iran, menolak usul itu.", set()),
        ("PT Kopi Pagi yang merupakan anak perusahaan Bank Dunia tutup.", {("PT Kopi Pagi", "part_of", "Bank Dunia")}),
    ],
)  # fmt: skip
def test_descriptions_wings_and_places_tie_armed_groups_and_agencies(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Presiden Brasil Rahmat Kasim tiba.", {("Rahmat Kasim", "leads", "Brasil")}),
        ("Menteri Keuangan Brasil Rahmat Kasim tiba.", {("Rahmat Kasim", "member_of", "Brasil")}),
        ("Menteri Keuangan Brasil Rahmat Kasim tiba. Kantor Kementerian Keuangan Brasil ramai.",
         {("Rahmat Kasim", "member_of", "Brasil"), ("Rahmat Kasim", "leads", "Kementerian Keuangan Brasil"),
          ("Kementerian Keuangan Brasil", "part_of", "Brasil")}),
        ("Wakil Menteri Keuangan Brasil Rahmat Kasim tiba. Kantor Kementerian Keuangan Brasil ramai.",
         {("Rahmat Kasim", "member_of", "Brasil"), ("Kementerian Keuangan Brasil", "part_of", "Brasil")}),
        ("Ketua Bawaslu Sleman Rahmat Kasim tiba.", {("Rahmat Kasim", "leads", "Bawaslu Sleman")}),
        ("Wakil Ketua Bawaslu Sleman Rahmat Kasim tiba.", {("Rahmat Kasim", "member_of", "Bawaslu Sleman")}),
        ("Juru bicara Bawaslu Sleman, Rahmat Kasim, tiba.", {("Rahmat Kasim", "spokesperson_of", "Bawaslu Sleman")}),
        ("Sekjen ASEAN Rahmat Kasim tiba.", {("Rahmat Kasim", "leads", "ASEAN")}),
        ("Sekjen Kementerian Agama Rahmat Kasim tiba.", {("Rahmat Kasim", "member_of", "Kementerian Agama")}),
        ("Kapolsek Tarkana Iptu Rahmat Kasim tiba.", {("Rahmat Kasim", "leads", "Polsek Tarkana")}),
        ("Bupati Sleman Rahmat Kasim tiba.", {("Rahmat Kasim", "leads", "Sleman")}),
        ("Bupati Sleman Rahmat Kasim tiba. Kantor Pemkab Sleman ramai.", {("Rahmat Kasim", "leads", "Pemkab Sleman")}),
        ("Indonesia menang. Presiden Rahmat Kasim tiba.", {("Rahmat Kasim", "leads", "Indonesia")}),
    ],
)  # fmt: skip
def test_a_title_tells_what_its_holder_is_to_whom(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("Air surut, kata seorang pejabat Brasil.", "seorang pejabat Brasil", ("member_of", "Brasil")),
        ("Air surut, kata pejabat senior di Bank Dunia.", "pejabat senior", ("member_of", "Bank Dunia")),
        ("Air surut, kata Ketua Bawaslu Sleman itu.", "Ketua Bawaslu Sleman", ("leads", "Bawaslu Sleman")),
    ],
)
def test_a_source_without_a_name_holds_the_office_that_it_is_called_by(text, span, expected):
    start = text.index(span)
    source = EntityDraft("Rina", "person", [MentionDraft(start, start + len(span), "nominal")])
    said = StatementDraft([(0, 9)], (11, 15), "kata", "indirect", "say", source, (start, start + len(span)))
    draft = Draft(analyse(Document.of(text, language="id"), INDONESIAN))
    entities.work(draft, INDONESIAN)
    draft.entities.append(source)
    draft.statements.append(said)
    relations.work(draft, INDONESIAN)
    assert [(tie.type, tie.object.name) for tie in draft.relations if tie.subject is source] == [expected]


@pytest.mark.parametrize("text", ["Mantan Ketua Bawaslu Sleman Rahmat Kasim tiba.", "Warga Sleman Rahmat Kasim tiba."])
def test_a_former_office_and_a_mere_description_count_as_nothing(text):
    assert found(text) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kapal itu dicegat angkatan laut India.", {("angkatan laut India", "part_of", "India")}),
        ("Rapat dibuka Komisi III DPR.", {("Komisi III DPR", "part_of", "DPR")}),
        ("Barang disita Satreskrim Polres Sleman.", {("Satreskrim Polres Sleman", "part_of", "Polres Sleman")}),
        ("Data itu milik Koalisi Perempuan Indonesia.", set()),
    ],
)
def test_a_name_shows_what_it_is_a_part_of(text, expected):
    assert {relation for relation in found(text) if relation[1] == "part_of"} == expected


def test_a_relation_is_kept_once_at_its_first_place():
    text = "Ketua Bawaslu Sleman Rahmat Kasim tiba. Ketua Bawaslu Sleman Rahmat Kasim pulang."
    (relation,) = read(text).relations
    assert text[relation.start : relation.end] == "Ketua Bawaslu Sleman Rahmat Kasim"
    assert relation.start == 0


def test_a_relation_is_tied_to_the_innermost_statement_that_holds_it():
    text = "Warga berkata pelapor menyebut Presiden Brasil Rahmat Kasim tiba."
    outer = StatementDraft([(14, len(text) - 1)], None, "kata", "indirect", "say")
    inner = StatementDraft([(31, len(text) - 1)], None, "sebut", "indirect", "say")
    (relation,) = read(text, outer, inner).relations
    assert relation.attributed_to is inner
    assert read(text).relations[0].attributed_to is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ketua Bidang Ekonomi Bawaslu Sleman, Rahmat Kasim, tiba.", {("Rahmat Kasim", "member_of", "Bawaslu Sleman")}),
        ("Rahmat Kasim, guru kelas IV SD Negeri Tarkana, tiba.", {("Rahmat Kasim", "member_of", "SD Negeri Tarkana")}),
        ("Menteri Keuangan Brasil (Menkeu Brasil) Rahmat Kasim tiba.", {("Rahmat Kasim", "member_of", "Brasil")}),
        ("Rahmat Kasim (Ketua Bawaslu Sleman) tiba.", {("Rahmat Kasim", "leads", "Bawaslu Sleman")}),
        ("Kementerian Luar Negeri (Kemlu) Brasil tutup.",
         {("Kementerian Luar Negeri (Kemlu) Brasil", "part_of", "Brasil")}),
        ("Kantor Organisasi Kesehatan Dunia WHO tutup.", set()),
        ("Bank Dunia, lembaga yang berkantor di Lyon, tutup.", {("Bank Dunia", "based_in", "Lyon")}),
        ("Polisi mendatangi RSUD Sleman, dengan dukungan dari Bank Dunia.", set()),
    ],
)  # fmt: skip
def test_offices_and_names_are_read_past_fields_brackets_and_descriptions(text, expected):
    assert found(text) == expected
