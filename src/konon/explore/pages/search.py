"""The search: what was asked for stands in the address, so that a link keeps it."""

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, StreamingResponse

from konon.archive import Archive, Facet, Facets, FoundReport, FoundStatement, Page
from konon.archive.dialect import Phrase
from konon.archive.facets import MOST
from konon.archive.query import parse
from konon.errors import NotKeptError, QueryError, SlowError
from konon.explore.asked import Asked, Wanted
from konon.explore.desk import Kept, render
from konon.explore.rows import Sought, written

router = APIRouter()
_SIZE = 25
In = Annotated[Sought, Query(alias="in", description="what is sought")]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """What the search shows; `error` is why nothing could be sought."""

    asked: Asked
    sought: Sought
    after: str | None
    statements: Page[FoundStatement] | None = None
    reports: Page[FoundReport] | None = None
    facets: Facets | None = None
    phrases: tuple[Phrase, ...] = ()
    source: str | None = None
    error: QueryError | SlowError | None = None

    @property
    def found(self) -> Page[FoundStatement] | Page[FoundReport] | None:
        """What was found."""
        return self.statements or self.reports

    @property
    def total(self) -> int:
        """How many were found, as far as they were counted."""
        found = self.found
        return max(found.total if found else 0, self.facets.counted if self.facets else 0)

    @property
    def more(self) -> bool:
        """Whether there are more than were counted."""
        known = self.facets is not None and self.facets.counted < MOST
        return not known and self.found is not None and not self.found.exact

    @property
    def columns(self) -> list[tuple[str, str, tuple[Facet, ...]]]:
        """The facets to choose from: the field, its name in English, its values."""
        facets = self.facets
        if facets is None:
            return []
        columns = [
            ("source", "Source", facets.sources), ("act", "Act", facets.acts), ("outlet", "Outlet", facets.outlets),
            ("kind", "Kind of source", facets.kinds), ("country", "Country of source", facets.countries),
        ]  # fmt: skip
        done = {name for name, _ in self.asked.chosen()}
        return [column for column in columns if column[0] not in done and column[2]]

    @property
    def months(self) -> list[tuple[str, int]]:
        """How many statements are of each month."""
        return [(facet.value, facet.number) for facet in self.facets.months] if self.facets else []

    def link(self, asked: Asked, *, sought: Sought | None = None, after: str | None = None) -> list[tuple[str, str]]:
        """What an address of this search asks for."""
        kind = sought or self.sought
        return [*asked.address(), ("in", "reports" if kind == "reports" else ""), ("after", after or "")]


@router.get("/search", response_class=HTMLResponse)
def search(request: Request, kept: Kept, asked: Wanted, sought: In = "statements",
           after: Annotated[str | None, Query(max_length=40)] = None) -> HTMLResponse:  # fmt: skip
    """What a search finds, a page at a time."""
    try:
        page = _found(kept, asked, sought=sought, after=after or None)
    except (QueryError, SlowError) as error:
        page = SearchPage(asked=asked, sought=sought, after=after, error=error)
    return render(request, "search.html", page, status=400 if page.error else 200)


def _found(kept: Archive, asked: Asked, *, sought: Sought, after: str | None) -> SearchPage:
    phrases = parse(asked.query, stemmed=asked.stems).phrases
    if sought == "reports":
        reports = kept.search_reports(asked.query, size=_SIZE, after=after, stems=asked.stems)
        return SearchPage(asked=asked, sought=sought, after=after, reports=reports, phrases=phrases,
                          source=_name(kept, asked.source))  # fmt: skip
    return SearchPage(
        asked=asked, sought=sought, after=after, phrases=phrases, source=_name(kept, asked.source),
        statements=kept.search(asked.query, size=_SIZE, after=after, stems=asked.stems),
        facets=kept.facets(asked.query, stems=asked.stems),
    )  # fmt: skip


def _name(kept: Archive, source: str) -> str | None:
    """How the chosen source is called, which is chosen by its id."""
    try:
        return kept.actor(source).name if source else None
    except NotKeptError:
        return source


@router.get("/search.{form}", response_class=StreamingResponse)
def export(kept: Kept, asked: Wanted, form: Literal["csv", "json", "parquet"],
           sought: In = "statements") -> StreamingResponse:  # fmt: skip
    """All that a search finds, as a file."""
    return written(kept, asked, sought=sought, form=form)
