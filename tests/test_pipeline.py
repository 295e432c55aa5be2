"""Many reports: in their order, errors among them, and the same bytes with several workers."""

import pytest

import konon
from konon import pipeline
from konon.errors import ContentError, LanguageError, RecordError
from konon.record import Document

TEXTS = [f'"Air sudah surut," kata Ani Lestari. Ada {number} rumah yang rusak.' for number in range(4)]


def document(text=TEXTS[0], language="id"):
    return Document.of(text, language=language, title="Banjir")


@pytest.fixture
def mixed():
    """Reports of all kinds: texts, documents, one that was not had and one in a language that is not installed."""
    return [TEXTS[0], ContentError("no text.", subject="kosong.txt"), document(language="jv"), document(), *TEXTS[1:]]


def shown(found):
    return found.to_json() if isinstance(found, konon.Record) else (type(found), str(found))


def test_a_text_is_read_as_its_document_in_composed_letters():
    decomposed = 'Kafe\u0301 itu tutup, "Kami rugi," kata Ani Lestari, pemiliknya.'
    assert pipeline.read(decomposed).document.text.startswith("Kaf\u00e9 ")


def test_records_come_in_order_with_errors_among_them(mixed):
    found = list(pipeline.read_many(mixed))
    assert found[1] is mixed[1]
    assert isinstance(found[2], LanguageError)
    assert found[2].subject == "Banjir"
    assert [one.document.text for one in found if isinstance(one, konon.Record)] == [TEXTS[0], *TEXTS]


def test_workers_give_the_same_bytes(mixed):
    assert [shown(found) for found in pipeline.read_many(mixed, workers=2)] == [*map(shown, pipeline.read_many(mixed))]


def test_a_broken_record_does_not_stop_the_others(monkeypatch):
    sound = pipeline.read

    def broken(report: Document) -> konon.Record:
        if report.text == TEXTS[1]:
            raise RecordError("a span lies outside the text.")
        return sound(report)

    monkeypatch.setattr(pipeline, "read", broken)
    first, failed, last = pipeline.read_many(TEXTS[:3])
    assert isinstance(failed, RecordError)
    assert failed.subject == Document.of(TEXTS[1], language="id").id
    assert [first.document.text, last.document.text] == [TEXTS[0], TEXTS[2]]


@pytest.mark.parametrize("workers", [1, 2])
def test_reports_are_taken_as_they_are_needed(workers):
    taken = []
    found = pipeline.read_many((taken.append(number) or TEXTS[0] for number in range(60)), workers=workers)
    next(found)
    found.close()
    assert len(taken) < 30
