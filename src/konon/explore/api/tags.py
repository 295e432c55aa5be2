"""Answers that bear a tag of what they hold, so that what a program has already is not sent again."""

import hashlib
from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute


class TaggedRoute(APIRoute):
    """A route whose answers have an `ETag`; one that is known (`If-None-Match`) is answered by 304."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler of a request."""
        handle = super().get_route_handler()

        async def tagged(request: Request) -> Response:
            response = await handle(request)
            # Weak, since the same answer may be sent packed or not.
            tag = f'W/"{hashlib.sha256(bytes(response.body)).hexdigest()[:20]}"'
            response.headers["ETag"] = tag
            known = [each.strip() for each in request.headers.get("if-none-match", "").split(",")]
            if tag not in known and "*" not in known:
                return response
            kept = {name: value for name, value in response.headers.items() if name in {"etag", "link"}}
            return Response(status_code=304, headers=kept)

        return tagged
