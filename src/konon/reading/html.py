"""Pages → Document: the article's text, and what the page states about it."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from konon.errors import ContentError, ReadingError
from konon.reading.assemble import Findings, assemble
from konon.reading.body import article_text
from konon.reading.encoding import check_binary, decode
from konon.reading.page import facts
from konon.reading.source import Source, readers
from konon.record import Document

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BEGINNING = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|article)\b",
    re.I | re.S,
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.I)
_XML = re.compile(r"\s*<\?xml[^>]*\?>")
# What is shorter than this, in words, is a notice or the head of a list.
_LEAST_WORDS = 20


class HtmlReader:
    """Reads one article of a page, saved or fetched."""

    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml", ".shtml")
    media_types: tuple[str, ...] = ("text/html", "application/xhtml+xml")

    def recognises(self, head: bytes) -> bool:
        """Whether the bytes begin like a page."""
        return _BEGINNING.match(head) is not None

    def read(self, source: Source) -> Iterator[Document | ReadingError]:
        """The one report that the page holds."""
        data = source.whole()
        check_binary(data, source.name)
        declared = _CHARSET.search(data[:8192])
        charset = source.charset or (declared.group(1).decode("ascii") if declared else None)
        tree = _tree(decode(data, source.name, declared=charset))
        if tree is None:
            raise _no_article(source, len(data), "")
        yield _document(tree, source, size=len(data))


def _tree(page: str) -> "HtmlElement | None":
    from lxml import etree, html  # start-up: only pages need them

    # lxml refuses a text that declares its own encoding.
    cleaned = _XML.sub("", page, count=1).replace("\x00", "")
    try:
        return html.document_fromstring(cleaned)
    except (etree.ParserError, ValueError):
        return None


def _document(tree: "HtmlElement", source: Source, *, size: int) -> Document:
    code = source.settings.language or source.settings.default_language
    stated = facts(tree, url=source.url, code=code)
    text, byline = article_text(tree, told=stated.body, title=stated.title, code=code)
    if len(text.split()) < _LEAST_WORDS:
        raise _no_article(source, size, text)
    found = Findings(
        text=text, url=stated.url, site=stated.site, title=stated.title, published=stated.published,
        byline=", ".join(stated.authors) or byline,
    )  # fmt: skip
    return assemble(found, source.name, settings=source.settings)


def _no_article(source: Source, size: int, text: str) -> ContentError:
    paragraphs = sum(1 for line in text.split("\n") if line.strip())
    message = f"no article in the page ({max(size // 1000, 1)} KB, {paragraphs} paragraphs)."
    return ContentError(
        message, subject=source.name, remedy="Give the article's own page, or copy its text into a file."
    )


readers.register("html", HtmlReader())
