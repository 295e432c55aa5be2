"""Samples: units with labels, and what is done to them so that the model sees headlines, capitals and datelines."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from konon.language.reader.units import Unit

TASKS = (
    "names3", "nergrit", "names", "loose", "nominal", "upos", "head", "relation", "begin", "end", "cue",
    "source", "content", "link", "event", "status", "mode", "count", "entity",
)  # fmt: skip

QUOTES = frozenset('"“”„«»')
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
    """Units and, by task, the labels of those units that have one; a head is a unit's number, -1 for the root.

    `marks` are units of a kind between which there may be ties, `ties` are labelled pairs of units. `told` are
    statements: the unit that they hang on (the cue, or where content without one begins), the units of their content,
    and their act.
    """

    units: list[Unit]
    labels: dict[str, dict[int, str | int]] = field(default_factory=lambda: {task: {} for task in TASKS})
    marks: dict[str, list[int]] = field(default_factory=dict)
    ties: list[tuple[int, int, str]] = field(default_factory=list)
    told: list[tuple[int, tuple[int, ...], str]] = field(default_factory=list)

    def put(self, task: str, unit: int, label: str | int) -> None:
        """Give a unit a label."""
        self.labels[task][unit] = label

    def mark(self, kind: str, units: Sequence[int]) -> None:
        """Note units as ones of a kind."""
        self.marks.setdefault(kind, []).extend(units)

    def part(self, first: int, last: int) -> "Sample":
        """The units `first` up to and without `last`; heads must lie within."""
        cut = Sample(self.units[first:last])
        for kind, units in self.marks.items():
            cut.mark(kind, [unit - first for unit in units if first <= unit < last])
        cut.ties = [
            (one - first, other - first, label)
            for one, other, label in self.ties
            if first <= one < last and first <= other < last
        ]
        for anchor, content, act in self.told:
            within = tuple(unit - first for unit in content if first <= unit < last)
            if first <= anchor < last and within:
                cut.told.append((anchor - first, within, act))
        for task, labels in self.labels.items():
            move = first if task == "head" else 0
            for unit, label in labels.items():
                if first <= unit < last:
                    cut.labels[task][unit - first] = label - move if isinstance(label, int) and label >= 0 else label
        return cut

    def without(self, dropped: frozenset[int]) -> "Sample":
        """The sample without some units; what hangs on one of them is left out, heads among them."""
        kept = [number for number in range(len(self.units)) if number not in dropped]
        place = {number: new for new, number in enumerate(kept)}
        found = Sample([self.units[number] for number in kept])
        for task, labels in self.labels.items():
            for unit, label in labels.items():
                moved = place.get(label) if task == "head" and isinstance(label, int) and label >= 0 else label
                if unit in place and moved is not None:
                    found.labels[task][place[unit]] = moved
        found.marks = {kind: [place[unit] for unit in units if unit in place] for kind, units in self.marks.items()}
        found.ties = [(place[a], place[b], label) for a, b, label in self.ties if a in place and b in place]
        for anchor, content, act in self.told:
            inside = tuple(place[unit] for unit in content if unit in place)
            if anchor in place and inside:
                found.told.append((place[anchor], inside, act))
        return found


def joined(samples: list[Sample]) -> Sample:
    """Samples one after another in one."""
    whole = Sample([])
    for sample in samples:
        move = len(whole.units)
        first = [replace(unit, space=True) for unit in sample.units[:1]]
        whole.units += first + sample.units[1:]
        for kind, units in sample.marks.items():
            whole.mark(kind, [unit + move for unit in units])
        whole.ties += [(one + move, other + move, label) for one, other, label in sample.ties]
        whole.told += [
            (anchor + move, tuple(unit + move for unit in content), act) for anchor, content, act in sample.told
        ]
        for task, labels in sample.labels.items():
            for unit, label in labels.items():
                further = move if task == "head" and isinstance(label, int) and label >= 0 else 0
                whole.labels[task][unit + move] = label + further if isinstance(label, int) else label
    return whole


def varied(sample: Sample, chance: random.Random) -> Sample:
    """The sample as it is, mostly; else in capitals, in small letters, as a headline, behind a dateline, or damaged."""
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
    if draw < 0.31 and sample.told:
        return _unmarked(sample)
    if draw < 0.37:
        return replace(sample, units=[replace(unit, line=False) for unit in sample.units])
    return sample


def _unmarked(sample: Sample) -> Sample:
    """A report that has lost its quotation marks."""
    return sample.without(frozenset(number for number, unit in enumerate(sample.units) if unit.text in QUOTES))


def _spelt(sample: Sample, until: int, spell: Callable[[str], str]) -> Sample:
    changed = [
        replace(unit, text=spell(unit.text)) if number < until else unit for number, unit in enumerate(sample.units)
    ]
    return replace(sample, units=changed)


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
