"""Numbers over time as bars: where each stands, for a template to draw."""

from collections.abc import Sequence
from dataclasses import dataclass

# Bars of more months would be too thin to see, and those of fewer too broad to compare.
_MOST, _LEAST = 36, 12
WIDTH, HEIGHT = 720, 96


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: its month, its number, and where it stands in a picture of `WIDTH` by `HEIGHT`."""

    month: str
    number: int
    x: float
    y: float
    width: float
    height: float


def bars(numbers: Sequence[tuple[str, int]]) -> tuple[Bar, ...]:
    """The bars of numbers by months such as 2024-03, with the months between them that have none."""
    if not numbers:
        return ()
    given = dict(numbers)
    months = _months(min(given), max(given))[-_MOST:]
    highest = max(given.get(month, 0) for month in months) or 1
    step = WIDTH / len(months)
    return tuple(
        Bar(month, number, round(place * step, 1), round(HEIGHT - tall, 1), round(step * 0.82, 1), round(tall, 1))
        for place, month in enumerate(months)
        for number in [given.get(month, 0)]
        for tall in [max(2.0, HEIGHT * number / highest) if number else 0.0]
    )


def _months(first: str, last: str) -> list[str]:
    begin, end = (int(month[:4]) * 12 + int(month[5:7]) - 1 for month in (first, last))
    return [f"{number // 12:04}-{number % 12 + 1:02}" for number in range(min(begin, end - _LEAST + 1), end + 1)]
