"""The ways of a statement over all reports: who said it, in what, through whom, printed where; of how many origins."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from konon.archive import Denial, FoundStatement, Origins, Route
from konon.errors import NotKeptError
from konon.explore.desk import Kept, render
from konon.explore.graph import Stop
from konon.explore.picture import Edge, Picture, behind, picture

router = APIRouter()
# So many denials are told; a denial counts once for each telling that it answers.
_DENIALS = 400


@dataclass(frozen=True, slots=True)
class Answer:
    """A statement that denies, rejects or confirms another; `sure` is false for what is only likely."""

    denial: FoundStatement
    answers: FoundStatement
    sure: bool


@dataclass(frozen=True)
class WaysPage:
    """What the page of a statement's ways shows; `chosen` are the routes behind the station or step that was chosen."""

    found: FoundStatement
    origins: Origins
    picture: Picture
    denied: tuple[Answer, ...]
    denies: tuple[Answer, ...]
    station: str
    before: str
    chosen: tuple[Route, ...]

    @property
    def path(self) -> str:
        """The address of the page."""
        return f"/ways/{self.found.statement}"

    @cached_property
    def stops(self) -> dict[str, Stop]:
        """The stations by their keys."""
        return {node.stop.key: node.stop for node in self.picture.nodes}

    @cached_property
    def _lit(self) -> frozenset[str]:
        return frozenset(route.found.statement for route in self.chosen) if self.station else frozenset()

    def lit(self, edge: Edge) -> bool:
        """Whether a chosen report's way goes over a step."""
        return any(route.found.statement in self._lit for route in edge.routes)

    @property
    def ends(self) -> list[Stop]:
        """The origins of which something is told, as they are numbered."""
        found = [stop for stop in self.stops.values() if stop.origin and stop.kind != "outlet"]
        return sorted(found, key=lambda stop: stop.origin or 0)

    @property
    def untold(self) -> int:
        """How many outlets tell nothing of how they had it."""
        return sum(origin.certainty == "untold" for origin in self.origins.origins)

    def leads(self, station: str, before: str = "") -> list[tuple[str, str]]:
        """What the address of a station asks for, or of the step to it from one `before`; none for what is chosen."""
        if (station, before) == (self.station, self.before):
            return []
        return [("station", station), ("before", before)]


Key = Annotated[str, Query(max_length=200)]


@router.get("/ways/{report}/{statement}", response_class=HTMLResponse)
def ways(request: Request, kept: Kept, report: str, statement: str, station: Key = "",
         before: Key = "") -> HTMLResponse:  # fmt: skip
    """The page of a statement's ways, with the reports behind a station or step."""
    origins = kept.origins(f"{report}/{statement}")
    found = next(route.found for route in origins.routes if route.found.statement == origins.statement)
    drawn = picture(origins)
    chosen = behind(drawn, station=station, before=before) if station else origins.routes
    if chosen is None:
        raise NotKeptError("no such station.", subject=station, remedy="Choose one on the page of the statement.")
    tellings = {route.found.statement for route in origins.routes}
    answers = kept.denials(origins.statement, size=_DENIALS)
    return render(request, "ways.html", WaysPage(
        found, origins, drawn, _answers(one for one in answers if one.denial.statement not in tellings),
        _answers(one for one in answers if one.denial.statement == origins.statement), station, before, chosen,
    ))  # fmt: skip


def _answers(told: Iterable[Denial]) -> tuple[Answer, ...]:
    """The denials, each once in the same words of the same source, with the statement that it answers most surely."""
    found: dict[tuple[str | None, str], Answer] = {}
    for one in told:
        if one.answers is not None:
            said = one.denial
            found.setdefault((said.actor, said.content.casefold()), Answer(said, one.answers, one.sure))
    return tuple(found.values())
