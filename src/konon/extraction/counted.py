"""Numbers that count people: the number, the noun behind it, and what the noun says by itself."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import TypeVar

from konon.language.analysis import Analysis, DateMention, Number, Stretch, Token
from konon.language.base import Language, Row
from konon.language.figures import number_words

Phrase = tuple[str, ...]
Placed = TypeVar("Placed", Number, DateMention)

_KINDS = (
    "people", "household", "thing", "others", "part_of", "linking", "including", "barrier", "joint", "doer", "suffered",
    "whole", "trigger", "label", "copula", "culprit", "habit", "nearly", "average", "continuing",
    "since",
)  # fmt: skip
# Between households and the same people in persons stand at most so many words and marks.
_NEAR = 4
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
    """A number that may count people, by the indices of its tokens in their sentence.

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

    @property
    def further(self) -> bool:
        """Whether a word for others stands behind its noun: two other officers."""
        return self.noun < self.named < self.last

    def in_persons(self, other: "Counted | None") -> bool:
        """Whether another number, a bracket or a word away, tells the same in persons."""
        near = other and min(abs(other.first - self.last), abs(self.first - other.last)) <= _NEAR
        return bool(other and near and not other.household)


class _Reader:
    """Reads the numbers of one sentence; all indices are those of its own tokens."""

    def __init__(self, analysis: Analysis, sentence: Stretch, words: CountWords) -> None:
        self.report = analysis.vocabulary
        self.tokens = analysis.tokens[sentence.first : sentence.last]
        self.numbers = tuple(_within(analysis.numbers, sentence))
        self.days = {at for date in _within(analysis.dates, sentence) for at in range(date.start, date.end)}
        self.words = words
        self._places = {token.start: at for at, token in enumerate(self.tokens)}
        self._ends = {token.end: at + 1 for at, token in enumerate(self.tokens)}
        self._number_ends = {number.start: number.end for number in self.numbers}

    def read(self, number: Number) -> Counted | None:
        """The number with its noun; None where it counts no people."""
        first, figure = self._places.get(number.start), self._places.get(number.figure_start)
        if first is None or figure is None or number.end not in self._ends:
            return None  # the end of a sentence cuts it
        place = self._behind_whole(self._ends[number.end])
        others = self.words.at("others", self.tokens, place)
        if others and self._after_things(first):
            return None
        if others:
            return Counted(number, first, figure, place, place, others[1])
        household, people = self.words.at("household", self.tokens, place), self._people(place)
        if household and number.maximum != 1 and (people is None or people[1] <= household[1]):
            return Counted(number, first, figure, place, household[1], household[1], household=True)
        thing = self.words.at("thing", self.tokens, place)
        if thing and (people is None or thing[1] > people[1]):
            return None
        if people is None and (place >= len(self.tokens) or not _is_noun(self.tokens[place], self.words)):
            if (first == figure and first > 0 and self.tokens[first - 1].text == ":") or self._suffered(first):
                return None  # the number of an item in a list, or of wounds
            return Counted(number, first, figure, place, place, place, certain=False)
        return self._with_noun(number, (first, figure, place), people)

    def is_average(self, number: Number) -> bool:
        """Whether a word before a number makes it a reckoning over many events."""
        first = self._places.get(number.start)
        return first is not None and self.words.before("average", self.tokens, first) is not None

    def _people(self, place: int) -> tuple[Row, int] | None:
        """The row of the people at a place and where they end; of two nouns in a row the one that says more."""
        found = self.words.at("people", self.tokens, place)
        if found is None or not self._holds(*found):
            return None
        second = None if "kind" in found[0] else self.words.at("people", self.tokens, found[1])
        return second if second and "kind" in second[0] and self._holds(*second) else found

    def _holds(self, row: Row, end: int) -> bool:
        """Whether the report has a word that a row asks for, and no other noun behind makes something else of it."""
        if "report_has" not in row:
            return True
        behind = self.tokens[end] if end < len(self.tokens) else None
        other = behind is not None and behind.lower not in row["report_has"] and _is_noun(behind, self.words)
        return not other and not self.report.isdisjoint(row["report_has"])

    def _after_things(self, first: int) -> bool:
        """Whether the number before counts things, of which this one tells a part: nine shots, two on target."""
        at = bisect_left(self.numbers, self.tokens[first].start, key=attrgetter("start"))
        before = self.numbers[at - 1] if at else None
        place = self._ends.get(before.end) if before is not None and before.unit == "plain" else None
        if place is None or self.words.at("people", self.tokens, place):
            return False
        return self.words.at("thing", self.tokens, place) is not None

    def _suffered(self, first: int) -> bool:
        return self.words.before("suffered", self.tokens, first) is not None

    def _with_noun(
        self, number: Number, places: tuple[int, int, int], people: tuple[Row, int] | None
    ) -> Counted | None:
        first, figure, place = places
        noun = self.tokens[place]
        if people is None and (noun.capital or not noun.text.isalpha()):
            return None
        named, last = _phrase_end(self.tokens, people[1] if people else place + 1, self.words)
        certain = people is not None or self.words.is_agent(noun.lower)
        known = (self.tokens[figure].lower,) in self.words.ordinals
        row = people[0] if people else None
        return Counted(number, first, figure, place, named, last, row, certain=certain, known=known)

    def _behind_whole(self, place: int) -> int:
        """Behind `two of three`, where the noun of both stands; else the place itself."""
        part_of = self.words.at("part_of", self.tokens, place)
        if part_of is None or part_of[1] >= len(self.tokens):
            return place
        end = self._number_ends.get(self.tokens[part_of[1]].start)
        return self._ends.get(end, place) if end is not None else place


def find_counted(analysis: Analysis, sentence: Stretch, words: CountWords) -> Iterator[Counted]:
    """The numbers of a sentence that may count people, in order of place; their indices are those within it."""
    reader = _Reader(analysis, sentence, words)
    taken = -1
    for number in reader.numbers:
        if number.unit != "plain" or number.figure_start in reader.days or number.figure_start < taken:
            continue
        if reader.is_average(number):
            continue
        counted = reader.read(number)
        if counted is not None:
            taken = reader.tokens[counted.last - 1].end
            yield counted


def _within(places: Sequence[Placed], sentence: Stretch) -> Sequence[Placed]:
    first = bisect_left(places, sentence.start, key=attrgetter("start"))
    return places[first : bisect_left(places, sentence.end, key=attrgetter("start"))]


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
