"""Quotation marks lost, and paragraphs lost."""

import re
from random import Random

from konon.evaluation.damage.edits import Edit, carried
from konon.evaluation.gold import GoldReport, GoldStatement

_MARK = re.compile(r"[\"“”„‟«»＂]|''|``")
_LINES = re.compile(r"[^\S\n]*\n\s*(?=\S)")
# What may stand between a content and its mark: a comma, a point, a space.
_NEAR = 3


def unquoted(gold: GoldReport, _dice: Random) -> GoldReport:
    """The report without its double quotation marks; what stood between them is indirect now."""
    marks = [Edit(match.start(), match.end()) for match in _MARK.finditer(gold.text)]
    statements = tuple(_indirect(said, marks) for said in gold.statements)
    return carried(gold.model_copy(update={"statements": statements}), marks)


def _indirect(said: GoldStatement, marks: list[Edit]) -> GoldStatement:
    lost = any(
        span.start - _NEAR <= mark.start < span.end + _NEAR for span in said.content for mark in marks
    )  # fmt: skip
    return said.model_copy(update={"form": "indirect"}) if lost and said.form in ("direct", "mixed") else said


def flattened(gold: GoldReport, _dice: Random) -> GoldReport:
    """The report in one line, a space for each line break."""
    return carried(gold, [Edit(match.start(), match.end(), " ") for match in _LINES.finditer(gold.text)])
