"""`konon lineage`: who has the text of a report from whom, what was changed on the way, and what people decided."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Annotated, Any

import typer

from konon.archive import Archive, Lineage, Relative, Verdict
from konon.cli.deciding import SOMEBODY, By, Note, Withdraw, tell_decision, write_decisions
from konon.cli.output import Rows, ToRows, Where, write_rows
from konon.settings import Settings

_TREE_COLUMNS = ("relation", "steps", "day", "outlet", "title", "copied", "why", "report")
_DECISION_COLUMNS = ("origin", "copy", "verdict")
_CHANGE_COLUMNS = ("from", "to", "kind", "before", "after")


def lineage(  # noqa: PLR0917 - one command, whose options Typer gives by name
    report: Annotated[
        str | None,
        typer.Argument(metavar="REPORT", help="A page's URL, or a report's id; else the decisions are told."),
    ] = None,
    changes: Annotated[
        bool, typer.Option("--changes", help="Tell which wordings were changed from one to the next.")
    ] = False,
    copied: Annotated[
        str | None, typer.Option(metavar="REPORT", help="Decide that it has its text from this one.")
    ] = None,
    common: Annotated[
        str | None, typer.Option(metavar="REPORT", help="Decide that it has its text from where this one has it.")
    ] = None,
    apart: Annotated[
        str | None, typer.Option(metavar="REPORT", help="Decide that neither has its text from the other.")
    ] = None,
    withdraw: Withdraw = None,
    by: By = SOMEBODY,
    note: Note = None,
    to: ToRows = Rows.TABLE,
    archive: Where = None,
) -> None:
    """Tell which reports this one has its text from, and which have it from there; the nearest first.

    `copied` is how much of the copy is in the report that it hangs on. Where nobody knows who had it first, it says so.
    Without a report: all decisions, also those that were taken back.
    """
    decided: dict[Verdict, str | None] = {"copied": copied, "common": common, "apart": apart}
    if report is None and (changes or any(decided.values())):
        raise typer.BadParameter("name the report that is meant.", param_hint="REPORT")
    with Archive(Settings.gather({"archive": archive}).archive) as kept:
        if withdraw is not None:
            kept.withdraw_lineage(withdraw)
        if report is None:
            write_decisions(kept.lineage_decisions(), to, columns=_DECISION_COLUMNS)
            return
        for verdict, other in decided.items():
            if other is not None:
                tell_decision(kept.decide_lineage(other, report, verdict, by=by, note=note))
        _write(kept, report, to, changes=changes)


def _write(kept: Archive, report: str, to: Rows, *, changes: bool) -> None:
    found = kept.lineage(report)
    rows = list(_changes(kept, found)) if changes else [_row(relative) for relative in found.relatives]
    write_rows(rows, to, columns=_CHANGE_COLUMNS if changes else _TREE_COLUMNS)
    told = f"{len(found.up)} up, {len(found.down)} down, {len(found.alike)} beside"
    typer.echo(f"konon: {found.report.outlet or found.report.report}, {found.report.day or 'no day'}: {told}", err=True)


def _row(relative: Relative) -> dict[str, Any]:
    """A relative as a row: what it is, how far, and why."""
    report = relative.report
    why = "; ".join(f"{reason.feature} {reason.score:+g}: {reason.one} | {reason.other}" for reason in relative.reasons)
    return {
        "relation": relative.relation, "steps": relative.steps, "day": report.day, "outlet": report.outlet,
        "title": report.title, "copied": f"{relative.copy_share:.0%}", "copy_share": relative.copy_share,
        "origin_share": relative.origin_share, "sentences": relative.sentences, "score": relative.score,
        "why": why, "by": relative.by, "through": relative.through, "url": report.url, "report": report.report,
    }  # fmt: skip


def _changes(kept: Archive, found: Lineage) -> Iterator[dict[str, Any]]:
    """The changed wordings of each step, with the outlets that it goes from and to."""
    outlets = {relative.report.report: relative.report.outlet for relative in found.relatives}
    outlets[found.report.report] = found.report.outlet
    for relative in found.relatives:
        # A copy hangs on what it was copied from, an origin on its copy.
        pair = (relative.through, relative.report.report)
        origin, copy = pair if relative.relation == "copy" else pair[::-1]
        for change in kept.rewordings(origin, copy):
            yield {"from": outlets[origin] or origin, "to": outlets[copy] or copy, "origin": origin, "copy": copy,
                   **asdict(change)}  # fmt: skip
