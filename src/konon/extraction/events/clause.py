"""What stands around an event word in its sentence: subjects, objects, agents, and phrases joined to them."""

from konon.extraction.events.match import Match
from konon.extraction.events.scene import Phrase, Scene
from konon.extraction.events.table import ANYBODY
from konon.language.analysis import Stretch

# How many words an object, an agent, a party or a subject may stand away from the event word.
_OBJECT, _AGENT, _PARTY, _SUBJECT = 14, 5, 16, 60


class Clause:
    """The sentence of one match, and the places of participants in it."""

    def __init__(self, scene: Scene, match: Match) -> None:
        self.scene = scene
        self.match = match
        self.sentence: Stretch = scene.sentence(match.first)

    def subject(self, at: int) -> list[Phrase]:
        """The subject of a verb: the nearest phrase before it that hangs on no preposition."""
        scene = self.scene
        number = at - 1
        relative = False
        while number >= max(self.sentence.first, at - _SUBJECT):
            relative = relative or scene.within(number, "relative")
            phrase = scene.ends.get(number + 1)
            if phrase is not None:
                if phrase.governor is None or (relative and number == at - 2) or self._addressed(phrase):
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

    def _addressed(self, phrase: Phrase) -> bool:
        """Whether a phrase behind a preposition is told to do what the verb says."""
        return self.scene.within(phrase.last, "to_do")

    def object(self, at: int, kinds: frozenset[str] = ANYBODY) -> list[Phrase]:
        """The object of a verb: the first phrase behind it within its clause that is no name of another kind."""
        scene = self.scene
        number = at
        while number < min(at + _OBJECT, self.sentence.last):
            phrase = scene.starts.get(number)
            if phrase is not None and (phrase.entity is None or phrase.kind in kinds):
                return self._coordinated_right(self._named_behind(phrase))
            if scene.word(number) == "(":
                number = self._closing(number)
            elif phrase is not None:
                number = phrase.last - 1
            elif self._ends_clause(number):
                return []
            number += 1
        return []

    def agent(self, at: int) -> list[Phrase]:
        """The agent of a passive verb: behind its preposition, or directly behind the verb."""
        scene = self.scene
        for number in range(at, min(at + _AGENT, self.sentence.last)):
            if scene.within(number, "agent"):
                return self.object(number + 1)
            phrase = scene.starts.get(number)
            if phrase is not None:
                near = number == at or (number == at + 1 and scene.within(at, "at") and phrase.kind == "organization")
                return self._coordinated_right(phrase) if near or phrase.governor is None else []
            if self._ends_clause(number):
                return []
        return []

    def later_agent(self) -> list[Phrase]:
        """The agent further behind a noun: after a preposition of agency, origin, or a passive carrying verb."""
        scene = self.scene
        for number in range(self.match.last, min(self.match.last + _PARTY, self.sentence.last)):
            if scene.within(number, "agent"):
                return self.object(number + 1)
            if scene.word(number) in scene.table.light_passive:
                return self.agent(number + 1)
            if scene.within(number, "from") and number + 1 in scene.starts and number < self.match.last + 4:
                return self._coordinated_right(scene.starts[number + 1])
            if self.stops(number, "()"):
                return []
        return []

    def genitive(self) -> list[Phrase]:
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
        first = max(self.sentence.first, self.match.first - _SUBJECT)
        before = [self.scene.starts[number] for number in range(first, self.match.first) if number in self.scene.starts]
        return [phrase for phrase in before if phrase.governor is None and not phrase.pronoun][:1]

    def towards(self) -> list[Phrase]:
        """The phrase behind a preposition of direction."""
        scene = self.scene
        number = self.match.last
        while number < min(self.match.last + _PARTY, self.sentence.last):
            if scene.within(number, "towards"):
                return self.object(number + 1)
            if scene.word(number) == "(":
                number = self._closing(number)
            elif self._ends_phrase(number):
                return []
            number += 1
        return []

    def _ends_phrase(self, number: int) -> bool:
        scene = self.scene
        return self.stops(number, "-") or scene.within(number, "boundary")

    def stops(self, number: int, passable: str) -> bool:
        """Whether a token is a mark other than quotation marks and those to pass."""
        scene = self.scene
        return scene.is_mark(number) and scene.word(number) not in passable and not scene.is_quote(number)

    def effect(self) -> list[Phrase]:
        """The object of a verb of effect behind the noun: *serangan itu menewaskan X*."""
        scene = self.scene
        for number in range(self.match.last, min(self.match.last + _PARTY, self.sentence.last)):
            if scene.word(number) in scene.table.effect:
                return [phrase for phrase in self.object(number + 1) if not self._only_number(phrase)]
            if self.stops(number, "()"):
                return []
        return []

    def _only_number(self, phrase: Phrase) -> bool:
        """Whether a phrase tells of people no more than how many they were."""
        return (
            phrase.entity is None
            and phrase.first < phrase.head == phrase.last - 1
            and phrase.first in self.scene.figures
        )

    def between(self) -> list[Phrase]:
        """The parties that a noun is between: *perang antara X dan Y*."""
        scene = self.scene
        for number in range(self.match.last, min(self.match.last + 8, self.sentence.last)):
            if scene.within(number, "between"):
                return self.object(number + 1)
            if self._ends_clause(number) and not scene.within(number, "at"):
                return []
        return []

    def beside(self) -> list[Phrase]:
        """The party behind a word for *with*."""
        scene = self.scene
        for number in range(self.match.last, min(self.match.last + 10, self.sentence.last)):
            if scene.within(number, "with"):
                return self.object(number + 1)
            if self.stops(number, "()-"):
                return []
        return []

    def carrier(self) -> int | None:
        """The verb before the noun that carries it or makes its subject undergo it."""
        scene = self.scene
        table = scene.table
        for number in range(self.match.first - 1, max(self.sentence.first, self.match.first - 6) - 1, -1):
            if scene.word(number) in table.light_active or scene.word(number) in table.undergo:
                return number
            if self.stops(number, "") or scene.is_verb(number) or number + 1 in scene.ends:
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
            if scene.within(number, "namely") and phrase.entity is None:
                return next(iter(self.object(number + 1)), phrase)
            if following is not None and following.kind == "person" and following.entity is not None and said:
                return following
            if scene.is_verb(number) or self.stops(number, "(),"):
                return phrase
        return phrase

    def _coordinated_right(self, phrase: Phrase) -> list[Phrase]:
        found = [phrase]
        while (following := self._joined(found[-1].last)) is not None:
            found.append(following)
        return found

    def _coordinated_left(self, phrase: Phrase) -> list[Phrase]:
        found = [phrase]
        for earlier in self.scene.earlier(phrase, 12):
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
        return self.stops(number, "-)") or scene.within(number, "boundary") or scene.is_verb(number)
