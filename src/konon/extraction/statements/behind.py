"""Cues behind their content: *"…," kata X*, *…, ujarnya*, *"…," demikian pernyataan X*."""

from konon.extraction.draft import Place
from konon.extraction.statements.contents import content_end, form_of, spans
from konon.extraction.statements.lexicon import CueEntry
from konon.extraction.statements.reading import Reading, Source
from konon.extraction.statements.sources import phrase_after

# Content so short before its cue is only the beginning of a clause: *Namun, kata X, …*.
_BEGINNING = 3
# A quotation shorter than this is no second half of what was said.
_QUOTED = 30
# Whom something is said to stands so near behind its source, in items.
_TAIL = 8
_BEFORE_CUE = frozenset({",", "-", "–", "—", "?", "!"})


def read_bare(reading: Reading, number: int, entry: CueEntry, *, clitic: bool) -> bool:
    """Whether a cue behind its content stands at an item; if so, its statement was added."""
    clause = number - 1 if reading.among(number - 1, reading.lex.thus) else number
    before, earlier = reading.item(clause - 1), reading.item(clause - 2)
    if before is not None and before.quote is None and before.lower not in _BEFORE_CUE:
        return False
    quoted = before is not None and (before.quote is not None or (earlier is not None and earlier.quote is not None))
    end = number + 1 if clitic else phrase_after(reading.view, number + 1, reading.lex)
    source = reading.clitic_source(number) if clitic else reading.source_in(number + 1, end)
    if source[0] is None and not quoted:
        return False
    if before is None:
        return _read_leading(reading, number, end, entry, source)
    first, last = reading.before(clause)
    content = spans(reading.view, first, last)
    content += _resumed(reading, end, quoted=quoted, forced=last - first <= _BEGINNING)
    if not content:
        return False
    form = form_of(reading.view, first, last, reading.lex, clause=True, nominal=False)
    made = reading.add(number, entry, source, content=content, form=form, region=(first, last))
    made.addressee = _addressee(reading, end)
    return True


def _addressee(reading: Reading, end: int) -> Place | None:
    """Where the one is named whom a source speaks to: *kata Rina kepada wartawan*, *… dalam surat kepada Budi*."""
    for number in range(end, min(end + _TAIL, len(reading.view) - 1)):
        item = reading.view.items[number]
        if item.quote is not None or item.dated or item.mark:
            return None
        if reading.among(number, reading.lex.said_to):
            last = phrase_after(reading.view, number + 1, reading.lex)
            comma = next((at for at in range(number + 1, last) if reading.view.items[at].lower == ","), last)
            return reading.view.place(number + 1, comma)
    return None


def _read_leading(reading: Reading, number: int, end: int, entry: CueEntry, source: Source) -> bool:
    """*Kata Rina, …*: the content stands behind the source."""
    following = reading.item(end)
    if source[0] is None or following is None or following.lower not in {",", ":"}:
        return False
    last = content_end(reading.view, end + 1, reading.lex)
    content = spans(reading.view, end + 1, last)
    if not content:
        return False
    form = form_of(reading.view, end + 1, last, reading.lex, clause=True, nominal=False)
    reading.add(number, entry, source, content=content, form=form, region=(end + 1, last))
    return True


def _resumed(reading: Reading, end: int, *, quoted: bool, forced: bool) -> list[Place]:
    """The rest of a content that the cue interrupted."""
    following = reading.item(end)
    if following is None or following.lower != ",":
        return _next_quotation(reading, end) if quoted else []
    item = reading.item(end + 1)
    if item is None:
        return []
    if item.quote is not None:
        return [(item.quote.inner_start, item.quote.inner_end)]
    if quoted:
        return _next_quotation(reading, end)
    if item.dated or not item.word:
        return []
    attribution = reading.lex.source_ends | reading.lex.relays | reading.lex.weak_relays
    tells = reading.among(end + 1, attribution) or reading.is_class(end + 1, "relative")
    if tells and not forced:
        return []
    return spans(reading.view, end + 1, content_end(reading.view, end + 1, reading.lex))


def _next_quotation(reading: Reading, end: int) -> list[Place]:
    for number, item in enumerate(reading.view.items[end:], end):
        quote = item.quote
        if (
            item.word
            and not item.named
            and reading.split(item.lower)[0] in reading.lex.cues
            and number not in reading.view.bracketed
        ):
            return []
        if quote is not None and quote.inner_end - quote.inner_start > _QUOTED:
            return [(quote.inner_start, quote.inner_end)]
    return []


def read_closing(reading: Reading, number: int, entry: CueEntry) -> bool:
    """Whether *demikian …* stands behind a quotation at an item; if so, its statement was added."""
    first, last = reading.before(number)
    if first >= last or reading.view.items[last - 1].quote is None:
        return False
    begin = number + 1
    lex = reading.lex
    while reading.among(begin, lex.relays | lex.weak_relays | lex.speech_nouns | lex.ground_joins):
        begin += 1
    source = reading.resolve(begin, phrase_after(reading.view, begin, reading.lex))
    content = spans(reading.view, first, last)
    form = form_of(reading.view, first, last, reading.lex, clause=True, nominal=False)
    reading.add(number, entry, source, content=content, form=form, region=(first, last))
    return True
