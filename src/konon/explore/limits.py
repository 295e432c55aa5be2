"""How much a client may ask for: how often, how long an address, how large a body, how long a search."""

import math
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from konon.archive import patience
from konon.explore.faults import Problem, answer, problem

# A server before this one passes on what many ask, and all of it seems to come from this machine.
_BEHIND = 20
# Whoever tries tokens is slowed down.
_REFUSED = 10
_CLIENTS = 10_000
_SLOWER = "Ask more slowly."


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a client may ask for: requests a second (0 for any), how many at once, and sizes in bytes.

    `seconds` is how long one look into the archive may take.
    """

    rate: float = 50
    burst: int = 500
    address: int = 8_000
    body: int = 20_000_000
    seconds: float = 10


class Limited:
    """An application that is asked for no more than it can do well; clients are told apart by their addresses."""

    def __init__(self, app: ASGIApp, *, limits: Limits, clock: Callable[[], float] = time.monotonic) -> None:
        self._app = app
        self._limits = limits
        self._clock = clock
        # What each client may still ask for, and when that was so; those who asked last stand last.
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or tell why it is too much."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        client = _client(scope)
        wait = self._charged(client)
        refusal = self._refusal(scope, wait)
        if refusal is not None:
            told = answer(Request(scope), refusal)
            if wait:
                told.headers["Retry-After"] = str(math.ceil(wait))
            await told(scope, receive, send)
            return

        async def counted(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 401:
                self._charged(client, _REFUSED)
            await send(message)

        with patience(self._limits.seconds):
            try:
                await self._app(scope, _measured(receive, self._limits.body), counted)
            except HTTPException:
                # One who reads the body before the routes do lets it through.
                await answer(Request(scope), _too_large(self._limits.body))(scope, receive, send)

    def _refusal(self, scope: Scope, wait: float) -> Problem | None:
        limits = self._limits
        if wait:
            return problem(429, "Too much was asked for at once.", remedy=_SLOWER)
        if len(scope["raw_path"]) + len(scope["query_string"]) > limits.address:
            return problem(414, f"The address has more than {limits.address} characters.", remedy="Ask for less.")
        size = Headers(scope=scope).get("content-length", "0")
        if size.isdigit() and int(size) > limits.body:
            return _too_large(limits.body)
        return None

    def _charged(self, client: str, cost: float = 1) -> float:
        """The seconds that a client has to wait, 0 where it need not; what it asks for is taken from what is left."""
        if not self._limits.rate:
            return 0
        times = _BEHIND if client == _OWN else 1
        rate, most, now = self._limits.rate * times, self._limits.burst * times, self._clock()
        left, before = self._left.pop(client, (most, now))
        left = min(most, left + (now - before) * rate)
        allowed = left >= 1
        self._left[client] = (max(left - cost, 0) if allowed else left, now)
        if len(self._left) > _CLIENTS:
            self._left.popitem(last=False)
        return 0 if allowed else (1 - left) / rate


_OWN = "this machine"


def _client(scope: Scope) -> str:
    """Who asks: an address, or the network that a house has of IPv6, which has more addresses than can be counted."""
    host = scope["client"][0] if scope.get("client") else ""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if address.is_loopback:
        return _OWN
    if isinstance(address, IPv6Address) and address.ipv4_mapped is None:
        return str(IPv6Address(int(address) >> 64 << 64))
    return host


def _too_large(most: int) -> Problem:
    return problem(413, f"More than {most // 1_000_000} MB were sent.", remedy="Send less.")


def _measured(receive: Receive, most: int) -> Receive:
    """What is received, until it is more than may be; its size need not be told before."""
    got = 0

    async def take() -> Message:
        nonlocal got
        message = await receive()
        got += len(message.get("body", b""))
        if got > most:
            told = _too_large(most)
            raise HTTPException(told.status, told.detail)
        return message

    return take
