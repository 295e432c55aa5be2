"""The routes of the network of actors for programs."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from konon.archive import TIES, Bond, Evidence, Network, Node, Scope
from konon.explore.api.routes import ABSENT, REFUSED, After, link
from konon.explore.api.shapes import Part
from konon.explore.api.tags import TaggedRoute
from konon.explore.asked_network import WantedNetwork
from konon.explore.desk import Kept

router = APIRouter(route_class=TaggedRoute, tags=["v1"], responses=REFUSED)


class BetweenShape(Part[Evidence]):
    """What ties one actor to another, and the places in reports that tell it."""

    one: Node
    other: Node
    there: list[Bond] = Field(description="how often the one is tied to the other by what")
    back: list[Bond] = Field(description="how often the other is tied to the one")


@router.get("/network", responses=ABSENT)
def network(kept: Kept, asked: WantedNetwork) -> Network:
    """Actors and what ties them, the strongest first; without `kind` all kinds but what is merely said."""
    return kept.network(asked.scope, around=asked.around or None)


@router.get("/network/ties/{one}/{other}", responses=ABSENT)
def ties(request: Request, response: Response, kept: Kept, *, one: str, other: str, asked: WantedNetwork,
         rows: Annotated[int, Query(ge=1, le=1000, description="how many places at most")] = 50,
         after: After = None) -> BetweenShape:  # fmt: skip
    """The places in reports that tie one actor to another, the newest first; without `kind` of all kinds."""
    scope = Scope(kinds=asked.kind or TIES, since=asked.since or None, before=asked.before or None, size=rows)
    found = kept.between(one, other, scope, after=after or None)
    link(request, response, found.places)
    return BetweenShape(
        one=found.one, other=found.other, there=list(found.there), back=list(found.back),
        items=list(found.places.items), total=found.places.total, exact=found.places.exact, next=found.places.next,
    )  # fmt: skip
