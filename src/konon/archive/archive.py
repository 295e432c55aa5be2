"""An archive: records kept, searched and shown again."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import func, select

from konon.archive import checks, copying, derivations, dossiers, facets, schema, search, versions
from konon.archive.actors import Decision as ActorDecision
from konon.archive.actors import decisions as resolution
from konon.archive.actors import finding as actors
from konon.archive.denials import Denial
from konon.archive.denials import finding as denials
from konon.archive.dossiers import Dossier
from konon.archive.events import Counts, EventDecision, FoundEvent, JoinedEvent, tolls
from konon.archive.events import finding as events
from konon.archive.events.joining import PEOPLE as ON_EVENTS
from konon.archive.facets import Facets
from konon.archive.findings import Actor, FoundReport, FoundStatement, Page, Status, Version
from konon.archive.keys import parts
from konon.archive.lineage import Lineage, LineageDecision, Verdict, kinship
from konon.archive.lineage import decisions as lineage_decisions
from konon.archive.query import parse
from konon.archive.rows import page_of, report_id, unpacked
from konon.archive.store import Store, known, no_archive
from konon.archive.tables import Table
from konon.archive.tellings import Decision, Origins, Told, clusters, origins
from konon.archive.tellings.joining import PEOPLE as ON_TELLINGS
from konon.archive.terms import stem
from konon.archive.writer import Outcome, Writer
from konon.compare.rewordings import rewordings
from konon.compare.wordings import Change, changes
from konon.errors import ArchiveError, KononError, NotKeptError
from konon.record import Document, Record, Statement

_SIZE = 50
# A hundred are nearly as fast as a thousand, and others that write wait for less than a second.
_TOGETHER = 100
_KEPT = schema.report.c
_READ = schema.reading.c
Read = Callable[[Document], Record]


class Archive:
    """The archive at a place: the file of one, or the URL of a database server.

    ArchiveError where there is none, unless `create` makes one; where an older Konon made it, `upgrade` says how it is
    brought up to date. Use it in a `with`, or `close` it.
    """

    def __init__(self, location: str | Path = "konon.db", *, create: bool = False) -> None:
        self._store = Store(location)
        self._writer = Writer(self._store)
        try:
            self._open(create=create)
        except BaseException:
            self.close()
            raise

    @property
    def location(self) -> str:
        """Where the archive is; without the password of a server."""
        return self._store.subject

    def close(self) -> None:
        """Let the database go."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:  # fmt: skip
        self.close()

    def add(self, record: Record) -> tuple[str, Outcome]:
        """The report's id, and whether it is `new`, a new `version` of its page, or the `same` as one that is kept."""
        return self._writer.add([(record, None)])[0]

    def add_many(self, records: Iterable[Record], *, together: int = _TOGETHER) -> Iterator[tuple[str, Outcome]]:
        """Keep many records, so many `together` in one transaction, which is faster than `add`; gives the same.

        What is given is kept for good. Where the process ends, or a record can't be kept, nothing is kept of those that
        would have been kept together with it.
        """
        for some in parts(records, together):
            yield from self._writer.add((record, None) for record in some)

    def holds(self, document: Document) -> bool:
        """Whether this very report is kept."""
        with self._store.read() as connection:
            return connection.execute(select(_KEPT.key).where(_KEPT.id == report_id(document))).first() is not None

    def reread(self, read: Read, *, version: str) -> Iterator[str | KononError]:
        """Read anew what another version of Konon has read, report by report; gives their ids, or why one can't be.

        Each report is replaced in a transaction of its own: what was interrupted goes on where it was.
        """
        for key in self._older(version):
            record = self._record(key)
            try:
                fresh = read(record.document)
            except KononError as error:
                yield error
                continue
            self._writer.replace(key, fresh)
            yield report_id(record.document)

    def derive(self) -> Iterator[str]:
        """Derive what follows from reports that came or changed; gives the name of each derivation of a report.

        What was interrupted goes on where it was; several processes can do so at once.
        """
        return derivations.derive(self._store)

    def waiting(self) -> int:
        """How many derivations of reports `derive` has to do."""
        return derivations.waiting(self._store)

    def record(self, report: str) -> Record:
        """The record of a report, by its id, the id of its document, or its URL (of which the newest version)."""
        return self._record(self._key(report))

    def records(self, reports: Iterable[str] | None = None) -> Iterator[Record]:
        """The records of these reports, or of all, in the order in which they came; one at a time."""
        if reports is not None:
            yield from map(self.record, reports)
            return
        for key in self._keys():
            yield self._record(key)

    def report(self, report: str) -> FoundReport:
        """What is known of a report, found as by `record`."""
        key = self._key(report)
        with self._store.read() as connection:
            return search.told_reports(connection, [key])[0]

    def statement(self, statement: str) -> tuple[Record, Statement]:
        """A statement with the record that it stands in, by the id that a search gives (`report/statement`)."""
        report, _, identifier = statement.rpartition("/")
        record = self.record(report)
        for said in record.statements:
            if said.id == identifier:
                return record, said
        raise NotKeptError("no such statement.", subject=statement, remedy="Find it: konon search WORDS")

    def search(self, query: str = "", *, size: int = _SIZE, after: str | None = None,
               stems: bool = False) -> Page[FoundStatement]:  # fmt: skip
        """The statements that a query finds, newest first; `after` is `next` of the page before.

        See `docs/archive.md` for what can be asked; `stems` seeks all words by their stems.
        """
        wanted = parse(query, stemmed=stems)
        with self._store.read() as connection:
            return search.statements(connection, wanted, dialect=self._store.dialect, size=size, after=after)

    def search_reports(self, query: str = "", *, size: int = _SIZE, after: str | None = None,
                       stems: bool = False) -> Page[FoundReport]:  # fmt: skip
        """The reports that a query finds, newest first, as `search` does statements."""
        wanted = parse(query, stemmed=stems)
        with self._store.read() as connection:
            return search.reports(connection, wanted, dialect=self._store.dialect, size=size, after=after)

    def facets(self, query: str = "", *, stems: bool = False) -> Facets:
        """How what a search of statements finds is spread over sources, acts, outlets and days."""
        wanted = parse(query, stemmed=stems)
        with self._store.read() as connection:
            return facets.facets(connection, wanted, dialect=self._store.dialect)

    def dossier(self, actor: str) -> Dossier:
        """What the archive holds of an actor beyond its names and ties, found as by `actor`."""
        with self._store.read() as connection:
            return dossiers.dossier(connection, actors.key_of(connection, actor))

    def actor(self, actor: str) -> Actor:
        """An actor by its id or a name; where several have the name, the one that most reports name."""
        with self._store.read() as connection:
            return actors.actor(connection, actor)

    def actors(self, name: str, *, size: int = _SIZE) -> list[Actor]:
        """The actors that have a name with these words in it, those of most reports first."""
        with self._store.read() as connection:
            return [actors.told(connection, key) for key in actors.found(connection, name)[:size]]

    def tellings(self, statement: str) -> list[Told]:
        """Who else tells a statement: itself first, then what is likest, each with score and reasons."""
        with self._store.read() as connection:
            return clusters.tellings(connection, statement)

    def origins(self, statement: str) -> Origins:
        """Where a statement comes from, over all reports that tell it: the distinct ends of its chains."""
        with self._store.read() as connection:
            return origins.origins(connection, statement)

    def denials(self, of: str | None = None, *, size: int = _SIZE) -> list[Denial]:
        """What denies, rejects or confirms a statement or what a report tells, and what these answer; the latest first.

        `of` is a statement (`report/statement`), a report by its id or URL, or nothing for those of all reports.
        """
        return denials.denials(self._store, of, self._key, size=size)

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

    def actor_decisions(self, name: str | None = None, *, size: int = _SIZE) -> list[ActorDecision]:
        """What was decided on names, also what was taken back, the latest first; of one name, by its id."""
        with self._store.read() as connection:
            return resolution.decided(connection, name, size)

    def decide_actors(self, one: str, other: str, *, same: bool, by: str, note: str | None = None) -> ActorDecision:
        """Decide that two names, by their ids, are of one actor or are not; counts before what Konon finds."""
        return resolution.decide(self._store, one, other, verdict="same" if same else "other", by=by, note=note)

    def withdraw_actors(self, decision: str, *, by: str) -> ActorDecision:
        """Take a decision on names back, by its id; what followed from it does not follow any more."""
        return resolution.withdraw(self._store, decision, by=by)

    def events(self, query: str = "", *, size: int = _SIZE, after: str | None = None) -> Page[FoundEvent]:
        """The events that a query finds (`type:`, `actor:`, `place:`, `after:`, `before:`), the newest first.

        What several reports tell of is one event; `after` is `next` of the page before.
        """
        with self._store.read() as connection:
            return events.events(connection, query, dialect=self._store.dialect, size=size, after=after)

    def event(self, event: str) -> JoinedEvent:
        """An event (`report/event`) with all reports that tell it, how alike they are and why."""
        with self._store.read() as connection:
            return events.event(connection, event)

    def counts(self, event: str) -> Counts:
        """Who gave which number of people when for an event, over all reports that tell it."""
        with self._store.read() as connection:
            return tolls.counts(connection, event)

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

    def history(self, report: str) -> list[Version]:
        """All versions of a page, the oldest first; found by its URL or any of its reports."""
        key = self._key(report)
        with self._store.read() as connection:
            return versions.history(connection, key)

    def changes(self, earlier: str, later: str) -> list[Change]:
        """The wordings that changed from one report to another, in the title and then in the text."""
        old, new = self.record(earlier).document, self.record(later).document
        titles = changes(old.title or "", new.title or "")
        placeless = [replace(change, before_span=None, after_span=None) for change in titles]
        return [*placeless, *changes(old.text, new.text)]

    def lineage(self, report: str) -> Lineage:
        """Which reports have the text of this one: where it has it from, and who has it from there."""
        key = self._key(report)
        with self._store.read() as connection:
            return kinship.lineage(connection, key)

    def rewordings(self, origin: str, copy: str) -> list[Change]:
        """What a copy changed in its origin's wording, word by word, and which attributions it dropped."""
        return rewordings(self.record(origin), self.record(copy), stem)

    def decide_lineage(self, origin: str, copy: str, verdict: Verdict = "copied", *, by: str,
                       note: str | None = None) -> int:  # fmt: skip
        """Say that a report has its text from another (`copied`), both from a third (`common`), or neither (`apart`).

        Gives the decision's number, by which `withdraw_lineage` takes it back.
        """
        keys = self._key(origin), self._key(copy)
        with self._store.write() as connection:
            return lineage_decisions.decide(connection, *keys, verdict=verdict, by=by, note=note)

    def withdraw_lineage(self, decision: int) -> None:
        """Take a decision back: what was found holds again."""
        with self._store.write() as connection:
            lineage_decisions.DECISIONS.withdraw(connection, decision)

    def lineage_decisions(self) -> list[LineageDecision]:
        """All decisions on lineage, also those that were taken back, the oldest first."""
        with self._store.read() as connection:
            return lineage_decisions.DECISIONS.all(connection)

    def status(self, *, version: str = "") -> Status:
        """What the archive holds; with a `version` of Konon, how many reports another one has read."""
        return checks.status(self._store, version)

    def check(self) -> list[str]:
        """What is wrong with the archive, a line each; empty for a sound one."""
        return checks.check(self._store)

    def backup(self, to: Path) -> Path:
        """A copy of the archive in a new file, made while others go on reading and writing."""
        return checks.backup(self._store, to)

    def copy(self, to: "Archive") -> Iterator[tuple[str, Outcome]]:
        """Copy all reports into another archive, with their versions and readings, and all decisions.

        Gives what became of each report. What is there already stays as it is, so that a copy that was stopped can be
        gone on with.
        """
        for key in self._keys():
            record, past = copying.kept(self._store, key)
            yield to._writer.add([(record, past)])[0]  # noqa: SLF001 - of the same class
        with to._store.write() as connection:  # noqa: SLF001
            ON_TELLINGS.decisions.carry(connection, self.telling_decisions())
            ON_EVENTS.decisions.carry(connection, self.event_decisions())
            lineage_decisions.DECISIONS.carry(connection, self.lineage_decisions())
        resolution.copy(self._store, to._store)  # noqa: SLF001 - as above

    def table(self, name: str) -> Table:
        """All rows of one kind (`reports`, `statements`, `events`, …), for pandas, polars or Arrow."""
        return Table(self._store, name)

    def _keys(self) -> Iterator[int]:
        last = 0
        while keys := self._keys_behind(last):
            yield from keys
            last = keys[-1]

    def _open(self, *, create: bool) -> None:
        revision = self._store.revision()
        if revision is None and create:
            self._store.upgrade()
        elif revision is None:
            raise no_archive(self.location)
        elif revision != schema.HEAD:
            remedy = "Run `konon archive upgrade`." if known(revision) else "Bring Konon up to date."
            raise ArchiveError(f"its tables are of another version ({revision}).", subject=self.location, remedy=remedy)

    def _older(self, version: str) -> Iterator[int]:
        last = 0
        wanted = select(_READ.report).where(_READ.record.is_not(None), _READ.konon != version).order_by(_READ.report)
        while True:
            with self._store.read() as connection:
                keys = connection.execute(wanted.where(_READ.report > last).limit(_SIZE)).scalars().all()
            if not keys:
                return
            yield from keys
            last = keys[-1]

    def _keys_behind(self, last: int) -> list[int]:
        with self._store.read() as connection:
            wanted = select(_KEPT.key).where(_KEPT.key > last).order_by(_KEPT.key).limit(_SIZE)
            return list(connection.execute(wanted).scalars())

    def _record(self, key: int) -> Record:
        with self._store.read() as connection:
            wanted = select(_READ.record).where(_READ.report == key, _READ.record.is_not(None))
            return unpacked(connection.execute(wanted).scalar_one())

    def _key(self, report: str) -> int:
        page = page_of(report) if "/" in report else None
        same = (_KEPT.page == page) if page else (_KEPT.id == report) | (_KEPT.document == report)
        with self._store.read() as connection:
            newest = select(func.max(_KEPT.key)).where(same)
            found: int | None = connection.execute(newest).scalar()
        if found is None:
            raise NotKeptError("no such report.", subject=report, remedy="Find it: konon search WORDS --in reports")
        return found
