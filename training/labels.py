"""The labels of each task and their numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from konon.record.vocabulary import ACTS, COUNT_KINDS, EVENT_TYPES, MODES, RELATION_TYPES, EventStatus
from training.reports import KINDS
from training.samples import Sample


def bio(kinds: Sequence[str]) -> tuple[str, ...]:
    """O, then begin and inside of each kind."""
    return ("O", *(f"{part}-{kind}" for kind in kinds for part in "BI"))


NAMES3 = bio(("PER", "ORG", "LOC"))
NAMES = bio(KINDS)
SPAN = ("O", "B", "I")
# Kinds of those who are told of without a name, where another part of a record speaks of them.
NOMINAL = ("person", "group", "organization")
# Labels that are the same whatever is trained on, by task.
FIXED = {
    "cue": SPAN, "source": SPAN, "content": SPAN,
    "link": bio(("medium", "relay")),
    "nominal": bio(NOMINAL),
    "event": ("O", *EVENT_TYPES),
    "status": tuple(get_args(EventStatus)),
    "mode": tuple(sorted({mode for modes in MODES.values() for mode in modes})),
    "count": ("O", *COUNT_KINDS),
    # The act of a statement is the sum of what its cue says and of the mean of what its content says.
    "act": ACTS, "said": ACTS,
    "tie": ("actor", "recipient", "place", "speaker", "addressee", "link", "inside", *RELATION_TYPES),
}  # fmt: skip
# Which of the record's kinds a name of three classes can be.
LOOSE = {"PER": ("person",), "ORG": ("organization", "armed_group", "state", "media"), "LOC": ("place", "state")}


@dataclass(frozen=True)
class Labels:
    """The labels of the tasks in their order; a task that isn't named has numbers of its own as labels."""

    upos: tuple[str, ...]
    relation: tuple[str, ...]
    names3: tuple[str, ...] = NAMES3
    names: tuple[str, ...] = NAMES

    def of(self, task: str) -> tuple[str, ...]:
        """The labels of a task; empty where labels are numbers."""
        if task in {"nergrit", "loose"}:
            return self.names3
        return FIXED.get(task) or getattr(self, task, ())

    def number(self, task: str, label: str | int) -> int:
        """The number of a task's label; of one that isn't known, -100, which is not learnt."""
        if isinstance(label, int):
            return label
        names = self.of(task)
        return names.index(label) if label in names else -100


def labels_of(samples: Sequence[Sample]) -> Labels:
    """The parts of speech and relations that stand in samples, sorted."""
    upos = {str(label) for sample in samples for label in sample.labels["upos"].values()}
    relations = {str(label) for sample in samples for label in sample.labels["relation"].values()}
    return Labels(tuple(sorted(upos)), tuple(sorted(relations)))


def loose_mask() -> list[list[bool]]:
    """For each label of three classes, which labels of the record's kinds it allows."""
    allowed = {"O": {"O"}}
    for name, kinds in LOOSE.items():
        allowed |= {f"{part}-{name}": {f"{part}-{kind}" for kind in kinds} for part in "BI"}
    return [[name in allowed[label] for name in NAMES] for label in NAMES3]
