"""Konon reads news reports and keeps, for every statement, the way by which it reached the page."""

from importlib import import_module
from typing import TYPE_CHECKING

from konon.errors import KononError
from konon.pipeline import VERSION, read, read_many
from konon.reading import load, load_many
from konon.record import Document, Record
from konon.settings import Settings

if TYPE_CHECKING:
    from konon.archive import Archive

__all__ = [
    "Archive", "Document", "KononError", "Record", "Settings", "__version__", "load", "load_many", "read", "read_many",
]  # fmt: skip

__version__ = VERSION


def __getattr__(name: str) -> object:
    # Databases take a while to load, and most programs that read have none.
    if name == "Archive":
        return import_module("konon.archive").Archive
    raise AttributeError(f"module 'konon' has no attribute {name!r}")
