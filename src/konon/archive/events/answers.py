"""What an archive answers about events."""

from collections.abc import Sequence

from konon.archive.events import finding, spread, tolls
from konon.archive.events.told import Counts, EventPlaces, FoundEvent, JoinedEvent, Timeline, Unit
from konon.archive.findings import Page
from konon.archive.store import Store

_SIZE = 50


class EventAnswers:
    """The part of an archive that answers about events."""

    _store: Store

    def events(self, query: str = "", *, size: int = _SIZE, after: str | None = None) -> Page[FoundEvent]:
        """The events that a query finds (`type:`, `actor:`, `place:`, `after:`, `before:`), the newest first.

        What several reports tell of is one event; `after` is `next` of the page before.
        """
        with self._store.read() as connection:
            return finding.events(connection, query, dialect=self._store.dialect, size=size, after=after)

    def event(self, event: str) -> JoinedEvent:
        """An event (`report/event`) with all reports that tell it, how alike they are and why."""
        with self._store.read() as connection:
            return finding.event(connection, event)

    def counts(self, event: str) -> Counts:
        """Who gave which number of people when for an event, over all reports that tell it."""
        with self._store.read() as connection:
            return tolls.counts(connection, event)

    def timeline(self, query: str = "", *, unit: Unit = "month") -> Timeline:
        """How many events of each type the years, months or days of a query have; fields as those of `events`."""
        with self._store.read() as connection:
            return spread.timeline(connection, query, unit=unit)

    def event_places(self, query: str = "") -> EventPlaces:
        """Where the events of a query happened, the newest where there are many; fields as those of `events`."""
        with self._store.read() as connection:
            return spread.places(connection, query, dialect=self._store.dialect)

    def told_of(self, places: Sequence[str]) -> dict[str, int]:
        """How many statements name each of these places or other actors (ids); 201 for more than 200."""
        with self._store.read() as connection:
            return spread.told_of(connection, places)
