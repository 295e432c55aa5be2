"""People's word on events: joined, parted, taken back; joined events follow at once."""

from konon.archive import event_decisions as decisions
from konon.archive.event_findings import EventDecision
from konon.archive.events import found_key
from konon.archive.happenings import Happenings, regroup
from konon.archive.store import Store


def decide(store: Store, one: str, other: str, *, same: bool, by: str, note: str | None) -> int:
    """Keep that two events are one, or two; gives the decision's number."""
    with store.write() as connection:
        store.dialect.lock(connection, f"konon {Happenings.name}")
        keys = {found_key(connection, event) for event in (one, other)}
        number = decisions.decide(connection, one, other, same=same, by=by, note=note)
        regroup(connection, keys)
    return number


def withdraw(store: Store, decision: int) -> EventDecision:
    """Take a decision back."""
    with store.write() as connection:
        store.dialect.lock(connection, f"konon {Happenings.name}")
        withdrawn = decisions.withdraw(connection, decision)
        keys = (decisions.key_of(connection, event) for event in (withdrawn.one, withdrawn.other))
        regroup(connection, filter(None, keys))
    return withdrawn
