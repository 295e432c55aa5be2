"""Weights of confidences: `python -m training.calibrate --data DATA [--plot FILE]`.

Reads the annotated reports that the model was not trained on (`tune`) with the installed Konon, tells of each part
whether it is right, and fits a logistic regression for each kind of part on what decided it. `least` is the confidence
below which parts are left out: the one at which F1 is highest when each report's confidences come from the weights of
the others. Writes `confidence.json` beside the model and prints the expected calibration error, by cross-validation
over reports and on the part `dev`.
"""

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from konon import read
from konon.evaluation.calibration import Bin, bins, expected_error
from konon.evaluation.gold import GoldReport, load_gold
from konon.evaluation.scores import score_report
from konon.evaluation.sheet import Judged, Sheet
from konon.extraction.confidence import FILE, Weights, confidence, signs, weights_of
from konon.language.base import language
from training.reports import own

KINDS = ("statement", "link", "entity", "event", "count", "relation")
FOLDS, PENALTY, STEPS = 5, 1.0, 30
# A sign that fewer parts have tells nothing.
RARE = 8
# Of thresholds that hardly differ the lowest is taken: who corrects a record misses a part more than one too many.
SLACK = 0.004
# The line of the scorer's table that tells how many parts of a kind the annotations have.
GOLD = {
    "statement": "statements: content + source", "link": "chain links", "entity": "entities", "event": "events: type",
    "count": "counts: value + kind", "relation": "relations",
}  # fmt: skip


def tune(data: Path) -> list[GoldReport]:
    """The annotated reports that the model has not seen."""
    return [
        GoldReport.model_validate({**record, "text": report["text"]}) for report, record in own(data / "raw", "tune")
    ]


def scored(golds: Sequence[GoldReport]) -> list[Sheet]:
    """Of each report, which parts of its record are right."""
    return [score_report(gold, read(gold.text)) for gold in golds]


def least(rows: Sequence[Judged], gold: int) -> float:
    """The lowest confidence at which F1 against so many gold parts is the highest, or hardly below it."""
    ranked = sorted(((row.part.confidence or 0.0, row.right) for row in rows), reverse=True)
    right, scores = 0, {}
    for number, (sure, is_right) in enumerate(ranked, 1):
        right += is_right
        scores[sure] = 2 * right / (number + gold)
    enough = max(scores.values(), default=0.0) - SLACK
    return min((sure for sure, score in scores.items() if score >= enough), default=0.0)


def fitted(rows: Sequence[Judged]) -> dict[str, float]:
    """The weights of a logistic regression with a penalty on their squares, by Newton's method."""
    found = [(dict(signs(row.part)), row.right) for row in rows]
    seen = Counter(name for own_signs, _ in found for name in own_signs)
    names = sorted(name for name, count in seen.items() if count >= RARE)
    table = np.array([[1.0, *(own_signs.get(name, 0.0) for name in names)] for own_signs, _ in found])
    right = np.array([float(each) for _, each in found])
    weights = np.zeros(len(names) + 1)
    ridge = np.diag([0.0, *[PENALTY] * len(names)])
    for _ in range(STEPS):
        chances = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (chances - right) + ridge @ weights
        curve = (table * (chances * (1 - chances))[:, None]).T @ table + ridge + 1e-6 * np.eye(len(weights))
        weights -= np.linalg.solve(curve, slope)
    return {"bias": round(float(weights[0]), 4)} | {
        name: round(float(value), 4) for name, value in zip(names, weights[1:], strict=True)
    }


def of_kind(reports: Sequence[Sequence[Judged]], kind: str) -> list[Judged]:
    """The parts of a kind that have a reason."""
    return [row for rows in reports for row in rows if row.kind == kind and row.part.why]


def weighed(rows: Sequence[Judged], weights: Weights) -> list[Judged]:
    """The parts with the confidences that weights give them."""
    return [
        Judged(row.kind, row.part.model_copy(update={"confidence": confidence(row.kind, row.part, weights)}), row.right)
        for row in rows
    ]


def crossed(reports: Sequence[Sequence[Judged]]) -> list[Judged]:
    """All parts, each with the confidence that the other reports' weights give it."""
    found: list[Judged] = []
    for fold in range(FOLDS):
        learnt = [rows for number, rows in enumerate(reports) if number % FOLDS != fold]
        weights = {kind: fitted(of_kind(learnt, kind)) for kind in KINDS if of_kind(learnt, kind)}
        for number, rows in enumerate(reports):
            if number % FOLDS == fold:
                found += weighed([row for row in rows if row.part.why], weights)
    return found


def plot(found: dict[str, list[Bin]], file: Path) -> None:
    """Draw the reliability diagram of each kind."""
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(2, 3, figsize=(9, 6), sharex=True, sharey=True, layout="constrained")
    for axis, (kind, rows) in zip(axes.flat, found.items(), strict=False):
        axis.plot([0, 1], [0, 1], color="#bbb", linewidth=1)
        sizes: npt.NDArray[np.float64] = np.array([row.count for row in rows], float)
        axis.scatter([row.confidence for row in rows], [row.right for row in rows], s=12 + 120 * sizes / sizes.max())
        axis.set_title(f"{kind} ({int(sizes.sum())}, error {expected_error(rows):.3f})", fontsize=9)
    figure.supxlabel("confidence")
    figure.supylabel("share that is right")
    figure.savefig(file, dpi=110)


def main() -> None:
    """Fit, write, print, draw."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--plot", type=Path)
    given = parser.parse_args()
    folder = language("id").model
    if folder is None:
        parser.error("the language has no model")
    (folder / FILE).unlink(missing_ok=True)
    weights_of.cache_clear()
    sheets, kept = scored(tune(given.data)), scored(load_gold(given.data / "gold", part="dev"))
    reports = [sheet.judged for sheet in sheets]
    weights = {kind: fitted(of_kind(reports, kind)) for kind in KINDS}
    checked = crossed(reports)
    for kind in KINDS:
        gold = sum(sheet.tallies[GOLD[kind]].gold for sheet in sheets)
        weights[kind]["least"] = least([row for row in checked if row.kind == kind], gold)
        print(f"{kind:10s} least confidence {weights[kind]['least']:.2f}")
    (folder / FILE).write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")
    on_dev = weighed([row for sheet in kept for row in sheet.judged], weights)
    found = {}
    for name, rows in (("cross-validated", checked), ("dev", on_dev)):
        for kind in (*KINDS, "all"):
            own_bins = bins(row for row in rows if kind in (row.kind, "all"))
            error = expected_error(own_bins)
            print(f"{name:16s} {kind:10s} {sum(each.count for each in own_bins):5d} parts, error {error or 0:.3f}")
            if name == "cross-validated" and kind != "all":
                found[kind] = own_bins
    if given.plot:
        plot(found, given.plot)


if __name__ == "__main__":
    main()
