"""Events: what each row of the table says, and what reports do with events."""

import pytest

from konon.extraction.assemble import assemble
from konon.extraction.chains import chains
from konon.extraction.draft import Draft
from konon.extraction.entities import entities
from konon.extraction.events import events
from konon.extraction.events.scene import Scene
from konon.extraction.events.table import FRAMES, event_table
from konon.extraction.statements.stage import statements
from konon.language.analyse import analyse
from konon.language.base import language
from konon.record import Document, check

INDONESIAN = language("id")


def draft_of(text: str) -> Draft:
    """A draft with entities and statements, before the events."""
    document = Document.of(text, language="id", published="2026-03-20")
    draft = Draft(analyse(document, INDONESIAN))
    entities.work(draft, INDONESIAN)
    statements.work(draft, INDONESIAN)
    return draft


def told(text: str) -> list[tuple[str, str | None, str, list[str], list[str], str]]:
    """The events of a text: type, mode, trigger, actors, recipients and status."""
    draft = draft_of(text)
    events.work(draft, INDONESIAN)
    return [
        (
            event.type,
            event.mode,
            text[slice(*event.trigger)],
            names(event.actors),
            names(event.recipients),
            event.status,
        )
        for event in draft.events
    ]


def names(listed) -> list[str]:
    return [entity.name for entity in listed]


def rows(kind):
    return [pytest.param(row, id=row["example"][:50]) for row in INDONESIAN.table("events", kind)]


def trigger_words(row) -> set[str]:
    """The words of a row that can be its trigger."""
    found = set()
    for frame in FRAMES:
        for form in row.get(frame, ()):
            words = form.split()
            found.add(next((word[1:] for word in words if word.startswith("*")), words[0]))
    return found


@pytest.mark.parametrize("row", rows("trigger"))
def test_the_example_of_a_trigger_tells_its_event(row):
    found = told(row["example"])
    words = trigger_words(row)
    assert any(
        (kind, mode) == (row["type"], row.get("mode")) and trigger.lower() in words for kind, mode, trigger, *_ in found
    ), found


@pytest.mark.parametrize("kind", ["light", "undergo", "effect", "victim", "people", "case_noun", "grammar", "body"])
def test_the_examples_of_the_other_lists_hold_their_words_and_an_event(kind):
    for row in INDONESIAN.table("events", kind):
        words = {word for key in ("forms", "words", "active", "passive") for word in row.get(key, ())}
        tokens = draft_of(row["example"]).analysis.tokens
        assert any(token.lower.startswith(word) for token in tokens for word in words), row
        assert told(row["example"]), row


@pytest.mark.parametrize("row", rows("status"))
def test_the_example_of_a_status_has_it(row):
    statuses = {event[-1] for event in told(row["example"])}
    assert statuses == (set() if row["name"] in ("absent", "remark") else {row["name"]})


@pytest.mark.parametrize("row", rows("topic"))
def test_the_example_of_a_topic_is_about_it(row):
    scene = Scene(draft_of(row["example"]), INDONESIAN, event_table(INDONESIAN))
    assert row["name"] in scene.topics


