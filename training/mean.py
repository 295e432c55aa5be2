"""The mean of several checkpoints as a model: `python -m training.mean --data DATA --base BASE --out OUT FILES…`.

Weights of one run, a few passes apart, average out what the last samples have left (Izmailov and others, 2018); so do
those of a run and of the model that it began from (Wortsman and others, 2022): its folder can stand for a file. Writes
the files that reading needs, with the card of the run in `--work`.
"""

import argparse
from pathlib import Path

import torch

from konon.language.reader.windows import ModelReader
from training.card import card, course
from training.labels import Labels
from training.measure import figures
from training.network import Reader
from training.plan import Plan
from training.run import prepare, ship
from training.warm import warm

State = dict[str, torch.Tensor]


def mean(states: list[State]) -> State:
    """The mean of the weights of networks; what is no number with a point is the last one's."""
    return {
        name: torch.stack([state[name] for state in states]).mean(0) if table.is_floating_point() else table
        for name, table in states[-1].items()
    }


def state(model: Reader, path: Path) -> State:
    """The weights of a checkpoint, or of the shipped model in a folder."""
    if path.is_dir():
        return {name: table.clone() for name, table in warm(model, path / "reader.onnx").state_dict().items()}
    return dict(torch.load(path)["model"])


def main() -> None:
    """Average, export, measure and write the card."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("data", "base", "out", "work", "start"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("files", type=Path, nargs="+")
    given = parser.parse_args()
    told = ModelReader(given.start).labels
    labels = Labels(tuple(told["upos"]), tuple(told["relation"]))
    model = Reader(given.base, labels, prepare(given.data, given.base, given.work, given.start))
    model.load_state_dict(mean([state(model, path) for path in given.files]))
    ship(model, tuple(told["suffixes"]), labels, work=given.work, out=given.out)
    scores = {
        name: measure() for name, measure in figures(given.data, given.out, base=given.base).items()
        if "News-2k dev" not in name
    }  # fmt: skip
    plans = [*course(given.work / "log.txt"), f"the mean of {len(given.files)} checkpoints"]
    card(given.out, Plan(tuned=True), scores, plans, start=given.start)


if __name__ == "__main__":
    main()
