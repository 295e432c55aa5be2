"""What Indonesian reports do and attribution has to follow, each in a short report of its own."""

import pytest


def wrong(reason: str, *values: object):
    """A case that is still read wrongly."""
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=reason))


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        # The subject behind the cue, before it, and in the middle.
        ('"Jembatan itu aman," ujar Rina Sari.', "Rina Sari", ["Jembatan itu aman"]),
        ("Jembatan itu, kata Rina Sari, sudah retak sejak Mei.", "Rina Sari",
         ["Jembatan itu", "sudah retak sejak Mei"]),
        ('"Saya tahu ini berat," lanjut Rina Sari, "tetapi warga harus tetap sabar menunggu."', "Rina Sari",
         ["Saya tahu ini berat", "tetapi warga harus tetap sabar menunggu."]),
        ('"Kami menunggu kapal sejak pagi," kata Rina Sari. "Cuaca di laut sangat buruk sejak malam."', "Rina Sari",
         ["Kami menunggu kapal sejak pagi", "Cuaca di laut sangat buruk sejak malam."]),
        ('Rina Sari: "Kami menunggu kapal itu sejak pagi tadi."', "Rina Sari",
         ["Kami menunggu kapal itu sejak pagi tadi."]),
        # A role and a name in one phrase.
        ('"Kami siaga," kata Panglima Armada Selatan, Laksamana Gunadi Pranoto.', "Gunadi Pranoto", ["Kami siaga"]),
        ("Ketua serikat nelayan, Rina Sari, mengatakan bahwa air surut.", "Rina Sari", ["air surut"]),
        ("Rina Sari, ketua serikat nelayan itu, mengatakan bahwa air surut.", "Rina Sari", ["air surut"]),
        ('"Kami siaga," kata Rina Sari, istri Budi Santoso.', "Rina Sari", ["Kami siaga"]),
        # Two who speak together.
        ('"Kami menunggu," kata Rina Sari dan Budi Santoso.', "Rina Sari dan Budi Santoso", ["Kami menunggu"]),
        ("Rina Sari dan Budi Santoso mengatakan bahwa air surut.", "Rina Sari dan Budi Santoso", ["air surut"]),
        # Grounds, before their clause, behind it, within it.
        ("Menurut Rina Sari, jembatan itu retak.", "Rina Sari", ["jembatan itu retak"]),
        ("Jembatan itu retak, menurut Rina Sari.", "Rina Sari", ["Jembatan itu retak"]),
        ("Jembatan itu, menurut Rina Sari, retak sejak Mei.", "Rina Sari", ["Jembatan itu", "retak sejak Mei"]),
        ("Berdasarkan keterangan Rina Sari, perahu itu hilang.", "Rina Sari", ["perahu itu hilang"]),
        # Quotation marks that a page has lost.
        ("Kami menunggu kapal sejak pagi, ujar Rina Sari.", "Rina Sari", ["Kami menunggu kapal sejak pagi"]),
        # What a purpose is behind, not what is asked for.
        ("Rina Sari berjanji mengirim dua kapal untuk menjemput nelayan.", "Rina Sari",
         ["mengirim dua kapal untuk menjemput nelayan"]),
        # A passive without anybody behind it.
        ("Delegasi itu dilaporkan masih menunggu di hotel.", None, ["Delegasi itu", "masih menunggu di hotel"]),
        # A paragraph that the page broke.
        ("Rina Sari mengatakan 300 nelayan\n\nakan dipanggil kembali.", "Rina Sari",
         ["300 nelayan\n\nakan dipanggil kembali"]),
        # The dateline is nothing that was said.
        ("SLEMAN, KOMPAS.com - Jembatan itu sudah retak, kata Rina Sari.", "Rina Sari",
         ["Jembatan itu sudah retak"]),
        wrong("a quotation alone is not taken by a sentence that points back at it",
              '"Kami menunggu kapal itu sejak pagi."\n\nRina Sari mengatakan hal itu di pelabuhan.', "Rina Sari",
              ["Kami menunggu kapal itu sejak pagi."]),
        wrong("boilerplate in the middle of a sentence ends the content",
              "Rina Sari mengatakan 300 nelayan\n\nSCROLL TO CONTINUE WITH CONTENT\n\nakan dipanggil kembali.",
              "Rina Sari", ["300 nelayan", "akan dipanggil kembali"]),
        wrong("words behind the agent of a passive are lost", "Jembatan itu disebut Rina Sari sebagai jebakan.",
              "Rina Sari", ["Jembatan itu", "sebagai jebakan"]),
    ],
)  # fmt: skip
def test_one_statement_with_its_source_and_content(told, text, source, content):
    (said,) = told(text)
    assert (said.source, said.content) == (source, content)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Iran menolak usul itu. Teheran menyatakan gencatan senjata masih mungkin.", "Iran"),
        ("Amerika Serikat menunggu. Gedung Putih mengatakan perundingan berjalan baik.", "Amerika Serikat"),
        ("Rusia menunggu. Kremlin menyatakan perundingan berjalan baik.", "Rusia"),
        wrong("a seat of government behind a ground word is a place",
              "Rusia menunggu. Menurut Kremlin, perundingan berjalan baik.", "Rusia"),
        ('Presiden Rina Sari tiba. "Air surut," kata Kepala Negara.', "Rina Sari"),
        ('Kapolres Sleman AKBP Budi Santoso tiba. "Air surut," kata Kapolres.', "Budi Santoso"),
        wrong("a seat of government without its state is a place", "Kremlin menyatakan perundingan berjalan baik.",
              "Rusia"),
    ],
)  # fmt: skip
def test_a_capital_a_seat_or_a_title_stands_for_who_holds_it(told, text, source):
    assert told(text)[-1].source == source


