"""What was read off a source → Document; language, dateline and outlet are told from the text if by nothing better."""

import unicodedata
from dataclasses import dataclass

from konon.errors import ContentError, LanguageError
from konon.language.base import language as installed
from konon.language.dateline import find_dateline
from konon.language.detect import detect
from konon.reading.outlet import as_written, by_name, by_url, host_of
from konon.record import Document
from konon.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What a reader found; `site` is what a page calls itself, `published` is ISO 8601 already."""

    text: str
    url: str | None = None
    outlet: str | None = None
    site: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    language: str | None = None


def assemble(findings: Findings, name: str, *, settings: Settings) -> Document:
    """The document of what was found; `name` is how errors call it."""
    text = unicodedata.normalize("NFC", findings.text)
    if not text.strip():
        raise ContentError("the report is empty.", subject=name, remedy="Give one that has text.")
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        raise ContentError("the text holds half a surrogate pair.", subject=name, remedy="Write it as valid Unicode.")
    code = language_of(text, name, given=findings.language, settings=settings)
    dateline = find_dateline(text, code)
    outlet = (
        _tidy(findings.outlet)
        or by_name(findings.site)
        or by_url(findings.url)
        or as_written(findings.site)
        or by_name(dateline.outlet if dateline else None)
        or as_written(dateline.outlet if dateline else None)
        or host_of(findings.url)
    )
    return Document.of(
        text, language=code, url=_tidy(findings.url), outlet=outlet, title=_tidy(findings.title),
        byline=_tidy(findings.byline), dateline=dateline.place if dateline else None, published=findings.published,
    )  # fmt: skip


def language_of(text: str, name: str, *, settings: Settings, given: str | None = None) -> str:
    """The language that is forced, given or detected; LanguageError names the report and those installed."""
    try:
        if settings.language:
            return installed(settings.language).code
        if given:
            return installed(given).code
        return detect(text, settings.default_language)
    except LanguageError as error:
        raise LanguageError(error.message, subject=name, remedy=error.remedy) from error


def _tidy(given: str | None) -> str | None:
    """One line in NFC; None where nothing is left."""
    return " ".join(unicodedata.normalize("NFC", given).split()) or None if given else None
