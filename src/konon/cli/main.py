"""The command `konon` with all its commands."""

import io
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from types import MappingProxyType
from typing import Annotated

import typer

from konon import __version__
from konon.cli.model import model
from konon.cli.read import example, read
from konon.cli.schema import schema
from konon.errors import KononError

# Commands that use the archive, and where they stand: loaded when they are asked for, since databases take a while.
_LATER: Mapping[str, str] = MappingProxyType({
    "add": "konon.cli.add:add",
    "archive": "konon.cli.archive:archive",
    "counts": "konon.cli.counts:counts",
    "denials": "konon.cli.denials:denials",
    "event": "konon.cli.events:event",
    "events": "konon.cli.events:events",
    "explore": "konon.cli.explore:explore",
    "history": "konon.cli.search:history",
    "lineage": "konon.cli.lineage:lineage",
    "origins": "konon.cli.origins:origins",
    "reread": "konon.cli.add:reread",
    "resolve": "konon.cli.resolve:resolve",
    "search": "konon.cli.search:search",
    "tellings": "konon.cli.tellings:tellings",
})  # fmt: skip

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


@cache
def _load(name: str) -> None:
    """Make a command known that is loaded late."""
    module, _, within = _LATER[name].partition(":")
    found = getattr(import_module(module), within)
    if isinstance(found, typer.Typer):
        app.add_typer(found, name=name)
    else:
        app.command(name)(found)


def _load_asked(words: Sequence[str]) -> None:
    """Make the command known that these words begin with; all, where they ask for help or for one that isn't there."""
    asked = next((word for word in words if not word.startswith("-")), "")
    early = {command.name or getattr(command.callback, "__name__", "") for command in app.registered_commands}
    for name in [asked] if asked in _LATER else [] if asked in early else _LATER:
        _load(name)


def run() -> None:
    """Run the command line; an error ends as a line on stderr and exit code 1, wrong usage as exit code 2."""
    for stream in (sys.stdout, sys.stderr):
        # A record is UTF-8 wherever it goes, also where the locale is not.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    _load_asked(sys.argv[1:])
    try:
        app()
    except KononError as error:
        typer.echo(f"konon: {error}", err=True)
        raise SystemExit(1) from None
