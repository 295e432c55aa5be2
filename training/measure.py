"""All figures of an exported model: `python -m training.measure --data DATA --model OUT [--only NAME …]`."""

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from konon.language.reader.session import of_file
from konon.language.reader.units import Pieces, encoded, units
from konon.language.reader.windows import ModelReader
from training.evaluate import kind_scores, name_scores, span_scores, tree_scores
from training.labels import Labels
from training.record_scores import record_scores
from training.reports import own
from training.scores import Node, raw_scores
from training.treebanks import Sentence, sentences
from training.vocabulary import HELD_OUT, cost

REPORTS = 40


def raw_text_scores(reader: ModelReader, file: Path) -> dict[str, float]:
    """The CoNLL 2018 measures on a treebank's text, its sentences joined by spaces, by aligned words."""
    gold, ends, text = _whole(list(sentences(file)))
    words = reader.read(text, treebank=True).words
    found, start = [], 0
    for place, word in zip(_letters([(word.start, word.end) for word in words], text), words, strict=True):
        found.append(Node(*place, word.upos, word.head, word.relation))
    stops = set()
    for node, word in zip(found, words, strict=True):
        if word.ends:
            stops.add((start, node.end))
            start = node.end
    return raw_scores(found, gold, (stops, ends))


def _whole(bank: list[Sentence]) -> tuple[list[Node], set[tuple[int, int]], str]:
    """A treebank's words and sentences in its whole text; places count letters only, as CoNLL 2018 does."""
    text = " ".join(sentence.text for sentence in bank)
    places, heads, move = [], [], 0
    for sentence in bank:
        before = len(places)
        places += [(move + word.start, move + word.end) for word in sentence.words]
        heads += [before + word.head - 1 if word.head else -1 for word in sentence.words]
        move += len(sentence.text) + 1
    words = [word for sentence in bank for word in sentence.words]
    nodes = [
        Node(*place, word.upos, head, word.relation)
        for place, head, word in zip(_letters(places, text), heads, words, strict=True)
    ]
    ends, start, number = set(), 0, 0
    for sentence in bank:
        number += len(sentence.words)
        ends.add((start, nodes[number - 1].end))
        start = nodes[number - 1].end
    return nodes, ends, text


