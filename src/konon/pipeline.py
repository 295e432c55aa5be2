"""Document → Record: a pure function, and the same over many documents."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from importlib.metadata import version
from multiprocessing import get_context
from unicodedata import normalize

from konon.errors import KononError
from konon.extraction.answers import answers
from konon.extraction.assemble import assemble
from konon.extraction.chains import chains
from konon.extraction.counts import counts
from konon.extraction.counts_tied import counted_events
from konon.extraction.draft import Draft
from konon.extraction.entities import entities
from konon.extraction.events.stage import events
from konon.extraction.locations import locations
from konon.extraction.relations import relations
from konon.extraction.sifting import sifting
from konon.extraction.stage import Stage, in_order
from konon.extraction.statements.stage import statements
from konon.extraction.unmarked import unmarked
from konon.language.analyse import analyse
from konon.language.base import language
from konon.language.detect import detect
from konon.record import Document, Record, check

VERSION = version("konon")
# How many reports a worker may have waiting: enough to keep it busy, few enough to stream.
_AHEAD = 8

STAGES: tuple[Stage, ...] = in_order(
    [entities, statements, unmarked, chains, counts, events, relations, answers, locations, sifting, counted_events]
)


def read(report: str | Document) -> Record:
    """The record of a report: a text, or a document that `konon.load` gave.

    The same report and the same version of Konon give the same record, byte for byte. LanguageError where the report
    is written in a language that is not installed.
    """
    document = report if isinstance(report, Document) else _document(report)
    spoken = language(document.language)
    draft = Draft(analyse(document, spoken))
    for stage in STAGES:
        stage.work(draft, spoken)
    return check(assemble(draft, spoken, version=VERSION))


def read_many(reports: Iterable[str | Document | KononError], *, workers: int = 1) -> Iterator[Record | KononError]:
    """The records of many reports, in their order, one at a time.

    What could not be read comes through as the error that names it, so that one bad report stops no other. With several
    workers the reports are read by as many processes, which start anew and import the calling module: a script calls
    this under `if __name__ == "__main__":`. The records are the same bytes.
    """
    if workers <= 1:
        yield from map(_attempt, reports)
        return
    # A process that is forked while other threads hold locks can hang.
    with ProcessPoolExecutor(max_workers=workers, mp_context=get_context("spawn")) as pool:
        waiting: deque[Future[Record | KononError]] = deque()
        for report in reports:
            waiting.append(pool.submit(_attempt, report))
            if len(waiting) > _AHEAD * workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _attempt(report: str | Document | KononError) -> Record | KononError:
    if isinstance(report, KononError):
        return report
    document = report if isinstance(report, Document) else _document(report)
    try:
        return read(document)
    except KononError as error:
        subject = error.subject or document.url or document.title or document.id
        return type(error)(error.message, subject=subject, remedy=error.remedy)


def _document(text: str) -> Document:
    kept = normalize("NFC", text)
    return Document.of(kept, language=detect(kept))
