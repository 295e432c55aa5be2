"""What figures and number words say: the values of digits, of composed words, of vague words and of ranges."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from konon.language.analysis import Token
from konon.language.base import Language, Row
from konon.language.words import tokenize

Phrase = tuple[str, ...]

_POINTS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_COMMAS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_FIGURE = re.compile(r"\d{1,18}(?:[.,]\d{1,9})?")
# The lists whose words can begin a number, or a phrase that is none.
_BEGINNING = ("cardinal", "one", "one_multiplier", "fraction", "vague", "band_word", "ordinal", "idiom")
_NO_LIMIT = Decimal("Infinity")


@dataclass(frozen=True, slots=True)
class Value:
    """What tokens up to the index `end` say; `scale` is the multiplier of a value such as 3 million."""

    low: Decimal
    high: Decimal
    end: int
    approximate: bool = False
    scale: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The tables of a language, made ready for looking up."""

    language: Language
    rows: dict[str, dict[Phrase, Row]]
    longest: dict[str, int]
    months: frozenset[str]
    conjunctions: frozenset[str]
    beginnings: frozenset[str]

    def may_begin(self, token: Token) -> bool:
        """Whether a number or a set phrase can begin with a token; most can't, which spares the closer look."""
        return token.kind == "number" or token.lower in self.beginnings or "-" in token.lower

    def value(self, kind: str, word: str) -> Decimal | None:
        """What a word of a list is worth; None where it is not in the list."""
        row = self.rows[kind].get((word,))
        return None if row is None else Decimal(str(row["value"]))

    def behind(self, kind: str, tokens: Sequence[Token], at: int) -> tuple[Row, int] | None:
        """The row of the longest phrase that begins at a token, and where the phrase ends."""
        for length in range(min(self.longest[kind], len(tokens) - at), 0, -1):
            row = self.rows[kind].get(tuple(token.lower for token in tokens[at : at + length]))
            if row is not None:
                return row, at + length
        return None

    def ahead(self, kind: str, tokens: Sequence[Token], at: int) -> tuple[Row, int] | None:
        """The row of the longest phrase that ends before a token, and where the phrase begins."""
        for length in range(min(self.longest[kind], at), 0, -1):
            row = self.rows[kind].get(tuple(token.lower for token in tokens[at - length : at]))
            if row is not None:
                return row, at - length
        return None


_KINDS = (
    "cardinal", "one", "teen", "ten", "multiplier", "one_multiplier", "collective", "fraction", "vague", "band",
    "band_word", "before", "after", "range", "unit_before", "unit_after", "ordinal", "ordinal_prefix", "counted",
    "idiom",
)  # fmt: skip


@cache
def number_words(language: Language) -> NumberWords:
    """The number tables of a language."""
    rows: dict[str, dict[Phrase, Row]] = {}
    for kind in _KINDS:
        table = language.table("numbers", kind)
        rows[kind] = {tuple(token.lower for token in tokenize(word)): row for row in table for word in row["words"]}
    longest = {kind: max(map(len, phrases), default=0) for kind, phrases in rows.items()}
    months = frozenset(form for row in language.table("calendar", "month") for form in row["forms"])
    beginnings = frozenset(phrase[0] for kind in _BEGINNING for phrase in rows[kind])
    return NumberWords(language, rows, longest, months, language.words("conjunction"), beginnings)


def figure(text: str) -> Decimal | None:
    """The value of digits with points and commas, by the Indonesian reading where both are possible."""
    if _POINTS.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    if _COMMAS.fullmatch(text):
        return Decimal(text.replace(",", ""))
    if _FIGURE.fullmatch(text):
        return Decimal(text.replace(",", "."))
    return None


def read_value(tokens: Sequence[Token], at: int, words: NumberWords) -> Value | None:
    """One value, or the two ends of a range as one."""
    one = _pair(tokens[at], at, words) or _value(tokens, at, words)
    joint = words.behind("range", tokens, one.end) if one else None
    if one is None or joint is None:
        return one
    row, after = joint
    opener = row.get("opens")
    if opener and (at == 0 or tokens[at - 1].lower != opener):
        return one
    other = _value(tokens, after, words)
    if other is None:
        return one
    low = one.low * other.scale if one.scale == 1 and one.low * other.scale < other.low else one.low
    if low >= other.low:
        return one
    return Value(low, other.high, other.end, one.approximate or other.approximate)


def _pair(token: Token, at: int, words: NumberWords) -> Value | None:
    """Two digit words that a hyphen joins: two-three."""
    left, _, right = token.lower.partition("-")
    low, high = words.value("cardinal", left), words.value("cardinal", right)
    if low is None or high is None or low >= high:
        return None
    return Value(low, high, at + 1)


