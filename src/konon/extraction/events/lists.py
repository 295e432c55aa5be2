"""Phrases that belong together: lists, names behind descriptions, descriptions behind names."""

from konon.extraction.events.scene import Phrase, Scene
from konon.language.analysis import Stretch

# How many words an office before a name may have.
_OFFICE = 10
# How many words a list of names with their offices may have.
_NAMES = 60
# Marks between a name and what describes its bearer.
_BESIDE = frozenset(",)-")


class Lists:
    """The phrases of one sentence, as they stand beside each other."""

    def __init__(self, scene: Scene, sentence: Stretch) -> None:
        self.scene = scene
        self.sentence = sentence

    def described(self, phrase: Phrase) -> Phrase:
        """The named person whom unnamed people behind the name only describe: *X (33), pelaku perampokan, …*."""
        scene = self.scene
        if phrase.entity is not None or phrase.pronoun or phrase.first in scene.figures:
            return phrase
        number = phrase.first
        while number > self.sentence.first and scene.word(number - 1) in _BESIDE:
            number = self.opening(number - 1)
        before = scene.ends.get(number)
        named = before is not None and before.entity is not None and before.kind == "person"
        return before if before is not None and named and number < phrase.first else phrase

    def opening(self, number: int) -> int:
        """The bracket that a closing one belongs to; any other mark itself."""
        if self.scene.word(number) == ")":
            for at in range(number, max(self.sentence.first, number - 8), -1):
                if self.scene.word(at) == "(":
                    return at
        return number

    def named(self, phrase: Phrase) -> Phrase:
        """The name that follows unnamed people or an office: *pelaku bernama X*, *kepala sayap militer Y, X*."""
        scene = self.scene
        if phrase.kind == "person" and phrase.entity is not None:
            return phrase
        for number in range(phrase.last, min(phrase.last + 9, self.sentence.last)):
            following = scene.starts.get(number)
            said = scene.within(number - 1, "person") or (scene.word(number - 1) == "," and phrase.entity is None)
            if scene.within(number, "namely") and phrase.entity is None:
                ahead = range(number + 1, min(number + _OFFICE, self.sentence.last))
                return next((scene.starts[at] for at in ahead if at in scene.starts), phrase)
            if following is not None and following.kind == "person" and following.entity is not None and said:
                return following
            if scene.is_verb(number) or scene.stops(number, "(),"):
                return phrase
        return phrase

    def told(self, phrase: Phrase) -> list[Phrase]:
        """All persons who are named behind a word that goes on to name unnamed people: *tiga tersangka, yakni …*."""
        scene = self.scene
        ahead = range(phrase.last, min(phrase.last + _OFFICE, self.sentence.last))
        word = next((number for number in ahead if scene.within(number, "namely")), None)
        if word is None or phrase.entity is not None or phrase.pronoun:
            return []
        named = (scene.starts.get(number) for number in range(word, min(word + _NAMES, self.sentence.last)))
        return [
            each for each in named if each is not None and each.kind == "person" and each.entity and not each.governor
        ]

    def right(self, phrase: Phrase) -> list[Phrase]:
        """A phrase with those that are joined to it behind it."""
        found = [phrase]
        while (following := self._joined(found[-1].last)) is not None:
            found.append(following)
        return self._without_heading(found)

    def left(self, phrase: Phrase) -> list[Phrase]:
        """A phrase with those before it that it is joined to."""
        found = [phrase]
        before = self.scene.ends.get(phrase.first - 1)
        if before is not None and before.kind == "person" and self.scene.within(phrase.first - 1, "person"):
            found = [before]
        for earlier in self.scene.earlier(found[0], 12):
            if earlier.first < self.sentence.first or self._joined(earlier.last) is not found[0]:
                break
            found.insert(0, earlier)
        return self._without_heading(found)

    def _without_heading(self, listed: list[Phrase]) -> list[Phrase]:
        """A list without the people whom the names behind them tell: *dua remaja, X dan Y*."""
        first, *others = listed
        headed = first.entity is None and not first.pronoun and self.scene.word(first.last) == ","
        return others if headed and others and all(each.entity is not None for each in others) else listed

    def _joined(self, at: int) -> Phrase | None:
        """The phrase that is joined to one that ends at a token, by a conjunction or, in a list, a comma."""
        scene = self.scene
        if scene.word(at) == "(":
            at = self.closing(at) + 1
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
        while number < min(at + _OFFICE, self.sentence.last) and number not in scene.starts and self._in_office(number):
            number += 1
        phrase = scene.starts.get(number)
        if phrase is None or phrase.pronoun:
            return None
        return phrase if not listed or self._joined(phrase.last) is not None else None

    def _in_office(self, number: int) -> bool:
        """Whether a token can be part of an office before a name."""
        return number in self.scene.roles or self.scene.tokens[number].capital or self.scene.within(number, "former")

    def announces(self, number: int) -> bool:
        """Whether a comma stands before a word that goes on to name those who were told of."""
        return self.scene.word(number) == "," and self.scene.within(number + 1, "namely")

    def closing(self, number: int) -> int:
        """The bracket that closes an opening one."""
        for at in range(number, min(number + 8, self.sentence.last)):
            if self.scene.word(at) == ")":
                return at
        return number
