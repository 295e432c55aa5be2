"""Whether those who take part in two events are the same."""

from collections.abc import Iterator
from dataclasses import dataclass

from konon.compare.reasons import Reason
from konon.gazetteer.folding import key as folded
from konon.record.vocabulary import EntityKind, EventType

# Of these all parties are equals: who is told first does not matter.
MUTUAL: frozenset[EventType] = frozenset({"AGREE", "CONSULT", "COOPERATE"})
_ACTORS, _RECIPIENTS = 0.25, 0.22
# A second one who is in both events.
_FURTHER = 0.1
# States are in many events of a day, and unnamed people could be any.
_TELLING: dict[EntityKind, float] = {
    "person": 1.0, "armed_group": 0.9, "organization": 0.9, "media": 0.9, "state": 0.7, "place": 0.6, "other": 0.4,
    "group": 0.3,
}  # fmt: skip
_NAMED: frozenset[EntityKind] = frozenset({"person", "armed_group", "organization", "media", "state"})
# A part of the name is common; one is a body of the other's country; named ones, or only others, differ.
_PART, _COUNTRY, _DIFFERENT, _UNNAMED = 0.7, 0.35, -1.5, -0.3
# Initials (of suspects, of victims) are those of many.
_INITIALS, _SHORT = 0.3, 2
_BODIES: frozenset[EntityKind] = frozenset({"state", "organization", "armed_group", "group"})

# Somebody did it by one report, and it was done to them by the other.
_CROSSED = -0.2

Sides = tuple[tuple["Party", ...], tuple["Party", ...]]


@dataclass(frozen=True, slots=True)
class Party:
    """One who takes part in an event; `actor` is the same for all its names."""

    actor: int
    name: str
    kind: EntityKind
    country: str | None = None

    @property
    def words(self) -> frozenset[str]:
        """The folded words of its name."""
        return frozenset(folded(self.name).split())

    @property
    def telling(self) -> float:
        """How much it says that it is in both of two events."""
        initials = self.kind == "person" and all(len(word) <= _SHORT for word in self.words)
        return _INITIALS if initials else _TELLING[self.kind]


def cast(kind: EventType, one: Sides, other: Sides) -> Iterator[Reason]:
    """What those who did it, and those to whom it was done, say for two events' being the same."""
    if kind in MUTUAL:
        yield from _side("parties", _ACTORS, one[0] + one[1], other[0] + other[1])
        return
    yield from _side("actors", _ACTORS, one[0], other[0])
    yield from _side("recipients", _RECIPIENTS, one[1], other[1])
    crossed = _shared(one[0], other[1]) or _shared(one[1], other[0])
    if crossed and not (_shared(one[0], other[0]) or _shared(one[1], other[1])):
        yield Reason("roles", _CROSSED, _names(crossed), _names(crossed))


def reversed_roles(kind: EventType, one: Sides, other: Sides) -> bool:
    """Whether one tells that A did it to B, and the other that B did it to A."""
    if kind in MUTUAL:
        return False
    crossed = _shared(one[0], other[1]) and _shared(one[1], other[0])
    return bool(crossed and not (_shared(one[0], other[0]) or _shared(one[1], other[1])))


def _shared(one: tuple[Party, ...], other: tuple[Party, ...]) -> tuple[Party, ...]:
    """Those of one side that are of the other too, those who tell most first."""
    actors = {party.actor for party in other}
    return tuple(sorted((party for party in one if party.actor in actors), key=lambda party: -party.telling))


def _side(role: str, weight: float, one: tuple[Party, ...], other: tuple[Party, ...]) -> Iterator[Reason]:
    if not one or not other:
        return
    shared = _shared(one, other)
    if shared:
        score = weight * shared[0].telling
        score += sum(_FURTHER * party.telling for party in shared[1:2])
    else:
        score = weight * max(_related(left, right) for left in one for right in other)
    yield Reason(role, round(score, 4), _names(one), _names(other))


def _related(one: Party, other: Party) -> float:
    """What two who are not the same say: much where a part of the name is common, the contrary where both have one."""
    if one.words <= other.words or other.words <= one.words:
        return _PART * min(one.telling, other.telling)
    if one.country and one.country == other.country and one.kind in _BODIES and other.kind in _BODIES:
        states = "state" in {one.kind, other.kind}
        return _COUNTRY if states else _UNNAMED
    return _DIFFERENT if one.kind in _NAMED and other.kind in _NAMED else _UNNAMED


def _names(parties: tuple[Party, ...]) -> str:
    return ", ".join(party.name for party in parties)
