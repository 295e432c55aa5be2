"""Files, pages and bytes → Documents: finds the reader that fits and lets it read."""

import io
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO, cast
from urllib.parse import urlsplit

from konon.errors import ContentError, ReadingError, SourceError
from konon.reading.fetch import Fetch, HttpFetch, is_url
from konon.reading.source import Reader, Source, readers
from konon.record import Document
from konon.settings import DEFAULTS, Settings

_HEAD = 8192


def load(
    source: str | Path, *, fetch: Fetch | None = None, form: str | None = None, settings: Settings = DEFAULTS
) -> Document:
    """The one report of a file or URL; a ReadingError says why there is none.

    `form` names the reader (`text`, `html`, `jsonl`) where name and content would mislead.
    """
    found = load_many([source], fetch=fetch, form=form, settings=settings)
    first = next(found)
    if isinstance(first, ReadingError):
        raise first
    if next(found, None) is not None:
        raise ContentError("more than one report.", subject=str(source), remedy="Read them all with load_many.")
    return first


def load_many(sources: Iterable[str | Path], *, fetch: Fetch | None = None, form: str | None = None,
              settings: Settings = DEFAULTS) -> Iterator[Document | ReadingError]:  # fmt: skip
    """The reports of files and URLs, in order and one by one; what can't be read is an error in its place."""
    fetching = fetch or HttpFetch(settings)
    for source in sources:
        try:
            if isinstance(source, str) and is_url(source):
                yield from _page(source, fetching, form=form, settings=settings)
            else:
                yield from _file(Path(source), form=form, settings=settings)
        except ReadingError as error:
            yield error


def read_bytes(data: bytes, name: str, *, url: str | None = None, form: str | None = None,
               settings: Settings = DEFAULTS) -> Iterator[Document | ReadingError]:  # fmt: skip
    """The reports in these bytes; `name` is how errors call them, and its suffix may tell their format."""
    return read_stream(io.BytesIO(data), name, url=url, form=form, settings=settings)


def read_stream(stream: BinaryIO, name: str, *, url: str | None = None, form: str | None = None,
                settings: Settings = DEFAULTS) -> Iterator[Document | ReadingError]:  # fmt: skip
    """The reports of a binary stream such as standard input, read as far as they are asked for."""
    buffered: io.BufferedReader[Any] = io.BufferedReader(cast("io.RawIOBase", stream), _HEAD)
    source = Source(name=name, stream=buffered, url=url, settings=settings)
    try:
        yield from _read(source, form=form, suffix=PurePosixPath(name).suffix.lower())
    except ReadingError as error:
        yield error
    finally:
        buffered.detach()


def _file(path: Path, *, form: str | None, settings: Settings) -> Iterator[Document | ReadingError]:
    with _opened(path) as stream:
        source = Source(name=str(path), stream=stream, settings=settings)
        yield from _read(source, form=form, suffix=path.suffix.lower())


def _opened(path: Path) -> "io.BufferedReader[Any]":
    name = str(path)
    try:
        return path.open("rb")
    except FileNotFoundError as error:
        raise SourceError(
            "no such file.", subject=name, remedy="Check the path; a page begins with https://."
        ) from error
    except IsADirectoryError as error:
        remedy = f"Name the files in it, such as {path / '*.txt'}."
        raise SourceError("this is a folder.", subject=name, remedy=remedy) from error
    except PermissionError as error:
        raise SourceError("may not be read.", subject=name, remedy="Change its permissions.") from error
    except (OSError, ValueError) as error:
        raise SourceError(f"can't be opened ({error}).", subject=name, remedy="Check the path.") from error


def _page(url: str, fetch: Fetch, *, form: str | None, settings: Settings) -> Iterator[Document | ReadingError]:
    page = fetch(url)
    stream: io.BufferedReader[Any] = io.BufferedReader(io.BytesIO(page.body))
    source = Source(name=url, stream=stream, url=page.url, charset=page.charset, settings=settings)
    suffix = PurePosixPath(urlsplit(page.url).path).suffix.lower()
    yield from _read(source, form=form, suffix=suffix, media_type=page.media_type)


def _read(source: Source, *, form: str | None, suffix: str, media_type: str = "") -> Iterator[Document | ReadingError]:
    head = source.stream.peek(_HEAD)
    if not head:
        raise ContentError("empty.", subject=source.name, remedy="Give a file with a report in it.")
    return _reader(head, form=form, suffix=suffix, media_type=media_type).read(source)


def _reader(head: bytes, *, form: str | None, suffix: str, media_type: str) -> Reader:
    """The reader that was named, that media type or suffix tell, or the content shows; else the one for text."""
    if form:
        return readers.get(form)
    known = [readers.get(name) for name in readers.names()]
    recognised = (reader for reader in known if reader.recognises(head))
    typed = (reader for reader in known if media_type in reader.media_types)
    named = (reader for reader in known if suffix in reader.suffixes)
    return next(typed, None) or next(named, None) or next(recognised, None) or readers.get("text")
