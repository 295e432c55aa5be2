"""A page of the mistakes, by kind and cause, each in its sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from itertools import pairwise

from konon.evaluation.mistakes import Mistake, Place, by_cause
from konon.evaluation.scores import Evaluation

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)]*\s+|\n+")
_FARTHEST = 600  # a sentence is looked for this far to either side, so that a text without full stops stays readable


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a sentence that are marked alike; `marks` is empty, `gold`, `predicted`, or both."""

    text: str
    marks: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A mistake with the pieces of the sentence that it stands in."""

    mistake: Mistake
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The mistakes of a kind, by cause."""

    kind: str
    causes: dict[str, list[Shown]]

    @property
    def number(self) -> int:
        """How many there are."""
        return sum(map(len, self.causes.values()))


def mistakes_page(evaluation: Evaluation, *, title: str) -> str:
    """A self-contained HTML page: the table, the breaches, and the mistakes grouped by kind and cause."""
    # Jinja takes a tenth of a second to load, and only this page needs it.
    from jinja2 import Environment

    source = (resources.files("konon.evaluation") / "templates" / "mistakes.html").read_text(encoding="utf-8")
    template = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(source)
    return template.render(title=title, evaluation=evaluation, groups=groups(evaluation)) + "\n"


def groups(evaluation: Evaluation) -> list[Group]:
    """The mistakes of each kind that occurs, in the order of the kinds; of its causes the most frequent first."""
    return [
        Group(kind, {cause: [_shown(evaluation, mistake) for mistake in found] for cause, found in causes.items()})
        for kind, causes in by_cause(evaluation.mistakes).items()
    ]


def _shown(evaluation: Evaluation, mistake: Mistake) -> Shown:
    return Shown(mistake, in_sentence(evaluation.texts[mistake.doc], mistake))


def in_sentence(text: str, mistake: Mistake) -> tuple[Piece, ...]:
    """The sentence, or sentences, around a mistake's places, cut where a mark begins or ends."""
    places = [*mistake.gold, *mistake.predicted]
    if not places:
        return ()
    start, end = _sentence(text, min(start for start, _ in places), max(end for _, end in places))
    inside = (offset for place in places for offset in place)
    edges = sorted({start, end, *inside})
    return tuple(Piece(text[a:b], _marks(mistake, a)) for a, b in pairwise(edges))


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    earliest = max(0, start - _FARTHEST)
    before = [match.end() for match in _SENTENCE_END.finditer(text, earliest, start)]
    after = _SENTENCE_END.search(text, max(start, end - 1), min(len(text), end + _FARTHEST))
    return (before[-1] if before else earliest), (after.end() if after else min(len(text), end + _FARTHEST))


def _marks(mistake: Mistake, offset: int) -> str:
    sides = (("gold", mistake.gold), ("predicted", mistake.predicted))
    return " ".join(side for side, places in sides if _within(places, offset))


def _within(places: Sequence[Place], offset: int) -> bool:
    return any(start <= offset < end for start, end in places)
