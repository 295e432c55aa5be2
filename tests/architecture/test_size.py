"""Files and functions stay small enough to be read, and what is public says what comes back."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = sorted(file for folder in ("src", "tests", "benchmarks") for file in (ROOT / folder).rglob("*.py"))
LONGEST_FILE = 400
LONGEST_FUNCTION = 60
Defined = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def name_of(file: Path) -> str:
    return str(file.relative_to(ROOT))


def definitions(node: ast.AST, *, public: bool = True) -> Iterator[tuple[Defined, bool]]:
    """All functions and classes, each with whether it and all around it is public."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, Defined):
            open_ = public and not child.name.startswith("_")
            yield child, open_
            # What is defined within a function can't be called from outside.
            yield from definitions(child, public=open_ and isinstance(child, ast.ClassDef))
        else:
            yield from definitions(child, public=public)


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_files_and_functions_are_short(file):
    text = file.read_text(encoding="utf-8")
    functions = [node for node, _ in definitions(ast.parse(text)) if not isinstance(node, ast.ClassDef)]
    lengths = {node.name: (node.end_lineno or 0) - node.lineno + 1 for node in functions}
    assert len(text.splitlines()) <= LONGEST_FILE
    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}


def test_what_is_public_has_a_docstring(modules):
    bare = [f"{name}.{node.name}" for name, tree in modules.items() for node, public in definitions(tree)
            if public and not ast.get_docstring(node)]  # fmt: skip
    assert bare == []
    assert [name for name, tree in modules.items() if not ast.get_docstring(tree)] == []


def test_public_and_private_are_told_apart():
    source = "class A:\n def b(self):\n  def c(): ...\n def _d(self): ...\ndef _e():\n def f(): ..."
    assert [node.name for node, public in definitions(ast.parse(source)) if public] == ["A", "b"]
