"""Bytes → text: byte order marks, a declared charset, UTF-8, and at last a guess. Mojibake is not repaired."""

import codecs
import re

from konon.errors import ContentError

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))

_FORMATS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a gzip file"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
)

# Bytes that no text holds: control characters but for tab, line feeds, form feed, carriage return and escape.
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")

# Where UTF-8 and the declaration fail, the guess is kept to what pages in Latin letters were ever written in: on short
# texts an open guess lands on Cyrillic or Chinese charsets.
_LIKELY = ["cp1252", "mac_roman", "cp437"]


def mark(data: bytes) -> str | None:
    """The encoding that a byte order mark tells."""
    return next((encoding for sign, encoding in _MARKS if data.startswith(sign)), None)


def check_binary(data: bytes, name: str) -> None:
    """ContentError where the bytes are no text at all."""
    if mark(data):
        return
    kind = next((kind for sign, kind in _FORMATS if data.startswith(sign)), None)
    if kind is None:
        head = data[:4096]
        if b"\x00" not in head and len(_CONTROL.findall(head)) * 50 <= len(head):
            return
        kind = "binary data"
    raise ContentError(f"this is {kind}, not text.", subject=name, remedy="Save the report as text or HTML first.")


def decode(data: bytes, name: str, *, declared: str | None = None) -> str:
    """The text of the bytes; a byte order mark goes before `declared`, that before UTF-8, that before a guess."""
    marked = mark(data)
    for encoding in (marked, _known(declared), "utf-8"):
        if encoding:
            try:
                return data.decode(encoding).removeprefix("\ufeff")
            except UnicodeDecodeError:
                continue
    return _guess(data, name)


def _known(declared: str | None) -> str | None:
    """The codec of a declared charset; browsers read Latin-1 and ASCII as Windows-1252, and so do pages mean it."""
    if not declared:
        return None
    try:
        codec = codecs.lookup(declared.strip())
    except LookupError:
        return None
    # Codecs such as rot13 and hex turn text into text or bytes into bytes: no page is written in them.
    if not getattr(codec, "_is_text_encoding", True):
        return None
    return "cp1252" if codec.name in {"iso8859-1", "ascii"} else codec.name


def _guess(data: bytes, name: str) -> str:
    from charset_normalizer import from_bytes  # start-up: few reports need it

    best = from_bytes(data, cp_isolation=_LIKELY).best() or from_bytes(data).best()
    if best is None:
        remedy = "Save it as UTF-8."
        raise ContentError("neither UTF-8 nor another encoding that can be told.", subject=name, remedy=remedy)
    return str(best)
