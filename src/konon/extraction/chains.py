"""The stage `chains`: media, relays and dates of saying, from the words around a statement or pointing back at it."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from operator import itemgetter

from konon.extraction.chains_learned import join_links
from konon.extraction.draft import Draft, EntityDraft, LinkDraft, Place, StatementDraft
from konon.extraction.mentions import entities_in
from konon.extraction.stage import stage
from konon.language.analysis import DateMention, Token
from konon.language.base import Language

# A relay stands at most so many words behind the word that passes on.
_RELAY_WITHIN = 12
# The length of an ISO date that names no more than a year.
_YEAR = 4
# A link stands at most so many characters from its cue, however long the sentence is.
_AROUND = 1500


@stage("chains", needs={"statements"}, gives={"statements.chain"})
def chains(draft: Draft, language: Language) -> None:
    """Add to each statement the links and the date that its own sentence, or one that points back at it, tells."""
    pointers: dict[int, list[Place]] = {}
    for pointer in draft.pointers:
        pointers.setdefault(id(pointer.statement), []).append((pointer.start, pointer.end))
    by_period = _by_period(draft)
    for statement in draft.statements:
        for place in pointers.get(id(statement), ()):
            _link(draft, language, statement, place, neighbours=[statement])
        if (
            statement.within is None
            and statement.cue is not None
            and not _pointed_only(statement, pointers.get(id(statement), ()))
        ):
            period = draft.analysis.period_at(statement.cue[0])
            start, end = max(period.start, statement.cue[0] - _AROUND), min(period.end, statement.cue[0] + _AROUND)
            cues, said = by_period[period.start]
            near = said[bisect_left(cues, start) : bisect_left(cues, end)]
            _link(draft, language, statement, (start, end), neighbours=near)
    for statement in draft.statements:
        _relay_through(statement)
    join_links(draft)


def _pointed_only(statement: StatementDraft, places: list[Place] | tuple[Place, ...]) -> bool:
    return statement.cue is not None and any(start <= statement.cue[0] < end for start, end in places)


def _by_period(draft: Draft) -> dict[int, tuple[list[int], list[StatementDraft]]]:
    """Where the cues of each period begin, in order, and the statements that are theirs."""
    cued = [(said.cue[0], said) for said in draft.statements if said.cue is not None and said.within is None]
    found: dict[int, tuple[list[int], list[StatementDraft]]] = {}
    for cue, statement in sorted(cued, key=itemgetter(0)):
        cues, said = found.setdefault(draft.analysis.period_at(cue).start, ([], []))
        cues.append(cue)
        said.append(statement)
    return found


def _relay_through(statement: StatementDraft) -> None:
    """Add who passed on an inner statement: the speakers of those around it, each with what it was passed on in."""
    holder = statement.within
    while holder is not None:
        place = holder.source_span or holder.cue
        if place is not None and holder.source is not None and holder.source is not statement.source:
            statement.links.append(LinkDraft("relay", *place, entity=holder.source))
            if holder.within is None:
                statement.links += [link for link in holder.links if link.role == "medium"]
        holder = holder.within


def _link(
    draft: Draft, language: Language, statement: StatementDraft, place: Place, *, neighbours: list[StatementDraft]
) -> None:
    media = [
        medium
        for medium in _media(draft, language, place, neighbours, told=_copied(draft, language, statement))
        if _nearest(medium.start, statement, neighbours) and not _is_cue(medium, statement)
    ]
    statement.links[:0] = media or _of_source(draft, language, statement)
    taken = {link.entity for link in statement.links}
    for relay in _relays(draft, language, place, neighbours):
        if (
            relay.entity not in taken
            and relay.entity is not statement.source
            and _nearest(relay.start, statement, neighbours)
        ):
            statement.links.append(relay)
            taken.add(relay.entity)
    through = _through(draft, language, statement)
    if through is not None and through.entity not in taken:
        statement.links.append(through)
    statement.links = _in_order(statement)
    if statement.date is None:
        statement.date = _date(draft, place, statement, neighbours)


def _through(draft: Draft, language: Language, statement: StatementDraft) -> LinkDraft | None:
    """Through whom a source spoke that is named before its cue: *X melalui Y mengatakan …*."""
    if statement.source_span is None or statement.cue is None or statement.source_span[1] >= statement.cue[0]:
        return None
    start, end = statement.source_span[1], statement.cue[0]
    tokens = draft.analysis.tokens_in(start, end)
    if not tokens or tokens[0].lower not in _words(language, "through"):
        return None
    people = [(mention, entity) for mention, entity in entities_in(draft, start, end) if entity.kind == "person"]
    if not people:
        return None
    mention, entity = people[-1]
    return LinkDraft("relay", mention.start, mention.end, entity=entity)


def _is_cue(medium: LinkDraft, statement: StatementDraft) -> bool:
    """Whether a medium is the noun that already is the statement's cue: *berdasarkan data X, …*."""
    return statement.cue is not None and medium.start < statement.cue[1] and statement.cue[0] < medium.end


