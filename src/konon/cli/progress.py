"""A progress bar on stderr for what takes over two seconds."""

import sys
from collections.abc import Iterable, Iterator
from threading import Lock, Timer
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.progress import Progress

Thing = TypeVar("Thing")
_PATIENCE = 2.0


def shown(things: Iterable[Thing], total: int | None, *, doing: str = "Reading") -> Iterator[Thing]:
    """The things, with a bar that tells how many have come; none where stderr is no terminal or all come soon."""
    if not sys.stderr.isatty():
        yield from things
        return
    bar = _Bar(total, doing)
    try:
        for thing in things:
            bar.advance()
            yield thing
    finally:
        bar.close()


class _Bar:
    """A bar that shows itself when two seconds have passed, also while a single report is being read."""

    def __init__(self, total: int | None, doing: str) -> None:
        self._total, self._doing = total, doing
        self._come = 0
        self._lock = Lock()
        self._progress: Progress | None = None
        self._timer = Timer(_PATIENCE, self._open)
        self._timer.daemon = True
        self._timer.start()

    def _open(self) -> None:
        # Most runs end before they show a bar, and shall not pay for loading it.
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        with self._lock:
            columns = (TextColumn(self._doing), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
            # Rich would take standard output for its own and print the records above its bar, on stderr.
            self._progress = Progress(
                *columns, console=Console(stderr=True), transient=True, redirect_stdout=False, redirect_stderr=False
            )
            self._progress.add_task("reports", total=self._total, completed=self._come)
            self._progress.start()

    def advance(self) -> None:
        """Tell that one more has come."""
        with self._lock:
            self._come += 1
            if self._progress:
                self._progress.advance(self._progress.task_ids[0])

    def close(self) -> None:
        """Take the bar away; what it told is no part of the output."""
        self._timer.cancel()
        with self._lock:
            if self._progress:
                self._progress.stop()
