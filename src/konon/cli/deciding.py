"""Options of the commands by which people decide."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from konon.cli.output import Rows, write_rows

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

By = Annotated[str, typer.Option(metavar="NAME", help="Who decides.", envvar=["KONON_BY", "USER"])]
Note = Annotated[str | None, typer.Option(metavar="WORDS", help="Why it is decided so.")]
Withdraw = Annotated[int | None, typer.Option(metavar="NUMBER", help="Take this decision back.")]
SOMEBODY = "somebody"


def write_decisions(decisions: "Sequence[DataclassInstance]", to: Rows, *, columns: Sequence[str]) -> None:
    """Print decisions, also those that were taken back."""
    rows: list[dict[str, Any]] = [asdict(decision) for decision in decisions]
    write_rows(rows, to, columns=("key", *columns, "by", "note", "made", "withdrawn"))


def tell_decision(number: int) -> None:
    """Tell the number by which a decision is taken back."""
    typer.echo(f"konon: decision {number}", err=True)
