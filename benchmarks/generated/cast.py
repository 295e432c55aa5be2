"""Invented actors: persons with titles and organizations, armed groups, places; and those of the gazetteer."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from random import Random

from generated.words import distinct
from konon import gazetteer

PERSONS, ORGANIZATIONS, ARMED, PLACES, OUTLETS = 40_000, 6_000, 300, 3_000, 300
_TITLES = (
    "Menteri",
    "Kepala",
    "Juru Bicara",
    "Ketua",
    "Direktur",
    "Panglima",
    "Gubernur",
    "Bupati",
    "Kapolda",
    "Jenderal",
)
_KINDS_OF_ORGANIZATION = ("Dinas", "Badan", "Yayasan", "Komite", "Serikat", "Partai", "Dewan", "Lembaga")
_COUNTRIES = ("IDN", "IDN", "IDN", "IRN", "ISR", "USA", "PSE", "UKR", "RUS", "MYS")


@dataclass(frozen=True, slots=True)
class Player:
    """Somebody or something that reports name; its `forms` are its names, the fullest first."""

    number: int
    kind: str
    forms: tuple[str, ...]
    title: str | None = None
    organization: int | None = None
    country: str | None = None
    registry: str | None = None


class Cast:
    """All that reports name, by kind, each more or less often in the news."""

    def __init__(self, seed: int) -> None:
        chance = Random(seed)
        self.players: list[Player] = []
        self.organizations = [self._organization(chance) for _ in range(ORGANIZATIONS)]
        self.armed = [self._plain("armed_group", f"Laskar {word}") for word in _names(chance, ARMED)]
        self.places = [self._plain("place", word) for word in _names(chance, PLACES)]
        self.outlets = [f"{chance.choice(('Harian', 'Kabar', 'Suara', 'Warta'))} {word}"
                        for word in _names(chance, OUTLETS)]  # fmt: skip
        self.states = self._known("state")
        self.agencies = self._known("media")[:60]
        given, family = _names(chance, 600), _names(chance, 3_000)
        self._families = _heap(family)
        self.persons = [self._person(chance, given, family) for _ in range(PERSONS)]
        self._heaped = {id(group): _heap(group) for group in
                        (self.organizations, self.armed, self.places, self.outlets, self.states, self.agencies,
                         self.persons)}  # fmt: skip

    def some(self, chance: Random, group: Sequence[Player], number: int) -> list[Player]:
        """So many of a group, the more often in the news the likelier; each once."""
        return list(dict.fromkeys(chance.choices(group, cum_weights=self._heaped[id(group)], k=number)))

    def outlet(self, chance: Random) -> str:
        """The name of an outlet."""
        return chance.choices(self.outlets, cum_weights=self._heaped[id(self.outlets)])[0]

    def _add(self, kind: str, forms: tuple[str, ...], **more: object) -> Player:
        player = Player(len(self.players), kind, forms, **more)  # type: ignore[arg-type]  # fields of a player
        self.players.append(player)
        return player

    def _plain(self, kind: str, name: str) -> Player:
        return self._add(kind, (name,))

    def _organization(self, chance: Random) -> Player:
        words = (chance.choice(_KINDS_OF_ORGANIZATION), *_names(chance, chance.choice((2, 3))))
        return self._add("organization", (" ".join(words), "".join(word[0] for word in words)),
                         country=chance.choice(_COUNTRIES))  # fmt: skip

    def _person(self, chance: Random, given: Sequence[str], family: Sequence[str]) -> Player:
        last = chance.choices(family, cum_weights=self._families)[0]
        full = " ".join((*chance.sample(given, chance.choice((1, 1, 2))), last))
        organization = chance.choice(self.organizations)
        return self._add("person", (full, last), title=chance.choice(_TITLES), organization=organization.number)

    def _known(self, kind: str) -> list[Player]:
        return [self._add(kind, tuple(alias.text for alias in entry.aliases[:3]), country=entry.country,
                          registry=entry.id)
                for entry in gazetteer.entries() if entry.kind == kind and entry.id.startswith(kind)]  # fmt: skip


def _names(chance: Random, number: int) -> list[str]:
    return [word.capitalize() for word in distinct(chance, number)]


def _heap(group: Sequence[object]) -> list[float]:
    return list(accumulate(1 / (rank + 5) for rank in range(len(group))))
