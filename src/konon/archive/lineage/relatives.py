"""What an archive answers about who has a text from whom."""

from dataclasses import dataclass
from typing import Literal

from konon.archive.findings import FoundReport
from konon.compare.reasons import Reason

# What a report is to the one that was asked about: it gave it the text, has it from there, has it from the same third
# report, or shares it and nobody knows who had it first.
Relation = Literal["origin", "copy", "common", "unknown"]
# What a person may say of two reports.
Verdict = Literal["copied", "common", "apart"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relative:
    """A report with the same text underneath, as a place in a tree.

    `through` is the report that it hangs on, `steps` how far that is from the one asked about. `copy_share` is how much
    of the copy's own words are in the origin, `origin_share` the other way round, of the two reports on this step.
    Where it is not known who copied, the report asked about is taken for the copy. Of the reasons, scores above 0 speak
    for the direction that is told, below against it; `by` is who or what decided.
    """

    relation: Relation
    steps: int
    through: str
    report: FoundReport
    copy_share: float
    origin_share: float
    sentences: int
    score: float
    reasons: tuple[Reason, ...]
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """Where a report's text is from (`up`, the nearest first), who has it from there (`down`), who else has it."""

    report: FoundReport
    up: tuple[Relative, ...]
    down: tuple[Relative, ...]
    alike: tuple[Relative, ...]

    @property
    def relatives(self) -> tuple[Relative, ...]:
        """All of them."""
        return (*self.up, *self.down, *self.alike)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reprinted:
    """The first report of a text, and how many others have it: from there, directly or not, or from the same third."""

    report: FoundReport
    others: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LineageDecision:
    """What somebody said of two reports, by their ids; `withdrawn` is when it was taken back."""

    key: int
    origin: str
    copy: str
    verdict: Verdict
    by: str
    note: str | None
    made: str
    withdrawn: str | None
