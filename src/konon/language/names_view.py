"""What is known of each token of a report before its names are read."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from konon.gazetteer import Match, Matcher
from konon.language.analysis import Analysis, Stretch, Token
from konon.language.names_words import Head, Lexicon
from konon.record.vocabulary import EntityKind

# A small article written on to a name: al-Aqsa, d'Estaing.
_ARTICLE = re.compile(r"[a-z]{1,3}[-'’][A-Z]\w+")
_FIGURE = re.compile(r"\d{1,3}(?:/\d{1,3})?")
_AMOUNT = re.compile(r"([a-z]+)\d+")
_ROMAN = re.compile(r"[IVX]{1,5}")
_OPENING = frozenset('"“‘:')
_CURRENCIES = frozenset("$€£¥")
_CLOSING = frozenset('"”’')
# How many words the name of a law, and the bracket with a writer's name, may have.
_LONGEST_LAW = 30
_LONGEST_CREDIT = 8
# How many words begin the line that tells whose report it is.
_BYLINE = 2
_FINISHED = frozenset('.!?…,;:"”')
# How many words a heading has at least.
_HEADLINE = 4
_LEADING = frozenset("-–—•*(")


@dataclass(frozen=True)
class View:
    """Tokens with the gazetteer's matches, the places where capitals tell nothing, and words seen elsewhere.

    `alone` are words with a capital inside a sentence and no other capital beside them; `inside` are all words with a
    capital inside a sentence; `small` are those written small somewhere.
    """

    tokens: tuple[Token, ...]
    lowers: tuple[str, ...]
    lexicon: Lexicon
    matches: Mapping[int, Match]
    ends: Mapping[int, Match]
    blocked: frozenset[int]
    starts: frozenset[int]
    alone: frozenset[str]
    inside: frozenset[str]
    small: frozenset[str]
    lines: frozenset[int]

    def text(self, position: int) -> str:
        """The token's text; empty outside the report."""
        return self.tokens[position].text if 0 <= position < len(self.tokens) else ""

    def word(self, position: int) -> bool:
        """Whether a token can be a word of a name."""
        if not 0 <= position < len(self.tokens) or position in self.blocked or self.text(position + 1) in _CURRENCIES:
            return False
        token = self.tokens[position]
        amount = _AMOUNT.fullmatch(token.lower)
        if amount and amount[1] in self.lexicon.common:
            return False
        return token.kind == "word" and (token.capital or bool(_ARTICLE.match(token.text)))

    def figure(self, position: int) -> bool:
        """Whether a token is a small figure, such as the number of a school or a street."""
        return bool(_FIGURE.fullmatch(self.text(position)))

    def official(self, position: int) -> bool:
        """Whether a token is a common noun that stands in the names of organisations."""
        return 0 <= position < len(self.lowers) and self.lexicon.official(self.lowers[position])

    def given(self, position: int) -> bool:
        """Whether a token is a widely borne given name."""
        return 0 <= position < len(self.lowers) and self.lowers[position] in self.lexicon.given

    def acronym(self, position: int) -> bool:
        """Whether a token is a word of two to eight capitals, and no Roman numeral."""
        text = self.text(position)
        return text.isupper() and 2 <= len(text) <= 8 and not _ROMAN.fullmatch(text)

    def heads(self, position: int) -> tuple[Head, ...]:
        """What the head that begins at a token stands for."""
        match = self.lexicon.heads.at(self.lowers, position) if 0 <= position < len(self.lowers) else None
        return match[1] if match else ()

    def hyphened(self, position: int) -> bool:
        """Whether a hyphen without spaces ties two words that the gazetteer doesn't know by themselves."""
        if self.text(position) != "-" or not self.word(position - 1) or not self.word(position + 1):
            return False
        left, dash, right = self.tokens[position - 1 : position + 2]
        return left.end == dash.start and dash.end == right.start and position + 1 not in self.matches

    def headline(self, first: int, last: int) -> bool:
        """Whether a sentence is a heading below the title, where capitals tell nothing: hardly a word is small."""
        whole = first > 0 and first in self.lines and (last == len(self.tokens) or last in self.lines)
        if not whole or self.text(last - 1) in _FINISHED:
            return False
        words = [token for token in self.tokens[first:last] if token.kind == "word"]
        open_words = [token for token in words if token.lower not in self.lexicon.function]
        small = sum(not token.capital for token in open_words)
        return (
            len(words) >= _HEADLINE
            and small * 6 <= len(open_words)
            and not all(token.text.isupper() for token in words)
        )

    def within(self, first: int, last: int) -> list[Match]:
        """The gazetteer's names of one meaning within a stretch, in order."""
        found = (match for match in self.matches.values() if first <= match.first and match.last <= last)
        return [
            match for match in found if not match.alias.risky and self.lowers[match.first] not in self.lexicon.common
        ]

    def tail(self, position: int) -> bool:
        """Whether a token is a last word of the names of firms."""
        return self.word(position) and any(self.lowers[position] in tails for tails in self.lexicon.tails.values())


