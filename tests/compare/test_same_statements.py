"""Statements are told again in other words, persons and order; other figures, negations, sources make another."""

import pytest

from konon.archive.terms import stem
from konon.compare.contents import content
from konon.compare.groups import groups
from konon.compare.reasons import in_words
from konon.compare.sources import Source, sameness
from konon.compare.tellings import SAME, Telling, likeness
from konon.language.base import language

INDONESIAN = language("id")
SARI = Source(1, "sari lestari", "person")
OPENING = "Kami akan membuka gudang beras di Kota Baru untuk 1.200 keluarga mulai Senin"


def said(words, source=SARI, *, day=100, denied=False):
    return Telling(content(words, language=INDONESIAN, stem=stem), source, day, denied)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (OPENING, "pihaknya akan membuka gudang beras di Kota Baru untuk 1.200 keluarga mulai Senin"),
        (OPENING, "mulai Senin gudang beras di Kota Baru dibuka bagi 1,2 ribu keluarga"),
        (OPENING, "gudang beras di Kota Baru akan dibuka"),
        ("Banjir sudah surut", "banjir telah surut"),
        ("Kami tidak pernah membakar lumbung desa itu", "pihaknya tak pernah membakar lumbung desa"),
    ],
)
def test_the_same_in_other_words(one, other):
    assert likeness(said(one), said(other)).score >= SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (OPENING, OPENING.replace("1.200", "2.100")),
        (OPENING, OPENING.replace("akan", "tidak akan")),
        (OPENING, "Kami akan menutup pasar ikan di Kota Baru dan memindahkan 300 pedagang"),
        ("Terima kasih kepada warga", "Terima kasih, kami akan membangun jembatan dan sekolah baru di tepi sungai"),
    ],
)
def test_the_same_source_says_another_thing(one, other):
    found = likeness(said(one), said(other))
    assert found is None or found.score < SAME


def test_what_another_source_says_in_the_same_words_is_another_statement():
    assert likeness(said(OPENING), said(OPENING, Source(2, "harun salim", "person"))) is None


@pytest.mark.parametrize("source", [None, Source(3, "dinas pangan", "organization")])
def test_where_the_source_is_open_the_words_must_be_nearly_the_same(source):
    assert likeness(said(OPENING), said(OPENING, source)).score >= SAME
    assert likeness(said(OPENING), said("gudang beras di Kota Baru akan dibuka", source)).score < SAME


def test_days_between_speak_against():
    near, far = (likeness(said(OPENING), said(OPENING, day=day)) for day in (101, 106))
    assert near.score > far.score
    assert likeness(said(OPENING), said(OPENING, day=None)).score == near.score


def test_a_denial_and_a_negation_say_the_same_and_an_assertion_the_contrary():
    denied = said("pasukannya menyerang gudang beras", denied=True)
    assert likeness(denied, said("pasukannya tidak menyerang gudang beras")).score >= SAME
    assert likeness(denied, said("pasukannya menyerang gudang beras")).score < SAME


def test_a_comparison_tells_its_reasons():
    found = likeness(said("Gudang dibuka untuk 30 orang"), said("Gudang dibuka untuk 40 orang"))
    figures = next(reason for reason in found.reasons if reason.feature == "figures")
    assert (figures.one, figures.other) == ("#30-30", "#40-40")
    assert "figures -0.60 (#30-30 / #40-40)" in in_words(found.reasons)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (SARI, Source(1, "lestari", "person"), "actor"),
        (SARI, Source(9, "lestari", "person"), "name"),
        (SARI, Source(9, "harun salim", "person"), "other"),
        (SARI, Source(9, "dinas pangan", "organization"), "open"),
        (Source(4, "warga", "group"), Source(4, "warga", "group"), "open"),
        (Source(5, "iran", "state"), Source(6, "palang merah", "organization"), "other"),
        (SARI, None, "open"),
    ],
)
def test_sources_are_compared_by_actor_name_and_kind(one, other, same):
    assert sameness(one, other) == sameness(other, one) == same


def test_a_language_that_is_not_installed_is_compared_word_by_word():
    found = content("Wir haben 30 Boote", language=None, stem=str)
    assert found.words == ("wir", "haben", "#30", "boote")


def test_parts_of_a_long_statement_that_share_nothing_are_not_one():
    assert groups({(1, 2): 0.9, (1, 3): 0.8}, least=SAME, each=40) == [frozenset({1, 2})]
    assert groups({(1, 2): 0.9, (1, 3): 0.8, (2, 3): 0.7}, least=SAME, each=40) == [frozenset({1, 2, 3})]


def test_decisions_come_before_scores():
    assert groups({(1, 2): 0.9}, apart={(1, 2)}, least=SAME, each=40) == []
    assert groups({(1, 2): 0.9}, same={(2, 3)}, apart={(1, 3)}, least=SAME, each=40) == [frozenset({2, 3})]


def test_a_thing_need_not_be_alike_with_all_of_a_group_larger_than_is_asked():
    pairs = {(one, other): 0.9 for other in range(9) for one in range(max(0, other - 3), other)}
    assert groups(pairs, least=SAME, each=2) == [frozenset(range(9))]
