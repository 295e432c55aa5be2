"""Names in small letters that a report coins: a noun for a union with its word, told to be one and met again."""

from collections import Counter
from collections.abc import Iterator

from konon.language.names_view import View

_MARKS = frozenset("'\"‘’“”")


def coined(view: View) -> frozenset[int]:
    """The first tokens of the unions, of two words each, that a report calls so at one place and names at another."""
    found = list(_unions(view))
    often = Counter(view.lowers[first : first + 2] for first in found)
    told = {view.lowers[first : first + 2] for first in found if _told(view, first)}
    return frozenset(first for first in found if often[key := view.lowers[first : first + 2]] > 1 and key in told)


def _unions(view: View) -> Iterator[int]:
    for first in range(len(view.lowers) - 1):
        small = view.tokens[first + 1].kind == "word" and not view.tokens[first + 1].capital
        named = small and view.lowers[first + 1] not in view.lexicon.function
        if named and any(head.joint for head in view.heads(first)):
            yield first


def _told(view: View, first: int) -> bool:
    """Whether words or quotation marks around a phrase tell that somebody calls it so."""
    before, after = view.lexicon.before.get("coined", ()), view.lexicon.after.get("coined", ())
    marked = view.text(first - 1) in _MARKS and view.text(first + 2) in _MARKS
    behind = view.lowers[first + 2 : first + 4]
    return marked or view.lowers[first - 1 : first] in {(word,) for word in before} or any(w in after for w in behind)
