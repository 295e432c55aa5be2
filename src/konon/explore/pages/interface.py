"""What programs can ask for, told to people: made from the same schema that programs read."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from konon.explore.desk import render

router = APIRouter()


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """What can be given to a call."""

    name: str
    place: str
    needed: bool
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """An address that programs can ask for."""

    path: str
    description: str
    parameters: tuple[Parameter, ...]

    @property
    def example(self) -> str | None:
        """An address that shows what it answers; None where it needs an id."""
        return None if "{" in self.path or any(each.needed for each in self.parameters) else self.path


@dataclass(frozen=True, slots=True)
class InterfacePage:
    """What the page of the interface shows."""

    calls: tuple[Call, ...]


@router.get("/api", response_class=HTMLResponse)
def interface(request: Request) -> HTMLResponse:
    """The page that tells programmers what can be asked for."""
    return render(request, "interface.html", InterfacePage(tuple(_calls(request.app.openapi()))))


def _calls(schema: dict[str, Any]) -> Iterator[Call]:
    for path, methods in schema["paths"].items():
        told = methods["get"]
        parameters = (
            Parameter(name=each["name"], place=each["in"], needed=each["required"],
                      description=each.get("description", "")) for each in told.get("parameters", ())
        )  # fmt: skip
        yield Call(path=path, description=told["description"], parameters=tuple(parameters))
