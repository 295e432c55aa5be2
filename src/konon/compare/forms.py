"""Forms of names: acronyms, contractions, and which words of a short form stand for which of a full one."""

from collections.abc import Sequence

from konon.compare import spelling
from konon.gazetteer.folding import pieces

# Letters: fewer make no acronym, and no piece of a contraction.
_FEWEST_LETTERS, _SHORTEST_PIECE = 2, 2
_LONGEST_ACRONYM = 8
# Of two contractions of the same words, the shorter has so many letters at least, the longer so many more at most.
_FEWEST_KEPT, _MOST_LEFT_OUT = 5, 2
SAME_WORD = 0.9


def content_words(name: str) -> list[str]:
    """The words of a name without those in lower case that hold it together; all where none has a capital."""
    kept = [word for word in name.split() if not word.islower()]
    return spelling.words(" ".join(kept) or name) or spelling.words(name)


def shortened(one: str, other: str) -> bool:
    """Whether one word is the other without a letter or two within: two contractions of the same words."""
    short, full = sorted((one, other), key=len)
    left = iter(full)
    return (
        _FEWEST_KEPT <= len(short) < len(full) <= len(short) + _MOST_LEFT_OUT and short.islower() and full.islower()
        and short[:2] == full[:2] and short[-2:] == full[-2:] and all(letter in left for letter in short)
    )  # fmt: skip


def letters(name: str) -> str:
    """All letters and figures of a name, folded: *Al-Qaeda* and *Alqaeda* have the same."""
    return "".join(piece for word in name.split() for piece in pieces(word) if piece.isalnum())


def widened(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether a name is the other one with a word more, at its beginning or within."""
    places = range(len(full) - 1) if len(full) == len(short) + 1 and len(short) > 1 else ()
    return any([*full[:place], *full[place + 1 :]] == list(short) for place in places)


def is_acronym(name: str) -> bool:
    """Whether a name is a word of few letters, all or most of them capitals."""
    letters = [letter for letter in name if letter.isalpha()]
    return (
        " " not in name and "." not in name.strip(".") and _FEWEST_LETTERS <= len(letters) <= _LONGEST_ACRONYM
        and 3 * sum(letter.isupper() for letter in letters) >= 2 * len(letters)
    )  # fmt: skip


def initials(words: Sequence[str]) -> str:
    """The first letters of words; empty where one word is all there is."""
    return "".join(word[0] for word in words).upper() if len(words) >= _FEWEST_LETTERS else ""


def contracted(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether the words of a short form stand for those of a full one, some of them drawn together: *Sumbar*."""
    if not short or not full:
        return not short and not full
    if spelling.likeness(short[0], full[0]) >= SAME_WORD and contracted(short[1:], full[1:]):
        return True
    return any(contracted(short[1:], full[size:]) for size in range(2, len(full) + 1) if _pieced(short[0], full[:size]))


def _pieced(word: str, full: Sequence[str]) -> bool:
    """Whether a word is put together from beginnings of these words, of the first, the last and any between."""
    first, behind = full[0], full[1:]
    if not behind:
        return len(word) >= _SHORTEST_PIECE and len(word) < len(first) and first.startswith(word)
    for size in range(_SHORTEST_PIECE, min(len(word), len(first) - 1) + 1):
        if word[:size] != first[:size]:
            return False
        if any(_pieced(word[size:], behind[skipped:]) for skipped in range(len(behind))):
            return True
    return False
