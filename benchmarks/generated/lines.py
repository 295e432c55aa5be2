"""The sentences of an invented report before they are written out: words, and who does or says what in them."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Literal

from generated.cast import Cast, Player
from generated.words import Words

_ACTS = (
    ("say", "kata"), ("say", "ujar"), ("say", "menurut"), ("claim", "klaim"), ("confirm", "membenarkan"),
    ("deny", "membantah"), ("accuse", "menuding"), ("promise", "berjanji"), ("warn", "memperingatkan"),
    ("demand", "menuntut"), ("reject", "menolak"), ("threaten", "mengancam"),
)  # fmt: skip
_ACT_WEIGHTS = (30, 20, 20, 4, 4, 5, 4, 4, 3, 3, 2, 1)
_EVENTS = (
    ("ASSAULT", "menyerang"), ("ASSAULT", "menembaki"), ("CONSULT", "bertemu"), ("PROTEST", "memprotes"),
    ("COERCE", "menangkap"), ("AID", "membantu"), ("MOBILIZE", "mengerahkan"), ("DISASTER", "banjir"),
)  # fmt: skip
_MEDIA = ("surat", "keterangan tertulis", "wawancara", "unggahan", "konferensi pers")
_COUNTED = (("killed", "tewas"), ("injured", "terluka"), ("displaced", "mengungsi"), ("detained", "ditahan"))


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence: its words, whom they name, and what kind of sentence it is."""

    kind: Literal["plain", "said", "event"]
    words: tuple[str, ...]
    named: tuple[Player, ...] = ()
    verb: tuple[str, str] = ("", "")
    speaker: Player | None = None
    relay: Player | None = None
    medium: str | None = None
    direct: bool = False
    day: date | None = None
    place: Player | None = None
    count: tuple[str, str, int] | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """What the reports of a story share: who is in it, where it is, its words, and when it begins."""

    persons: tuple[Player, ...]
    bodies: tuple[Player, ...]
    agencies: tuple[Player, ...]
    place: Player
    topic: tuple[str, ...]
    begun: date


class Teller:
    """Makes sentences out of a cast and words."""

    def __init__(self, seed: int) -> None:
        self.cast = Cast(seed)
        self.words = Words(seed)

    def scene(self, chance: Random, begun: date) -> Scene:
        """What a story is about."""
        cast = self.cast
        bodies = [*cast.some(chance, cast.organizations, 2), *cast.some(chance, cast.states, 2),
                  *cast.some(chance, cast.armed, 1)]  # fmt: skip
        return Scene(
            persons=tuple(cast.some(chance, cast.persons, chance.randint(2, 7))), bodies=tuple(bodies),
            agencies=tuple(cast.some(chance, cast.agencies, 2)), place=cast.some(chance, cast.places, 1)[0],
            topic=tuple(self.words.topic(chance, 50)), begun=begun,
        )  # fmt: skip

    def title(self, chance: Random, scene: Scene) -> str:
        """A headline."""
        return " ".join([*chance.sample(scene.topic, 4), scene.place.forms[0]]).capitalize()

    def lines(self, chance: Random, scene: Scene, number: int) -> tuple[Line, ...]:
        """Sentences of so many words together."""
        found: list[Line] = []
        while number > 0:
            line = self._line(chance, scene)
            number -= len(line.words) + 6
            found.append(line)
        return tuple(found)

    def reworded(self, chance: Random, line: Line) -> Line:
        """The sentence with some words swapped."""
        words = [self.words.some(chance, 1)[0] if chance.random() < 0.2 else word for word in line.words]
        return replace(line, words=tuple(words))

    def _line(self, chance: Random, scene: Scene) -> Line:
        kind = chance.choices(("said", "plain", "event"), (60, 30, 10))[0]
        number = chance.randint(6, 24)
        topic = chance.choices(scene.topic, k=max(1, number // 6))
        words = [*self.words.some(chance, number), *topic]
        chance.shuffle(words)
        named = tuple(chance.sample(scene.bodies, min(len(scene.bodies), chance.choice((0, 1, 1, 2)))))
        if kind == "said":
            return self._said(chance, scene, Line("said", tuple(words), named))
        if kind == "event":
            return self._event(chance, scene, Line("event", tuple(words), named))
        return Line("plain", tuple(words), (*named, *chance.choices(scene.persons, k=chance.choice((0, 1)))))

    def _said(self, chance: Random, scene: Scene, line: Line) -> Line:
        speakers = scene.persons if chance.random() < 0.75 else scene.bodies
        return replace(
            line, verb=chance.choices(_ACTS, _ACT_WEIGHTS)[0], speaker=chance.choice(speakers),
            relay=chance.choice(scene.agencies) if chance.random() < 0.25 else None,
            medium=chance.choice(_MEDIA) if chance.random() < 0.2 else None, direct=chance.random() < 0.4,
            day=scene.begun - timedelta(days=chance.choice((0, 0, 1, 2))) if chance.random() < 0.5 else None,
        )  # fmt: skip

    def _event(self, chance: Random, scene: Scene, line: Line) -> Line:
        kind, word = chance.choice(_COUNTED)
        count = (kind, word, int(chance.paretovariate(0.7))) if chance.random() < 0.6 else None
        return replace(line, verb=chance.choice(_EVENTS), day=scene.begun, place=scene.place, count=count)
