"""Who stands where: the noun phrases of a report that can take part in an event, by token."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from konon.extraction.attribution import innermost_statement
from konon.extraction.draft import Draft, EntityDraft, Place, StatementDraft
from konon.extraction.events.table import Table
from konon.extraction.mentions import mention_rows
from konon.language.analysis import Stretch, Token
from konon.language.base import Language
from konon.record.vocabulary import EntityKind

QUOTES = frozenset("\"'“”‘’«»`")
_PRONOUNS = frozenset({"pronoun_first", "pronoun_third", "pronoun_third_plural"})
# A longer run of figures and quantifiers is a table, and counts nobody.
_QUANTIFIERS = 12
# How many words an office's body may take before its holder's name.
_OFFICE = 14
_OFFICE_MARKS = frozenset(",()-")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: the tokens `first` up to and without `last`, its head, and its entity where it is named."""

    first: int
    last: int
    head: int
    kind: EntityKind
    entity: EntityDraft | None = None
    pronoun: bool = False
    governor: str | None = None


def is_named(entity: EntityDraft) -> bool:
    """Whether a report names an entity somewhere."""
    return any(mention.form == "name" for mention in entity.mentions)


@dataclass
class Scene:
    """A report as the event stage sees it."""

    draft: Draft
    language: Language
    table: Table
    phrases: list[Phrase] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.tokens: Sequence[Token] = self.draft.analysis.tokens
        self.roles = self._role_tokens()
        at = self.draft.analysis.token_at
        plain = (number for number in self.draft.analysis.numbers if number.unit == "plain")
        self.figures = frozenset(
            each for number in plain for each in range(at(number.figure_start), at(number.figure_end))
        )
        self.named = self._named()
        self._order: dict[int, int] = {}
        self.starts: dict[int, Phrase] = {}
        self.ends: dict[int, Phrase] = {}
        self._cover: dict[int, Phrase] = {}
        for phrase in self._found():
            governed = replace(phrase, governor=self._governor(phrase.first) or self._address(phrase))
            self._order[governed.first] = len(self.phrases)
            self.phrases.append(governed)
            self.starts[governed.first] = governed
            self.ends[governed.last] = governed
            self._cover.update(dict.fromkeys(range(governed.first, governed.last), governed))
        self.topics = self._topics()
        self._sources = sorted(said.source_span for said in self.draft.statements if said.source_span is not None)
        self.spoken = frozenset(said.date.start for said in self.draft.statements if said.date is not None)

    # ------------------------------------------------------------ words

    def word(self, number: int) -> str:
        """The lower-case word of a token; empty outside the report."""
        return self.tokens[number].lower if 0 <= number < len(self.tokens) else ""

    def within(self, number: int, name: str) -> bool:
        """Whether a token is in a word list of the table."""
        return self.word(number) in self.table.grammar[name]

    def is_mark(self, number: int) -> bool:
        """Whether a token is a punctuation mark."""
        return self.tokens[number].kind == "mark"

    def stops(self, number: int, passable: str) -> bool:
        """Whether a token is a mark other than quotation marks, those to pass, and those within an office."""
        if number in self.roles or not self.is_mark(number):
            return False
        return self.word(number) not in passable and not self.is_quote(number)

    def is_quote(self, number: int) -> bool:
        """Whether a token is a quotation mark."""
        return self.word(number) in QUOTES

    def is_verb(self, number: int) -> bool:
        """Whether a token has the form of a verb and is not known as something else."""
        token = self.tokens[number]
        if token.kind != "word" or token.capital or self.language.classes(token.lower):
            return False
        if token.lower in self.table.grammar["verb"]:
            return True
        if token.lower in self.table.grammar["no_verb"] or token.lower in self.table.people:
            return False
        return self.language.morphology.voice(token.lower) is not None

    def sentence(self, number: int) -> Stretch:
        """The sentence that a token stands in."""
        return self.draft.analysis.sentence_at(self.tokens[number].start)

    def covering(self, number: int) -> Phrase | None:
        """The phrase of a name that a token stands in."""
        phrase = self._cover.get(number)
        return phrase if phrase is not None and phrase.entity is not None else None

    def _topics(self) -> frozenset[str]:
        """What the report is about: the topics of which it has enough different words, and enough words in all."""
        counted = Counter(token.lower for token in self.tokens)
        found = {
            name
            for name, topic in self.table.topics.items()
            if len(counted.keys() & topic.words) >= topic.least
            and sum(counted[word] for word in topic.words) >= topic.share * len(self.tokens)
        }
        return frozenset(name for name in found if self.table.topics[name].yields not in found)

    # ------------------------------------------------------------ phrases

    def _role_tokens(self) -> frozenset[int]:
        """Offices, each with the body that stands between it and its holder's name."""
        found: set[int] = set()
        at = self.draft.analysis.token_at
        for entity in self.draft.entities:
            names = sorted(at(mention.start) for mention in entity.mentions)
            for role in entity.roles:
                first, last = at(role.start), at(role.end)
                found.update(range(first, self._office_end(last, names)))
        return frozenset(found)

    def _office_end(self, last: int, names: list[int]) -> int:
        """Where an office ends: before its holder's name, where only its body stands between."""
        following = bisect_left(names, last)
        name = names[following] if following < len(names) else last
        between = range(last, name)
        if len(between) > _OFFICE or any(
            self.is_mark(number) and self.word(number) not in _OFFICE_MARKS for number in between
        ):
            return last
        return name

    def _named(self) -> dict[int, Phrase]:
        """Named phrases by their first token: the longest of those that overlap, none within an office."""
        at = self.draft.analysis.token_at
        rows = sorted(mention_rows(self.draft), key=lambda row: (row[0] - row[1], row[0], row[3].name))
        taken: set[int] = set()
        found: dict[int, Phrase] = {}
        for start, end, _, entity in rows:
            first, last = at(start), at(end)
            inside = range(first, last)
            if (
                first >= last
                or taken.intersection(inside)
                or (entity.kind != "person" and self.roles.issuperset(inside))
            ):
                continue
            taken.update(inside)
            found[first] = Phrase(first, last, first, entity.kind, entity)
        return found

    def _found(self) -> Iterator[Phrase]:
        number = 0
        while number < len(self.tokens):
            phrase = self.named.get(number) or self._unnamed(number)
            if phrase is None:
                number += 1
            else:
                yield phrase
                number = phrase.last

    def _unnamed(self, number: int) -> Phrase | None:
        token = self.tokens[number]
        if token.kind == "mark" or number in self.roles:
            return None
        if self.language.classes(token.lower) & _PRONOUNS or self.within(number, "own_side"):
            return Phrase(number, number + 1, number, "person", pronoun=True)
        if token.lower in self.table.bodies and not self._joins_name(number + 1):
            return Phrase(number, number + 1, number, "organization")
        return self._folk(number)

    def _joins_name(self, number: int) -> bool:
        return number in self.named

    def _folk(self, number: int) -> Phrase | None:
        """Unnamed people: *dua pelaku*, *para demonstran*, *warga X*."""
        head = number
        most = min(number + _QUANTIFIERS, len(self.tokens))
        while head < most and self._quantifies(head):
            head += 1
        kind, last = self._people_at(head)
        if kind is None:
            return None
        if head > number and not self.within(head - 1, "each"):
            kind = "group" if kind == "person" else kind
        if self._is_office(head):
            return None
        last = self._title_end(head, last)
        following = self.named.get(last)
        if following is not None and following.kind != "person":
            last = following.last
            if following.kind == "organization" and head == number and self.within(head, "member"):
                return replace(following, first=number)
        elif following is not None:
            return None
        return Phrase(number, last, head, kind)

    def _title_end(self, head: int, last: int) -> int:
        """Where a capitalised noun for people ends: *Menteri Luar Negeri*, *Petugas Imigrasi*."""
        if not self.tokens[head].capital:
            return last
        while last < len(self.tokens) and self.tokens[last].capital and last not in self.named:
            last += 1
        return last

    def _people_at(self, number: int) -> tuple[EntityKind | None, int]:
        """What unnamed people a noun of one or two words names, and where the noun ends."""
        two = f"{self.word(number)} {self.word(number + 1)}"
        if two in self.table.people:
            return self.table.people[two], number + 2
        if self.within(number, "no_people") or two in self.table.grammar["no_people"]:
            return None, number
        return self.table.people.get(self.word(number)), number + 1

    def _is_office(self, head: int) -> bool:
        """Whether a capitalised noun begins an office before its holder's name."""
        number = head
        while number < min(head + 9, len(self.tokens)) and self.tokens[number].capital:
            phrase = self.named.get(number)
            if phrase is not None and phrase.kind == "person":
                return number > head
            number += 1
        return False

    def _quantifies(self, number: int) -> bool:
        token = self.tokens[number]
        return (
            number in self.figures
            or token.lower in self.table.grammar["many"]
            or token.lower in self.table.grammar["each"]
        )

    def _governor(self, first: int) -> str | None:
        """The preposition that a phrase hangs on, seen through the nouns and the office before its name."""
        number = first - 1
        for _ in range(10):
            if number < 0 or (self.is_mark(number) and not self._passable(number)):
                return None
            if self.within(number, "governor"):
                return self.word(number)
            if number not in self.roles and self._ends_noun(number):
                return None
            if number + 1 in self.ends and number + 1 != first and number not in self.roles:
                return None
            number -= 1
        return None

    def _address(self, phrase: Phrase) -> str | None:
        """The preposition of the smaller place before a place that it lies in: *di Kota X, Provinsi Y*."""
        smaller = self.ends.get(phrase.first - 1) if self.word(phrase.first - 1) == "," else None
        places = ("place", "state")
        if smaller is None or smaller.kind not in places or phrase.kind not in places:
            return None
        return smaller.governor

    def _passable(self, number: int) -> bool:
        """Whether a mark is a quotation mark or the comma between an office and its holder."""
        return self.is_quote(number) or (number - 1 in self.roles and self.word(number) == ",")

    def _ends_noun(self, number: int) -> bool:
        return self.is_verb(number) or bool(self.language.classes(self.word(number))) or self.within(number, "boundary")

    def earlier(self, phrase: Phrase, count: int) -> list[Phrase]:
        """As many phrases before a phrase, the nearest first."""
        number = self._order[phrase.first]
        return self.phrases[max(0, number - count) : number][::-1]

    def speakers(self, sentence: Stretch) -> list[Place]:
        """Where a sentence names the sources of what is said in it."""
        low = bisect_left(self._sources, (sentence.start, 0))
        high = bisect_left(self._sources, (sentence.end, 0), lo=low)
        return self._sources[low:high]

    def said(self, number: int) -> StatementDraft | None:
        """The innermost statement that a token stands in."""
        token = self.tokens[number]
        return innermost_statement(self.draft, token.start, token.end)
