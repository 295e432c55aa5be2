"""Numbers of people that several tellers give of one event: where they disagree, and who changed a number."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from konon.compare.tied import Tie
from konon.record.vocabulary import CountKind

# What is told to be about a number can be off by so much of it.
_ABOUT = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number of people that somebody gave: of whom, by whom, when, where it stands.

    `minimum` and `maximum` are null where open; `approximate` tells that it is about this number. `like` is what whole
    numbers are compared by beside their kind: empty for all people, else the words for whom. `part` tells that it
    counts some of those whom another number counts; `tie` what ties it to the event; `since` is the day from which a
    total counts. `teller` is who gives it, `actor` the id of that actor; where a report names nobody, the outlet
    `itself` is the teller.
    """

    kind: CountKind
    of: str | None
    like: str
    minimum: int | None
    maximum: int | None
    approximate: bool
    words: str
    part: bool
    tie: Tie
    since: str | None
    teller: str
    actor: str | None
    itself: bool
    statement: str | None
    report: str
    outlet: str | None
    url: str | None
    day: str | None
    published: str | None

    @property
    def bounds(self) -> tuple[float, float]:
        """The least and the most that it can mean; what is about a number can be off by a tenth."""
        low = 0.0 if self.minimum is None else float(self.minimum)
        high = float("inf") if self.maximum is None else float(self.maximum)
        return (low * (1 - _ABOUT), high * (1 + _ABOUT)) if self.approximate else (low, high)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contest:
    """Days in which the last numbers of tellers don't meet; `low` and `high` are the farthest from each other."""

    kind: CountKind
    like: str
    since: str | None
    first: str
    last: str
    low: Figure
    high: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A number that its teller changed."""

    kind: CountKind
    like: str
    teller: str
    before: Figure
    after: Figure


def whole(figures: Iterable[Figure]) -> list[Figure]:
    """The figures in the order of days; of several by one teller in one report on one day the greatest is whole.

    The others are told as parts of it: ten died, six of them here and four there.
    """
    ordered = sorted(figures, key=_order)
    greatest: dict[tuple[object, ...], float] = {}
    for figure in ordered:
        if not figure.part:
            greatest[_once(figure)] = max(_size(figure), greatest.get(_once(figure), 0.0))
    return [figure if figure.part else replace(figure, part=_size(figure) < greatest[_once(figure)])
            for figure in ordered]  # fmt: skip


def contested(figures: Iterable[Figure]) -> list[Contest]:
    """Where tellers disagree, by kind and whom they count; a number holds until its teller gives another.

    What a report says itself, naming nobody, holds for its day only: such numbers are seldom its own. Numbers of people
    of whom nothing is said but that it concerns them are never contested.
    """
    return [contest for group in comparable(figures) if group[0].kind != "affected" for contest in _contested(group)]


def revised(figures: Iterable[Figure]) -> list[Revision]:
    """The numbers that tellers changed from one day, or hour of publication, to a later one."""
    return [
        Revision(kind=before.kind, like=before.like, teller=before.teller, before=before, after=after)
        for group in comparable(figures)
        for series in by_teller(group)
        for before, after in pairwise(series)
        if _later(before, after) and (before.minimum, before.maximum) != (after.minimum, after.maximum)
    ]


def comparable(figures: Iterable[Figure]) -> list[list[Figure]]:
    """The whole numbers of known days that count the same people, in the order of days."""
    kept = [figure for figure in figures if not figure.part and figure.day and not _told_by_the_way(figure)]
    kept.sort(key=lambda figure: (*_alike(figure), *_order(figure)))
    return [list(group) for _, group in groupby(kept, _alike)]


def _told_by_the_way(figure: Figure) -> bool:
    """Whether a number is one person, told of apart from the event's sentence."""
    return figure.minimum == figure.maximum == 1 and figure.tie not in {"record", "sentence"}


def by_teller(figures: Iterable[Figure]) -> list[list[Figure]]:
    """Figures of one kind, teller by teller, each in the order of days; those of the most figures first."""
    found: dict[str, list[Figure]] = {}
    for figure in sorted(figures, key=_order):
        found.setdefault(_who(figure), []).append(figure)
    return sorted(found.values(), key=lambda series: -len(series))


def meet(one: Figure, other: Figure) -> bool:
    """Whether two numbers can both be right."""
    left, right = one.bounds, other.bounds
    return left[0] <= right[1] and right[0] <= left[1]


def _contested(figures: Sequence[Figure]) -> Iterator[Contest]:
    standing: dict[str, Figure] = {}
    open_: Contest | None = None
    for day, told in groupby(figures, lambda figure: figure.day or ""):
        standing = {who: figure for who, figure in standing.items() if not figure.itself}
        standing |= {_who(figure): figure for figure in told}
        low = min(standing.values(), key=lambda figure: (figure.bounds[1], figure.bounds[0]))
        high = max(standing.values(), key=lambda figure: figure.bounds)
        if meet(low, high):
            if open_:
                yield open_
            open_ = None
        else:
            first = open_.first if open_ else day
            open_ = Contest(kind=low.kind, like=low.like, since=low.since, first=first, last=day, low=low, high=high)
    if open_:
        yield open_


def _who(figure: Figure) -> str:
    return figure.actor or figure.teller


def _alike(figure: Figure) -> tuple[str, str, str]:
    return figure.kind, figure.like, figure.since or ""


def _once(figure: Figure) -> tuple[object, ...]:
    return (figure.report, _who(figure), *_alike(figure), figure.day)


def _size(figure: Figure) -> float:
    return float(max(figure.minimum or 0, figure.maximum or 0))


def _order(figure: Figure) -> tuple[str, str, float, str]:
    return figure.day or "", figure.published or "", _size(figure), figure.report


def _later(before: Figure, after: Figure) -> bool:
    """Whether a figure is known to be later: its day is, or both reports tell their hour, and who gave it."""
    if before.day != after.day or before.itself:
        return before.day != after.day
    hours = [figure.published or "" for figure in (before, after)]
    return all("T" in hour for hour in hours) and hours[0] != hours[1]
