"""Whether two names can be the same entity."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from importlib import resources

UNNAMED = "?"  # how gold records name a source that the report leaves unnamed


def same_name(gold: str | None, predicted: str | None, *, aliases: Iterable[str] = ()) -> bool:
    """Whether a predicted name stands for a gold one: titles aside, the words of one are within the other's."""
    if _nobody(gold) or _nobody(predicted):
        return _nobody(gold) and _nobody(predicted)
    return any(_alike(name, str(predicted)) for name in (str(gold), *aliases))


def same_names(gold: Sequence[str], predicted: Sequence[str], *, aliases: dict[str, list[str]]) -> bool:
    """Whether each gold name has a predicted one of its own, and none is left over."""
    left = list(predicted)
    for wanted in gold:
        match = next((name for name in left if same_name(wanted, name, aliases=aliases.get(wanted, ()))), None)
        if match is None:
            return False
        left.remove(match)
    return not left


def _nobody(name: str | None) -> bool:
    return name is None or name == UNNAMED


def _alike(one: str, other: str) -> bool:
    ours, theirs = _words(one), _words(other)
    if not ours or not theirs:
        return False
    bare, their_bare = _without_titles(ours), _without_titles(theirs)
    return ours == theirs or bare <= their_bare or their_bare <= bare


def _without_titles(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(words) - _titles() or frozenset(words)


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[str, ...]:
    decomposed = unicodedata.normalize("NFKD", name).casefold()
    plain = "".join(mark for mark in decomposed if not unicodedata.combining(mark) and mark not in "'’`")
    return tuple(re.findall(r"\w+", plain))


@cache
def _titles() -> frozenset[str]:
    file = resources.files(__package__ or "konon.evaluation") / "titles.toml"
    return frozenset(tomllib.loads(file.read_text(encoding="utf-8"))["words"])
