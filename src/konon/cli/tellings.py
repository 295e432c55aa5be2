"""`konon tellings`: who else tells a statement, and what people decided on it."""

from dataclasses import asdict
from typing import Annotated

import typer

from konon.archive import Archive, Told
from konon.cli.deciding import SOMEBODY, By, Note, Withdraw, tell_decision, write_decisions
from konon.cli.output import Rows, ToRows, Where, write_rows
from konon.compare.reasons import in_words
from konon.settings import Settings

_COLUMNS = ("score", "day", "outlet", "source", "act", "content", "why", "statement")
_DECISION_COLUMNS = ("one", "other", "same")


def tellings(  # noqa: PLR0917 - one command, whose options Typer gives by name
    statement: Annotated[
        str | None, typer.Argument(metavar="STATEMENT", help="As `konon search` gives it; else the decisions are told.")
    ] = None,
    join: Annotated[str | None, typer.Option(metavar="STATEMENT", help="Decide that this one is the same.")] = None,
    part: Annotated[str | None, typer.Option(metavar="STATEMENT", help="Decide that this one is another.")] = None,
    withdraw: Withdraw = None,
    by: By = SOMEBODY,
    note: Note = None,
    to: ToRows = Rows.TABLE,
    archive: Where = None,
) -> None:
    """Tell which reports tell a statement, how alike their words are and why; or decide which of them do.

    Without a statement: all decisions, also those that were taken back.
    """
    if statement is None and (join or part):
        raise typer.BadParameter("name the statement that is to be joined or parted.", param_hint="STATEMENT")
    with Archive(Settings.gather({"archive": archive}).archive) as kept:
        if withdraw is not None:
            kept.withdraw_telling(withdraw)
        if statement is None:
            write_decisions(kept.telling_decisions(), to, columns=_DECISION_COLUMNS)
            return
        for other, decide in ((join, kept.join_tellings), (part, kept.part_tellings)):
            if other is not None:
                tell_decision(decide(statement, other, by=by, note=note))
        rows = [_row(told) for told in kept.tellings(statement)]
    write_rows(rows, to, columns=_COLUMNS)


def _row(told: Told) -> dict[str, object]:
    decided = f"decision {told.decision}" if told.decision is not None else ""
    through = f"by {told.via}" if told.via else ""
    why = " · ".join(filter(None, (decided, through, in_words(told.reasons))))
    reasons = [asdict(reason) for reason in told.reasons]
    return {"score": told.score, **asdict(told.found), "why": why, "reasons": reasons}
