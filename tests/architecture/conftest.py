"""The package's own source, read as data."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "konon"


@pytest.fixture(scope="session")
def modules() -> dict[str, ast.Module]:
    """The syntax trees of all modules of the package, by name; the package itself is `konon`."""
    trees = {}
    for file in sorted(SOURCE.rglob("*.py")):
        parts = file.relative_to(SOURCE.parent).with_suffix("").parts
        name = ".".join(part for part in parts if part != "__init__")
        trees[name] = ast.parse(file.read_text(encoding="utf-8"), filename=str(file))
    return trees
