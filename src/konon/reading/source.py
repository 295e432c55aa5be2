"""What a reader of a source format gets and how it is registered."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from konon.errors import ReadingError, SourceError
from konon.record import Document
from konon.registry import Registry
from konon.settings import DEFAULTS, Settings

if TYPE_CHECKING:
    from io import BufferedReader


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Bytes to be read and what is known of them: `name` for messages, the URL, the charset that the server told."""

    name: str
    stream: "BufferedReader[Any]"
    url: str | None = None
    charset: str | None = None
    settings: Settings = DEFAULTS

    def whole(self) -> bytes:
        """All bytes; SourceError where there are more than the settings allow."""
        data = self.stream.read(self.settings.max_bytes + 1)
        if len(data) > self.settings.max_bytes:
            raise too_large(self.name, self.settings)
        return data


def too_large(name: str, settings: Settings) -> SourceError:
    """The error for what is larger than the settings allow."""
    limit = settings.max_bytes / 1_000_000
    return SourceError(
        f"over {limit:g} MB.",
        subject=name,
        remedy="Split it, or raise max_bytes (KONON_MAX_BYTES) if it is one report.",
    )


class Reader(Protocol):
    """Reads one source format; `suffixes` of file names and `media_types` of pages are known to be of this format."""

    suffixes: tuple[str, ...]
    media_types: tuple[str, ...]

    def recognises(self, head: bytes) -> bool:
        """Whether the beginning of the bytes shows this format."""
        ...

    def read(self, source: Source) -> Iterator[Document | ReadingError]:
        """The reports in it, in order; what can't be read is an error in its place."""
        ...


readers: Registry[Reader] = Registry("reader", group="konon.readers")
