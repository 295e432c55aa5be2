import json
import subprocess
import sys

import pytest

import konon as library
from konon.examples import REPORT
from konon.record import Record

TEXT = 'Banjir di Kota Baru\n\nKota Baru - "Air sudah surut," kata Bupati Kota Baru, Sari Lestari, Senin (8/1/2024).\n'
COMMAND = [sys.executable, "-c", "from konon.cli.main import run; run()"]


@pytest.fixture
def report(tmp_path):
    file = tmp_path / "banjir.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


@pytest.fixture
def reports(tmp_path):
    """Six reports, one of them broken and one empty, a line each."""
    lines = [json.dumps({"text": f"{TEXT}\nLaporan nomor {number}.", "outlet": "Kabar"}) for number in range(4)]
    file = tmp_path / "banyak.jsonl"
    file.write_text("\n".join([*lines[:2], '{"text": ', lines[2], '{"text": ""}', lines[3]]) + "\n", encoding="utf-8")
    return file


def test_an_account_is_shown_without_colour_in_a_pipe(konon, report):
    ended = konon("read", report)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("Banjir di Kota Baru\n")
    assert "Sari Lestari → " in ended.out
    assert "\x1b" not in ended.out


def test_one_document_is_a_json_object_as_the_library_reads_it(konon, report):
    ended = konon("read", report, "--to", "json")
    assert Record.from_json(ended.out) == library.read(library.load(report))


def test_several_documents_are_a_json_array_also_where_one_fails(konon, report, tmp_path):
    assert len(json.loads(konon("read", report, report, "--to", "json").out)) == 2
    ended = konon("read", report, tmp_path / "fehlt.txt", "--to", "json")
    assert (ended.code, len(json.loads(ended.out))) == (1, 1)


def test_standard_input_is_read(konon):
    assert konon("read", "-", stdin=TEXT.encode()).out.startswith("Banjir di Kota Baru\n")


@pytest.mark.parametrize("workers", [1, 2])
def test_failed_reports_do_not_stop_the_others_and_are_named_at_the_end(konon, reports, workers):
    ended = konon("read", reports, "--to", "jsonl", "--workers", workers)
    read = [Record.from_json(line).document.text[-2] for line in ended.out.splitlines()]
    assert (ended.code, read) == (1, ["0", "1", "2", "3"])
    head, broken, empty = ended.err.splitlines()
    assert head == "konon: 2 reports could not be read:"
    assert all(line.startswith("konon: ") and "banyak.jsonl" in line for line in (broken, empty))
    assert "3" in broken


def test_workers_give_the_same_bytes(konon, reports):
    assert konon("read", reports, "--to", "jsonl", "--workers", 2).out == konon("read", reports, "--to", "jsonl").out


@pytest.mark.parametrize(
    ("name", "begins"), [("a.html", "<!doctype html>"), ("a.json", "{\n"), ("a.jsonl", "{"), ("a.md", "Banjir")]
)
def test_the_name_of_the_output_tells_the_format(konon, report, tmp_path, name, begins):
    ended = konon("read", report, "-o", tmp_path / name)
    assert (ended.code, ended.out) == (0, "")
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)


def test_a_format_that_is_named_goes_before_the_name_of_the_output(konon, report, tmp_path):
    konon("read", report, "-o", tmp_path / "a.html", "--to", "json")
    assert json.loads((tmp_path / "a.html").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["read", "fehlt.txt"], 1, "konon: fehlt.txt: no such file."),
        (["read", str(REPORT), "-o", "no/such/folder/a.html"], 1, "konon: no/such/folder/a.html: No such file"),
        (["read", str(REPORT), "--language", "tlh"], 1, "tlh"),
        (["read", str(REPORT), "--to", "csv"], 2, "html, json, jsonl, text"),
        (["read", str(REPORT), "--workers", "0"], 2, "--workers"),
        (["read"], 2, "SOURCES"),
        (["read", str(REPORT), "--colour"], 2, "--colour"),
        (["sing"], 2, "sing"),
    ],
)
def test_errors_are_lines_on_stderr_with_the_right_exit_code(konon, words, code, told):
    ended = konon(*words)
    assert (ended.code, ended.out) == (code, "")
    assert told in ended.err
    assert "Traceback" not in ended.err


def test_where_nothing_could_be_read_nothing_is_written(konon, tmp_path):
    assert konon("read", tmp_path / "fehlt.txt", "-o", tmp_path / "a.html").code == 1
    assert not (tmp_path / "a.html").exists()


def test_the_example_is_read(konon):
    assert konon("example").out == konon("read", REPORT).out
    assert Record.from_json(konon("example", "--to", "json").out).statements


def test_output_is_utf8_whatever_the_locale(report):
    locale = {"PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0"}
    ended = subprocess.run([*COMMAND, "read", str(report)], capture_output=True, check=True, env=locale)
    assert "Sari Lestari → " in ended.stdout.decode()


def test_a_closed_pipe_ends_quietly(reports):
    lines = reports.read_text(encoding="utf-8").splitlines()[:1] * 200
    reports.write_text("\n".join(lines), encoding="utf-8")
    command = [*COMMAND, "read", str(reports), "--to", "jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""


def test_reasons_are_told_when_asked_for(konon, report):
    assert "cue: rule" in konon("read", report, "--explain").out
    assert "cue: rule" not in konon("read", report).out


def test_what_is_less_sure_than_asked_is_left_out(konon, report, monkeypatch):
    whole = Record.from_json(konon("read", report, "--to", "json").out)
    assert Record.from_json(konon("read", report, "--to", "json", "--least", 0.7).out) == whole
    chances = {"statement": 0.6, "entity": 0.8}
    monkeypatch.setattr("konon.extraction.assemble.confidence", lambda part, *_: chances.get(part))
    cut = Record.from_json(konon("read", report, "--to", "json", "--least", 0.7).out)
    assert whole.statements
    assert (cut.statements, len(cut.entities)) == ((), len(whole.entities))


@pytest.mark.parametrize("least", ["-0.1", "1.1", "sure"])
def test_a_confidence_lies_between_0_and_1(konon, report, least):
    ended = konon("read", report, "--least", least)
    assert (ended.code, ended.out) == (2, "")
    assert "--least" in ended.err
