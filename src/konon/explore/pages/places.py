"""Places: events on a map, over time and by type; the same as a table."""

from collections import Counter
from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from konon.archive import Archive, EventPlace, EventPlaces
from konon.errors import QueryError
from konon.explore import periods
from konon.explore.atlas import Atlas, atlas
from konon.explore.desk import Kept, render
from konon.explore.happened import Happened, Sought
from konon.explore.pages.events import names_in
from konon.explore.wording import address

router = APIRouter()
# Places that the map and the table show, those of most events.
_SHOWN = 120
# Months that the slider goes over, the newest.
_MONTHS = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesPage:
    """What the map shows; `months` are those that the slider goes over, `statements` how many name a place.

    `error` is why nothing could be sought.
    """

    asked: Happened
    names: dict[str, str]
    found: EventPlaces | None = None
    atlas: Atlas | None = None
    statements: dict[str, int]
    months: tuple[tuple[str, int], ...] = ()
    types: tuple[tuple[str, int], ...] = ()
    error: QueryError | None = None

    @property
    def shown(self) -> tuple[EventPlace, ...]:
        """The places that are shown."""
        return self.found.places[:_SHOWN] if self.found else ()

    @property
    def first(self) -> int:
        """Where the left end of the slider stands: the number of its month."""
        return next((number for number, (month, _) in enumerate(self.months) if month >= self.asked.since[:7]),
                    max(len(self.months) - 1, 0))  # fmt: skip

    @property
    def last(self) -> int:
        """Where the right end of the slider stands."""
        until = self.asked.until + "-12" if len(self.asked.until) == len("2024") else self.asked.until[:7]
        kept = [number for number, (month, _) in enumerate(self.months) if not until or month <= until]
        return max(kept[-1] if kept else 0, self.first)


@router.get("/events/places", response_class=HTMLResponse)
def places(request: Request, kept: Kept, asked: Sought) -> HTMLResponse:
    """Events on a map."""
    try:
        page = _page(kept, asked)
    except QueryError as error:
        page = PlacesPage(asked=asked, names={}, statements={}, error=error)
    # A picture that the slider asked for is told in the address too, without the fields that are empty.
    pushed = {"HX-Push-Url": address("/events/places", asked.chosen())}
    return render(request, "places.html", page, status=400 if page.error else 200, headers=pushed)


def _page(kept: Archive, asked: Happened) -> PlacesPage:
    found, always = kept.event_places(asked.query), asked.but(since="", until="")
    # The frame stays where it is while the time goes on.
    frame = found if asked == always else kept.event_places(always.query)
    months, types = Counter[str](), Counter[str]()
    for tally in kept.timeline(always.but(type="").query).tallies:
        types[tally.type] += tally.events
        if asked.type in {"", tally.type} and periods.real(tally.period):
            months[tally.period] += tally.events
    known = periods.between(min(months), max(months))[-_MONTHS:] if months else []
    return PlacesPage(
        asked=asked, names=names_in(kept, asked), found=found,
        atlas=atlas(found.places[:_SHOWN], frame=frame.places[:_SHOWN]),
        statements=kept.told_of([place.place for place in found.places[:_SHOWN]]),
        months=tuple((month, months[month]) for month in known), types=tuple(types.most_common()),
    )  # fmt: skip
