import re
from pathlib import Path

import pytest

import konon
from konon.evaluation.sheet import LINES
from konon.export.account import Account
from konon.record import Document

PAGE = (Path(__file__).parents[2] / "docs" / "quality.md").read_text(encoding="utf-8")
GOOD = [" ".join(found.split()) for found in re.findall(r"\*((?:\"|Menurut)[^*]+)\*", PAGE, re.DOTALL)]


def test_the_page_has_a_row_for_each_line_of_the_table():
    figures = PAGE.partition("## Confidences")[0]
    assert re.findall(r"^\| (\w[^|]+?) \|", figures, re.MULTILINE)[1:] == list(LINES)


READ = [
    ("Lestari Wiguna", ""),
    ("Lestari Wiguna surat Kabar Nusa", ""),
    ("Lestari Wiguna", "killed 12 None displaced 100 999"),
]


@pytest.mark.parametrize(("text", "read"), list(zip(GOOD, READ, strict=True)))
def test_what_the_page_says_is_good_is_good(text, read):
    record = konon.read(Document.of(text, language="id"))
    (said,) = record.statements
    chain = " ".join(station.name for station in Account(record).chain(said)[:-1])
    numbers = " ".join(f"{count.kind} {count.minimum} {count.maximum}" for count in record.counts)
    assert (chain, numbers) == read
    assert {count.attributed_to for count in record.counts} <= {said.id}
