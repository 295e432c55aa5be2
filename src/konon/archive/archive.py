"""An archive: records kept, searched and shown again."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import select

from konon.archive import checks, copying, derivations, dossiers, facets, schema, search, versions
from konon.archive.actors import decisions as resolution
from konon.archive.actors import finding as actors
from konon.archive.corrections.deciding import Corrections
from konon.archive.decided import Decided
from konon.archive.denials import Denial, deciding
from konon.archive.denials import finding as denials
from konon.archive.dossiers import Dossier
from konon.archive.events.answers import EventAnswers
from konon.archive.events.joining import PEOPLE as ON_EVENTS
from konon.archive.facets import Facets
from konon.archive.findings import Actor, FoundReport, FoundStatement, Page, Status, Version
from konon.archive.keys import parts
from konon.archive.lineage import Lineage, Reprinted, firsts, kinship
from konon.archive.lineage import decisions as lineage_decisions
from konon.archive.network import Between, Network, Scope, evidence
from konon.archive.network import finding as networks
from konon.archive.network.found import WHOLE
from konon.archive.query import parse
from konon.archive.rows import report_id, unpacked
from konon.archive.store import Store, known, no_archive
from konon.archive.tables import Table
from konon.archive.tellings import Origins, Told, clusters, origins
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


class Archive(Decided, EventAnswers):
    """The archive at a place: the file of one, or the URL of a database server.

    ArchiveError where there is none, unless `create` makes one; where an older Konon made it, `upgrade` says how it is
    brought up to date. Use it in a `with`, or `close` it.
    """

    def __init__(self, location: str | Path = "konon.db", *, create: bool = False) -> None:
        super().__init__(Store(location))
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

    def state(self) -> str:
        """What tells one state of the archive from another: while it is the same, every question has its answer."""
        return self._store.state()

    @property
    def corrections(self) -> Corrections:
        """What people decided on the parts of records, and how they do."""
        return Corrections(self._store, self._writer)

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

    def derive(self, only: Collection[str] = ()) -> Iterator[str]:
        """Derive what follows from reports that came or changed; gives the name of each derivation of a report.

        What was interrupted goes on where it was; several processes can do so at once. `only` names some of `actors`,
        `lineage`, `tellings`, `denials`, `happenings` and `ties`; each follows those before it.
        """
        return derivations.derive(self._store, only)

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

    def actors(self, name: str, *, size: int = _SIZE, after: int = 0) -> list[Actor]:
        """The actors that have a name with these words in it, those of most reports first, without so many before."""
        with self._store.read() as connection:
            return actors.told(connection, actors.found(connection, name)[after : after + size])

    def network(self, scope: Scope = WHOLE, *, around: str | None = None) -> Network:
        """What ties actors, the strongest first: over the whole archive, or `around` one, by its id or a name."""
        with self._store.read() as connection:
            return networks.network(connection, scope, around)

    def between(self, one: str, other: str, scope: Scope = WHOLE, *, after: str | None = None) -> Between:
        """What ties one actor to another, with the places in reports, the newest first; `after` as with `search`."""
        with self._store.read() as connection:
            return evidence.between(connection, self._store.dialect, scope, one=one, other=other, after=after)

    def named_actors(self, names: Iterable[str]) -> list[Actor]:
        """Several actors at once, each by its id or a name, in the order of these."""
        with self._store.read() as connection:
            return actors.told(connection, [actors.key_of(connection, name) for name in names])

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

    def reprinted(self, *, size: int = _SIZE, after: str | None = None) -> Page[Reprinted]:
        """The reports whose text most others have, these first; `after` is `next` of the page before."""
        with self._store.read() as connection:
            return firsts.firsts(connection, size=size, after=after)

    def rewordings(self, origin: str, copy: str) -> list[Change]:
        """What a copy changed in its origin's wording, word by word, and which attributions it dropped."""
        return rewordings(self.record(origin), self.record(copy), stem)

    def status(self, *, version: str = "") -> Status:
        """What the archive holds; with a `version` of Konon, how many reports another one has read."""
        return checks.status(self._store, version)

    def check(self) -> list[str]:
        """What is wrong with the archive, a line each; empty for a sound one."""
        return checks.check(self._store)

    def backup(self, to: Path) -> Path:
        """A copy of the archive in a new file, made while others go on reading and writing."""
        return checks.backup(self._store, to)

    def copy(self, to: "Archive", *, together: int = _TOGETHER) -> Iterator[tuple[str, Outcome]]:
        """Copy all reports into another archive, so many in a transaction, with versions, readings and all decisions.

        Gives what became of each report. What is there already stays as it is, so that a copy that was stopped can be
        gone on with.
        """
        for some in parts(self._keys(), together):
            yield from to._writer.add(copying.kept(self._store, key) for key in some)  # noqa: SLF001 - of the same class
        with to._store.write() as connection:  # noqa: SLF001
            ON_TELLINGS.decisions.carry(connection, self.telling_decisions())
            ON_EVENTS.decisions.carry(connection, self.event_decisions())
            lineage_decisions.DECISIONS.carry(connection, self.lineage_decisions())
            firsts.recount(connection, self.lineage_decisions())
        deciding.carry(to._store, self.denial_decisions())  # noqa: SLF001 - as above
        resolution.copy(self._store, to._store)  # noqa: SLF001
        self.corrections.carry(to.corrections)

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
