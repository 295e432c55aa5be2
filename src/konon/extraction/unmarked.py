"""The stage `unmarked`: quotations of several sentences in a report that has lost its quotation marks.

Only their last sentence has the cue behind it. Where the page kept its lines, the quotation begins with its line.
"""

from bisect import bisect_left, bisect_right

from konon.extraction.draft import Draft, StatementDraft
from konon.extraction.stage import stage
from konon.language.analysis import Stretch
from konon.language.base import Language

# A report with a quotation this long has not lost its marks; so many sentences of one can stand before its last.
_MARKED, _MOST = 40, 6
_BEFORE_CUE = (",", "?", "!")


@stage("unmarked", needs={"statements"}, gives={"statements.unmarked"})
def unmarked(draft: Draft, language: Language) -> None:
    """Give statements with their cue behind them the sentences before theirs on the same line, with what others say."""
    del language
    analysis = draft.analysis
    if len(analysis.paragraphs) < 2 or any(one.inner_end - one.inner_start >= _MARKED for one in analysis.quotes):
        return
    cued: dict[int, list[StatementDraft]] = {}
    for statement in draft.statements:
        if statement.cue is not None:
            cued.setdefault(analysis.period_at(statement.cue[0]).start, []).append(statement)
    for statement in draft.statements:
        if _closed_by_cue(draft, statement):
            for period in _before(draft, statement):
                said = cued.get(period.start, [])
                if any(other.source in (None, statement.source) for other in said):
                    break
                statement.content[0] = (period.start, statement.content[0][1])
                for other in said:
                    other.within = other.within or statement
    draft.statements.sort(key=lambda statement: (statement.start, statement.cue or (0, 0)))


def _closed_by_cue(draft: Draft, statement: StatementDraft) -> bool:
    """Whether the content is a whole sentence's beginning, and a comma and the cue follow it."""
    analysis, end = draft.analysis, statement.content[0][1]
    if statement.within is not None or statement.cue is None or statement.cue[0] < end:
        return False
    opens = analysis.sentence_at(statement.start).start == statement.start
    return opens and analysis.text[end : statement.cue[0]].strip() in _BEFORE_CUE


def _before(draft: Draft, statement: StatementDraft) -> list[Stretch]:
    """The sentences before a statement on its line, the nearest first; none of the report's first line."""
    analysis, start = draft.analysis, statement.start
    line = analysis.paragraphs[max(0, bisect_right(analysis.paragraphs, start, key=lambda each: each.start) - 1)]
    last = bisect_left(analysis.periods, start, key=lambda each: each.start)
    before = analysis.periods[max(0, last - _MOST) : last]
    return [period for period in reversed(before) if max(1, line.start) <= period.start]
