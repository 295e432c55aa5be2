"""Konon reads news reports and keeps, for every statement, the way by which it reached the page."""

from konon.errors import KononError
from konon.pipeline import VERSION, read, read_many
from konon.reading import load, load_many
from konon.record import Document, Record
from konon.settings import Settings

__all__ = ["Document", "KononError", "Record", "Settings", "__version__", "load", "load_many", "read", "read_many"]

__version__ = VERSION