@pytest.mark.parametrize(
    ("text", "chain", "date"),
    [
        ('"Kami siaga," kata Rina Sari dalam wawancara dengan Radio Samudra, seperti dikutip AFP, Kamis (16/11/2023).',
         [("medium", "wawancara"), ("relay", "AFP")], "2023-11-16"),
        ('"Kami siaga," kata Rina Sari dalam surat yang dibagikan kantor berita Antara.',
         [("medium", "surat"), ("relay", "Antara")], None),
        ('"Kami siaga," tulis Rina Sari di X, Jumat (17/11/2023).', [("medium", "X")], "2023-11-17"),
        ("Dilansir AFP, Rina Sari mengatakan bahwa air surut.", [("relay", "AFP")], None),
        ("Rina Sari mengatakan bahwa air surut, seperti dikutip dari Kompas.com, Selasa (9/4/2024).",
         [("relay", "Kompas.com")], "2024-04-09"),
        ('"Kami siaga," kata Rina Sari kepada AFP.', [("relay", "AFP")], None),
        ("Lewat video, Rina Sari mengatakan bahwa air surut.", [("medium", "video")], None),
    ],
)  # fmt: skip
def test_the_way_from_the_mouth_to_the_page(told, text, chain, date):
    (said,) = told(text)
    assert (said.source, said.chain, said.date) == ("Rina Sari", chain, date)


def test_passing_on_a_plain_clause_makes_the_outlet_its_source(told):
    (said,) = told("Dilansir dari Kompas, Minggu (30/6/2024), delegasi hulu sudah pulang.")
    assert (said.source, said.kind, said.date) == ("Kompas", "media", "2024-06-30")
    assert said.content == ["delegasi hulu sudah pulang"]


def test_a_sentence_that_points_back_gives_its_links_to_the_one_before(told):
    (said,) = told("Rina Sari mengatakan bahwa air surut. Hal itu disampaikan Rina dalam rapat, Selasa (9/4/2024).")
    assert (said.cue, said.chain, said.date) == ("mengatakan", [("medium", "rapat")], "2024-04-09")


