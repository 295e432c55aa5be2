"""A denial answers what says otherwise, in words that it shares, and names whom both name; so with events."""

from dataclasses import replace

from konon.archive.terms import stem
from konon.compare.contents import content
from konon.compare.denials import SURE, Deed, Side, answered, denied, likely
from konon.compare.sources import Source
from konon.compare.tellings import Telling
from konon.language.base import language

BADRUN, SARI = Source(1, "badrun jelani", "person"), Source(2, "sari lestari", "person")
LASKAR = 7


def side(words, source, act, *names: int, day=100):
    compared = content(words, language=language("id"), stem=stem)
    return Side(Telling(compared, source, day, act in {"deny", "reject"}), act, frozenset(names))


ACCUSED = side("Laskar Rawa membakar lumbung padi dan menyandera tiga warga desa", SARI, "accuse", LASKAR)
DENIED = side("pasukannya membakar lumbung padi warga desa", BADRUN, "deny", LASKAR, SARI.actor, day=101)


def compared(denial, said):
    return answered(denial, said, pointing=frozenset())


def test_a_denial_answers_what_says_otherwise():
    found = compared(DENIED, ACCUSED)
    assert found.score >= SURE
    assert {reason.feature for reason in found.reasons} >= {"speaker named", "same named", "negation", "act"}


def test_a_denial_in_words_of_its_own_answers_as_well():
    direct = side("Kami tidak membakar lumbung padi milik warga desa", BADRUN, "deny", LASKAR, SARI.actor)
    assert compared(direct, ACCUSED).score >= SURE


def test_a_denial_does_not_answer_what_says_the_same():
    other = side("Laskar Rawa tidak membakar lumbung padi warga desa", SARI, "say", LASKAR)
    assert not likely("deny", compared(DENIED, other).score)


def test_a_confirmation_answers_what_says_the_same():
    confirmed = side("pasukannya membakar lumbung padi warga desa", BADRUN, "confirm", LASKAR, SARI.actor)
    assert compared(confirmed, ACCUSED).score >= SURE


def test_words_alone_are_never_sure():
    found = compared(replace(DENIED, names=frozenset()), replace(ACCUSED, names=frozenset()))
    assert found.score < SURE


def test_nobody_denies_himself():
    assert compared(DENIED, side("pasukannya membakar lumbung padi warga desa", BADRUN, "say")) is None


def test_nouns_of_speech_are_no_content():
    empty = side("tuduhan soal lumbung", BADRUN, "deny", SARI.actor)
    assert answered(empty, ACCUSED, pointing=frozenset({"tuduh"})) is None


def test_later_and_much_earlier_statements_are_less_likely():
    days = [replace(ACCUSED, telling=replace(ACCUSED.telling, day=day)) for day in (101, 92, 103)]
    same, earlier, later = (compared(DENIED, said).score for said in days)
    assert same > earlier
    assert same > later


def test_events_are_the_same_by_type_parties_place_and_day():
    one = Deed("ASSAULT", "destroy", frozenset({LASKAR}), frozenset({3}), 5, 100)
    assert denied(one, one).score == 1.0
    assert denied(one, replace(one, type="AID")) is None
    assert denied(one, replace(one, recipients=frozenset({4}), day=102)).score < SURE
    assert denied(one, replace(one, mode="torture", place=6)).score < SURE
