"""Treebanks and lists of names as samples."""

import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from konon.language.reader.units import Unit, units
from training.samples import Sample

TREES = ("id_csui-ud-train", "id_pud-ud-test", "id_gsd-ud-dev", "id_gsd-ud-test")
KINDS = {"PERSON": "PER", "ORGANISATION": "ORG", "PLACE": "LOC"}
_TIGHT_AFTER = frozenset("([{“‘")
_TIGHT_BEFORE = frozenset(",.;:!?)]}%”’")


@dataclass(frozen=True, slots=True)
class Word:
    """A treebank's word: its place in the sentence's text, part of speech, head (0 is the root) and relation."""

    start: int
    end: int
    upos: str
    head: int
    relation: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A treebank's sentence."""

    text: str
    words: tuple[Word, ...]


def sentences(file: Path) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U file, their words aligned with their text."""
    for block in file.read_text(encoding="utf-8").strip().split("\n\n"):
        found = re.search(r"^# text = (.*)$", block, re.MULTILINE)
        if found is None:
            continue
        rows = [line.split("\t") for line in block.split("\n") if not line.startswith("#")]
        yield Sentence(found[1], tuple(_words(found[1], rows)))


def _words(text: str, rows: list[list[str]]) -> Iterator[Word]:
    """Words with places: those of a multi-word token share its letters as far as their forms go."""
    at = until = 0
    last = 0
    for row in rows:
        if "-" in row[0]:
            at = text.index(row[1], at)
            until, last = at + len(row[1]), int(row[0].split("-")[1])
            continue
        if "." in row[0]:
            continue
        inside = int(row[0]) <= last
        start = at if inside else text.index(row[1], at)
        end = until if inside and int(row[0]) == last else min(start + len(row[1]), until if inside else len(text))
        yield Word(start, max(end, start + 1), row[3], int(row[6]), row[7])
        at = end


def endings(files: list[Path]) -> tuple[str, ...]:
    """The endings that treebanks divide from words more often than not, longest first."""
    parted: Counter[str] = Counter()
    texts = [sentence for file in files for sentence in sentences(file)]
    for sentence in texts:
        for before, word in zip(sentence.words, sentence.words[1:], strict=False):
            ending = sentence.text[word.start : word.end].lower()
            if before.end == word.start and sentence.text[word.start - 1].isalpha() and ending.isalpha():
                parted[ending] += 1
    known = {ending for ending, number in parted.items() if number > len(files) and 1 < len(ending) < 4}
    whole: Counter[str] = Counter()
    for sentence in texts:
        for word in sentence.words:
            form = sentence.text[word.start : word.end].lower()
            whole.update(ending for ending in known if form.endswith(ending) and len(form) > len(ending) + 1)
    return tuple(sorted((ending for ending in known if parted[ending] > whole[ending]), key=lambda e: (-len(e), e)))


def tree_sample(sentence: Sentence, suffixes: tuple[str, ...]) -> Sample:
    """A sentence with its words, parts of speech and tree, all on the first unit of each word."""
    sample, firsts = Sample([]), []
    for word in sentence.words:
        firsts.append(len(sample.units))
        own = units(sentence.text, suffixes, start=word.start, end=word.end)
        sample.units += own or [Unit(word.start, word.end, sentence.text[word.start : word.end], space=False)]
    for number, (first, word) in enumerate(zip(firsts, sentence.words, strict=True)):
        sample.put("upos", first, word.upos)
        sample.put("head", first, firsts[word.head - 1] if word.head else -1)
        sample.put("relation", first, word.relation)
        sample.put("end", first, int(number == len(firsts) - 1))
    for number, unit in enumerate(sample.units):
        if not unit.space:
            sample.put("begin", number, int(number in sample.labels["upos"]))
    return sample


def name_sentences(file: Path) -> Iterator[list[tuple[str, str]]]:
    """The sentences of a file of names: words with B-, I- and O."""
    for block in file.read_text(encoding="utf-8").strip().split("\n\n"):
        rows = [line.split() for line in block.split("\n") if line.strip()]
        yield [(row[0], "-".join(KINDS.get(part, part) for part in row[-1].split("-"))) for row in rows if len(row) > 1]


def name_sample(
    words: list[tuple[str, str]], task: str, suffixes: tuple[str, ...], chance: random.Random | None
) -> Sample:
    """A sentence with its names; spaces are put where a writer would put them."""
    sample, text, quoted, glued = Sample([]), "", False, True
    join = chance is None or chance.random() < 0.8
    for form, label in words:
        tight = form in _TIGHT_BEFORE or (form == '"' and quoted) or (form == "-" and join)
        text += "" if tight or glued else " "
        start, first = len(text), len(sample.units)
        text += form
        own = units(text, suffixes, start=start)
        sample.units += own or [Unit(start, len(text), form, space=not (tight or glued))]
        sample.put(task, first, label)
        sample.put("loose", first, label)
        glued = form in _TIGHT_AFTER or (form == '"' and not quoted) or (form == "-" and join)
        quoted ^= form == '"'
    return sample
