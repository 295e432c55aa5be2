"""The command `konon evaluate`."""

import json

import pytest
from typer.testing import CliRunner

from konon.cli.main import app
from konon.errors import GoldError
from konon.evaluation import DAMAGES
from konon.evaluation.sheet import LINES


@pytest.fixture
def folder(tmp_path, gold, record_with):
    """A gold folder with a report, and a file with a record of it that has the act wrong."""
    report = {"doc": gold.doc, "text": gold.text, "language": "id"}
    (tmp_path / "reports.jsonl").write_text(json.dumps(report), encoding="utf-8")
    (tmp_path / "gold.jsonl").write_text(gold.model_dump_json(exclude={"text"}), encoding="utf-8")
    (tmp_path / "records.jsonl").write_text(record_with("statements", act="deny").to_json(), encoding="utf-8")
    return tmp_path


@pytest.fixture
def unsure(folder, record_with):
    """The same folder with a record of which nothing is as sure as half, but that the bridge is safe."""
    record = record_with("statements", act="deny", confidence=0.9, why=[{"part": "act", "by": "head act"}])
    counts = tuple(count.model_copy(update={"confidence": 0.3}) for count in record.counts)
    file = folder / "unsure.jsonl"
    file.write_text(record.model_copy(update={"counts": counts}).to_json(), encoding="utf-8")
    return file


def run(*options: object):
    return CliRunner().invoke(app, ["evaluate", *map(str, options)], catch_exceptions=False)


def test_the_table_of_records_that_are_there(folder):
    result = run(folder, "--records", folder / "records.jsonl", "--errors", 1)
    assert result.exit_code == 0
    assert "statements: content + source + act           P 0.000" in result.stdout
    assert "act wrong: 1\n   another: 1\n      t1  gold say, got deny: Jembatan itu aman" in result.stdout


def test_the_reasons_stand_below_a_mistake(folder, unsure):
    told = run(folder, "--records", unsure, "--errors", 1).stdout
    assert "\n   another, by head act: 1\n      t1  gold say" in told
    assert "\n         90% sure · act: head act" in told


def test_what_is_less_sure_than_asked_is_not_scored(folder, unsure):
    counts = [json.loads(run(folder, "--records", unsure, "--to", "json", *options).stdout)["scores"][LINES[6]]
              for options in ((), ("--least", 0.5))]  # fmt: skip
    assert [(row["predicted"], row["right"]) for row in counts] == [(1, 1), (0, 0)]


def test_how_far_confidences_are_off_is_told_last(folder, unsure):
    told = run(folder, "--records", unsure).stdout.splitlines()
    assert [line.split()[3] for line in told if "ECE" in line] == ["statement", "count"]


def test_mistakes_are_shown_only_when_asked_for(folder):
    assert "act wrong" not in run(folder, "--records", folder / "records.jsonl").stdout


def test_the_figures_as_json(folder):
    figures = json.loads(run(folder, "--records", folder / "records.jsonl", "--to", "json").stdout)
    assert list(figures["scores"]) == list(LINES)
    assert (figures["reports"], figures["breaches"]) == (1, [])


def test_the_reports_are_read_where_no_records_are_given(folder):
    assert run(folder, "--part", "dev").stdout.startswith("1 of 1 reports matched; 0 breaches")


def test_the_page_of_mistakes(folder):
    run(folder, "--records", folder / "records.jsonl", "--html", folder / "errors.html")
    assert "gold say, got deny" in (folder / "errors.html").read_text(encoding="utf-8")


def test_damaged_reports_are_read_and_scored_against_their_carried_gold(folder):
    told = run(folder, "--damage", "all").stdout
    assert told.startswith("1 of 1 reports matched; 0 breaches")


def test_each_damage_beside_the_clean_reports(folder):
    lines = run(folder, "--damage", "each").stdout.splitlines()
    heads = [line.split()[0] for line in lines[2:]]
    assert heads == ["clean", *(word for kind in (*DAMAGES, "all") for word in (kind, "lost"))]
    assert {len(line) for line in lines[1:]} == {len(lines[1])}


def test_what_each_damage_loses_as_json(folder):
    told = json.loads(run(folder, "--damage", "each", "--to", "json").stdout)
    assert list(told) == ["clean", *DAMAGES, "all"]
    for lines in told.values():
        assert list(lines) == list(LINES)
        assert lines["dates"]["f1"] + lines["dates"]["lost"] == pytest.approx(told["clean"]["dates"]["f1"])


def test_records_that_are_there_can_not_be_damaged(folder):
    with pytest.raises(GoldError, match="Give --damage or --records"):
        run(folder, "--records", folder / "records.jsonl", "--damage", "all")
