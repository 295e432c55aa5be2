"""A gold folder is read, or refused with what is wrong in it."""

import json

import pytest

from konon.errors import GoldError
from konon.evaluation import load_gold


@pytest.fixture
def folder(tmp_path, gold):
    report = {"doc": "t1", "part": "dev", "text": gold.text}
    (tmp_path / "reports.jsonl").write_text(json.dumps(report) + "\n", encoding="utf-8")
    (tmp_path / "gold.jsonl").write_text(gold.model_dump_json(exclude={"text"}) + "\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("part", [None, "dev"])
def test_the_reports_of_a_part(folder, gold, part):
    assert load_gold(folder, part=part) == [gold]


def test_a_folder_with_one_report_may_name_its_file_so(folder, gold):
    (folder / "reports.jsonl").rename(folder / "report.jsonl")
    assert load_gold(folder) == [gold]


def test_an_unknown_part_names_the_parts(folder):
    with pytest.raises(GoldError, match="Parts: dev"):
        load_gold(folder, part="test")


@pytest.mark.parametrize(
    ("file", "content", "message"),
    [
        ("gold.jsonl", '{"doc": "t1"\n', "line 1: not a JSON object"),
        ("gold.jsonl", '[1, 2]\n', "line 1: not a JSON object"),
        ("gold.jsonl", '{"doc": "t1"}\n', "t1: not a gold record"),
        ("gold.jsonl", '{"doc": "t1", "sha256": "0"}\n', "t1: its report is missing or has another text"),
    ],
)  # fmt: skip
def test_a_broken_folder_is_refused(folder, file, content, message):
    (folder / file).write_text(content, encoding="utf-8")
    with pytest.raises(GoldError, match=message):
        load_gold(folder)


@pytest.mark.parametrize("file", ["reports.jsonl", "gold.jsonl"])
def test_a_missing_file_is_named(folder, file):
    (folder / file).unlink()
    with pytest.raises(GoldError, match=file):
        load_gold(folder)
