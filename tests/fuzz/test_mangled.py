"""Mangled text never makes reading fail, and its record holds what must hold."""

import random
import unicodedata
from pathlib import Path

import pytest

import konon
from konon.record import Document
from konon.record.check import breaches

REPORTS = {
    file.stem: file.read_text(encoding="utf-8")
    for file in sorted((Path(__file__).parents[1] / "reports").glob("*.txt"))
}
MARKS = "\"“”„‘’'«»‹›`´"
INVISIBLE = "\u200b\u200c\u200d\ufeff\u00ad\u2060"
TURNING = "\u200e\u200f\u202a\u202b\u202d\u202e\u202c\u2066\u2069"


def sprinkled(text, dice, marks, *, every=7):
    """The text with a mark from `marks` after about one in `every` characters."""
    return "".join(letter + (dice.choice(marks) if dice.random() < 1 / every else "") for letter in text)


def without(text, dice, share):
    """The text with a share of its characters dropped."""
    return "".join(letter for letter in text if dice.random() >= share)


def shuffled(parts, dice, glue):
    """The parts in another order."""
    return glue.join(dice.sample(parts, len(parts)))


def cut(text, dice):
    """A stretch of the text that begins and ends anywhere."""
    start = dice.randrange(len(text))
    return text[start : start + dice.randrange(1, len(text))]


MANGLES = {
    "cut": cut,
    "doubled": lambda text, _: text * 3,
    "doubled without a seam": lambda text, _: text.strip() + text.strip(),
    "mojibake": lambda text, _: text.encode().decode("latin-1"),
    "twice mojibake": lambda text, _: text.encode().decode("latin-1").encode().decode("latin-1"),
    "replacement characters": lambda text, dice: sprinkled(text, dice, "\ufffd?"),
    "no spaces": lambda text, _: "".join(text.split()),
    "spaces between all letters": lambda text, _: " ".join(text),
    "a line a word": lambda text, _: "\n\n".join(text.split()),
    "one line": lambda text, _: " ".join(text.split()),
    "no capitals": lambda text, _: text.lower(),
    "all capitals": lambda text, _: text.upper(),
    "swapped case": lambda text, _: text.swapcase(),
    "no punctuation": lambda text, _: "".join(letter for letter in text if letter.isalnum() or letter.isspace()),
    "only punctuation": lambda text, _: "".join(letter for letter in text if not letter.isalnum()),
    "quotation marks anywhere": lambda text, dice: sprinkled(text, dice, MARKS),
    "no closing marks": lambda text, _: text.replace('," ', " ").replace('." ', " ").replace("”", ""),
    "letters lost": lambda text, dice: without(text, dice, 0.1),
    "lines lost": lambda text, dice: "\n".join(line for line in text.split("\n") if dice.random() < 0.5),
    "words shuffled": lambda text, dice: shuffled(text.split(), dice, " "),
    "letters shuffled": lambda text, dice: shuffled(list(text), dice, ""),
    "right-to-left marks": lambda text, dice: sprinkled(text, dice, TURNING),
    "zero-width characters": lambda text, dice: sprinkled(text, dice, INVISIBLE),
    "combining marks": lambda text, dice: sprinkled(text, dice, "\u0301\u0323\u0489"),
    "control characters": lambda text, dice: sprinkled(text, dice, "\x00\x07\x0b\x0c\x1b\x85\u2028\u2029"),
    "beyond sixteen bits": lambda text, dice: sprinkled(text, dice, "𝒜😀\U000e0041"),
    "figures anywhere": lambda text, dice: sprinkled(text, dice, "0123456789.,/-"),
    "backwards": lambda text, _: text[::-1],
}  # fmt: skip

# Texts that grow one thing without measure.
HUGE = {
    "a megabyte of quotation marks": '"' * 1_000_000,
    "marks of all kinds": MARKS * 20_000,
    "opening marks": "“" * 100_000,
    "closing marks": "”" * 100_000,
    "deep nesting": "“‘" * 2_000 + "kata" + "’”" * 2_000,
    "quotations in a row": '"Ya," kata Ani. ' * 2_000,
    "a word of 200 KB": "a" * 200_000,
    "a capital word of 200 KB": "A" * 200_000,
    "figures": "1.000" * 20_000,
    "number words": "seratus dua puluh " * 3_000,
    "dates": "Kamis (16/5/2024) " * 2_000,
    "capital words": "Ani Budi " * 5_000,
    "initials": "A. B. " * 5_000,
    "cues": "kata " * 10_000,
    "commas": "Ani, " * 5_000,
    "full stops": ". " * 4_000,
    "one sentence of sources": "menurut Ani, " * 800,
    "one sentence of clauses": "mengatakan bahwa " * 2_000,
    "line ends": "\n" * 200_000 + "Ani datang.",
    "spaces": " " * 200_000 + "Ani datang.",
    "parentheses": "(" * 50_000 + ")" * 50_000,
    "hyphens": "anak-" * 20_000,
    "one mark": '"',
    "one letter": "a",
    "one figure": "7",
}


def read(text):
    """The record of a text in Indonesian, whatever the text looks like."""
    return konon.read(Document.of(unicodedata.normalize("NFC", text), language="id"))


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("mangle", MANGLES)
def test_a_mangled_report_is_read(mangle, report):
    dice = random.Random(f"{mangle} {report}")
    assert breaches(read(MANGLES[mangle](REPORTS[report], dice))) == []


@pytest.mark.parametrize("name", HUGE)
def test_a_text_without_measure_is_read(name):
    assert breaches(read(HUGE[name])) == []
