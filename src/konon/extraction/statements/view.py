"""A period as attribution sees it: its words and marks, with each quotation as one item."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from konon.language.analysis import Analysis, DateMention, Name, Quote, Stretch, Token
from konon.language.base import Language

Placed = TypeVar("Placed", Name, DateMention)


@dataclass(frozen=True, slots=True)
class Item:
    """A token or a whole quotation of a period; `named`, `person` and `dated` tell where it stands."""

    start: int
    end: int
    lower: str
    capital: bool
    word: bool
    quote: Quote | None = None
    named: bool = False
    person: bool = False
    dated: bool = False
    title: bool = False
    conjunction: bool = False
    pronoun: bool = False

    @property
    def mark(self) -> bool:
        """Whether it is a punctuation mark."""
        return not self.word and self.quote is None


@dataclass(frozen=True, slots=True)
class View:
    """The items of a stretch of text, in order; `start:end` is where it stands."""

    items: tuple[Item, ...]
    start: int
    end: int
    depth: int = 0
    bracketed: frozenset[int] = field(default_factory=frozenset)

    def __len__(self) -> int:
        return len(self.items)

    def place(self, first: int, last: int) -> tuple[int, int] | None:
        """The place of the items from `first` up to `last`, marks at its ends left out; None where no word is left."""
        while first < last and self.items[first].mark and self.items[first].lower not in "([":
            first += 1
        while first < last and self.items[last - 1].mark and self.items[last - 1].lower not in "])%":
            last -= 1
        if first >= last:
            return None
        return self.items[first].start, self.items[last - 1].end

    @property
    def quote_only(self) -> bool:
        """Whether nothing but one quotation, and marks, is in it."""
        return any(item.quote for item in self.items) and not any(item.word for item in self.items)


def view(
    analysis: Analysis, language: Language, stretch: Stretch, *, depth: int, titles: frozenset[int] = frozenset()
) -> View:
    """The view of a stretch, with quotations of this depth as single items; `titles` are where titles begin."""
    quotes = quotes_between(analysis, stretch.start, stretch.end, depth=depth)
    items: list[Item] = []
    names = _between(analysis.names, stretch.start, stretch.end)
    dates = _between(analysis.dates, stretch.start, stretch.end)
    at = 0
    number = stretch.first
    while number < stretch.last:
        token = analysis.tokens[number]
        while at < len(quotes) and quotes[at].end <= token.start:
            at += 1
        if at < len(quotes) and quotes[at].start <= token.start:
            quote = quotes[at]
            items.append(Item(quote.start, min(quote.end, stretch.end), "", capital=False, word=False, quote=quote))
            while number < stretch.last and analysis.tokens[number].start < quote.end:
                number += 1
            continue
        title = token.start in titles
        items.append(_item(token, _covering(names, token), _covering(dates, token), language, title=title))
        number += 1
    return View(tuple(items), stretch.start, stretch.end, depth, _bracketed(items))


def quotes_between(analysis: Analysis, start: int, end: int, *, depth: int) -> list[Quote]:
    """The quotations of a depth that begin within a place."""
    low = bisect_left(analysis.quotes, start, key=lambda quote: quote.start)
    high = bisect_left(analysis.quotes, end, lo=low, key=lambda quote: quote.start)
    return [quote for quote in analysis.quotes[low:high] if quote.depth == depth]


def _item(token: Token, name: Name | None, date: DateMention | None, language: Language, *, title: bool) -> Item:
    classes = language.classes(token.lower)
    return Item(
        token.start,
        token.end,
        token.lower,
        capital=token.capital,
        word=token.kind != "mark",
        named=name is not None,
        person=name is not None and name.kind == "person",
        dated=date is not None,
        title=title,
        conjunction="conjunction" in classes,
        pronoun=bool(classes & {"pronoun_third", "pronoun_third_plural", "pronoun_first"}),
    )


def _between(places: Sequence[Placed], start: int, end: int) -> Sequence[Placed]:
    """The places that touch `start:end`, of a sequence in order and without overlaps."""
    low = bisect_right(places, start, key=lambda place: place.end)
    high = bisect_left(places, end, lo=low, key=lambda place: place.start)
    return places[low:high]


def _covering(places: Sequence[Placed], token: Token) -> Placed | None:
    at = bisect_right(places, token.start, key=lambda place: place.start) - 1
    return places[at] if at >= 0 and token.start < places[at].end else None


def _bracketed(items: Sequence[Item]) -> frozenset[int]:
    """The numbers of the items that stand between brackets, the brackets among them."""
    inside: set[int] = set()
    opened = -1
    for number, item in enumerate(items):
        if item.lower == "(" and opened < 0:
            opened = number
        elif item.lower == ")" and opened >= 0:
            inside.update(range(opened, number + 1))
            opened = -1
    return frozenset(inside)
