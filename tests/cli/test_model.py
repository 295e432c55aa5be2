import json
from hashlib import sha256

import pytest
from typer.testing import CliRunner

from konon.cli.main import app
from konon.errors import LanguageError
from konon.language.base import language


def test_the_card_tells_data_scores_and_weaknesses():
    shown = CliRunner().invoke(app, ["model"]).output
    assert all(part in shown for part in ("## Data", "## Scores", "## Known weaknesses", "CC BY-SA"))


def test_the_card_names_the_files_that_ship():
    card = json.loads(CliRunner().invoke(app, ["model", "--to", "json"]).output)
    for name, told in card["files"].items():
        assert sha256((language("id").model / name).read_bytes()).hexdigest() == told["sha256"]


def test_a_language_that_is_not_installed_is_named():
    with pytest.raises(LanguageError, match="xx"):
        CliRunner().invoke(app, ["model", "xx"], catch_exceptions=False)
