"""Whether the words of a missed part are in the tables of its language: if not a row is wanting, else a rule."""

from collections.abc import Callable, Iterator
from functools import cache

from konon.errors import LanguageError
from konon.evaluation.sheet import Sheet
from konon.extraction.events.table import event_table
from konon.extraction.statements.lexicon import lexicon
from konon.language.base import Language, language
from konon.record.model import Span


def cue(sheet: Sheet, place: Span) -> str:
    """Whether the word of a cue is in a table."""
    return _looked_up(sheet, place, "its cue", _cues)


def trigger(sheet: Sheet, place: Span) -> str:
    """Whether the word of an event is in a table."""
    return _looked_up(sheet, place, "its word", _triggers)


def _looked_up(sheet: Sheet, place: Span, what: str, known: Callable[[Language], frozenset[str]]) -> str:
    try:
        spoken = language(sheet.record.document.language)
    except LanguageError:
        return "its language has no tables"
    words = sheet.gold.text[place.start : place.end].lower()
    found = known(spoken).intersection(_forms(words, spoken))
    return f"{what} is in a table" if found else f"{what} is in no table"


def _forms(words: str, spoken: Language) -> Iterator[str]:
    yield words
    for word in words.split():
        yield word
        if parts := spoken.morphology.clitic(word):
            yield parts[0]


@cache
def _cues(spoken: Language) -> frozenset[str]:
    tables = lexicon(spoken)
    return frozenset(tables.cues) | frozenset(tables.nouns) | tables.according | tables.basis | tables.speech_nouns


@cache
def _triggers(spoken: Language) -> frozenset[str]:
    return frozenset(form.words[form.head] for forms in event_table(spoken).forms.values() for form in forms)
