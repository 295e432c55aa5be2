"""Numbers in figures and words, with their bounds and what they measure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil
from typing import Literal, cast

from konon.language.analysis import Number, Token
from konon.language.base import Language
from konon.language.figures import NumberWords, Value, number_words, read_value

Unit = Literal["plain", "money", "percent", "rank", "time", "measure"]


def find_numbers(tokens: Sequence[Token], language: Language) -> tuple[Number, ...]:
    """All numbers in order of place, none over another; dates such as 16/11/2023 are none."""
    words = number_words(language)
    found: list[tuple[Number, int, int]] = []
    at = 0
    while at < len(tokens):
        if not words.may_begin(tokens[at]):
            at += 1
            continue
        number = _number(tokens, at, words=words, floor=found[-1][2] if found else 0)
        if number is None:
            idiom = words.behind("idiom", tokens, at)
            at = idiom[1] if idiom else at + 1
        else:
            found.append(number)
            at = number[2]
    return tuple(_shared_units(found, tokens, words))


def _number(tokens: Sequence[Token], at: int, *, words: NumberWords, floor: int) -> tuple[Number, int, int] | None:
    """The number whose figure begins at a token, with the indices of its first token and of the one behind it.

    What bounds it is looked for down to the token `floor`, where the number before it ends.
    """
    if words.behind("idiom", tokens, at):
        return None
    ordinal = _ordinal(tokens, at, words)
    if ordinal is not None:
        return ordinal, at, at + 1
    value = read_value(tokens, at, words)
    if value is None:
        return None
    unit = _unit(tokens, at, value, words)
    low, high = int(value.low), ceil(value.high)
    if low != value.low and unit == "plain":
        unit = "measure"
    number = Number(
        tokens[at].start, tokens[value.end - 1].end, tokens[at].start, tokens[value.end - 1].end, low, high,
        approximate=value.approximate, unit=unit,
    )  # fmt: skip
    first = at
    for bound, start in _bounds(tokens, at, number, words):
        if start < floor:
            break
        first, number = start, replace(_bind(number, bound), start=tokens[start].start)
    number, end = _bound_behind(number, tokens, value.end, words)
    return number, first, end


def _unit(tokens: Sequence[Token], at: int, value: Value, words: NumberWords) -> Unit:
    named = _named_unit(tokens, at, value, words)
    if named:
        return named
    if _is_decimal_part(tokens, at):
        return "measure"
    before = tokens[at - 1].lower if at else ""
    after = tokens[value.end].lower if value.end < len(tokens) else ""
    text = tokens[at].text
    if after in words.months or (before in words.months and text.isdigit()):
        return "time"
    if before == "(" and after == ")" and 1 <= value.low <= 120:
        return "time"  # an age or a day of the month
    if value.end == at + 1 and re.fullmatch(r"(?:19|20)\d\d", text) and (after,) not in words.rows["counted"]:
        return "time"
    return "plain"


def _is_decimal_part(tokens: Sequence[Token], at: int) -> bool:
    """Whether a figure stands behind the comma of one that is written on to its unit, as in USD2,4."""
    if at < 2 or tokens[at - 1].text not in ",.":
        return False
    unit, point, figure = tokens[at - 2 : at + 1]
    return unit.end == point.start and point.end == figure.start and unit.text[-1].isdigit()


def _named_unit(tokens: Sequence[Token], at: int, value: Value, words: NumberWords) -> Unit | None:
    behind = words.behind("unit_after", tokens, value.end)
    if behind:
        return cast("Unit", behind[0]["unit"])
    start = at
    while (bound := words.ahead("before", tokens, start)) is not None:
        start = bound[1]
    for place in (at, start):
        ahead = words.ahead("unit_before", tokens, place)
        if ahead:
            return cast("Unit", ahead[0]["unit"])
    return None


def _shared_units(
    found: list[tuple[Number, int, int]], tokens: Sequence[Token], words: NumberWords
) -> Iterator[Number]:
    """The numbers; one that is joined to the next without a noun between has that one's unit: 8 and 9 January."""
    for place, (number, _, end) in enumerate(found):
        following = found[place + 1] if place + 1 < len(found) else None
        joined = following is not None and following[1] == end + 1 and tokens[end].lower in {",", *words.conjunctions}
        if following is not None and joined and number.unit == "plain" and following[0].unit not in ("plain", "rank"):
            yield replace(number, unit=following[0].unit)
        else:
            yield number


def _ordinal(tokens: Sequence[Token], at: int, words: NumberWords) -> Number | None:
    token = tokens[at]
    prefix, hyphen, rest = token.lower.partition("-")
    if hyphen and rest.isdecimal() and (prefix,) in words.rows["ordinal_prefix"]:
        return _rank(token, int(rest[:18]))
    row = words.rows["ordinal"].get((token.lower,))
    if row is None:
        return None
    amount = row.get("collective", 1)
    if "collective" in row and _before_noun(tokens, at, words):
        return Number(token.start, token.end, token.start, token.end, amount, amount)
    return _rank(token, amount)


def _rank(token: Token, value: int) -> Number:
    return Number(token.start, token.end, token.start, token.end, value, value, unit="rank")


def _before_noun(tokens: Sequence[Token], at: int, words: NumberWords) -> bool:
    """Whether an ordinal counts the noun behind it: no noun stands before it, and one may follow."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or following.kind != "word" or words.behind("unit_after", tokens, at + 1):
        return False
    language = words.language
    if language.classes(following.lower):
        return False
    before = tokens[at - 1] if at else None
    return before is None or before.kind == "mark" or bool(
        language.classes(before.lower) or language.morphology.voice(before.lower)
    )  # fmt: skip


def _bound_behind(number: Number, tokens: Sequence[Token], end: int, words: NumberWords) -> tuple[Number, int]:
    behind = words.behind("after", tokens, end)
    if behind is None or (behind[1] < len(tokens) and tokens[behind[1]].lower in behind[0].get("unless", ())):
        return number, end
    return replace(_bind(number, behind[0]["bound"]), end=tokens[behind[1] - 1].end), behind[1]


def _bounds(tokens: Sequence[Token], at: int, number: Number, words: NumberWords) -> Iterator[tuple[str, int]]:
    """The bounds before a number, the nearest first, and the tokens that they begin at."""
    place, passed = at, False
    for _ in range(4):
        found = words.ahead("before", tokens, place)
        if found is None:
            break
        row, start = found
        if row["bound"] == "exact":
            passed = True
        elif (number.minimum or 0) < row.get("from", 0) or (passed and row["bound"] == "most"):
            return
        else:
            yield row["bound"], start
        place = start
    verb = tokens[place - 1].lower if place else ""
    found = words.ahead("before", tokens, place - 1) if words.language.morphology.voice(verb) else None
    if found and found[0].get("floats"):
        yield found[0]["bound"], found[1]


def _bind(number: Number, bound: str) -> Number:
    """The number with a bound; a second bound is not heard."""
    low, high = number.minimum, number.maximum
    if bound == "about":
        return replace(number, approximate=True)
    if low is None or high is None:
        return number
    if bound == "least":
        return replace(number, maximum=None)
    if bound == "most":
        return replace(number, minimum=None)
    if bound == "above":
        # From a span (hundreds) more is open upwards; from a band (300-something) it begins at its foot.
        spans = low != high and not number.approximate
        return replace(number, minimum=low if spans else low + 1, maximum=None)
    return replace(number, minimum=None, maximum=high - 1)