PARTS = [
    ("Suriah menyerang dua pelabuhan Turki.", ["Suriah"], ["Turki"]),
    ("Dua pelabuhan Turki diserang oleh Suriah.", ["Suriah"], ["Turki"]),
    ("Serangan Suriah ke Turki terjadi dini hari.", ["Suriah"], ["Turki"]),
    ("Suriah melancarkan serangan terhadap Turki.", ["Suriah"], ["Turki"]),
    ("Serangan terhadap Turki dilancarkan oleh Suriah.", ["Suriah"], ["Turki"]),
    ("Serangan Suriah menghantam gudang Turki.", ["Suriah"], ["Turki"]),
    ("Mesir dan Suriah menyerang Turki.", ["Mesir", "Suriah"], ["Turki"]),
    ("Perang antara Suriah dan Turki berlanjut.", ["Suriah", "Turki"], []),
    ("Perang Suriah-Turki berlanjut.", ["Suriah", "Turki"], []),
    ("Uni Eropa menjatuhkan sanksi terhadap Suriah.", ["Uni Eropa"], ["Suriah"]),
    ("Suriah dijatuhi sanksi oleh Uni Eropa.", ["Uni Eropa"], ["Suriah"]),
    ("Polres Garut menangkap dua perampok.", ["Polres Garut"], ["dua perampok"]),
    ("Penangkapan Rano Wijaya oleh KPK terjadi pagi tadi.", ["KPK"], ["Rano Wijaya"]),
    ("Usai menangkap dua perampok, Polres Garut menggelar jumpa pers.", ["Polres Garut"], ["dua perampok"]),
    ("Presiden Mesir Abdel Fattah el-Sisi berkunjung ke Turki.", ["Abdel Fattah el-Sisi"], ["Turki"]),
    ("Gempa mengguncang Mesir.", [], []),
    (
        "Pertemuan antara Presiden Joko Widodo dan Presiden Prancis Emmanuel Macron digelar di Kazan.",
        ["Joko Widodo", "Emmanuel Macron"],
        [],
    ),
    (
        "Joko Widodo bertemu Perdana Menteri Inggris, Liz Truss, di Jakarta.",
        ["Joko Widodo", "Liz Truss"],
        [],
    ),
    (
        "Polres Garut menetapkan Ketua PN Depok Rano Wijaya dan eks Menteri Sosial Dodi Pratama sebagai tersangka.",
        ["Polres Garut"],
        ["Rano Wijaya", "Dodi Pratama"],
    ),
    ("Rano Wijaya (33), pelaku perampokan di Surabaya, ditangkap Polres Garut.", ["Polres Garut"], ["Rano Wijaya"]),
    (
        "Dua remaja, Rano Wijaya (21) dan Dodi Pratama (23), ditangkap Polres Garut.",
        ["Polres Garut"],
        ["Rano Wijaya", "Dodi Pratama"],
    ),
    ("Polisi Mesir menahan Menteri Luar Negeri Suriah.", ["Polisi Mesir"], ["Menteri Luar Negeri Suriah"]),
    ("Serangan Suriah melukai 20 orang.", ["Suriah"], []),
    ("Polres Garut kembali tangkap dua perampok.", ["Polres Garut"], ["dua perampok"]),
    ("Penyerangan Mesir oleh Suriah berlanjut.", ["Suriah"], ["Mesir"]),
    ("Perang Suriah Mesir berlanjut.", ["Suriah", "Mesir"], []),
    ("Jerman mengirim rudal ke Ukraina.", ["Jerman"], ["Ukraina"]),
    ("Rano Wijaya yang ditangkap dan dibawa Polres Garut tiba di kantor.", ["Polres Garut"], ["Rano Wijaya"]),
    ("Dua perampok ditangkap oleh anggota Polsek Garut.", ["Polsek Garut"], ["Dua perampok"]),
    ("Rano Wijaya, warga Kota Bandung, ditangkap Polsek Garut.", ["Polsek Garut"], ["Rano Wijaya"]),
    (
        "Polres Garut menangkap dua tersangka, yakni Rano Wijaya selaku lurah dan Bambang Pratama selaku camat.",
        ["Polres Garut"],
        ["Rano Wijaya", "Bambang Pratama"],
    ),
    ("Harga naik sejak Suriah menyerang Turki.", ["Suriah"], ["Turki"]),
    ("Rano Wijaya, di Kota Bandung, Jawa Barat, ditangkap Polres Garut.", ["Polres Garut"], ["Rano Wijaya"]),
    ("Polda Sumatera Barat (Sumbar) menangkap tiga perampok.", ["Polda Sumatera Barat"], ["tiga perampok"]),
    (
        "Suriah mencabut izin di Aleppo, yakni PT Nusa Baru dan PT Nusa Lama.",
        ["Suriah"],
        ["PT Nusa Baru", "PT Nusa Lama"],
    ),
]


