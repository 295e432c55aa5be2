"""Document → Analysis: the engines of the language stage, one after the other."""

from dataclasses import replace

from konon.language.analysis import Analysis, Name
from konon.language.base import Language
from konon.language.dates import find_dates
from konon.language.names import find_names
from konon.language.names_weighed import weighed
from konon.language.numbers import find_numbers
from konon.language.reader.loaded import read_text
from konon.language.segments import segment
from konon.record.document import Document


def analyse(document: Document, language: Language) -> Analysis:
    """The report taken apart."""
    segments = segment(document, language)
    numbers = find_numbers(segments.tokens, language)
    dates = find_dates(document.text, segments.tokens, document.published, language)
    reading = read_text(document.text, language)
    known = replace(segments, numbers=numbers, dates=dates, reading=reading)
    return replace(known, names=_names(known, language))


def _names(known: Analysis, language: Language) -> tuple[Name, ...]:
    """The names, weighed by the model where there is one; the report's own outlet in the dateline is none of them."""
    names = find_names(known, language)
    if known.reading is None:
        return names
    line = known.dateline
    outlet = [(line.outlet_start, line.outlet_end)] if line and line.outlet is not None else []
    return weighed(names, known.reading, known.text, closed=[*known.skipped, *outlet])
