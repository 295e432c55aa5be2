"""The stage `statements`: over all periods of a report, with what stands alone joined to what it belongs to."""

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import pairwise

from konon.extraction.coreference import Coreference
from konon.extraction.draft import Draft, EntityDraft, LinkDraft, PointerDraft, StatementDraft
from konon.extraction.stage import stage
from konon.extraction.statements.finder import find_statements
from konon.extraction.statements.learned import joined
from konon.extraction.statements.lexicon import Lexicon, lexicon
from konon.extraction.statements.reading import Found, Reading
from konon.extraction.statements.view import View, quotes_between, view
from konon.language.analysis import Quote, Stretch
from konon.language.base import Language
from konon.language.titles import find_titles

# No dateline begins behind this, in characters.
_DATELINE = 200
# A quotation of fewer characters is a name or an expression, not something said.
_SAID_FROM = 25
# A report without a quotation this long has lost its marks; so many sentences of one can stand before their cue.
_SENTENCE = 40
_UNMARKED = 5
# A longer sentence is none, in tokens: the time that a view takes grows faster than its length.
_LONGEST = 800
# A quotation that stands alone belongs to a speaker at most so many characters before it.
_NEAR = 1500


@stage("statements", needs={"entities"}, gives={"statements"})
def statements(draft: Draft, language: Language) -> None:
    """Add all statements of the report, in the order of their content."""
    reader = _Reader(draft, language, lexicon(language), Coreference(draft, language))
    reader.read()
    made = joined(draft, reader.made, reader.coreference, reader.lex)
    draft.statements += sorted(made, key=lambda statement: (statement.start, statement.cue or (0, 0)))


