"""Weights of confidences: `python -m training.calibrate --data DATA [--plot FILE]`.

Reads the annotated reports that the model was not trained on (`tune`) with the installed Konon, tells of each part
whether it is right, and fits a logistic regression for each kind of part on what decided it. Writes `confidence.json`
beside the model and prints the expected calibration error, by cross-validation over reports and on the part `dev`.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from konon import read
from konon.evaluation.calibration import Bin, bins, expected_error
from konon.evaluation.gold import GoldReport, load_gold
from konon.evaluation.scores import score_report
from konon.evaluation.sheet import Judged
from konon.extraction.confidence import FILE, Why, confidence, signs, weights_of
from konon.language.base import language
from training.reports import own

KINDS = ("statement", "link", "entity", "event", "count", "relation")
FOLDS, PENALTY, STEPS = 5, 1.0, 30
Weights = dict[str, dict[str, float]]


def tune(data: Path) -> list[GoldReport]:
    """The annotated reports that the model has not seen."""
    return [
        GoldReport.model_validate({**record, "text": report["text"]}) for report, record in own(data / "raw", "tune")
    ]


def judged(golds: Sequence[GoldReport]) -> list[list[Judged]]:
    """Of each report, which parts of its record are right."""
    return [score_report(gold, read(gold.text)).judged for gold in golds]


def fitted(rows: Sequence[Judged]) -> dict[str, float]:
    """The weights of a logistic regression with a penalty on their squares, by Newton's method."""
    found = [(dict(signs(why_of(row))), row.right) for row in rows]
    names = sorted({name for own_signs, _ in found for name in own_signs})
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


def why_of(row: Judged) -> Why:
    """What decided a part, as the record keeps it."""
    return {reason.part: (reason.by, reason.score) for reason in row.part.why}


def of_kind(reports: Sequence[Sequence[Judged]], kind: str) -> list[Judged]:
    """The parts of a kind that have a reason."""
    return [row for rows in reports for row in rows if row.kind == kind and row.part.why]


def weighed(rows: Sequence[Judged], weights: Weights) -> list[Judged]:
    """The parts with the confidences that weights give them."""
    return [
        Judged(
            row.kind, row.part.model_copy(update={"confidence": confidence(row.kind, why_of(row), weights)}), row.right
        )
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
    reports = judged(tune(given.data))
    weights: dict[str, Any] = {kind: fitted(of_kind(reports, kind)) for kind in KINDS}
    (folder / FILE).write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")
    weights_of.cache_clear()
    kept = weighed([row for rows in judged(load_gold(given.data / "gold", part="dev")) for row in rows], weights)
    found = {}
    for name, rows in (("cross-validated", crossed(reports)), ("dev", kept)):
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
