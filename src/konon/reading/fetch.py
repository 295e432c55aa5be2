"""Pages from the network: robots.txt, a delay between requests to one host, a limit of size; errors say why."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urljoin, urlsplit

from konon.errors import SourceError
from konon.reading.reach import Reach, transport
from konon.reading.robots import Rules
from konon.settings import DEFAULTS, Settings

if TYPE_CHECKING:
    import httpx

_REDIRECTS = 10
# A robots.txt may ask for any delay; a reader who waits longer than this thinks that Konon hangs.
_LONGEST_DELAY = 30.0
_ROBOTS_LIMIT = 512_000
# A site that sends a byte now and then never runs into the timeout of a read.
_LONGEST_PAGE = 120.0
_TEXTUAL = (
    "text/",
    "application/xhtml",
    "application/xml",
    "application/json",
    "application/x-ndjson",
    "application/jsonl",
)

_REASONS = {
    401: "Log in with a browser and save the page.",
    403: "The site does not let programs in; save the page with a browser and read the file.",
    404: "Look the address up again.",
    410: "The page was taken down; try an archive.",
    429: "The site asks for fewer requests; wait and try again.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What was fetched: the URL it came from after redirects, its bytes, media type and charset."""

    url: str
    body: bytes
    media_type: str = ""
    charset: str | None = None


class Fetch(Protocol):
    """Fetches a page; tests and other transports take its place."""

    def __call__(self, url: str) -> Page:
        """The page; SourceError where it can't or may not be had."""
        ...