def meant(match: Match) -> tuple[EntityKind, str | None]:
    """The kind and the registry id of a match; a capital or a seat is first of all a place."""
    if match.alias.use == "name":
        return match.entry.kind, match.entry.id
    place = next((owner for owner, _ in match.others if owner.kind == "place"), None)
    return "place", place.id if place else None


def view(analysis: Analysis, lexicon: Lexicon) -> View:
    """The view of a report."""
    tokens = analysis.tokens
    found = [match for match in Matcher().matches([token.text for token in tokens]) if not _money(tokens, match)]
    starts = _starts(tokens, analysis.sentences)
    capitals = [
        index for index, token in enumerate(tokens) if token.kind == "word" and token.capital and index not in starts
    ]
    return View(
        tokens=tokens,
        lowers=tuple(token.lower for token in tokens),
        lexicon=lexicon,
        matches={match.first: match for match in found},
        ends={match.last: match for match in found},
        blocked=frozenset(
            [*_blocked(analysis), *_laws(tokens, lexicon), *_credit(tokens), *_byline(analysis, lexicon)]
        ),
        starts=starts,
        alone=frozenset(tokens[index].lower for index in capitals if not _beside_capital(tokens, index)),
        inside=frozenset(tokens[index].lower for index in capitals),
        lines=frozenset(_lines(analysis)),
        small=frozenset(token.text for token in tokens if token.kind == "word" and token.text.islower()),
    )


def _lines(analysis: Analysis) -> Iterable[int]:
    """The tokens that begin a line."""
    yield 0
    for index in range(1, len(analysis.tokens)):
        if "\n" in analysis.text[analysis.tokens[index - 1].end : analysis.tokens[index].start]:
            yield index


def _money(tokens: tuple[Token, ...], match: Match) -> bool:
    """Whether a name only tells whose money a sum is."""
    return match.last < len(tokens) and tokens[match.last].text in _CURRENCIES


def _blocked(analysis: Analysis) -> Iterable[int]:
    spans = [(date.start, date.end) for date in analysis.dates]
    spans += [(number.start, number.end) for number in analysis.numbers if number.unit != "rank"]
    for start, end in spans:
        yield from range(analysis.token_at(start), analysis.token_at(end))


def _laws(tokens: tuple[Token, ...], lexicon: Lexicon) -> Iterable[int]:
    """The words of a law's name, and those that tell what it is about."""
    laws, joints = lexicon.before.get("law", frozenset()), lexicon.after.get("law", frozenset())
    for index, token in enumerate(tokens):
        if token.lower not in laws or not (token.capital or token.text.isupper()):
            continue
        last = index + 1
        while last < min(len(tokens), index + _LONGEST_LAW):
            word = tokens[last]
            if not (word.capital or word.kind == "number" or word.lower in joints or word.text in ",/&-"):
                break
            last += 1
        yield from range(index, last)


def _byline(analysis: Analysis, lexicon: Lexicon) -> Iterable[int]:
    """The words before the dateline that tell whose report it is."""
    words = lexicon.before.get("byline", frozenset())
    if len(analysis.tokens) < _BYLINE or not all(token.lower in words for token in analysis.tokens[:_BYLINE]):
        return range(0)
    line = analysis.text.find("\n", analysis.tokens[0].start)
    found = analysis.dateline
    ends = [line] if line > 0 else []
    if found is not None:
        ends += [start for start in (found.outlet_start, found.place_start) if start]
    return range(analysis.token_at(min(ends))) if ends else range(0)


def _credit(tokens: tuple[Token, ...]) -> Iterable[int]:
    """The words in the bracket that ends a report: who wrote it."""
    last = len(tokens) - 1
    while last > 0 and tokens[last].text == ".":
        last -= 1
    if last < 0 or tokens[last].text != ")":
        return
    for first in range(last - 1, max(-1, last - 1 - _LONGEST_CREDIT), -1):
        if tokens[first].text == "(":
            ended = first == 0 or tokens[first - 1].text in ".!?…)" or tokens[first - 1].text in _CLOSING
            yield from range(first, last) if ended else ()
            return


def _starts(tokens: tuple[Token, ...], sentences: tuple[Stretch, ...]) -> frozenset[int]:
    found = {sentence.first for sentence in sentences}
    for index, token in enumerate(tokens[:-1]):
        if token.text in _OPENING or (token.text in _LEADING and index in found):
            found.add(index + 1)
    return frozenset(found)


def _beside_capital(tokens: tuple[Token, ...], index: int) -> bool:
    return any(
        0 <= near < len(tokens) and tokens[near].kind == "word" and tokens[near].capital
        for near in (index - 1, index + 1)
    )
