"""Names as they are compared: folded to ASCII where that is possible, in lower case, split at hyphens."""

import re
import unicodedata

# Letters that Unicode does not decompose, as the press writes them without their marks.
_LETTERS = str.maketrans({"ı": "i", "ø": "o", "đ": "d", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
_APOSTROPHES = re.compile(r"(?<=\w)['’‘ʻʼ`´](?=\w)")
_PIECES = re.compile(r"\w+|[^\w\s\-‐‑]")


def fold(words: str) -> str:
    """The words in lower case, without accents and without apostrophes inside a word."""
    if words.isascii():
        lower = words.lower()
    else:
        parts = unicodedata.normalize("NFKD", words)
        lower = "".join(letter for letter in parts if not unicodedata.combining(letter)).lower().translate(_LETTERS)
    return _APOSTROPHES.sub("", lower)


def pieces(word: str) -> list[str]:
    """The folded parts that a word is compared by: hyphens only part them, other marks are parts of their own."""
    folded = fold(word)
    if folded.isalnum():
        return [folded]
    # The period of an abbreviation may be printed or not; one inside a word (a domain) tells.
    return _PIECES.findall(folded.rstrip(".") if len(folded) > 1 else folded)


def key(words: str) -> str:
    """The form under which a name is stored: its pieces with one space between them."""
    return " ".join(piece for word in words.split() for piece in pieces(word))
