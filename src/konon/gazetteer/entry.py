"""What the gazetteer keeps: an entry, the names it is printed by, and a place with its coordinates."""

from dataclasses import dataclass, field
from typing import Literal

from konon.record.vocabulary import EntityKind

AliasUse = Literal["name", "capital", "seat", "demonym"]


@dataclass(frozen=True, slots=True)
class Alias:
    """A name that an entry is printed by.

    `use` is `capital` or `seat` where the words are first a place and the entry only by metonymy (*Teheran*,
    *Kremlin*). `cased` names count only as they are written here; `risky` ones are ordinary words too, so that a caller
    should ask the context for a second sign.
    """

    text: str
    use: AliasUse = "name"
    cased: bool = False
    risky: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A state, organisation, outlet, armed group, place or platform that reports name."""

    id: str
    name: str
    kind: EntityKind
    country: str | None
    aliases: tuple[Alias, ...]
    parent: str | None
    source: str
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class PlaceHit:
    """A city with its coordinates; `others` are the less populous ones of the same name, largest first."""

    id: str
    name: str
    country: str
    latitude: float
    longitude: float
    population: int
    others: tuple["PlaceHit", ...] = field(default=())
