"""An actor: its names, roles and ties, what it said, what is said of it, and who passes it on."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from konon.archive import Actor, Archive, Dossier, Facets, FoundStatement, Page
from konon.archive.rows import names_of
from konon.errors import QueryError
from konon.explore.desk import Kept, render
from konon.export.account import Account

router = APIRouter()
_SHOWN = 8
_LISTED = 60
# Of so many of the newest reports that name an actor, roles and ties are read; others would cost more than a look.
_READ = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldRole:
    """A role as reports tell it, from the first to the last of their days."""

    title: str
    first: str | None
    last: str | None
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TieEvidence:
    """A relation as a report tells it: the words that show it, and who says so.

    `teller` is None for the reporter, and empty for one who is not named.
    """

    subject: str
    subject_id: str
    type: str
    object: str
    object_id: str
    words: str
    teller: str | None
    report: str
    outlet: str | None
    day: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorPage:
    """What the page of an actor shows."""

    actor: Actor
    dossier: Dossier
    facets: Facets
    said: Page[FoundStatement]
    of: Page[FoundStatement]
    roles: tuple[HeldRole, ...]
    ties: tuple[tuple[str, tuple[TieEvidence, ...]], ...]

    @property
    def titles(self) -> dict[str, str | None]:
        """The titles of reports that name it."""
        return {seen.report: seen.title for seen in self.dossier.appearances}

    @property
    def spoke(self) -> list[tuple[str, int]]:
        """How many statements it made in each month."""
        return [(month.month, month.statements) for month in self.dossier.months if month.statements]

    @property
    def named(self) -> list[tuple[str, int]]:
        """How many reports name it in each month."""
        return [(month.month, month.reports) for month in self.dossier.months if month.reports]


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
        yield from (kept.actor(facet.value) for facet in kept.facets().sources)
        return
    try:
        yield from kept.actors(words, size=_LISTED)
    except QueryError:
        # What holds no letter names nobody.
        return


@router.get("/actors/{actor}", response_class=HTMLResponse)
def actor(request: Request, kept: Kept, actor: str) -> HTMLResponse:
    """The page of an actor."""
    found, dossier = kept.actor(actor), kept.dossier(actor)
    query = f"source:{found.id}"
    roles, ties = _read(kept, found, dossier)
    return render(request, "actor.html", ActorPage(
        actor=found, dossier=dossier, facets=kept.facets(query), said=kept.search(query, size=_SHOWN),
        of=kept.search(f"about:{found.id} -{query}", size=_SHOWN), roles=tuple(_spans(roles)),
        ties=tuple(_grouped(ties)),
    ))  # fmt: skip


Told = tuple[str, str | None, str]


def _read(kept: Archive, found: Actor, dossier: Dossier) -> tuple[list[Told], list[TieEvidence]]:
    """The roles (title, day, report) and ties that the newest reports tell of an actor."""
    roles: list[Told] = []
    ties: list[TieEvidence] = []
    own = {name.id for name in found.names}
    for report, group in groupby(dossier.appearances[: 2 * _READ], key=lambda seen: seen.report):
        seen = list(group)
        account = Account(kept.record(report))
        entities = {appearance.entity for appearance in seen}
        roles += [(account.role(role), seen[0].day, report) for entity in account.record.entities
                  if entity.id in entities for role in entity.roles]  # fmt: skip
        ties += _ties(account, own, report=report, outlet=seen[0].outlet, day=seen[0].day)
    return roles, ties


def _ties(account: Account, own: set[str], *, report: str, outlet: str | None,
          day: str | None) -> Iterator[TieEvidence]:  # fmt: skip
    record = account.record
    names = names_of(record)
    for tie in record.relations:
        subject, other = names[tie.subject], names[tie.object]
        if {subject.id, other.id} & own:
            yield TieEvidence(
                subject=subject.text, subject_id=subject.id, type=tie.type, object=other.text, object_id=other.id,
                words=record.quote(tie.start, tie.end), teller=_teller(account, tie.attributed_to), report=report,
                outlet=outlet, day=day,
            )  # fmt: skip


def _teller(account: Account, attributed_to: str | None) -> str | None:
    """Who says so; empty for one who is not named, None for the reporter."""
    return account.name(account.statements[attributed_to].source) if attributed_to else None


def _spans(roles: list[Told]) -> Iterator[HeldRole]:
    titles = dict.fromkeys(title for title, _, _ in roles)
    for title in titles:
        told = [(day, report) for other, day, report in roles if other == title]
        known = sorted(day for day, _ in told if day)
        yield HeldRole(title=title, first=known[0] if known else None, last=known[-1] if known else None,
                       reports=tuple(dict.fromkeys(report for _, report in told)))  # fmt: skip


def _grouped(ties: list[TieEvidence]) -> Iterator[tuple[str, tuple[TieEvidence, ...]]]:
    def key(tie: TieEvidence) -> tuple[str, str, str]:
        return (tie.type, tie.subject_id, tie.object_id)

    for (kind, _, _), group in groupby(sorted(ties, key=key), key=key):
        yield kind, tuple(group)
