"""Cues: the example of every row, every form of every row, and what a cue must stand beside to tell something."""

from itertools import chain

import pytest

from konon.language.base import Row, language

ROWS = language("id").table("cues", "cue")
VOICES = ("bare", "active", "passive", "closing")


def forms(*voices: str) -> list[tuple[str, Row]]:
    found = [(form, row) for row in ROWS for voice in voices for form in row.get(voice, ())]
    return [pytest.param(form, row, id=form) for form, row in found]


def with_next(form: str, row: Row) -> str:
    return f"{form} {row['after'][0]}" if "after" in row else form


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["example"])
def test_the_example_of_a_row_is_one_statement_of_its_act_and_source(told, row):
    (said,) = told(row["example"])
    assert said.cue is not None
    assert said.cue.lower() in chain.from_iterable(row.get(voice, ()) for voice in VOICES)
    assert (said.lemma, said.act) == (row["lemma"], row["act"])
    assert (said.source == "Rina") == ("Rina" in row["example"])
    assert all(said.content)


@pytest.mark.parametrize(("form", "row"), forms("bare"))
def test_bare_forms_stand_between_a_quotation_and_its_source(told, form, row):
    (said,) = told(f'"Jembatan itu aman," {form} Rina.')
    assert (said.cue, said.act, said.source) == (form, row["act"], "Rina")
    assert (said.form, said.content) == ("direct", ["Jembatan itu aman"])


@pytest.mark.parametrize(("form", "row"), forms("bare"))
def test_bare_forms_take_a_pronoun_that_stands_for_the_source(told, form, row):
    (said,) = told(f'Rina Sari tiba kemarin. "Jembatan itu aman," {form}nya.')
    assert (said.cue, said.act, said.source) == (f"{form}nya", row["act"], "Rina Sari")


@pytest.mark.parametrize(("form", "row"), forms("active"))
def test_active_forms_stand_between_source_and_clause(told, form, row):
    said = told(f"Rina {with_next(form, row)} bahwa jembatan itu aman.")
    if row.get("quoted"):
        assert said == []
        (quoted,) = told(f'Rina {form}, "Jembatan itu aman."')
        assert (quoted.cue, quoted.source, quoted.form) == (form, "Rina", "direct")
    else:
        assert [(each.cue, each.act, each.source) for each in said] == [(form, row["act"], "Rina")]
        assert said[0].content == ["jembatan itu aman"]


@pytest.mark.parametrize(("form", "row"), forms("passive"))
def test_passive_forms_have_what_is_said_as_their_subject(told, form, row):
    said = told(f"Jembatan itu {with_next(form, row)} oleh Rina sebagai jebakan.")
    if row.get("weak") or "after" in row:
        assert all(each.source in ("Rina", None) for each in said)
    else:
        assert [(each.cue, each.act, each.source) for each in said] == [(form, row["act"], "Rina")]
        assert said[0].content[0] == "Jembatan itu"


@pytest.mark.parametrize("row", [row for row in ROWS if row.get("weak")], ids=lambda row: row["lemma"])
def test_weak_cues_tell_nothing_of_a_body_without_a_sign_beside_them(told, row):
    for form in row.get("active", ()):
        assert told(f"Perusahaan {form} pasar itu.") == [], form


@pytest.mark.parametrize("row", [row for row in ROWS if row.get("clausal")], ids=lambda row: row["lemma"])
def test_clausal_cues_need_a_clause(told, row):
    for form in row["active"]:
        assert told(f"Rina {form} pasar di kota itu.") == [], form


@pytest.mark.parametrize("row", [row for row in ROWS if row.get("unless")], ids=lambda row: row["lemma"])
def test_cues_with_another_sense_tell_nothing_beside_its_words(told, row):
    for word in row["unless"]:
        for form in row["active"]:
            assert told(f"Rina {form} {word} baru itu.") == [], word


@pytest.mark.parametrize(
    "text",
    [
        "Polisi mengungkap kasus pencurian kabel itu.",
        "Petugas berjaga untuk memastikan keamanan warga.",
        "Rina enggan menyebut nama mandor itu.",
        "Rina belum menjelaskan rencana itu.",
        "Nelayan itu menjawab panggilan dari darat.",
        "Anak itu melanjutkan sekolah di kota.",
        "Rina menulis buku tentang jembatan.",
        "Kata orang kuno itu terpahat di batu.",
        "Perusahaan mendorong pertumbuhan pasar.",
    ],
)
def test_what_only_looks_like_a_cue(told, text):
    assert told(text) == []


def test_a_source_in_mid_clause_does_not_cut_off_the_rest(told):
    (said,) = told("Harga beras menurut Rina akan turun bulan depan.")
    assert (said.source, said.content) == ("Rina", ["Harga beras", "akan turun bulan depan"])


def test_a_study_is_a_ground_without_a_named_source(told):
    (said,) = told("Pasien itu pulih dalam tujuh hari, menurut sebuah studi baru.")
    assert (said.source, said.content) == (None, ["Pasien itu pulih dalam tujuh hari"])


@pytest.mark.parametrize(
    "office",
    ["Kepala Desa Tarkana", "Camat Tarkana", "Lurah Tarkana Timur", "Bupati Tarkana", "Kepala Dusun Tarkana 2"],
)
def test_the_holder_of_an_office_stands_behind_a_comma(told, office):
    (said,) = told(f'"Jembatan itu aman," kata {office}, Rahmat Kasim, kemarin.')
    assert said.source == "Rahmat Kasim"


def test_a_spokesman_behind_a_comma_is_no_relative_of_his_body(told):
    (said,) = told('"Jembatan itu aman," ucap Juru Bicara KPK, Rahmat Kasim, kemarin.')
    assert said.source == "Rahmat Kasim"


@pytest.mark.parametrize("adverb", ["Semalam", "Malamnya", "Kabarnya", "Semula"])
def test_an_adverb_at_the_start_is_no_part_of_a_name(told, adverb):
    (said,) = told(f"{adverb} BPBD melaporkan bahwa jembatan itu putus.")
    assert said.source == "BPBD"


def test_who_passed_a_report_on_is_no_part_of_what_it_says(told):
    (said,) = told("Menurut laporan Rina yang dikutip Antara, jembatan itu aman.")
    assert (said.source, said.content) == ("Rina", ["jembatan itu aman"])
