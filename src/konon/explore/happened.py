"""Which events an address asks for: of what type, with whom, where, and when."""

from dataclasses import asdict, dataclass, replace
from typing import Annotated

from fastapi import Depends, Query

from konon.errors import QueryError
from konon.explore.periods import real
from konon.record.vocabulary import EVENT_TYPES

_FIELDS = {"since": "after", "until": "before"}
_DAY = r"^\s*(\d{4}(-\d{2}(-\d{2})?)?)?\s*$"


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """What events are asked for; empty fields ask for nothing."""

    type: str = ""
    actor: str = ""
    place: str = ""
    since: str = ""
    until: str = ""

    @property
    def query(self) -> str:
        """All of it as one query; QueryError comes only where it is searched for."""
        return " ".join(f"{_FIELDS.get(name, name)}:{_quoted(value)}" for name, value in self.chosen())

    def chosen(self) -> list[tuple[str, str]]:
        """What was chosen: the fields, each with its value, as an address tells them."""
        return [(name, value) for name, value in asdict(self).items() if value.strip()]

    def but(self, **changed: str) -> "Happened":
        """The same, but for these fields."""
        return replace(self, **changed)

    def at(self, period: str) -> "Happened":
        """The same in a year, month or day."""
        return replace(self, since=period, until=period)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The types that can be asked for."""
        return EVENT_TYPES


def _quoted(value: str) -> str:
    # A quotation mark can't be asked for, and names are found without it; dates are not quoted.
    plain = value.replace('"', " ").strip()
    return plain if plain.replace("-", "").isdigit() else f'"{plain}"'


def happened_of(
    type: Annotated[str, Query(max_length=40, description="what happened, such as ASSAULT")] = "",  # noqa: A002 - its name in addresses
    actor: Annotated[str, Query(max_length=200, description="who took part: a name, or the id of an actor")] = "",
    place: Annotated[str, Query(max_length=200, description="where: a name, or the id of a place")] = "",
    since: Annotated[str, Query(pattern=_DAY, description="not before this year, month or day")] = "",
    until: Annotated[str, Query(pattern=_DAY, description="not after this year, month or day")] = "",
) -> Happened:
    """What events a request asks for."""
    for day in (since.strip(), until.strip()):
        if day and not real(day):
            raise QueryError("is in no calendar.", subject=day, remedy="Write 2024, 2024-03 or 2024-03-11.")
    return Happened(type=type, actor=actor, place=place, since=since.strip(), until=until.strip())


Sought = Annotated[Happened, Depends(happened_of)]
