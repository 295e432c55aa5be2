import codecs

import pytest

from konon.errors import ContentError
from konon.reading.encoding import check_binary, decode

TEXT = "“Kami siap,” kata José — warga di kafé."


@pytest.mark.parametrize(
    ("data", "declared"),
    [
        (TEXT.encode(), None),
        (TEXT.encode("utf-8-sig"), None),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), None),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-8"),
        (TEXT.encode("cp1252"), None),
        (TEXT.encode("cp1252"), "iso-8859-1"),
        (TEXT.encode("cp1252"), "windows-1252"),
        (TEXT.encode(), "no-such-charset"),
        (TEXT.encode(), "rot13"),
        (TEXT.encode("cp1252"), "utf-8"),
    ],
)
def test_decode(data, declared):
    assert decode(data, "a.txt", declared=declared) == TEXT


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7 \n", "a PDF"),
        (b"PK\x03\x04abc", "ZIP"),
        (b"\x89PNG\r\n", "a picture"),
        (b"abc\x00def", "binary data"),
        (bytes(range(1, 32)) * 20, "binary data"),
    ],
)
def test_binary_is_named(data, kind):
    with pytest.raises(ContentError, match=kind) as caught:
        check_binary(data, "a.txt")
    assert caught.value.subject == "a.txt"
    assert caught.value.remedy


@pytest.mark.parametrize("data", [b"", TEXT.encode(), TEXT.encode("utf-16"), b"a\x0cb\x1b[0m" + b"c" * 200])
def test_text_is_not_binary(data):
    check_binary(data, "a.txt")
