"""People's word on tellings: joined, parted, taken back; clusters follow at once."""

from konon.archive import decisions
from konon.archive.clusters import found_key
from konon.archive.store import Store
from konon.archive.tellings import Tellings, regroup
from konon.archive.told import Decision


def decide(store: Store, one: str, other: str, *, same: bool, by: str, note: str | None) -> int:
    """Keep that two statements are one, or two; gives the decision's number."""
    with store.write() as connection:
        store.dialect.lock(connection, f"konon {Tellings.name}")
        keys = {found_key(connection, statement) for statement in (one, other)}
        number = decisions.decide(connection, one, other, same=same, by=by, note=note)
        regroup(connection, keys)
    return number


def withdraw(store: Store, decision: int) -> Decision:
    """Take a decision back."""
    with store.write() as connection:
        store.dialect.lock(connection, f"konon {Tellings.name}")
        withdrawn = decisions.withdraw(connection, decision)
        keys = (decisions.key_of(connection, statement) for statement in (withdrawn.one, withdrawn.other))
        regroup(connection, filter(None, keys))
    return withdrawn
