"""What all patterns of attribution share while a view is read: what was found so far, and the looks around an item."""

from dataclasses import dataclass, field
from functools import cached_property

from konon.extraction.coreference import Coreference
from konon.extraction.draft import EntityDraft, LinkDraft, Place, StatementDraft
from konon.extraction.statements.acts import refine
from konon.extraction.statements.contents import Range, content_end, has_verb
from konon.extraction.statements.lexicon import CueEntry, Lexicon
from konon.extraction.statements.sources import subject_before
from konon.extraction.statements.view import Item, View
from konon.record.vocabulary import Act, StatementForm

# A source as it was resolved, and where it stands.
Source = tuple[EntityDraft | None, Place | None]
NOBODY: Source = (None, None)

# How far back the clause before a cue can begin, in items.
_CLAUSE = 250


@dataclass(eq=False, slots=True)
class Found:
    """A statement of a view with the items that its content and its cue take."""

    statement: StatementDraft
    first: int
    last: int
    cue: int
    addressee: Place | None = None
    relays: list[LinkDraft] = field(default_factory=list)


@dataclass
class Reading:
    """One view while it is read; `speaker` and `holder` are set where the view lies in a quotation."""

    view: View
    coreference: Coreference
    lex: Lexicon
    speaker: EntityDraft | None = None
    holder: StatementDraft | None = None
    found: list[Found] = field(default_factory=list)
    pointed: list[tuple[int, EntityDraft | None]] = field(default_factory=list)
    relays: list[tuple[LinkDraft, int, int]] = field(default_factory=list)
    pattern: str = ""

    # ------------------------------------------------------------ single items

    def item(self, number: int) -> Item | None:
        """The item of this number, if there is one."""
        return self.view.items[number] if 0 <= number < len(self.view) else None

    def split(self, lower: str) -> tuple[str, bool]:
        """A word without the pronoun written on to it, and whether there was one; cues are left whole."""
        if lower in self.lex.cues:
            return lower, False
        parts = self.lex.language.morphology.clitic(lower)
        return (parts[0], True) if parts else (lower, False)

    def is_class(self, number: int, *classes: str) -> bool:
        """Whether an unnamed word of one of these closed classes stands at an item."""
        item = self.view.items[number]
        return item.word and not item.named and not self.lex.language.classes(item.lower).isdisjoint(classes)

    def among(self, number: int, words: frozenset[str]) -> bool:
        """Whether an unnamed word of a table stands at an item."""
        item = self.item(number)
        return item is not None and item.word and not item.named and item.lower in words

    def adverbial(self, number: int) -> bool:
        """Whether an item only stands between a verb and what it belongs to: a mark, an adverb, an auxiliary."""
        if self.view.items[number].mark:
            return True
        return self.is_class(number, "adverb", "auxiliary") and not self.among(number, self.lex.coordinators)

    def outlet_words(self, number: int) -> bool:
        """Whether unnamed words for an outlet stand at an item: *kantor berita …*."""
        return self.coreference.outlet_words([item.lower for item in self.view.items[number : number + 2]])

    def actor(self, number: int) -> bool:
        """Whether somebody who acts can begin at an item: a person, a pronoun, a title in capitals, an outlet."""
        item = self.view.items[number]
        titled = item.word and item.capital and not item.dated
        return item.person or item.pronoun or titled or self.outlet_words(number)

    # ------------------------------------------------------------ looks around

    @cached_property
    def _lead(self) -> int:
        """The first item that is more than a conjunction, an adverb or a mark."""
        for number, item in enumerate(self.view.items):
            if not (item.mark or self.is_class(number, "conjunction", "adverb", "demonstrative")):
                return number
        return len(self.view)

    def clause_initial(self, number: int) -> bool:
        """Whether only conjunctions, adverbs and marks stand before an item."""
        return number <= self._lead

    def between(self, number: int) -> bool:
        """Whether an item between a source and its content belongs to neither: a date, a mark, a conjunction."""
        item = self.view.items[number]
        opener = item.lower in {",", ":"} or item.lower in self.lex.content_openers
        following = self.item(number + 1)
        dates = following is not None and following.dated and item.lower in self.lex.source_ends
        return item.dated or number in self.view.bracketed or opener or dates

    def behind_relay(self, number: int) -> bool:
        """Whether only dates and marks stand between the last relay and an item."""
        return bool(self.relays) and all(self.between(at) for at in range(self.relays[-1][2], number))

    def before(self, number: int) -> Range:
        """The items of the content before a cue: the quotation there, or the clause."""
        last = number
        while last and self.view.items[last - 1].mark and self.view.items[last - 1].lower not in "])":
            last -= 1
        floor = max((self._behind(found, number) for found in self.found if found.cue < number), default=0)
        floor = max(floor, last - _CLAUSE)
        first = last
        if last and self.view.items[last - 1].quote is not None:
            first = self._quoted_from(last, floor)
        elif last:
            first = min(floor, last)
        while first < last and (self.view.items[first].mark or self._lead_word(first, last)):
            first += 1
        return first, last

    def _behind_passing(self, end: int) -> int:
        """Behind the clause that tells who passed a source's report on: *laporan X yang dikutip Y*, and its comma."""
        if end + 1 >= len(self.view) or not self.is_class(end, "relative"):
            return end
        if not self.among(end + 1, self.lex.relays | self.lex.weak_relays):
            return end
        comma = next((at for at in range(end + 2, len(self.view)) if self.view.items[at].lower == ","), None)
        return end if comma is None else comma

    def after(self, end: int) -> Range | None:
        """The items of the content behind a source that ends at an item; None where nothing is said there."""
        number = self._behind_passing(end)
        while number < len(self.view) and self.between(number):
            number += 1
        if number >= len(self.view):
            return None
        if number > end and self.among(number, self.lex.relay_openers | self.lex.relays):
            return None
        last = content_end(self.view, number, self.lex)
        return (number, last) if self.view.place(number, last) else None

    def _behind(self, found: Found, number: int) -> int:
        """The first item that can belong to a clause behind what was found: within its content, or behind its cue."""
        if found.first <= number < found.last:
            return found.first
        return found.last if found.cue < found.first and found.last <= number else found.cue + 1

    def _quoted_from(self, last: int, floor: int) -> int:
        """Where content that ends in a quotation begins: words before it belong to it if no verb of saying is there."""
        first = last - 1
        while first > floor:
            item = self.view.items[first - 1]
            said = item.word and self.split(item.lower)[0] in self.lex.cues
            if item.quote is None and (item.mark or said):
                break
            first -= 1
        told = any(item.word and self.split(item.lower)[0] in self.lex.cues for item in self.view.items[floor:first])
        return last - 1 if told else first

    def _lead_word(self, first: int, last: int) -> bool:
        following = self.item(first + 1)
        comma = following is not None and following.lower == ","
        return comma and first + 2 < last and self.is_class(first, "conjunction")

    # ------------------------------------------------------------ what was found so far

    def open_at(self, number: int) -> Found | None:
        """The innermost statement in whose content an item stands."""
        around = [found for found in self.found if found.first <= number < found.last]
        return min(around, key=lambda found: found.last - found.first, default=None)

    def floor(self, number: int) -> int:
        """Where the clause of a cue can begin: behind a statement whose content stands before its cue."""
        floor = 0
        for found in self.found:
            if found.first < found.cue:
                floor = max(
                    floor, found.last if found.last <= number else 0, found.cue + 1 if found.cue < number else 0
                )
        return floor

    def clause_floor(self, number: int) -> tuple[int, Found | None]:
        """Where the clause of a cue can begin, and the statement in whose content it stands."""
        holder = self.open_at(number)
        return (holder.first if holder else self.floor(number)), holder

    # ------------------------------------------------------------ sources

    def resolve(self, first: int, last: int) -> Source:
        """Who the items `first` to `last` stand for, and where."""
        place = self.view.place(first, last)
        return (self.coreference.resolve(*place, speaker=self.speaker), place) if place else NOBODY

    def knows(self, source: Source) -> bool:
        """Whether a source is somebody: named, a pronoun, or a noun for people or bodies."""
        entity, place = source
        if place is None:
            return False
        clitic = place[1] - place[0] == len(self.lex.clitic) and entity is not None
        return clitic or self.coreference.knows(*place)

    def clitic_source(self, number: int) -> Source:
        """Whom the pronoun on a word refers to."""
        item = self.view.items[number]
        return self.coreference.discourse.last_speaker(item.start) or self.speaker, (
            item.end - len(self.lex.clitic),
            item.end,
        )

    def source_in(self, first: int, last: int) -> Source:
        """The source that the items `first` to `last` name, if they can be one."""
        place = self.view.place(first, last)
        known = place is not None and self.plausible(first) and self.coreference.knows(*place)
        return self.resolve(first, last) if known else NOBODY

    def plausible(self, first: int) -> bool:
        """Whether a source can begin at an item: no verb and no function word."""
        item = self.view.items[first]
        if item.named or item.pronoun or item.capital:
            return True
        blocked = self.is_class(first, "preposition", "conjunction", "auxiliary", "negation", "demonstrative", "copula")
        return item.word and not blocked and not has_verb(self.view, first, first + 1, self.lex)

    def first_actor(self, number: int) -> Source:
        """The subject of the clause for a verb that shares it: the first name, pronoun or subject of the view."""
        for at in range(number):
            item = self.view.items[at]
            if item.named or item.pronoun:
                end = at + 1
                while end < number and self.view.items[end].named:
                    end += 1
                return self.resolve(at, end)
            if at and item.word and not item.capital and self.lex.language.morphology.voice(item.lower) == "active":
                subject = subject_before(self.view, at, self.lex)
                return self.resolve(subject.first, subject.last) if subject and not subject.elided else NOBODY
        return NOBODY

    def points_back(self, first: int, last: int) -> bool:
        """Whether these items are *hal itu*, *pernyataan tersebut*, *senada*: what was said before."""
        words = [item for item in self.view.items[first:last] if item.word]
        if not words or words[0].lower not in self.lex.pointers:
            return False
        for at, item in enumerate(words[:5]):
            if "demonstrative" in self.lex.language.classes(item.lower):
                after = words[at + 1] if at + 1 < len(words) else None
                return after is None or after.dated or "preposition" in self.lex.language.classes(after.lower)
        return len(words) == 1

    # ------------------------------------------------------------

    def add(
        self, cue: int, entry: CueEntry, source: Source, *, content: list[Place], form: StatementForm, region: Range,
        act: Act | None = None, within: Found | None = None,
    ) -> Found:  # fmt: skip
        """The statement of a cue, now among those found; `region` are the items that hold its content."""
        text = self.coreference.draft.analysis.text
        entity, place = source
        own = frozenset(text[slice(*place)].lower().split()) if place else frozenset()
        own |= _names(entity) if entity else frozenset()
        first = text[content[0][0] : content[0][1]]
        said = act or refine(entry.act, first, self.lex, quoted=form == "direct", own=own, asks=entry.asks)
        item = self.view.items[cue]
        statement = StatementDraft(
            content, (item.start, item.end), entry.lemma, form, said, source=entity, source_span=place,
            within=within.statement if within else self.holder, why={"cue": (f"rule {self.pattern}", None)},
        )  # fmt: skip
        if statement.within is self.holder:
            # Who is quoted within a clause is not the one that the report goes on with.
            self.coreference.discourse.spoke(place[0] if place else item.start, entity)
        found = Found(statement, region[0], region[1], cue)
        self.found.append(found)
        return found


def _names(entity: EntityDraft) -> frozenset[str]:
    """The words of an entity's name, of its titles and of what they are held in."""
    titles = [role.title for role in entity.roles]
    bodies = [role.organization.name for role in entity.roles if role.organization]
    return frozenset(word for name in (entity.name, *titles, *bodies) for word in name.lower().split())
