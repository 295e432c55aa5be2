"""A PostgreSQL server of one's own, for tests and benchmarks."""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class ServerError(Exception):
    """No server can be started; its text says why."""


@contextmanager
def running(options: str = "", *, keep: Path | None = None) -> Iterator[str]:
    """The URL of a server that runs as long as this lasts, with a place for a database's name.

    What it holds is gone afterwards, unless there is a folder to `keep` it in, where it is found again.
    """
    programs = _programs()
    # Sockets have short paths, which the folder of a test is not.
    folder = Path(subprocess.run(["mktemp", "-d"], check=True, capture_output=True, text=True).stdout.strip())
    data = keep or folder / "data"
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
    port = _free_port()
    listening = f"-p {port} -k {folder} -c listen_addresses='' {options}"
    try:
        if not (data / "PG_VERSION").exists():
            _own(data)
            _run([programs / "initdb", "-D", data, "-A", "trust", "-U", "konon", "-E", "UTF8", "-N"], folder)
        _run([programs / "pg_ctl", "-D", data, "-o", listening, "-l", folder / "log", "-w", "start"], folder)
    except (OSError, subprocess.SubprocessError) as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise ServerError(f"no PostgreSQL can be started: {error}") from error
    try:
        yield f"postgresql://konon@/{{}}?host={folder}&port={port}"
    finally:
        _run([programs / "pg_ctl", "-D", data, "-m", "fast" if keep else "immediate", "-w", "stop"], folder)
        shutil.rmtree(folder)


def _programs() -> Path:
    """The folder of PostgreSQL's programs, the newest where there are several."""
    named = shutil.which("initdb")
    found = [Path(named)] if named else sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not found:
        raise ServerError("no PostgreSQL is installed (apt-get install postgresql)")
    return found[-1].parent


def _own(data: Path) -> None:
    data.mkdir(parents=True)
    if os.geteuid() == 0:
        shutil.chown(data, "postgres")


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


def _run(command: list[str | Path], folder: Path) -> None:
    """Run a program of PostgreSQL's, which refuses to be run by root."""
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
    user = {"user": "postgres"} if os.geteuid() == 0 else {}
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder,
                   env=environment, timeout=120, **user)  # fmt: skip
