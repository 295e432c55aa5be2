"""Passive cues: *X dilaporkan …*, *X disebut Y sebagai …*, and *hal itu disampaikan X*, which points back."""

from konon.extraction.statements.acts import ANSWERING
from konon.extraction.statements.contents import Content, Range, content_after, form_of, has_verb, spans
from konon.extraction.statements.lexicon import CueEntry
from konon.extraction.statements.reading import NOBODY, Found, Reading, Source
from konon.extraction.statements.sources import Subject, phrase_after, subject_before

# The one who told it stands at most so many items behind *hal itu*.
_POINTER_WITHIN = 8
_ENDS = frozenset({",", "-", "–", "—"})


def read_passive(reading: Reading, number: int, entry: CueEntry, *, clitic: bool) -> bool:
    """Whether a passive cue tells a statement or points back at one at an item."""
    floor, holder = reading.clause_floor(number)
    subject = subject_before(reading.view, number, reading.lex, floor=floor)
    if subject is None or subject.unsaid:
        return False
    source, after = _agent(reading, number, clitic=clitic)
    spoken_of = not (subject.elided or subject.relative) and reading.points_back(subject.first, subject.last)
    if spoken_of and entry.act not in ANSWERING:
        if source[0] is not None or source[1] is None:
            reading.pointed.append((number, source[0]))
        return True
    return _read_told(reading, number, entry, subject=subject, source=source, after=after, holder=holder)


def read_told_back(reading: Reading, number: int) -> bool:
    """Whether *hal itu ia sampaikan* stands at an item; if so, what it points back at was noted."""
    floor, _ = reading.clause_floor(number)
    for at in range(max(floor, number - _POINTER_WITHIN), number - 1):
        if reading.is_class(at, "demonstrative") and reading.points_back(floor, at + 1):
            source = reading.source_in(at + 1, number)
            if source[0] is not None:
                reading.pointed.append((number, source[0]))
            return source[0] is not None
    return False


def _read_told(
    reading: Reading, number: int, entry: CueEntry, *, subject: Subject, source: Source, after: int,
    holder: Found | None,
) -> bool:  # fmt: skip
    if source[0] is None and reading.view.items[number].lower not in reading.lex.agentless:
        return False
    opened = reading.among(number - 1, reading.lex.relay_openers)
    if source[0] is not None and ((entry.weak and not opened) or not reading.knows(source)):
        return False
    content = content_after(reading.view, after, entry, reading.lex)
    following = reading.item(after)
    bare = source[0] is None and (following is None or (following.mark and subject.relative))
    if bare and (content is None or subject.relative):
        return False
    said = _predicate(reading, content, relative=subject.relative) if content else (after, after)
    places = []
    if not (subject.elided or subject.relative):
        place = reading.view.place(*_whole_subject(reading, number, subject.first))
        places += [place] if place else []
    places += spans(reading.view, *said) if said[0] < said[1] else []
    if not places:
        return False
    clause = content is not None and content.clause
    form = form_of(reading.view, *said, reading.lex, clause=clause, nominal=True)
    reading.add(number, entry, source, content=places, form=form, region=said, within=holder)
    return True


def _predicate(reading: Reading, content: Content, *, relative: bool) -> Range:
    """What is said of the subject of a passive; nothing where only a place or a time stands behind the verb."""
    first, last = content.first, content.last
    if relative:
        for number in range(first + 1, last):
            item = reading.view.items[number]
            if number not in reading.view.bracketed and (
                item.lower in _ENDS or reading.is_class(number, "demonstrative")
            ):
                return first, number
    item = reading.view.items[first]
    adverbial = item.dated or reading.is_class(first, "preposition")
    if adverbial and item.lower not in reading.lex.topics and not has_verb(reading.view, first, last, reading.lex):
        return first, first
    return first, last


def _whole_subject(reading: Reading, cue: int, first: int) -> Range:
    """The whole subject of a passive, from its first word to the adverbs before the verb."""
    last = cue
    while last > first and reading.adverbial(last - 1):
        last -= 1
    while first > 0 and reading.view.items[first - 1].word and not _opens_clause(reading, first - 1):
        first -= 1
    while first < last and reading.is_class(first, "adverb", "demonstrative"):
        first += 1
    return first, last


def _opens_clause(reading: Reading, number: int) -> bool:
    lower = reading.view.items[number].lower
    return lower in reading.lex.clause_starts and lower not in reading.lex.nominal_joins


def _agent(reading: Reading, number: int, *, clitic: bool) -> tuple[Source, int]:
    """The agent of a passive, and where it ends: *-nya*, *oleh X*, or a name or pronoun right behind the verb."""
    if clitic:
        return reading.clitic_source(number), number + 1
    at = number + 1
    while at < len(reading.view) and reading.is_class(at, "adverb"):
        at += 1
    by = reading.among(at, reading.lex.agents)
    begin = at + 1 if by else at
    if begin >= len(reading.view) or not (by or reading.actor(begin)):
        return NOBODY, number + 1
    end = phrase_after(reading.view, begin, reading.lex)
    end = next((at for at in range(begin + 1, end) if reading.among(at, reading.lex.topics)), end)
    return reading.resolve(begin, end), end
