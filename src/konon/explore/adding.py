"""Reports that are given in a browser: read in a process of its own, so that pages stay quick, one after the other."""

import json
import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from multiprocessing import get_context
from typing import Literal

from konon.archive import Archive
from konon.archive.rows import report_id
from konon.errors import ContentError, KononError, ReadingError, SourceError
from konon.pipeline import read
from konon.reading import Fetch, HttpFetch, Reach, load_many, read_bytes
from konon.reading.fetch import is_url
from konon.record import Document, Record
from konon.settings import DEFAULTS, Settings

State = Literal["waiting", "fetching", "reading", "comparing", "done"]
Loaded = Iterable[Document | ReadingError]
# So many jobs may wait, and so many are remembered.
_MOST_WAITING = 20
_REMEMBERED = 100
# So many reports and errors of a job are listed; all are counted.
LISTED = 50


@dataclass(frozen=True, slots=True)
class Added:
    """A report that came of a job, and whether it is `new`, a new `version`, or was the `same` already."""

    report: str
    title: str | None
    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What was given, how far it is, and what came of it."""

    id: str
    name: str
    by: str
    state: State = "waiting"
    done: int = 0
    total: int | None = None
    added: tuple[Added, ...] = ()
    errors: tuple[KononError, ...] = ()
    failed: int = 0

    @property
    def over(self) -> bool:
        """Whether nothing more happens."""
        return self.state == "done"


@dataclass
class Adding:
    """What reads the reports that are given into an archive.

    `private` lets it fetch from private networks too; `readers` read in the place of a process of its own.
    """

    archive: Archive
    settings: Settings = DEFAULTS
    private: bool = False
    fetch: Fetch | None = None
    readers: Executor | None = None
    _jobs: OrderedDict[str, Job] = field(default_factory=OrderedDict, init=False, repr=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False, repr=False)
    _thread: ThreadPoolExecutor | None = field(default=None, init=False, repr=False)
    _process: ProcessPoolExecutor | None = field(default=None, init=False, repr=False)

    @property
    def most_bytes(self) -> int:
        """How much can be given at once."""
        return self.settings.max_bytes

    def file(self, content: bytes, name: str, *, by: str) -> Job:
        """Read the reports in a file."""
        return self.begin(name, lambda: list(read_bytes(content, name, settings=self.settings)), by=by)

    def text(self, fields: dict[str, str], *, by: str) -> Job:
        """Read a report from its text, title, outlet, url and date of publication."""
        told = {name: value.strip() for name, value in fields.items() if value.strip()}
        name = told.get("title") or " ".join(told.get("text", "").split()[:8]) or "?"
        line = json.dumps(told, ensure_ascii=False).encode()
        return self.begin(name, lambda: list(read_bytes(line, name, form="jsonl", settings=self.settings)), by=by)

    def address(self, url: str, *, by: str) -> Job:
        """Fetch a page and read it."""
        return self.begin(url, lambda: list(self._fetched(url)), by=by)

    def job(self, identifier: str) -> Job | None:
        """A job by its id; None where there is none, or where it is long over."""
        return self._jobs.get(identifier)

    def jobs(self) -> list[Job]:
        """The jobs that are remembered, the latest first."""
        with self._lock:
            return list(reversed(self._jobs.values()))

    def compare(self) -> None:
        """Derive what follows from what people decided, once what is being read is read."""
        with self._lock:
            self._worker().submit(lambda: [None for _ in self.archive.derive()])

    def close(self) -> None:
        """End what reads, once it has done what it does."""
        for pool in (self._thread, self._process):
            if pool is not None:
                pool.shutdown(cancel_futures=True)

    def _fetched(self, url: str) -> Iterator[Document | ReadingError]:
        # What is no address would be taken for the name of a file on this machine.
        if not is_url(url):
            raise SourceError("no valid address.", subject=url, remedy="Write it as https://host/page.")
        fetch = self.fetch or HttpFetch(self.settings, reach=None if self.private else Reach())
        try:
            yield from load_many([url], fetch=fetch, settings=self.settings)
        finally:
            if isinstance(fetch, HttpFetch):
                fetch.close()

    def begin(self, name: str, load: Callable[[], Loaded], *, by: str) -> Job:
        """Read what `load` gives, under a name that people know it by; SourceError where too much waits already."""
        with self._lock:
            if sum(not job.over for job in self._jobs.values()) >= _MOST_WAITING:
                raise SourceError("too much waits already.", subject=name, remedy="Try again when some of it is read.")
            job = Job(id=secrets.token_urlsafe(9), name=name[:200], by=by)
            self._jobs[job.id] = job
            while len(self._jobs) > _REMEMBERED:
                self._jobs.popitem(last=False)
            self._worker().submit(self._work, job.id, load)
        return job

    def _worker(self) -> ThreadPoolExecutor:
        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, "konon-adding")
        return self._thread

    def _work(self, identifier: str, load: Callable[[], Loaded]) -> None:
        try:
            self._tell(identifier, state="fetching")
            found = list(load())
            self._tell(identifier, state="reading", total=len(found))
            for one in found:
                self._one(identifier, one)
            self._tell(identifier, state="comparing")
            for _ in self.archive.derive():
                pass
        except KononError as error:
            self._fail(identifier, error)
        except Exception as error:  # noqa: BLE001 - the job tells it; else it would seem to go on for ever
            self._fail(identifier, ContentError(f"{type(error).__name__}: {error}.", subject="konon"))
        finally:
            self._tell(identifier, state="done")

    def _one(self, identifier: str, found: Document | ReadingError) -> None:
        try:
            if isinstance(found, ReadingError):
                raise found
            # Reading costs more than looking.
            there = self.archive.holds(found)
            report, outcome = (report_id(found), "same") if there else self.archive.add(self._read(found))
        except KononError as error:
            self._fail(identifier, error)
            return
        job = self._jobs[identifier]
        added = (*job.added, Added(report, found.title, outcome))[:LISTED]
        self._tell(identifier, added=added, done=job.done + 1)

    def _read(self, document: Document) -> Record:
        if self._process is None and self.readers is None:
            # A process that is forked while other threads hold locks can hang.
            self._process = ProcessPoolExecutor(1, mp_context=get_context("spawn"))
        readers = self.readers or self._process
        assert readers is not None  # noqa: S101 - for the type checker
        try:
            return readers.submit(read, document).result()
        except BrokenProcessPool as error:
            self._process = None
            remedy = "Is there enough memory? Try again."
            raise ContentError("reading it ended all at once.", subject=document.title or document.id,
                               remedy=remedy) from error  # fmt: skip

    def _fail(self, identifier: str, error: KononError) -> None:
        job = self._jobs[identifier]
        self._tell(identifier, errors=(*job.errors, error)[:LISTED], failed=job.failed + 1, done=job.done + 1)

    def _tell(self, identifier: str, **told: object) -> None:
        with self._lock:
            if identifier in self._jobs:
                self._jobs[identifier] = replace(self._jobs[identifier], **told)  # type: ignore[arg-type]
