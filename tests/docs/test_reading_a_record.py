import re
import shutil
import subprocess
from pathlib import Path

import pytest

import konon
from konon.examples import REPORT
from konon.export import export

PAGE = (Path(__file__).parents[2] / "docs" / "reading-a-record.md").read_text(encoding="utf-8")


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    shutil.copy(REPORT, tmp_path / "laporan.txt")
    return tmp_path


def test_the_python_examples_run_one_after_the_other(folder, capsys):
    names: dict[str, object] = {}
    for block in blocks("python"):
        exec(compile(block, str(folder), "exec"), names)  # noqa: S102 - the page is ours
    told = capsys.readouterr().out
    assert "Idris Hamdan" in told
    assert "relay AFP" in told
    assert "not read: no-such-file.txt" in told


@pytest.mark.skipif(shutil.which("jq") is None, reason="no jq is installed (apt-get install jq)")
@pytest.mark.parametrize("program", blocks("jq"))
def test_the_jq_examples_run(program):
    record = konon.read(konon.load(REPORT)).to_json()
    ended = subprocess.run(["jq", "-r", program], input=record, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_the_chain_on_the_page_is_the_one_that_is_shown():
    shown = "".join(export([konon.read(konon.load(REPORT))], "text"))
    for block in blocks("text"):
        assert block.split(maxsplit=1)[1].splitlines()[0] in shown
