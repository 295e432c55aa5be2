"""Which event of its report a number of people belongs to, and how its record ties the two."""

from collections.abc import Iterator
from typing import Literal

from konon.record import Count, Event, Record

# By where they stand: in one sentence, one paragraph, or as the only such event of the report; else the record's word.
Tie = Literal["sentence", "paragraph", "report", "record"]
_WHERE: dict[str, Tie] = {"rule sentence": "sentence", "rule paragraph": "paragraph", "rule report": "report"}


def ties(record: Record) -> Iterator[tuple[Count, Event, Tie]]:
    """The counts of a record that belong to an event, each with it and with what ties them."""
    events = {event.id: event for event in record.events}
    for count in record.counts:
        if count.event is not None:
            by = next((reason.by for reason in count.why if reason.part == "event"), "")
            yield count, events[count.event], _WHERE.get(by, "record")
