"""What changing an archive in a browser needs: who decides, and forms that come from these pages alone."""

import hashlib
import hmac
import secrets
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Annotated
from urllib.parse import quote, unquote

from fastapi import Depends, HTTPException, Request
from fastapi.responses import Response
from starlette.datastructures import FormData, UploadFile

from konon.explore.adding import Adding

FORM_COOKIE = "konon_form"
NAME_COOKIE = "konon_by"
TOKEN = "csrf"  # noqa: S105 - the name of a field
LONGEST_NAME = 80
_YEAR = 365 * 24 * 3600
# A form of ours is far smaller; only files that are given may be larger, see `Adding`.
_MOST_BYTES = 1_000_000
# Besides what is given, a form holds its own fields.
_FIELDS_OF_A_FORM = 10_000
_MOST_FIELDS = 5000
_MOST_FILES = 20


@dataclass(frozen=True, slots=True)
class Editing:
    """An explorer in which people decide; `by` is who does so, where one person alone does."""

    adding: Adding
    by: str | None = None
    _secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)

    def token(self, key: str) -> str:
        """What a form holds that was shown to the browser with this cookie."""
        return hmac.new(self._secret, key.encode(), hashlib.sha256).hexdigest()

    def right(self, key: str, token: str) -> bool:
        """Whether a form comes from a page that this browser was shown."""
        return bool(key) and hmac.compare_digest(self.token(key).encode(), token.encode())


@dataclass(frozen=True, slots=True)
class Given:
    """What a form holds, once it is known to come from these pages, and who gave it."""

    fields: FormData
    by: str

    def one(self, name: str) -> str:
        """The value of a field; empty where it isn't there."""
        value = self.fields.get(name, "")
        return value if isinstance(value, str) else ""

    def all(self, name: str) -> list[str]:
        """All values of a field."""
        return [value for value in self.fields.getlist(name) if isinstance(value, str)]

    def files(self, name: str) -> list[UploadFile]:
        """The files of a field."""
        return [value for value in self.fields.getlist(name) if isinstance(value, UploadFile) and value.filename]


def editing_of(request: Request) -> Editing | None:
    """What changing the archive needs; None where it can only be looked at."""
    found: Editing | None = request.app.state.editing
    return found


def person_of(request: Request) -> str | None:
    """Who decides in this browser; None where nobody has said so yet."""
    editing = editing_of(request)
    if editing is None:
        return None
    return editing.by or named(unquote(request.cookies.get(NAME_COOKIE, "")))


def named(name: str) -> str | None:
    """A name as it is kept; None where it is none."""
    plain = " ".join(name.split())
    return plain if plain and len(plain) <= LONGEST_NAME and plain.isprintable() else None


def keep_name(answer: Response, name: str) -> None:
    """Let a browser remember who decides."""
    answer.set_cookie(NAME_COOKIE, quote(name), max_age=_YEAR, samesite="strict", httponly=True)


def seal(request: Request) -> tuple[str, str]:
    """The key that a browser keeps, and the token that forms shown to it hold."""
    editing = editing_of(request)
    key = request.cookies.get(FORM_COOKIE) or secrets.token_urlsafe(24)
    return key, editing.token(key) if editing else ""


async def anonymous(request: Request) -> AsyncIterator[Given]:
    """The form of a request by whomever; 403 where these pages did not give it, 413 where it is too large."""
    editing = editing_of(request)
    assert editing is not None  # noqa: S101 - these routes are there only with it
    _measure(request, editing.adding.most_bytes if request.url.path.startswith("/add/") else _MOST_BYTES)
    form = request.form(max_files=_MOST_FILES, max_fields=_MOST_FIELDS, max_part_size=_MOST_BYTES)
    async with form as fields:
        given = Given(fields, "")
        if not editing.right(request.cookies.get(FORM_COOKIE, ""), given.one(TOKEN)):
            raise HTTPException(
                403, "The form is old, or none of ours. Go back, load the page anew, and send it again."
            )
        yield given


def _measure(request: Request, most: int) -> None:
    """Refuse what is too large before any of it is taken."""
    length = request.headers.get("content-length", "")
    if not length.isdecimal():
        raise HTTPException(411, "A form tells how long it is.")
    if int(length) > most + _FIELDS_OF_A_FORM:
        raise HTTPException(413, f"More than {most / 1_000_000:g} MB can't be given at once.")


def given_of(request: Request, given: Annotated[Given, Depends(anonymous)]) -> Given:
    """The form of a request; 403 where these pages did not give it, to the question for a name where that is open."""
    person = person_of(request)
    if person is None:
        raise HTTPException(303, "Say who decides.", headers={"Location": "/person"})
    return Given(given.fields, person)
