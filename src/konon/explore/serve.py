"""The server of the explorer, on this machine unless a token guards it."""

import secrets
import socket
import sys
import webbrowser
from threading import Timer

import uvicorn

from konon.archive import Archive
from konon.errors import ServerError
from konon.explore.app import explorer
from konon.explore.guard import LOOPBACK

# Ports that are tried where none is asked for.
_PORTS = range(8765, 8785)
_SOON = 0.3


def serve(archive: Archive, *, host: str = "127.0.0.1", port: int | None = None, token: str | None = None,
          browser: bool = True, demo: bool = False) -> None:  # fmt: skip
    """Answer until it is interrupted; beyond this machine only with a token, which is made where none is given."""
    if host not in LOOPBACK and token is None:
        token = secrets.token_urlsafe(24)
    listening = bound(host, port)
    shown = f"[{host}]" if ":" in host else host
    address = f"http://{shown}:{listening.getsockname()[1]}/" + (f"?token={token}" if token else "")
    sys.stderr.write(f"konon: exploring {archive.location} at {address} (Ctrl+C ends it)\n")
    if browser:
        timer = Timer(_SOON, webbrowser.open, (address,))
        timer.daemon = True
        timer.start()
    config = uvicorn.Config(explorer(archive, token=token, demo=demo), log_level="warning", server_header=False,
                            proxy_headers=False)  # fmt: skip
    with listening:
        uvicorn.Server(config).run(sockets=[listening])


def bound(host: str, port: int | None) -> socket.socket:
    """A socket that listens; ServerError where the port is taken or the address is none of this machine."""
    reason = ""
    for wanted in _PORTS if port is None else (port,):
        try:
            return socket.create_server((host, wanted), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
        except OSError as error:
            reason = error.strerror or str(error)
    remedy = "Name another: --port, --host."
    raise ServerError(f"{reason}.", subject=f"{host}:{port or _PORTS.start}", remedy=remedy)
