"""Events: all that a question finds, and one with its accounts and the numbers that are given for it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from konon.archive import Archive, Counts, FoundEvent, JoinedEvent, Page, Timeline, ToldEvent
from konon.archive.rows import names_of
from konon.compare.tolls import Figure
from konon.errors import NotKeptError, QueryError
from konon.explore.chart import Chart, charts
from konon.explore.desk import Kept, render
from konon.explore.happened import Happened, Sought
from konon.export.account import Account
from konon.plot.series import groups
from konon.record import Event, Record

router = APIRouter()
_SIZE = 30
# Of so many accounts the reports are read, and of a paragraph so many letters around the event's word are shown.
_READ = 25
_AROUND = 140
# Pictures are drawn of so many kinds of numbers, each of at least so many of them.
_CHARTS, _WORTH = 4, 2
After = Annotated[str | None, Query(max_length=40)]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventsPage:
    """What the list of events shows; `error` is why nothing could be sought."""

    asked: Happened
    names: dict[str, str]
    after: str | None = None
    found: Page[FoundEvent] | None = None
    timeline: Timeline | None = None
    error: QueryError | None = None

    @property
    def types(self) -> list[tuple[str, int]]:
        """The types of what was found, those of most events first."""
        numbers = Counter[str]()
        for tally in self.timeline.tallies if self.timeline else ():
            numbers[tally.type] += tally.events
        return numbers.most_common()

    @property
    def months(self) -> list[tuple[str, int]]:
        """How many events are of each month."""
        numbers = Counter[str]()
        for tally in self.timeline.tallies if self.timeline else ():
            numbers[tally.period] += tally.events
        return sorted(numbers.items())

    @property
    def total(self) -> int:
        """How many events there are, also of those of no known day."""
        return sum(number for _, number in self.types) + (self.timeline.dayless if self.timeline else 0)


@router.get("/events", response_class=HTMLResponse)
def events(request: Request, kept: Kept, asked: Sought, after: After = None) -> HTMLResponse:
    """The events that a question finds, a page at a time."""
    try:
        page = EventsPage(
            asked=asked, names=names_in(kept, asked), after=after or None,
            found=kept.events(asked.query, size=_SIZE, after=after or None), timeline=kept.timeline(asked.query),
        )  # fmt: skip
    except QueryError as error:
        page = EventsPage(asked=asked, names={}, error=error)
    return render(request, "events.html", page, status=400 if page.error else 200)


def names_in(kept: Archive, asked: Happened) -> dict[str, str]:
    """How an actor or a place is called that was chosen by its id."""
    names = {}
    for field, value in (("actor", asked.actor), ("place", asked.place)):
        try:
            names[field] = kept.actor(value).name if value else ""
        except (NotKeptError, QueryError):
            names[field] = value
    return names


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Somebody who takes part in an event, as a report names it; `actor` is its id in the archive."""

    name: str
    actor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """An event as a report tells it: the words around it, who takes part, and who says so.

    `teller` is None for the reporter, and empty for one who is not named.
    """

    told: ToldEvent
    published: str | None
    before: str
    word: str
    behind: str
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    teller: str | None
    statement: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPage:
    """What the page of an event shows."""

    joined: JoinedEvent
    tellings: tuple[Telling, ...]
    counts: Counts
    charts: tuple[tuple[Chart, Chart], ...]
    kinds: tuple[tuple[str, tuple[Figure, ...]], ...]

    @property
    def further(self) -> tuple[ToldEvent, ...]:
        """Accounts of which the reports were not read."""
        return self.joined.told[len(self.tellings) :]


@router.get("/events/{report}/{event}", response_class=HTMLResponse)
def event(request: Request, kept: Kept, report: str, event: str) -> HTMLResponse:
    """The page of an event."""
    joined, counts = kept.event(f"{report}/{event}"), kept.counts(f"{report}/{event}")
    worth = [group for group in groups(counts.figures) if len(group) >= _WORTH][:_CHARTS]
    kinds = dict.fromkeys(figure.kind for group in groups(counts.figures) for figure in group)
    kinds |= dict.fromkeys(figure.kind for figure in counts.figures)
    return render(request, "event.html", EventPage(
        joined=joined, counts=counts, tellings=tuple(_tellings(kept, joined.told[:_READ])),
        charts=tuple(charts(group) for group in worth),
        kinds=tuple((kind, tuple(figure for figure in counts.figures if figure.kind == kind)) for kind in kinds),
    ))  # fmt: skip


def _tellings(kept: Archive, told: tuple[ToldEvent, ...]) -> Iterator[Telling]:
    for one in told:
        record = kept.record(one.report)
        own = one.event.rpartition("/")[2]
        yield _telling(one, record, next(event for event in record.events if event.id == own))


def _telling(told: ToldEvent, record: Record, event: Event) -> Telling:
    account, names = Account(record), names_of(record)
    before, word, behind = _excerpt(record.document.text, event.trigger.start, event.trigger.end)
    said = account.statements[event.attributed_to] if event.attributed_to else None
    actors, recipients = (tuple(Party(name=account.name(each), actor=names[each].id) for each in side)
                          for side in (event.actors, event.recipients))  # fmt: skip
    return Telling(
        told=told, published=record.document.published, before=before, word=word, behind=behind, actors=actors,
        recipients=recipients, teller=account.name(said.source) if said else None, statement=said.id if said else None,
    )  # fmt: skip


def _excerpt(text: str, start: int, end: int) -> tuple[str, str, str]:
    """The words of a place in a text, with those before and behind them in its paragraph, cut between words."""
    stop = text.find("\n", end)
    before, behind = text[text.rfind("\n", 0, start) + 1 : start], text[end : stop if stop >= 0 else len(text)]
    if len(before) > _AROUND:
        before = "… " + before[-_AROUND:].partition(" ")[2]
    if len(behind) > _AROUND:
        behind = behind[:_AROUND].rpartition(" ")[0] + " …"
    return before, text[start:end], behind
