"""Statements that rules read, weighed by what the reader model says of their cues.

Quotation marks are certain by rule. Elsewhere the model speaks where rules guess: a statement whose cue it doesn't
take for one is none.
"""

from collections.abc import Sequence

from konon.extraction.draft import Draft, StatementDraft
from konon.language.reader.told import Told

# A cue below this probability is none.
LEAST = 0.5


def believed(draft: Draft, statements: Sequence[StatementDraft], told: Told) -> list[StatementDraft]:
    """The statements that the model doesn't speak against; what points at one of the others is taken away."""
    kept = [statement for statement in statements if _believes(told, statement)]
    dropped = {id(statement) for statement in statements} - {id(statement) for statement in kept}
    draft.pointers[:] = [pointer for pointer in draft.pointers if id(pointer.statement) not in dropped]
    for statement in kept:
        if id(statement.within) in dropped:
            statement.within = None
    return kept


def _believes(told: Told, statement: StatementDraft) -> bool:
    """Whether its cue can be one; quotation marks are certain, and so is a verb that does more than say (*deny*)."""
    certain = statement.form == "direct" or (statement.form == "nominal" and statement.act != "say")
    chances = None if certain or statement.cue is None else told.chances("cue", *statement.cue)
    return chances is None or 1 - float(chances[:, 0].min()) >= LEAST
