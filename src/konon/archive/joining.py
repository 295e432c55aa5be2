"""People's word on parts of reports: joined, parted, taken back; what follows from it follows at once."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic

from sqlalchemy import Connection

from konon.archive.decisions import Joined, Joinings
from konon.archive.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class People(Generic[Joined]):
    """People's word on one kind of parts, which the `derivation` of this name groups.

    `found_key` gives the key of a part by its id, `regroup` groups parts anew by their keys.
    """

    decisions: Joinings[Joined]
    derivation: str
    found_key: Callable[[Connection, str], int]
    regroup: Callable[[Connection, Iterable[int]], None]

    def decide(self, store: Store, one: str, other: str, *, same: bool, by: str, note: str | None) -> int:
        """Keep that two are one, or two; gives the decision's number."""
        with store.write() as connection:
            store.dialect.lock(connection, f"konon {self.derivation}")
            keys = {self.found_key(connection, part) for part in (one, other)}
            number = self.decisions.decide(connection, one, other, same=same, by=by, note=note)
            self.regroup(connection, keys)
        return number

    def withdraw(self, store: Store, decision: int) -> Joined:
        """Take a decision back."""
        with store.write() as connection:
            store.dialect.lock(connection, f"konon {self.derivation}")
            withdrawn = self.decisions.withdraw(connection, decision)
            self.regroup(connection, filter(None, self.decisions.keys_of(connection, withdrawn)))
        return withdrawn
