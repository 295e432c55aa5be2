"""An actor: its names, roles and ties, what it said, what is said of it, and who passes it on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from konon.archive import (
    TIED,
    Actor,
    Archive,
    Bond,
    Dossier,
    Evidence,
    Facet,
    FoundStatement,
    Network,
    Page,
    Passed,
    Scope,
    Tie,
)
from konon.archive.rows import names_of
from konon.compare.actors import form
from konon.errors import QueryError
from konon.explore.desk import Kept, render
from konon.explore.lifeline import Lifeline, lifeline
from konon.export.account import Account
from konon.record.vocabulary import ACTS

router = APIRouter()
_SHOWN = 8
_LISTED, _LISTED_BESIDE = 60, 12
# So many titles are shown as printed, and so many drawn; each costs a look into a report, as places that tell ties do.
_TITLES, _LANES = 10, 6
_TIES, _QUOTED, _PLACES = 30, 8, 3
_AIMED = 8
_SPEAKS = "spokesperson_of"
# What is merely said of others is listed as what it said.
_ACTS = Scope(kinds=tuple(act for act in ACTS if act != "say"), of=tuple(kind for kind in TIED if kind != "group"),
              size=40)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldRole:
    """A title as it is printed, from the first to the last day on which reports tell it; `report` is the latest."""

    title: str
    first: str | None
    last: str | None
    reports: int
    report: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTie:
    """A relation with how many reports tell it, and the newest places where they do."""

    tie: Tie
    places: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorPage:
    """What the page of an actor shows; `aimed` is what it says of others, and others of it."""

    actor: Actor
    dossier: Dossier
    said: Page[FoundStatement]
    of: Page[FoundStatement]
    roles: tuple[HeldRole, ...]
    ties: tuple[ShownTie, ...]
    aimed: Network

    @property
    def titles(self) -> dict[str, str | None]:
        """The titles of reports that name it."""
        return {seen.report: seen.title for seen in self.dossier.appearances}

    @property
    def lifeline(self) -> Lifeline:
        """Its time, drawn."""
        titles = [(role.title, role.first, role.last) for role in self.roles[:_LANES]]
        return lifeline(self.dossier.months, titles, self.dossier.parts)

    @property
    def speakers(self) -> list[tuple[str, str, int]]:
        """Who speaks for it: id, name, and in how many reports."""
        return [(tie.subject, tie.subject_name, tie.reports) for tie in self.actor.ties
                if tie.type == _SPEAKS and tie.object == self.actor.id]  # fmt: skip

    @property
    def sides(self) -> list[tuple[str, list[tuple[str, str, list[Bond]]]]]:
        """Whom it speaks of and who speaks of it: each with the id, the name, and what is done by it how often."""
        names = {node.id: node.name for node in self.aimed.actors}
        there, back = ([bond for bond in self.aimed.bonds if getattr(bond, end) == self.actor.id]
                       for end in ("one", "other"))  # fmt: skip
        return [(name, [(other, names[other], bonds) for other, bonds in _by_other(listed, end)[:_AIMED]])
                for name, listed, end in (("Of whom it speaks", there, "other"), ("Who speaks of it", back, "one"))
                if listed]  # fmt: skip

    @property
    def printed(self) -> tuple[Facet, ...]:
        """The outlets that printed most of what it said."""
        return tuple(Facet(each.outlet, each.outlet, each.statements) for each in self.dossier.printed[:_LISTED_BESIDE])

    def passed(self, role: str) -> list[Passed]:
        """Who or what passed on what it said, as a relay or as a medium."""
        return [each for each in self.dossier.passed if each.role == role][:_LISTED_BESIDE]


def _by_other(bonds: Iterable[Bond], end: str) -> list[tuple[str, list[Bond]]]:
    """Bonds by the actor at their end, those of most first."""
    by_other: dict[str, list[Bond]] = {}
    for bond in bonds:
        by_other.setdefault(getattr(bond, end), []).append(bond)
    return sorted(by_other.items(), key=lambda item: -sum(bond.number for bond in item[1]))


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorsPage:
    """Actors whose names hold the words that were asked for; without any, those who said most."""

    q: str
    actors: tuple[Actor, ...]


@router.get("/actors", response_class=HTMLResponse)
def actors(request: Request, kept: Kept, q: Annotated[str, Query(max_length=200)] = "") -> HTMLResponse:
    """Actors by a part of their names."""
    return render(request, "actors.html", ActorsPage(q=q, actors=tuple(_listed(kept, q))))


def _listed(kept: Archive, words: str) -> Iterator[Actor]:
    if not words.strip():
        yield from kept.named_actors(facet.value for facet in kept.facets().sources)
        return
    try:
        yield from kept.actors(words, size=_LISTED)
    except QueryError:
        # What holds no letter names nobody.
        return


@router.get("/actors/{actor}", response_class=HTMLResponse)
def actor(request: Request, kept: Kept, actor: str) -> HTMLResponse:
    """The page of an actor."""
    found = kept.actor(actor)
    dossier = kept.dossier(found.id)
    query = f"source:{found.id}"
    return render(request, "actor.html", ActorPage(
        actor=found, dossier=dossier, said=kept.search(query, size=_SHOWN),
        of=kept.search(f"about:{found.id} -{query}", size=_SHOWN), roles=tuple(_roles(kept, found, dossier)),
        ties=tuple(_ties(kept, found)), aimed=kept.network(_ACTS, around=found.id),
    ))  # fmt: skip


def _roles(kept: Archive, found: Actor, dossier: Dossier) -> Iterator[HeldRole]:
    """The titles that it holds as the latest reports that tell them print them."""
    own = {name.id for name in found.names}
    for held in dossier.tenures[:_TITLES]:
        record = kept.record(held.report)
        account, names = Account(record), names_of(record)
        printed = [account.role(role) for entity in record.entities if names[entity.id].id in own
                   for role in entity.roles if form(role.title.lower()) == held.title]  # fmt: skip
        yield HeldRole(title=printed[0] if printed else held.title, first=held.first, last=held.last,
                       reports=held.reports, report=held.report)  # fmt: skip


def _ties(kept: Archive, found: Actor) -> Iterator[ShownTie]:
    """Its relations, those that most reports tell first, these with the newest places that tell them."""
    for number, tie in enumerate(found.ties[:_TIES]):
        scope = Scope(kinds=(tie.type,), size=_PLACES)
        places = kept.between(tie.subject, tie.object, scope).places.items if number < _QUOTED else ()
        yield ShownTie(tie=tie, places=places)
