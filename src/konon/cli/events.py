"""`konon events` and `konon event`: what happened, over all reports, and what people decided on it."""

from dataclasses import asdict
from typing import Annotated

import typer

from konon.archive import Archive, FoundEvent, ToldEvent
from konon.cli.deciding import SOMEBODY, By, Note, Withdraw, tell_decision, write_decisions
from konon.cli.output import Rows, ToRows, Where, write_rows
from konon.compare.reasons import in_words
from konon.settings import Settings

_COLUMNS = ("day", "type", "what", "place", "actors", "recipients", "reports", "numbers", "event")
_TOLD_COLUMNS = ("score", "day", "outlet", "title", "trigger", "place", "why", "event")
_DECISION_COLUMNS = ("one", "other", "same")


def events(
    query: Annotated[str, typer.Argument(help="Fields, such as 'type:ASSAULT place:Gaza after:2024-03'.")] = "",
    size: Annotated[int, typer.Option(min=1, max=10_000, help="How many at most.")] = 50,
    after: Annotated[str | None, typer.Option(metavar="PLACE", help="Go on here, as told by the page before.")] = None,
    to: ToRows = Rows.TABLE,
    archive: Where = None,
) -> None:
    """Find events, the newest first; what several reports tell of is one event.

    Fields: type, actor, place, after, before. A minus excludes, a comma gives a choice.
    """
    with Archive(Settings.gather({"archive": archive}).archive) as kept:
        page = kept.events(query, size=size, after=after)
    write_rows([_row(found) for found in page.items], to, columns=_COLUMNS)
    more = f"; go on with --after {page.next}" if page.next else ""
    total = page.total if page.exact else f"more than {page.total}"
    typer.echo(f"konon: {len(page.items)} of {total} events{more}", err=True)


def event(  # noqa: PLR0917 - one command, whose options Typer gives by name
    event: Annotated[
        str | None, typer.Argument(metavar="EVENT", help="As `konon events` gives it; else the decisions are told.")
    ] = None,
    join: Annotated[str | None, typer.Option(metavar="EVENT", help="Decide that this one is the same.")] = None,
    part: Annotated[str | None, typer.Option(metavar="EVENT", help="Decide that this one is another.")] = None,
    withdraw: Withdraw = None,
    by: By = SOMEBODY,
    note: Note = None,
    to: ToRows = Rows.TABLE,
    archive: Where = None,
) -> None:
    """Tell which reports tell an event, how alike they are and why; or decide which of them do.

    Without an event: all decisions, also those that were taken back.
    """
    if event is None and (join or part):
        raise typer.BadParameter("name the event that is to be joined or parted.", param_hint="EVENT")
    with Archive(Settings.gather({"archive": archive}).archive) as kept:
        if withdraw is not None:
            kept.withdraw_event(withdraw)
        if event is None:
            write_decisions(kept.event_decisions(), to, columns=_DECISION_COLUMNS)
            return
        for other, decide in ((join, kept.join_events), (part, kept.part_events)):
            if other is not None:
                tell_decision(decide(event, other, by=by, note=note))
        rows = [_told_row(told) for told in kept.event(event).told]
    write_rows(rows, to, columns=_TOLD_COLUMNS)


def _row(found: FoundEvent) -> dict[str, object]:
    row = asdict(found)
    what = " ".join(filter(None, (found.trigger, f"({found.mode})" if found.mode else "",
                                  "" if found.status == "happened" else found.status)))  # fmt: skip
    return {**row, "what": what, "actors": ", ".join(found.actors), "recipients": ", ".join(found.recipients)}


def _told_row(told: ToldEvent) -> dict[str, object]:
    decided = f"decision {told.decision}" if told.decision is not None else ""
    through = f"by {told.via}" if told.via else ""
    why = " · ".join(filter(None, (decided, through, in_words(told.reasons))))
    return {**asdict(told), "why": why}
