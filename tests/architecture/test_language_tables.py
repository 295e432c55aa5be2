"""All that is of a language stands in its tables, each row with an example, and engines hold none of it."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from konon.record import vocabulary

SOURCE = Path(__file__).parents[2] / "src" / "konon"
TABLES = sorted((SOURCE / "language" / "id").glob("*.toml"))
# Words that are Indonesian and stand in engines for another reason.
ALLOWED: dict[str, str] = {}


def rows() -> Iterator[tuple[str, dict[str, Any]]]:
    """All rows of all tables, each with the place that it stands in."""
    for file in TABLES:
        for kind, listed in tomllib.loads(file.read_text(encoding="utf-8")).items():
            if isinstance(listed, list):
                for number, row in enumerate(listed):
                    yield f"{file.name} [[{kind}]] {number}", row


def forms(row: dict[str, Any]) -> Iterator[str]:
    """The words of a row: they stand in lists, while terms of the record or of an engine stand alone."""
    for listed in row.values():
        if isinstance(listed, list):
            yield from (form for form in listed if isinstance(form, str))


def table_words() -> frozenset[str]:
    """The lower-case words of the tables that are not terms of the record."""
    terms = {*vocabulary.ACTS, *vocabulary.ENTITY_KINDS, *vocabulary.COUNT_KINDS, *vocabulary.RELATION_TYPES}
    found = (form for _, row in rows() for form in forms(row) if form not in terms)
    return frozenset(word for form in found for word in re.findall(r"[a-z]{3,}", form.lower()))


def literals(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """The string literals of a module but its docstrings."""
    holders = [node for node in ast.walk(tree) if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)]
    first = [node.body[0] for node in holders if node.body]
    docs = {id(node.value) for node in first if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.lineno, node.value


def engine(module: str) -> bool:
    """Whether a module is an engine: not a language's folder, not the gazetteer."""
    return not module.startswith(("konon.language.id", "konon.gazetteer"))


@pytest.mark.parametrize(("place", "row"), [*rows()], ids=lambda value: value if isinstance(value, str) else "")
def test_every_row_has_an_example(place, row):
    assert row.get("example", "").strip(), place


def test_engines_hold_no_word_of_a_language(modules):
    words = table_words() - set(ALLOWED)
    found = [
        f"{name}:{line} {word}"
        for name, tree in modules.items() if engine(name)
        for line, literal in literals(tree)
        for word in re.findall(r"[a-z]{3,}", literal.lower()) if word in words
    ]  # fmt: skip
    assert found == []


def test_every_allowed_word_is_still_in_a_table():
    assert set(ALLOWED) <= table_words()


def test_a_literal_is_seen_and_a_docstring_is_not():
    tree = ast.parse('"""kata"""\nCUE = "ujar"\ndef f():\n    "bilang"\n    return f"tutur {CUE}"')
    assert [literal for _, literal in literals(tree)] == ["ujar", "tutur "]
