"""Stems of Indonesian words: the rules and words of PySastrawi, gone through in an order that asks few of them.

Method: Nazief and Adriani's, as Asian (2007) and Arifin et al. (2009, ECS) changed it. PySastrawi tries each word with
all of its 40 rules, up to fifteen times, and compiles an expression for each part that it takes off. Here a word meets
only those rules that its first letters fit. The stems are the same; a test compares them over all words of the list.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import NamedTuple, Protocol

# Words of so many letters keep their form; PySastrawi leaves its way halfway for them.
_SHORT = 3
_ROUNDS = 3
# PySastrawi takes off particles, then possessives, then derivational suffixes.
_DERIVATIONAL, _THREE = 2, 3
_NUMBER = re.compile(r"\d+")
# By their numbers: the rules for words that begin in the same way, and those for what is put inside of words.
_BY_TWO: Mapping[str, Sequence[int]] = {
    "be": range(1, 6), "te": (*range(6, 10), 35), "me": range(10, 20), "pe": (*range(20, 35), 36), "ku": (41,),
    "ka": (42,),
}  # fmt: skip
# Only of words that begin so the prefix may go before the suffix.
_PREFIX_FIRST = frozenset(("be", "me", "di", "pe", "te"))
_INSIDE, _INFIXES = range(37, 41), ("er", "el", "em", "in")


class _Rule(Protocol):
    def disambiguate(self, word: str) -> str | None: ...


class _Removed(NamedTuple):
    """A suffix that was taken off: the word before and behind it, and the number of what took it off."""

    word: str
    left: str
    by: int


class Stemmer:
    """Finds the stems of words."""

    def __init__(self) -> None:
        # Reading needs no stemmer.
        from Sastrawi.Dictionary.ArrayDictionary import ArrayDictionary
        from Sastrawi.Stemmer.ConfixStripping.PrecedenceAdjustmentSpecification import PrecedenceAdjustmentSpecification
        from Sastrawi.Stemmer.Context.Visitor.VisitorProvider import VisitorProvider
        from Sastrawi.Stemmer.Stemmer import Stemmer as Plain
        from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

        words = ArrayDictionary(StemmerFactory().get_words())
        rules = VisitorProvider()
        self._words: Mapping[str, str] = words.words
        self._plain = Plain(words)
        first, *others = rules.get_prefix_visitors()
        self._first: Callable[[str], str] = first.remove
        self._rules: dict[int, Sequence[_Rule]] = {
            int(_NUMBER.findall(type(visitor.disambiguators[0]).__name__)[0]): visitor.disambiguators
            for visitor in others
        }
        self._suffixes: Sequence[Callable[[str], str]] = [visitor.remove for visitor in rules.get_suffix_visitors()]
        self._prefix_first: Callable[[str], bool] = PrecedenceAdjustmentSpecification().is_satisfied_by
        self._fitting = cache(self._of_beginning)

    def stem(self, word: str) -> str:
        """The stem of a word in small letters; the word itself where none is known."""
        if word in self._words:
            return word
        if len(word) <= _SHORT or not word.isascii():
            return str(self._plain.stem(word))
        return self._within(word) or word

    def _within(self, word: str) -> str | None:
        """The word of the list that is inside of another one."""
        if word[:2] in _PREFIX_FIRST and self._prefix_first(word):
            found = self._without_suffixes(self._without_prefixes(word), [])
            if found in self._words:
                return found
        removed: list[_Removed] = []
        found = self._without_suffixes(word, removed)
        if found not in self._words:
            found = self._without_prefixes(found)
        return found if found in self._words else self._put_back(removed)

    def _put_back(self, removed: Sequence[_Removed]) -> str | None:
        """What is found where suffixes are put back, the last one first: they may be a part of the word."""
        for last in reversed(removed):
            # Of the only derivational suffix of three letters, *kan*, the first may be the word's own.
            may_end = last.by == _DERIVATIONAL and len(last.word) - len(last.left) == _THREE
            for word in (*([last.word[: len(last.left) + 1]] if may_end else []), last.word):
                found = self._without_prefixes(word)
                if found in self._words:
                    return found
        return None

    def _without_suffixes(self, word: str, removed: list[_Removed]) -> str:
        for number, remove in enumerate(self._suffixes):
            if word in self._words:
                break
            left = remove(word)
            if left != word:
                removed.append(_Removed(word, left, number))
                word = left
        return word

    def _without_prefixes(self, word: str) -> str:
        for _ in range(_ROUNDS):
            left = self._without_prefix(word)
            if left is None:
                break
            word = left
            if word in self._words:
                break
        return word

    def _without_prefix(self, word: str) -> str | None:
        """What the first rule that fits leaves of a word; None where none does."""
        left: str | None = self._first(word)
        if left != word:
            return left
        if word in self._words:
            return None
        for rules in self._fitting(word[:3]):
            left = None
            for rule in rules:
                left = rule.disambiguate(word)
                if left in self._words:
                    break
            if left is not None:
                return left
        return None

    def _of_beginning(self, beginning: str) -> Sequence[Sequence[_Rule]]:
        """The rules for words with these three letters first, in their order."""
        numbers = (*_BY_TWO.get(beginning[:2], ()), *(_INSIDE if beginning[1:] in _INFIXES else ()))
        return [rules for number, rules in self._rules.items() if number in numbers]
