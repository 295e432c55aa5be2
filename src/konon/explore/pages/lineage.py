"""Lineage: whose text is reprinted most, the tree of a text's copies, and two reports side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from konon.archive import Archive, FoundReport, Lineage, Page, Relative, Reprinted
from konon.compare.reasons import Reason
from konon.errors import NotKeptError
from konon.explore.beside import Beside, beside, counted
from konon.explore.desk import Kept, render
from konon.export.html import View

router = APIRouter()
_SIZE = 25
# So many copies are told with what was changed in them, since each has to be compared; others by a link to that.
_COMPARED = 12
# So many are told on the page of a report; the tree has all.
_NEAREST = 20


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of change, and how many there are."""

    kind: str
    number: int


@dataclass(frozen=True, slots=True)
class Copy:
    """A report in a tree: the step by which it hangs there (None at the top), its changes, and who has it from there.

    `changes` are None where they were not compared.
    """

    report: FoundReport
    step: Relative | None
    changes: tuple[Kind, ...] | None
    copies: tuple["Copy", ...]

    @property
    def origin(self) -> str:
        """The report that it hangs on."""
        return self.step.through if self.step else ""


@dataclass(frozen=True, slots=True)
class LineageListPage:
    """What the list of the most reprinted reports shows."""

    found: Page[Reprinted]
    after: str | None

    @property
    def most(self) -> int:
        """The greatest number of copies on this page."""
        return max((item.others for item in self.found.items), default=1)


@dataclass(frozen=True, slots=True)
class LineagePage:
    """What the page of a text's copies shows: the report asked about, the tree, and who else has the text.

    `third` is the name of whoever all have it from who is not in the archive, where reports credit one.
    """

    asked: FoundReport
    tree: Copy
    number: int
    common: tuple[Copy, ...]
    unknown: tuple[Copy, ...]
    third: str | None
    further: tuple[FoundReport, ...]


@dataclass(frozen=True, slots=True)
class BesidePage:
    """What the reading of two reports side by side shows; `step` is how the archive ties them, where it does."""

    origin: FoundReport
    copy: FoundReport
    views: tuple[View, View]
    reading: Beside
    step: Relative | None


@router.get("/lineage", response_class=HTMLResponse)
def lineages(request: Request, kept: Kept,
             after: Annotated[str | None, Query(max_length=40)] = None) -> HTMLResponse:  # fmt: skip
    """The reports whose text most others have."""
    return render(request, "lineages.html", LineageListPage(kept.reprinted(size=_SIZE, after=after or None), after))


@router.get("/lineage/{report}", response_class=HTMLResponse)
def lineage(request: Request, kept: Kept, report: str) -> HTMLResponse:
    """The tree of a text's copies, from the first report that had it."""
    asked = kept.lineage(report)
    whole = kept.lineage(asked.up[-1].report.report) if asked.up else asked
    comparing = _Comparing(kept, whole)
    placed = {whole.report.report, *(relative.report.report for relative in whole.relatives)}
    others = [] if asked is whole else [*asked.alike, *asked.up]
    beside_it = [*whole.alike, *(relative for relative in others if relative.report.report not in placed)]
    return render(request, "lineage.html", LineagePage(
        asked.report, comparing.tree(), len(placed),
        tuple(comparing.copies(one for one in beside_it if one.relation == "common")),
        tuple(comparing.copies(one for one in beside_it if one.relation == "unknown")), third(beside_it),
        tuple(one.report for one in beside_it if one.relation == "origin"),
    ))  # fmt: skip


@router.get("/lineage/{origin}/{copy}", response_class=HTMLResponse)
def side_by_side(request: Request, kept: Kept, origin: str, copy: str) -> HTMLResponse:
    """Two reports side by side, with what was changed from one to the other."""
    records = kept.record(origin), kept.record(copy)
    found = kept.report(origin), kept.report(copy)
    if found[0].report == found[1].report:
        raise NotKeptError("is one report.", subject=origin, remedy="Choose two on the page of a text's copies.")
    return render(request, "beside.html", BesidePage(
        *found, (View.of(records[0], "a"), View.of(records[1], "b")), beside(*records),
        next(step_between(kept.lineage(copy), found[0].report), None),
    ))  # fmt: skip


def step_between(told: Lineage, other: str) -> Iterator[Relative]:
    """How a report hangs together with another directly."""
    for relative in told.relatives:
        if relative.report.report == other and relative.steps == 1:
            yield relative


def third(relatives: Sequence[Relative]) -> str | None:
    """The name of the outlet that both credit of whom neither has it from the other."""
    reasons: Iterator[Reason] = (reason for relative in relatives for reason in relative.reasons)
    return next((reason.one for reason in reasons if reason.feature == "common_credit"), None)


class _Comparing:
    """The reports of a tree, the first of them with what was changed in their wording."""

    def __init__(self, kept: Archive, told: Lineage) -> None:
        self._kept = kept
        self._told = told
        self._left = _COMPARED
        self._hanging: dict[str, list[Relative]] = {}
        for relative in told.down:
            self._hanging.setdefault(relative.through, []).append(relative)

    def tree(self) -> Copy:
        """The report at the top with all that hang on it."""
        return Copy(self._told.report, None, None, tuple(self.copies(self._hanging.get(self._told.report.report, ()))))

    def copies(self, relatives: Sequence[Relative] | Iterator[Relative]) -> Iterator[Copy]:
        """These reports, the earliest first, each with those that hang on it."""
        for relative in sorted(relatives, key=lambda one: one.report.day or "9"):
            report = relative.report.report
            told = changes_of(self._kept, relative.through, report) if self._left > 0 else None
            self._left -= 1
            below = self._hanging.get(report, ()) if relative.relation == "copy" else ()
            yield Copy(relative.report, relative, told, tuple(self.copies(below)))


def nearest(kept: Archive, told: Lineage) -> Iterator[Copy]:
    """The reports that a report has its text from, has given it to, or shares it with directly, the first compared."""
    direct = [relative for relative in told.relatives if relative.steps == 1][:_NEAREST]
    for place, relative in enumerate(direct):
        ends = (relative.report.report, told.report.report)
        origin, copy = ends if relative.relation == "origin" else ends[::-1]
        changes = changes_of(kept, origin, copy) if place < _COMPARED // 2 else None
        yield Copy(relative.report, relative, changes, ())


def changes_of(kept: Archive, origin: str, copy: str) -> tuple[Kind, ...]:
    """How many wordings of each kind were changed from one report to another."""
    return tuple(Kind(kind, number) for kind, number in counted(kept.rewordings(origin, copy)))
