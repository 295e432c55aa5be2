"""What keeps a reader safe: headers of each answer, hosts that may be asked for, and a token beyond this machine."""

import hashlib
import hmac
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from konon.explore.desk import cookies, render
from konon.explore.faults import API, answer, problem

# Nothing that stands in a report can run: there is no inline script or style, and nothing comes from elsewhere.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Own forms say from where they are sent; other sites learn nothing.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
COOKIE = "konon_token"
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
# Where the form for the token is sent.
DOOR = "/token"
_LONGEST_FORM = 10_000


@dataclass(frozen=True, slots=True)
class DoorPage:
    """The question for the token: where one wanted to go, and whether a wrong one was given."""

    back: str
    tried: bool


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
    to 127.0.0.1 gets nothing. With one it answers whoever has it, in a header, in a cookie, or once in the address.
    """

    def __init__(self, app: ASGIApp, *, token: str | None = None) -> None:
        self._app = app
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or tell why it is not answered."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope, receive)
        refusal = await self._refusal(request)
        await (refusal or self._app)(scope, receive, send)

    async def _refusal(self, request: Request) -> Response | None:
        if self._token is None and _host(request.headers.get("host", "")) not in LOOPBACK:
            return answer(request, problem(421, "This host is not served here.", remedy="Ask for 127.0.0.1."))
        if _strange(request):
            return answer(request, problem(403, "Another site asked for this.", remedy="Open the address yourself."))
        return None if self._token is None else await self._unknown(request)

    async def _unknown(self, request: Request) -> Response | None:
        """What is told to one who has not shown the token."""
        if request.url.path == DOOR and request.method == "POST":
            given = await _sent(request)
            back = given.get("back", "/")
            return self._welcome(back) if self._right(given.get("token", "")) else _asked(request, back)
        query = dict(parse_qsl(request.url.query))
        if "token" in query and self._right(query.pop("token")):
            return self._welcome(request.url.path + (f"?{urlencode(query)}" if query else ""))
        bearer = request.headers.get("authorization", "").removeprefix("Bearer ")
        if self._right(bearer) or _same(cookies(request.headers).get(COOKIE, ""), proof(self._token or "")):
            return None
        # What ships with Konon is no secret, and the page that asks for the token wants its looks.
        return None if request.url.path.startswith("/static/") else _asked(request)

    def _right(self, given: str) -> bool:
        return _same(given, self._token or "")

    def _welcome(self, back: str) -> Response:
        # The token leaves the address, so that it is not copied along with a link. A path such as //host is another's.
        path = back if back.isprintable() else "/"
        opened = RedirectResponse("/" + path.lstrip("/\\"), 303, {"Cache-Control": "no-store"})
        opened.set_cookie(COOKIE, proof(self._token or ""), httponly=True, samesite="strict")
        return opened


def _asked(request: Request, tried: str | None = None) -> Response:
    """The question for the token: a form for people, a problem for programs; `tried` is where a wrong one led."""
    headers = {"WWW-Authenticate": "Bearer", "Cache-Control": "no-store"}
    if request.url.path.startswith(API) or request.method not in {"GET", "POST"}:
        remedy = "Send it as `Authorization: Bearer …`."
        told = answer(request, problem(401, "This is only for who has the token.", remedy=remedy))
        told.headers.update(headers)
        return told
    query = urlencode([each for each in parse_qsl(request.url.query) if each[0] != "token"])
    back = request.url.path + (f"?{query}" if query else "")
    wrong = tried is not None or "token" in request.query_params
    return render(request, "door.html", DoorPage(tried or back, tried=wrong), status=401, headers=headers)


async def _sent(request: Request) -> dict[str, str]:
    """The short form that was sent."""
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > _LONGEST_FORM:
            return {}
    return dict(parse_qsl(body.decode("latin-1"), encoding="utf-8"))


def _strange(request: Request) -> bool:
    """Whether another site asks, by more than a link that a person follows."""
    site = request.headers.get("sec-fetch-site")
    if request.method in {"GET", "HEAD", "OPTIONS"}:
        followed = request.headers.get("sec-fetch-mode") == "navigate"
        return site in {"cross-site", "same-site"} and not followed
    if site is not None:
        return site not in {"same-origin", "none"}
    # Older browsers tell only from where a form is sent; programs tell neither.
    origin = request.headers.get("origin")
    return origin is not None and origin.partition("://")[2] != request.headers.get("host", "")


def _same(given: str, right: str) -> bool:
    return hmac.compare_digest(given.encode(), right.encode())


def _host(header: str) -> str:
    return header.partition("]")[0].removeprefix("[") if header.startswith("[") else header.partition(":")[0].lower()
