import pytest

from konon import read


def answered(text):
    """The acts of the report's statements, and by the act of each answer what it answers, as words of the text."""
    record = read(text)
    places = {said.id: said.content[0] for said in record.statements}
    places |= {event.id: event.trigger for event in record.events}
    return {
        said.act: record.document.text[places[said.answers].start : places[said.answers].end]
        for said in record.statements if said.answers
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "act", "words"),
    [
        ("Rina Suwarno menuduh Bupati Danu Pratama mencuri semen. Danu membantah tuduhan itu.", "deny",
         "mencuri semen"),
        ("Rina Suwarno mengatakan jembatan Teluk Lama ambruk karena semen palsu. "
         "\"Tidak benar jembatan itu ambruk karena semen palsu,\" bantah Danu Pratama.", "deny",
         "jembatan Teluk Lama ambruk"),
        ("Tentara Marwa menyerang Pelabuhan Lindu, Senin. Menteri Danu Pratama membantah serangan itu.", "deny",
         "serang"),
        ("Rina Suwarno meminta pemerintah menutup jembatan. Bupati Danu Pratama menolak permintaan tersebut.", "reject",
         "menutup jembatan"),
    ],
)  # fmt: skip
def test_an_answer_is_tied_to_what_it_answers(text, act, words):
    assert words in answered(text).get(act, "")


def test_what_nobody_else_has_said_answers_nothing():
    assert answered("Danu Pratama membantah ikut mencuri semen. Warga pulang ke desa.") == {}


def test_what_was_said_of_another_matter_in_the_same_place_is_not_answered():
    text = (
        "PT Lautan Kenari membantah mengirim penjaga ke Desa Muara Kenari. "
        "Tiga orang tewas di Desa Muara Kenari, kata Bupati Danu Pratama."
    )
    assert "deny" not in answered(text)


def test_plain_statements_answer_nothing():
    assert answered("Rina Suwarno menuduh Danu mencuri semen. Danu mengatakan hujan turun.") == {}
