"""Reports with one text underneath are told from own reports of the same event, however they were reworked."""

import pytest

from konon.archive.terms import stem
from konon.compare.bodies import Body, body_of, compared_sentences
from konon.compare.reprints import overlap
from konon.compare.traces import traces_of
from konon.record import Document

from .reprinted import COPY, ORIGIN, OWN


def body(text: str, language: str = "id") -> Body:
    return body_of(Document.of(text, language=language), stem)


def test_a_copy_in_other_words_is_a_reprint_and_an_own_report_with_the_same_quotation_is_none():
    copied, own = overlap(body(ORIGIN), body(COPY)), overlap(body(ORIGIN), body(OWN))
    assert copied.reprint
    assert copied.other_share > 0.9
    assert not own.reprint
    # The quotation is found, and counts little.
    assert [(pair.one, pair.other) for pair in own.pairs] == [(3, 2)]


def test_the_shares_tell_which_was_cut():
    cut = "\n".join(ORIGIN.splitlines()[:3])
    found = overlap(body(ORIGIN), body(cut))
    assert found.reprint
    assert (found.other_share, found.one_share < 0.7) == (1.0, True)


def test_sentences_may_come_in_another_order():
    turned = "\n".join(reversed(ORIGIN.splitlines()))
    found = overlap(body(ORIGIN), body(turned))
    assert (found.score, len(found.pairs)) == (1.0, 6)


def test_what_a_page_put_between_is_not_compared():
    told = [COPY[sentence.start : sentence.end] for sentence in compared_sentences(Document.of(COPY, language="id"))]
    assert not any("Panen Raya" in sentence or "Warta Rawa" in sentence for sentence in told)
    assert "Sebanyak 41 petani kehilangan semua hasil panen musim ini." in told


def test_a_language_that_is_not_installed_is_compared_too():
    assert overlap(body(ORIGIN, "jv"), body(ORIGIN, "jv")).score == 1.0


def test_an_empty_report_is_like_none():
    assert not overlap(body(""), body(ORIGIN)).reprint
    assert traces_of(body("")) == []


def test_a_few_words_make_no_reprint():
    assert not overlap(body("Gudang beras itu terbakar."), body("Gudang beras itu terbakar.")).reprint


@pytest.mark.parametrize("text", [ORIGIN, COPY, ""])
def test_a_body_comes_back_as_it_was_packed(text):
    assert Body.unpacked(body(text).packed()) == body(text)


def test_copies_share_traces_and_own_reports_hardly():
    of_origin, of_copy, of_own = (set(traces_of(body(text))) for text in (ORIGIN, COPY, OWN))
    assert len(of_origin & of_copy) >= 3
    # The quotation that both have gives three.
    assert len(of_origin & of_own) <= 3


def test_traces_are_the_same_for_ever():
    # What is kept in archives has to be found again by a later Konon.
    found = traces_of(body("Gudang beras terbakar malam itu."))
    assert found == [18925382838885, 77708229562838, 212627241446662]
