"""A stage of extraction says what it needs and what it gives; a pipeline in a wrong order is refused."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from konon.errors import StageError
from konon.extraction.draft import Draft
from konon.language.base import Language

Work = Callable[[Draft, Language], None]


@dataclass(frozen=True, slots=True)
class Stage:
    """A named step that adds to a draft."""

    name: str
    needs: frozenset[str]
    gives: frozenset[str]
    work: Work


def stage(name: str, *, needs: Iterable[str] = (), gives: Iterable[str] = ()) -> Callable[[Work], Stage]:
    """A decorator that makes a function a stage of this name."""

    def make(work: Work) -> Stage:
        return Stage(name, frozenset(needs), frozenset(gives), work)

    return make


def in_order(stages: Iterable[Stage]) -> tuple[Stage, ...]:
    """The stages, unchanged; StageError where one needs what no earlier one gives."""
    given: set[str] = set()
    checked = []
    for step in stages:
        missing = step.needs - given
        if missing:
            raise StageError(f"stage {step.name!r} needs {', '.join(sorted(missing))}, which no earlier stage gives")
        given |= step.gives
        checked.append(step)
    return tuple(checked)
