"""Data flows one way: a folder imports only from those that the table names, and nothing imports in a circle."""

import ast
from collections.abc import Iterator

import pytest

# Folder or module → what it may import of Konon beside itself. The longest name that fits a module is its own.
MAY_IMPORT = {
    "konon": {"archive", "reading", "pipeline", "record", "settings", "errors"},
    "konon.errors": set(),
    "konon.examples": set(),
    # Its cache is another one for another Konon.
    "konon.examples.demo": {"pipeline", "record"},
    "konon.registry": {"errors"},
    "konon.settings": {"errors"},
    "konon.record": {"registry", "errors"},
    "konon.gazetteer": {"record", "registry", "errors"},
    "konon.language": {"language.reader", "gazetteer", "record", "registry", "errors"},
    "konon.language.id": {"language.base"},
    # Whether a model reads, and with how many threads, is for the process to say, not for a report.
    "konon.language.reader": {"language.base", "language.words", "settings", "errors"},
    "konon.extraction": {"language", "language.reader", "gazetteer", "record", "registry", "errors"},
    "konon.reading": {"language", "record", "settings", "registry", "errors"},
    "konon.pipeline": {"reading", "language", "extraction", "gazetteer", "record", "registry", "settings", "errors"},
    # Which words tell nothing, negate, are figures, stand for anybody, is for a language's tables to say.
    "konon.compare": {"language", "gazetteer", "record", "errors"},
    # What is searched is stemmed, and only Indonesian has stems so far.
    "konon.archive": {"compare", "language", "language.id", "gazetteer", "record", "registry", "errors"},
    "konon.plot": {"archive", "compare", "record", "errors"},
    "konon.export": {"record", "registry", "errors"},
    # The pipeline alone tells which Konon it is; numbers over time are drawn as `konon counts` draws them. With --edit
    # reports are added: fetched and read.
    "konon.explore": {"archive", "compare", "export", "plot", "record", "pipeline", "reading", "settings", "errors"},
    # Whether the cue of a missed statement is in a table is for the tables to say.
    "konon.evaluation": {"pipeline", "reading", "language", "extraction", "record", "registry", "errors"},
    "konon.cli": {
        "reading", "language", "pipeline", "record", "archive", "compare", "export", "plot", "evaluation", "examples",
        "examples.demo", "explore", "gazetteer", "registry", "settings", "errors", "", # the last one: the public names
    },
}  # fmt: skip


class Import:
    """One import of a module of Konon: who imports what, on which line, and whether within a function."""

    def __init__(self, importer: str, imported: str, *, line: int, late: bool) -> None:
        self.importer, self.imported, self.line, self.late = importer, imported, line, late

    def __repr__(self) -> str:
        return f"{self.importer}:{self.line} imports {self.imported}"


def imports_of(name: str, tree: ast.Module, modules: dict[str, ast.Module]) -> Iterator[Import]:
    """All imports of Konon's own modules in a module."""
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    inner = {id(node) for function in functions for node in ast.walk(function)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            targets = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name}:{node.lineno}: a relative import"
            whole = [f"{node.module}.{alias.name}" for alias in node.names]
            targets = [target if target in modules else str(node.module) for target in whole]
        else:
            continue
        for target in sorted(set(targets)):
            if target.split(".")[0] == "konon":
                yield Import(name, target, line=node.lineno, late=id(node) in inner)


def home(module: str) -> str:
    """The row of the table that a module belongs to."""
    parts = module.split(".")
    return next(row for size in range(len(parts), 0, -1) if (row := ".".join(parts[:size])) in MAY_IMPORT)


def allowed(found: Import) -> bool:
    """Whether the table has this edge."""
    if home(found.importer) == home(found.imported):
        return True
    names = {f"konon.{name}" if name else "konon" for name in MAY_IMPORT[home(found.importer)]}
    return found.imported in names or home(found.imported) in names


def circle(edges: dict[str, set[str]]) -> list[str]:
    """A circle of imports, or nothing."""
    done: set[str] = set()

    def visit(module: str, path: list[str]) -> list[str]:
        if module in path:
            return [*path[path.index(module) :], module]
        if module not in done:
            for imported in sorted(edges.get(module, ())):
                if found := visit(imported, [*path, module]):
                    return found
        done.add(module)
        return []

    return next((found for module in sorted(edges) if (found := visit(module, []))), [])


@pytest.fixture(scope="session")
def imports(modules):
    return [found for name, tree in modules.items() for found in imports_of(name, tree, modules)]


def test_every_folder_has_a_row(modules):
    folders = {".".join(name.split(".")[:2]) for name in modules}
    assert folders <= set(MAY_IMPORT)


def test_a_folder_imports_only_what_the_table_names(imports):
    assert [found for found in imports if not allowed(found)] == []


def test_nothing_imports_in_a_circle(imports):
    edges: dict[str, set[str]] = {}
    for found in imports:
        edges.setdefault(found.importer, set()).add(found.imported)
    assert circle(edges) == []


def test_nothing_of_konon_is_imported_late(imports):
    assert [found for found in imports if found.late] == []


@pytest.mark.parametrize(
    ("importer", "source", "verdict"),
    [
        ("konon.record.check", "import konon.pipeline", False),
        ("konon.record.check", "from konon.record.record import Record", True),
        ("konon.extraction.counts", "from konon.language.analysis import Number", True),
        ("konon.extraction.counts", "from konon.reading.text import front", False),
        ("konon.language.quotes", "from konon.language.id import INDONESIAN", False),
        ("konon.export.html", "from konon import cli", False),
    ],
)
def test_the_table_is_enforced(importer, source, verdict):
    modules = {"konon.cli": ast.parse("")}
    (found,) = imports_of(importer, ast.parse(source), modules)
    assert allowed(found) is verdict


def test_late_imports_and_circles_are_seen():
    (found,) = imports_of("konon.export", ast.parse("def write():\n    import konon.record"), {})
    assert found.late
    assert circle({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == ["b", "c", "b"]
    assert circle({"a": {"b", "c"}, "b": {"c"}}) == []
