"""Invented stories: each told by several outlets, whose reports are their own or reworded reprints of another's."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from generated.cast import Cast
from generated.lines import Line, Teller
from generated.writing import written
from konon.record import Record

# Reports have a log-normal number of words about this one, and not fewer or more than these.
_WORDS, _SPREAD, _FEWEST, _MOST = 260, 0.5, 60, 1_500
_FIRST_DAY, _DAYS = date(2019, 1, 1), 2_500
# Of the reports of a story, so many are reprints, and of all pages so many are changed later.
_REPRINTED, _CHANGED = 0.45, 0.02
# A reprint drops a sentence, or rewords it, as often as this.
_DROPPED, _REWORDED = 0.12, 0.25


@dataclass(frozen=True, slots=True)
class Told:
    """A report of a story: its record, the number of the one that it reprints, and whom each of its entities is."""

    number: int
    story: int
    record: Record
    reprints: int | None
    players: dict[str, int]


@dataclass(frozen=True, slots=True)
class _Version:
    """A report before it is written out."""

    number: int
    lines: tuple[Line, ...]
    title: str
    outlet: str
    day: date


def stories(seed: int = 1) -> Iterator[Told]:
    """Reports of stories without end, one story after the other; the same for the same seed."""
    teller = Teller(seed)
    number = story = 0
    while True:
        for told in _story(Random(f"{seed} {story}"), teller, story=story, first=number):
            number += 1
            yield told
        story += 1


def _story(chance: Random, teller: Teller, *, story: int, first: int) -> Iterator[Told]:
    """The reports of a story; most stories have few."""
    begun = _FIRST_DAY + timedelta(days=chance.randrange(_DAYS))
    scene = teller.scene(chance, begun)
    versions: list[_Version] = []
    for at in range(min(int(chance.paretovariate(1.2)), 20)):
        source = chance.choice(versions) if versions and chance.random() < _REPRINTED else None
        day = begun + timedelta(days=chance.choice((0, 0, 0, 1, 1, 2)))
        lines = _reworded(chance, teller, source.lines) if source else teller.lines(chance, scene, _length(chance))
        title = source.title if source else teller.title(chance, scene)
        version = _Version(first + at, lines, title, teller.cast.outlet(chance), day)
        versions.append(version)
        yield _told(chance, teller.cast, version, story=story, reprints=source.number if source else None)
    if chance.random() < _CHANGED:
        last = versions[-1]
        changed = replace(last, number=last.number + 1, lines=_reworded(chance, teller, last.lines))
        yield _told(chance, teller.cast, changed, story=story, reprints=last.number, page=last.number)


def _length(chance: Random) -> int:
    return int(min(max(_WORDS * chance.lognormvariate(0, _SPREAD), _FEWEST), _MOST))


def _reworded(chance: Random, teller: Teller, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    kept = [line for line in lines if chance.random() >= _DROPPED] or list(lines[:1])
    return tuple(teller.reworded(chance, line) if chance.random() < _REWORDED else line for line in kept)


def _told(chance: Random, cast: Cast, version: _Version, *, story: int, reprints: int | None,
          page: int | None = None) -> Told:  # fmt: skip
    host = version.outlet.lower().replace(" ", "")
    hour = f"{chance.randrange(24):02}:{chance.randrange(60):02}:00+07:00"
    record, players = written(
        chance, cast, version.lines, title=version.title, outlet=version.outlet,
        url=f"https://{host}.example/{version.number if page is None else page}", published=f"{version.day}T{hour}",
    )  # fmt: skip
    return Told(version.number, story, record, reprints, players)
