"""What keeps a reader safe: headers of each answer, hosts that may be asked for, and a token beyond this machine."""

import hashlib
import hmac
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Nothing that stands in a report can run: there is no inline script or style, and nothing comes from elsewhere.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
COOKIE = "konon_token"
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


def proof(token: str) -> str:
    """What a browser keeps instead of a token: it opens the same door and does not tell the token."""
    return hashlib.sha256(f"konon explore {token}".encode()).hexdigest()


class Shielded:
    """An application whose answers all bear the headers."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""

        async def shield(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers[name] = value
                if "cache-control" not in headers:
                    headers["Cache-Control"] = "no-cache"
            await send(message)

        await self._app(scope, receive, shield)


class Guarded:
    """An application that is asked only by those who may.

    Without a token it answers only where a loopback address was asked for: a page of the open web whose name was bent
    to 127.0.0.1 gets nothing. With one it answers whoever has it.
    """

    def __init__(self, app: ASGIApp, *, token: str | None = None) -> None:
        self._app = app
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or tell why it is not answered."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refusal = self._refusal(scope, Headers(scope=scope))
        await (refusal or self._app)(scope, receive, send)

    def _refusal(self, scope: Scope, headers: Headers) -> Response | None:
        if self._token is None:
            asked = _host(headers.get("host", ""))
            return None if asked in LOOPBACK else PlainTextResponse("This host is not served here.", 421)
        query = dict(parse_qsl(scope["query_string"].decode("latin-1")))
        if "token" in query and self._right(query.pop("token")):
            return self._welcome(scope["path"], query)
        bearer = headers.get("authorization", "").removeprefix("Bearer ")
        if self._right(bearer) or _same(_cookie(headers), proof(self._token)):
            return None
        return PlainTextResponse("Open the address that `konon explore` printed; it holds the token.", 401,
                                 {"WWW-Authenticate": "Bearer"})  # fmt: skip

    def _right(self, given: str) -> bool:
        return _same(given, self._token or "")

    def _welcome(self, path: str, query: dict[str, str]) -> Response:
        # The token leaves the address, so that it is not copied along with a link. A path such as //host is another's.
        answer = RedirectResponse("/" + path.lstrip("/\\") + (f"?{urlencode(query)}" if query else ""), 303)
        answer.set_cookie(COOKIE, proof(self._token or ""), httponly=True, samesite="strict")
        return answer


def _same(given: str, right: str) -> bool:
    return hmac.compare_digest(given.encode(), right.encode())


def _host(header: str) -> str:
    return header.partition("]")[0].removeprefix("[") if header.startswith("[") else header.partition(":")[0].lower()


def _cookie(headers: Headers) -> str:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found else ""
