"""`konon archive gold`: what people decided, as gold reports that measure Konon and train it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from konon.archive import Archive
from konon.cli.output import Where
from konon.errors import GoldError
from konon.export.gold import gold_record, gold_report
from konon.settings import Settings

Line = dict[str, Any]


def gold(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Write gold.jsonl and reports.jsonl here.")],
    part: Annotated[str, typer.Option(metavar="NAME", help="What the part is called.")] = "train",
    every: Annotated[
        bool, typer.Option("--every", help="Also reports that nobody has gone through to the end.")
    ] = False,
    archive: Where = None,
) -> None:
    """Write the reports that people went through, with what they decided, for `konon evaluate` and training."""
    if any((folder / name).exists() for name in ("gold.jsonl", "reports.jsonl")):
        raise GoldError("holds gold reports already.", subject=str(folder), remedy="Name a new folder.")
    with Archive(Settings.gather({"archive": archive}).archive) as kept:
        lines = list(_lines(kept, part, checked=not every))
        if not lines:
            remedy = "Go through one: konon explore --edit. Or take all with a decision: --every."
            raise GoldError("no report of it was gone through.", subject=kept.location, remedy=remedy)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, rows in zip(("reports.jsonl", "gold.jsonl"), zip(*lines, strict=True), strict=True):
            text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
            (folder / name).write_text(text, encoding="utf-8")
    except OSError as error:
        raise GoldError(f"can't be written: {error.strerror}.", subject=str(folder)) from error
    typer.echo(f"konon: {len(lines)} reports in {folder}", err=True)


def _lines(kept: Archive, part: str, *, checked: bool) -> Iterator[tuple[Line, Line]]:
    for report in kept.corrections.reports(checked=checked):
        record = kept.record(report)
        standing = [each for each in kept.corrections.of(report) if each.withdrawn is None]
        people = list(dict.fromkeys(each.by for each in standing))
        origin = {"archive": Path(kept.location).name, "by": people, "made": standing[-1].made[:10]}
        yield gold_report(record, report, part=part, origin=origin), gold_record(record, report, part=part)
