"""Indonesian word forms: voice prefixes, the roots behind them, and pronouns written on to words.

The nasal that `meN-` puts before a root, and the consonant that it swallows, follow the standard grammar (Tata Bahasa
Baku Bahasa Indonesia, 2017). A root can't always be told from its form: `menyatakan` may come from *nyata* or *sata*;
the form with the swallowed consonant is given where it is the usual one.
"""

import re
import tomllib
from functools import cache, lru_cache
from importlib import resources

_SUFFIX = re.compile(r"(?:kan|i|an)$")
_CLITIC = re.compile(r"(?P<word>.{3,}?)(?P<clitic>nya)$")


class IndonesianMorphology:
    """The word forms of Indonesian."""

    def lemma(self, word: str) -> str:
        """The word without clitic, voice prefix and voice suffix, as far as its form tells: `menuding` → `tuding`."""
        return _lemma(word)

    def voice(self, word: str) -> str | None:
        """`active` for meN- and ber-, `passive` for di-, ter- and ke-…-an as verbs; None for anything else."""
        return _voice(word)

    def clitic(self, word: str) -> tuple[str, str] | None:
        """The word and its pronoun: `katanya` → ('kata', 'nya'); None without one."""
        match = _CLITIC.match(word)
        if not match or word in _forms("no_clitic"):
            return None
        return match["word"], match["clitic"]


_ACTIVE = re.compile(r"(?:me(?:ng|ny|m|n|l|r|w|y)\w{2,}|memper\w{2,}|ber\w{3,}|be[lk]erja\w*|belajar)(?:-\w+)?")
_PASSIVE = re.compile(r"(?:di|ter)\w{3,}(?:-\w+)?")


@cache
def _forms(kind: str) -> frozenset[str]:
    """The words of a list of exceptions in the table `word_forms`."""
    file = resources.files("konon.language.id").joinpath("word_forms.toml")
    rows = tomllib.loads(file.read_text(encoding="utf-8"))[kind]
    return frozenset(form for row in rows for form in row["forms"])


@lru_cache(maxsize=65536)
def _voice(word: str) -> str | None:
    if word in _forms("no_verb"):
        return None
    if _ACTIVE.fullmatch(word):
        return "active"
    return "passive" if _PASSIVE.fullmatch(word) else None


_NASALS = (("meny", "s"), ("menge", ""), ("meng", ""), ("mem", ""), ("men", ""), ("me", ""))
_SWALLOWED = {"meng": "k", "mem": "p", "men": "t"}


@lru_cache(maxsize=65536)
def _lemma(word: str) -> str:
    split = _CLITIC.match(word)
    if split and word not in _forms("no_clitic"):
        word = split["word"]
    for prefix, restored in _NASALS:
        if word.startswith(prefix) and len(word) > len(prefix) + 2:
            rest = word[len(prefix) :]
            swallowed = _SWALLOWED.get(prefix, "") if rest[0] in "aiueo" else ""
            return _without_suffix((restored or swallowed) + rest)
    for prefix in ("diper", "di", "ter", "ber"):
        if word.startswith(prefix) and len(word) > len(prefix) + 2:
            return _without_suffix(word[len(prefix) :])
    return word


def _without_suffix(word: str) -> str:
    shorter = _SUFFIX.sub("", word)
    return shorter if len(shorter) >= 3 else word
