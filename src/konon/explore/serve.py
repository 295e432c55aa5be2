"""The server of the explorer, on this machine unless a token guards it."""

import multiprocessing
import secrets
import signal
import socket
import sys
import time
import webbrowser
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing.connection import wait
from threading import Timer
from typing import Any

import uvicorn

from konon.archive import Archive
from konon.errors import ServerError
from konon.explore.app import LIMITS, explorer
from konon.explore.editing import Editing
from konon.explore.guard import LOOPBACK
from konon.explore.limits import Limits

# Ports that are tried where none is asked for.
_PORTS = range(8765, 8785)
_SOON = 0.3
# A shorter token could be found by trying.
_SHORTEST = 8


def serve(archive: Archive, *, host: str = "127.0.0.1", port: int | None = None, token: str | None = None,
          browser: bool = True, demo: bool = False, rate: float = LIMITS.rate,
          workers: int = 1, where: str = "", editing: Editing | None = None) -> None:  # fmt: skip
    """Answer until it is interrupted; beyond this machine only with a token, which is made where none is given.

    `rate` is how many requests a second a client has, 0 for any. Several `workers` are processes that answer, each with
    the archive at `where` opened anew. Only with `editing`, and one worker, the archive can be changed.
    """
    if host not in LOOPBACK and token is None:
        token = secrets.token_urlsafe(24)
    if token is not None and len(token) < _SHORTEST:
        remedy = f"Take {_SHORTEST} characters or more, or leave it out: one is made."
        raise ServerError("can be guessed.", subject="the token", remedy=remedy)
    listening = bound(host, port)
    shown = f"[{host}]" if ":" in host else host
    address = f"http://{shown}:{listening.getsockname()[1]}/" + (f"?token={token}" if token else "")
    sys.stderr.write(f"konon: exploring {archive.location} at {address} (Ctrl+C ends it)\n")
    if browser:
        timer = Timer(_SOON, webbrowser.open, (address,))
        timer.daemon = True
        timer.start()
    with listening:
        told = Told(where, token, demo, replace(LIMITS, rate=rate))
        if workers == 1:
            _answer(archive, told, listening, editing)
        else:
            _answer_in_processes(told, listening, workers=workers)


@dataclass(frozen=True, slots=True)
class Told:
    """What each process that answers is told."""

    where: str
    token: str | None
    demo: bool
    limits: Limits


def _answer(archive: Archive, told: Told, listening: socket.socket, editing: Editing | None = None) -> None:
    app = explorer(archive, token=told.token, demo=told.demo, limits=told.limits, editing=editing)
    config = uvicorn.Config(app, log_level="warning", server_header=False, proxy_headers=False)
    try:
        uvicorn.Server(config).run(sockets=[listening])
    finally:
        if editing:
            editing.adding.close()


def _answer_in_processes(told: Told, listening: socket.socket, *, workers: int) -> None:
    """Answer in several processes until this one is ended; one that dies is followed by another."""
    # Each counts for itself what a client asks for.
    limits = replace(told.limits, rate=told.limits.rate / workers, burst=max(1, told.limits.burst // workers))
    spawning = multiprocessing.get_context("spawn")
    wanted = partial(spawning.Process, target=_worker, args=(replace(told, limits=limits), listening))
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    running = [wanted() for _ in range(workers)]
    try:
        for worker in running:
            worker.start()
        while True:
            wait([worker.sentinel for worker in running])
            time.sleep(_SOON)
            for place, worker in enumerate(running):
                if not worker.is_alive():
                    running[place] = wanted()
                    running[place].start()
    except KeyboardInterrupt:
        return
    finally:
        for worker in running:
            worker.terminate()
        for worker in running:
            worker.join()


class Fair(socket.socket):
    """A socket that takes one connection at a time, so that other processes which listen on it get theirs."""

    _took = False

    def accept(self) -> tuple[socket.socket, Any]:
        """A connection, or every other time none."""
        # A server takes all that wait until it is told that there are no more.
        self._took = not self._took
        if not self._took:
            raise BlockingIOError
        return super().accept()


def _worker(told: Told, listening: socket.socket) -> None:
    fair = Fair(listening.family, listening.type, listening.proto, fileno=listening.detach())
    with Archive(told.where) as archive, fair:
        _answer(archive, told, fair)


def bound(host: str, port: int | None) -> socket.socket:
    """A socket that listens; ServerError where the port is taken or the address is none of this machine."""
    reason = ""
    for wanted in _PORTS if port is None else (port,):
        try:
            family = socket.AF_INET6 if ":" in host else socket.AF_INET
            made = socket.create_server((host, wanted), family=family)
            # Only where the protocol is told, the server sends at once what it has; else each answer waits 40 ms.
            return socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP, fileno=made.detach())
        except OSError as error:
            reason = error.strerror or str(error)
    remedy = "Name another: --port, --host."
    raise ServerError(f"{reason}.", subject=f"{host}:{port or _PORTS.start}", remedy=remedy)
