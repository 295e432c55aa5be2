"""What programs can ask for about events: found, told, counted, on a timeline and at places."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from konon.archive import Counts, EventPlaces, JoinedEvent, Timeline, Unit
from konon.explore.api.routes import ABSENT, REFUSED, After, Size, link
from konon.explore.api.shapes import Events
from konon.explore.api.tags import TaggedRoute
from konon.explore.desk import Kept
from konon.explore.happened import Sought

router = APIRouter(route_class=TaggedRoute, tags=["v1"], responses=REFUSED)


@router.get("/events")
def events(request: Request, response: Response, kept: Kept, asked: Sought, size: Size = 50,
           after: After = None) -> Events:  # fmt: skip
    """The events that a question finds, the newest first; what several reports tell of is one event."""
    page = kept.events(asked.query, size=size, after=after or None)
    link(request, response, page)
    return Events(items=list(page.items), total=page.total, exact=page.exact, next=page.next)


@router.get("/events/timeline")
def timeline(kept: Kept, asked: Sought,
             unit: Annotated[Unit, Query(description="what a period is")] = "month") -> Timeline:  # fmt: skip
    """How many events of each type the years, months or days have."""
    return kept.timeline(asked.query, unit=unit)


@router.get("/events/places")
def places(kept: Kept, asked: Sought) -> EventPlaces:
    """Where events happened; of the newest 5,000, where there are more."""
    return kept.event_places(asked.query)


@router.get("/events/{report}/{event}", responses=ABSENT)
def event(kept: Kept, report: str, event: str) -> JoinedEvent:
    """An event with all reports that tell it, how alike they are and why."""
    return kept.event(f"{report}/{event}")


@router.get("/events/{report}/{event}/counts", responses=ABSENT)
def counts(kept: Kept, report: str, event: str) -> Counts:
    """Who gave which number of people when for an event, what is contested, and who changed a number."""
    return kept.counts(f"{report}/{event}")
