"""Invented sentences written out as the record of a report, each part with its place in the text."""

from collections.abc import Sequence
from datetime import date
from random import Random

import konon
from generated.cast import Cast, Player
from generated.lines import Line
from konon.record import (
    Count,
    Cue,
    Date,
    Document,
    Entity,
    Event,
    Link,
    Mention,
    Record,
    Relation,
    Role,
    Span,
    Statement,
)

# So often a report names a person by the last name alone, from beginning to end.
_LAST_NAME_ONLY = 0.1
_MOST_COUNTED = 100_000


def written(chance: Random, cast: Cast, lines: Sequence[Line], *, title: str, outlet: str, url: str,
            published: str) -> tuple[Record, dict[str, int]]:  # fmt: skip
    """The record of a report of these sentences, and the number of the player that each of its entities is."""
    page = _Page(chance, cast)
    for line in lines:
        page.write(line)
    document = Document.of("".join(page.parts).rstrip(), language="id", title=title, outlet=outlet, url=url,
                           published=published)  # fmt: skip
    record = Record(
        konon=konon.__version__, document=document, entities=tuple(page.entities()), statements=tuple(page.statements),
        events=tuple(page.events), counts=tuple(page.counts), relations=tuple(page.relations()),
    )  # fmt: skip
    return record, {f"e{at}": number for at, number in enumerate(page.names)}


class _Page:
    """A text that grows, and what stands where in it."""

    def __init__(self, chance: Random, cast: Cast) -> None:
        self.parts: list[str] = []
        self.names: dict[int, str] = {}
        self.statements: list[Statement] = []
        self.events: list[Event] = []
        self.counts: list[Count] = []
        self._chance, self._cast = chance, cast
        self._length = 0
        self._mentions: dict[int, list[Mention]] = {}
        self._roles: dict[int, Role] = {}

    def write(self, line: Line) -> None:
        """Write a sentence."""
        {"said": self._said, "event": self._event, "plain": self._plain}[line.kind](line)
        self._add(". " if self._chance.random() < 0.6 else ".\n\n")

    def entities(self) -> list[Entity]:
        """All that was named."""
        players = self._cast.players
        return [
            Entity(id=self._id(number), name=name, kind=players[number].kind, country=players[number].country,
                   registry=players[number].registry, mentions=tuple(self._mentions[number]),
                   roles=(self._roles[number],) if number in self._roles else ())
            for number, name in self.names.items()
        ]  # fmt: skip

    def relations(self) -> list[Relation]:
        """Who leads what, as titles tell."""
        found = []
        for number, role in self._roles.items():
            if role.organization:
                found.append(Relation(id=f"r{len(found)}", subject=self._id(number), type="leads",
                                      object=role.organization, start=role.start, end=role.end))  # fmt: skip
        return found

    def _id(self, number: int) -> str:
        return f"e{list(self.names).index(number)}"

    def _add(self, words: str) -> Span:
        start = self._length
        self.parts.append(words)
        self._length += len(words)
        return Span(start=start, end=self._length)

    def _name(self, player: Player) -> str:
        """Name somebody, with title and organization the first time; gives the entity's id."""
        first = player.number not in self.names
        if first:
            short = player.kind == "person" and self._chance.random() < _LAST_NAME_ONLY
            any_form = player.registry is not None
            self.names[player.number] = (self._chance.choice(player.forms) if any_form else
                                         player.forms[-1] if short else player.forms[0])  # fmt: skip
            self._mentions[player.number] = []
            if player.title:
                title = self._add(player.title)
                self._add(" ")
                body = self._name(self._cast.players[player.organization]) if player.organization is not None else None
                self._add(" ")
                self._roles[player.number] = Role(title=player.title, organization=body, start=title.start,
                                                  end=title.end)  # fmt: skip
        full = self.names[player.number]
        place = self._add(full if first or player.kind != "person" else player.forms[-1])
        self._mentions[player.number].append(Mention(start=place.start, end=place.end, form="name"))
        return self._id(player.number)

    def _plain(self, line: Line) -> Span:
        """The words with the named among them."""
        start, middle = self._length, len(line.words) // 2
        self._add(" ".join(line.words[:middle]))
        for player in line.named:
            self._add(" ")
            self._name(player)
        self._add(" " + " ".join(line.words[middle:]))
        return Span(start=start, end=self._length)

    def _said(self, line: Line) -> None:
        act, cue = line.verb
        if line.direct:
            self._add('"')
        content = self._plain(line)
        self._add('," ' if line.direct else ", ")
        cue_span = self._add(cue)
        self._add(" ")
        links = [Link(role="speaker", entity=self._name(line.speaker) if line.speaker else None)]
        if line.medium:
            self._add(" dalam ")
            links.append(Link(role="medium", medium=line.medium, **self._add(line.medium).model_dump()))
        if line.relay:
            self._add(", dikutip dari ")
            links.append(Link(role="relay", entity=self._name(line.relay)))
        self.statements.append(Statement(
            id=f"s{len(self.statements)}", content=(content,), cue=Cue(lemma=cue, **cue_span.model_dump()),
            form="direct" if line.direct else "indirect", act=act, source=links[0].entity,
            chain=(*links, Link(role="outlet")), date=self._date(line.day),
        ))  # fmt: skip

    def _date(self, day: date | None) -> Date | None:
        if day is None:
            return None
        self._add(", ")
        place = self._add(f"({day.day}/{day.month}/{day.year})")
        return Date(value=day.isoformat(), start=place.start, end=place.end)

    def _event(self, line: Line) -> None:
        kind, verb = line.verb
        parties = [self._name(player) for player in line.named[:1]]
        if parties:
            self._add(" ")
        trigger = self._add(verb)
        self._add(" ")
        against = []
        for player in line.named[1:]:
            against.append(self._name(player))
            self._add(" ")
        self._add(" ".join(line.words) + " di ")
        place = self._name(line.place) if line.place else None
        self.events.append(Event(id=f"v{len(self.events)}", type=kind, trigger=trigger, actors=tuple(parties),
                                 recipients=tuple(against), place=place, status="happened",
                                 date=self._date(line.day)))  # fmt: skip
        if line.count:
            self._count(*line.count)

    def _count(self, kind: str, word: str, number: int) -> None:
        number = min(number, _MOST_COUNTED)
        self._add(", ")
        place = self._add(f"{number} orang")
        self._add(f" {word}")
        self.counts.append(Count(id=f"c{len(self.counts)}", minimum=number, maximum=number, kind=kind, of="orang",
                                 event=self.events[-1].id, start=place.start, end=place.end))  # fmt: skip
