"""How well a model does on the parts that it never saw; the same figures for torch and for the exported file."""

from pathlib import Path

from konon.language.reader.decoding import Network, names_of, parsed
from konon.language.reader.units import Pieces, encoded
from training.labels import Labels
from training.reports import KINDS, gold, plain, report_samples
from training.samples import Sample
from training.scores import entity_scores
from training.treebanks import name_sample, name_sentences, sentences, tree_sample


def name_scores(
    network: Network, file: Path, *, pieces: Pieces, labels: Labels, suffixes: tuple[str, ...]
) -> dict[str, float]:
    """Entity F1 of the three classes on a file of names."""
    pairs = []
    for words in name_sentences(file):
        sample = name_sample(words, "names3", suffixes, None)
        rows = sorted(sample.labels["names3"])
        out = network(*encoded(sample.units, pieces))["names3"][rows]
        pairs.append((names_of(out, labels.names3), [label for _, label in words]))
    return entity_scores(pairs)


def kind_scores(
    network: Network, folder: Path, part: str, *, pieces: Pieces, labels: Labels, suffixes: tuple[str, ...]
) -> dict[str, float]:
    """F1 of names by the record's kinds in the text of whole reports, names projected as in training."""
    pairs = []
    for report, record in gold(folder, part):
        sample = plain(report["text"], record["entities"], suffixes)
        for stretch in _stretches(sample):
            rows = sorted(stretch.labels["names"])
            out = network(*encoded(stretch.units, pieces))["names"][rows]
            pairs.append((names_of(out, labels.names), [str(stretch.labels["names"][row]) for row in rows]))
    return {kind: score for kind, score in entity_scores(pairs).items() if kind in {"all", *KINDS}}


def span_scores(
    network: Network, folder: Path, part: str, *, pieces: Pieces, labels: Labels, suffixes: tuple[str, ...]
) -> dict[str, float]:
    """F1 of cues, sources and contents of statements, by exact place, in the text of whole reports."""
    pairs: dict[str, list[tuple[list[str], list[str]]]] = {"cue": [], "source": [], "content": []}
    for report, record in gold(folder, part):
        for stretch in _stretches(report_samples(report, record, suffixes)[0]):
            out = network(*encoded(stretch.units, pieces))
            for task, found in pairs.items():
                best = names_of(out[task], [_full(label) for label in labels.of(task)])
                found.append((best, [_full(str(stretch.labels[task][n])) for n in range(len(stretch.units))]))
    return {task: entity_scores(found).get("all", 0.0) for task, found in pairs.items()}


def _full(label: str) -> str:
    return label if label == "O" else f"{label}-span"


def _stretches(sample: Sample, limit: int = 100) -> list[Sample]:
    """A report in stretches that end where a sentence seems to."""
    found, first = [], 0
    for number, unit in enumerate(sample.units):
        last = number + 1 == len(sample.units)
        if last or (number + 1 - first >= limit and unit.text in '.?!"”' and sample.units[number + 1].space):
            found.append(sample.part(first, number + 1))
            first = number + 1
    return found


def tree_scores(
    network: Network, file: Path, *, pieces: Pieces, labels: Labels, suffixes: tuple[str, ...]
) -> dict[str, float]:
    """Shares of right parts of speech, heads and heads with relations, with gold words; subtypes must be right."""
    right = {"upos": 0, "uas": 0, "las": 0, "las_universal": 0}
    total = 0
    for sentence in sentences(file):
        sample = tree_sample(sentence, suffixes)
        rows = sorted(sample.labels["upos"])
        out = network(*encoded(sample.units, pieces))
        found, relations = parsed(out, rows, labels.relation)
        upos = out["upos"][rows].argmax(-1)
        total += len(rows)
        for number, row in enumerate(rows):
            same = found[number] == sample.labels["head"][row]
            wanted = str(sample.labels["relation"][row])
            right["upos"] += labels.upos[upos[number]] == sample.labels["upos"][row]
            right["uas"] += same
            right["las"] += same and relations[number] == wanted
            right["las_universal"] += same and relations[number].split(":")[0] == wanted.split(":", maxsplit=1)[0]
    return {name: round(count / total, 4) for name, count in right.items()}
