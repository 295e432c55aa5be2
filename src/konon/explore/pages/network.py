"""The network of actors: who is tied to whom by what, drawn and told, and the places in reports that say so."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from konon.archive import TIES, Actor, Archive, Between, Bond, Network, Node, Scope
from konon.archive.network.finding import NEWEST
from konon.errors import QueryError
from konon.explore.asked_network import ACTORS, SIZES, AskedNetwork, WantedNetwork
from konon.explore.desk import Kept, render
from konon.explore.networks import GROUPS, Picture, picture, shape_of
from konon.explore.wording import address

router = APIRouter()
# So many of the strongest ties are told beside the picture, unless all are asked for.
_TOLD = 60
_MATCHES, _EVIDENCE = 12, 20


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkPage:
    """What the page of the network shows; `error` is why nothing could be."""

    asked: AskedNetwork
    q: str = ""
    matches: tuple[Actor, ...] = ()
    every: bool = False
    network: Network | None = None
    picture: Picture | None = None
    error: QueryError | None = None

    @property
    def middle(self) -> Node | None:
        """The actor in the middle."""
        found = self.network
        return next((actor for actor in found.actors if actor.id == found.around), None) if found else None

    @property
    def told(self) -> tuple[Bond, ...]:
        """The ties that are told as a table."""
        bonds = self.network.bonds if self.network else ()
        return bonds if self.every else bonds[:_TOLD]

    @property
    def names(self) -> dict[str, str]:
        """The names of the actors by their ids."""
        return {actor.id: actor.name for actor in self.network.actors} if self.network else {}

    @property
    def groups(self) -> list[tuple[int, str, tuple[str, ...]]]:
        """The groups of kinds of ties with the number of their colour."""
        return [(number, group, kinds) for number, (group, kinds) in enumerate(GROUPS.items(), 1)]

    @property
    def newest(self) -> int:
        """How many ties of each kind are counted where days are asked for."""
        return NEWEST

    @property
    def shapes(self) -> list[tuple[str, str]]:
        """The kinds of actors that are drawn, with their outline."""
        return [(kind, shape_of(kind)) for kind in self.picture.kinds] if self.picture else []

    @property
    def choices(self) -> tuple[tuple[str, ...], tuple[int, ...]]:
        """The kinds of actors and the sizes that can be chosen."""
        return (*ACTORS, "group", "other"), SIZES


@router.get("/network", response_class=HTMLResponse, response_model=None)
def network(request: Request, kept: Kept, asked: WantedNetwork, q: Annotated[str, Query(max_length=200)] = "",
            rows: Annotated[str, Query(max_length=3)] = "") -> Response:  # fmt: skip
    """The network; where an actor is sought (`q`), the one around it, or those that are called so."""
    matches = tuple(_matches(kept, q)) if q.strip() else ()
    if len(matches) == 1:
        return RedirectResponse(address("/network", asked.address(around=matches[0].id)), 303)
    try:
        found = kept.network(asked.scope, around=asked.around or None)
    except QueryError as error:
        page = NetworkPage(asked=asked, q=q, error=error)
        return render(request, "network.html", page, status=400)
    return render(request, "network.html", NetworkPage(
        asked=asked, q=q, matches=matches, every=rows == "all", network=found, picture=picture(found),
    ))  # fmt: skip


def _matches(kept: Archive, words: str) -> list[Actor]:
    try:
        return kept.actors(words, size=_MATCHES)
    except QueryError:
        # What holds no letter names nobody.
        return []


@dataclass(frozen=True, slots=True, kw_only=True)
class TiePage:
    """What ties one actor to another: the places in reports, of all kinds or of one."""

    asked: AskedNetwork
    after: str | None
    found: Between


@router.get("/network/ties/{one}/{other}", response_class=HTMLResponse)
def ties(request: Request, kept: Kept, one: str, other: str, asked: WantedNetwork,
         after: Annotated[str | None, Query(max_length=40)] = None) -> HTMLResponse:  # fmt: skip
    """The places in reports that tie two actors."""
    scope = Scope(kinds=asked.kind or TIES, since=asked.since or None, before=asked.before or None, size=_EVIDENCE)
    found = kept.between(one, other, scope, after=after or None)
    return render(request, "tie.html", TiePage(asked=asked, after=after, found=found))
