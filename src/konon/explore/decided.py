"""What people decided on a report, as its page and the page of decisions show it."""

from collections.abc import Iterable
from dataclasses import dataclass

from konon.archive import Archive, Correction
from konon.archive.corrections.keeping import REPORT
from konon.errors import NotKeptError
from konon.explore.telling import Told


@dataclass(frozen=True)
class Decided:
    """The decisions on a report, in the order in which they were made."""

    report: str
    told: tuple[Told, ...] = ()

    def on(self, part: str) -> Correction | None:
        """The decision that holds on a part; None where there is none."""
        return next((told.decision for told in reversed(self.told)
                     if told.decision.part == part and told.decision.withdrawn is None), None)  # fmt: skip

    @property
    def checked(self) -> Correction | None:
        """Who vouches for the whole record; None where nobody does."""
        return next((told.decision for told in reversed(self.told)
                     if told.decision.kind == REPORT and told.decision.withdrawn is None), None)  # fmt: skip

    def made(self, key: int | None) -> Told | None:
        """A decision by its number, where it stands."""
        return next((each for each in self.told if each.decision.key == key and each.decision.withdrawn is None), None)


def decided(kept: Archive, report: str) -> Decided:
    """What people decided on a report, by its id."""
    decisions = kept.corrections.of(report)
    if not decisions:
        return Decided(report)
    record, idle = kept.record(report), kept.corrections.idle(report)
    last = _last(decisions)
    return Decided(report, tuple(
        Told(each, record, record.document.title, each.key in last, idle.get(each.key)) for each in decisions
    ))  # fmt: skip


def told(kept: Archive, decisions: Iterable[Correction]) -> list[Told]:
    """Decisions on several reports, each with its report; those whose report is gone are left out."""
    reports: dict[str, Decided | None] = {}
    found = []
    for decision in decisions:
        if decision.report not in reports:
            try:
                reports[decision.report] = decided(kept, decision.report)
            except NotKeptError:
                reports[decision.report] = None
        known = reports[decision.report]
        found += [each for each in known.told if each.decision.key == decision.key] if known else []
    return found


def _last(decisions: Iterable[Correction]) -> set[int]:
    """The decisions that can be taken back: on each part the latest that stands."""
    return set({decision.part: decision.key for decision in decisions if decision.withdrawn is None}.values())
