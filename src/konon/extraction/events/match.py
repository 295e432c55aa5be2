"""Event words in a report: which forms of the table stand where, with the conditions that words alone decide."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from konon.extraction.events.scene import Scene
from konon.extraction.events.table import Form, Trigger

# How many words on either side `after` and `before` reach.
_REACH = 7
# How many words on either side `near` reaches within the sentence.
_NEAR = 60


@dataclass(frozen=True, slots=True)
class Match:
    """A form of the table in the report: the tokens `first` up to and without `last`."""

    first: int
    last: int
    form: Form
    possessed: bool


def matches(scene: Scene) -> Iterator[list[Match]]:
    """For each place where forms stand, those whose words fit, the longest first."""
    for number in range(len(scene.tokens)):
        found = [match for match in _at(scene, number) if fits(scene, match, scene.topics)]
        longest = {match.form.trigger.number: match.last for match in reversed(found)}
        kept = [match for match in found if match.last == longest[match.form.trigger.number]]
        if kept:
            yield kept


def fits(scene: Scene, match: Match, topics: frozenset[str]) -> bool:
    """Whether the words around a form and the report's topics let it be what its row says."""
    row = match.form.trigger
    if (
        (row.topic and row.topic not in topics)
        or row.never_topic & topics
        or (_named(scene, match.first) and not row.named)
    ):
        return False
    return _beside(scene, match, row) and _around(scene, match, row)


def _at(scene: Scene, number: int) -> Iterator[Match]:
    word = scene.word(number)
    for base, possessed in _bases(scene, word):
        for form in scene.table.forms.get(base, ()):
            last = number + len(form.words)
            if all(_same(scene, number + at, form.words[at]) for at in range(1, len(form.words))):
                yield Match(
                    number, last, form, possessed or (last > number + 1 and scene.word(last - 1) != form.words[-1])
                )


def _same(scene: Scene, number: int, wanted: str) -> bool:
    word = scene.word(number)
    return word == wanted or any(base == wanted for base, _ in _bases(scene, word))


def _bases(scene: Scene, word: str) -> list[tuple[str, bool]]:
    """A word, without the pronoun written on to it, without its doubling, without a prefix of time."""
    found = [(word, False)]
    clitic = scene.language.morphology.clitic(word)
    if clitic is not None:
        found.append((clitic[0], True))
    left, _, right = word.partition("-")
    if right and right.startswith(left):
        found.append((left, right != left))
    found += [
        (word.removeprefix(prefix), False)
        for prefix in sorted(scene.table.grammar["prefix"])
        if word.startswith(prefix)
    ]
    return found


def _named(scene: Scene, number: int) -> bool:
    return number in scene.roles or scene.covering(number) is not None


def _beside(scene: Scene, match: Match, row: Trigger) -> bool:
    """Whether no word stands next to the form that makes something else of it."""
    behind = {scene.word(match.last), " ".join((scene.word(match.last), scene.word(match.last + 1)))}
    return not behind & row.never_after and scene.word(match.first - 1) not in row.never_before


def _around(scene: Scene, match: Match, row: Trigger) -> bool:
    """Whether the words stand near that the row asks for."""
    sentence = scene.sentence(match.first)
    if row.after and not _has(
        scene, max(match.first + 1, match.last - 1), min(match.last + _REACH, sentence.last), row.after
    ):
        return False
    if row.before and not _has(scene, max(match.first - _REACH, sentence.first), match.first, row.before):
        return False
    first, last = max(sentence.first, match.first - _NEAR), min(sentence.last, match.last + _NEAR)
    return not row.near or _has(scene, first, last, row.near)


def _has(scene: Scene, first: int, last: int, wanted: frozenset[str]) -> bool:
    words = [scene.word(number) for number in range(first, last)]
    return any(word in wanted for word in words) or any(" ".join(pair) in wanted for pair in pairwise(words))
