"""Numbers over time as lines that can be drawn: whose they are, when they were given, how high they stand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from konon.compare.tolls import Figure, by_teller, comparable

# Days are counted from here, as Matplotlib does.
EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - days of reports, wherever they are
NOON = 0.5


@dataclass(frozen=True, slots=True)
class Series:
    """What one teller gave, in the order of time; `times` are days from `EPOCH`."""

    teller: str
    figures: tuple[Figure, ...]
    times: tuple[float, ...]


def groups(figures: Iterable[Figure]) -> list[list[Figure]]:
    """The numbers that can be drawn together, of most tellers first; then of most numbers, then those of deaths."""
    return sorted(comparable(figures), reverse=True,
                  key=lambda group: (len(by_teller(group)), len(group), group[0].kind == "killed"))  # fmt: skip


def series_of(group: Sequence[Figure]) -> list[Series]:
    """The lines of a group of numbers, those of most numbers first."""
    return [Series(figures[0].teller, tuple(figures), tuple(map(time_of, figures))) for figures in by_teller(group)]


def time_of(figure: Figure) -> float:
    """When a number was given, in days from `EPOCH`: the hour of publication where it is of that day, else noon."""
    published = figure.published or ""
    if "T" in published and published.startswith(figure.day or "?"):
        return (datetime.fromisoformat(published).replace(tzinfo=None) - EPOCH) / timedelta(days=1)
    return day_number(figure.day or "") + NOON


def day_number(day: str) -> float:
    """A day as a count of days from `EPOCH`."""
    return (datetime.fromisoformat(day) - EPOCH) / timedelta(days=1)


def height(figure: Figure) -> float:
    """The number at which the line is drawn: the middle of bounds, or the one that is told."""
    if figure.minimum is not None and figure.maximum is not None:
        return (figure.minimum + figure.maximum) / 2
    return float(figure.minimum if figure.minimum is not None else figure.maximum or 0)
