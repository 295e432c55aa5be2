"""What people decide on actors, statements, events, denials and lineage of an archive, and take back."""

from sqlalchemy import func, select

from konon.archive import schema
from konon.archive.actors import Decision as ActorDecision
from konon.archive.actors import decisions as resolution
from konon.archive.denials import DenialDecision
from konon.archive.denials import deciding as on_denials
from konon.archive.denials.decisions import DECISIONS as ON_DENIALS
from konon.archive.events import EventDecision
from konon.archive.events.joining import PEOPLE as ON_EVENTS
from konon.archive.lineage import LineageDecision, Verdict, firsts
from konon.archive.lineage import decisions as lineage_decisions
from konon.archive.rows import page_of
from konon.archive.store import Store
from konon.archive.tellings import Decision
from konon.archive.tellings.joining import PEOPLE as ON_TELLINGS
from konon.errors import NotKeptError

_SIZE = 50
_KEPT = schema.report.c


class Decided:
    """What people decide on the archive in a store, and what they decided."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def join_tellings(self, one: str, other: str, *, by: str, note: str | None = None) -> int:
        """Decide that two statements are the same, told twice; gives the decision's number."""
        return ON_TELLINGS.decide(self._store, one, other, same=True, by=by, note=note)

    def part_tellings(self, one: str, other: str, *, by: str, note: str | None = None) -> int:
        """Decide that two statements are not the same; gives the decision's number."""
        return ON_TELLINGS.decide(self._store, one, other, same=False, by=by, note=note)

    def withdraw_telling(self, decision: int) -> Decision:
        """Take a decision on two statements back, as though it never was; it stays listed as withdrawn."""
        return ON_TELLINGS.withdraw(self._store, decision)

    def telling_decisions(self) -> list[Decision]:
        """All decisions on statements, also those that were taken back; the oldest first."""
        with self._store.read() as connection:
            return ON_TELLINGS.decisions.all(connection)

    def doubtful_actors(self, *, size: int = _SIZE) -> list[ActorDecision]:
        """Pairs of names that may be of one actor, for a person to decide; the likeliest first."""
        with self._store.read() as connection:
            return resolution.doubtful(connection, size)

    def actor_decisions(self, name: str | None = None, *, size: int = _SIZE,
                        people: bool = False) -> list[ActorDecision]:  # fmt: skip
        """What was decided on names, also what was taken back, the latest first; of one name, by its id.

        With `people` only what they decided, not what Konon did.
        """
        with self._store.read() as connection:
            return resolution.decided(connection, name, size, people=people)

    def decide_actors(self, one: str, other: str, *, same: bool, by: str, note: str | None = None) -> ActorDecision:
        """Decide that two names, by their ids, are of one actor or are not; counts before what Konon finds."""
        return resolution.decide(self._store, one, other, verdict="same" if same else "other", by=by, note=note)

    def withdraw_actors(self, decision: str, *, by: str) -> ActorDecision:
        """Take a decision on names back, by its id; what followed from it does not follow any more."""
        return resolution.withdraw(self._store, decision, by=by)

    def join_events(self, one: str, other: str, *, by: str, note: str | None = None) -> int:
        """Decide that two events are one; gives the decision's number."""
        return ON_EVENTS.decide(self._store, one, other, same=True, by=by, note=note)

    def part_events(self, one: str, other: str, *, by: str, note: str | None = None) -> int:
        """Decide that two events are not one; gives the decision's number."""
        return ON_EVENTS.decide(self._store, one, other, same=False, by=by, note=note)

    def withdraw_event(self, decision: int) -> EventDecision:
        """Take a decision on two events back, as though it never was; it stays listed as withdrawn."""
        return ON_EVENTS.withdraw(self._store, decision)

    def event_decisions(self) -> list[EventDecision]:
        """All decisions on events, also those that were taken back; the oldest first."""
        with self._store.read() as connection:
            return ON_EVENTS.decisions.all(connection)

    def decide_lineage(self, origin: str, copy: str, verdict: Verdict = "copied", *, by: str,
                       note: str | None = None) -> int:  # fmt: skip
        """Say that a report has its text from another (`copied`), both from a third (`common`), or neither (`apart`).

        Gives the decision's number, by which `withdraw_lineage` takes it back.
        """
        keys = self._key(origin), self._key(copy)
        with self._store.write() as connection:
            number = lineage_decisions.decide(connection, *keys, verdict=verdict, by=by, note=note)
            firsts.count(connection, keys)
        return number

    def withdraw_lineage(self, decision: int) -> LineageDecision:
        """Take a decision back: what was found holds again."""
        with self._store.write() as connection:
            withdrawn = lineage_decisions.DECISIONS.withdraw(connection, decision)
            firsts.recount(connection, [withdrawn])
        return withdrawn

    def lineage_decisions(self) -> list[LineageDecision]:
        """All decisions on lineage, also those that were taken back, the oldest first."""
        with self._store.read() as connection:
            return lineage_decisions.DECISIONS.all(connection)

    def decide_denial(self, denial: str, answered: str, *, answers: bool, by: str, note: str | None = None) -> int:
        """Decide that a statement answers another one, or an event, or that it does not; gives the decision's number.

        It holds before what is found; `withdraw_denial` takes it back by its number.
        """
        return on_denials.decide(self._store, denial, answered, answers=answers, by=by, note=note)

    def withdraw_denial(self, decision: int) -> DenialDecision:
        """Take a decision on a denial back: what was found holds again."""
        return on_denials.withdraw(self._store, decision)

    def denial_decisions(self) -> list[DenialDecision]:
        """All decisions on denials, also those that were taken back, the oldest first."""
        with self._store.read() as connection:
            return ON_DENIALS.all(connection)

    def _key(self, report: str) -> int:
        page = page_of(report) if "/" in report else None
        same = (_KEPT.page == page) if page else (_KEPT.id == report) | (_KEPT.document == report)
        with self._store.read() as connection:
            newest = select(func.max(_KEPT.key)).where(same)
            found: int | None = connection.execute(newest).scalar()
        if found is None:
            raise NotKeptError("no such report.", subject=report, remedy="Find it: konon search WORDS --in reports")
        return found