def _value(tokens: Sequence[Token], at: int, words: NumberWords) -> Value | None:
    if at >= len(tokens):
        return None
    token = tokens[at]
    for kind in ("vague", "band_word"):
        row = words.rows[kind].get((token.lower,))
        if row:
            return _multiplied(Value(Decimal(row["minimum"]), Decimal(row["maximum"]), at + 1), tokens, words)
    stem, hyphen, ending = token.lower.rpartition("-")
    if hyphen and (ending,) in words.rows["band"]:
        value = figure(stem)
        return None if value is None else _multiplied(_band(value, at + 1), tokens, words)
    one = words.value("one", token.lower)
    return _sum(tokens, at, words) if one is None else Value(one, one, at + 1)


def _multiplied(value: Value, tokens: Sequence[Token], words: NumberWords) -> Value:
    """The same with the multiplier behind it: tens of thousands."""
    scale = words.value("multiplier", tokens[value.end].lower) if value.end < len(tokens) else None
    if scale is None:
        return value
    return replace(value, low=value.low * scale, high=(value.high + 1) * scale - 1, end=value.end + 1, scale=scale)


def _band(value: Decimal, end: int) -> Value:
    """All numbers that begin like a round one: 380 stands for 380 to 389."""
    step = Decimal(1)
    while value and value % (step * 10) == 0:
        step *= 10
    return Value(value, value + step - 1, end, approximate=True)


def _sum(tokens: Sequence[Token], at: int, words: NumberWords) -> Value | None:
    """A number composed from the greatest part down: 2 million 300 thousand and five."""
    total, top, end, parts = Decimal(0), _NO_LIMIT, at, 0
    while end < len(tokens):
        value, after = words.value("one_multiplier", tokens[end].lower), end + 1
        scale: Decimal | None = value
        if value is None:
            group = _group(tokens, end, words)
            if group is None:
                break
            value, after = group
            vague = words.rows["vague"].get((tokens[after].lower,)) if after < len(tokens) else None
            if vague and not parts and value:
                return _band(value * vague["times"], after + 1)
            scale = words.value("multiplier", tokens[after].lower) if after < len(tokens) else None
            if scale is None:
                fits = value < top and (not parts or tokens[end].kind == "word")
                return _ended(total + value, after, tokens, words) if fits else _ended(total, end, tokens, words)
            value, after = value * scale, after + 1
        if scale is None or scale >= top:
            break
        total, top, end, parts = total + value, scale, after, parts + 1
    if not parts:
        return None
    return replace(_ended(total, end, tokens, words), scale=top if parts == 1 else Decimal(1))


def _ended(value: Decimal, end: int, tokens: Sequence[Token], words: NumberWords) -> Value:
    """The value, times the word for a dozen or a pair where one follows."""
    dozen = words.value("collective", tokens[end].lower) if end < len(tokens) else None
    return Value(value, value, end) if dozen is None else Value(value * dozen, value * dozen, end + 1)


def _group(tokens: Sequence[Token], at: int, words: NumberWords) -> tuple[Decimal, int] | None:
    """A figure, a part of a multiplier, or words for less than a thousand."""
    token = tokens[at]
    if token.kind == "number":
        value = figure(token.text)
        return None if value is None else (value, at + 1)
    part = _fraction(tokens, at, words)
    if part is not None:
        return part, at + 1
    total, limit, end = Decimal(0), Decimal(1000), at
    while end < len(tokens):
        item = _item(tokens, end, words)
        if item is None or item[0] >= limit:
            break
        value, limit, end = item
        total += value
    if end == at:
        return None
    part = _fraction(tokens, end, words)
    return (total, end) if part is None else (total + part, end + 1)


def _fraction(tokens: Sequence[Token], at: int, words: NumberWords) -> Decimal | None:
    """A half, where a multiplier follows that it can be the half of."""
    if at + 1 >= len(tokens) or words.value("multiplier", tokens[at + 1].lower) is None:
        return None
    return words.value("fraction", tokens[at].lower)


def _item(tokens: Sequence[Token], at: int, words: NumberWords) -> tuple[Decimal, Decimal, int] | None:
    """A digit word with the word for ten or a hundred behind it: its value, what may follow is less than, its end."""
    row = words.rows["cardinal"].get((tokens[at].lower,))
    if row is None:
        return None
    value = Decimal(row["value"])
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    teen, ten = words.value("teen", following), words.value("ten", following)
    if 1 < value < 10 and teen is not None:
        return value + teen, Decimal(1), at + 2
    if 0 < value < 10 and ten is not None:
        return value * ten, ten, at + 2
    return value, Decimal(row.get("adds", 1)), at + 1
