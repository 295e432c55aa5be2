"""All that is of a language stands in its tables, each row with an example, and engines hold none of it."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from konon.record import vocabulary

Function = ast.FunctionDef | ast.AsyncFunctionDef
SOURCE = Path(__file__).parents[2] / "src" / "konon"
TABLES = sorted((SOURCE / "language" / "id").glob("*.toml"))
# Words of the tables that stand in engines for another reason.
ALLOWED = {
    "English as well, in messages, fields of tables and names of fields on pages": {
        "account", "actor", "and", "author", "basis", "body", "capital", "center", "content", "country", "current",
        "data", "days", "editor", "event", "for", "front", "headline", "html", "info", "journal", "length", "level",
        "loading", "long", "made", "mark", "may", "minimum", "model", "network", "news", "order", "parties", "party",
        "pdf", "pip", "pre", "program", "published", "recipient", "reporter", "retreat", "said", "set", "start",
        "statement", "status", "tag", "terminal", "the", "times", "title", "unit", "url", "version", "via", "video",
        "virtual", "with", "written",
    },
    "places and steps in Matplotlib's own terms": {"post", "top"},
    "parts of addresses and of the names of encodings and time zones": {"com", "gmt", "inf", "mac", "net", "org"},
    "an example of a country in messages": {"idn"},
    "a setting of PostgreSQL": {"per"},
    "terms of web servers": {"api", "security", "token"},
    "terms of SVG and htmx, and the name of the map's file": {"push", "stroke", "world"},
    "the name of a language of the interface": {"bahasa", "indonesia"},
    "an example in the record's schema": {"surat"},
    "the name of the example that ships": {"laporan"},
}  # fmt: skip
ALLOWED_WORDS = frozenset(word for words in ALLOWED.values() for word in words)


def rows(table: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """All rows of a table, each with the place that it stands in."""
    for kind, listed in tomllib.loads(table.read_text(encoding="utf-8")).items():
        for number, row in enumerate(listed):
            yield f"[[{kind}]] {number}", row


def forms(row: dict[str, Any]) -> Iterator[str]:
    """The words of a row: they stand in lists, while terms of the record or of an engine stand alone."""
    for listed in row.values():
        if isinstance(listed, list):
            yield from (form for form in listed if isinstance(form, str))


def words_of(string: str) -> list[str]:
    """The words of a string that are long enough to tell a language by."""
    return re.findall(r"[a-z]{3,}", string.lower())


def table_words() -> frozenset[str]:
    """The words of the tables that are no terms of the record."""
    modes = (mode for listed in vocabulary.MODES.values() for mode in listed)
    terms = (*modes, *vocabulary.ACTS, *vocabulary.ENTITY_KINDS, *vocabulary.COUNT_KINDS, *vocabulary.RELATION_TYPES)
    found = (form for table in TABLES for _, row in rows(table) for form in forms(row))
    return frozenset(word for form in found for word in words_of(form)) - {
        word for term in terms for word in words_of(term)
    }


def literals(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """The string literals of a module but its docstrings."""
    holders = [node for node in ast.walk(tree) if isinstance(node, ast.Module | ast.ClassDef | Function)]
    first = [node.body[0] for node in holders if node.body]
    docs = {id(node.value) for node in first if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.lineno, node.value


def engine(module: str) -> bool:
    """Whether a module is an engine: not a language's folder, not the gazetteer."""
    return not module.startswith(("konon.language.id", "konon.gazetteer"))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_row_has_an_example(table):
    assert [place for place, row in rows(table) if not row.get("example", "").strip()] == []


def test_engines_hold_no_word_of_a_language(modules):
    words = table_words() - ALLOWED_WORDS
    found = [
        f"{name}:{line} {word}"
        for name, tree in modules.items() if engine(name)
        for line, literal in literals(tree)
        for word in words_of(literal) if word in words
    ]  # fmt: skip
    assert found == []


def test_a_literal_is_seen_and_a_docstring_is_not():
    tree = ast.parse('"""kata"""\nCUE = "ujar"\ndef f():\n    "bilang"\n    return f"tutur {CUE}"')
    assert [literal for _, literal in literals(tree)] == ["ujar", "tutur "]
