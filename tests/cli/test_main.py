import subprocess
import sys

import pytest

import konon as library
from konon.record import schema


def test_the_version_is_told(konon):
    assert konon("--version").out == f"konon {library.__version__}\n"


def test_the_schema_is_printed(konon):
    assert konon("schema").out == schema.text()


@pytest.mark.parametrize("words", [["--help"], ["read", "--help"], ["example", "--help"], ["schema", "--help"]])
def test_every_command_has_help(konon, words):
    ended = konon(*words)
    assert ended.code == 0
    assert ended.out.startswith("Usage: ")


@pytest.mark.parametrize(
    "heavy", ["rich.console", "jinja2", "trafilatura", "httpx", "lxml", "multiprocessing.pool", "sqlalchemy", "alembic"]
)
def test_start_up_loads_nothing_heavy(heavy):
    code = f"import sys, konon.cli.main; sys.exit({heavy!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
