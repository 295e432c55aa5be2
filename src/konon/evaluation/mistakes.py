"""What a record got wrong: each mistake with its kind and its places in the text."""

from dataclasses import dataclass

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
    """One mistake; `gold` and `predicted` are the places that each side marks, `what` tells it in a line."""

    doc: str
    kind: str
    what: str
    gold: tuple[Place, ...] = ()
    predicted: tuple[Place, ...] = ()
