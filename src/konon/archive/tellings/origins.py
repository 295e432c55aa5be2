"""Where a statement that many reports tell comes from: its chains in the archive, followed to their ends."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sqlalchemy import Connection, select

from konon import gazetteer
from konon.archive import days, schema
from konon.archive.keys import ids_of
from konon.archive.lineage import kinship
from konon.archive.rows import unpacked
from konon.archive.search import told_statements
from konon.archive.tellings.clusters import found_key, members
from konon.archive.tellings.told import Origin, Origins, Route
from konon.compare.origins import End, Station, Way, bounds, ends
from konon.compare.spoken import installed
from konon.gazetteer.folding import key as folded

Passed = dict[int, tuple[tuple[Station, ...], frozenset[int]]]
# Two relays with no more than a word between them stand beside each other: *AFP dan Reuters*.
_BESIDE = 6
_SAID = schema.statement.c
_KEPT = schema.report.c


@dataclass(frozen=True, slots=True)
class _Teller:
    """A report that tells the statement: its outlet, and when it was published."""

    statement: int
    identifier: str
    report: int
    outlet: int | None
    name: str
    language: str
    day: int
    published: str
    actor: int | None


def origins(connection: Connection, statement: str) -> Origins:
    """The origins of a statement over all reports that tell it."""
    tellers = _tellers(connection, members(connection, found_key(connection, statement)))
    ways = _ways(connection, tellers)
    found = ends(ways)
    least, most = bounds(found)
    by_statement = {teller.statement: teller for teller in tellers}
    ids = ids_of(connection, schema.statement, by_statement)
    return Origins(
        statement=statement, outlets=len({teller.name for teller in tellers}),
        reports=len({teller.report for teller in tellers}), least=least, most=most,
        origins=tuple(_origin(end, by_statement, ids) for end in found), routes=tuple(_routes(connection, ways)),
    )  # fmt: skip


def _origin(end: End, tellers: Mapping[int, _Teller], ids: Mapping[int, str]) -> Origin:
    led = [tellers[way.statement] for way in end.ways]
    first = min(led, key=lambda teller: (teller.day or 99999999, teller.published, teller.report))
    ways = {tuple(station.words for station in way.stations): None for way in end.ways}
    return Origin(
        name=end.station.words, certainty=end.certainty, outlets=tuple(dict.fromkeys(teller.name for teller in led)),
        ways=tuple(ways), statements=tuple(ids[teller.statement] for teller in led), first=days.iso(first.day),
        first_outlet=first.name,
    )  # fmt: skip


def _routes(connection: Connection, ways: Sequence[Way]) -> Iterator[Route]:
    """The ways with the statements that came by them, the earliest first."""
    found = told_statements(connection, [way.statement for way in ways])
    for told, way in sorted(zip(found, ways, strict=True), key=lambda pair: (pair[0].day or "9", pair[1].statement)):
        yield Route(found=told, stations=way.stations, beside=tuple(sorted(way.beside)))


def _tellers(connection: Connection, statements: Sequence[int]) -> list[_Teller]:
    outlet, name = schema.outlet.c, schema.name.c
    wanted = (
        select(_SAID.key, _KEPT.id, _KEPT.key, _KEPT.outlet, outlet.name, _KEPT.url, _KEPT.language, _KEPT.day,
               _KEPT.published, name.actor)
        .join_from(schema.statement, schema.report, _KEPT.key == _SAID.report)
        .outerjoin(schema.outlet, outlet.key == _KEPT.outlet)
        .outerjoin(schema.name, name.key == _SAID.source)
        .where(_SAID.key.in_(statements))
        .order_by(_SAID.key)
    )  # fmt: skip
    # A report without an outlet stands for itself.
    return [
        _Teller(key, identifier, report, outlet_key, outlet_name or url or identifier, code, day, published or "",
                actor)
        for key, identifier, report, outlet_key, outlet_name, url, code, day, published, actor
        in connection.execute(wanted)
    ]  # fmt: skip


def _ways(connection: Connection, tellers: Sequence[_Teller]) -> list[Way]:
    """The way of each telling; that of a copy leads over the outlet that it was copied from."""
    own = {teller.report: _outlet(connection, teller.outlet, teller.name) for teller in tellers}
    originals = kinship.originals(connection, list(own))
    missing = set(originals.values()) - set(own)
    own |= _outlets(connection, missing)
    passed = _passed(connection, tellers, {_closed(station.words): station.key for station in own.values()})
    made = []
    for teller in tellers:
        stations, beside = passed.get(teller.statement, ((), frozenset()))
        original = originals.get(teller.report)
        if original is not None and own[original].key not in (own[teller.report].key, *(one.key for one in stations)):
            stations = (*stations, own[original])
        made.append(Way(teller.statement, (*stations, own[teller.report]), beside))
    return made


def _outlets(connection: Connection, reports: set[int]) -> dict[int, Station]:
    outlet = schema.outlet.c
    wanted = (
        select(_KEPT.key, _KEPT.id, _KEPT.outlet, outlet.name)
        .outerjoin(schema.outlet, outlet.key == _KEPT.outlet)
        .where(_KEPT.key.in_(reports))
    )
    return {report: _outlet(connection, key, name or identifier)
            for report, identifier, key, name in connection.execute(wanted).all()}  # fmt: skip


def _outlet(connection: Connection, key: int | None, name: str) -> Station:
    """An outlet as a station: known by the actor that it is, so that it meets chains that name it."""
    if key is None:
        return Station("outlet", f"report {name}", name)
    kept = schema.name.c
    entries = [entry.id for entry in gazetteer.lookup(name)[:1] if entry.kind == "media"]
    known = (kept.folded == folded(name)) | kept.registry.in_(entries)
    wanted = select(kept.actor).where(known, kept.kind == "media").order_by(kept.key).limit(1)
    actor: int | None = connection.execute(wanted).scalar()
    return Station("outlet", f"outlet {key}" if actor is None else f"actor {actor}", name)


def _passed(connection: Connection, tellers: Sequence[_Teller], outlets: Mapping[str, str]) -> Passed:
    """The stations between mouth and outlet, by statement, and which of them stand beside the one before.

    A relay that is called as one of the outlets, given by closed names with the keys of their stations, is that one.
    """
    link, name = schema.link.c, schema.name.c
    wanted = (
        select(link.statement, link.number, link.role, link.medium, name.text, name.actor)
        .outerjoin(schema.name, name.key == link.name)
        .where(link.statement.in_([teller.statement for teller in tellers]))
        .order_by(link.statement, link.number)
    )
    by_statement = {teller.statement: teller for teller in tellers}
    stations: dict[int, list[Station]] = {}
    numbers: dict[int, list[int]] = {}
    for statement, number, role, medium, words, actor in connection.execute(wanted):
        teller = by_statement[statement]
        # A medium with a party is an interview; one of the source's own has none.
        if actor is not None and (role == "relay" or actor != teller.actor):
            # The name of an outlet that nothing is known of is often read as that of a place.
            key = outlets.get(_closed(words)) if role == "relay" else None
            stations.setdefault(statement, []).append(Station("party", key or f"actor {actor}", words))
        elif medium:
            stations.setdefault(statement, []).append(_medium(medium, teller.language))
        else:
            continue
        numbers.setdefault(statement, []).append(number)
    return {statement: (tuple(listed), _beside(connection, by_statement[statement], numbers[statement]))
            for statement, listed in stations.items()}  # fmt: skip


def _closed(name: str) -> str:
    """A name as it is compared, its words in one: outlets are written *KabarTeluk* and *Kabar Teluk*."""
    return folded(name).replace(" ", "")


def _medium(words: str, code: str) -> Station:
    """A medium, known by the first of the words that call it."""
    spoken = installed(code)
    rows = spoken.table("tellings", "medium") if spoken else ()
    called = next((row["forms"][0] for row in rows if words.lower() in map(str.lower, row["forms"])), words)
    return Station("medium", f"medium {folded(called)}", words)


def _beside(connection: Connection, teller: _Teller, numbers: Sequence[int]) -> frozenset[int]:
    """Which of the stations stand beside the one before them in the report's text."""
    if len(numbers) == 1:
        return frozenset()
    read = schema.reading.c
    stored = connection.execute(select(read.record).where(read.report == teller.report, read.record.is_not(None)))
    record = unpacked(stored.scalar_one())
    said = record.statements[teller.statement % schema.PARTS]
    places = [(said.chain[number].start, said.chain[number].end) for number in numbers]
    return frozenset(
        place for place, ((_, end), (start, _)) in enumerate(pairwise(places), 1)
        if start is not None and end is not None and 0 <= start - end <= _BESIDE
    )  # fmt: skip
