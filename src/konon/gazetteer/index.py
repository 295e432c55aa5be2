"""The compiled gazetteer, loaded once when first asked for: entries by id, by name and by web host."""

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import get_args

from konon.errors import RegistryError
from konon.gazetteer.entry import Alias, AliasUse, Entry
from konon.gazetteer.folding import key
from konon.record.vocabulary import EntityKind

Sense = tuple[Entry, Alias]

_KINDS: Mapping[str, EntityKind] = MappingProxyType({kind: kind for kind in get_args(EntityKind)})
# One letter a flag in `entries.tsv`.
USES: Mapping[str, AliasUse] = MappingProxyType({"n": "name", "p": "capital", "s": "seat", "d": "demonym"})


@dataclass(frozen=True, slots=True)
class Index:
    """All entries: by id, and their names by folded key, the preferred sense first; `longest` is by first piece.

    `demonyms` stand apart, since they are no names of their entry and not to be found as such in a report.
    """

    entries: Mapping[str, Entry]
    senses: Mapping[str, tuple[Sense, ...]]
    longest: Mapping[str, int]
    demonyms: Mapping[str, tuple[Sense, ...]]


def entry(identifier: str) -> Entry:
    """The entry of an id such as `state:IDN`; RegistryError where there is none."""
    found = index().entries.get(identifier)
    if found is None:
        raise RegistryError("the gazetteer has no such entry.", subject=identifier)
    return found


def entries() -> tuple[Entry, ...]:
    """All entries, in the order of their ids."""
    return tuple(index().entries.values())


def lookup(words: str) -> tuple[Entry, ...]:
    """The entries that are printed by these words, the preferred one first; empty where there is none."""
    return tuple(dict.fromkeys(owner for owner, _ in senses(words)))


def senses(words: str) -> tuple[Sense, ...]:
    """The entries of `lookup`, each with the alias that these words are."""
    plain = words.strip()
    folded, known = key(plain), index()
    found = (*known.senses.get(folded, ()), *known.demonyms.get(folded, ()))
    return tuple(sense for sense in found if not sense[1].cased or sense[1].text == plain)


def outlet(host: str) -> Entry | None:
    """The outlet that publishes under a web host; of `news.example.com` and `example.com` the nearer one counts."""
    labels = host.lower().removeprefix("www.").split(".")
    for first in range(len(labels) - 1):
        for owner, _ in index().senses.get(key(".".join(labels[first:])), ()):
            if owner.kind == "media":
                return owner
    return None


@cache
def index() -> Index:
    """The gazetteer as it was compiled by `konon.gazetteer.build`."""
    lines = resources.files("konon.gazetteer").joinpath("entries.tsv").read_text(encoding="utf-8").split("\n")
    with _uncollected():
        return indexed(line for line in lines if line and not line.startswith("#"))


def indexed(lines: Iterable[str]) -> Index:
    """The index of the lines of `entries.tsv`."""
    found: dict[str, Entry] = {}
    by_key: dict[str, list[Sense]] = {}
    longest: dict[str, int] = {}
    demonyms: dict[str, tuple[Sense, ...]] = {}
    for line in lines:
        owner, keys = parse(line)
        found[owner.id] = owner
        for folded, alias in zip(keys, owner.aliases, strict=True):
            if alias.use == "demonym":
                demonyms[folded] = ((owner, alias),)
                continue
            by_key.setdefault(folded, []).append((owner, alias))
            first = folded.partition(" ")[0]
            longest[first] = max(longest.get(first, 0), folded.count(" ") + 1)
    ranks = preferences()
    return Index(found, {folded: ordered(folded, group, ranks) for folded, group in by_key.items()}, longest, demonyms)


@contextmanager
def _uncollected() -> Iterator[None]:
    # All that is made here stays: the collector would only walk it again and again, which takes half of the time.
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def parse(line: str) -> tuple[Entry, list[str]]:
    """An entry from its line in `entries.tsv`, and the folded keys of its aliases."""
    identifier, kind, country, parent, source, wikidata, name, *rest = line.split("\t")
    keys, aliases = [], []
    for field in rest:
        flags, text, folded = field.split("|")
        aliases.append(Alias(text, *_meaning(flags)))
        keys.append(folded or text.lower())
    return Entry(
        identifier, name, _KINDS[kind], country or None, tuple(aliases), parent or None, source, wikidata or None
    ), keys


@cache
def _meaning(flags: str) -> tuple[AliasUse, bool, bool]:
    return USES[flags[0]], "c" in flags, "r" in flags


def ordered(folded: str, group: list[Sense], ranks: Mapping[str, str]) -> tuple[Sense, ...]:
    """The senses of a key: first the one that a rule prefers, then names, seats and capitals."""
    if len(group) == 1:
        return (group[0],)
    preferred = ranks.get(folded)
    order = ("name", "seat", "capital")
    return tuple(sorted(group, key=lambda sense: (sense[0].id != preferred, order.index(sense[1].use), sense[0].id)))


@cache
def preferences() -> Mapping[str, str]:
    """The entry that each ambiguous key stands for first, by `prefer.tsv`."""
    lines = resources.files("konon.gazetteer").joinpath("prefer.tsv").read_text(encoding="utf-8").split("\n")
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {key(words): identifier for words, identifier, *_ in rows}
