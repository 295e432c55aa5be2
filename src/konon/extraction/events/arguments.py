"""Who did it and to whom it was done, by the frame of the event word."""

from collections.abc import Iterator
from dataclasses import dataclass

from konon.extraction.draft import EntityDraft
from konon.extraction.events.match import Match
from konon.extraction.events.scene import Phrase, Scene
from konon.language.analysis import Stretch

# How many words an object, an agent or a party may stand away from the event word.
_OBJECT, _AGENT, _PARTY = 14, 5, 16


@dataclass(slots=True)
class Parts:
    """Those who take part in an event."""

    actors: list[EntityDraft]
    recipients: list[EntityDraft]


class Arguments:
    """The participants of one match."""

    def __init__(self, scene: Scene, match: Match) -> None:
        self.scene = scene
        self.match = match
        self.sentence: Stretch = scene.sentence(match.first)
        self.row = match.form.trigger

    def parts(self) -> Parts | None:
        """Those who take part; None where somebody is missing whom the row needs."""
        actors, recipients = getattr(self, f"_{self.match.form.frame}")()
        parts = Parts(self._entities(actors, self.row.actor), self._entities(recipients, self.row.recipient))
        parts.recipients = [entity for entity in parts.recipients if entity not in parts.actors]
        return parts if self._enough(parts) else None

    def _enough(self, parts: Parts) -> bool:
        have = {
            "actor": bool(parts.actors),
            "recipient": bool(parts.recipients),
            "party": bool(parts.actors or parts.recipients),
            "parties": len(parts.actors) > 1,
        }
        if self.row.alone and self.row.alone not in self.scene.topics and not have["party"]:
            return False
        return self.row.dyad or all(have[need] for need in self.row.needs)

    def _entities(self, phrases: list[Phrase], kinds: frozenset[str]) -> list[EntityDraft]:
        found: list[EntityDraft] = []
        for phrase in phrases:
            if phrase.entity is None and not phrase.pronoun and phrase.kind not in kinds:
                continue
            entity = self.scene.entity(phrase)
            if entity is not None and entity.kind in kinds and entity not in found:
                found.append(entity)
        return found

    # ------------------------------------------------------------ frames

    def _bare(self) -> tuple[list[Phrase], list[Phrase]]:
        return [], []

    def _active(self) -> tuple[list[Phrase], list[Phrase]]:
        return self._subject(self.match.first), self._object(self.match.last)

    def _passive(self) -> tuple[list[Phrase], list[Phrase]]:
        return self._agent(self.match.last), self._subject(self.match.first)

    def _by(self) -> tuple[list[Phrase], list[Phrase]]:
        """A noun with its actor behind it, as agent, or as subject of the verb that carries the noun."""
        carrier = self._carrier()
        actors = self._genitive() or self._later_agent()
        recipients = self._towards()
        if carrier is not None and self.scene.word(carrier) in self.scene.table.undergo:
            recipients = recipients or self._subject(carrier)
        elif carrier is not None and not actors:
            actors = self._subject(carrier)
        if not actors and self._occasion():
            actors = self._subject(self.match.first)
        return actors, recipients or self._effect() or self._victim() or self._within()

    def _occasion(self) -> bool:
        """Whether the sentence tells what its subject did at the event: *kata X dalam pertemuan itu*."""
        return self.row.joins and self.scene.within(self.match.first - 1, "occasion")

    def _within(self) -> list[Phrase]:
        """The state that an attack took place in, which it was against: *serangan baru di X*."""
        scene = self.scene
        for number in range(self.match.last, min(self.match.last + 4, self.sentence.last)):
            phrase = scene.starts.get(number + 1)
            if scene.within(number, "at") and phrase is not None:
                return [phrase] if phrase.kind == "state" or self.row.family == "genocide" else []
        return []

    def _victim(self) -> list[Phrase]:
        """The one who was killed or hurt in the event: *X tewas dalam serangan itu*."""
        scene = self.scene
        for number in range(self.match.first - 1, max(self.sentence.first, self.match.first - 5) - 1, -1):
            if scene.word(number) in scene.table.victim:
                return [phrase for phrase in self._subject(number) if phrase.entity is not None]
            if self._stops(number, ""):
                return []
        return []

    def _of(self) -> tuple[list[Phrase], list[Phrase]]:
        """A noun with its recipient behind it; the actor is an agent or the subject of the carrying verb."""
        carrier = self._carrier()
        actors = self._later_agent()
        recipients = self._genitive() or self._towards()
        if carrier is not None and self.scene.word(carrier) in self.scene.table.undergo:
            recipients = recipients or self._subject(carrier)
        elif carrier is not None:
            actors = actors or self._subject(carrier)
        return actors, recipients

    def _mutual(self) -> tuple[list[Phrase], list[Phrase]]:
        """All parties: both sides of a verb, or those that a noun is between, or its carrier's."""
        parties = self._between() or self._genitive()
        if len(parties) < 2:
            parties += self._with()
        carrier = self._carrier()
        verb = self.scene.is_verb(self.match.first)
        if len(parties) < 2 and (carrier is not None or verb):
            parties = self._subject(self.match.first if carrier is None else carrier) + parties
        if verb and len(parties) < 2:
            parties += self._object(self.match.last)
        if len(parties) < 2 and self._occasion():
            parties = self._subject(self.match.first) + parties
        return parties, []

    # ------------------------------------------------------------ places of participants

    def _subject(self, at: int) -> list[Phrase]:
        """The subject of a verb: the nearest phrase before it that hangs on no preposition."""
        scene = self.scene
        number = at - 1
        relative = False
        while number >= self.sentence.first:
            relative = relative or scene.within(number, "relative")
            phrase = scene.ends.get(number + 1)
            if phrase is not None:
                if phrase.governor is None or (relative and number == at - 2) or self._addressed(phrase, at):
                    return self._coordinated_left(phrase)
                number = phrase.first
            number -= 1
        return self._main_clause(at)

    def _main_clause(self, at: int) -> list[Phrase]:
        """The subject of the main clause behind a clause without one: *Usai menangkap X, polisi …*."""
        scene = self.scene
        if at - self.sentence.first > 3:
            return []
        comma = next(
            (number for number in range(at, self.sentence.last) if scene.word(number) == ","), self.sentence.last
        )
        phrase = scene.starts.get(comma + 1)
        return [] if phrase is None or phrase.governor is not None else self._coordinated_right(phrase)

    def _addressed(self, phrase: Phrase, at: int) -> bool:
        """Whether a phrase behind a preposition is told to do what the verb says."""
        del at
        return self.scene.within(phrase.last, "to_do")

    def _object(self, at: int) -> list[Phrase]:
        """The object of a verb: the first phrase behind it within its clause."""
        scene = self.scene
        number = at
        while number < min(at + _OBJECT, self.sentence.last):
            phrase = scene.starts.get(number)
            if phrase is not None:
                return self._coordinated_right(self._named_behind(phrase))
            if scene.word(number) == "(":
                number = self._closing(number)
            elif self._ends_clause(number):
                return []
            number += 1
        return []

    def _agent(self, at: int) -> list[Phrase]:
        """The agent of a passive verb: behind its preposition, or directly behind the verb."""
        scene = self.scene
        for number in range(at, min(at + _AGENT, self.sentence.last)):
            if scene.within(number, "agent"):
                return self._object(number + 1)
            phrase = scene.starts.get(number)
            if phrase is not None:
                near = number == at or (number == at + 1 and scene.within(at, "at") and phrase.kind == "organization")
                return self._coordinated_right(phrase) if near or phrase.governor is None else []
            if self._ends_clause(number):
                return []
        return []

    def _later_agent(self) -> list[Phrase]:
        """The agent further behind a noun: after a preposition of agency, origin, or a passive carrying verb."""
        scene = self.scene
        for number in range(self.match.last, min(self.match.last + _PARTY, self.sentence.last)):
            if scene.within(number, "agent"):
                return self._object(number + 1)
            if scene.word(number) in scene.table.light_passive:
                return self._agent(number + 1)
            if scene.within(number, "from") and number + 1 in scene.starts and number < self.match.last + 4:
                return self._coordinated_right(scene.starts[number + 1])
            if self._stops(number, "()"):
                return []
        return []

    def _genitive(self) -> list[Phrase]:
        """The phrase that a noun belongs to: right behind it or behind its modifiers."""
        scene = self.scene
        if self.match.possessed:
            return self._possessor()
        for number in range(self.match.last, min(self.match.last + 5, self.sentence.last)):
            phrase = scene.starts.get(number)
            if phrase is not None:
                return self._coordinated_right(self._named_behind(phrase))
            if self._ends_clause(number) or scene.language.classes(scene.word(number)):
                return []
        return []

    def _possessor(self) -> list[Phrase]:
        before = [phrase for phrase in self.scene.phrases if self.sentence.first <= phrase.first < self.match.first]
        return [phrase for phrase in before if phrase.governor is None and not phrase.pronoun][:1]

    def _towards(self) -> list[Phrase]:
        """The phrase behind a preposition of direction."""
        scene = self.scene
        number = self.match.last
        while number < min(self.match.last + _PARTY, self.sentence.last):
            if scene.within(number, "towards"):
                return self._object(number + 1)
            if scene.word(number) == "(":
                number = self._closing(number)
            elif self._ends_phrase(number):
                return []
            number += 1
        return []

    def _ends_phrase(self, number: int) -> bool:
        scene = self.scene
        return self._stops(number, "-") or scene.within(number, "boundary")

    def _stops(self, number: int, passable: str) -> bool:
        """Whether a token is a mark other than quotation marks and those to pass."""
        scene = self.scene
        return scene.is_mark(number) and scene.word(number) not in passable and not scene.is_quote(number)

    def _effect(self) -> list[Phrase]:
        """The object of a verb of effect behind the noun: *serangan itu menewaskan X*."""
        scene = self.scene
        for number in range(self.match.last, min(self.match.last + _PARTY, self.sentence.last)):
            if scene.word(number) in scene.table.effect:
                return [phrase for phrase in self._object(number + 1) if not self._only_number(phrase)]
            if self._stops(number, "()"):
                return []
        return []

    def _only_number(self, phrase: Phrase) -> bool:
        """Whether a phrase tells of people no more than how many they were."""
        return (
            phrase.entity is None
            and phrase.first < phrase.head == phrase.last - 1
            and self.scene.tokens[phrase.first].kind == "number"
        )

    def _between(self) -> list[Phrase]:
        scene = self.scene
        for number in range(self.match.last, min(self.match.last + 8, self.sentence.last)):
            if scene.within(number, "between"):
                return self._object(number + 1)
            if self._ends_clause(number) and not scene.within(number, "at"):
                return []
        return []

    def _with(self) -> list[Phrase]:
        scene = self.scene
        for number in range(self.match.last, min(self.match.last + 10, self.sentence.last)):
            if scene.within(number, "with"):
                return self._object(number + 1)
            if self._stops(number, "()-"):
                return []
        return []

    def _carrier(self) -> int | None:
        """The verb before the noun that carries it or makes its subject undergo it."""
        scene = self.scene
        table = scene.table
        for number in range(self.match.first - 1, max(self.sentence.first, self.match.first - 6) - 1, -1):
            if scene.word(number) in table.light_active or scene.word(number) in table.undergo:
                return number
            if self._stops(number, "") or scene.is_verb(number) or number + 1 in scene.ends:
                return None
        return None

    # ------------------------------------------------------------ phrases beside phrases

    def _named_behind(self, phrase: Phrase) -> Phrase:
        """The name that follows unnamed people or an office: *pelaku bernama X*, *kepala sayap militer Y, X*."""
        scene = self.scene
        if phrase.kind == "person" and phrase.entity is not None:
            return phrase
        for number in range(phrase.last, min(phrase.last + 9, self.sentence.last)):
            following = scene.starts.get(number)
            said = scene.within(number - 1, "person") or (scene.word(number - 1) == "," and phrase.entity is None)
            if following is not None and following.kind == "person" and following.entity is not None and said:
                return following
            if scene.is_verb(number) or self._stops(number, "(),"):
                return phrase
        return phrase

    def _coordinated_right(self, phrase: Phrase) -> list[Phrase]:
        found = [phrase]
        while (following := self._joined(found[-1].last)) is not None:
            found.append(following)
        return found

    def _coordinated_left(self, phrase: Phrase) -> list[Phrase]:
        found = [phrase]
        for earlier in reversed(self.scene.phrases[: self.scene.phrases.index(phrase)]):
            if earlier.first < self.sentence.first or self._joined(earlier.last) is not found[0]:
                break
            found.insert(0, earlier)
        return found

    def _joined(self, at: int) -> Phrase | None:
        """The phrase that is joined to one that ends at a token, by a conjunction or, in a list, a comma."""
        scene = self.scene
        if scene.word(at) == "(":
            at = self._closing(at) + 1
        if at < self.sentence.last and scene.word(at) == "-":
            tight = scene.tokens[at].start == scene.tokens[at - 1].end
            return scene.starts.get(at + 1) if tight else None
        comma = scene.word(at) == ","
        if comma and scene.within(at + 1, "and"):
            at, comma = at + 1, False
        if not comma and not scene.within(at, "and"):
            return None
        return self._after_office(at + 1, listed=comma)

    def _after_office(self, at: int, *, listed: bool) -> Phrase | None:
        scene = self.scene
        number = at
        while number < min(at + 7, self.sentence.last) and number in scene.roles and number not in scene.starts:
            number += 1
        phrase = scene.starts.get(number)
        if phrase is None or phrase.pronoun:
            return None
        return phrase if not listed or self._joined(phrase.last) is not None else None

    def _closing(self, number: int) -> int:
        for at in range(number, min(number + 8, self.sentence.last)):
            if self.scene.word(at) == ")":
                return at
        return number

    def _ends_clause(self, number: int) -> bool:
        scene = self.scene
        return self._stops(number, "-)") or scene.within(number, "boundary") or scene.is_verb(number)


def readable(scene: Scene, found: list[Match]) -> Iterator[tuple[Match, Parts]]:
    """The matches whose needs are met, with those who take part."""
    for match in found:
        parts = Arguments(scene, match).parts()
        if parts is not None:
            yield match, parts
