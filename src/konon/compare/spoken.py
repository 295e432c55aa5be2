"""The language of a report, where it is installed."""

from functools import cache

from konon.language.base import Language, languages
from konon.record import Document


def spoken(document: Document) -> Language | None:
    """The language that a report is written in; None where it is not installed."""
    return installed(document.language)


@cache
def installed(code: str) -> Language | None:
    """The language of a report's code, such as `id` or `id-ID`; None where it is not installed."""
    known = code.partition("-")[0]
    return languages.get(known) if known in languages.names() else None
