"""What stands around an event word in its sentence: subjects, objects, agents, and phrases joined to them."""

from konon.extraction.events.lists import Lists
from konon.extraction.events.match import Match
from konon.extraction.events.scene import Phrase, Scene
from konon.extraction.events.table import ANYBODY
from konon.language.analysis import Stretch

# How many words an object, an agent, a party or a subject may stand away from the event word.
_OBJECT, _AGENT, _PARTY, _SUBJECT = 14, 5, 16, 60
# A verb so near the beginning of what was said has the speaker for a subject: *X mengaku telah menyerang Y*.
_LEAD = 4
# A verb with its object before another that shares its subject, in words.
_JOINED = 10
# Kinds of those who stand side by side as the two sides of a war.
_SIDES = ("state", "armed_group")


class Clause:
    """The sentence of one match, and the places of participants in it."""

    def __init__(self, scene: Scene, match: Match) -> None:
        self.scene = scene
        self.match = match
        self.sentence: Stretch = scene.sentence(match.first)
        self.lists = Lists(scene, self.sentence)
        self.content = self._content()

    def _content(self) -> tuple[int, int]:
        """The tokens of the sentence that stand on the event word's side of what somebody is quoted with."""
        scene = self.scene
        said = scene.said(self.match.first)
        whole = self.sentence.first, self.sentence.last
        if said is None:
            return whole
        here = scene.tokens[self.match.first].start
        start, end = next((start, end) for start, end in said.content if start <= here < end)
        at = scene.draft.analysis.token_at
        return max(at(start), whole[0]), min(at(end), whole[1])

    def subject(self, at: int) -> list[Phrase]:
        """The subject of a verb: the nearest phrase before it that hangs on no preposition."""
        scene = self.scene
        at = self._first_of_joined(at)
        number = at - 1
        relative = False
        lead = self.content[0] if at - self.content[0] > _LEAD else self.sentence.first
        while number >= max(lead, at - _SUBJECT):
            relative = relative or scene.within(number, "relative")
            number = self.lists.opening(number)
            phrase = scene.ends.get(number + 1)
            if phrase is not None:
                leads = self._leads(phrase, at) or (relative and number >= at - _LEAD) or self._addressed(phrase)
                if leads and (phrase.kind != "place" or self._takes_places()):
                    return self.lists.left(self.lists.described(phrase))
                number = phrase.first
            number -= 1
        return self._main_clause(at)

    def _first_of_joined(self, at: int) -> int:
        """The verb before one that shares its subject: *X menembak dua orang dan menculik Y*; else the verb itself."""
        scene = self.scene
        if not scene.within(at - 1, "and"):
            return at
        for number in range(at - 2, max(self.content[0], at - _JOINED) - 1, -1):
            if scene.is_mark(number) or scene.within(number, "relative"):
                return at
            if scene.is_verb(number):
                return number
        return at

    def _takes_places(self) -> bool:
        """Whether a place can be the subject."""
        row = self.match.form.trigger
        return "place" in (row.recipient if self.match.form.frame == "passive" else row.actor)

    def _leads(self, phrase: Phrase, at: int) -> bool:
        """Whether a phrase hangs on no preposition, or on one that can begin a clause: *sejak X menyerang*."""
        return phrase.governor is None or (
            phrase.governor in self.scene.table.grammar["clause_start"] and at - phrase.last <= _LEAD
        )

    def leader(self) -> list[Phrase]:
        """Whom the words around an occasion are about: the one who is told to have spoken there, or its subject."""
        spans = self.scene.speakers(self.sentence) if self._aside() else []
        at = self.scene.draft.analysis.token_at
        named = (self.scene.starts.get(number) for start, end in spans for number in range(at(start), at(end)))
        speaker = next((phrase for phrase in named if phrase is not None and phrase.entity is not None), None)
        return self.subject(self.match.first) if speaker is None else [speaker]

    def _aside(self) -> bool:
        """Whether the event word stands in no clause that somebody is quoted with."""
        said = self.scene.said(self.match.first)
        return said is None or said.form == "nominal"

    def doer(self) -> list[Phrase]:
        """The one right before a verb without a prefix, or before the word for a time that stands between."""
        scene = self.scene
        number = self.match.first
        if scene.within(number - 1, "time_word"):
            number -= 1
        phrase = scene.ends.get(number)
        if phrase is None or phrase.first < self.sentence.first or (phrase.governor is not None and not phrase.pronoun):
            return []
        return self.lists.left(phrase)

    def _main_clause(self, at: int) -> list[Phrase]:
        """The subject of the main clause behind a clause without one: *Usai menangkap X, polisi …*."""
        scene = self.scene
        if at - self.sentence.first > 3:
            return []
        comma = next(
            (number for number in range(at, self.sentence.last) if scene.word(number) == ","), self.sentence.last
        )
        phrase = scene.starts.get(comma + 1)
        return [] if phrase is None or phrase.governor is not None else self.lists.right(phrase)

    def _addressed(self, phrase: Phrase) -> bool:
        """Whether a phrase behind a preposition is told to do what the verb says."""
        at = self.scene.table.grammar["at"]
        return self.scene.within(phrase.last, "to_do") and phrase.governor not in at

    def object(self, at: int, kinds: frozenset[str] = ANYBODY) -> list[Phrase]:
        """The object of a verb: the first phrase behind it within its clause that is no name of another kind."""
        scene = self.scene
        number, furthest = at, at + _OBJECT
        while number < min(furthest, self.sentence.last):
            furthest += number in scene.roles
            phrase = scene.starts.get(number)
            if phrase is not None and (phrase.entity is None or phrase.kind in kinds):
                return self.lists.told(phrase) or self.lists.right(self.lists.named(phrase))
            if scene.word(number) == "(":
                number = self.lists.closing(number)
            elif phrase is not None:
                number = phrase.last - 1
            elif self._ends_clause(number) and not self.lists.announces(number):
                return []
            number += 1
        return []

    def agent(self, at: int) -> list[Phrase]:
        """The agent of a passive verb: behind its preposition, or directly behind the verb."""
        scene = self.scene
        for number in range(at, min(at + _AGENT, self.sentence.last)):
            if scene.within(number, "agent"):
                return self.object(number + 1, self.match.form.trigger.actor)
            phrase = scene.starts.get(number)
            if phrase is not None:
                near = number == at or (number == at + 1 and scene.within(at, "at") and phrase.kind == "organization")
                return self.lists.right(phrase) if near or phrase.governor is None else []
            if self._ends_clause(number) and not scene.within(number - 1, "and"):
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
                return self.lists.right(scene.starts[number + 1])
            if scene.stops(number, "()"):
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
                return self.lists.right(self.lists.named(phrase))
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
                number = self.lists.closing(number)
            elif self._ends_phrase(number):
                return []
            number += 1
        return []

    def _ends_phrase(self, number: int) -> bool:
        scene = self.scene
        return scene.stops(number, "-") or scene.within(number, "boundary")

    def effect(self) -> list[Phrase]:
        """The object of a verb of effect behind the noun: *serangan itu menewaskan X*."""
        scene = self.scene
        for number in range(self.match.last, min(self.match.last + _PARTY, self.sentence.last)):
            if scene.word(number) in scene.table.effect:
                return [phrase for phrase in self.object(number + 1) if not self.only_number(phrase)]
            if scene.stops(number, "()"):
                return []
        return []

    def only_number(self, phrase: Phrase) -> bool:
        """Whether a phrase tells of people no more than how many they were: *lebih dari 900 orang*."""
        return (
            phrase.entity is None
            and phrase.first < phrase.head == phrase.last - 1
            and self.scene.within(phrase.head, "counted")
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
            if scene.stops(number, "()-"):
                return []
        return []

    def adjacent(self, phrase: Phrase) -> list[Phrase]:
        """The second of two states or armed groups that stand side by side: *perang X Y*."""
        following = self.scene.starts.get(phrase.last)
        sides = phrase.kind in _SIDES and following is not None and following.kind in _SIDES
        return [following] if following is not None and sides else []

    def carrier(self) -> int | None:
        """The verb before the noun that carries it or makes its subject undergo it."""
        scene = self.scene
        table = scene.table
        for number in range(self.match.first - 1, max(self.sentence.first, self.match.first - 6) - 1, -1):
            if scene.word(number) in table.light_active or scene.word(number) in table.undergo:
                return number
            if scene.stops(number, "") or scene.is_verb(number) or number + 1 in scene.ends:
                return None
        return None

    def _ends_clause(self, number: int) -> bool:
        scene = self.scene
        if number in scene.roles:
            return False
        return scene.stops(number, "-)") or scene.within(number, "boundary") or scene.is_verb(number)
