"""Statements as the reader model sees them, joined to those that rules have read.

Quotation marks and the tables' patterns are certain where they speak. The model takes away what has no cue, adds what
rules have no pattern for, and for each statement says which words are its content, who said them and what act they are:
where it prefers another reading by more than a margin, that one is kept.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

import numpy as np

from konon.extraction.coreference import Coreference
from konon.extraction.draft import Draft, EntityDraft, Place, StatementDraft
from konon.extraction.mentions import entity_covering, mention_rows
from konon.extraction.statements.learned_contents import Contents
from konon.extraction.statements.lexicon import Lexicon
from konon.extraction.statements.weighing import believed
from konon.language.reader.reading import Window
from konon.language.reader.told import Scores, Told, asked
from konon.record.vocabulary import ACTS, Act, StatementForm

# From this chance on a cue that rules have not read makes a statement. Margins are differences of log chances, wide
# where quotation marks tell the content, and where it would only go on behind the end that rules have seen.
QUOTED, FARTHER = 40.0, 20.0
NEW = 0.8
CONTENT, SOURCE, SOURCELESS, ACT = 4.0, 1.5, 3.0, 3.0


def joined(
    draft: Draft, statements: Sequence[StatementDraft], coreference: Coreference, lex: Lexicon
) -> list[StatementDraft]:
    """The statements after the model has spoken; all as they are where there is none."""
    told = asked(draft.analysis.reading)
    if told is None:
        return list(statements)
    kept = believed(draft, statements, told)
    judge = _Judge(draft, coreference, lex, told, kept)
    for statement in kept:
        judge.mend(statement)
    return kept + list(judge.missed(kept))


@dataclass
class _Judge:
    draft: Draft
    coreference: Coreference
    lex: Lexicon
    told: Told
    statements: Sequence[StatementDraft]

    @cached_property
    def _contents(self) -> dict[int, Contents]:
        """What the cues of each window say of its words: those that rules have read, and those the model is sure of."""
        anchors: dict[int, set[int]] = {id(window): set() for window in self.told.reading.windows}
        for statement in self.statements:
            window, row = self._at(_anchor(statement))
            if window is not None:
                anchors[id(window)].add(row)
        for window in self.told.reading.windows:
            begins = window.probabilities("cue")[:, window.labels["cue"].index("B")]
            anchors[id(window)] |= set(np.flatnonzero(begins >= NEW).tolist())
        analysis = self.draft.analysis
        return {
            id(window): Contents(window, sorted(anchors[id(window)]), analysis) for window in self.told.reading.windows
        }

    # ------------------------------------------------------------ what rules have read

    def mend(self, statement: StatementDraft) -> None:
        """Give a statement the content, the source and the act that the model surely prefers."""
        window, row = self._at(_anchor(statement))
        if window is None:
            return
        cue = window.probabilities("cue")[row, window.labels["cue"].index("B")] if statement.cue else None
        statement.why["cue"] = (statement.why["cue"][0], None if cue is None else float(cue))
        self._mend_content(statement, window, row)
        self._mend_source(statement, window, row)
        self._mend_act(statement, window, row)

    def _at(self, offset: int) -> tuple[Window | None, int]:
        window = self.told.window(offset)
        rows = window.rows(offset, offset + 1) if window else range(0)
        return (window, rows.start) if rows else (None, 0)

    def _mend_content(self, statement: StatementDraft, window: Window, row: int) -> None:
        by = statement.why["cue"][0]
        statement.why["content"] = (by, None)
        if any(start < window.start or end > window.end for start, end in statement.content):
            return
        contents = self._contents[id(window)]
        # What a verb that does more than say is done to stands right behind it.
        certain = statement.form == "nominal" and statement.act != "say"
        found = [] if certain else contents.of(row)
        margin = _margin(statement, found)
        if found and contents.likelihood(row, found) > contents.likelihood(row, statement.content) + margin:
            statement.content, by = found, "head inside"
            statement.form = self._form(found, statement.form)
        statement.why["content"] = (by, contents.agreement(row, statement.content))

    def _mend_source(self, statement: StatementDraft, window: Window, row: int) -> None:
        ranked = self._ranked(window, row)
        by = statement.why["cue"][0]
        if ranked:
            score, entity, place = ranked[0]
            own = max((each for each, known, _ in ranked if known is statement.source), default=None)
            if statement.source is None:
                better = score > SOURCELESS
            else:
                better = own is not None and score > 0 and score > own + SOURCE
            if better and entity is not statement.source:
                statement.source, statement.source_span, by = entity, place, "head speaker"
        statement.why["source"] = (by, _lead(ranked, statement.source))

    def _mend_act(self, statement: StatementDraft, window: Window, row: int) -> None:
        chances = _acts(window, row, statement.content)
        best, by = int(chances.argmax()), statement.why["cue"][0]
        if np.log(chances[best]) > np.log(chances[ACTS.index(statement.act)]) + ACT:
            statement.act, by = _act(best), "head act"
        statement.why["act"] = (by, float(chances[ACTS.index(statement.act)]))

    # ------------------------------------------------------------ what they have not

    def missed(self, known: Sequence[StatementDraft]) -> Iterator[StatementDraft]:
        """Statements whose cue the model surely takes for one, and no rule has read."""
        cues = [statement.cue for statement in known if statement.cue is not None]
        for window in self.told.reading.windows:
            near = [statement for statement in known if window.start <= statement.start < window.end]
            begins = window.probabilities("cue")[:, window.labels["cue"].index("B")]
            for row in np.flatnonzero(begins >= NEW):
                cue = self._cue(window, int(row))
                if any(start < cue[1] and cue[0] < end for start, end in cues):
                    continue
                statement = self._new(window, int(row), cue)
                if statement is not None and not any(_same(statement, other) for other in near):
                    near.append(statement)
                    yield statement

    def _cue(self, window: Window, row: int) -> Place:
        """The whole words of a cue that begins with a unit."""
        last = window.span_end("cue", row)
        tokens = self.draft.analysis.tokens_in(window.units[row].start, window.units[last].end)
        return (tokens[0].start, tokens[-1].end) if tokens else (window.units[row].start, window.units[last].end)

    def _new(self, window: Window, row: int, cue: Place) -> StatementDraft | None:
        contents = self._contents[id(window)]
        content = contents.of(row)
        if not content:
            return None
        ranked = self._ranked(window, row)
        word = self.draft.analysis.text[slice(*cue)].lower()
        entries = self.lex.cues.get(word, ())
        lemma = entries[0].lemma if entries else self.lex.language.morphology.lemma(word)
        acts = _acts(window, row, content)
        act = _act(int(acts.argmax()))
        statement = StatementDraft(content, cue, lemma, self._form(content, "indirect", fresh=True), act)
        if ranked and ranked[0][0] > 0:
            _, statement.source, statement.source_span = ranked[0]
        chance = float(window.probabilities("cue")[row, window.labels["cue"].index("B")])
        statement.why = {
            "cue": ("head cue", chance), "content": ("head inside", contents.agreement(row, content)),
            "source": ("head speaker", _lead(ranked, statement.source)), "act": ("head act", float(acts.max())),
        }  # fmt: skip
        return statement

    # ------------------------------------------------------------ forms

    def _form(self, content: Sequence[Place], form: StatementForm, *, fresh: bool = False) -> StatementForm:
        """Direct or mixed by quotation marks; else as it was, or by whether a verb is in it."""
        quotes = [(quote.inner_start, quote.inner_end) for quote in self.draft.analysis.quotes]
        quoted = sum(any(first <= start and end <= last for first, last in quotes) for start, end in content)
        if quoted:
            return "direct" if quoted == len(content) else "mixed"
        if not fresh:
            return "indirect" if form in {"direct", "mixed"} else form
        tokens = [token for place in content for token in self.draft.analysis.tokens_in(*place)]
        return "indirect" if any(self._verbal(token.lower) for token in tokens if not token.capital) else "nominal"

    def _verbal(self, word: str) -> bool:
        language = self.lex.language
        closed = language.classes(word) & {"auxiliary", "copula", "negation"}
        return bool(closed) or language.morphology.voice(word) is not None

    # ------------------------------------------------------------ sources

    def _ranked(self, window: Window, row: int) -> list[tuple[float, EntityDraft, Place]]:
        """Those who can be the source, the likeliest first, each with the mention that the cue is tied to most."""
        scores = window.tied(row, "speaker")
        best: dict[int, tuple[float, EntityDraft, Place]] = {}
        mentions = mention_rows(self.draft)
        first, last = (bisect_left(mentions, place, key=itemgetter(0)) for place in (window.start, window.end))
        for start, end, _, entity in mentions[first:last]:
            rows = window.rows(start, end)
            score = float(scores[rows.start : rows.stop].max()) if rows else -np.inf
            if id(entity) not in best or score > best[id(entity)][0]:
                best[id(entity)] = (score, entity, (start, end))
        ranked = sorted(best.values(), key=lambda each: (-each[0], each[2]))
        named = self._tagged(window, scores)
        if named is not None and (not ranked or named[0] > ranked[0][0]):
            ranked.insert(0, named)
        return ranked

    def _tagged(self, window: Window, scores: Scores) -> tuple[float, EntityDraft, Place] | None:
        """The words that the model takes for a source and ties to the cue most, with whom they stand for."""
        chances = window.probabilities("source")
        begin = window.labels["source"].index("B")
        first = max(np.flatnonzero(chances[:, begin] > 0.5), key=lambda at: scores[at], default=None)
        if first is None or scores[first] <= 0:
            return None
        last = window.span_end("source", int(first))
        place = (window.units[int(first)].start, window.units[last].end)
        entity = entity_covering(self.draft, *place) or self.coreference.resolve(*place)
        return (float(scores[first]), entity, place) if entity is not None else None


def _margin(statement: StatementDraft, found: Sequence[Place]) -> float:
    """By how much another content must be the likelier one."""
    if statement.form == "direct":
        return QUOTED
    start, end = statement.content[0]
    longer = len(statement.content) == 1 and bool(found) and found[0][0] == start and found[-1][1] > end
    return FARTHER if longer else CONTENT


def _anchor(statement: StatementDraft) -> int:
    """What a statement hangs on: its cue, or where its content begins."""
    return statement.cue[0] if statement.cue else statement.start


def _lead(ranked: Sequence[tuple[float, EntityDraft, Place]], source: EntityDraft | None) -> float | None:
    """The model's chance that a source is the one, against the likeliest other; without one, that there is none."""
    if source is None:
        return float(1 / (1 + np.exp(ranked[0][0]))) if ranked else None
    own = next((score for score, entity, _ in ranked if entity is source), None)
    if own is None:
        return None
    other = max((score for score, entity, _ in ranked if entity is not source), default=own - 5.0)
    return float(1 / (1 + np.exp(other - own)))


def _acts(window: Window, row: int, content: Sequence[Place]) -> Scores:
    """The chance of each act: what the cue says, and the mean of what the content says."""
    rows = [unit for place in content for unit in window.rows(*place)]
    scores = window.out["act"][row] + (window.out["said"][rows].mean(0) if rows else 0.0)
    powers: Scores = np.exp(scores - scores.max())
    shares: Scores = powers / powers.sum()
    return shares


def _act(number: int) -> Act:
    return _ACTS[number]


def _same(one: StatementDraft, other: StatementDraft) -> bool:
    """Whether most of what two statements have as content is the same."""
    mine, theirs = ({at for start, end in each.content for at in range(start, end)} for each in (one, other))
    return len(mine & theirs) >= 0.6 * len(mine | theirs)


_ACTS: tuple[Act, ...] = ACTS  # type: ignore[assignment]
