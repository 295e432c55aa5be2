"""JSON lines → Documents, one report a line; a line is read, given out and forgotten before the next."""

import codecs
import io
import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from konon.errors import ContentError, ReadingError
from konon.language.base import languages
from konon.reading.assemble import Findings, assemble
from konon.reading.encoding import check_binary, decode, mark
from konon.reading.published import normalised
from konon.reading.source import Source, readers, too_large
from konon.record import Document
from konon.settings import Settings

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer as Buffer

_START = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"')
_FIELDS = {
    "text": ("text", "content", "body"),
    "published": ("published", "date", "published_at", "publishing_date", "publish_date"),
    "byline": ("byline", "author"),
}
_SHAPE = 'Write an object with "text" and, where known, "title", "outlet", "url" and "published".'


class JsonLinesReader:
    """Reads one report a line: an object with `text`, and `title`, `outlet`, `url`, `published`, … where known."""

    suffixes: tuple[str, ...] = (".jsonl", ".ndjson", ".json")
    media_types: tuple[str, ...] = (
        "application/jsonl",
        "application/x-ndjson",
        "application/x-jsonlines",
        "application/json",
    )

    def recognises(self, head: bytes) -> bool:
        """Whether the bytes begin with a JSON object."""
        return _START.match(head) is not None

    def read(self, source: Source) -> Iterator[Document | ReadingError]:
        """A document or an error for each line that is not blank."""
        empty = True
        for number, line in enumerate(_lines(source), start=1):
            if isinstance(line, bytes) and not line.strip():
                continue
            empty = False
            try:
                yield _document(line, f"{source.name}, line {number}", source)
            except ReadingError as error:
                yield error
        if empty:
            raise ContentError("no lines.", subject=source.name, remedy=_SHAPE)


def _lines(source: Source) -> Iterator[bytes | None]:
    """The lines without their byte order mark; None for one that is larger than the settings allow."""
    head = source.stream.peek(4096)
    check_binary(head, source.name)
    if head.startswith(codecs.BOM_UTF8):
        source.stream.read(len(codecs.BOM_UTF8))
    stream = source.stream
    if (mark(head) or "").startswith("utf-16"):
        stream = io.BufferedReader(_Recoded(source.stream))
    limit = source.settings.max_bytes
    while line := stream.readline(limit + 1):
        if len(line) <= limit:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(limit)
        yield None


class _Recoded(io.RawIOBase):
    """UTF-16 as UTF-8, piece by piece."""

    def __init__(self, stream: "io.BufferedReader[Any]") -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-16")("replace")
        self._left = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "Buffer") -> int:
        """Bytes put into the buffer; 0 at the end."""
        while not self._left:
            piece = self._stream.read(8192)
            self._left = self._decoder.decode(piece, final=not piece).encode()
            if not piece and not self._left:
                return 0
        view = memoryview(buffer)
        given = self._left[: len(view)]
        view[: len(given)] = given
        self._left = self._left[len(given) :]
        return len(given)


def _document(line: bytes | None, place: str, source: Source) -> Document:
    if line is None:
        raise too_large(place, source.settings)
    fields = _fields(decode(line, place), place)
    settings = source.settings
    url, language = _string(fields, "url"), (_string(fields, "language") or "").split("-")[0].lower()
    found = Findings(
        text=_text(fields, place), url=url, outlet=_string(fields, "outlet"), title=_string(fields, "title"),
        byline=_string(fields, "byline"), published=_published(fields, settings),
        language=language if language in languages.names() else None,
    )  # fmt: skip
    return assemble(found, place, settings=settings)


def _fields(line: str, place: str) -> Mapping[str, Any]:
    try:
        fields = json.loads(line)
    except json.JSONDecodeError as error:
        message = f"broken JSON, {error.msg} at character {error.pos + 1}."
        raise ContentError(message, subject=place, remedy="Mend the line or take it out.") from error
    except (RecursionError, ValueError) as error:
        raise ContentError("JSON that can't be read.", subject=place, remedy="Mend the line or take it out.") from error
    if not isinstance(fields, dict):
        raise ContentError("no JSON object.", subject=place, remedy=_SHAPE)
    return fields


def _text(fields: Mapping[str, Any], place: str) -> str:
    given = next(((name, fields[name]) for name in _FIELDS["text"] if fields.get(name) is not None), None)
    if given is None:
        raise ContentError('"text" is missing.', subject=place, remedy=_SHAPE)
    name, text = given
    if not isinstance(text, str):
        raise ContentError(f'"{name}" is not a string.', subject=place, remedy=_SHAPE)
    if not text.strip():
        raise ContentError(f'"{name}" is empty.', subject=place, remedy="Fill it in or take the line out.")
    return text


def _string(fields: Mapping[str, Any], name: str) -> str | None:
    """The first of the names of this field that holds a string."""
    values = (fields.get(alias) for alias in _FIELDS.get(name, (name,)))
    return next((value for value in values if isinstance(value, str) and value.strip() and _encodable(value)), None)


def _encodable(value: str) -> bool:
    return not any("\ud800" <= letter <= "\udfff" for letter in value)


def _published(fields: Mapping[str, Any], settings: Settings) -> str | None:
    return normalised(_string(fields, "published"), settings.language or settings.default_language)


readers.register("jsonl", JsonLinesReader())
