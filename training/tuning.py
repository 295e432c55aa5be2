"""Scores of records on the annotated reports kept from training: `python -m training.tuning --data DATA`.

Reads the reports of the part `tune` with the installed Konon and prints the lines of `konon evaluate`. Confidences were
fitted on these reports, so the lines flatter a little; models are compared by them, not praised.
"""

import argparse
from pathlib import Path

from rich.progress import track

from konon import read
from konon.evaluation import evaluate
from training.calibrate import tune


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    golds = tune(parser.parse_args().data)
    print(evaluate(golds, [read(gold.text) for gold in track(golds, description="reading")]).table())


if __name__ == "__main__":
    main()
