"""A search as an address tells it: what was typed, and what was chosen beside it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated, Any

from fastapi import Depends, Query

from konon.record.vocabulary import ACTS, ENTITY_KINDS

# What a facet's choice is in the language of searches.
_FACETS = ("source", "act", "outlet", "kind", "country", "month")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked for; empty fields ask for nothing."""

    q: str = ""
    stems: bool = False
    source: str = ""
    act: str = ""
    outlet: str = ""
    kind: str = ""
    country: str = ""
    month: str = ""

    @property
    def query(self) -> str:
        """All of it as one query; QueryError comes only where it is searched for."""
        # A quotation mark that is not closed would take the choices into it.
        typed = self.q.strip() + '"' * (self.q.count('"') % 2)
        return " ".join(filter(None, [typed, *self._choices()]))

    def _choices(self) -> Iterator[str]:
        for name, value in self.chosen():
            # A quotation mark can't be asked for, and names are found without it.
            plain = '"' + value.replace('"', " ") + '"'
            yield f"after:{value} before:{value}" if name == "month" else f"{name}:{plain}"

    def chosen(self) -> list[tuple[str, str]]:
        """The facets that were chosen, each with its value."""
        return [(name, value) for name in _FACETS if (value := str(getattr(self, name)))]

    def without(self, facet: str) -> "Asked":
        """The same without the choice in a facet."""
        return self.having(facet, "")

    def having(self, facet: str, value: str) -> "Asked":
        """The same with this choice in a facet."""
        changed: dict[str, Any] = {facet: value}
        return replace(self, **changed)

    def address(self) -> list[tuple[str, str]]:
        """All of it for an address."""
        return [
            ("q", self.q),
            ("stems", "true" if self.stems else ""),
            *((name, getattr(self, name)) for name in _FACETS),
        ]


def asked_of(  # noqa: PLR0917 - FastAPI gives them by name
    q: Annotated[str, Query(max_length=1000, description="words and fields, such as `source:Hamdan act:deny`")] = "",
    stems: Annotated[bool, Query(description="seek all words by their stems")] = False,  # noqa: FBT002 - see above
    source: Annotated[str, Query(max_length=200, description="who said it: a name, or the id of an actor")] = "",
    act: Annotated[
        str, Query(max_length=200, description="what was done by saying it", json_schema_extra={"enum": ["", *ACTS]})
    ] = "",
    outlet: Annotated[str, Query(max_length=200, description="who published it")] = "",
    kind: Annotated[
        str, Query(max_length=200, description="what the source is", json_schema_extra={"enum": ["", *ENTITY_KINDS]})
    ] = "",
    country: Annotated[
        str, Query(pattern=r"^([A-Za-z]{3})?$", description="where the source belongs; three letters")
    ] = "",
    month: Annotated[str, Query(pattern=r"^(\d{4}(-\d{2})?)?$", description="when it was said, such as 2024-03")] = "",
) -> Asked:
    """What a request asks for."""
    return Asked(q=q, stems=stems, source=source, act=act, outlet=outlet, kind=kind, country=country, month=month)


Wanted = Annotated[Asked, Depends(asked_of)]
