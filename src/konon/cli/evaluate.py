"""`konon evaluate`: how good the records of a gold folder's reports are."""

import json
from collections.abc import Collection, Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from konon import evaluation
from konon.cli.progress import shown
from konon.errors import GoldError
from konon.evaluation import Evaluation, GoldReport, Mistake, by_cause
from konon.record import Record, cut


class Form(StrEnum):
    """How the scores are written."""

    TABLE = "table"
    JSON = "json"


class Damage(StrEnum):
    """What the reports suffer before they are read: one kind, all of them, or a table of each."""

    QUOTES = "quotes"
    DATES = "dates"
    GLUED = "glued"
    TEASERS = "teasers"
    PARAGRAPHS = "paragraphs"
    ALL = "all"
    EACH = "each"


def evaluate(
    folder: Annotated[Path, typer.Argument(metavar="GOLD_FOLDER", help="A folder with reports.jsonl and gold.jsonl.")],
    *,
    part: Annotated[str | None, typer.Option(help="Only the reports of this part, such as dev.")] = None,
    errors: Annotated[int, typer.Option(min=0, help="Show this many mistakes of each kind and cause.")] = 0,
    html: Annotated[Path | None, typer.Option(help="Write a page of the mistakes, each in its sentence.")] = None,
    to: Annotated[Form, typer.Option(help="How the scores are written.")] = Form.TABLE,
    records: Annotated[Path | None, typer.Option(help="Score the records of this file, one a line.")] = None,
    damage: Annotated[
        Damage | None, typer.Option(help="Damage the reports before they are read; `each` compares.")
    ] = None,
    least: Annotated[
        float | None, typer.Option(min=0.0, max=1.0, metavar="CHANCE", help="Leave out what is less sure than this.")
    ] = None,
) -> None:
    """Score records against gold reports: precision, recall and F1, line by line, and what breaks a record's rules."""
    golds = evaluation.load_gold(folder, part=part)
    if damage and records:
        raise GoldError("has records already.", subject=str(records), remedy="Give --damage or --records.")
    if damage is Damage.EACH:
        _each(folder, golds, to, least=least)
        return
    if damage:
        scored = _damaged(folder, golds, damage, least=least)
    else:
        found = evaluation.load_records(records) if records else evaluation.read_records(folder, golds)
        scored = _scored(golds, found, least=least)
    if html:
        title = f"Mistakes in {folder.resolve().name}" + (f", part {part}" if part else "")
        title += f", at least {least:.0%} sure" if least else ""
        html.write_text(evaluation.mistakes_page(scored, title=title), encoding="utf-8")
    typer.echo(json.dumps(scored.as_json(), indent=1) if to is Form.JSON else _account(scored, errors))


def _scored(golds: Collection[GoldReport], found: Iterable[Record], *, least: float | None) -> Evaluation:
    sure = found if least is None else (cut(record, least) for record in found)
    return evaluation.evaluate(golds, shown(sure, len(golds)))


def _damaged(folder: Path, golds: list[GoldReport], kind: str, *, least: float | None) -> Evaluation:
    worse = {gold.sha256: evaluation.damaged(gold, kind) for gold in golds}
    instead = {known: gold.text for known, gold in worse.items()}
    return _scored(worse.values(), evaluation.read_records(folder, golds, instead=instead), least=least)


def _each(folder: Path, golds: list[GoldReport], to: Form, *, least: float | None) -> None:
    clean = _scored(golds, evaluation.read_records(folder, golds), least=least)
    kinds = [kind for kind in Damage if kind is not Damage.EACH]
    scored = {evaluation.CLEAN: clean} | {
        kind.value: _damaged(folder, golds, kind, least=least) for kind in kinds
    }  # fmt: skip
    typer.echo(json.dumps(evaluation.losses(scored), indent=1) if to is Form.JSON else evaluation.compared(scored))


def _account(scored: Evaluation, most: int) -> str:
    lines = [scored.table(), *(f"breach: {breach}" for breach in scored.breaches[:20])]
    for kind, causes in by_cause(scored.mistakes).items() if most else ():
        lines.append(f"\n{kind}: {sum(map(len, causes.values()))}")
        for cause, mistakes in causes.items():
            lines.append(f"   {cause}: {len(mistakes)}")
            lines += (line for mistake in mistakes[:most] for line in _told(mistake))
    return "\n".join(lines)


def _told(mistake: Mistake) -> list[str]:
    reasons = [f"         {mistake.reasons}"] if mistake.reasons else []
    return [f"      {mistake.doc}  {mistake.what}", *reasons]
