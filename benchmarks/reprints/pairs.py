"""Pairs of reports: the same text underneath, or only the same story."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from random import Random

from reprints.rewriting import HEAVY, LIGHT, MIDDLE, reworked
from reprints.story import STORIES, Told, printed, story, told

HANDS = {"light": LIGHT, "middle": MIDDLE, "heavy": HEAVY}


@dataclass(frozen=True, slots=True)
class Printed:
    """A report as it is printed; `number` is its place among all."""

    number: int
    outlet: str
    title: str
    published: str
    text: str


@dataclass(frozen=True, slots=True)
class Family:
    """Reports of one story, and the pairs of them with one text underneath: (origin, copy) → how it was reworked."""

    reports: tuple[Printed, ...]
    copies: dict[tuple[int, int], str]
    common: frozenset[tuple[int, int]]


def families(seed: int, *, kinds: tuple[int, ...] = tuple(range(len(STORIES)))) -> Iterator[Family]:
    """Families without end; the same for the same seed."""
    number = 0
    place = 0
    while True:
        family = _family(Random(f"{seed} {place}"), number, kinds)
        yield family
        number += len(family.reports)
        place += 1


def _family(chance: Random, first: int, kinds: tuple[int, ...]) -> Family:
    """Two or three own reports of a story, and copies of one of them: reworked, cut, merged, copied again."""
    happened = story(chance, kinds=kinds)
    own = [told(chance, happened) for _ in range(chance.randint(2, 3))]
    page = _Page(chance, first)
    for report in own:
        page.add(report)
    root = own[0]
    done: list[tuple[int, Told]] = []
    for _ in range(chance.randint(1, 2)):
        name, hand = chance.choice(list(HANDS.items()))
        copy = _later(chance, reworked(chance, root, hand))
        done.append((page.add(copy, of=[(0, name)], credit=root.outlet), copy))
    if chance.random() < 0.5:
        copy = _later(chance, reworked(chance, root, MIDDLE, keep=chance.uniform(0.4, 0.6)))
        page.add(copy, of=[(0, "cut")], credit=root.outlet)
    if chance.random() < 0.4:
        _merge(chance, page, own)
    if chance.random() < 0.4:
        number, copied = done[0]
        again = _later(chance, reworked(chance, copied, chance.choice((LIGHT, MIDDLE))))
        page.add(again, of=[(number, "again")], credit=copied.outlet)
        page.copies[first, first + len(page.reports) - 1] = "twice removed"
    return page.family()


def _merge(chance: Random, page: "_Page", own: list[Told]) -> None:
    """A report put together of halves of two others."""
    parts = [
        reworked(chance, report, chance.choice((LIGHT, MIDDLE)), keep=chance.uniform(0.55, 0.8)) for report in own[:2]
    ]
    day = max(report.day for report in own[:2])
    merged = replace(parts[0], sentences=parts[0].sentences + parts[1].sentences, day=day)
    page.add(_later(chance, merged), of=[(0, "merged"), (1, "merged")], credit=own[0].outlet)


def _later(chance: Random, report: Told) -> Told:
    return replace(report, day=report.day + timedelta(days=chance.choice((0, 0, 1, 1, 2))))


class _Page:
    """The reports of a family as they come."""

    def __init__(self, chance: Random, first: int) -> None:
        self.reports: list[Printed] = []
        self.copies: dict[tuple[int, int], str] = {}
        self._chance, self._first = chance, first

    def add(self, report: Told, *, of: list[tuple[int, str]] = [], credit: str = "") -> int:  # noqa: B006 - only read
        """Print a report; gives its place in the family."""
        chance = self._chance
        line = (
            chance.choice(("", "", f"\nSumber: {credit}", f"\n({credit})", f" Demikian dilansir {credit}."))
            if of
            else ""
        )
        at = len(self.reports)
        self.reports.append(Printed(self._first + at, report.outlet, report.title, report.day.isoformat(),
                                    printed(chance, report, credit=line)))  # fmt: skip
        for origin, how in of:
            self.copies[self._first + origin, self._first + at] = how
        return at

    def family(self) -> Family:
        """All of them; copies of one report are of common origin among each other."""
        common = set()
        for at in range(self._first, self._first + len(self.reports)):
            roots = {origin for origin, copy in self.copies if copy == at}
            for other in range(self._first, at):
                if roots & {origin for origin, copy in self.copies if copy == other} and (other, at) not in self.copies:
                    common.add((other, at))
        return Family(tuple(self.reports), dict(self.copies), frozenset(common))
