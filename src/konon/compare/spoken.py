"""The language of a report, where it is installed."""

from functools import cache

from konon.language.base import Language, languages
from konon.record import Document


def spoken(document: Document) -> Language | None:
    """The language that a report is written in; None where it is not installed."""
    return _installed(document.language.partition("-")[0])


@cache
def _installed(code: str) -> Language | None:
    return languages.get(code) if code in languages.names() else None
