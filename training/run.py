"""From raw data to the shipped model: `python -m training.run --data DATA --base BASE --out OUT`."""

import argparse
import json
import logging
from pathlib import Path

import torch

from training import vocabulary
from training.corpus import Corpus, corpus, texts
from training.fit import Plan, fit
from training.labels import Labels, labels_of
from training.network import Reader
from training.units import Pieces

log = logging.getLogger("training")


def prepare(data: Path, base: Path, work: Path) -> list[int]:
    """The numbers of the kept pieces; cuts the vocabulary where that isn't done yet."""
    file = work / "kept.json"
    if not file.is_file():
        known = texts(data)
        raw = 1500
        held = known[raw - vocabulary.HELD_OUT : raw]
        kept = vocabulary.cut(base, work / "tokenizer.json", [text for text in known if text not in set(held)])
        cost = vocabulary.cost(Pieces(base / "tokenizer.json"), Pieces(work / "tokenizer.json"), held)
        log.info("vocabulary of %d pieces; pieces a unit on held-out reports %s", len(kept), cost)
        file.write_text(json.dumps(kept), encoding="utf-8")
    return list(json.loads(file.read_text(encoding="utf-8")))


def trained(data: Path, base: Path, work: Path, *, plan: Plan) -> tuple[Reader, Corpus, Labels]:
    """The trained model, from its checkpoint where there is one."""
    kept = prepare(data, base, work)
    torch.manual_seed(plan.seed)
    gathered = corpus(data, tuned=plan.tuned)
    labels = labels_of([sample for bank in gathered.trees for sample in bank])
    model = Reader(base, labels, kept, depth=plan.depth)
    pieces = Pieces(work / "tokenizer.json")
    return fit(model, gathered, labels, pieces=pieces, plan=plan, folder=work), gathered, labels


def main() -> None:
    """Run all stages."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("data", "base", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--work", type=Path)
    parser.add_argument("--threads", type=int, default=2)
    for name in ("passes", "depth", "budget"):
        parser.add_argument(f"--{name}", type=int, default=getattr(Plan, name))
    for name in ("rate", "head-rate", "decay"):
        parser.add_argument(f"--{name}", type=float, default=getattr(Plan, name.replace("-", "_")))
    parser.add_argument("--tuned", action="store_true", help="train on the tuning part of the names too")
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    work = given.work or given.out / "work"
    work.mkdir(parents=True, exist_ok=True)
    logging.basicConfig(
        level=logging.INFO, format="%(asctime)s %(message)s", handlers=[logging.FileHandler(work / "log.txt"), logging.StreamHandler()]
    )
    plan = Plan(passes=given.passes, depth=given.depth, budget=given.budget, rate=given.rate, head_rate=given.head_rate, decay=given.decay, tuned=given.tuned)
    trained(given.data, given.base, work, plan=plan)


if __name__ == "__main__":
    main()
