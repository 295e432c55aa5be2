"""What people decided becomes gold reports, which `konon evaluate` reads."""

import json
import shutil
from pathlib import Path

import pytest

from konon.archive import Archive
from konon.evaluation.gold import load_gold
from konon.examples import REPORT


@pytest.fixture
def gone_through(konon, tmp_path, monkeypatch):
    """An archive with a report that Rina corrected and went through, and one that nobody has looked at."""
    monkeypatch.chdir(tmp_path)
    shutil.copy(REPORT, "laporan.txt")
    (tmp_path / "lain.txt").write_text('"Jalan itu sudah dibuka," kata Wali Kota Harun Salim, Senin (4/3/2024).')
    konon("add", "laporan.txt", "lain.txt")
    with Archive("konon.db") as kept:
        report = kept.search_reports("Hamdan").items[0].report
        said = next(each for each in kept.record(report).statements if each.act == "deny")
        kept.corrections.put(report, "statement", said.model_copy(update={"act": "reject"}), by="Rina")
        kept.corrections.check(report, by="Rina")
        yield kept, report


def test_gold_holds_what_was_decided(konon, gone_through):
    kept, report = gone_through
    assert konon("archive", "gold", "gold", "--part", "ours").err == "konon: 1 reports in gold\n"
    (gold,) = load_gold(Path("gold"), part="ours")
    record = kept.record(report)
    assert (gold.doc, gold.text) == (report, record.document.text)
    assert [each.act for each in gold.statements] == [each.act for each in record.statements]
    assert "reject" in {each.act for each in gold.statements}
    assert [(link.role, link.name) for each in gold.statements for link in each.chain] == [
        (link.role, next((one.name for one in record.entities if one.id == link.entity), None))
        for each in record.statements for link in each.chain if link.role in {"medium", "relay"}
    ]  # fmt: skip
    line = json.loads((Path("gold") / "reports.jsonl").read_text(encoding="utf-8"))
    assert line["from"]["by"] == ["Rina"]


def test_the_record_that_was_gone_through_scores_as_its_own_gold(konon, gone_through, tmp_path):
    kept, report = gone_through
    konon("archive", "gold", "gold")
    (tmp_path / "records.jsonl").write_text(kept.record(report).to_json() + "\n", encoding="utf-8")
    scored = json.loads(konon("evaluate", "gold", "--records", "records.jsonl", "--to", "json").out)
    assert {name: row for name, row in scored["scores"].items() if row["gold"] and row["f1"] < 1} == {}
    assert scored["scores"]["statements: content"]["gold"] == len(kept.record(report).statements)


@pytest.mark.usefixtures("gone_through")
def test_what_konon_reads_by_itself_is_measured_against_it(konon):
    konon("archive", "gold", "gold")
    told = konon("evaluate", "gold", "--part", "train")
    assert told.code == 0
    assert "act" in told.out


def test_only_what_was_gone_through_unless_all_is_asked_for(konon, gone_through):
    kept, report = gone_through
    other = kept.search_reports("Harun").items[0].report
    kept.corrections.confirm(other, kept.record(other).statements[0].id, by="Bayu")
    assert konon("archive", "gold", "some").err.startswith("konon: 1 reports")
    assert konon("archive", "gold", "every", "--every").err.startswith("konon: 2 reports")
    kept.corrections.withdraw(max(each.key for each in kept.corrections.of(report)), by="Rina")
    ended = konon("archive", "gold", "none")
    assert (ended.code, "no report of it was gone through" in ended.err) == (1, True)


@pytest.mark.usefixtures("gone_through")
def test_gold_that_is_there_stays(konon):
    konon("archive", "gold", "gold")
    ended = konon("archive", "gold", "gold")
    assert (ended.code, "holds gold reports already" in ended.err) == (1, True)
