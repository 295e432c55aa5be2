"""Decisions of people on two things: kept, listed, taken back, carried to another archive.

They name what they are on by its id, so that they outlive its being read anew.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Generic, TypeVar

from sqlalchemy import Connection, Table, insert, or_, select, update

from konon.archive.keys import Pair, ids_of, key_of, parts
from konon.errors import DecisionError

_AT_ONCE = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """What somebody said of two parts of reports: that they are the `same`, or not."""

    key: int
    one: str
    other: str
    same: bool
    by: str
    note: str | None
    made: str
    withdrawn: str | None


Told = TypeVar("Told")
Joined = TypeVar("Joined", bound=Joining)


class Decisions(Generic[Told]):
    """The decisions on one kind of things, in a table of their own.

    `told` is the class of a decision, with a field for each column; `pair` names the columns of the two things,
    `verdict` that of what was said of them; `listed` tells where their numbers are found.
    """

    def __init__(self, table: Table, told: type[Told], *, listed: str, pair: tuple[str, str] = ("one", "other"),
                 verdict: str = "same") -> None:  # fmt: skip
        self._table, self._told, self._listed, self._pair = table, told, listed, pair
        # What tells a decision from others, also in another archive.
        self._identity = (*pair, verdict, "by", "made")

    def all(self, connection: Connection, things: Iterable[str] | None = None) -> list[Told]:
        """The decisions on these things, or all, also those that were taken back; the oldest first."""
        wanted = select(self._table).order_by(self._table.c.key)
        if things is not None:
            ids = list(things)
            wanted = wanted.where(or_(*(self._table.c[side].in_(ids) for side in self._pair)))
        return [self._told(**row) for row in connection.execute(wanted).mappings()]

    def keep(self, connection: Connection, decision: Mapping[str, object]) -> int:
        """Keep a decision that is made now, or when it says; gives its number. DecisionError where nobody makes it."""
        if not str(decision["by"]).strip():
            raise DecisionError("a decision needs somebody who makes it.", remedy="Name them: --by NAME")
        wanted = insert(self._table).returning(self._table.c.key)
        return int(connection.execute(wanted, {"made": _now(), **decision}).scalar_one())

    def withdraw(self, connection: Connection, decision: int) -> Told:
        """Take a decision back; DecisionError where there is none that stands."""
        key = self._table.c.key
        standing = update(self._table).where(key == decision, self._table.c.withdrawn.is_(None))
        if not connection.execute(standing.values(withdrawn=_now())).rowcount:
            raise DecisionError("no such decision stands.", subject=str(decision), remedy=self._listed)
        return self._told(**connection.execute(select(self._table).where(key == decision)).mappings().one())

    def carry(self, connection: Connection, carried: Iterable[Told]) -> list[Told]:
        """Keep decisions of another archive that are not here yet; gives these."""
        there = {self._identified(decision) for decision in self.all(connection)}
        columns = [name for name in self._table.c.keys() if name != "key"]  # noqa: SIM118 - a collection of columns
        new = [decision for decision in carried if self._identified(decision) not in there]
        if new:
            rows = [{name: getattr(decision, name) for name in columns} for decision in new]
            connection.execute(insert(self._table), rows)
        return new

    def _identified(self, decision: Told) -> tuple[object, ...]:
        return tuple(getattr(decision, name) for name in self._identity)


class Joinings(Decisions[Joined]):
    """The decisions that statements, or events, are one or two; `part` is their table, `called` what messages say."""

    def __init__(self, table: Table, told: type[Joined], *, part: Table, called: str, listed: str) -> None:
        super().__init__(table, told, listed=listed)
        self._part, self._called = part, called

    def decide(self, connection: Connection, one: str, other: str, *, same: bool, by: str, note: str | None) -> int:
        """Keep a decision; gives its number."""
        if one == other:
            raise DecisionError(f"is one {self._called}.", subject=one, remedy="Name two.")
        return self.keep(connection, {"one": one, "other": other, "same": same, "by": by, "note": note})

    def decided(self, connection: Connection, keys: Iterable[int]) -> tuple[set[Pair], set[Pair]]:
        """The pairs with these keys that are decided to be one, and those to be two; the last word holds."""
        verdicts: dict[Pair, bool] = {}
        for decision in self._standing(connection, keys):
            one, other = self.keys_of(connection, decision)
            # What is read otherwise by now is none any more.
            if one is not None and other is not None:
                verdicts[min(one, other), max(one, other)] = decision.same
        same = {pair for pair, verdict in verdicts.items() if verdict}
        return same, set(verdicts) - same

    def keys_of(self, connection: Connection, decision: Joined) -> tuple[int | None, int | None]:
        """The keys of what a decision is on; None for what is not there any more."""
        return key_of(connection, self._part, decision.one), key_of(connection, self._part, decision.other)

    def joining(self, connection: Connection, thing: str) -> dict[frozenset[str], int]:
        """The decisions that join a thing to others and stand: their numbers, by both ids."""
        return {frozenset((decision.one, decision.other)): decision.key for decision in self.all(connection, [thing])
                if decision.same and decision.withdrawn is None}  # fmt: skip

    def _standing(self, connection: Connection, keys: Iterable[int]) -> Iterator[Joined]:
        if connection.execute(select(self._table.c.key).limit(1)).first() is None:
            return
        ids = ids_of(connection, self._part, keys)
        found = {decision.key: decision for some in parts(sorted(ids.values()), _AT_ONCE)
                 for decision in self.all(connection, some) if decision.withdrawn is None}  # fmt: skip
        yield from (found[key] for key in sorted(found))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
