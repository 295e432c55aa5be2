"""What a language must supply: a code, a name, a folder of tables and its word forms.

A language is a folder of TOML tables with fixed names. Each table holds one or more lists of rows; each row has an
`example`, a sentence that a test reads. Engines ask for tables by name and hold no word of any language.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Protocol

from konon.errors import LanguageError, RegistryError, TableError
from konon.registry import Registry

Row = Mapping[str, Any]


class Morphology(Protocol):
    """How the words of a language are built."""

    def lemma(self, word: str) -> str:
        """The dictionary form of a lower-case word; the word itself where nothing is known."""
        ...

    def voice(self, word: str) -> str | None:
        """`active`, `passive`, or None where the form of a lower-case word does not tell that it is a verb."""
        ...

    def clitic(self, word: str) -> tuple[str, str] | None:
        """A lower-case word and the pronoun that is written on to it, such as ('kata', 'nya'); None without one."""
        ...


@dataclass(frozen=True)
class Language:
    """A language: BCP 47 code, English name, the package of its tables, and its word forms."""

    code: str
    name: str
    package: str
    morphology: Morphology

    @property
    def model(self) -> Path | None:
        """The folder of its reader model; None where it has none."""
        folder = resources.files(self.package) / "model"
        return Path(str(folder)) if folder.is_dir() else None

    def table(self, name: str, kind: str) -> tuple[Row, ...]:
        """The rows of the list `kind` in the table `name`; empty where the language has no such list."""
        return tuple(_table(self.package, name).get(kind, ()))

    def tables(self) -> tuple[str, ...]:
        """The names of all tables of the language, sorted."""
        folder = resources.files(self.package)
        return tuple(
            sorted(file.name.removesuffix(".toml") for file in folder.iterdir() if file.name.endswith(".toml"))
        )

    def classes(self, word: str) -> frozenset[str]:
        """The closed word classes of a lower-case word, from the table `function_words`."""
        return _classes(self.package).get(word, frozenset())

    def words(self, word_class: str) -> frozenset[str]:
        """All words of a closed class."""
        return frozenset(word for word, classes in _classes(self.package).items() if word_class in classes)


languages: Registry[Language] = Registry("language", group="konon.languages")


def language(code: str) -> Language:
    """The installed language of a BCP 47 code; LanguageError names those that are installed."""
    try:
        return languages.get(code)
    except RegistryError as error:
        remedy = (
            f"Installed: {', '.join(languages.names())}. A package can add one under the entry point 'konon.languages'."
        )
        raise LanguageError(f"the language {code!r} is not installed.", remedy=remedy) from error


@cache
def _table(package: str, name: str) -> dict[str, list[dict[str, Any]]]:
    file = resources.files(package) / f"{name}.toml"
    if not file.is_file():
        return {}
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise TableError(str(error), subject=f"{package}/{name}.toml") from error


@cache
def _classes(package: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in _table(package, "function_words").get("class", []):
        for word in row["words"]:
            found.setdefault(word, set()).add(row["name"])
    return {word: frozenset(classes) for word, classes in found.items()}
