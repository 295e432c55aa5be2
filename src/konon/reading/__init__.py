"""Reports in: bytes, files, pages → Document."""

from konon.reading import html, jsonl, text  # noqa: F401  # each registers its reader
from konon.reading.fetch import Fetch, HttpFetch, Page
from konon.reading.load import load, load_many, read_bytes, read_stream
from konon.reading.reach import Reach
from konon.reading.source import Reader, Source, readers
from konon.reading.text import read_text

__all__ = [
    "Fetch", "HttpFetch", "Page", "Reach", "Reader", "Source", "load", "load_many", "read_bytes", "read_stream",
    "read_text", "readers",
]  # fmt: skip
