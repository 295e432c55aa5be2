"""What a page put behind a report: teasers of other reports, and summaries made by machine."""

import tomllib
from functools import cache
from importlib import resources
from random import Random

from konon.evaluation.damage.edits import Edit, carried
from konon.evaluation.gold import GoldReport

_KINDS = ("lead", "capital", "headline", "summary")
_MOST = 3


def trailed(gold: GoldReport, dice: Random) -> GoldReport:
    """The report with one to three teasers or a summary of it at its end, on lines of their own where it has lines."""
    rows = _table()
    kind = dice.choice(_KINDS)
    lines = dice.sample(rows[kind], k=1 if kind == "summary" else dice.randint(1, _MOST))
    between = "\n" if "\n" in gold.text.strip() else " "
    tail = between.join(_filled(line["text"], gold) for line in lines)
    return carried(gold, [Edit(len(gold.text), len(gold.text), between + tail)])


def _filled(line: str, gold: GoldReport) -> str:
    """The line with the names of the report's own people and places in its gaps; made-up ones where it has none."""
    names = {row["kind"]: row["text"] for row in _table()["name"]}
    own = {entity.kind: entity.name for entity in reversed(gold.entities) if entity.kind in names}
    return line.format(**names | own)


@cache
def _table() -> dict[str, list[dict[str, str]]]:
    file = resources.files(__package__ or "konon.evaluation.damage") / "tails.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))
