import json
from pathlib import Path

import pytest

from konon.errors import ContentError, KononError, ReadingError, RegistryError, SourceError
from konon.reading import load, load_many, read_bytes, readers
from konon.record import Document
from konon.settings import Settings

TEXT = "KENDARI - Warga yang tinggal di tepi sungai itu belum bisa pulang."
LINE = json.dumps({"text": TEXT}).encode()
PAGE = (
    b"<!DOCTYPE html>\n<html><body>"
    + b"<p>Warga yang tinggal di tepi sungai itu belum bisa pulang.</p>" * 4
    + b"</body></html>"
)


@pytest.fixture
def write(tmp_path):
    def written(name, data) -> Path:
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    return written


@pytest.mark.parametrize(
    ("name", "data", "paragraphs"),
    [
        ("a.txt", TEXT.encode(), 1),
        ("a", TEXT.encode(), 1),
        ("a.jsonl", LINE, 1),
        ("a.txt", LINE, 1),
        ("-", LINE, 1),
        ("a.html", PAGE, 4),
        ("a", b"\xef\xbb\xbf  <!-- disimpan -->\n" + PAGE, 4),
        ("a.txt", PAGE, 4),
    ],
)
def test_the_format_is_told_by_name_or_content(name, data, paragraphs):
    (document,) = read_bytes(data, name)
    assert isinstance(document, Document)
    assert document.text.count("belum bisa pulang.") == paragraphs
    assert "<" not in document.text
    assert "{" not in document.text


def test_the_format_can_be_named():
    (document,) = read_bytes(LINE + b" yang di dan", "a.jsonl", form="text")
    assert document.text.startswith("{")
    with pytest.raises(RegistryError, match="Installed: html, jsonl, text"):
        list(read_bytes(LINE, "a.jsonl", form="pdf"))
    assert readers.names() == ["html", "jsonl", "text"]


def test_a_stream_goes_on_in_order(write, tmp_path):
    many = write("many.jsonl", LINE + b"\n{\n" + LINE)
    sources = [write("a.txt", TEXT), tmp_path / "none.txt", many, str(write("b.txt", TEXT))]
    found = list(load_many(sources))
    assert [isinstance(one, Document) for one in found] == [True, False, True, False, True, True]
    assert found[3].subject == f"{many}, line 2"


def test_nothing_is_opened_before_it_is_asked_for(write, tmp_path):
    found = load_many([write("a.txt", TEXT), tmp_path / "later.txt"])
    assert isinstance(next(found), Document)
    write("later.txt", TEXT)
    assert isinstance(next(found), Document)


@pytest.mark.parametrize(
    ("data", "kind", "words"),
    [
        (b"", ContentError, "empty"),
        (b" \n ", ContentError, "the text is empty"),
        (b"%PDF-1.4", ContentError, "a PDF"),
        (b"\x00\x01\x02", ContentError, "binary data"),
        (b"x" * 2001, SourceError, r"over 0\.002 MB"),
    ],
)
def test_files_that_hold_no_report(write, data, kind, words):
    path = write("a.txt", data)
    with pytest.raises(kind, match=words) as caught:
        load(path, settings=Settings(max_bytes=2000))
    assert caught.value.subject == str(path)
    assert caught.value.remedy


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(SourceError, match="no such file"):
        load(tmp_path / "none.txt")


def test_a_folder(tmp_path):
    with pytest.raises(SourceError, match="this is a folder"):
        load(tmp_path)


@pytest.mark.parametrize("name", ["a\x00b", "a" * 5000])
def test_a_name_that_no_file_can_have(name):
    with pytest.raises(SourceError, match="can't be opened"):
        load(name)


def test_load_gives_one_report(write):
    assert load(write("one.jsonl", LINE)).text == TEXT
    with pytest.raises(ContentError, match="more than one report"):
        load(write("two.jsonl", LINE + b"\n" + LINE))
    with pytest.raises(ReadingError, match=r"line 1: broken JSON"):
        load(write("broken.jsonl", b"{"))


def test_errors_are_konons_own(write):
    for found in load_many([write("a.html", b"<html>"), write("b.pdf", b"%PDF-")]):
        assert isinstance(found, KononError)
