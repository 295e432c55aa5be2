"""Who passed it on: *dilansir X*, *seperti dikutip X*; over a plain clause the relay is itself the source."""

from konon.extraction.draft import LinkDraft, Place
from konon.extraction.statements.contents import form_of, has_verb, spans
from konon.extraction.statements.grounds import plain_cue
from konon.extraction.statements.reading import Found, Reading
from konon.extraction.statements.sources import phrase_after


def is_relay(reading: Reading, number: int, word: str) -> bool:
    """Whether a verb of passing on stands at an item: a plain one, or one behind *seperti* with an outlet behind it."""
    if word in reading.lex.relays:
        return True
    if word not in reading.lex.weak_relays or not reading.among(number - 1, reading.lex.relay_openers):
        return False
    place, _ = _phrase(reading, number)
    if place is None:
        return False
    named = any(entity.kind == "media" for _, entity in reading.coreference.discourse.mentions(*place))
    return named or reading.outlet_words(_begin(reading, number))


def read_relay(reading: Reading, number: int) -> int:
    """The item behind a verb of passing on and its outlets, which were noted."""
    place, end = _phrase(reading, number)
    if place is None:
        return number + 1
    if _own_medium(reading, _begin(reading, number), end):
        return end
    mentions = reading.coreference.discourse.mentions(*place)
    links = [
        LinkDraft("relay", mention.start, mention.end, entity=entity)
        for mention, entity in mentions
        if entity.kind == "media"
    ]
    if not links:
        entity = reading.coreference.resolve(*place) or reading.coreference.outlet(*place)
        links = [LinkDraft("relay", *place, entity=entity)]
    reading.relays += [(link, number, end) for link in links]
    return end


def give_relays(reading: Reading) -> None:
    """Give the relays of a view to its statements; a relay of a plain clause is made the source of one."""
    if reading.pointed and not reading.found:
        return
    told = [found for found in reading.found if found.statement.within is None and found.statement.source is not None]
    for link, number, end in reading.relays:
        for found in told or reading.found:
            if _cited(reading, found, number):
                _cite(found, link)
            elif found.statement.source is not link.entity:
                found.relays.append(link)
        if not reading.found and _read_plain(reading, link, number, end):
            return


def _own_medium(reading: Reading, begin: int, end: int) -> bool:
    """Whether what was passed on from is only the source's own medium: *mengutip keterangannya*."""
    item = reading.item(begin)
    word, clitic = reading.split(item.lower) if item is not None and item.word else ("", False)
    return clitic and end == begin + 1 and word in reading.lex.media


def _cited(reading: Reading, found: Found, number: int) -> bool:
    """Whether an outlet is the subject of a verb of passing on, and a statement behind it was taken for its own."""
    place, source = found.statement.source_span, found.statement.source
    if not reading.among(number, reading.lex.citing) or place is None or source is None or source.kind != "media":
        return False
    before = next((item for item in reversed(reading.view.items[:number]) if item.word), None)
    return found.cue > number and before is not None and before.end == place[1]


def _cite(found: Found, link: LinkDraft) -> None:
    """Make who is cited the source, and the outlet that cites it the relay."""
    said = found.statement
    if said.source_span is not None and said.source is not link.entity:
        found.relays.append(LinkDraft("relay", *said.source_span, entity=said.source))
        said.source, said.source_span = link.entity, (link.start, link.end)


def _begin(reading: Reading, number: int) -> int:
    at = number + 1
    while reading.among(at, reading.lex.relay_joins):
        at += 1
    return at


def _phrase(reading: Reading, number: int) -> tuple[Place | None, int]:
    begin = _begin(reading, number)
    end = phrase_after(reading.view, begin, reading.lex, leading=True)
    if end == begin > number + 1 and reading.outlet_words(begin - 1):
        begin -= 1
        begin -= reading.is_class(begin - 1, "quantifier")
    return reading.view.place(begin, end), end


def _read_plain(reading: Reading, link: LinkDraft, number: int, end: int) -> bool:
    opened = reading.among(number - 1, reading.lex.relay_openers)
    first = number - 1 if opened else number
    leading = reading.clause_initial(first)
    region = reading.after(end) if leading else reading.before(first)
    if region is None or region[0] >= region[1]:
        return False
    content = spans(reading.view, *region)
    rest = None if leading else reading.after(end)
    comma = reading.item(number - 1)
    parenthetic = opened or (comma is not None and comma.lower == ",")
    if rest is not None and parenthetic and has_verb(reading.view, *rest, reading.lex):
        content += spans(reading.view, *rest)
    if not content:
        return False
    form = form_of(reading.view, *region, reading.lex, clause=True, nominal=False)
    entry = plain_cue(reading.view.items[number].lower)
    reading.add(number, entry, (link.entity, (link.start, link.end)), content=content, form=form, region=region)
    return True
