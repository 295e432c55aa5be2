"""Reports damaged as feeds and scrapers damage them, with the places of their gold records carried along.

What is damaged, and how, hangs on the report's text alone: the same report is damaged alike every time. The gold record
says what it said of the clean report, as a reader would who sees through the damage; only the form of statements
changes that lost their quotation marks.
"""

from collections.abc import Callable
from random import Random

from konon.evaluation.damage.dates import mistyped
from konon.evaluation.damage.edits import carried
from konon.evaluation.damage.glue import glued
from konon.evaluation.damage.marks import flattened, unquoted
from konon.evaluation.damage.tails import trailed
from konon.evaluation.gold import GoldReport

__all__ = ["DAMAGES", "carried", "damaged"]

# In the order in which they come over a report that has all of them.
DAMAGES: dict[str, Callable[[GoldReport, Random], GoldReport]] = {
    "quotes": unquoted, "dates": mistyped, "glued": glued, "teasers": trailed, "paragraphs": flattened,
}  # fmt: skip
_ALL = "all"


def damaged(gold: GoldReport, kind: str) -> GoldReport:
    """The report with one kind of damage, or with `all`; itself where it has nothing that could be damaged so."""
    worse = gold
    for name in DAMAGES if kind == _ALL else (kind,):
        worse = DAMAGES[name](worse, Random(f"{name} {gold.sha256}"))
    return worse
