"""The command `konon` with all its commands."""

import io
import sys
from importlib.util import find_spec
from typing import Annotated

import typer

from konon import __version__
from konon.cli.model import model
from konon.cli.read import example, read
from konon.cli.schema import schema
from konon.errors import KononError

# Plain help and errors: Rich's would cost each run the time to load it.
app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, no_args_is_help=True, add_completion=False)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"konon {__version__}")
        raise typer.Exit


@app.callback()
def konon(
    _version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Read news reports and keep, for every statement, who said it, in what, passed on by whom, printed where."""


app.command()(read)
app.command()(example)
app.command()(schema)
app.command()(model)
if find_spec("konon.cli.evaluate"):
    from konon.cli.evaluate import evaluate

    app.command()(evaluate)


def run() -> None:
    """Run the command line; an error ends as a line on stderr and exit code 1, wrong usage as exit code 2."""
    for stream in (sys.stdout, sys.stderr):
        # A record is UTF-8 wherever it goes, also where the locale is not.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app()
    except KononError as error:
        typer.echo(f"konon: {error}", err=True)
        raise SystemExit(1) from None
