import pytest

from konon.errors import SettingsError
from konon.settings import Settings


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "konon.toml"
    path.write_text('timeout = 5\nlanguage = "id"\nrespect_robots = false\n', encoding="utf-8")
    return path


def test_defaults(tmp_path):
    assert Settings.gather(environment={}, file=tmp_path / "none.toml") == Settings()


def test_argument_before_environment_before_file(file):
    environment = {"KONON_TIMEOUT": "7.5", "KONON_MAX_BYTES": "1000", "PATH": "/"}
    settings = Settings.gather({"max_bytes": 10, "delay": None}, environment=environment, file=file)
    assert settings == Settings(timeout=7.5, max_bytes=10, language="id", respect_robots=False)


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({"KONON_TIMEOUT": "lama"}, "KONON_TIMEOUT: 'lama' is no number"),
        ({"KONON_TIMEOUT": "-1"}, "out of range"),
        ({"KONON_TIMEOUT": "nan"}, "out of range"),
        ({"KONON_RESPECT_ROBOTS": "maybe"}, "neither true nor false"),
    ],
)
def test_wrong_values(environment, words, tmp_path):
    with pytest.raises(SettingsError, match=words):
        Settings.gather(environment=environment, file=tmp_path / "none.toml")


@pytest.mark.parametrize(("text", "words"), [("colour = 1", "no setting 'colour'"), ("= 1", "konon.toml")])
def test_a_wrong_file(tmp_path, text, words):
    path = tmp_path / "konon.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=words):
        Settings.gather(environment={}, file=path)


def test_an_unknown_argument(tmp_path):
    with pytest.raises(SettingsError, match="There are: language"):
        Settings.gather({"colour": 1}, environment={}, file=tmp_path / "none.toml")
