"""A client that costs little, so that what is measured is the server."""

import asyncio
import time


class Connection:
    """A connection to a server on this machine, kept open from one request to the next."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def get(self, path: str) -> float:
        """The milliseconds until a page was there; RuntimeError where it is none."""
        begin = time.perf_counter()
        status, _ = await self.fetch(path, accepts="gzip")
        taken = (time.perf_counter() - begin) * 1000
        if status != 200:
            raise RuntimeError(f"{path} was answered by {status}")
        return taken

    async def fetch(self, path: str, *, accepts: str = "identity") -> tuple[int, bytes]:
        """The status and the body of an answer."""
        for _ in range(2):
            try:
                return await self._asked(path, accepts)
            except (ConnectionError, asyncio.IncompleteReadError):
                # The server closes what was not used for a while.
                self._streams = None
        raise ConnectionError(f"port {self._port} does not answer")

    async def _asked(self, path: str, accepts: str) -> tuple[int, bytes]:
        reader, writer = self._streams or await asyncio.open_connection("127.0.0.1", self._port)
        self._streams = reader, writer
        head = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{self._port}\r\nAccept-Encoding: {accepts}\r\n\r\n"
        writer.write(head.encode())
        await writer.drain()
        told = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        fields = dict(line.lower().split(": ", 1) for line in told.split("\r\n")[1:] if ": " in line)
        return int(told.split()[1]), await reader.readexactly(int(fields["content-length"]))
