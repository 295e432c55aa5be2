"""Statements that rules read, weighed by what the reader model says of their cues.

Quotation marks are certain by rule. Elsewhere the model speaks where rules guess: a statement whose cue it surely
doesn't take for one is none.
"""

from bisect import bisect_right
from collections.abc import Sequence

from konon.extraction.draft import Draft, StatementDraft
from konon.language.reader.reading import Reading

# A cue below this probability is none.
LEAST = 0.5


def believed(draft: Draft, statements: Sequence[StatementDraft]) -> list[StatementDraft]:
    """The statements that the model doesn't speak against; what points at one of the others is taken away."""
    reading = draft.analysis.reading
    if reading is None or not reading.windows:
        return list(statements)
    starts = [window.start for window in reading.windows]
    kept = [statement for statement in statements if _believes(reading, starts, statement)]
    dropped = {id(statement) for statement in statements} - {id(statement) for statement in kept}
    draft.pointers[:] = [pointer for pointer in draft.pointers if id(pointer.statement) not in dropped]
    for statement in kept:
        if id(statement.within) in dropped:
            statement.within = None
    return kept


def _believes(reading: Reading, starts: Sequence[int], statement: StatementDraft) -> bool:
    """Whether its cue can be one; quotation marks are certain, and so is a verb that does more than say (*deny*)."""
    certain = statement.form == "direct" or (statement.form == "nominal" and statement.act != "say")
    if statement.cue is None or certain:
        return True
    start, end = statement.cue
    line = reading.windows[max(0, bisect_right(starts, start) - 1)]
    rows = [number for number, unit in enumerate(line.units) if start <= unit.start < end]
    if not rows:
        return True
    sure = 1.0 - float(line.probabilities("cue")[rows, 0].min())
    return sure >= LEAST
