"""Answers that are kept as long as the archive stays as it is, and told by a tag where the one who asks has them."""

import asyncio
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field

from anyio import CapacityLimiter
from anyio.to_thread import run_sync
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from konon.archive import Archive
from konon.errors import ArchiveError
from konon.explore.desk import CHOICE, cookies
from konon.explore.guard import COOKIE
from konon.explore.locale import preferred

# So many bytes are kept in all, and answers of at most so many.
MOST = 64_000_000
_LARGEST = 2_000_000
# What is told with 304, as RFC 9110 asks for.
_TOLD = frozenset({"cache-control", "etag", "link", "vary"})
Key = tuple[str, bytes, str, bool, bool]


@dataclass(slots=True)
class Answer:
    """A whole answer, as it was sent."""

    start: Message = field(default_factory=dict)
    body: bytes = b""

    @property
    def headers(self) -> Headers:
        """Its headers."""
        return Headers(raw=self.start["headers"])

    @property
    def lasting(self) -> bool:
        """Whether it depends on nothing but the address, the language and the archive."""
        headers = self.headers
        fresh = {part.strip() for part in headers.get("cache-control", "").split(",")} & {"no-store", "private"}
        return self.start["status"] == 200 and "set-cookie" not in headers and not fresh

    async def send(self, send: Send, known: str) -> None:
        """Send it; that it still holds, to one who knows its tag."""
        headers = self.headers
        tag = headers.get("etag")
        start, body = self.start, self.body
        if tag and self.start["status"] == 200 and _knows(known, tag):
            told = [(name, value) for name, value in headers.raw if name.decode() in _TOLD]
            start, body = {**start, "status": 304, "headers": told}, b""
        # The headers are copied, since what stands around may add to them.
        await send({**start, "headers": list(start["headers"])})
        await send({"type": "http.response.body", "body": body})


class Remembered:
    """An application whose answers are made once for each state of the archive.

    An answer that depends on more than the address, the language and the archive says so: `Cache-Control: no-store`.
    With `most` of 0 none is kept, and tags are answered all the same.
    """

    def __init__(self, app: ASGIApp, *, archive: Archive, most: int = MOST) -> None:
        self._app = app
        self._archive = archive
        self._most = most
        self._kept: OrderedDict[Key, Answer] = OrderedDict()
        self._bytes = 0
        self._state: str | None = None
        self._making: dict[Key, asyncio.Event] = {}
        # Of its own, so that what is kept is had also where all threads are busy with the archive.
        self._threads = CapacityLimiter(2)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http" or scope["method"] != "GET" or scope["path"].startswith("/static/"):
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        known, key = headers.get("if-none-match", ""), _key(scope, headers)
        if key is None:
            await self._app(scope, receive, Exchange(receive, send, known, asyncio.Event()).take)
            return
        kept = await self._known(key)
        if kept is None and key in self._making:
            # Of several who ask for the same at once, one has it made.
            await self._making[key].wait()
            kept = self._kept.get(key)
        if kept is not None:
            await kept.send(send, known)
            return
        made = asyncio.Event()
        self._making.setdefault(key, made)
        try:
            await self._made(key, scope, Exchange(receive, send, known, made))
        finally:
            made.set()
            if self._making.get(key) is made:
                del self._making[key]

    async def _known(self, key: Key) -> Answer | None:
        if not self._most:
            return None
        try:
            state = await run_sync(self._archive.state, limiter=self._threads)
        except ArchiveError:
            # The page itself tells what is wrong.
            state = None
        if state is None or state != self._state:
            self._state = state
            self._kept.clear()
            self._bytes = 0
        if (found := self._kept.get(key)) is not None:
            self._kept.move_to_end(key)
        return found

    async def _made(self, key: Key, scope: Scope, exchange: "Exchange") -> None:
        state = self._state
        await self._app(scope, exchange.receive, exchange.take)
        answer = exchange.whole
        if answer is not None and self._most and state is not None and state == self._state and answer.lasting:
            self._keep(key, answer)

    def _keep(self, key: Key, answer: Answer) -> None:
        if len(answer.body) > _LARGEST or key in self._kept:
            return
        self._kept[key] = answer
        self._bytes += len(answer.body)
        while self._bytes > self._most:
            _, oldest = self._kept.popitem(last=False)
            self._bytes -= len(oldest.body)


class Exchange:
    """A request that is being answered: an answer in one piece is taken whole, one in many is passed on."""

    def __init__(self, receive: Receive, send: Send, known: str, made: asyncio.Event) -> None:
        self.receive = receive
        self.whole: Answer | None = None
        self._send = send
        self._known = known
        self._made = made
        self._start: Message | None = None

    async def take(self, message: Message) -> None:
        """Take a message of the answer."""
        if message["type"] == "http.response.start":
            self._start = message
        elif self._start is None:
            await self._send(message)
        elif message.get("more_body", False):
            # Nobody waits for the end of what comes in pieces.
            self._made.set()
            await self._send(self._start)
            self._start = None
            await self._send(message)
        else:
            self.whole = Answer(self._start, message.get("body", b""))
            await self.whole.send(self._send, self._known)


def _key(scope: Scope, headers: Headers) -> Key | None:
    """What an answer depends on; None for one who has a cookie by which pages may differ."""
    given = cookies(headers)
    if any(name.startswith("konon_") and name not in {CHOICE, COOKIE} for name in given):
        return None
    language = preferred(given.get(CHOICE), headers.get("accept-language", ""))
    return (scope["path"], scope["query_string"], language, "gzip" in headers.get("accept-encoding", ""),
            "hx-request" in headers)  # fmt: skip


def _knows(known: str, tag: str) -> bool:
    given: Sequence[str] = [each.strip() for each in known.split(",")]
    return tag in given or "*" in given