@pytest.mark.parametrize(("text", "actors", "recipients"), PARTS)
def test_who_did_it_and_to_whom(text, actors, recipients):
    assert [event[3:5] for event in told(text)] == [(actors, recipients)]


NOTHING = [
    "Kakek itu meninggal karena serangan jantung.",
    "Penyerang itu menembak ke gawang pada babak kedua; pelatih memuji pemain klub setelah gol di laga liga.",
    "Toko itu memulai perang harga dengan pesaingnya.",
    "Ibu-ibu menghadiri demo masak di balai desa.",
    "Kantor itu memasang alat pemadam kebakaran.",
    "Film tentang banjir pesanan itu laris.",
    "Seorang pencuri membawa lari sepeda motor warga.",
    "Suriah tidak menyerang Turki.",
    "Suriah mengancam akan menyerang Turki.",
    "Seorang korban bertemu dengan pelaku.",
    "Warga meminta banjir segera diatasi.",
    "Rapat itu diadakan di ruang pertemuan hotel.",
    "",
]


@pytest.mark.parametrize("text", NOTHING)
def test_words_in_another_sense_tell_no_event(text):
    assert told(text) == []


def test_mentions_of_one_event_are_one_event():
    text = (
        "Suriah menyerang pangkalan Turki pada Senin (16/3/2026). Serangan itu melukai tiga tentara. "
        "Setelah serangan tersebut, Turki menutup perbatasan."
    )
    assert [event[:2] for event in told(text)] == [("ASSAULT", None), ("COERCE", "restrict")]


def test_attacks_on_different_days_are_two_events():
    text = "Suriah menyerang Turki pada Senin (16/3/2026). Suriah menyerang Turki lagi pada Rabu (18/3/2026)."
    draft = draft_of(text)
    events.work(draft, INDONESIAN)
    assert [event.date.value for event in draft.events] == ["2026-03-16", "2026-03-18"]


def test_the_day_of_a_statement_is_that_of_the_visit_too_and_not_of_what_was_told():
    text = '"Suriah menyerang Irak," kata Ali Demir usai mengunjungi Yordania, Rabu (18/3/2026).'
    draft = draft_of(text)
    chains.work(draft, INDONESIAN)
    assert [said.date.value for said in draft.statements] == ["2026-03-18"]
    events.work(draft, INDONESIAN)
    days = {event.type: event.date and event.date.value for event in draft.events}
    assert days == {"ASSAULT": None, "CONSULT": "2026-03-18"}


def test_two_sides_are_given_to_a_truce_that_names_none():
    text = "Perang antara Suriah dan Turki berlanjut. Gencatan senjata belum dibahas oleh siapa pun."
    assert [event[3] for event in told(text)] == [["Suriah", "Turki"]] * 2


def test_a_suspect_is_the_person_whom_the_report_names():
    text = "Polres Garut menangkap Rano Wijaya. Pelaku ditahan di Polres Garut."
    assert {tuple(event[4]) for event in told(text)} == {("Rano Wijaya",)}


def test_a_noun_alone_is_the_only_one_who_is_named_with_it():
    text = "Presiden Joko Widodo tiba pada Senin. Presiden berkunjung ke Mesir."
    assert [event[3] for event in told(text)] == [["Joko Widodo"]]


def test_the_speaker_takes_no_part_in_what_he_tells_of_others():
    text = "Rano Wijaya mengatakan bahwa kota yang sudah sepi itu kemarin diserang roket dan Suriah diserang Turki."
    assert all("Rano Wijaya" not in (*event[3], *event[4]) for event in told(text))


def test_who_arrested_one_arrested_the_other_of_whom_nobody_is_told():
    text = "Polres Garut menangkap Rano Wijaya. Pengusaha Dodi Pratama ditangkap di Bandung."
    assert [event[3:5] for event in told(text)] == [
        (["Polres Garut"], ["Rano Wijaya"]),
        (["Polres Garut"], ["Dodi Pratama"]),
    ]


