"""Invented reports of actors in camps: who leads whom, who praises his own and accuses the others, who answers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

import konon
from generated.words import Words, distinct
from konon.record import Cue, Document, Entity, Event, Link, Mention, Record, Relation, Role, Span, Statement

_BODIES = ("Partai", "Badan", "Serikat", "Dewan", "Komite")
_WITHIN = (("praise", "memuji"), ("confirm", "membenarkan"), ("say", "mengatakan"), ("promise", "berjanji kepada"))
_ACROSS = (("accuse", "menuduh"), ("condemn", "mengecam"), ("deny", "membantah"), ("demand", "menuntut"),
           ("warn", "memperingatkan"), ("reject", "menolak"))  # fmt: skip
_RELAYS = ("Kantor Berita Sagara", "Kantor Berita Meridian", "Radio Pantura")
_MEDIA = ("surat", "jumpa pers", "keterangan tertulis")
_EVENTS = (("CONSULT", "menemui"), ("ASSAULT", "menyerang"), ("AID", "membantu"), ("PROTEST", "memprotes"))
_FIRST_DAY, _DAYS = date(2021, 1, 1), 1_400
# A report has so many sentences; so many of those who speak are of the report's camp, and aim at another one's actor.
_SENTENCES, _OWN, _FOREIGN = 9, 0.8, 0.55


@dataclass(frozen=True, slots=True)
class Member:
    """An actor of a camp."""

    name: str
    kind: str
    camp: int
    title: str = ""


class Camps:
    """So many actors in camps of unequal size, each with a body, those who lead it, and others."""

    def __init__(self, seed: int, *, actors: int, camps: int) -> None:
        chance = Random(seed)
        self.words = Words(seed)
        names = iter(word.capitalize() for word in distinct(chance, actors * 3))
        sizes = [chance.paretovariate(1.1) for _ in range(camps)]
        self.members: list[list[Member]] = []
        for camp, size in enumerate(sizes):
            number = max(4, round(actors * size / sum(sizes)))
            self.members.append([self._member(chance, names, camp, at) for at in range(number)])

    def _member(self, chance: Random, names: Iterator[str], camp: int, at: int) -> Member:
        if at == 0:
            return Member(f"{chance.choice(_BODIES)} {next(names)}", "organization", camp)
        if at % 7 == 6:
            return Member(f"Laskar {next(names)}", "armed_group", camp)
        return Member(f"{next(names)} {next(names)}", "person", camp, "Ketua" if at < 3 else "Anggota")

    def one(self, chance: Random, camp: int) -> Member:
        """Somebody of a camp, the first ones more often."""
        members = self.members[camp]
        return members[min(int(chance.paretovariate(0.7)) - 1, len(members) - 1)]


def camp_reports(camps: Camps, *, seed: int = 1, speaker: Member | None = None) -> Iterator[Record]:
    """Reports without end; where a `speaker` is given, all that is said is said by that one."""
    number = 0
    while True:
        chance = Random(f"{seed} {number}")
        yield _Report(chance, camps, speaker).record(number)
        number += 1


class _Report:
    def __init__(self, chance: Random, camps: Camps, speaker: Member | None) -> None:
        self._chance, self._camps, self._speaker = chance, camps, speaker
        self._text = ""
        self._mentions: dict[Member, list[Mention]] = {}
        self._roles: dict[Member, Role] = {}
        self._statements: list[Statement] = []
        self._events: list[Event] = []
        self._relations: list[Relation] = []

    def record(self, number: int) -> Record:
        """The record of the report."""
        chance, sizes = self._chance, [len(members) for members in self._camps.members]
        camp, rival = chance.choices(range(len(sizes)), weights=sizes, k=2)
        for _ in range(_SENTENCES):
            self._sentence(camp if chance.random() < _OWN else rival, rival)
        outlet = chance.choice(("Harian Pesisir", "Kabar Lembah", "Suara Muara", "Warta Bukit"))
        day = _FIRST_DAY + timedelta(days=chance.randrange(_DAYS))
        document = Document.of(
            self._text, language="id", title=f"{self._text.partition('.')[0][:60]} …", outlet=outlet,
            url=f"https://{outlet.lower().replace(' ', '')}.example/{number}", published=f"{day}T08:00:00+07:00",
        )  # fmt: skip
        entities = tuple(
            Entity(id=self._id(member), name=member.name, kind=member.kind, mentions=tuple(mentions),
                   roles=(self._roles[member],) if member in self._roles else ())
            for member, mentions in self._mentions.items()
        )  # fmt: skip
        return Record(konon=konon.__version__, document=document, entities=entities, events=tuple(self._events),
                      statements=tuple(self._statements), relations=tuple(self._relations))  # fmt: skip

    def _sentence(self, camp: int, rival: int) -> None:
        chance = self._chance
        foreign = rival != camp and chance.random() < _FOREIGN
        speaker = self._speaker or self._camps.one(chance, camp)
        about = self._camps.one(chance, rival if foreign else camp)
        if about != speaker:
            if chance.random() < 0.12 and self._speaker is None:
                self._event(speaker, about)
            else:
                self._said(speaker, about, chance.choice(_ACROSS if foreign else _WITHIN))
            self._write(".\n\n" if chance.random() < 0.3 else ". ")

    def _said(self, speaker: Member, about: Member, verb: tuple[str, str]) -> None:
        chance = self._chance
        self._named(speaker)
        self._write(" ")
        cue = self._write(verb[1])
        self._write(" ")
        begin = len(self._text)
        self._named(about)
        self._write(" " + " ".join(self._camps.words.some(chance, chance.randint(4, 12))))
        links = [Link(role="speaker", entity=self._id(speaker))]
        content = Span(start=begin, end=len(self._text))
        if chance.random() < 0.4:
            self._write(" dalam ")
            medium = chance.choice(_MEDIA)
            links.append(Link(role="medium", medium=medium, **self._write(medium).model_dump()))
        if chance.random() < 0.3:
            self._write(", dikutip ")
            relay = Member(chance.choice(_RELAYS), "media", -1)
            self._named(relay)
            links.append(Link(role="relay", entity=self._id(relay)))
        self._statements.append(Statement(
            id=f"s{len(self._statements)}", content=(content,), cue=Cue(lemma=verb[1], **cue.model_dump()),
            form="indirect", act=verb[0], source=links[0].entity, chain=(*links, Link(role="outlet")),
        ))  # fmt: skip

    def _event(self, actor: Member, recipient: Member) -> None:
        kind, verb = self._chance.choice(_EVENTS)
        self._named(actor)
        self._write(" ")
        trigger = self._write(verb)
        self._write(" ")
        self._named(recipient)
        self._events.append(Event(id=f"v{len(self._events)}", type=kind, trigger=trigger, status="happened",
                                  actors=(self._id(actor),), recipients=(self._id(recipient),)))  # fmt: skip

    def _named(self, member: Member) -> None:
        """Name somebody, the first time with the title and the body."""
        first = member not in self._mentions
        self._mentions.setdefault(member, [])
        if first and member.title:
            self._held(member, self._camps.members[member.camp][0])
        place = self._write(member.name)
        self._mentions[member].append(Mention(start=place.start, end=place.end, form="name"))

    def _held(self, member: Member, body: Member) -> None:
        begin = len(self._text)
        title = self._write(member.title)
        self._write(" ")
        self._named(body)
        self._write(" ")
        self._roles[member] = Role(title=member.title, organization=self._id(body), start=title.start, end=title.end)
        end = len(self._text) + len(member.name)
        self._relations.append(Relation(
            id=f"r{len(self._relations)}", subject=self._id(member), object=self._id(body), start=begin, end=end,
            type="leads" if member.title == "Ketua" else "member_of",
        ))  # fmt: skip

    def _write(self, words: str) -> Span:
        start = len(self._text)
        self._text += words
        return Span(start=start, end=len(self._text))

    def _id(self, member: Member) -> str:
        return f"e{list(self._mentions).index(member)}"


def biggest(camps: Camps) -> Sequence[Member]:
    """The members of the largest camp."""
    return max(camps.members, key=len)
