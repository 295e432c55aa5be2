"""Plain text → Document: the title on its first line, byline and date lines, markdown links reduced to their words."""

import re
from collections.abc import Iterator

from konon.errors import ContentError, ReadingError
from konon.reading.assemble import Findings, assemble, language_of
from konon.reading.encoding import check_binary, decode
from konon.reading.front import split_front
from konon.reading.source import Source, readers
from konon.record import Document
from konon.settings import DEFAULTS, Settings

_PICTURE = re.compile(r"!\[[^\[\]\n]*\]\([^()\s]*\)")
_LINK = re.compile(r"\[([^\[\]\n]*)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s\"[^\"\n]*\")?\)")
_LINE_END = re.compile(r"\r\n?|[\u2028\u0085]|\u2029")


class TextReader:
    """Reads plain text: any bytes that are text and nothing better."""

    # None of its own: lines of JSON and pages are saved as .txt, too, and their content tells.
    suffixes: tuple[str, ...] = ()
    media_types: tuple[str, ...] = ()

    def recognises(self, head: bytes) -> bool:
        """Never: plain text is what is left."""
        return not head

    def read(self, source: Source) -> Iterator[Document | ReadingError]:
        """The one report that the text holds."""
        data = source.whole()
        check_binary(data, source.name)
        text = decode(data, source.name, declared=source.charset)
        yield read_text(text, source.name, url=source.url, settings=source.settings)


def read_text(text: str, name: str = "text", *, url: str | None = None, settings: Settings = DEFAULTS) -> Document:
    """The report that a plain text holds; ContentError where there is none."""
    plain = plain_lines(text)
    if not plain:
        raise ContentError("the text is empty.", subject=name, remedy="Give a report that has text.")
    code = language_of(plain, name, settings=settings)
    front = split_front(plain, code)
    found = Findings(
        text=front.body, url=url, title=front.title, byline=front.byline, published=front.published, language=code
    )
    return assemble(found, name, settings=settings)


def plain_lines(text: str) -> str:
    """The text with line feeds as its only line ends, links reduced to their words, and nothing blank around it."""
    lines = _LINE_END.sub("\n", text.removeprefix("\ufeff"))
    return _LINK.sub(r"\1", _PICTURE.sub("", lines)).strip("\n\t \u00a0")


readers.register("text", TextReader())