@dataclass
class HttpFetch:
    """Fetches over HTTP; keeps what robots.txt said and when each host was last asked. `sleep` waits for seconds.

    With a `reach` only what that allows is connected to, also by redirects, and no proxy is asked.
    """

    settings: Settings = DEFAULTS
    sleep: Callable[[float], None] = time.sleep
    reach: Reach | None = None
    _client: "httpx.Client | None" = field(default=None, init=False, repr=False)
    _rules: dict[str, Rules] = field(default_factory=dict, init=False, repr=False)
    _asked: dict[str, float] = field(default_factory=dict, init=False, repr=False)

    def __call__(self, url: str) -> Page:
        """The page at this URL; SourceError where it can't or may not be had."""
        address = checked(url)
        for _ in range(_REDIRECTS + 1):
            self._permit(address)
            found = self._get(address)
            if isinstance(found, Page):
                return found
            address = checked(found)
        raise SourceError(f"more than {_REDIRECTS} redirects.", subject=url, remedy="Look the address up in a browser.")

    def close(self) -> None:
        """Closes the connections."""
        if self._client:
            self._client.close()
            self._client = None

    def _permit(self, url: str) -> None:
        """Waits until the host may be asked again; SourceError where robots.txt forbids the page."""
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        delay = self.settings.delay
        if self.settings.respect_robots:
            if origin not in self._rules:
                self._rules[origin] = self._robots(f"{origin}/robots.txt")
            if not self._rules[origin].allows(url):
                remedy = "Save the page with a browser and read the file."
                raise SourceError("the site's robots.txt does not allow it.", subject=url, remedy=remedy)
            delay = max(delay, min(self._rules[origin].delay or 0.0, _LONGEST_DELAY))
        now = time.monotonic()
        wait = self._asked.get(origin, now - delay) + delay - now
        if wait > 0:
            self.sleep(wait)
        self._asked[origin] = time.monotonic()

    def _robots(self, url: str) -> Rules:
        agent = self.settings.user_agent
        for _ in range(_REDIRECTS):
            with self._answer(url) as answer:
                if answer.has_redirect_location:
                    url = checked(_joined(url, answer.headers["location"]))
                    continue
                if answer.status_code >= 500:
                    remedy = "Try again later."
                    raise SourceError(f"can't be had (status {answer.status_code}).", subject=url, remedy=remedy)
                # RFC 9309: where there is none, all is allowed.
                body = b"" if answer.status_code >= 300 else _up_to(answer, _ROBOTS_LIMIT)
                return Rules(body.decode("utf-8", "replace"), agent)
        return Rules("", agent)

    def _get(self, url: str) -> Page | str:
        """The page, or the URL that it redirects to."""
        with self._answer(url) as answer:
            if answer.has_redirect_location:
                return _joined(url, answer.headers["location"])
            if answer.status_code >= 300:
                reason = f"status {answer.status_code} {answer.reason_phrase}".strip()
                remedy = _REASONS.get(answer.status_code, "Try again later.")
                raise SourceError(f"{reason}.", subject=url, remedy=remedy)
            media_type = answer.headers.get("content-type", "").split(";")[0].strip().lower()
            if media_type and not media_type.startswith(_TEXTUAL):
                remedy = "Give the address of a page with text."
                raise SourceError(f"no page but {media_type}.", subject=url, remedy=remedy)
            limit = self.settings.max_bytes
            body = _up_to(answer, limit + 1)
            if len(body) > limit:
                raise SourceError(
                    f"over {limit / 1_000_000:g} MB.", subject=url, remedy="Raise max_bytes (KONON_MAX_BYTES)."
                )
            return Page(url=url, body=body, media_type=media_type, charset=answer.charset_encoding)

    @contextmanager
    def _answer(self, url: str) -> "Iterator[httpx.Response]":
        import httpx  # start-up: reading files needs no network

        if self._client is None:
            headers = {
                "User-Agent": self.settings.user_agent,
                "Accept": "text/html,application/xhtml+xml,text/*;q=0.9,*/*;q=0.5",
            }
            carrier = transport(self.reach) if self.reach else None
            self._client = httpx.Client(headers=headers, timeout=self.settings.timeout, follow_redirects=False,
                                        transport=carrier)  # fmt: skip
        try:
            with self._client.stream("GET", url) as answer:
                yield answer
        except httpx.TimeoutException as error:
            message = f"no answer within {self.settings.timeout:g} s."
            raise SourceError(
                message, subject=url, remedy="Try again, or raise the timeout (KONON_TIMEOUT)."
            ) from error
        except (httpx.InvalidURL, UnicodeError) as error:
            # UnicodeError: the host has an empty or overlong part.
            raise _wrong(url) from error
        except httpx.TransportError as error:
            remedy = "Check the network and the address, or save the page and read the file."
            raise SourceError(f"can't be reached ({error}).", subject=url, remedy=remedy) from error
        except httpx.HTTPError as error:
            raise SourceError(
                f"can't be read ({error}).", subject=url, remedy="Save the page and read the file."
            ) from error


def is_url(source: str) -> bool:
    """Whether a source is meant as a URL."""
    return source[:8].lower().startswith(("http://", "https://"))


def checked(url: str) -> str:
    """The URL; SourceError where it can't be one."""
    from courlan import validate_url  # start-up: reading files needs no URLs

    if not is_url(url) or any(letter.isspace() for letter in url) or not validate_url(url)[0]:
        raise _wrong(url)
    return url


def _joined(url: str, location: str) -> str:
    try:
        return urljoin(url, location)
    except ValueError as error:
        raise _wrong(location) from error


def _wrong(url: str) -> SourceError:
    return SourceError("no valid address.", subject=url, remedy="Write it as https://host/page.")


def _up_to(answer: "httpx.Response", limit: int) -> bytes:
    """The body, or its first `limit` bytes; SourceError where a site sends it too slowly."""
    body = bytearray()
    ends = time.monotonic() + _LONGEST_PAGE
    for piece in answer.iter_bytes():
        body += piece
        if len(body) >= limit:
            break
        if time.monotonic() > ends:
            raise SourceError(f"took longer than {_LONGEST_PAGE:g} s.", subject=str(answer.url), remedy="Try again.")
    return bytes(body[:limit])
