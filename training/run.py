"""From raw data to the shipped model: `python -m training.run --data DATA --base BASE --out OUT`."""

import argparse
import json
import logging
from dataclasses import fields
from pathlib import Path

import torch

from konon.language.reader.units import Pieces
from konon.language.reader.windows import MARGIN, WINDOW
from training import vocabulary
from training.card import card, course
from training.corpus import Corpus, corpus, texts
from training.export import export
from training.fit import fit
from training.labels import FIXED, Labels, labels_of
from training.measure import figures
from training.network import Reader
from training.plan import Plan
from training.warm import warm

log = logging.getLogger("training")


def prepare(data: Path, base: Path, work: Path, start: Path | None) -> list[int]:
    """The numbers of the kept pieces: those of the model to start from, or a new cut where none is done yet."""
    file = work / "kept.json"
    if start and not file.is_file():
        (work / "tokenizer.json").write_bytes((start / "tokenizer.json").read_bytes())
        file.write_text(json.dumps(vocabulary.numbers(base, work / "tokenizer.json")), encoding="utf-8")
    if not file.is_file():
        known = texts(data)
        raw = 1500
        held = known[raw - vocabulary.HELD_OUT : raw]
        kept = vocabulary.cut(base, work / "tokenizer.json", [text for text in known if text not in set(held)])
        cost = vocabulary.cost(Pieces(base / "tokenizer.json"), Pieces(work / "tokenizer.json"), held)
        log.info("vocabulary of %d pieces; pieces a unit on held-out reports %s", len(kept), cost)
        file.write_text(json.dumps(kept), encoding="utf-8")
    return list(json.loads(file.read_text(encoding="utf-8")))


def trained(
    data: Path, base: Path, work: Path, *, plan: Plan, start: Path | None = None
) -> tuple[Reader, Corpus, Labels]:
    """The trained model, from its checkpoint where there is one, else from the base or the model to start from."""
    kept = prepare(data, base, work, start)
    torch.manual_seed(plan.seed)
    gathered = corpus(data, work, plan)
    labels = labels_of([sample for bank in gathered.trees for sample in bank])
    model = Reader(base, labels, kept, depth=plan.depth, dropout=plan.dropout)
    if start:
        warm(model, start / "reader.onnx")
    pieces = Pieces(work / "tokenizer.json")
    return fit(model, gathered, labels, pieces=pieces, plan=plan, folder=work), gathered, labels


def ship(model: Reader, suffixes: tuple[str, ...], labels: Labels, *, work: Path, out: Path) -> None:
    """Write the files that reading needs: reader.onnx, tokenizer.json and labels.json."""
    out.mkdir(parents=True, exist_ok=True)
    export(model, work, out / "reader.onnx")
    (out / "tokenizer.json").write_bytes((work / "tokenizer.json").read_bytes())
    told = {task: labels.of(task) for task in ("names3", "names", "upos", "relation", *FIXED)}
    told |= {"tie_near": [[round(each, 3) for each in row] for row in model.tie_near.tolist()]}
    told |= {"suffixes": suffixes, "window": WINDOW, "margin": MARGIN}
    (out / "labels.json").write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def plan_of(given: argparse.Namespace) -> Plan:
    """The plan that the command's options tell."""
    return Plan(**{field.name: getattr(given, field.name) for field in fields(Plan)})


def arguments() -> argparse.Namespace:
    """The command's options: folders, and every field of the plan."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("data", "base", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="the folder of a trained model to go on from")
    parser.add_argument("--work", type=Path, help="checkpoints, log and exact export; OUT/work where not given")
    parser.add_argument("--threads", type=int, default=2)
    for field in fields(Plan):
        flag = f"--{field.name.replace('_', '-')}"
        if isinstance(field.default, bool):
            parser.add_argument(flag, action="store_true")
        else:
            parser.add_argument(flag, type=type(field.default), default=field.default)
    return parser.parse_args()


def main() -> None:
    """Train, export, measure and write the card."""
    given = arguments()
    torch.set_num_threads(given.threads)
    work = given.work or given.out / "work"
    work.mkdir(parents=True, exist_ok=True)
    handlers = [logging.FileHandler(work / "log.txt"), logging.StreamHandler()]
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", handlers=handlers)
    plan = plan_of(given)
    model, gathered, labels = trained(given.data, given.base, work, plan=plan, start=given.start)
    ship(model, gathered.suffixes, labels, work=work, out=given.out)
    scores = {}
    for name, measure in figures(given.data, given.out, base=given.base).items():
        if plan.tuned and "News-2k dev" in name:
            continue  # it was trained on
        scores[name] = measure()
        log.info("%s: %s", name, scores[name])
    card(given.out, plan, scores, course(work / "log.txt"), start=given.start)


if __name__ == "__main__":
    main()
