"""A row of the tables as it is compiled: an entry with its names, and how a field of the table names it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from konon.gazetteer.entry import Alias, AliasUse
from konon.gazetteer.folding import key
from konon.record.vocabulary import EntityKind

Table = Mapping[str, Any]

# The field of a row → how its names are used, and whether they are risky.
NAME_FIELDS: Mapping[str, tuple[AliasUse, bool, bool]] = {
    "aliases": ("name", False, False),
    "cased": ("name", True, False),
    "risky": ("name", True, True),
    "capitals": ("capital", False, False),
    "risky_capitals": ("capital", True, True),
    "seats": ("seat", False, False),
    "risky_seats": ("seat", True, True),
    "hosts": ("name", False, False),
    "demonyms": ("demonym", False, False),
}


@dataclass(slots=True)
class Row:
    """An entry as its table gives it."""

    id: str
    kind: EntityKind
    name: str
    country: str
    parent: str
    source: str
    aliases: list[Alias] = field(default_factory=list)
    wikidata: str = ""


def aliases(values: Table) -> list[Alias]:
    """The names of a row, its own name first; what is listed with a flag is not listed again without it."""
    found: dict[str, Alias] = {}
    flagged = {text for name in ("cased", "risky") for text in values.get(name, ())}
    for text in (values["name"], *(text for name in NAME_FIELDS for text in values.get(name, ()))):
        if text not in flagged:
            found.setdefault(text, Alias(text, cased=_acronym(text)))
    for name, (use, cased, risky) in NAME_FIELDS.items():
        if name not in ("aliases", "hosts"):
            for text in values.get(name, ()):
                found[text] = Alias(text, use, cased or _acronym(text), risky)
    return _distinct(found.values())


def _distinct(names: Iterable[Alias]) -> list[Alias]:
    """The names without those that an earlier one covers, because both are the same when folded."""
    kept: dict[tuple[str, str], Alias] = {}
    for alias in names:
        kept.setdefault((key(alias.text), alias.text if alias.cased else ""), alias)
    return list(kept.values())


def _acronym(text: str) -> bool:
    # A longer acronym is also printed with one capital (Unicef, Asean), a short one would be an ordinary word then.
    return text.isupper() and sum(letter.isalpha() for letter in text) <= 3 and " " not in text
