"""Document → Record: a pure function, and the same over many documents."""

from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from collections import deque
from importlib.metadata import version
from unicodedata import normalize

from konon.errors import LanguageError
from konon.extraction.assemble import assemble
from konon.extraction.chains import chains
from konon.extraction.draft import Draft
from konon.extraction.entities import entities
from konon.extraction.stage import Stage, in_order
from konon.extraction.statements.stage import statements
from konon.language.analyse import analyse
from konon.language.base import language
from konon.language.detect import detect
from konon.record import Document, Record, check

VERSION = version("konon")

STAGES: tuple[Stage, ...] = in_order([entities, statements, chains])


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
    return check(assemble(draft, version=VERSION))


def _document(text: str) -> Document:
    kept = normalize("NFC", text)
    return Document.of(kept, language=detect(kept))
