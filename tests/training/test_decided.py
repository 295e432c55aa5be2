"""Training reads what people decided, as `konon archive gold` writes it."""

import json

import pytest
from training.reports import gold, report_samples

from konon import read
from konon.export.gold import gold_record, gold_report

TEXT = (
    '"Kami akan membuka gudang beras itu," kata Wali Kota Harun Salim dalam surat, Selasa (12/3/2024).\n'
    "Sedikitnya 14 orang tewas dalam serangan itu, menurut Palang Merah."
)


@pytest.fixture
def folder(tmp_path):
    record = read(TEXT)
    for name, line in (("reports.jsonl", gold_report(record, "r1", part="train", origin={"by": ["Rina"]})),
                       ("gold.jsonl", gold_record(record, "r1", part="train"))):  # fmt: skip
        (tmp_path / name).write_text(json.dumps(line) + "\n", encoding="utf-8")
    return tmp_path


def test_decided_reports_become_samples(folder):
    ((report, record),) = gold(folder, "train")
    (sample,) = report_samples(report, record, ())
    words = {task: [sample.units[unit].text for unit, label in labels.items() if label not in {"O", 0}]
             for task, labels in sample.labels.items()}  # fmt: skip
    assert words["cue"] == ["kata", "menurut"]
    assert words["source"] == ["Wali", "Kota", "Harun", "Salim", "Palang", "Merah"]
    assert words["link"] == ["surat"]
    assert words["content"][0] == "Kami"
    assert "14" in words["count"]
    assert sorted(act for *_, act in sample.told) == ["promise", "say"]
