"""`konon denials`: what was denied, rejected or confirmed, and by whom."""

from dataclasses import asdict
from typing import Annotated

import typer

from konon.archive import Archive, Denial
from konon.cli.output import Rows, ToRows, Where, write_rows
from konon.compare.reasons import in_words
from konon.settings import Settings

_COLUMNS = ("sure", "score", "day", "source", "act", "content", "answered_source", "answered", "reports", "why")


def denials(
    of: Annotated[
        str | None,
        typer.Argument(metavar="STATEMENT|REPORT", help="A statement or report; without it the latest of all."),
    ] = None,
    size: Annotated[int, typer.Option(min=1, max=10_000, help="How many at most.")] = 50,
    to: ToRows = Rows.TABLE,
    archive: Where = None,
) -> None:
    """Tell what denies, rejects or confirms a statement, also as other reports tell it, or what these answer.

    What is doubtful is listed as `likely`; what a report ties itself has a score of 1.
    """
    with Archive(Settings.gather({"archive": archive}).archive) as kept:
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
