"""The reports of the demo: invented stories of invented outlets, told by several of them."""

import hashlib
import os
import sys
import tomllib
from functools import cache
from pathlib import Path

from konon.pipeline import VERSION
from konon.record import Document

_FOLDER = Path(__file__).with_name("demo")


@cache
def documents() -> tuple[Document, ...]:
    """The reports, in the order in which they came out; two of one page are its versions."""
    told = [report for file in sorted(_FOLDER.glob("*.toml"))
            for report in tomllib.loads(file.read_text(encoding="utf-8"))["report"]]  # fmt: skip
    told.sort(key=lambda report: str(report["published"]))
    return tuple(
        Document.of(
            report["text"].strip(), language="id", url=report["url"], outlet=report["outlet"], title=report["title"],
            byline=report.get("byline"), dateline=report.get("dateline"), published=str(report["published"]),
        )
        for report in told
    )  # fmt: skip


def place(tables: str) -> Path:
    """Where their archive is kept: a file of the user's cache, another one for other texts, tables or another Konon."""
    told = "\x1f".join([VERSION, tables, os.environ.get("KONON_MODEL", ""), *(document.id for document in documents())])
    return _cache() / "konon" / f"demo-{hashlib.sha256(told.encode()).hexdigest()[:12]}.db"


def _cache() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
