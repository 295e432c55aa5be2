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
_CLITIC = re.compile(r"(?P<word>.{3,}?)(?P<clitic>nya|ku|mu)$")
# Words that end like a clitic and have none.
_NO_CLITIC = frozenset({"hanya", "tanya", "punya", "biaya", "laku", "suku", "buku", "paku", "baku", "kuku", "saku", "mulanya",
    "tamu", "ilmu", "jamu", "semu", "temu", "bumbu", "bertanya", "ditanya", "berlaku", "pelaku", "perilaku", "mengaku",
    "diaku", "bertemu", "ketemu", "ditemu", "kecuali", "surabaya", "misalnya", "sebelumnya", "akhirnya", "biasanya",
    "sebenarnya", "sebaliknya", "selanjutnya", "umumnya", "khususnya", "rencananya", "setidaknya", "sedikitnya",
    "selebihnya", "seharusnya", "sebaiknya", "tentunya", "pastinya", "nantinya", "lainnya", "menanya", "tiongkoku"})  # fmt: skip


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
        if not match or word in _NO_CLITIC or match["clitic"] != "nya":
            return None
        return match["word"], match["clitic"]


_ACTIVE = re.compile(r"(?:me(?:ng|ny|m|n|l|r|w|y)\w{2,}|memper\w{2,}|ber\w{3,}|be[lk]erja\w*|belajar)")
_PASSIVE = re.compile(r"(?:di|ter)\w{3,}")


@cache
def _not_verbs() -> frozenset[str]:
    file = resources.files(__package__ or "konon.language.id").joinpath("not_verbs.toml")
    rows = tomllib.loads(file.read_text(encoding="utf-8"))["word"]
    return frozenset(form for row in rows for form in row["forms"])


@lru_cache(maxsize=65536)
def _voice(word: str) -> str | None:
    if word in _not_verbs():
        return None
    if _ACTIVE.fullmatch(word):
        return "active"
    return "passive" if _PASSIVE.fullmatch(word) else None


_NASALS = (("meny", "s"), ("menge", ""), ("meng", ""), ("mem", ""), ("men", ""), ("me", ""))
_SWALLOWED = {"meng": "k", "mem": "p", "men": "t"}


@lru_cache(maxsize=65536)
def _lemma(word: str) -> str:
    split = _CLITIC.match(word)
    if split and word not in _NO_CLITIC and split["clitic"] == "nya":
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
