"""`konon denials`: what was denied, rejected or confirmed, by whom, and what people decided on it."""

from dataclasses import asdict
from typing import Annotated

import typer

from konon.archive import Archive, Denial
from konon.cli.deciding import SOMEBODY, By, Note, Withdraw, tell_decision, write_decisions
from konon.cli.output import Rows, ToRows, Where, write_rows
from konon.compare.reasons import in_words
from konon.settings import Settings

_COLUMNS = ("sure", "score", "day", "source", "act", "content", "answered_source", "answered", "reports", "why")
_DECISION_COLUMNS = ("denial", "answered", "answers")


def denials(  # noqa: PLR0917 - one command, whose options Typer gives by name
    of: Annotated[
        str | None,
        typer.Argument(metavar="STATEMENT|REPORT", help="A statement or report; without it the latest of all."),
    ] = None,
    answers: Annotated[
        str | None, typer.Option(metavar="STATEMENT|EVENT", help="Decide that the statement answers this.")
    ] = None,
    answers_not: Annotated[
        str | None, typer.Option(metavar="STATEMENT|EVENT", help="Decide that it does not answer this.")
    ] = None,
    withdraw: Withdraw = None,
    decisions: Annotated[
        bool, typer.Option("--decisions", help="List all decisions, also those that were taken back.")
    ] = False,
    by: By = SOMEBODY,
    note: Note = None,
    size: Annotated[int, typer.Option(min=1, max=10_000, help="How many at most.")] = 50,
    to: ToRows = Rows.TABLE,
    archive: Where = None,
) -> None:
    """Tell what denies, rejects or confirms a statement, also as other reports tell it, or what these answer.

    What is doubtful is listed as `likely`; what a report ties itself has a score of 1. Or decide what a denial answers.
    """
    if of is None and (answers or answers_not):
        raise typer.BadParameter("name the statement that answers it or not.", param_hint="STATEMENT")
    with Archive(Settings.gather({"archive": archive}).archive) as kept:
        if withdraw is not None:
            kept.withdraw_denial(withdraw)
        for verdict, answered in ((True, answers), (False, answers_not)):
            if of is not None and answered is not None:
                tell_decision(kept.decide_denial(of, answered, answers=verdict, by=by, note=note))
        if decisions:
            write_decisions(kept.denial_decisions(), to, columns=_DECISION_COLUMNS)
            return
        rows = [_row(found) for found in kept.denials(of, size=size)]
    write_rows(rows, to, columns=_COLUMNS)
    doubtful = sum(row["sure"] == "likely" for row in rows)
    typer.echo(f"konon: {len(rows)} answers, {doubtful} of them doubtful", err=True)


def _row(found: Denial) -> dict[str, object]:
    answered = found.answers
    return {
        "sure": "sure" if found.sure else "likely", "score": found.score, "day": found.denial.day,
        "source": found.denial.source, "act": found.denial.act, "content": found.denial.content,
        "outlet": found.denial.outlet, "statement": found.denial.statement,
        "answered_source": answered.source if answered else None, "answered_day": answered.day if answered else None,
        "answered": answered.content if answered else found.event_words,
        "answered_outlet": answered.outlet if answered else None,
        "answered_id": answered.statement if answered else found.event,
        "part": "statement" if answered else "event", "reports": found.reports, "within": found.within,
        "why": in_words(found.reasons), "reasons": [asdict(reason) for reason in found.reasons],
    }  # fmt: skip
