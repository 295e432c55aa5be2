import re
import shlex
import shutil
import sys
from pathlib import Path

import pytest

from konon.archive import EVENT_FIELDS, FIELDS
from konon.cli.main import run
from konon.examples import REPORT

PAGE = (Path(__file__).parents[2] / "docs" / "archive.md").read_text(encoding="utf-8")


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


def test_the_examples_run(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    shutil.copy(REPORT, tmp_path / "laporan.txt")
    for block in blocks("python"):
        exec(compile(block, "archive.md", "exec"), {})  # noqa: S102 - the page is ours
    assert "Idris Hamdan" in capsys.readouterr().out
    # What names an address or another's file can't be run here.
    commands = [line for block in blocks("sh") for line in block.splitlines() if "…" not in line]
    for command in commands:
        monkeypatch.setattr(sys, "argv", shlex.split(command))
        with pytest.raises(SystemExit) as ended:
            run()
        assert ended.value.code == 0, command


@pytest.mark.parametrize("field", [*FIELDS, *EVENT_FIELDS])
def test_every_field_is_told(field):
    assert f"`{field}:" in PAGE
