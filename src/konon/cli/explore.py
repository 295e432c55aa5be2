"""`konon explore`: an archive looked at in a browser."""

import os
from contextlib import ExitStack
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from konon.archive import Archive
from konon.archive.schema import HEAD
from konon.cli.add import derived
from konon.cli.progress import shown
from konon.errors import KononError, ServerError
from konon.examples.demo import documents, place
from konon.pipeline import read_many
from konon.settings import Settings

_NEEDED = ("fastapi", "uvicorn")


def explore(  # noqa: PLR0917 - Typer gives them by name
    archive: Annotated[
        str | None, typer.Argument(metavar="ARCHIVE", help="A file or the URL of a server; else the usual one.")
    ] = None,
    demo: Annotated[bool, typer.Option("--demo", help="Explore example reports, which are invented.")] = False,
    host: Annotated[str, typer.Option(help="Another than 127.0.0.1 is only answered with a token.")] = "127.0.0.1",
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="Listen here; else the first free one.")] = None,
    token: Annotated[
        str | None, typer.Option(envvar="KONON_TOKEN", help="Who has it may look; made where one is needed.")
    ] = None,
    rate: Annotated[float, typer.Option(min=0, help="Requests a second that one client has; 0 for any.")] = 50,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes that answer; more for many people.")] = 1,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Open no browser.")] = False,
    edit: Annotated[bool, typer.Option("--edit", help="Let records be corrected and reports be added.")] = False,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="With --edit: who does so; else asked for.")] = None,
    private: Annotated[
        bool, typer.Option("--private", help="With --edit: fetch addresses of private networks too.")
    ] = False,
) -> None:
    """Look at an archive in a browser: find who said what, through whom."""
    if demo and archive:
        raise typer.BadParameter("Give an archive or --demo, not both.")
    if (by is not None or private) and not edit:
        raise typer.BadParameter("--by and --private go with --edit.")
    if edit and workers > 1:
        raise typer.BadParameter("--edit goes with one process: --workers 1.")
    missing = [name for name in _NEEDED if find_spec(name) is None]
    if missing:
        raise ServerError("is not installed.", subject=missing[0], remedy="pip install 'konon[server]'")
    # Its packages are an extra, so that the module can be loaded only where they are.
    serve = import_module("konon.explore.serve").serve
    settings = Settings.gather({"archive": archive})
    with ExitStack() as stack:
        where = examples() if demo else settings.archive
        if demo and edit:
            where = _own_copy(where, Path(stack.enter_context(TemporaryDirectory(prefix="konon-"))))
        # Where reports can be added, an archive may begin empty.
        kept = stack.enter_context(Archive(where, create=edit))
        editing = _editing(kept, settings, by=by, private=private) if edit else None
        serve(kept, host=host, port=port, token=token or None, browser=not no_browser, demo=demo, rate=rate,
              workers=workers, where=where, editing=editing)  # fmt: skip


def _editing(kept: Archive, settings: Settings, *, by: str | None, private: bool) -> object:
    # As above.
    explore_editing = import_module("konon.explore.editing")
    name = None if by is None else explore_editing.named(by)
    if by is not None and name is None:
        raise typer.BadParameter("is no name.", param_hint="--by")
    adding = import_module("konon.explore.adding").Adding(kept, settings=settings, private=private)
    return explore_editing.Editing(adding, by=name)


def _own_copy(where: str, folder: Path) -> str:
    """A copy of the example reports, so that they stay as they are for the next time."""
    with Archive(where) as made:
        return str(made.backup(folder / "demo.db"))


def examples() -> str:
    """The archive of the example reports, which are read when they are first asked for."""
    kept = place(HEAD)
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        # Under a name of its own until it is whole, so that no other run takes a part for all.
        part = kept.with_suffix(f".{os.getpid()}")
        part.unlink(missing_ok=True)
        reports = documents()
        with Archive(part, create=True) as made:
            for found in shown(read_many(reports), len(reports)):
                if isinstance(found, KononError):
                    raise found
                made.add(found)
        part.replace(kept)
    with Archive(kept) as made:
        derived(made)
    return str(kept)