def _copied(draft: Draft, language: Language, statement: StatementDraft) -> bool:
    """Whether a verb of passing on is itself the cue, and its source no outlet: *dikutip dari laman X, …*."""
    if statement.cue is None or (statement.source is not None and statement.source.kind == "media"):
        return False
    return draft.analysis.text[slice(*statement.cue)].lower() in _words(language, "relay")


def _in_order(statement: StatementDraft) -> list[LinkDraft]:
    """Its links from the mouth to the page: media, relays behind the cue, and relays before it, each relay once."""
    anchor = statement.cue[0] if statement.cue else statement.start
    media = [link for link in statement.links if link.role == "medium"]
    relays = [link for link in statement.links if link.role != "medium"]
    return media + _distinct(sorted(relays, key=lambda link: (link.start < anchor, link.start)))


def _nearest(offset: int, statement: StatementDraft, neighbours: list[StatementDraft]) -> bool:
    """Whether what stands at an offset belongs to this statement: all share what stands before the first cue."""
    cues = [said.cue[0] for said in neighbours if said.cue is not None]
    if statement.cue is None or len(cues) <= 1 or offset < min(cues):
        return True
    before = [cue for cue in cues if cue <= offset]
    return statement.cue[0] == max(before)


def _outside(start: int, end: int, statements: list[StatementDraft]) -> bool:
    return not any(start < last and first < end for said in statements for first, last in said.content)


# ---------------------------------------------------------------- media


@dataclass(frozen=True, slots=True)
class _Media:
    openers: frozenset[str]
    forms: dict[str, list[tuple[str, ...]]]
    cased: frozenset[str]
    verbs: frozenset[str]
    occasions: frozenset[str]
    occasion_openers: frozenset[str]
    online: frozenset[str]


@cache
def _media_table(language: Language) -> _Media:
    rows = language.table("attribution", "medium")
    forms: dict[str, list[tuple[str, ...]]] = {}
    for row in rows:
        for form in row["forms"]:
            words = tuple(form.lower().split())
            forms.setdefault(words[0], []).append(words)
    for longest_first in forms.values():
        longest_first.sort(key=len, reverse=True)
    openers = frozenset(word for row in language.table("attribution", "medium_opener") for word in row["forms"])
    cased = frozenset(form.split()[0].lower() for row in rows if row.get("cased") for form in row["forms"])
    verbs = frozenset(form for row in rows if row.get("verb") for form in row["forms"])
    occasions = frozenset(form.split()[0] for row in rows if row.get("occasion") for form in row["forms"])
    online = frozenset(form.split()[0] for row in rows if row.get("site") for form in row["forms"])
    return _Media(openers, forms, cased, verbs, occasions, _words(language, "occasion_opener"), online)


def _media(
    draft: Draft, language: Language, place: Place, neighbours: list[StatementDraft], *, told: bool
) -> list[LinkDraft]:
    """The media that are named in a place, outside what is said there; `told` where it was passed on from them."""
    table = _media_table(language)
    tokens = draft.analysis.tokens_in(*place)
    found: list[LinkDraft] = []
    number = 0
    while number < len(tokens):
        width = _medium_at(tokens, number, table, language)
        token = tokens[number]
        if (
            width
            and _outside(token.start, tokens[number + width - 1].end, neighbours)
            and _opened(tokens, number, table, language, told=told)
        ):
            last = tokens[number + width - 1]
            found.append(_link_to(draft, language, token.start, last.end))
            number += width
        number += 1
    return found[:1]


def _medium_at(tokens: tuple[Token, ...], number: int, table: _Media, language: Language) -> int:
    """How many tokens a medium takes that begins at this one; 0 where none does."""
    token = tokens[number]
    parts = language.morphology.clitic(token.lower)
    for word, clitic in ((token.lower, False), (parts[0] if parts else "", True)):
        for words in table.forms.get(word, ()):
            following = tuple(other.lower for other in tokens[number : number + len(words)])
            whole = following == words or (clitic and len(words) == 1) or (_clitic_last(following, words, language))
            if whole and (words[0] not in table.cased or token.capital):
                return len(words)
    return 0


def _clitic_last(following: tuple[str, ...], words: tuple[str, ...], language: Language) -> bool:
    if len(following) != len(words) or following[:-1] != words[:-1]:
        return False
    parts = language.morphology.clitic(following[-1])
    return parts is not None and parts[0] == words[-1]


