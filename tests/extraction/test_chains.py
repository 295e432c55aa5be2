"""Chains: from the mouth to the page, each link in its place, the outlet last, and the day of saying."""

import pytest

import konon
from konon import Document
from konon.record.statement import Link

REPORTS = (
    "angka_dalam_kata", "bantahan_dan_tuduhan", "hal_itu_diungkapkan", "halaman_rusak", "kutipan_panjang",
    "lapisan_sumber", "sumber_kata_ganti", "surat_dan_kantor_berita", "unjuk_rasa",
)  # fmt: skip


def order(chain: tuple[Link, ...]) -> list[str]:
    return [link.role for link in chain]


@pytest.mark.parametrize("name", REPORTS)
def test_a_chain_begins_with_its_source_and_ends_at_the_outlet(report, name):
    record = konon.read(report(name))
    assert record.statements
    for statement in record.statements:
        first, last = statement.chain[0], statement.chain[-1]
        assert (last.role, last.entity, last.start) == ("outlet", None, None)
        assert order(statement.chain).count("outlet") == 1
        assert order(statement.chain).count("speaker") == (statement.source is not None)
        assert statement.source is None or (first.role, first.entity) == ("speaker", statement.source)


@pytest.mark.parametrize("name", REPORTS)
def test_media_stand_before_relays_and_no_relay_is_the_source(report, name):
    for statement in konon.read(report(name)).statements:
        between = [role for role in order(statement.chain) if role in ("medium", "relay")]
        assert between == sorted(between)
        assert statement.source not in [link.entity for link in statement.chain if link.role == "relay"]


@pytest.mark.parametrize("name", REPORTS)
def test_a_link_shows_the_words_it_was_read_off(report, name):
    record = konon.read(report(name))
    for link in (link for statement in record.statements for link in statement.chain if link.role == "medium"):
        assert record.document.text[link.start : link.end] == link.medium


@pytest.mark.parametrize(
    ("outlet", "chain"),
    [(None, [("relay", "Kompas.com")]), ("Kompas.com", []), ("Kompas", []), ("KOMPAS.com", []),
     ("Tempo", [("relay", "Kompas.com")])],
)  # fmt: skip
def test_the_reports_own_outlet_is_no_relay(told, outlet, chain):
    (said,) = told('"Air surut," kata Rina Sari kepada Kompas.com, Senin (5/2/2024).', outlet=outlet)
    assert (said.chain, said.addressee) == (chain, "Kompas.com")


@pytest.mark.parametrize(
    ("words", "chain"), [("kepada detikBali", []), ("dikutip dari detikBali", [("relay", "detikBali")])]
)
def test_a_desk_of_the_outlet_passes_on_what_it_printed_and_not_what_it_was_told(told, words, chain):
    (said,) = told(f'"Air surut," kata Rina Sari {words}, Senin (5/2/2024).', outlet="detikcom")
    assert said.chain == chain


def test_the_outlet_of_the_dateline_is_no_relay(told):
    (said,) = told('SLEMAN, KOMPAS.com - "Air surut," kata Rina Sari kepada Kompas.com.')
    assert said.chain == []


def test_an_outlet_is_one_relay_however_often_it_is_named(told):
    text = 'Dilansir AFP, "Air surut," kata Rina Sari kepada AFP, seperti dikutip AFP.'
    assert told(text)[0].chain == [("relay", "AFP")]


def test_two_who_passed_it_on_stand_in_their_order(told):
    (said,) = told('"Air surut," kata Rina Sari kepada AFP, seperti dikutip Kompas.')
    assert said.chain == [("relay", "AFP"), ("relay", "Kompas")]


def test_links_belong_to_the_nearest_cue(told):
    text = "Dalam pidato, Rina Sari menyebut air surut, tetapi Budi Santoso menyatakan dalam surat bahwa hujan deras."
    first, second = told(text)
    assert ("medium", "surat") not in first.chain
    assert [role for role, _ in second.chain] == ["medium"]


def test_the_one_who_was_spoken_to_is_nearer_to_the_mouth_than_an_outlet_that_stands_before(told):
    (said,) = told("Dilansir Kompas, Rina Sari mengatakan kepada AFP bahwa air surut.")
    assert said.chain == [("relay", "AFP"), ("relay", "Kompas")]


def test_a_newspaper_is_no_letter(told):
    (said,) = told("Surat kabar The Halim Post menyebutkan bahwa air surut.")
    assert (said.source, said.chain) == ("The Halim Post", [])


def test_links_are_not_carried_on_to_the_next_quotation(told):
    first, second = told('"Air surut," kata Rina Sari dalam pidato, Senin (5/2/2024). "Hujan reda," imbuhnya.')
    assert (first.chain, first.date) == ([("medium", "pidato")], "2024-02-05")
    assert (second.chain, second.date) == ([], None)


def test_a_medium_within_what_is_said_is_no_link(told):
    (said,) = told('"Saya membacanya dalam surat itu," kata Rina Sari.')
    assert said.chain == []


