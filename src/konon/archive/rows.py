"""A record as rows: what of it is searched, each part under a key made from the key of its reading."""

import zlib
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode, urlsplit

from konon.archive import days, schema
from konon.archive.dialect import Terms
from konon.archive.terms import stems, terms
from konon.gazetteer.folding import key as folded
from konon.record import Document, Entity, Event, Record, Statement, identity

# Parts of an address that tell who followed a link, not which page it is.
_TRACKING = ("utm_", "fbclid", "gclid", "ref", "source", "_ga", "igshid", "mc_")
# Most reports name whom others name as well.
_REMEMBERED = 20_000
Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Name:
    """A name that a record gives an entity, and the terms that it is found by."""

    id: str
    text: str
    folded: str
    kind: str
    country: str | None
    registry: str | None
    found_by: tuple[str, ...]


@dataclass(slots=True)
class Rows:
    """All rows of a reading, by table, and the texts that are searched."""

    tables: dict[str, list[Row]] = field(default_factory=dict)
    statements: list[Terms] = field(default_factory=list)
    report: list[Terms] = field(default_factory=list)

    def add(self, table: str, **row: object) -> None:
        """Add a row to a table."""
        self.tables.setdefault(table, []).append(row)


def page_of(url: str | None) -> str | None:
    """What all addresses of one page have in common; None where there is none."""
    if not url:
        return None
    parts = urlsplit(url.strip())
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("amp.")
    asked = [(name, value) for name, value in parse_qsl(parts.query) if not name.lower().startswith(_TRACKING)]
    query = f"?{urlencode(sorted(asked))}" if asked else ""
    return f"{host}{parts.path.rstrip('/')}{query}"


def report_id(document: Document) -> str:
    """The id of a report: the same for the same words under the same title, outlet and page."""
    return identity("r", page_of(document.url), document.outlet, document.title, document.text)


def packed(record: Record) -> bytes:
    """A record as it is stored."""
    # The first level is three times as fast as the usual one, for a tenth more bytes.
    return zlib.compress(record.to_json().encode(), 1)


def unpacked(stored: bytes) -> Record:
    """The record that `packed` stored."""
    return Record.from_json(zlib.decompress(stored))


def names_of(record: Record) -> dict[str, Name]:
    """The names of a record's entities, by the ids of these."""
    return {entity.id: _name(entity.name, entity.kind, entity.country, entity.registry) for entity in record.entities}


@lru_cache(_REMEMBERED)
def _name(name: str, kind: str, country: str | None, registry: str | None) -> Name:
    words = folded(name)
    return Name(id=identity("n", words, kind, country, registry), text=name, folded=words, kind=kind, country=country,
                registry=registry, found_by=tuple(dict.fromkeys(terms(name))))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Frame:
    """What the rows of a reading share: its report, its first key, the report's day and outlet, and the names' keys."""

    report: int
    first: int
    day: int
    outlet: int | None
    newest: bool
    names: Mapping[str, int]

    def name(self, entity: str | None) -> int | None:
        """The key of an entity's name."""
        return self.names[entity] if entity is not None else None


def rows_of(record: Record, frame: Frame, rows: Rows) -> None:
    """Add all rows of a record; `frame.names` gives the key of each entity's name."""
    parts: tuple[Sequence[Entity | Statement | Event], ...] = (record.entities, record.statements, record.events)
    keys = {part.id: frame.first + number for listed in parts for number, part in enumerate(listed)}
    for entity in record.entities:
        rows.add("entity", key=keys[entity.id], report=frame.report, id=entity.id, name=frame.names[entity.id],
                 mentions=len(entity.mentions))  # fmt: skip
    mentioned = _Mentioned(record.entities)
    for said in record.statements:
        _statement(rows, record, said, frame=frame, key=keys[said.id])
        # Two entities of a report can have one name.
        for name in dict.fromkeys(frame.names[entity] for entity in mentioned.within(said)):
            rows.add("about", name=name, statement=keys[said.id])
    for event in record.events:
        _event(rows, event, frame=frame, key=keys[event.id])
    _numbers(rows, record, frame=frame, keys=keys)
    for number, relation in enumerate(record.relations):
        rows.add("relation", key=frame.first + number, report=frame.report, id=relation.id, type=relation.type,
                 subject=frame.names[relation.subject], object=frame.names[relation.object])  # fmt: skip
    words = terms(f"{record.document.title or ''}\n{record.document.text}")
    found = stems(words, language=record.document.language)
    rows.report.append(Terms(frame.first // schema.PARTS, words, found))


def content_of(record: Record, said: Statement) -> str:
    """The words of a statement; where its cue interrupts them, with a sign of it."""
    return " … ".join(record.quote(span.start, span.end) for span in said.content)


def _statement(rows: Rows, record: Record, said: Statement, *, frame: Frame, key: int) -> None:
    day = days.day_of(said.date.value if said.date else None) or frame.day
    rows.add("statement", key=key, report=frame.report, id=said.id, act=said.act, source=frame.name(said.source),
             outlet=frame.outlet, day=day, newest=frame.newest)  # fmt: skip
    content = content_of(record, said)
    rows.add("wording", statement=key, content=content)
    words = terms(content)
    rows.statements.append(Terms(key, words, stems(words, language=record.document.language)))
    for number, station in enumerate(said.chain):
        if station.role in {"relay", "medium"}:
            rows.add("link", statement=key, number=number, role=station.role, name=frame.name(station.entity),
                     medium=station.medium)  # fmt: skip


def _event(rows: Rows, event: Event, *, frame: Frame, key: int) -> None:
    day = days.day_of(event.date.value if event.date else None)
    rows.add("event", key=key, report=frame.report, id=event.id, type=event.type, mode=event.mode, status=event.status,
             day=day or frame.day, dated=bool(day), place=frame.name(event.place))  # fmt: skip
    for role, parties in (("actor", event.actors), ("recipient", event.recipients)):
        for name in dict.fromkeys(frame.names[entity] for entity in parties):
            rows.add("party", name=name, event=key, role=role)


def _numbers(rows: Rows, record: Record, *, frame: Frame, keys: Mapping[str, int]) -> None:
    said = {statement.id: statement for statement in record.statements}
    for number, count in enumerate(record.counts):
        teller = said[count.attributed_to].source if count.attributed_to else None
        rows.add(
            "number", key=frame.first + number, report=frame.report, id=count.id, kind=count.kind,
            event=keys[count.event] if count.event else None, minimum=count.minimum, maximum=count.maximum,
            approximate=count.approximate, statement=keys[count.attributed_to] if count.attributed_to else None,
            teller=frame.name(teller), day=frame.day, words=record.quote(count.start, count.end),
        )  # fmt: skip


class _Mentioned:
    """Which entities are mentioned where."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        found = sorted((mention.start, mention.end, entity.id) for entity in entities for mention in entity.mentions)
        self._starts = [start for start, _, _ in found]
        self._found = found

    def within(self, said: Statement) -> Iterator[str]:
        """The entities that a statement's content mentions."""
        seen: dict[str, None] = {}
        for span in said.content:
            for place in range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)):
                _, end, entity = self._found[place]
                if end <= span.end:
                    seen[entity] = None
        return iter(seen)
