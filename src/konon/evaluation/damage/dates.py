"""Dates in figures mistyped."""

import re
from collections.abc import Callable
from random import Random

from konon.evaluation.damage.edits import Edit, carried
from konon.evaluation.gold import GoldReport

_DATE = re.compile(r"(?<![\w/])(\d{1,2})/(\d{1,2})/(\d{4})(?![\w/])")
_SHORT = re.compile(r"(?<=\()(\d{1,2})/(\d{1,2})(?=\))")
Typo = Callable[[str, str, str, Random], str]


def mistyped(gold: GoldReport, dice: Random) -> GoldReport:
    """The report with one mistake in each date in figures; the gold keeps the days that were meant."""
    edits = []
    for pattern, typos in ((_DATE, _TYPOS), (_SHORT, _SHORT_TYPOS)):
        for match in pattern.finditer(gold.text):
            day, month, year = (*match.groups(), "")[:3]
            edits.append(Edit(match.start(), match.end(), dice.choice(typos)(day, month, year, dice)))
    return carried(gold, edits)


def _squeezed(day: str, month: str, year: str, _dice: Random) -> str:
    return f"{day}{month}{year}"


def _other_mark(day: str, month: str, year: str, dice: Random) -> str:
    return f"{day}/{month}{dice.choice('-.,')}{year}"


def _two_marks(day: str, month: str, year: str, _dice: Random) -> str:
    return f"{day}//{month}" + (f"/{year}" if year else "")


def _doubled(day: str, month: str, year: str, dice: Random) -> str:
    if not year:
        return f"{day}/{month}{month[-1]}"
    at = dice.randrange(4)
    return f"{day}/{month}/{year[: at + 1]}{year[at:]}"


def _swapped(day: str, month: str, year: str, _dice: Random) -> str:
    if len(set(day)) > 1:
        return f"{day[::-1]}/{month}" + (f"/{year}" if year else "")
    return f"{month}/{day}" + (f"/{year[:2]}{year[3]}{year[2]}" if year else "")


def _other_month(day: str, month: str, year: str, dice: Random) -> str:
    other = (int(month) - 1 + dice.choice((-1, 1))) % 12 + 1
    return f"{day}/{other}" + (f"/{year}" if year else "")


def _other_year(day: str, month: str, year: str, dice: Random) -> str:
    return f"{day}/{month}/{int(year) + dice.choice((-1, 1))}"


_SHORT_TYPOS: tuple[Typo, ...] = (_two_marks, _doubled, _swapped, _other_month)
_TYPOS: tuple[Typo, ...] = (*_SHORT_TYPOS, _squeezed, _other_mark, _other_year)
