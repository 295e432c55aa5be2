"""Which of two reports with one text underneath has it from the other."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

from konon.compare.credits import same_outlet
from konon.compare.reasons import Reason

# Who has it from whom: the other from the one, the one from the other, both from a third, or nobody knows.
Direction = Literal["one", "other", "common", "unknown"]
_CREDIT, _DATE, _SHARE = 0.7, 0.3, 0.1
# From this sum on the reasons tell.
_TELLS = 0.15
_CLEARLY = 0.15
# Without a zone a time can be that of any place on earth.
_ANYWHERE = timedelta(hours=14)
_DAY = timedelta(days=1, seconds=-1)


@dataclass(frozen=True, slots=True)
class Printing:
    """What tells where a report is from: its outlet, its date of publication (ISO), the outlets that it credits."""

    outlet: str | None
    published: str | None
    credits: tuple[str, ...]


def direction(one: Printing, other: Printing, *, one_share: float,
              other_share: float) -> tuple[Direction, tuple[Reason, ...]]:  # fmt: skip
    """Who has it from whom, and why; scores above 0 speak for the first as the origin, below for the second.

    Two reports of one outlet that credit the same third are a report and what was written on from it.
    """
    reasons = tuple(_reasons(one, other, one_share, other_share))
    credited = any(reason.feature == "credit" for reason in reasons)
    apart = not (one.outlet and other.outlet and same_outlet(one.outlet, other.outlet))
    if apart and not credited and (third := _third(one, other)):
        return "common", (Reason("common_credit", _CREDIT, third, third),)
    total = sum(reason.score for reason in reasons)
    if abs(total) < _TELLS:
        return "unknown", reasons
    return ("one" if total > 0 else "other"), reasons


def _reasons(one: Printing, other: Printing, one_share: float, other_share: float) -> Iterator[Reason]:
    credits_one, credits_other = _credits(other, one), _credits(one, other)
    if bool(credits_one) != bool(credits_other):
        score = _CREDIT if credits_one else -_CREDIT
        yield Reason("credit", score, credits_other or one.outlet or "", credits_one or other.outlet or "")
    order = _order(one.published, other.published)
    if order:
        yield Reason("published", _DATE * order, one.published or "", other.published or "")
    difference = other_share - one_share
    if abs(difference) >= _CLEARLY:
        # More of a copy is in its origin than of the origin in a copy that was cut.
        yield Reason("share", round(max(-_SHARE, min(_SHARE, difference)), 2), f"{one_share:.0%}", f"{other_share:.0%}")


def _credits(crediting: Printing, credited: Printing) -> str | None:
    """The name by which a report credits another's outlet."""
    outlet = credited.outlet
    return next((name for name in crediting.credits if outlet and same_outlet(name, outlet)), None)


def _third(one: Printing, other: Printing) -> str | None:
    """The outlet that both credit."""
    return next((name for name in one.credits if any(same_outlet(name, another) for another in other.credits)), None)


def _order(one: str | None, other: str | None) -> int:
    """1 where the first came out before the second, -1 the other way round, 0 where the dates don't tell."""
    first, second = _moment(one), _moment(other)
    if one is None or other is None or first is None or second is None:
        return 0
    apart = timedelta(0) if bool(first.tzinfo) == bool(second.tzinfo) else _ANYWHERE
    starts = [moment.replace(tzinfo=moment.tzinfo or UTC) for moment in (first, second)]
    ends = [start + (_DAY if len(value) <= len("2024-01-31") else timedelta(0))
            for start, value in zip(starts, (one, other), strict=True)]  # fmt: skip
    if ends[0] + apart < starts[1]:
        return 1
    return -1 if ends[1] + apart < starts[0] else 0


def _moment(published: str | None) -> datetime | None:
    """The first moment that a date of publication can mean; None for a month, a year, or none at all."""
    try:
        return datetime.fromisoformat(published or "")
    except ValueError:
        return None
