"""All that is trained on, gathered from the data folder, with another variation at each pass."""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from pathlib import Path

from training.plan import Plan
from training.renaming import name_words, renamed
from training.reports import gold, own, report_samples, windows, written
from training.samples import Sample, joined, varied
from training.treebanks import TREES, endings, name_sample, name_sentences, sentences, tree_sample
from training.weak import weak_samples

NAMES = {"names3": ("idner2k_train",), "nergrit": ("nergrit_train", "nergrit_dev", "nergrit_test")}
# After the first passes the head that isn't shipped is left alone.
SIDE = "nergrit"
TUNING = ("idner2k_dev",)


@dataclass
class Corpus:
    """Treebank sentences in their order, sentences with names, whole reports; `suffixes` are what words divide into."""

    suffixes: tuple[str, ...]
    trees: list[list[Sample]]
    names: list[tuple[str, list[tuple[str, str]]]]
    gold: list[Sample]
    reports: list[Sample]
    weak: list[Sample] = field(default_factory=list)
    seed: int = 7

    @cached_property
    def words(self) -> dict[str, tuple[str, ...]]:
        """The words of names in annotated reports, by kind."""
        return name_words(self.gold + self.reports)

    def samples(self, plan: Plan, number: int) -> list[Sample]:
        """The samples of one pass: the same for the same number."""
        chance = random.Random(self.seed * 10_000 + number)
        early = number <= plan.early
        banks = self.trees * (1 if early else plan.trees)
        found = [sample for bank in banks for sample in _runs(bank, chance)]
        found += [
            name_sample(words, task, self.suffixes, chance) for task, words in self.names if early or task != SIDE
        ]
        found = [sample for sample in found if chance.random() < plan.side]
        reports = [
            renamed(report, self.words, chance, share=plan.renamed) for report in self.gold * plan.gold + self.reports
        ]
        found += [window for report in reports for window in windows(report, chance)]
        begun = (number - 1) * plan.weak % max(1, len(self.weak))
        found += [window for report in self.weak[begun : begun + plan.weak] for window in windows(report, chance)]
        return [varied(sample, chance) for sample in found]


def _runs(bank: list[Sample], chance: random.Random) -> Iterator[Sample]:
    """Sentences alone or with those that follow them."""
    first = 0
    while first < len(bank):
        size = chance.choice((1, 1, 1, 1, 2, 3, 4))
        yield joined(bank[first : first + size])
        first += size


def corpus(data: Path, work: Path, plan: Plan) -> Corpus:
    """What is trained on; once plans are settled (`tuned`) the tuning part of the names too."""
    files = [data / "data" / "ud" / f"{name}.conllu" for name in TREES]
    suffixes = endings(files)
    trees = [[tree_sample(sentence, suffixes) for sentence in sentences(file)] for file in files]
    parts = NAMES | ({"names3": NAMES["names3"] + TUNING} if plan.tuned else {})
    names = [
        (task, words) for task, stems in parts.items() for stem in stems
        for words in name_sentences(data / "data" / "ner" / f"{stem}.txt")
    ]  # fmt: skip
    known, further = (
        [sample for report, record in annotated for sample in report_samples(report, record, suffixes)]
        for annotated in (gold(data / "gold", "train"), chain(own(data / "raw", "train"), written()))
    )
    return Corpus(suffixes, trees, names, known, further, weak_samples(data, work, suffixes) if plan.weak else [])


def texts(data: Path) -> list[str]:
    """Texts whose pieces the vocabulary keeps: reports, treebanks with their English, names; no test part."""
    raw = [json.loads(line) for line in (data / "raw" / "reports.jsonl").read_text(encoding="utf-8").splitlines()]
    found = [f"{row['title'] or ''} {row['text']}" for row in raw]
    found += [f"{report.get('title') or ''} {report['text']}" for report, _ in gold(data / "gold", "train")]
    for name in TREES:
        lines = (data / "data" / "ud" / f"{name}.conllu").read_text(encoding="utf-8").splitlines()
        found += [line.split(" = ", 1)[1] for line in lines if line.startswith("# text") and " = " in line]
    for stem in sum(NAMES.values(), ()):
        found += [
            " ".join(form for form, _ in words) for words in name_sentences(data / "data" / "ner" / f"{stem}.txt")
        ]
    return found
