"""`konon resolve`: which names are one actor, as far as a person has to say."""

from collections.abc import Sequence
from dataclasses import asdict
from enum import StrEnum
from typing import Annotated, Any

import typer

from konon.archive import ActorDecision, Archive
from konon.cli.output import Rows, ToRows, Where, write_rows
from konon.settings import Settings

_COLUMNS = ("score", "one_name", "other_name", "reasons", "one", "other")
_ALL_COLUMNS = ("id", "verdict", "score", "one_name", "other_name", "by", "at", "note", "withdrawn")


class Verdict(StrEnum):
    """What is decided."""

    SAME = "same"
    OTHER = "other"


def resolve(  # noqa: PLR0917 - one command, whose options Typer gives by name
    verdict: Annotated[
        Verdict | None, typer.Argument(help="Whether two names are one actor.", case_sensitive=False)
    ] = None,
    names: Annotated[list[str] | None, typer.Argument(metavar="ID ID", help="The ids of two names.")] = None,
    by: Annotated[str, typer.Option(metavar="NAME", help="Who decides.")] = "",
    note: Annotated[str | None, typer.Option(metavar="WORDS", help="Why.")] = None,
    undo: Annotated[str | None, typer.Option(metavar="DECISION", help="Take a decision back, by its id.")] = None,
    all_: Annotated[bool, typer.Option("--all", help="List all decisions, also those that were taken back.")] = False,
    size: Annotated[int, typer.Option(min=1, max=10_000, help="How many are listed at most.")] = 50,
    to: ToRows = Rows.TABLE,
    archive: Where = None,
) -> None:
    """List names that may be of one actor, or decide: konon resolve same ID ID --by NAME.

    Konon joins names by itself where it is sure; each decision can be taken back.
    """
    if len(names or []) != (2 if verdict else 0) or ((verdict or undo) and not by.strip()):
        raise typer.BadParameter("give same or other, two ids and --by NAME; or --undo DECISION --by NAME; or nothing")
    with Archive(Settings.gather({"archive": archive}).archive) as kept:
        if undo:
            _write([kept.withdraw_actors(undo, by=by)], to, columns=_ALL_COLUMNS)
        elif verdict and names:
            made = kept.decide_actors(names[0], names[1], same=verdict is Verdict.SAME, by=by, note=note)
            _write([made], to, columns=_ALL_COLUMNS)
        elif all_:
            _write(kept.actor_decisions(size=size), to, columns=_ALL_COLUMNS)
        else:
            _write(kept.doubtful_actors(size=size), to, columns=_COLUMNS)


def _write(found: Sequence[ActorDecision], to: Rows, *, columns: Sequence[str]) -> None:
    rows = [asdict(decision) for decision in found]
    write_rows([_plain(row) for row in rows] if to is not Rows.JSON else rows, to, columns=columns)


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    told = ", ".join(f"{reason['name']} {reason['weight']:+.2f}" for reason in row["reasons"])
    return {**row, "reasons": told, "score": f"{row['score']:.2f}"}
