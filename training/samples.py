"""Samples: units with labels, and what is done to them so that the model sees headlines, capitals and datelines."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from konon.language.reader.units import Unit

TASKS = ("names3", "nergrit", "names", "loose", "upos", "head", "relation", "begin", "end", "cue", "source", "content")

PLACES = (
    "Jakarta",
    "Bandung",
    "Surabaya",
    "Medan",
    "Makassar",
    "Gaza",
    "Moskow",
    "Kyiv",
    "London",
    "Denpasar",
    "Bogor",
)


@dataclass
class Sample:
    """Units and, by task, the labels of those units that have one; a head is a unit's number, -1 for the root."""

    units: list[Unit]
    labels: dict[str, dict[int, str | int]] = field(default_factory=lambda: {task: {} for task in TASKS})

    def put(self, task: str, unit: int, label: str | int) -> None:
        """Give a unit a label."""
        self.labels[task][unit] = label

    def part(self, first: int, last: int) -> "Sample":
        """The units `first` up to and without `last`; heads must lie within."""
        cut = Sample(self.units[first:last])
        for task, labels in self.labels.items():
            move = first if task == "head" else 0
            for unit, label in labels.items():
                if first <= unit < last:
                    cut.labels[task][unit - first] = label - move if isinstance(label, int) and label >= 0 else label
        return cut


def joined(samples: list[Sample]) -> Sample:
    """Samples one after another in one."""
    whole = Sample([])
    for sample in samples:
        move = len(whole.units)
        first = [replace(unit, space=True) for unit in sample.units[:1]]
        whole.units += first + sample.units[1:]
        for task, labels in sample.labels.items():
            for unit, label in labels.items():
                further = move if task == "head" and isinstance(label, int) and label >= 0 else 0
                whole.labels[task][unit + move] = label + further if isinstance(label, int) else label
    return whole


def varied(sample: Sample, chance: random.Random) -> Sample:
    """The sample as it is, mostly; else in capitals, in small letters, as a headline, or behind a dateline."""
    draw = chance.random()
    if draw < 0.05:
        return _spelt(sample, len(sample.units), str.upper)
    if draw < 0.10:
        return _spelt(sample, chance.randint(2, 8), str.upper)
    if draw < 0.14:
        return _spelt(sample, len(sample.units), str.lower)
    if draw < 0.19:
        return _spelt(sample, len(sample.units), lambda text: text[:1].upper() + text[1:])
    if draw < 0.25:
        return joined([_dateline(chance), sample])
    return sample


def _spelt(sample: Sample, until: int, spell: Callable[[str], str]) -> Sample:
    changed = [
        replace(unit, text=spell(unit.text)) if number < until else unit for number, unit in enumerate(sample.units)
    ]
    return Sample(changed, sample.labels)


def _dateline(chance: random.Random) -> Sample:
    """A place and an invented outlet before a dash; the outlet has no label, since it isn't read as a name."""
    place = chance.choice(PLACES)
    outlet = chance.choice(("Kabar", "Warta", "Berita", "Suara")) + chance.choice(("kini", "raya", "hari", "kota"))
    spell = chance.choice((str.upper, str.capitalize))
    texts = [spell(place), ",", chance.choice((str.upper, str.capitalize))(outlet), ".", "com", chance.choice("-–—")]
    spaces = (True, False, True, False, False, True)
    sample = Sample([Unit(0, 0, text, space) for text, space in zip(texts, spaces, strict=True)])
    sample.put("names3", 0, "B-LOC")
    sample.put("names", 0, "B-place")
    for unit in (1, 5):
        sample.put("names3", unit, "O")
        sample.put("names", unit, "O")
    return sample