def _of_source(draft: Draft, language: Language, statement: StatementDraft) -> list[LinkDraft]:
    """The medium that the source itself is named by: *kata pernyataan kementerian*, *laporan itu menyebut*."""
    if statement.source_span is None or (statement.source is not None and statement.source.kind == "media"):
        return []
    tokens = draft.analysis.tokens_in(*statement.source_span)
    first = next((at for at, token in enumerate(tokens[:-1]) if "quantifier" not in language.classes(token.lower)), 0)
    width = _medium_at(tokens, first, _media_table(language), language) if tokens else 0
    if not width:
        return []
    start, end = tokens[first].start, tokens[first + width - 1].end
    return [_link_to(draft, language, start, end)]


def _link_to(draft: Draft, language: Language, start: int, end: int) -> LinkDraft:
    """A link to the medium at a place, named without the pronoun written on to it."""
    words = draft.analysis.text[start:end]
    parts = language.morphology.clitic(words.rpartition(" ")[2].lower())
    return LinkDraft("medium", start, end, medium=words[: -len(parts[1])] if parts else words)


def _passed_on(tokens: tuple[Token, ...], number: int, language: Language) -> bool:
    passing = _words(language, "relay")
    return any(token.lower in passing for token in tokens[max(0, number - 4) : number])


def _opened(tokens: tuple[Token, ...], number: int, table: _Media, language: Language, *, told: bool) -> bool:
    """Whether a word that opens a medium stands before it, with at most a few words between."""
    if tokens[number].lower in table.verbs:
        return True
    if tokens[number].lower in table.online | table.cased and _passed_on(tokens, number, language):
        return told and tokens[number].lower in table.online
    if tokens[number].lower in table.occasions:
        return any(token.lower in table.occasion_openers for token in tokens[max(0, number - 2) : number])
    for back in range(1, 4):
        if number - back < 0:
            return False
        before = tokens[number - back]
        if before.lower in table.openers:
            return True
        if before.lower in _words(language, "giving"):
            continue
        if before.kind == "mark" or language.morphology.voice(before.lower):
            return False
    return False


# ---------------------------------------------------------------- relays


@cache
def _words(language: Language, kind: str) -> frozenset[str]:
    return frozenset(form for row in language.table("attribution", kind) for form in row["forms"])


def _relays(draft: Draft, language: Language, place: Place, neighbours: list[StatementDraft]) -> list[LinkDraft]:
    """The agencies and outlets of a place that passed on what is said: behind a word of passing on, or spoken to."""
    tokens = draft.analysis.tokens_in(*place)
    passing = _words(language, "relay")
    addressing = _words(language, "addressee") | _words(language, "asked")
    found = []
    own = _own(draft)
    for mention, entity in entities_in(draft, *place):
        if entity.kind != "media" or _plain(entity.name) in own or not _outside(mention.start, mention.end, neighbours):
            continue
        at = draft.analysis.token_at(mention.start) - draft.analysis.token_at(place[0])
        before = [token.lower for token in tokens[max(0, at - _RELAY_WITHIN) : at]]
        # A desk of the outlet's own passes on what it has printed, but not what was said to it.
        desk = any(_plain(entity.name).startswith(name) for name in own)
        spoken_to = not desk and addressing & set(before[-3:])
        if passing & set(before) or spoken_to or _words(language, "medium") & set(before[-4:]):
            found.append(LinkDraft("relay", mention.start, mention.end, entity=entity))
    return _distinct(found)


def _own(draft: Draft) -> set[str]:
    """The report's own outlet, as it is known and as its dateline prints it."""
    dateline = draft.analysis.dateline
    names = (draft.analysis.document.outlet, dateline.outlet if dateline else None)
    return {_plain(name) for name in names if name}


def _distinct(links: list[LinkDraft]) -> list[LinkDraft]:
    seen: set[EntityDraft | None] = set()
    kept = []
    for link in links:
        if link.entity not in seen:
            seen.add(link.entity)
            kept.append(link)
    return kept


def _plain(name: str) -> str:
    return re.sub(r"\W|com$|\.com\b|\.id\b", "", name.lower())


# ---------------------------------------------------------------- dates


def _date(
    draft: Draft, place: Place, statement: StatementDraft, neighbours: list[StatementDraft]
) -> DateMention | None:
    """The day or month told around a statement, the nearest to its cue; a year alone tells of something else."""
    start, end = place
    dates = [
        date
        for date in draft.analysis.dates
        if start <= date.start < end and len(date.value) > _YEAR and _outside(date.start, date.end, neighbours)
    ]
    mine = [date for date in dates if _nearest(date.start, statement, neighbours)]
    anchor = statement.cue[0] if statement.cue else start
    return min(mine, key=lambda date: abs(date.start - anchor), default=None)
