"""`konon origins`: where a statement that many reports tell comes from."""

from dataclasses import asdict
from typing import Annotated

import typer

from konon.archive import Archive, Origin
from konon.cli.output import Rows, ToRows, Where, write_rows
from konon.settings import Settings

_COLUMNS = ("name", "certainty", "outlets", "ways", "first", "first_outlet")


def origins(
    statement: Annotated[str, typer.Argument(metavar="STATEMENT", help="A statement, as `konon search` gives it.")],
    to: ToRows = Rows.TABLE,
    archive: Where = None,
) -> None:
    """Tell from how many origins a statement comes: the distinct ends of the chains by which reports had it.

    An origin is `named` where reports name who had it from the source; `medium` where they only tell in what it was
    said, such as a letter; `untold` where an outlet tells nothing of how it had it.
    """
    with Archive(Settings.gather({"archive": archive}).archive) as kept:
        found = kept.origins(statement)
    rows = [asdict(origin) for origin in found.origins]
    write_rows(rows if to is Rows.JSON else [_flat(origin) for origin in found.origins], to, columns=_COLUMNS)
    can_be = f" (can be {found.least} to {found.most})" if found.least != found.most else ""
    typer.echo(f"konon: outlets {found.outlets}, origins {len(found.origins)}{can_be}", err=True)


def _flat(origin: Origin) -> dict[str, object]:
    """An origin with its outlets and ways each in one cell."""
    return {**asdict(origin), "outlets": ", ".join(origin.outlets), "statements": ", ".join(origin.statements),
            "ways": "; ".join(" → ".join(way) for way in origin.ways)}  # fmt: skip