def test_a_medium_keeps_no_pronoun_and_has_the_words_of_the_text(told):
    (said,) = told('"Air surut," kata Rina Sari dalam Keterangannya.')
    assert [role for role, _ in said.chain] == ["medium"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ('"Air surut," kata Rina Sari, Kamis (16/11/2023).', "2023-11-16"),
        ("Pada Kamis (16/11/2023), Rina Sari mengatakan bahwa air surut.", "2023-11-16"),
        ('"Air surut pada Kamis (16/11/2023)," kata Rina Sari.', None),
        ('"Air surut," kata Rina Sari, seperti dikutip AFP, Jumat (17/11/2023).', "2023-11-17"),
        ('"Air surut," kata Rina Sari, Kamis.', "2023-11-16"),
        ("Rina Sari mengatakan pada Kamis (16/11) dalam rapat itu bahwa air surut.", "2023-11-16"),
    ],
)
def test_the_day_of_saying_stands_beside_the_cue(told, text, date):
    (said,) = told(text, published="2023-11-18")
    assert said.date == date


def test_a_chain_is_the_same_for_a_document_with_an_outlet():
    text = '"Air surut," kata Rina Sari dalam surat.'
    plain, printed = (konon.read(Document.of(text, language="id", outlet=outlet)) for outlet in (None, "Tempo"))
    assert order(plain.statements[0].chain) == order(printed.statements[0].chain) == ["speaker", "medium", "outlet"]


def test_an_inner_statement_has_what_the_outer_one_was_said_in(told):
    outer, inner = told('"Budi Santoso mengatakan air surut," kata Rina Sari dalam siaran pers.')
    assert outer.chain == [("medium", "siaran pers")]
    assert inner.chain == [("relay", "Rina Sari"), ("medium", "siaran pers")]


def test_a_platform_that_a_report_is_copied_from_is_no_medium(told):
    (said,) = told('"Air surut," kata Rina Sari, dikutip dari tayangan YouTube Kanal Desa.')
    assert "YouTube" not in [name for _, name in said.chain]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Rina Sari mengatakan air surut. Rina menyampaikan hal itu dalam pidato, Senin (5/2/2024).", "pidato"),
        ("Rina Sari mengatakan air surut. Hal itu ia sampaikan dalam pidato, Senin (5/2/2024).", "pidato"),
        (
            "Rina Sari mengatakan air surut. Keterangan ini Rina sampaikan saat jumpa pers, Senin (5/2/2024).",
            "jumpa pers",
        ),
    ],
)
def test_a_sentence_that_points_back_with_an_active_verb_or_a_bare_one_adds_its_links(told, text, chain):
    (said,) = told(text)
    assert (said.cue, said.chain, said.date) == ("mengatakan", [("medium", chain)], "2024-02-05")


def test_a_bare_verb_without_a_pointer_adds_nothing(told):
    (said,) = told("Rina Sari mengatakan air surut. Kabar yang ia sampaikan dalam pidato beredar luas.")
    assert said.chain == []


def test_whoever_a_source_speaks_through_is_a_relay_and_goes_on_speaking(told):
    text = 'Wali Kota Rina Sari melalui Camat Budi Utomo mengatakan air surut. "Hujan reda," ujarnya.'
    first, second = told(text)
    assert (first.source, first.chain, second.source) == ("Rina Sari", [("relay", "Budi Utomo")], "Budi Utomo")


def test_an_outlet_that_cites_somebody_is_a_relay(told):
    (said,) = told("Kantor berita Antara mengutip Budi Utomo mengatakan air surut.")
    assert (said.source, [role for role, _ in said.chain]) == ("Budi Utomo", ["relay"])


def test_what_a_source_said_itself_in_is_no_relay(told):
    (said,) = told('"Air surut," kata Rina Sari di balai kota mengutip keterangannya, Senin (5/2/2024).')
    assert said.chain == [("medium", "keterangan")]


def test_a_noun_that_is_the_cue_is_no_medium_as_well(told):
    (said,) = told("Berdasarkan data Dinas Kesehatan, 20 orang sakit.")
    assert (said.cue, said.chain) == ("data", [])


def test_a_page_of_a_source_that_is_no_outlet_is_a_medium(told):
    (said,) = told("Dikutip dari laman resmi PSSI, pertandingan itu ditunda.")
    assert (said.source, said.chain) == ("PSSI", [("medium", "laman resmi")])


def test_a_medium_may_stand_behind_a_verb_of_giving(told):
    (said,) = told('"Air surut," kata Rina Sari saat memberikan keterangan pers di balai kota.')
    assert said.chain == [("medium", "keterangan pers")]


@pytest.mark.parametrize("verb", ["dihubungi", "dikonfirmasi", "ditemui", "diwawancarai"])
def test_an_outlet_that_asked_is_a_relay(told, verb):
    assert ("relay", "Reuters") in told(f'"Air surut," kata Rina Sari saat {verb} Reuters.')[0].chain
