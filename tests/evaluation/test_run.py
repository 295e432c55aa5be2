"""Records from a file, or read afresh from the reports of the folder."""

import json

import pytest

from konon.errors import GoldError
from konon.evaluation import evaluate, load_gold, load_records, read_records


def test_records_come_back_from_a_file(tmp_path, record_with):
    records = [record_with(), record_with("statements", act="deny")]
    (tmp_path / "records.jsonl").write_text("\n\n".join(record.to_json() for record in records), encoding="utf-8")
    assert list(load_records(tmp_path / "records.jsonl")) == records


@pytest.mark.parametrize("line", ["{", "{}", "[]"])
def test_a_line_that_is_no_record_is_named(tmp_path, line):
    (tmp_path / "records.jsonl").write_text(f"\n{line}\n", encoding="utf-8")
    with pytest.raises(GoldError, match=r"records\.jsonl, line 2: not a record"):
        list(load_records(tmp_path / "records.jsonl"))


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(GoldError, match=r"none\.jsonl"):
        list(load_records(tmp_path / "none.jsonl"))


def test_the_reports_of_the_part_are_read(tmp_path, gold):
    report = {"doc": gold.doc, "text": gold.text, "language": "id"}
    lines = [{**report, "doc": "other", "text": gold.text + " Lain."}, report]
    (tmp_path / "reports.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    (tmp_path / "gold.jsonl").write_text(gold.model_dump_json(exclude={"text"}), encoding="utf-8")
    golds = load_gold(tmp_path)
    records = list(read_records(tmp_path, golds))
    assert [record.document.text for record in records] == [gold.text]
    assert evaluate(golds, records).breaches == []
