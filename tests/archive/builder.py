"""Records made by hand, so that these tests tell of the archive, whatever the reader makes of a text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import konon
from konon.record import Count, Cue, Date, Document, Entity, Event, Link, Mention, Record, Relation, Span, Statement


@dataclass(frozen=True, kw_only=True)
class Said:
    """A statement to be: its words, who said it, through which media (lower case) and relays."""

    words: str
    source: str | None = None
    act: str = "say"
    cue: str = "kata"
    form: str = "indirect"
    through: tuple[str, ...] = ()
    day: str | None = None
    answers: int | None = None


@dataclass(frozen=True, kw_only=True)
class Happened:
    """An event to be: its trigger, who did it to whom."""

    trigger: str
    type: str = "ASSAULT"
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    place: str | None = None
    day: str | None = None
    status: str = "happened"
    mode: str | None = None


@dataclass(frozen=True, kw_only=True)
class Counted:
    """A count to be: its words and bounds, the number of its event, mostly the first, and of its statement."""

    words: str
    minimum: int | None
    maximum: int | None
    kind: str = "killed"
    event: int | None = 0
    said: int | None = None
    of: str | None = None


def span(text: str, words: str) -> dict[str, int]:
    start = text.index(words)
    return {"start": start, "end": start + len(words)}


def entity(text: str, name: str, kind: str, *, country: str | None = None, registry: str | None = None) -> Entity:
    places = [start for start in range(len(text)) if text.startswith(name, start)]
    mentions = tuple(Mention(start=start, end=start + len(name), form="name") for start in places)
    return Entity(id=f"e-{name}", name=name, kind=kind, mentions=mentions, country=country, registry=registry)


def statement(text: str, number: int, said: Said) -> Statement:
    links = [Link(role="speaker", entity=f"e-{said.source}" if said.source else None)]
    for station in said.through:
        relay = station[0].isupper()
        links.append(Link(role="relay", entity=f"e-{station}") if relay else Link(role="medium", medium=station))
    cue = Cue(lemma=said.cue, **span(text, said.cue)) if said.cue in text else None
    return Statement(
        id=f"s{number}", content=(Span(**span(text, said.words)),), cue=cue, form=said.form, act=said.act,
        source=links[0].entity, chain=(*links, Link(role="outlet")), date=Date(value=said.day) if said.day else None,
        answers=f"v{said.answers}" if said.answers is not None else None,
    )  # fmt: skip


def event(text: str, number: int, found: Happened) -> Event:
    trigger = Span(**span(text, found.trigger))
    return Event(
        id=f"v{number}", type=found.type, mode=found.mode, trigger=trigger, status=found.status,
        actors=tuple(f"e-{name}" for name in found.actors), date=Date(value=found.day) if found.day else None,
        recipients=tuple(f"e-{name}" for name in found.recipients), place=f"e-{found.place}" if found.place else None,
    )  # fmt: skip


def count(text: str, number: int, found: Counted) -> Count:
    return Count(
        id=f"c{number}", minimum=found.minimum, maximum=found.maximum, kind=found.kind, of=found.of,
        event=f"v{found.event}" if found.event is not None else None,
        attributed_to=f"s{found.said}" if found.said is not None else None, **span(text, found.words),
    )  # fmt: skip


def record(text: str, *, names: Mapping[str, str | tuple[str, str, str]] | None = None, said: Sequence[Said] = (),
           events: Sequence[Happened] = (), counts: Sequence[Counted] = (),
           relations: Sequence[tuple[str, str, str]] = (), **fields: str) -> Record:  # fmt: skip
    """The record of a text; `names` tells the kind of each entity, or its kind, country and entry in the gazetteer."""
    told = {name: (kind,) if isinstance(kind, str) else kind for name, kind in (names or {}).items()}
    return Record(
        konon=konon.__version__,
        document=Document.of(text, language="id", **fields),
        entities=tuple(
            entity(text, name, kind[0], **dict(zip(("country", "registry"), kind[1:], strict=False)))
            for name, kind in told.items()
        ),
        statements=tuple(statement(text, number, one) for number, one in enumerate(said)),
        events=tuple(event(text, number, one) for number, one in enumerate(events)),
        counts=tuple(count(text, number, one) for number, one in enumerate(counts)),
        relations=tuple(
            Relation(id=f"r{number}", subject=f"e-{subject}", type=kind, object=f"e-{object_}", **span(text, subject))
            for number, (subject, kind, object_) in enumerate(relations)
        ),
    )
