"""What all pages share: the archive, the language of a request, and templates in that language."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from http.cookies import CookieError, SimpleCookie
from importlib import resources
from typing import Annotated

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.datastructures import Headers

from konon.archive import Archive
from konon.errors import QueryError
from konon.explore import drawing, messages, wording
from konon.explore.editing import FORM_COOKIE, editing_of, person_of, seal
from konon.explore.locale import LANGUAGES, Tongue, preferred, tongue

CHOICE = "konon_language"
STATIC = resources.files("konon.explore").joinpath("static")
# Styles of the marks are those of the page that `konon read --to html` writes.
MARKS = resources.files("konon.export").joinpath("page", "marks.css")


def archive_of(request: Request) -> Archive:
    """The archive that is explored; QueryError for a character that no database takes."""
    if "%00" in str(request.url):
        raise QueryError("holds a character that no text has.", subject="NUL", remedy="Leave it out.")
    kept: Archive = request.app.state.archive
    return kept


Kept = Annotated[Archive, Depends(archive_of)]


def tongue_of(request: Request) -> Tongue:
    """The language in which a request is answered."""
    return tongue(preferred(cookies(request.headers).get(CHOICE), request.headers.get("accept-language", "")))


Spoken = Annotated[Tongue, Depends(tongue_of)]


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the navigation: its address, and its name in English."""

    path: str
    name: str


# The pages that the head of every page leads to; a page adds its own.
PLACES = [
    Place("/search", "Search"), Place("/actors", "Actors"), Place("/network", "Network"),
    Place("/events", "Events"), Place("/lineage", "Copies"),
]  # fmt: skip
# Those of an explorer in which people decide.
EDITING_PLACES = [Place("/add", "Add"), Place("/resolve", "Names"), Place("/decisions", "Decisions")]


def render(request: Request, template: str, page: object, *, status: int = 200,
           headers: Mapping[str, str] | None = None) -> HTMLResponse:  # fmt: skip
    """A page: its context in its template, in the language of the request."""
    spoken = tongue_of(request)
    here = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    editing = editing_of(request) is not None
    key, token = seal(request)
    text = environment(spoken.code).get_template(template).render(
        page=page, spoken=spoken, here=here, places=[*PLACES, *(EDITING_PLACES if editing else ())],
        languages=LANGUAGES, demo=request.app.state.demo, path=request.url.path, editing=editing, csrf=token,
        person=person_of(request),
    )  # fmt: skip
    own = {"Vary": "Accept-Language, Cookie", "ETag": tag(text.encode())}
    answer = HTMLResponse(text, status, {**own, **(headers or {})})
    if editing and request.cookies.get(FORM_COOKIE) != key:
        answer.set_cookie(FORM_COOKIE, key, httponly=True, samesite="strict")
    return answer


def own_path(back: str) -> str:
    """An address of these pages to go back to; that of the first one where it leads elsewhere."""
    # `//host` and `/\\host` are addresses of others.
    own = back.startswith("/") and not back.startswith(("//", "/\\")) and back.isprintable()
    return back if own else "/"


def tag(body: bytes) -> str:
    """The tag of an answer; weak, since the same may be sent packed or not."""
    return f'W/"{hashlib.sha256(body).hexdigest()[:20]}"'


def cookies(headers: Headers) -> Mapping[str, str]:
    """The cookies of a request; none where what was sent are no cookies."""
    try:
        return {name: found.value for name, found in SimpleCookie(headers.get("cookie", "")).items()}
    except CookieError:
        return {}


@cache
def environment(code: str) -> Environment:
    """The templates in a language."""
    spoken = tongue(code)
    made = Environment(
        loader=PackageLoader("konon.explore", "templates"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, extensions=["jinja2.ext.i18n"],
    )  # fmt: skip
    made.install_gettext_translations(spoken.messages, newstyle=True)  # type: ignore[attr-defined]
    made.filters |= {
        "day": spoken.day, "number": spoken.number, "percent": spoken.percent, "country": spoken.country,
        "term": spoken.term, "bounds": lambda count: wording.bounds(count, spoken), "marked": wording.marked,
        "brief": lambda count: wording.brief(count, spoken),
        "shortened": wording.shortened, "error": lambda message: messages.error(message, spoken),
        "decider": lambda name: messages.decider(name, spoken),
    }  # fmt: skip
    made.globals |= {"asset": asset, "bars": drawing.bars, "address": wording.address}
    return made


def warm() -> None:
    """Compile all templates, so that nobody has to wait for it."""
    for code in LANGUAGES:
        for name in environment(code).list_templates():
            environment(code).get_template(name)


@cache
def asset(name: str) -> str:
    """The address of a file that ships with Konon; it changes with the file, so that browsers may keep it."""
    kept = MARKS if name == MARKS.name else STATIC.joinpath(name)
    return f"/static/{name}?v={hashlib.sha256(kept.read_bytes()).hexdigest()[:10]}"