def test_an_event_between_the_same_parties_is_told_once_be_it_planned_or_done():
    text = "Suriah akan menyerang Turki. Suriah menyerang Turki."
    assert [(event[3], event[4], event[5]) for event in told(text)] == [(["Suriah"], ["Turki"], "happened")]


def test_goods_are_seized_from_whom_the_report_tells_to_be_arrested():
    text = "Polres Garut menangkap Rano Wijaya. Polres Garut juga menyita uang tunai."
    assert [event[4] for event in told(text)] == [["Rano Wijaya"]] * 2


def test_a_war_told_apart_by_its_place_has_no_sides_of_another():
    text = "Suriah menyerang Turki dengan rudal. Pasukan bersiap. Harga naik akibat perang di Sudan."
    assert [event[3] for event in told(text) if event[2] == "perang"] == [[]]


def test_an_event_stands_in_the_statement_that_tells_it_until_the_reporter_tells_it_too():
    said = '"Suriah menyerang Turki," kata Rano Wijaya.'
    for text, attributed in ((said, True), (said + " Suriah menyerang Turki dengan roket.", False)):
        draft = draft_of(text)
        events.work(draft, INDONESIAN)
        assert [event.attributed_to is not None for event in draft.events] == [attributed]


@pytest.mark.parametrize(
    "text", ["serangan " * 4000, "Suriah menyerang Turki dan " * 2000, '"perang" - ' * 2000, "dan, " * 6000]
)
def test_any_text_gives_a_sound_record(text):
    draft = draft_of(text)
    events.work(draft, INDONESIAN)
    check(assemble(draft, language("id"), version="0"))


def test_a_verb_joined_to_another_shares_its_subject():
    found = told("Tentara Israel menembak dua warga dan menangkap lima pemuda di Jenin.")
    assert [(actors, recipients) for kind, _, _, actors, recipients, _ in found if kind == "COERCE"] == [
        (["Tentara Israel"], ["lima pemuda"])
    ], found


def test_words_that_point_back_may_say_whose_event_it_was():
    found = told("Israel melancarkan serangan udara ke Gaza. Serangan Israel ini menghancurkan banyak rumah.")
    assert [actors for kind, _, _, actors, _, _ in found if kind == "ASSAULT"] == [["Israel"]], found


@pytest.mark.parametrize(
    ("text", "kind", "trigger"),
    [
        ("Kecelakaan kerja terjadi di pabrik gula itu.", "ACCIDENT", "Kecelakaan"),
        ("Dua petani tersambar petir.", "ACCIDENT", "tersambar"),
        ("Korban banjir di Kudus mengungsi.", "DISASTER", "banjir"),
        ("Penangkapan itu terjadi pada malam hari.", "COERCE", "Penangkapan"),
    ],
)
def test_an_event_may_name_nobody(text, kind, trigger):
    assert [(found[0], found[2]) for found in told(text)] == [(kind, trigger)]


def test_what_names_one_side_is_given_the_other_where_the_report_has_two():
    found = told("Turki dan Suriah berperang. Perang antara Turki dan Suriah meluas. Sanksi terhadap Suriah berlanjut.")
    assert [(actors, recipients) for kind, _, _, actors, recipients, _ in found if kind == "SANCTION"] == [
        (["Turki"], ["Suriah"])
    ], found


def test_a_disaster_told_several_times_is_triggered_by_its_first_mention():
    text = "Banjir melanda Kudus. Pada Senin (16/3/2026) banjir di Kudus surut."
    draft = draft_of(text)
    events.work(draft, INDONESIAN)
    assert [event.trigger for event in draft.events] == [(0, len("Banjir"))]


def test_a_rescue_has_a_rescuer():
    assert told("Dua korban dievakuasi pada Senin.") == []