def test_a_sentence_that_points_back_makes_a_statement_of_a_plain_one(told):
    text = "Jembatan itu akan ditutup. Hal itu diungkapkan Bupati Sleman Rina Sari dalam pidato, Selasa (9/4/2024)."
    (said,) = told(text)
    assert (said.cue, said.source, said.content) == ("diungkapkan", "Rina Sari", ["Jembatan itu akan ditutup"])
    assert (said.chain, said.date) == ([("medium", "pidato")], "2024-04-09")


@pytest.mark.parametrize(
    ("answer", "act", "content"),
    [
        ("Tuduhan itu dibantah Rina Sari.", "deny", "Tuduhan itu"),
        ("Rina Sari membantah tuduhan itu.", "deny", "tuduhan itu"),
        ("Hal itu diakui Rina Sari.", "confirm", "Hal itu"),
        ("Usulan itu ditolak Rina Sari.", "reject", "Usulan itu"),
        ("Rina Sari tidak membantah tuduhan itu.", "confirm", "tuduhan itu"),
    ],
)
def test_an_answer_is_a_statement_and_no_relay(told, answer, act, content):
    before, said = told(f"Budi Santoso menyebut kapal itu hilang. {answer}")
    assert before.chain == []
    assert (said.act, said.source, said.content) == (act, "Rina Sari", [content])


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ('"Kami akan memperbaiki jembatan itu," kata Rina Sari.', "promise"),
        ("Rina Sari mengatakan akan memperbaiki jembatan itu.", "promise"),
        ('"Jembatan itu akan ditutup," kata Rina Sari.', "say"),
        ("Rina Sari mengatakan bahwa Budi Santoso akan menutup jembatan itu.", "say"),
        ('"Semoga air lekas surut," kata Rina Sari.', "hope"),
        ('"Warga harus menjauh," kata Rina Sari.', "demand"),
        ("Rina Sari membantah bahwa ia mencuri semen.", "deny"),
        ("Rina Sari tidak membantah bahwa ia mencuri semen.", "confirm"),
        ("Rina Sari mengaku tidak melihat perahu itu.", "claim"),
    ],
)
def test_the_content_can_tell_another_act(told, text, act):
    (said,) = told(text)
    assert (said.act, said.source) == (act, "Rina Sari")


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ('"Bangunan itu tua sekali. Kabelnya rapuh.\n\n"Kami tidak mau menunggu lagi.\n\n"Asrama ditutup besok," kata '
         "Rina Sari.", ["Bangunan itu tua sekali. Kabelnya rapuh.", "Kami tidak mau menunggu lagi.",
                        "Asrama ditutup besok"]),
        ('"Kami menunggu kapal sejak pagi," kata Rina Sari.\n\n"Cuaca di laut sangat buruk sejak malam."\n\nHujan '
         "turun.", ["Kami menunggu kapal sejak pagi", "Cuaca di laut sangat buruk sejak malam."]),
    ],
)  # fmt: skip
def test_a_quotation_goes_on_over_paragraphs(told, text, contents):
    (said,) = told(text)
    assert (said.form, said.source, said.content) == ("direct", "Rina Sari", contents)


def test_two_cues_share_their_source(told):
    first, second = told("Rina Sari memuji relawan dan meminta warga tenang.")
    assert (first.act, first.content, second.act, second.content) == ("praise", ["relawan"], "demand", ["warga tenang"])
    assert first.source == second.source == "Rina Sari"
    assert second.within is None


def test_three_cues_share_their_source(told):
    said = told("Rina Sari memuji relawan, mengecam perusak hutan, dan meminta warga tenang.")
    assert [each.source for each in said] == ["Rina Sari"] * 3
    assert [each.content for each in said] == [["relawan"], ["perusak hutan"], ["warga tenang"]]


def test_a_subordinate_clause_has_its_own_statement(told):
    first, second = told("Meski Rina Sari mengeklaim jembatan itu aman, Budi Santoso menyatakan tiangnya retak.")
    assert (first.act, first.source, first.content) == ("claim", "Rina Sari", ["jembatan itu aman"])
    assert (second.act, second.source, second.content) == ("say", "Budi Santoso", ["tiangnya retak"])


