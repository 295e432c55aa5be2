"""How well events of several reports are joined.

    python benchmarks/events.py [--stories 300] [--seed 1]

Makes invented stories, puts them into an archive in a scratch folder, and compares what is joined with what was made,
pair by pair. An event is told by two to six reports in other ways: with the date or without, some days later, at the
town, by another name of it or at the province, with the full name of who did it, a part of it, another name, or none,
with another trigger or number. Beside each stand others that are easily taken for it: another one in the same town a
week later, the next day, on the same day in another town or by another actor, of another type, with the parts
reversed. Prints a table; nothing is asserted.
"""

import argparse
import random
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from time import process_time

from rich.console import Console
from rich.table import Table

import konon
from konon import gazetteer
from konon.record import Count, Date, Document, Entity, Event, Mention, Record, Span
from konon.record.vocabulary import EntityKind, EventType

FIRST = [
    "Sari",
    "Harun",
    "Badrun",
    "Rina",
    "Tegar",
    "Wulan",
    "Yoga",
    "Mega",
    "Lukman",
    "Citra",
    "Bagas",
    "Intan",
    "Dimas",
    "Ratih",
    "Surya",
    "Joko",
    "Nur",
]
LAST = [
    "Lestari",
    "Salim",
    "Widuri",
    "Hamdan",
    "Purnama",
    "Kelana",
    "Samudra",
    "Wijoyo",
    "Anggraini",
    "Rahmadi",
    "Puspita",
    "Darmaji",
    "Sukma",
]
BANDS = [
    "Batu Hitam",
    "Lembah Utara",
    "Rawa Timur",
    "Bukit Merah",
    "Sungai Dalam",
    "Pasir Putih",
    "Karang Tinggi",
    "Hutan Lama",
]
INVENTED = [
    "Damar",
    "Kenari",
    "Meranti",
    "Ranting",
    "Cempaka",
    "Mahoni",
    "Trembesi",
    "Gaharu",
    "Kapur",
    "Nangka",
    "Durian",
    "Salak",
]
# Type, mode and triggers that tell of the same thing.
DEEDS: tuple[tuple[EventType, str | None, tuple[str, ...]], ...] = (
    ("ASSAULT", "firearms", ("menembaki", "penembakan", "baku tembak")),
    ("ASSAULT", None, ("menyerang", "serangan", "menggempur")),
    ("COERCE", "arrest", ("menangkap", "penangkapan", "menahan")),
    ("PROTEST", "demo", ("demonstrasi", "unjuk rasa", "protes")),
    ("DISASTER", None, ("banjir",)), ("DISASTER", None, ("gempa", "gempa bumi")), ("DISASTER", None, ("longsor",)),
    ("ACCIDENT", None, ("kecelakaan", "tabrakan")), ("CONSULT", None, ("bertemu", "pertemuan")),
)  # fmt: skip
UNDONE = {"DISASTER", "ACCIDENT"}


@dataclass(frozen=True)
class Name:
    """Somebody or something by one of its names."""

    text: str
    kind: EntityKind
    country: str | None = None
    registry: str | None = None


@dataclass(frozen=True)
class Place:
    """A town by its names, with what it lies in."""

    names: tuple[Name, ...]
    around: Name


@dataclass(frozen=True)
class Plot:
    """What happened: the truth that reports tell."""

    deed: tuple[EventType, str | None, tuple[str, ...]]
    day: date
    place: Place
    actor: tuple[Name, ...]
    recipient: tuple[Name, ...]
    killed: int


@dataclass(frozen=True)
class Telling:
    """An event as one report tells it; `truth` is what happened, `way` how it is told or why it is near."""

    truth: str
    way: str
    trigger: str
    type: EventType
    mode: str | None
    told: date
    dated: date | None
    place: Name | None
    actor: Name | None
    recipient: Name | None
    killed: int | None


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=int, default=300, help="events, each told by several reports")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    places = known_places()
    told = [telling for number in range(asked.stories) for telling in story(number, chance, places)]
    chance.shuffle(told)
    joined, seconds = archived(told)
    for table in (pairwise(told, joined), by_way(told, joined)):
        Console().print(table)
    Console().print(
        f"{len(told)} reports, {1000 * seconds / len(told):.1f} ms of processor time each for all that is derived"
    )


