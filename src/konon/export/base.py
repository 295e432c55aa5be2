"""What an exporter is, and where all of them are known by name."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from konon.record import Record
from konon.registry import Registry


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What records are written for: its width and colours where it is a screen, and whether to say why a part is there.

    `several` tells that more than one document was asked for; None lets the number of records decide. It is apart from
    that number, since a program that asks for three documents expects a list also where two of them could not be read.
    """

    width: int = 100
    colour: bool = False
    several: bool | None = None
    explain: bool = False


Write = Callable[[Iterable[Record], Sheet], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format: its name, what it is in a line, and the function that gives the pieces of its text in order.

    One that `streams` writes a record as soon as it comes, and the same whether others follow or not.
    """

    name: str
    gloss: str
    write: Write
    streams: bool = False


exporters: Registry[Exporter] = Registry("format", group="konon.exporters")


def export(records: Iterable[Record], to: str, *, sheet: Sheet | None = None) -> Iterator[str]:
    """The records in a format, piece by piece; RegistryError names the formats that there are."""
    return exporters.get(to).write(records, sheet or Sheet())