def test_the_speaker_around_a_statement_passes_it_on(told):
    outer, inner = told("Rina Sari mengatakan polisi menyebut dua perahu hilang di muara.")
    assert (outer.within, inner.within) == (None, 0)
    assert (inner.kind, inner.content) == ("organization", ["dua perahu hilang di muara"])
    assert inner.chain == [("relay", "Rina Sari")]


def test_a_quotation_within_a_quotation(told):
    outer, inner = told("\"Kemarin Budi Santoso bilang, 'Asrama itu aman dihuni.'\" ujar Rina Sari.")
    assert (outer.source, inner.source, inner.within) == ("Rina Sari", "Budi Santoso", 0)
    assert inner.content == ["Asrama itu aman dihuni."]
    assert inner.chain == [("relay", "Rina Sari")]


def test_boilerplate_says_nothing_and_hides_nothing(told):
    text = '"Kami siaga," kata Rina Sari.\n\nBaca juga: Harga Naik, Kata Pedagang\n\n"Air surut," imbuhnya.'
    assert [(said.source, said.content) for said in told(text)] == [
        ("Rina Sari", ["Kami siaga"]),
        ("Rina Sari", ["Air surut"]),
    ]


@pytest.mark.parametrize(("whom", "name"), [("wartawan", "wartawan"), ("Budi Santoso", "Budi Santoso")])
def test_whom_something_is_said_to(told, whom, name):
    (said,) = told(f'"Air surut," kata Rina Sari kepada {whom}, Senin (5/2/2024).')
    assert (said.addressee, said.chain, said.date) == (name, [], "2024-02-05")


# ---- the reports of this folder


def test_a_chain_of_a_letter_and_an_agency(told, report):
    promise, first, second, according, last = told(report("surat_dan_kantor_berita"))
    assert (promise.act, promise.date) == ("promise", "2024-03-14")
    assert promise.content[0].startswith("mengirim dua kapal")
    assert promise.chain == [("medium", "pesan suara"), ("relay", "Nusakanta")]
    assert (first.chain, second.chain) == ([("medium", "surat")], [("medium", "surat"), ("relay", "Nusakanta")])
    assert [said.source for said in (promise, first, second)] == ["Gunadi Pranoto"] * 3
    assert [said.source for said in (according, last)] == ["Tono Lasmana"] * 2
    assert (last.chain, last.date) == ([("medium", "wawancara"), ("relay", "Harian Meranti")], "2024-03-15")


def test_pronouns_across_paragraphs(told, report):
    said = told(report("sumber_kata_ganti"))
    assert [each.source for each in said] == ["Wiryawan Santosa"] * 5 + ["Maryati Dewanti"] * 4
    assert [each.act for each in said] == ["demand", "say", "say", "demand", "demand", "say", "say", "say", "hope"]


def test_a_long_quotation_with_one_cue(told, report):
    said = next(each for each in told(report("kutipan_panjang")) if each.date)
    assert (said.source, said.date, len(said.content)) == ("Hendri Salaka", "2024-05-22", 3)


def test_he_in_a_quotation_is_another(told, report):
    (nested,) = [each for each in told(report("kutipan_panjang")) if each.within is not None]
    assert nested.source == "Hendri Salaka"


def test_accusations_denials_and_threats(told, report):
    acts = [(said.act, said.source) for said in told(report("bantahan_dan_tuduhan"))]
    assert ("deny", "Milisi Batu Hitam") in acts
    assert ("threaten", "Front Lembah Utara") in acts
    assert [act for act, source in acts if source == "Karsan Udo"] == ["reject", "propose"]
    assert acts[-1] == ("say", None)


def test_a_quotation_that_a_question_follows(told, report):
    said = next(each for each in told(report("unjuk_rasa")) if each.source == "Yosep Marandu")
    assert said.content == ["Kami datang dengan damai", "Mengapa kami disambut gas air mata?"]