def known_places() -> list[Place]:
    """Towns of the gazetteer with their provinces, and invented ones within a state."""
    found = []
    for entry in gazetteer.entries():
        if entry.parent and entry.parent.startswith("place:idn-") and entry.id.startswith("place:idn-k"):
            around = gazetteer.entry(entry.parent)
            names = [alias.text for alias in entry.aliases if alias.use == "name"][:3]
            found.append(Place(tuple(Name(name, "place", "IDN", entry.id) for name in names),
                               Name(around.name, "place", "IDN", around.id)))  # fmt: skip
    state = Name("Indonesia", "state", "IDN", "state:IDN")
    found += [Place((Name(f"Kota {name}", "place"), Name(name, "place")), state) for name in INVENTED] * 12
    return found


def plot(chance: random.Random, places: list[Place]) -> Plot:
    """Something that happened."""
    deed = chance.choice(DEEDS)
    band, person = chance.choice(BANDS), f"{chance.choice(FIRST)} {chance.choice(LAST)}"
    short = person.split()[1]
    persons = (Name(person, "person"), Name(short, "person"))
    groups = (Name(f"Milisi {band}", "armed_group"), Name(band, "armed_group"))
    other = Name(f"{chance.choice(FIRST)} {chance.choice(LAST)}", "person")
    sides: dict[str, tuple[tuple[Name, ...], tuple[Name, ...]]] = {
        "ASSAULT": (groups, (Name("warga", "group"),)),
        "COERCE": ((Name(f"Polres {chance.choice(INVENTED)}", "organization"),), persons),
        "PROTEST": ((Name("mahasiswa", "group"),), ()), "CONSULT": (persons, (other,)),
    }  # fmt: skip
    actor, recipient = sides.get(deed[0], ((), ()))
    day = date(2023, 1, 1) + timedelta(days=chance.randrange(700))
    return Plot(deed, day, chance.choice(places), actor, recipient, chance.randrange(3, 80))


def story(number: int, chance: random.Random, places: list[Place]) -> Iterator[Telling]:
    """An event as reports tell it, and others that are near it."""
    made = plot(chance, places)
    for _ in range(chance.randint(2, 6)):
        yield telling(made, chance, truth=f"e{number}")
    for near, (why, other) in enumerate(neighbours(made, chance, places)):
        if chance.random() < 0.5:
            yield replace(telling(other, chance, truth=f"e{number} {near}"), way=why)


def neighbours(made: Plot, chance: random.Random, places: list[Place]) -> Iterator[tuple[str, Plot]]:
    """What is easily taken for it."""
    yield "a week later", replace(made, day=made.day + timedelta(days=7))
    yield "three days later", replace(made, day=made.day + timedelta(days=3), killed=made.killed + 9)
    other = plot(chance, places)
    # The same people are not arrested, and don't meet, in two towns on one day.
    whom = other.recipient if made.deed[0] in {"COERCE", "CONSULT"} else made.recipient
    yield "another town", replace(made, place=other.place, recipient=whom)
    yield "another type", replace(made, deed=chance.choice([deed for deed in DEEDS if deed[0] != made.deed[0]]))
    if made.deed[0] in {"ASSAULT", "COERCE", "CONSULT"} and other.actor and other.recipient:
        yield "others there that day", replace(made, actor=other.actor, recipient=other.recipient)
    if made.deed[0] == "ASSAULT":
        yield "reversed", replace(made, actor=made.recipient, recipient=made.actor)


def telling(made: Plot, chance: random.Random, *, truth: str) -> Telling:
    """What happened, as a report tells it."""
    dated = chance.random() < 0.65
    told = made.day + timedelta(days=chance.choice((0, 0, 0, 1, 1, 2, 4)) if dated else chance.choice((0, 0, 0, 1)))
    way = chance.choices(("as it was", "other name of the place", "only around it", "no place", "no actor"),
                         (40, 20, 15, 10, 15))[0]  # fmt: skip
    place: Name | None = made.place.names[0]
    if way == "other name of the place":
        place = made.place.names[-1]
    elif way in {"only around it", "no place"}:
        place = made.place.around if way == "only around it" else None
    actor = chance.choice(made.actor) if made.actor and way != "no actor" else None
    killed = (
        chance.choice((made.killed, made.killed + chance.randrange(4), None)) if made.deed[0] != "CONSULT" else None
    )
    return Telling(
        truth, way if dated else f"{way}, undated", chance.choice(made.deed[2]), made.deed[0],
        made.deed[1] if chance.random() < 0.8 else None, told, made.day if dated else None, place, actor,
        chance.choice(made.recipient) if made.recipient else None, killed,
    )  # fmt: skip


