"""What is lost on damaged reports, against the same reports clean."""

from collections.abc import Mapping

from konon.evaluation.scores import Evaluation
from konon.evaluation.sheet import LINES

CLEAN = "clean"
# The lines of the table as heads of columns, in the same order.
_HEADS = (
    "content", "+source", "+act", "form", "by char", "links", "counts", "+who", "events", "+actors", "+status",
    "ties", "entities", "dates",
)  # fmt: skip
_WIDTH = 9


def losses(evaluations: Mapping[str, Evaluation]) -> dict[str, dict[str, dict[str, float]]]:
    """For each kind of damage and each line its F1, and how much of the clean reports' is lost, with four decimals."""
    clean = evaluations[CLEAN].tallies
    return {
        kind: {
            line: {"f1": round(scored.tallies[line].f1, 4), "lost": round(clean[line].f1 - scored.tallies[line].f1, 4)}
            for line in LINES
        }
        for kind, scored in evaluations.items()
    }


def compared(evaluations: Mapping[str, Evaluation]) -> str:
    """A table: a row of F1 for each kind of damage, and under it what that kind loses; a column for each line."""
    rows = [_row("F1", _HEADS)]
    for kind, lines in losses(evaluations).items():
        rows.append(_row(kind, [f"{lines[line]['f1']:.3f}" for line in LINES]))
        if kind != CLEAN:
            rows.append(_row("  lost", [f"{-lines[line]['lost']:+.3f}" for line in LINES]))
    breaches = sum(len(scored.breaches) for scored in evaluations.values())
    return "\n".join([f"{len(evaluations[CLEAN].texts)} reports; {breaches} breaches of what must hold", *rows])


def _row(head: str, cells: list[str] | tuple[str, ...]) -> str:
    return f"{head:<10}" + "".join(f"{cell:>{_WIDTH}}" for cell in cells)