def _letters(places: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Places counted without spaces."""
    before = [0]
    for character in text:
        before.append(before[-1] + (not character.isspace()))
    return [(before[start], before[end]) for start, end in places]


def speed(file: Path, pieces: Pieces, text: str, *, threads: int) -> dict[str, float]:
    """Pieces a second, a window of some 150 units at a time."""
    network = of_file(file, threads=threads)
    some = units(text, ("nya",))
    rows = [encoded(some[first : first + 150], pieces) for first in range(0, len(some), 150)]
    network(*rows[0])
    begun = time.perf_counter()
    for row in rows:
        network(*row)
    return {"pieces a second": round(sum(len(ids) for ids, _ in rows) / (time.perf_counter() - begun))}


def reading_speed(data: Path, out: Path, *, threads: int) -> dict[str, float]:
    """Reports of 350 words read a second, from text to words."""
    reader = ModelReader(out, threads=threads)
    lines = (data / "raw" / "reports.jsonl").read_text(encoding="utf-8").splitlines()[:REPORTS]
    texts = [json.loads(line)["text"] for line in lines]
    reader.read(texts[0])
    begun = time.perf_counter()
    for text in texts:
        _ = reader.read(text).words
    seconds = time.perf_counter() - begun
    share = sum(len(text.split()) for text in texts) / 350
    return {"reports a second": round(share / seconds, 2)}


def sameness(file: Path, pieces: Pieces, text: str) -> dict[str, float]:
    """The share of windows whose outputs are the same to the last bit in two sessions."""
    some = units(text, ("nya",))
    rows = [encoded(some[first : first + 150], pieces) for first in range(0, len(some), 150)]
    first, second = ([of_file(file)(*row) for row in rows] for _ in range(2))
    same = [all(np.array_equal(one[name], two[name]) for name in one) for one, two in zip(first, second, strict=True)]
    return {"same": sum(same) / len(same)}


def cut_costs(base: Path, data: Path, pieces: Pieces) -> dict[str, float]:
    """Pieces a unit before and after the vocabulary's cut, on reports and on English that it wasn't cut by."""
    whole = Pieces(base / "tokenizer.json")
    lines = (data / "data" / "ud" / "id_csui-ud-test.conllu").read_text(encoding="utf-8").splitlines()
    raw = (data / "raw" / "reports.jsonl").read_text(encoding="utf-8").splitlines()[-HELD_OUT:]
    parts = {
        "Indonesian": [json.loads(row)["text"] for row in raw],
        "English": [line.split(" = ", 1)[1] for line in lines if line.startswith("# text_en = ")],
    }
    found = {name: cost(whole, pieces, texts) for name, texts in parts.items()}
    return {f"{name} {key}": value for name, costs in found.items() for key, value in costs.items()}


def figures(
    data: Path, out: Path, *, base: Path | None = None, part: str = "dev", network: Path | None = None
) -> dict[str, Callable[[], dict[str, float]]]:
    """What can be measured, by name."""
    reader = ModelReader(out)
    if network:
        reader.network = of_file(network)
    labels = Labels(tuple(reader.labels["upos"]), tuple(reader.labels["relation"]))
    known: dict[str, Any] = {"pieces": reader.pieces, "labels": labels, "suffixes": tuple(reader.suffixes)}
    names, trees = data / "data" / "ner", data / "data" / "ud" / "id_csui-ud-test.conllu"
    sample = " ".join(sentence.text for sentence in list(sentences(trees))[:150])
    return {
        "IDNER-News-2k dev, entity F1": lambda: name_scores(reader.network, names / "idner2k_dev.txt", **known),
        "IDNER-News-2k test, entity F1": lambda: name_scores(reader.network, names / "idner2k_test.txt", **known),
        "UD CSUI test, gold words": lambda: tree_scores(reader.network, trees, **known),
        "UD CSUI test, raw text (CoNLL 2018)": lambda: raw_text_scores(reader, trees),
        f"gold reports {part}, names by kind, F1": lambda: kind_scores(reader.network, data / "gold", part, **known),
        f"gold reports {part}, parts of statements, F1": lambda: span_scores(
            reader.network, data / "gold", part, **known
        ),
        "annotated reports tune, heads": lambda: record_scores(
            reader.network,
            own(data / "raw", "tune"),
            pieces=reader.pieces,
            near=reader.labels["tie_near"],
            suffixes=tuple(reader.suffixes),
        ),
        "the same at each run": lambda: sameness(out / "reader.onnx", reader.pieces, sample),
        "vocabulary cut": lambda: cut_costs(base, data, reader.pieces) if base else {},
        "reading, one thread": lambda: reading_speed(data, out, threads=1),
        "reading, two threads": lambda: reading_speed(data, out, threads=2),
        "speed, one thread": lambda: speed(out / "reader.onnx", reader.pieces, sample, threads=1),
        "speed, two threads": lambda: speed(out / "reader.onnx", reader.pieces, sample, threads=2),
    }


def main() -> None:
    """Print all figures, or those whose name holds one of `--only`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--base", type=Path, help="to compare the vocabulary with that of the base")
    parser.add_argument("--network", type=Path, help="another export of the same model, such as work/full.onnx")
    parser.add_argument("--part", default="dev")
    parser.add_argument("--only", nargs="*", default=[""])
    given = parser.parse_args()
    for name, measure in figures(
        given.data, given.model, base=given.base, part=given.part, network=given.network
    ).items():
        if any(word in name for word in given.only):
            print(name, json.dumps(measure()))


if __name__ == "__main__":
    main()