@dataclass(slots=True)
class _Reader:
    draft: Draft
    language: Language
    lex: Lexicon
    coreference: Coreference
    made: list[StatementDraft] = field(default_factory=list)
    last: StatementDraft | None = None
    last_period: Stretch | None = None
    pending: list[Quote] = field(default_factory=list)
    silent: list[Stretch] = field(default_factory=list)
    marked: bool = True
    titles: frozenset[int] = frozenset()

    def read(self) -> None:
        """Read all periods in order."""
        analysis = self.draft.analysis
        self.titles = frozenset(analysis.tokens[title.first].start for title in find_titles(analysis, self.language))
        quotes = analysis.quotes
        self.marked = any(quote.inner_end - quote.inner_start >= _SENTENCE for quote in quotes)
        periods = [piece for period in self.draft.analysis.periods for piece in _pieces(self.draft, period)]
        for number, period in enumerate(periods):
            following = periods[number + 1] if number + 1 < len(periods) else None
            self._period(period, following)
        self._flush()

    def _period(self, whole: Stretch, following: Stretch | None) -> None:
        period = _behind_dateline(self.draft, whole)
        if period is None:
            return
        seen = view(self.draft.analysis, self.language, period, depth=0, titles=self.titles)
        if seen.quote_only and self._alone(seen, period, following):
            return
        reading = Reading(seen, self.coreference, self.lex)
        found = find_statements(reading)
        self._point_back(reading, period)
        if found:
            self._take(found, period)
        else:
            self.silent.append(period)
            self._colon(seen)
        for each in found:
            self._inside(each.statement)

    def _take(self, found: list[Found], period: Stretch) -> None:
        first = found[0].statement
        if self.pending:
            if first.form == "direct":
                first.content = [(quote.inner_start, quote.inner_end) for quote in self.pending] + first.content
                self.pending = []
            else:
                self._flush()
        for each in found:
            statement = each.statement
            if each.addressee is not None:
                statement.addressee = self.coreference.resolve(*each.addressee)
            statement.links += each.relays
            self.made.append(statement)
        if not self.marked and first.cue is not None and first.content[-1][1] <= first.cue[0]:
            first.content[0] = (self._unmarked_start(first.content[0][0]), first.content[0][1])
        self.silent = []
        self.last, self.last_period = found[-1].statement, period

    def _unmarked_start(self, start: int) -> int:
        """Where a quotation of several sentences begins that has lost its marks: at the first person before its cue."""
        for period in reversed(self.silent[-_UNMARKED:]):
            tokens = self.draft.analysis.tokens[period.first : period.last]
            if not any("pronoun_first" in self.language.classes(token.lower) for token in tokens):
                break
            start = period.start
        return start

    # ------------------------------------------------------------ quotations that stand alone

    def _alone(self, seen: View, period: Stretch, following: Stretch | None) -> bool:
        """Whether a quotation without a cue in its period was given to the statement that it belongs to."""
        quotes = [item.quote for item in seen.items if item.quote is not None]
        if not any(quote.inner_end - quote.inner_start >= _SAID_FROM for quote in quotes):
            return True
        behind = self.last is not None and self.last.form == "direct" and self.last_period is not None
        same = (
            behind
            and self.last_period is not None
            and "\n" not in self.draft.analysis.text[self.last_period.end : period.start]
        )
        ahead = following is not None and self._opens_quote(following, period)
        if behind and not self.pending and (same or not ahead) and quotes[0].closed and self.last is not None:
            self.last.content += [(quote.inner_start, quote.inner_end) for quote in quotes]
            self.last_period = period
        else:
            self.pending += quotes
        return True

    def _opens_quote(self, following: Stretch, period: Stretch) -> bool:
        """Whether the period behind begins with a quotation, in the same or the next paragraph."""
        del period
        quotes = quotes_between(self.draft.analysis, following.start, following.start + 1, depth=0)
        return bool(quotes)

    def _flush(self) -> None:
        """Quotations that no cue has taken are statements of the last speaker, if one is near."""
        if not self.pending:
            return
        first = self.pending[0]
        content = [(quote.inner_start, quote.inner_end) for quote in self.pending]
        self.pending = []
        near = [entity for place, entity in self.coreference.discourse.speakers if 0 <= first.start - place < _NEAR]
        if near:
            self.made.append(
                StatementDraft(
                    content, None, "", "direct", "say", source=near[-1], why={"cue": ("rule quotation alone", None)}
                )
            )

    def _colon(self, seen: View) -> None:
        """*Rina: "…"*: a name and a colon before a quotation."""
        for number, item in enumerate(seen.items[1:-1], 1):
            quote = seen.items[number + 1].quote
            if item.lower == ":" and quote is not None and number <= 8:
                place = seen.place(0, number)
                source = self.coreference.resolve(*place) if place and seen.items[number - 1].named else None
                if source is not None:
                    statement = StatementDraft(
                        [(quote.inner_start, quote.inner_end)],
                        None,
                        "",
                        "direct",
                        "say",
                        source=source,
                        source_span=place,
                        why={"cue": ("rule colon", None)},
                    )
                    self.coreference.discourse.spoke(seen.start, source)
                    self.made.append(statement)
                    self._inside(statement)
                return

    # ------------------------------------------------------------ what is nested, what points back

    def _inside(self, statement: StatementDraft) -> None:
        """The statements within the quotations of a statement's content."""
        analysis = self.draft.analysis
        for start, end in statement.content:
            if not analysis.text[max(0, start - 1) : start].strip("\n .,:") or end - start < _SAID_FROM:
                continue
            for sentence in analysis.sentences[_first(analysis.sentences, start) :]:
                if sentence.start >= end:
                    break
                stretch = _within(self.draft, sentence, start, end)
                if stretch is None:
                    continue
                seen = view(analysis, self.language, stretch, depth=1, titles=self.titles)
                spoken = len(self.coreference.discourse.speakers)
                reading = Reading(seen, self.coreference, self.lex, speaker=statement.source, holder=statement)
                self.made += [each.statement for each in find_statements(reading)]
                self.coreference.discourse.forget(spoken)

    def _point_back(self, reading: Reading, period: Stretch) -> None:
        """*Hal itu disampaikan X*: the period's links belong to the statement before, or make one of the sentence."""
        for number, source in reading.pointed:
            item = reading.view.items[number]
            target = self.last if self.last_period is not None and self._adjacent(self.last_period, period) else None
            if target is not None and target.source is not None:
                self.draft.pointers.append(PointerDraft(period.start, period.end, target))
                if source not in (None, target.source) and self._passive(item.lower):
                    target.links.append(LinkDraft("relay", item.start, item.end, entity=source))
            elif source is not None and self._passive(item.lower):
                self._clause_before(source, (item.start, item.end), item.lower, period)

    def _passive(self, word: str) -> bool:
        return self.language.morphology.voice(word) == "passive"

    def _adjacent(self, earlier: Stretch, later: Stretch) -> bool:
        return earlier.last == later.first

    def _clause_before(self, source: EntityDraft, cue: tuple[int, int], word: str, period: Stretch) -> None:
        periods = self.draft.analysis.periods
        at = bisect_right(periods, period.start, key=lambda each: each.start) - 1
        if at <= 0:
            return
        before = periods[at - 1]
        clause = _behind_dateline(self.draft, before)
        seen = view(self.draft.analysis, self.language, clause, depth=0, titles=self.titles) if clause else None
        place = seen.place(0, len(seen)) if seen else None
        if place is None:
            return
        entries = self.lex.cues.get(word, ())
        act = entries[0].act if entries else "say"
        lemma = entries[0].lemma if entries else word
        statement = StatementDraft(
            [place], cue, lemma, "indirect", act, source=source, why={"cue": ("rule pointing back", None)}
        )
        self.coreference.discourse.spoke(cue[0], source)
        self.made.append(statement)
        self.draft.pointers.append(PointerDraft(period.start, period.end, statement))
        self.last, self.last_period = statement, period


def _pieces(draft: Draft, period: Stretch) -> list[Stretch]:
    """The period, or, where a text lost its sentence ends, pieces of it that no sentence exceeds."""
    if period.last - period.first <= _LONGEST:
        return [period]
    tokens = draft.analysis.tokens
    bounds = [*range(period.first, period.last, _LONGEST), period.last]
    return [Stretch(tokens[first].start, tokens[last - 1].end, first, last) for first, last in pairwise(bounds)]


def _first(sentences: tuple[Stretch, ...], offset: int) -> int:
    return max(0, bisect_right(sentences, offset, key=lambda sentence: sentence.start) - 1)


def _within(draft: Draft, sentence: Stretch, start: int, end: int) -> Stretch | None:
    """The part of a sentence that lies within a place; None where no token does."""
    first = max(sentence.first, draft.analysis.token_at(start))
    last = min(sentence.last, draft.analysis.token_at(end))
    if first >= last:
        return None
    return Stretch(draft.analysis.tokens[first].start, draft.analysis.tokens[last - 1].end, first, last)


def _behind_dateline(draft: Draft, period: Stretch) -> Stretch | None:
    """The period without the report's dateline; None where nothing else is in it."""
    if period.start > _DATELINE:
        return period
    found = draft.analysis.dateline
    if found is None or found.end <= period.start:
        return period
    first = draft.analysis.token_at(found.end)
    if first >= period.last:
        return None
    return Stretch(draft.analysis.tokens[first].start, period.end, first, period.last)
