"""Numbers that count people: the number, the noun behind it, and what the noun says by itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from konon.language.analysis import Analysis, Number, Stretch, Token
from konon.language.base import Language, Row
from konon.language.figures import number_words

Phrase = tuple[str, ...]

_KINDS = (
    "people", "household", "thing", "others", "part_of", "linking", "including", "barrier", "joint", "doer", "whole",
    "trigger", "label",
)  # fmt: skip
# A noun phrase takes at most so many words behind its noun.
_MODIFIERS = 3


@dataclass(frozen=True, slots=True)
class CountWords:
    """The tables of a language that tell who is counted."""

    language: Language
    rows: dict[str, dict[Phrase, Row]]
    longest: dict[str, int]
    agents: tuple[Row, ...]
    ordinals: frozenset[Phrase]

    def at(self, kind: str, tokens: Sequence[Token], place: int) -> tuple[Row, int] | None:
        """The row of the longest phrase that begins at a token, and where the phrase ends."""
        for length in range(min(self.longest[kind], len(tokens) - place), 0, -1):
            row = self.rows[kind].get(tuple(token.lower for token in tokens[place : place + length]))
            if row is not None:
                return row, place + length
        return None

    def before(self, kind: str, tokens: Sequence[Token], place: int) -> tuple[Row, int] | None:
        """The row of the longest phrase that ends before a token, and where the phrase begins."""
        for length in range(min(self.longest[kind], place), 0, -1):
            row = self.rows[kind].get(tuple(token.lower for token in tokens[place - length : place]))
            if row is not None:
                return row, place - length
        return None

    def is_agent(self, word: str) -> bool:
        """Whether the form of a lower-case word is that of a noun for people."""
        return any(
            word.startswith(row["prefix"]) and len(word) >= row["least"] and not word.endswith(tuple(row["unless"]))
            for row in self.agents
        )


@cache
def count_words(language: Language) -> CountWords:
    """The count tables of a language."""
    rows: dict[str, dict[Phrase, Row]] = {}
    for kind in _KINDS:
        table = language.table("counts", kind)
        rows[kind] = {tuple(word.split()): row for row in table for word in row["words"]}
    longest = {kind: max(map(len, phrases), default=0) for kind, phrases in rows.items()}
    ordinals = frozenset(number_words(language).rows["ordinal"])
    return CountWords(language, rows, longest, language.table("counts", "agent"), ordinals)


@dataclass(frozen=True, slots=True)
class Counted:
    """A number that may count people, by the indices of its tokens.

    The number begins at `first`, its figure at `figure`; its noun phrase runs from `noun` up to `named`, with a word
    for others up to `last`. `row` is the noun's, None where it is not in the tables. `certain` says that people are
    counted for sure, `known` that they were told of before (`both victims`).
    """

    number: Number
    first: int
    figure: int
    noun: int
    named: int
    last: int
    row: Row | None = None
    certain: bool = True
    household: bool = False
    known: bool = False

    @property
    def others(self) -> bool:
        """Whether a word for others stands in place of its noun."""
        return self.noun == self.named < self.last

    def is_beside(self, other: "Counted") -> bool:
        """Whether at most two words stand between this number and another."""
        return min(abs(other.first - self.last), abs(self.first - other.last)) <= 2


def find_counted(analysis: Analysis, sentence: Stretch, words: CountWords) -> Iterator[Counted]:
    """The numbers of a sentence that may count people, in order of place."""
    dates = [(date.start, date.end) for date in analysis.dates]
    part_until = -1
    for number in analysis.numbers:
        if not sentence.start <= number.figure_start < sentence.end or number.unit != "plain":
            continue
        if any(start <= number.figure_start < end for start, end in dates) or number.figure_start < part_until:
            continue
        counted = _counted(analysis, number, sentence, words)
        if counted is not None:
            part_until = analysis.tokens[counted.last - 1].end
            yield counted


def _counted(analysis: Analysis, number: Number, sentence: Stretch, words: CountWords) -> Counted | None:
    tokens = analysis.tokens[: sentence.last]
    first, figure, noun = map(analysis.token_at, (number.start, number.figure_start, number.end))
    whole = _whole(analysis, noun, words)
    place = whole if whole is not None else noun
    others = words.at("others", tokens, place)
    if others:
        return Counted(number, first, figure, place, place, others[1])
    household = words.at("household", tokens, place)
    if household:
        return Counted(number, first, figure, place, household[1], household[1], household=True)
    people = words.at("people", tokens, place)
    if people is None and (place >= len(tokens) or not _is_noun(tokens[place], words)):
        if first > sentence.first and tokens[first - 1].text == ":" and number.figure_start == number.start:
            return None  # the number of an item in a list
        return Counted(number, first, figure, place, place, place, certain=False)
    if people is None and (
        words.at("thing", tokens, place) or tokens[place].capital or not tokens[place].text.isalpha()
    ):
        return None
    named, last = _phrase_end(tokens, people[1] if people else place + 1, words)
    certain = people is not None or words.is_agent(tokens[place].lower)
    return Counted(
        number,
        first,
        figure,
        place,
        named,
        last,
        people[0] if people else None,
        certain=certain,
        known=(tokens[figure].lower,) in words.ordinals,
    )


def _whole(analysis: Analysis, place: int, words: CountWords) -> int | None:
    """Behind `two of three`, where the noun of both stands."""
    part_of = words.at("part_of", analysis.tokens, place)
    if part_of is None or part_of[1] >= len(analysis.tokens):
        return None
    start = analysis.tokens[part_of[1]].start
    whole = next((number for number in analysis.numbers if number.start == start), None)
    return analysis.token_at(whole.end) if whole else None


def _is_noun(token: Token, words: CountWords) -> bool:
    """Whether a word may be a noun: neither of a closed class, nor a verb, nor a word for what happened."""
    if token.kind != "word" or words.at("trigger", [token], 0):
        return False
    return not words.language.classes(token.lower) and (
        words.is_agent(token.lower) or words.language.morphology.voice(token.lower) is None
    )


def _phrase_end(tokens: Sequence[Token], last: int, words: CountWords) -> tuple[int, int]:
    """Where the words end that say which people, and where a word for others behind them does."""
    for _ in range(_MODIFIERS):
        others = words.at("others", tokens, last)
        if others:
            return last, others[1]
        second = words.at("people", tokens, last + 1) if words.at("joint", tokens, last) else None
        if second and tokens[last].kind == "word":
            last = second[1]
        elif last < len(tokens) and _is_noun(tokens[last], words) and not _begins(tokens, last, words):
            last += 1
        else:
            break
    return last, last


def _begins(tokens: Sequence[Token], place: int, words: CountWords) -> bool:
    return any(words.at(kind, tokens, place) for kind in ("trigger", "label", "barrier", "including"))
