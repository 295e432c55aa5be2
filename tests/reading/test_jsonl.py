import io
import json

import pytest

from konon.errors import ContentError, LanguageError, ReadingError, SourceError
from konon.reading import read_bytes, read_stream
from konon.record import Document
from konon.settings import Settings

TEXT = "KENDARI - Warga yang tinggal di tepi sungai itu belum bisa pulang."


def lines(*objects: object, encoding="utf-8"):
    return "\n".join(one if isinstance(one, str) else json.dumps(one, ensure_ascii=False) for one in objects).encode(
        encoding
    )


def test_a_line_is_a_document():
    given = {
        "doc": 1,
        "title": " Air  Naik ",
        "outlet": "Warta",
        "url": "https://www.kompas.com/a",
        "published": "01/19/2021 16:30",
        "text": TEXT,
    }
    (document,) = read_bytes(lines(given), "a.jsonl")
    assert document == Document.of(
        TEXT, language="id", url="https://www.kompas.com/a", outlet="Warta", title="Air Naik", dateline="Kendari",
        published="2021-01-19T16:30",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "outlet"),
    [
        ({"url": "https://news.detik.com/x/1"}, "Detik"),
        ({"url": "https://contoh.example/x"}, "contoh.example"),
        ({}, None),
    ],
)
def test_the_outlet_is_told_by_the_url(fields, outlet):
    (document,) = read_bytes(lines({"text": TEXT, **fields}), "a.jsonl")
    assert document.outlet == outlet


def test_the_text_is_exactly_what_was_given():
    text = f"  Air Naik\n\n{TEXT} [peta](#)\r\n\n"
    (document,) = read_bytes(lines({"text": text}), "a.jsonl")
    assert document.text == text


@pytest.mark.parametrize(("name", "date"), [("content", "date"), ("body", "publish_date")])
def test_aliases(name, date):
    (document,) = read_bytes(lines({name: TEXT, date: "Sabtu, 9 Januari 2021 10:15 WIB", "author": "Sari"}), "a.jsonl")
    assert (document.text, document.published, document.byline) == (TEXT, "2021-01-09T10:15+07:00", "Sari")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('{"text": "a" "b"}', "broken JSON, Expecting ',' delimiter at character 14"),
        ("[" * 5000, "JSON that can't be read"),
        ("[1]", "no JSON object"),
        ("{}", '"text" is missing'),
        ('{"text": null}', '"text" is missing'),
        ('{"text": 7}', '"text" is not a string'),
        ('{"body": []}', '"body" is not a string'),
        ('{"text": " "}', '"text" is empty'),
        ('{"text": "Warga \\ud800 itu yang"}', "surrogate"),
        ('{"text": "The minister said on Monday that the bridge would be opened again."}', "English"),
    ],
)
def test_a_bad_line_is_an_error_and_the_others_are_read(line, words):
    first, second, third = read_bytes(lines({"text": TEXT}, line, {"text": TEXT}), "a.jsonl")
    assert isinstance(first, Document)
    assert isinstance(third, Document)
    assert isinstance(second, ReadingError)
    assert second.subject == "a.jsonl, line 2"
    assert words in second.message
    assert second.remedy


def test_blank_lines_count_but_are_no_reports():
    first, error = read_bytes(b"\n" + lines({"text": TEXT}) + b"\n\n\n\n\n{", "a.jsonl")
    assert isinstance(first, Document)
    assert error.subject == "a.jsonl, line 7"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding):
    (document,) = read_bytes(lines({"text": f"{TEXT} Kafé."}, encoding=encoding), "a.jsonl")
    assert document.text == f"{TEXT} Kafé."


def test_a_line_that_is_too_long_is_left_out():
    small = Settings(max_bytes=200)
    long, short = read_bytes(lines({"text": TEXT * 20}, {"text": TEXT}), "a.jsonl", settings=small)
    assert isinstance(long, SourceError)
    assert long.subject == "a.jsonl, line 1"
    assert isinstance(short, Document)


def test_lines_are_read_as_they_are_asked_for():
    class Endless(io.RawIOBase):
        given = 0

        def readable(self) -> bool:
            return True

        def readinto(self, buffer) -> int:
            piece = (lines({"text": TEXT}) + b"\n")[: len(buffer)]
            buffer[: len(piece)] = piece
            self.given += len(piece)
            return len(piece)

    stream = Endless()
    found = read_stream(stream, "-")
    assert next(found).text == TEXT
    assert stream.given < 50_000


def test_only_blank_lines_are_an_error():
    (error,) = read_bytes(b"\n\n", "a.jsonl")
    assert isinstance(error, ContentError)


def test_a_language_that_is_given_is_believed_if_it_is_installed():
    english = "The minister said on Monday that the bridge would be opened again."
    given, unknown = read_bytes(
        lines({"text": english, "language": "id-ID"}, {"text": english, "language": "xx"}), "a.jsonl"
    )
    assert given.language == "id"
    assert isinstance(unknown, LanguageError)
