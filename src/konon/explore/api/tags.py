"""Answers that bear a tag of what they hold; `memory` does not send again what a program has already."""

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute

from konon.explore.desk import tag


class TaggedRoute(APIRoute):
    """A route whose answers have an `ETag`."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler of a request."""
        handle = super().get_route_handler()

        async def tagged(request: Request) -> Response:
            response = await handle(request)
            response.headers["ETag"] = tag(bytes(response.body))
            return response

        return tagged