def record(number: int, told: Telling) -> Record:
    """The record of a report that tells an event, with an event of its own beside it."""
    names = [name for name in (told.actor, told.recipient, told.place) if name is not None]
    text = f"Laporan {number}: {told.trigger} {told.killed or 0} orang. " + " ".join(name.text for name in names)
    document = Document.of(text, language="id", outlet=f"Harian {number % 40}", published=told.told.isoformat(),
                           url=f"https://harian{number % 40}.example/{number}")  # fmt: skip
    entities, ids = [], {}
    for name in dict.fromkeys(names):
        start = text.index(name.text, text.index(". "))
        ids[name] = f"e{len(entities)}"
        mention = Mention(start=start, end=start + len(name.text), form="name")
        entities.append(Entity(id=ids[name], name=name.text, kind=name.kind, country=name.country,
                               registry=name.registry, mentions=(mention,)))  # fmt: skip
    start = text.index(told.trigger)
    event = Event(
        id="v0", type=told.type, mode=told.mode, trigger=Span(start=start, end=start + len(told.trigger)),
        actors=(ids[told.actor],) if told.actor else (), recipients=(ids[told.recipient],) if told.recipient else (),
        place=ids[told.place] if told.place else None, status="happened",
        date=Date(value=told.dated.isoformat()) if told.dated else None,
    )  # fmt: skip
    counts = ()
    if told.killed:
        words = f"{told.killed} orang"
        start = text.index(words)
        counts = (Count(id="c0", start=start, end=start + len(words), minimum=told.killed, maximum=told.killed,
                        kind="killed", of="orang", event="v0"),)  # fmt: skip
    return Record(konon=konon.__version__, document=document, entities=tuple(entities), events=(event,), counts=counts)


def archived(told: list[Telling]) -> tuple[list[str], float]:
    """Which joined event each telling is of, and how long comparing took, in seconds."""
    with tempfile.TemporaryDirectory() as folder, konon.Archive(Path(folder) / "konon.db", create=True) as archive:
        ids = [archive.add(record(number, one))[0] for number, one in enumerate(told)]
        begun = process_time()
        list(archive.derive())
        seconds = process_time() - begun
        return [archive.event(f"{identifier}/v0").found.event for identifier in ids], seconds


def pairwise(told: list[Telling], joined: list[str]) -> Table:
    """Precision and recall of pairs of events that are one, by type."""
    right, found, wanted = Counter[str](), Counter[str](), Counter[str]()
    for pairs, groups in ((found, joined), (wanted, [one.truth for one in told])):
        for members in grouped(groups):
            for one, other in combinations(members, 2):
                pairs[told[one].type] += 1
                if pairs is found and told[one].truth == told[other].truth:
                    right[told[one].type] += 1
    table = Table(title="pairs of events that are one")
    for column in ("type", "precision", "recall", "F1", "pairs"):
        table.add_column(column, justify="left" if column == "type" else "right")
    for kind in [*sorted(wanted), "all"]:
        hit, got, due = ((pairs.total() if kind == "all" else pairs[kind]) for pairs in (right, found, wanted))
        precision, recall = hit / max(got, 1), hit / max(due, 1)
        score = 2 * precision * recall / max(precision + recall, 1e-9)
        table.add_row(kind, f"{precision:.3f}", f"{recall:.3f}", f"{score:.3f}", str(due))
    return table


def by_way(told: list[Telling], joined: list[str]) -> Table:
    """How often an event that is told in a way is with others of it, or one that is near with what it is not."""
    by_truth, by_joined = defaultdict(set), defaultdict(set)
    for number, (one, group) in enumerate(zip(told, joined, strict=True)):
        by_truth[one.truth].add(number)
        by_joined[group].add(number)
    rows: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for number, (one, group) in enumerate(zip(told, joined, strict=True)):
        others, with_it = by_truth[one.truth] - {number}, by_joined[group] - {number}
        share = len(others & with_it) / len(others) if others else 1.0
        rows[one.way].append((share, float(bool(with_it - others))))
    table = Table(title="by how it is told, or why it is near another one")
    for column in ("way", "events", "joined with its own", "with others"):
        table.add_column(column, justify="left" if column == "way" else "right")
    for way, marks in sorted(rows.items()):
        own, wrong = (sum(mark[side] for mark in marks) / len(marks) for side in (0, 1))
        table.add_row(way, str(len(marks)), f"{own:.2f}", f"{wrong:.2f}")
    return table


def grouped(names: list[str]) -> list[list[int]]:
    """The numbers of those that have the same name."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, name in enumerate(names):
        found[name].append(number)
    return list(found.values())


if __name__ == "__main__":
    main()
