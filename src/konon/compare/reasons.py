"""Why a comparison comes out as it does: what was compared, and how much it counts."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that was compared: its part of the score (below 0 where it speaks against), and both values."""

    feature: str
    score: float
    one: str
    other: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two things are, 0 to 1, and why: the sum of the reasons, kept within these bounds."""

    score: float
    reasons: tuple[Reason, ...]

    @classmethod
    def of(cls, reasons: Iterable[Reason]) -> "Likeness":
        """The likeness that reasons add up to; reasons of no weight are left out."""
        kept = tuple(reason for reason in reasons if reason.score)
        return cls(round(min(1.0, max(0.0, sum(reason.score for reason in kept))), 4), kept)


def in_words(reasons: Iterable[Reason]) -> str:
    """Reasons in a line: what was compared, what it counts, and both values."""
    return "; ".join(
        f"{reason.feature} {reason.score:+.2f}" + (f" ({values})" if values else "")
        for reason in reasons
        for values in [" / ".join(filter(None, (reason.one, reason.other)))]
    )
