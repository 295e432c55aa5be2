"""What a record got wrong: each mistake with its kind and its places in the text."""

from collections.abc import Iterable
from dataclasses import dataclass

from konon.record.reason import Reason, in_words

Place = tuple[int, int]

# All kinds, in the order in which they are shown.
KINDS = (
    "statement missed", "statement too many", "source wrong", "act wrong", "form wrong",
    "chain link missed", "chain link too many",
    "count missed", "count too many", "count: who says so wrong",
    "event missed", "event too many", "event: actors or recipients wrong", "event: status or who says so wrong",
    "relation missed", "relation too many",
    "entity missed", "entity too many", "entity kind wrong",
    "date wrong", "date too many",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake; `gold` and `predicted` are the places that each side marks, `what` tells it in a line.

    `cause` says what decided the part wrongly, or what stood in the place of one that was missed; `confidence` and
    `why` are those of the predicted part, where there is one.
    """

    doc: str
    kind: str
    what: str
    gold: tuple[Place, ...] = ()
    predicted: tuple[Place, ...] = ()
    cause: str = ""
    confidence: float | None = None
    why: tuple[Reason, ...] = ()

    @property
    def reasons(self) -> str:
        """How sure the record is of the predicted part and what decided it, in a line; empty where it tells nothing."""
        return in_words(self.confidence, self.why)


def by_cause(mistakes: Iterable[Mistake]) -> dict[str, dict[str, list[Mistake]]]:
    """The mistakes by kind, in the order of the kinds, and by cause, the most frequent first."""
    found: dict[str, dict[str, list[Mistake]]] = {kind: {} for kind in KINDS}
    for mistake in mistakes:
        found[mistake.kind].setdefault(mistake.cause, []).append(mistake)
    return {
        kind: dict(sorted(causes.items(), key=lambda each: (-len(each[1]), each[0])))
        for kind, causes in found.items() if causes
    }  # fmt: skip
