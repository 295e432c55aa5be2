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
        ("Rina Suwarno menuduh Danu Pratama mencuri semen. Wati Lestari mengatakan hujan turun. "
         "Danu Pratama membantah tuduhan Rina Suwarno.", "deny", "mencuri semen"),
        ("Danu Pratama membantah kabar bahwa jembatan Teluk Lama ambruk.", "deny", "jembatan Teluk Lama ambruk"),
        ("Rina Suwarno menuduh Danu Pratama mencuri semen. Danu Pratama membantah keterlibatannya.", "deny",
         "mencuri semen"),
        ("Tentara Marwa menyerang Pelabuhan Lindu, Senin. Camat Danu Pratama membenarkan kejadian itu.", "confirm",
         "menyerang"),
        ("Polisi menangkap tiga nelayan di Teluk Lama, Senin. Camat Danu Pratama membenarkan penangkapan itu.",
         "confirm", "menangkap"),
        ("Polisi menangkap tiga nelayan di Teluk Lama, Senin. \"Benar, mereka kami tangkap tadi pagi,\" kata Danu "
         "Pratama.", "confirm", "menangkap"),
        ("\"Apakah jembatan itu ambruk?\" tanya Rina Suwarno. \"Iya,\" jawab Danu Pratama.", "confirm",
         "Apakah jembatan"),
        ("Rina Suwarno mengusulkan jembatan ditutup. Bupati Danu Pratama menolak gagasan itu.", "reject",
         "jembatan ditutup"),
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


@pytest.mark.parametrize(
    "text",
    [
        # An assurance that nobody has asked for, and an admission of one's own.
        "Rina Suwarno mengatakan jembatan itu retak. Danu Pratama memastikan jembatan itu aman.",
        "Rina Suwarno mengatakan jembatan itu retak. Danu Pratama mengakui jembatan itu tidak pernah diperiksa.",
        # What the speaker himself has said, and what his own side has.
        "Danu Pratama mengatakan jembatan itu ambruk. Danu Pratama membantah klaim itu.",
        "Pemerintah Marwa mengklaim pelabuhan itu aman. Juru bicara pemerintah Marwa membantah klaim itu.",
        # A noun of speech that goes on to tell of something else than was said.
        "Rina Suwarno mengatakan hujan turun di pasar. "
        "Danu Pratama membantah kabar mengenai pembelian perahu baru oleh pemerintah desa tahun lalu.",
        # A happening that the report hasn't told of as an event.
        "Tiga sepeda hilang di pasar. Camat Danu Pratama membenarkan kejadian itu.",
    ],
)
def test_without_a_sign_nothing_is_answered(text):
    assert answered(text) == {}


def test_a_denial_that_is_said_again_answers_the_same():
    text = (
        "Rina Suwarno menuduh Danu Pratama mencuri semen. Danu Pratama membantah tuduhan itu. "
        "Danu Pratama menyangkal pernah melihat gudang itu."
    )
    record = read(text)
    ties = [said.answers for said in record.statements if said.act == "deny"]
    assert len(ties) == 2
    assert ties[0] == ties[1] is not None
