"""Languages: found by code, their tables, and the closed word classes of Indonesian."""

import pytest

from konon.errors import LanguageError, TableError
from konon.language.base import Language, language
from konon.language.words import tokenize

INDONESIAN = language("id")
CLASSES = INDONESIAN.table("function_words", "class")


def test_a_language_that_is_not_installed_is_named_with_those_that_are():
    with pytest.raises(LanguageError, match=r"'jv'.*Installed: .*\bid\b"):
        language("jv")


def test_tables_are_listed_and_a_missing_one_is_empty():
    assert {"boilerplate", "function_words", "abbreviations"} <= set(INDONESIAN.tables())
    assert INDONESIAN.table("none", "row") == INDONESIAN.table("boilerplate", "none") == ()


def test_a_broken_table_is_named(tmp_path, monkeypatch):
    folder = tmp_path / "broken_language"
    folder.mkdir()
    (folder / "__init__.py").touch()
    (folder / "cues.toml").write_text("[[cue\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(TableError, match=r"broken_language/cues\.toml"):
        Language("xx", "None", "broken_language", INDONESIAN.morphology).table("cues", "cue")


@pytest.mark.parametrize("row", CLASSES, ids=lambda row: row["name"])
def test_every_word_of_a_class_is_known_as_one(row):
    assert all(row["name"] in INDONESIAN.classes(word) for word in row["words"])
    assert INDONESIAN.words(row["name"]) == frozenset(row["words"])
    assert all(word == word.lower() for word in row["words"])


@pytest.mark.parametrize("row", CLASSES, ids=lambda row: row["name"])
def test_the_example_of_a_class_shows_one_of_its_words(row):
    assert any(row["name"] in INDONESIAN.classes(token.lower) for token in tokenize(row["example"]))


@pytest.mark.parametrize("row", CLASSES, ids=lambda row: row["name"])
def test_a_class_names_no_word_twice(row):
    assert len(row["words"]) == len(set(row["words"]))


def test_a_word_of_no_class_has_none():
    assert INDONESIAN.classes("rumah") == frozenset()
