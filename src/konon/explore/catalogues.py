"""The messages of the interface, compiled; `python -m konon.explore.catalogues` does it anew."""

import io
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

FILES = tuple(sorted(Path(__file__).with_name("locales").glob("*/LC_MESSAGES/konon.po")))


def compiled(file: Path) -> bytes:
    """A file of messages as programs read it."""
    made = io.BytesIO()
    with file.open("rb") as messages:
        write_mo(made, read_po(messages, locale=file.parts[-3], domain="konon"))
    return made.getvalue()


if __name__ == "__main__":
    for one in FILES:
        one.with_suffix(".mo").write_bytes(compiled(one))
