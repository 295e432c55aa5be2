"""What the language stage gives: a report taken apart into words, sentences, quotations, numbers, dates and names.

All offsets are half-open and count code points of `document.text`. Nothing here is a word of any language.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Literal

from konon.language.dateline import Dateline, find_dateline
from konon.language.reader.reading import Reading
from konon.record.document import Document
from konon.record.vocabulary import EntityKind

TokenKind = Literal["word", "number", "mark"]


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a figure or a punctuation mark; `lower` is its text in lower case."""

    start: int
    end: int
    text: str
    lower: str
    kind: TokenKind

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of tokens, `first` up to and without `last`, and the place that they cover."""

    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: with its marks `start:end`, without them and a comma before the closing one `inner_start:inner_end`.

    `depth` is 0 for the outermost. `closed` is False where a mark is missing and the quotation was ended by a rule.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int
    closed: bool


@dataclass(frozen=True, slots=True)
class Number:
    """A number in figures or words with its bounds; an open bound is None.

    `start:end` holds the comparator (`more than 300`), `figure_start:figure_end` the number alone. `unit` says what
    kind of number it is where that can be told from its form: a plain one, money, a share, a rank, a time or a measure.
    """

    start: int
    end: int
    figure_start: int
    figure_end: int
    minimum: int | None
    maximum: int | None
    approximate: bool = False
    unit: Literal["plain", "money", "percent", "rank", "time", "measure"] = "plain"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in words or figures and its ISO value: a day, a month, a year, or an interval `a/b`."""

    start: int
    end: int
    value: str
    relative: bool


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name: where it stands, its kind, and its identifier in the gazetteer, where it has one."""

    start: int
    end: int
    kind: EntityKind
    registry: str | None = None
    score: float = 1.0


@dataclass(frozen=True)
class Analysis:
    """A report taken apart.

    `tokens` cover all of the text that is read (boilerplate has none). A `sentence` ends at each sentence end, also
    within a quotation; a `period` is a sentence with the whole of each quotation that it holds. `paragraphs` are
    stretches after joining what the page broke in mid-sentence. `names` don't overlap. All are in order of place.
    `reading` is what the language's reader model says of the whole text; None without one.
    """

    document: Document
    tokens: tuple[Token, ...]
    paragraphs: tuple[Stretch, ...]
    periods: tuple[Stretch, ...]
    sentences: tuple[Stretch, ...]
    quotes: tuple[Quote, ...]
    numbers: tuple[Number, ...] = ()
    dates: tuple[DateMention, ...] = ()
    names: tuple[Name, ...] = ()
    skipped: tuple[tuple[int, int], ...] = field(default=())
    reading: Reading | None = None

    @property
    def text(self) -> str:
        """The report's text."""
        return self.document.text

    @cached_property
    def dateline(self) -> Dateline | None:
        """The dateline that the report begins with, if it has one."""
        return find_dateline(self.text, self.document.language)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words of the report in lower case."""
        return frozenset(token.lower for token in self.tokens)

    @cached_property
    def _token_starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def _period_starts(self) -> list[int]:
        return [period.start for period in self.periods]

    @cached_property
    def _seams(self) -> list[int]:
        """Where words adjoin that a page glued together."""
        return [
            later.start for earlier, later in pairwise(self.tokens)
            if earlier.end == later.start and earlier.kind == later.kind == "word"
        ]  # fmt: skip

    def spelled(self, start: int, end: int) -> str:
        """The words at a place, with spaces between those that a page glued together."""
        seams = self._seams
        inside = seams[bisect_right(seams, start) : bisect_left(seams, end)]
        return " ".join(self.text[first:last] for first, last in pairwise((start, *inside, end)))

    def tokens_in(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens that begin within a place."""
        return self.tokens[self.token_at(start) : self.token_at(end)]

    def token_at(self, offset: int) -> int:
        """The index of the first token that begins at or after an offset."""
        return bisect_left(self._token_starts, offset)

    def sentence_at(self, offset: int) -> Stretch:
        """The sentence that an offset stands in, or the last one before it."""
        return self.sentences[max(0, bisect_right(self._sentence_starts, offset) - 1)]

    def period_at(self, offset: int) -> Stretch:
        """The period that an offset stands in, or the last one before it."""
        return self.periods[max(0, bisect_right(self._period_starts, offset) - 1)]
