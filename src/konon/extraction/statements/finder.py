"""Statements of one period: each cue with its source and content, and what is nested in what."""

from dataclasses import dataclass, field

from konon.extraction.coreference import Discourse
from konon.extraction.draft import EntityDraft, LinkDraft, Place, StatementDraft
from konon.extraction.statements.acts import refine
from konon.extraction.statements.contents import Range, content_after, content_end, form_of, has_verb, spans
from konon.extraction.statements.lexicon import CueEntry, Lexicon
from konon.extraction.statements.sources import Subject, phrase_after, subject_before
from konon.extraction.statements.view import View
from konon.language.base import Language
from konon.record.vocabulary import Act, StatementForm


@dataclass(eq=False, slots=True)
class Found:
    """A statement of a period with the items that its content and its cue take."""

    statement: StatementDraft
    first: int
    last: int
    cue: int
    addressee: Place | None = None
    relays: list[LinkDraft] = field(default_factory=list)


@dataclass(slots=True)
class Finder:
    """Reads one view; `speaker` and `holder` are set where the view lies in a quotation."""

    view: View
    discourse: Discourse
    lex: Lexicon
    language: Language
    speaker: EntityDraft | None = None
    holder: StatementDraft | None = None
    found: list[Found] = field(default_factory=list)
    pointed: list[tuple[int, EntityDraft | None]] = field(default_factory=list)
    relays: list[LinkDraft] = field(default_factory=list)
    relay_regions: list[Range] = field(default_factory=list)

    def read(self) -> list[Found]:
        """The statements of the view in the order of their cues."""
        number = 0
        while number < len(self.view):
            number = max(number + 1, self._at(number))
        self._relays()
        return self.found

    # ------------------------------------------------------------ which pattern stands at an item

    def _at(self, number: int) -> int:
        item = self.view.items[number]
        if not item.word or item.named or number in self.view.bracketed:
            return number + 1
        word, clitic = self._split(item.lower)
        if word in self.lex.according:
            return self._according(number, clitic=clitic)
        if self._relay_here(number, word):
            return self._relay(number)
        if word in self.lex.basis and (self._clause_initial(number) or self._behind_relay(number)):
            return self._ground(number)
        entries = self._entries(number, word, item.lower)
        for entry in entries:
            if self._cue(number, entry, clitic=clitic):
                return number + 1
        if word in self.lex.nouns:
            return self._noun(number, word)
        return number + 1

    def _split(self, lower: str) -> tuple[str, bool]:
        if lower in self.lex.cues:
            return lower, False
        parts = self.language.morphology.clitic(lower)
        return (parts[0], True) if parts else (lower, False)

    def _entries(self, number: int, word: str, lower: str) -> tuple[CueEntry, ...]:
        if number + 1 < len(self.view):
            two = f"{lower} {self.view.items[number + 1].lower}"
            if two in self.lex.cues:
                return self.lex.cues[two]
        return self.lex.cues.get(word, ())

    def _clause_initial(self, number: int) -> bool:
        """Whether only conjunctions, adverbs and marks stand before an item."""
        return all(
            item.mark or (item.word and not item.named and self.language.classes(item.lower) & {"conjunction", "adverb", "demonstrative"})
            for item in self.view.items[:number]
        )

    def _behind_relay(self, number: int) -> bool:
        """Whether only dates and marks stand between a relay that opens the period and an item."""
        return bool(self.relay_regions) and all(self._between(at) for at in range(self.relay_regions[-1][1], number))

    def _cue(self, number: int, entry: CueEntry, *, clitic: bool) -> bool:
        if entry.voice == "closing":
            return self._closing(number, entry)
        if entry.voice == "bare":
            if self._bare(number, entry, clitic=clitic):
                return True
            return entry.colloquial and self._active(number, entry)
        if entry.voice == "passive":
            return self._passive(number, entry, clitic=clitic)
        return not clitic and self._active(number, entry)

    # ------------------------------------------------------------ content, kata X

    def _bare(self, number: int, entry: CueEntry, *, clitic: bool) -> bool:
        before = self.view.items[number - 1] if number else None
        quoted = before is not None and (before.quote is not None or (before.mark and number > 1 and self.view.items[number - 2].quote is not None))
        if before is not None and not (before.quote is not None or before.lower in {",", "-", "–", "—", "?", "!"}):
            return False
        end = number + 1 if clitic else phrase_after(self.view, number + 1, self.lex, self.language)
        source, place = self._source_after(number, end, clitic=clitic)
        if source is None and not quoted:
            return False
        if before is None:
            return self._leading_bare(number, end, entry, source, place)
        first, last = self._before(number)
        content = spans(self.view, first, last)
        content += self._resumed(end, indirect=not quoted, forced=last - first <= 3)
        if not content:
            return False
        form: StatementForm = form_of(self.view, first, last, self.language, clause=True, nominal=False)
        self._add(number, number + 1, entry, source=source, place=place, content=content, form=form, region=(first, last))
        return True

    def _leading_bare(self, number: int, end: int, entry: CueEntry, source: EntityDraft | None, place: Place | None) -> bool:
        """*Kata Rina, …*: the content stands behind the source."""
        if source is None or end >= len(self.view) or self.view.items[end].lower not in {",", ":"}:
            return False
        last = content_end(self.view, end + 1, self.lex)
        content = spans(self.view, end + 1, last)
        if not content:
            return False
        form = form_of(self.view, end + 1, last, self.language, clause=True, nominal=False)
        self._add(number, number + 1, entry, source=source, place=place, content=content, form=form, region=(end + 1, last))
        return True

    def _source_after(self, number: int, end: int, *, clitic: bool) -> tuple[EntityDraft | None, Place | None]:
        item = self.view.items[number]
        if clitic:
            return self.discourse.last_speaker(item.start) or self.speaker, (item.end - 3, item.end)
        place = self.view.place(number + 1, end)
        if place is None or not self._plausible(number + 1, end):
            return None, None
        return self.discourse.resolve(*place, speaker=self.speaker), place

    def _plausible(self, first: int, last: int) -> bool:
        """Whether these items can be a source: no verb and no function word at their beginning."""
        item = self.view.items[first]
        if item.named or item.pronoun or item.capital:
            return True
        classes = self.language.classes(item.lower)
        blocked = classes & {"preposition", "conjunction", "auxiliary", "negation", "demonstrative", "copula"}
        return item.word and not blocked and not has_verb(self.view, first, min(last, first + 1), self.language)

    def _before(self, number: int) -> Range:
        """The items of the content before a cue: the quotation there, or the clause."""
        last = number
        while last and self.view.items[last - 1].mark and self.view.items[last - 1].lower not in "])":
            last -= 1
        floor = max((self._behind(found, number) for found in self.found if found.cue < number), default=0)
        first = last
        while first > floor and not self._clause_break(first - 1, last):
            first -= 1
        while first < last and (self.view.items[first].mark or self._lead_word(first, last)):
            first += 1
        return first, last

    def _behind(self, found: Found, number: int) -> int:
        """The first item that can belong to a clause behind what was found: within its content, or behind its cue."""
        if found.first <= number < found.last:
            return found.first
        return found.last if found.cue < found.first and found.last <= number else found.cue + 1

    def _clause_break(self, number: int, last: int) -> bool:
        quoted = self.view.items[last - 1].quote is not None
        item = self.view.items[number]
        if quoted and number < last - 1 and item.quote is None:
            return item.mark or not self._continues_into_quote(number)
        return False

    def _continues_into_quote(self, number: int) -> bool:
        """Whether words before a quotation belong to the content: they do where no verb of saying is among them."""
        return all(not (item.word and self._split(item.lower)[0] in self.lex.cues) for item in self.view.items[: number + 1])

    def _lead_word(self, first: int, last: int) -> bool:
        item = self.view.items[first]
        return item.word and not item.named and first + 2 < last and self.view.items[first + 1].lower == "," and "conjunction" in self.language.classes(item.lower)

    def _resumed(self, end: int, *, indirect: bool, forced: bool) -> list[Place]:
        """The rest of a content that the cue interrupted."""
        number = end
        if number < len(self.view) and self.view.items[number].lower == ",":
            number += 1
        else:
            quotes = [item.quote for item in self.view.items[end:] if item.quote is not None and item.quote.inner_end - item.quote.inner_start > 30]
            return [(quote.inner_start, quote.inner_end) for quote in quotes[:1]] if not indirect else []
        if number >= len(self.view):
            return []
        item = self.view.items[number]
        if item.quote is not None:
            return [(item.quote.inner_start, item.quote.inner_end)]
        if not indirect or item.dated or not item.word:
            return []
        if not item.named and not forced and (self._ends_source(number) or "relative" in self.language.classes(item.lower)):
            return []
        return spans(self.view, number, content_end(self.view, number, self.lex))

    def _ends_source(self, number: int) -> bool:
        return self.view.items[number].lower in self.lex.source_ends | self.lex.relays | self.lex.weak_relays

    # ------------------------------------------------------------ "…," demikian pernyataan X

    def _closing(self, number: int, entry: CueEntry) -> bool:
        first, last = self._before(number)
        if first >= last or self.view.items[last - 1].quote is None:
            return False
        at = number + 1
        while at < len(self.view) and self._speech_word(at):
            at += 1
        end = phrase_after(self.view, at, self.lex, self.language)
        place = self.view.place(at, end)
        source = self.discourse.resolve(*place) if place else None
        content = spans(self.view, first, last)
        form = form_of(self.view, first, last, self.language, clause=True, nominal=False)
        self._add(number, number + 1, entry, source=source, place=place, content=content, form=form, region=(first, last))
        return True

    def _speech_word(self, number: int) -> bool:
        lower = self.view.items[number].lower
        passing = lower in self.lex.relays | self.lex.weak_relays | self.lex.speech_nouns
        return not self.view.items[number].named and (passing or lower in self.lex.ground_joins)

    # ------------------------------------------------------------ X mengatakan content

    def _active(self, number: int, entry: CueEntry) -> bool:
        holder = self._open_at(number)
        floor = holder.first if holder else self._floor(number)
        subject = subject_before(self.view, number, self.lex, self.language, floor=floor)
        if subject is None or (subject.unsaid and entry.act != "deny") or (subject.elided and entry.weak):
            return False
        if subject.elided and holder is not None and number == holder.first:
            # The verb is what the one before it asks for or refuses: *menolak mengakui*.
            return False
        content = content_after(self.view, number + 1, entry, self.lex, self.language)
        if content is None or self._points_back(content.first, content.last):
            return self._trailing_active(number, entry, subject)
        source, place = self._subject_entity(subject, number)
        if not self._allowed(entry, source, place, (content.first, content.last), clause=content.clause):
            return False
        act: Act = "confirm" if subject.unsaid else entry.act
        form = form_of(self.view, content.first, content.last, self.language, clause=content.clause, nominal=entry.nominal)
        region = (content.first, content.last)
        parent = self._nest(holder, subject, number)
        made = self._add(number, number + 1, entry, source=source, place=place, content=spans(self.view, *region), form=form, region=region, act=act)
        made.addressee = self.view.place(*content.addressee) if content.addressee else None
        if parent is not None:
            made.statement.within = parent.statement
        return True

    def _trailing_active(self, number: int, entry: CueEntry, subject: Subject) -> bool:
        """*"…," X menambahkan.*: the content stands before the subject."""
        if subject.elided or subject.first < 1:
            return False
        before = self.view.items[subject.first - 1]
        after = number + 1 >= len(self.view) or self.view.items[number + 1].mark
        if not after or not (before.quote is not None or before.lower == ","):
            return False
        first, last = self._before(subject.first)
        content = spans(self.view, first, last)
        source, place = self._subject_entity(subject, number)
        if not content or source is None:
            return False
        form = form_of(self.view, first, last, self.language, clause=True, nominal=False)
        self._add(number, number + 1, entry, source=source, place=place, content=content, form=form, region=(first, last))
        return True

    def _subject_entity(self, subject: Subject, number: int) -> tuple[EntityDraft | None, Place | None]:
        if subject.elided:
            earlier = [found for found in self.found if found.cue < number]
            if earlier:
                return earlier[-1].statement.source, earlier[-1].statement.source_span
            return self._first_actor(number)
        place = self.view.place(subject.first, subject.last)
        if place is None:
            return None, None
        return self.discourse.resolve(*place, speaker=self.speaker), place

    def _first_actor(self, number: int) -> tuple[EntityDraft | None, Place | None]:
        """The subject of the clause for a verb that shares it: the first name or pronoun of the view."""
        for at in range(number):
            item = self.view.items[at]
            if item.named or item.pronoun:
                end = at + 1
                while end < number and self.view.items[end].named:
                    end += 1
                place = (item.start, self.view.items[end - 1].end)
                return self.discourse.resolve(*place, speaker=self.speaker), place
            if at and item.word and not item.capital and self.language.morphology.voice(item.lower) == "active":
                subject = subject_before(self.view, at, self.lex, self.language)
                span = self.view.place(subject.first, subject.last) if subject and not subject.elided else None
                return (self.discourse.resolve(*span, speaker=self.speaker), span) if span else (None, None)
        return None, None

    def _allowed(
        self, entry: CueEntry, source: EntityDraft | None, place: Place | None, region: Range, *, clause: bool
    ) -> bool:
        """Whether a cue with this source and content is a statement."""
        quoted = any(item.quote is not None for item in self.view.items[region[0] : region[1]])
        if source is None:
            return quoted or (place is not None and self.discourse.is_text(*place))
        if not entry.weak or quoted or clause:
            return True
        return source.kind == "person" or has_verb(self.view, *region, self.language)

    def _floor(self, number: int) -> int:
        """Where the clause of a cue can begin: behind the content of what was found before it in quotation marks."""
        ends = [found.last for found in self.found if found.last <= number and found.first < found.cue]
        floor = max(ends, default=0)
        for found in self.found:
            if found.first < found.cue < number:
                floor = max(floor, found.cue + 1)
        return floor

    def _open_at(self, number: int) -> Found | None:
        """The innermost statement in whose content an item stands."""
        around = [found for found in self.found if found.first <= number < found.last]
        return min(around, key=lambda found: found.last - found.first, default=None)

    def _nest(self, holder: Found | None, subject: Subject, number: int) -> Found | None:
        """The statement that holds a new one, or None where the two are coordinate and the earlier one ends here."""
        if holder is None:
            return None
        at = subject.first if not subject.elided else number
        before = at - 1
        while before > holder.first and self._skippable(before):
            before -= 1
        joined = self.view.items[before].word and not self.view.items[before].named and self.view.items[before].lower in self.lex.coordinators
        coordinate = joined and (subject.elided or self.view.items[before - 1].lower == ",")
        if not coordinate:
            return holder
        self._cut(holder, before)
        return self._holder_of(holder)

    def _holder_of(self, found: Found) -> Found | None:
        return next((other for other in self.found if other.statement is found.statement.within), None)

    def _skippable(self, number: int) -> bool:
        item = self.view.items[number]
        classes = self.language.classes(item.lower)
        return item.mark or (item.word and not item.named and bool(classes & {"adverb", "auxiliary"}) and item.lower not in self.lex.coordinators)

    def _cut(self, found: Found, last: int) -> None:
        content = spans(self.view, found.first, last)
        if content:
            found.last = last
            found.statement.content = content

    # ------------------------------------------------------------ hal itu disampaikan X; X dilaporkan …

    def _passive(self, number: int, entry: CueEntry, *, clitic: bool) -> bool:
        holder = self._open_at(number)
        subject = subject_before(self.view, number, self.lex, self.language, floor=holder.first if holder else self._floor(number))
        if subject is not None and subject.unsaid:
            return False
        source, place, after = self._agent(number, clitic=clitic)
        if subject is not None and not subject.elided and self._points_back(subject.first, subject.last):
            if source is not None or place is None:
                self.pointed.append((number, source))
            return True
        return self._told(number, entry, subject, source, place, after, holder)

    def _told(
        self, number: int, entry: CueEntry, subject: Subject | None, source: EntityDraft | None, place: Place | None,
        after: int, holder: Found | None,
    ) -> bool:  # fmt: skip
        item = self.view.items[number]
        if source is None and item.lower not in self.lex.agentless:
            return False
        content = content_after(self.view, after, entry, self.lex, self.language)
        relative = subject is not None and subject.relative
        rest = self._predicate(content.first, content.last, relative=relative) if content else (after, after)
        regions = [] if subject is None or subject.elided or relative else [self._clause_subject(number, subject.first)]
        places = [place_ for first, last in regions if (place_ := self.view.place(first, last))]
        places += spans(self.view, *rest) if rest[0] < rest[1] else []
        if not places or (content is None and source is None):
            return False
        form = form_of(self.view, *rest, self.language, clause=content is not None and content.clause, nominal=True)
        made = self._add(number, number + 1, entry, source=source, place=place, content=places, form=form, region=rest)
        if holder is not None:
            made.statement.within = holder.statement
        return True

    def _predicate(self, first: int, last: int, *, relative: bool) -> Range:
        """What is said of the subject of a passive; nothing where only a place or a time stands behind the verb."""
        if relative:
            for number in range(first, last):
                item = self.view.items[number]
                ends = item.lower in {",", "-", "–", "—"} or self.language.classes(item.lower) & {"demonstrative"}
                if number > first and number not in self.view.bracketed and ends and not item.named:
                    return first, number
        item = self.view.items[first]
        adverbial = item.word and not item.named and "preposition" in self.language.classes(item.lower)
        if (adverbial or item.dated) and not has_verb(self.view, first, last, self.language) and item.lower not in self.lex.topics:
            return first, first
        return first, last

    def _clause_subject(self, cue: int, first: int) -> Range:
        """The whole subject of a passive, from its first word to the adverbs before the verb."""
        last = cue
        while last > first and self._skippable(last - 1):
            last -= 1
        begin = first
        while begin > 0 and self.view.items[begin - 1].word and (self.view.items[begin - 1].lower not in self.lex.clause_starts or self.view.items[begin - 1].conjunction and self.view.items[begin - 1].lower in self.lex.nominal_joins):
            begin -= 1
        while begin < last and not self.view.items[begin].named and self.language.classes(self.view.items[begin].lower) & {"adverb", "demonstrative"}:
            begin += 1
        return begin, last

    def _agent(self, number: int, *, clitic: bool) -> tuple[EntityDraft | None, Place | None, int]:
        """The agent of a passive: *-nya*, *oleh X*, or a name or pronoun right behind the verb; and where it ends."""
        item = self.view.items[number]
        if clitic:
            return self.discourse.last_speaker(item.start) or self.speaker, (item.end - 3, item.end), number + 1
        at = number + 1
        while at < len(self.view) and self.language.classes(self.view.items[at].lower) & {"adverb"}:
            at += 1
        by = at < len(self.view) and self.view.items[at].lower in self.lex.agents
        begin = at + 1 if by else at
        if begin >= len(self.view) or not (by or self._actor(begin)):
            return None, None, number + 1
        end = phrase_after(self.view, begin, self.lex, self.language)
        place = self.view.place(begin, end)
        source = self.discourse.resolve(*place, speaker=self.speaker) if place else None
        return source, place, end

    def _actor(self, number: int) -> bool:
        item = self.view.items[number]
        return item.person or item.pronoun or self._titled(number) or self._outlet_words(number)

    def _outlet_words(self, number: int) -> bool:
        """Whether unnamed words for an outlet stand at an item: *kantor berita …*."""
        words = [item.lower for item in self.view.items[number : number + 2]]
        return self.discourse.outlet_words(words)

    def _titled(self, number: int) -> bool:
        """Whether a capitalised word, such as a title, stands at an item: *disampaikan Menteri …*."""
        return self.view.items[number].word and self.view.items[number].capital and not self.view.items[number].dated

    def _points_back(self, first: int, last: int) -> bool:
        """Whether these items are *hal itu*, *pernyataan tersebut*, *senada*: what was said before."""
        words = [item for item in self.view.items[first:last] if item.word]
        if not words or words[0].lower not in self.lex.pointers:
            return False
        pointing = {"demonstrative"}
        for at, item in enumerate(words[:5]):
            if self.language.classes(item.lower) & pointing:
                after = words[at + 1] if at + 1 < len(words) else None
                return after is None or after.dated or "preposition" in self.language.classes(after.lower)
        return len(words) == 1

    # ------------------------------------------------------------ menurut X; berdasarkan laporan X

    def _according(self, number: int, *, clitic: bool) -> int:
        at = number + 1
        noun = at < len(self.view) and self._split(self.view.items[at].lower)[0] in self.lex.speech_nouns
        begin = at + int(noun)
        while noun and begin < len(self.view) and self.view.items[begin].lower in self.lex.ground_joins:
            begin += 1
        end = phrase_after(self.view, begin, self.lex, self.language)
        source, place = self._source_after(number if clitic else begin - 1, end, clitic=clitic)
        if source is None and not noun:
            return number + 1
        self._around(number, number + 1, end, source, place)
        return max(end, number + 1)

    def _ground(self, number: int) -> int:
        """*Berdasarkan keterangan X, …*: the noun is the cue."""
        noun = next((at for at in range(number + 1, min(number + 4, len(self.view))) if self._split(self.view.items[at].lower)[0] in self.lex.speech_nouns), None)
        if noun is None:
            return number + 1
        clitic = self._split(self.view.items[noun].lower)[1]
        begin = noun + 1
        while begin < len(self.view) and self.view.items[begin].lower in self.lex.ground_joins:
            begin += 1
        end = phrase_after(self.view, begin, self.lex, self.language)
        if end == begin and not clitic:
            return number + 1
        source, place = self._source_after(begin - 1, end, clitic=False) if not clitic else self._source_after(noun, end, clitic=True)
        if source is None:
            return number + 1
        self._around(number, noun, end, source, place)
        return end

    def _around(self, number: int, cue_from: int, end: int, source: EntityDraft | None, place: Place | None) -> None:
        """A statement whose content is the clause that its cue and source stand in."""
        entry = CueEntry(self.lex.according_lemma, "say", "active", nominal=False, weak=False, colloquial=False, after=frozenset())
        cue = cue_from if cue_from != number + 1 else number
        before = self._before(number) if number and not self._clause_initial(number) else (0, 0)
        after = self._after_phrase(end)
        content: list[Place] = []
        if before[0] < before[1]:
            content += spans(self.view, *before)
        resumed = number and end < len(self.view) and self.view.items[end].lower == "," and self.view.items[number - 1].lower == ","
        if after is not None and (not content or resumed or self._relative(number - 1)):
            content += spans(self.view, *after)
        if not content:
            return
        region = after if after is not None and before[0] >= before[1] else before
        form = form_of(self.view, *region, self.language, clause=True, nominal=False)
        self._add(cue, cue + 1, entry, source=source, place=place, content=content, form=form, region=region)

    def _relative(self, number: int) -> bool:
        return "relative" in self.language.classes(self.view.items[number].lower)

    def _after_phrase(self, end: int) -> Range | None:
        number = end
        while number < len(self.view) and self._between(number):
            number += 1
        if number >= len(self.view) or (number > end and self.view.items[number].word and not self.view.items[number].named and self._tail_word(number)):
            return None
        last = content_end(self.view, number, self.lex)
        return (number, last) if self.view.place(number, last) else None

    def _between(self, number: int) -> bool:
        """Whether an item between a source and its content belongs to neither: a date, a mark, a conjunction."""
        item = self.view.items[number]
        opener = item.lower in {",", ":"} or item.lower in self.lex.content_openers
        dates = number + 1 < len(self.view) and self.view.items[number + 1].dated and item.lower in self.lex.source_ends
        return item.dated or number in self.view.bracketed or opener or dates

    def _tail_word(self, number: int) -> bool:
        lower = self.view.items[number].lower
        return lower in self.lex.relay_openers or lower in self.lex.relays

    # ------------------------------------------------------------ pernyataan X bahwa …

    def _noun(self, number: int, word: str) -> int:
        """A noun of speech with a clause behind it: *tuduhan X bahwa …*, *arahan kepada X agar …*."""
        act = self.lex.nouns[word]
        opener = None
        for at in range(number + 1, min(number + 14, len(self.view))):
            item = self.view.items[at]
            if item.quote is not None or (item.mark and item.lower not in ",()"):
                break
            if item.word and not item.named and not item.capital and (self._relative(at) or self.language.morphology.voice(item.lower)):
                break
            if item.word and not item.named and (item.lower in self.lex.content_openers or (act in {"demand", "propose", "hope"} and item.lower in self.lex.strict_purposes)):
                opener = at
                break
        if opener is None or opener + 1 >= len(self.view):
            return number + 1
        last = content_end(self.view, opener + 1, self.lex)
        content = spans(self.view, opener + 1, last)
        place = self.view.place(number + 1, opener)
        source = self.discourse.resolve(*place, speaker=self.speaker) if place and self._plausible(number + 1, opener) else None
        if not content:
            return number + 1
        entry = CueEntry(word, act, "active", nominal=True, weak=False, colloquial=False, after=frozenset())
        holder = self._open_at(number)
        if source is None:
            source, place = self._first_actor(number)
        made = self._add(number, number + 1, entry, source=source, place=place, content=content, form="indirect", region=(opener + 1, last))
        if holder is not None:
            made.statement.within = holder.statement
        return opener

    # ------------------------------------------------------------ dilansir X

    def _relay_here(self, number: int, word: str) -> bool:
        if word in self.lex.relays:
            return True
        opened = number > 0 and self.view.items[number - 1].lower in self.lex.relay_openers
        return word in self.lex.weak_relays and opened and self._media_follows(number)

    def _media_follows(self, number: int) -> bool:
        place = self._relay_place(number)
        if place is None:
            return False
        named = any(entity.kind == "media" for _, entity in self.discourse.mentions(*place[0]))
        return named or self._outlet_words(self._relay_start(number))

    def _relay_start(self, number: int) -> int:
        at = number + 1
        while at < len(self.view) and not self.view.items[at].named and self.view.items[at].lower in self.lex.relay_joins:
            at += 1
        return at

    def _relay_place(self, number: int) -> tuple[Place, int] | None:
        at = self._relay_start(number)
        end = phrase_after(self.view, at, self.lex, self.language)
        place = self.view.place(at, end)
        return (place, end) if place else None

    def _relay(self, number: int) -> int:
        found = self._relay_place(number)
        if found is None:
            return number + 1
        place, end = found
        media = [(mention, entity) for mention, entity in self.discourse.mentions(*place) if entity.kind == "media"]
        links = [LinkDraft("relay", mention.start, mention.end, entity=entity) for mention, entity in media]
        if not links:
            entity = self.discourse.resolve(*place) or self.discourse.outlet(*place)
            links = [LinkDraft("relay", *place, entity=entity)]
        self.relays += links
        self.relay_regions += [(number, end)] * len(links)
        return end

    def _relays(self) -> None:
        """Gives the relays of the view to its statements; a relay of a plain clause is itself the source."""
        if self.pointed and not self.found:
            return
        told = [found for found in self.found if found.statement.within is None and found.statement.source is not None]
        for link, (number, end) in zip(self.relays, self.relay_regions, strict=True):
            others = [found for found in told if found.statement.source is not link.entity]
            if others or self.found:
                for found in others or self.found:
                    found.relays.append(link)
                continue
            entry = CueEntry(self.view.items[number].lower, "say", "active", nominal=False, weak=False, colloquial=False, after=frozenset())
            first = number - 1 if number and self.view.items[number - 1].lower in self.lex.relay_openers else number
            leading = self._clause_initial(first)
            region = self._after_phrase(end) if leading else self._before(first)
            if region is None or region[0] >= region[1]:
                continue
            content = spans(self.view, *region)
            rest = None if leading else self._after_phrase(end)
            if rest is not None and self.view.items[number - 1].lower in {",", *self.lex.relay_openers} and has_verb(self.view, *rest, self.language):
                content += spans(self.view, *rest)
            form = form_of(self.view, *region, self.language, clause=True, nominal=False)
            if content:
                self._add(number, number + 1, entry, source=link.entity, place=(link.start, link.end), content=content, form=form, region=region)
                break

    # ------------------------------------------------------------

    def _add(
        self, cue: int, cue_last: int, entry: CueEntry, *, source: EntityDraft | None, place: Place | None,
        content: list[Place], form: StatementForm, region: Range, act: Act | None = None,
    ) -> Found:  # fmt: skip
        text = self.discourse.draft.analysis.text
        own = frozenset(text[slice(*place)].lower().split()) if place else frozenset()
        own |= frozenset(source.name.lower().split()) if source else frozenset()
        first = text[content[0][0] : content[0][1]]
        said = act or refine(entry.act, first, self.lex, self.language, quoted=form == "direct", own=own)
        span = (self.view.items[cue].start, self.view.items[cue_last - 1].end)
        statement = StatementDraft(content, span, entry.lemma, form, said, source=source, source_span=place, within=self.holder)
        self.discourse.spoke(place[0] if place else span[0], source)
        found = Found(statement, region[0], region[1], cue)
        self.found.append(found)
        return found
