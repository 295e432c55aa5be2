"""The noun phrase that a cue has as its source, before it or behind it."""

from dataclasses import dataclass

from konon.extraction.statements.lexicon import Lexicon
from konon.extraction.statements.view import Item, View

_LONGEST = 30


@dataclass(frozen=True, slots=True)
class Subject:
    """A source as items `first` to `last` of a view; `elided` where the verb shares the one of the verb before it."""

    first: int
    last: int
    elided: bool = False
    relative: bool = False
    unsaid: bool = False


def phrase_after(view: View, at: int, lex: Lexicon, *, leading: bool = False) -> int:
    """The end of the noun phrase that begins at an item; `at` itself where there is none.

    Where a clause follows it (`leading`), a name behind its comma belongs to it only if a comma closes it again.
    """
    number = at
    crossed = False
    while number < min(len(view), at + _LONGEST):
        item = view.items[number]
        if number in view.bracketed:
            number += 1
            continue
        if item.quote is not None or item.dated:
            break
        if item.mark:
            if item.lower == "," and not crossed and _apposed(view, at, number, closed=leading):
                crossed = True
            elif not (item.named or (item.lower in "-./'’" and _name_follows(view, number + 1) and number > at)):
                break
        elif number > at and not item.named and _ends_phrase(item, lex):
            if not (_joins(view, number) or _title_goes_on(view, number)):
                break
        elif number == at and item.pronoun and not item.named:
            return number + 1
        number += 1
        if not item.named and "demonstrative" in lex.language.classes(item.lower):
            break
    while number > at and view.items[number - 1].mark and number - 1 not in view.bracketed:
        number -= 1
    return number


def _apposed(view: View, first: int, comma: int, *, closed: bool) -> bool:
    """Whether the name of the one whom a phrase describes stands behind the comma: *seorang petugas, Safri*."""
    if _ends_in_person(view, first, comma) or comma + 1 >= len(view):
        return False
    item = view.items[comma + 1]
    if closed and not _closed_name(view, comma + 1):
        return False
    described = not view.items[first].capital or view.items[first].title
    return item.person or item.title or (item.word and item.capital and not item.dated and described)


def _closed_name(view: View, number: int) -> bool:
    """Whether nothing but a name stands from an item up to the next comma."""
    while number < len(view) and (view.items[number].capital or number in view.bracketed):
        number += 1
    return number < len(view) and view.items[number].lower == ","


def _title_goes_on(view: View, number: int) -> bool:
    """Whether a title goes on behind a preposition up to a name behind a comma: *duta besar untuk PBB, Rina*."""
    if number + 1 >= len(view) or not (view.items[number + 1].named or view.items[number + 1].capital):
        return False
    for at in range(number + 1, min(len(view) - 1, number + 8)):
        if view.items[at].lower == ",":
            return view.items[at + 1].person
        if view.items[at].quote is not None or view.items[at].dated:
            return False
    return False


def _ends_phrase(item: Item, lex: Lexicon) -> bool:
    if item.lower in lex.source_ends or item.lower in lex.content_openers:
        return True
    if item.capital:
        return False
    classes = lex.language.classes(item.lower)
    return bool(classes & {"auxiliary", "negation", "copula"}) or lex.language.morphology.voice(item.lower) is not None


def _ends_in_person(view: View, first: int, last: int) -> bool:
    inside = [item for number, item in enumerate(view.items[first:last], first) if number not in view.bracketed]
    return bool(inside) and inside[-1].person


def _name_follows(view: View, number: int) -> bool:
    return (
        number < len(view)
        and view.items[number].word
        and (view.items[number].named or view.items[number].capital)
        and not view.items[number].dated
    )


def _joins(view: View, number: int) -> bool:
    """Whether a conjunction joins two names: *kata Rina dan Budi*."""
    return (
        view.items[number - 1].person
        and number + 1 < len(view)
        and view.items[number + 1].capital
        and view.items[number].conjunction
    )


def subject_before(view: View, cue: int, lex: Lexicon, *, floor: int = 0) -> Subject | None:
    """The subject of an active verb at `cue`, looked for from `floor` on; None where nothing can be one."""
    at, unsaid = _skip_adverbs(view, cue, lex, floor=floor)
    if at < floor or view.items[at].quote is not None:
        return Subject(cue, cue, elided=True, unsaid=unsaid)
    item = view.items[at]
    if item.word and not item.named and item.lower in lex.coordinators:
        return Subject(cue, cue, elided=True, unsaid=unsaid)
    relative = item.word and not item.named and "relative" in lex.language.classes(item.lower)
    if relative:
        at -= 1
        while at >= floor and view.items[at].mark:
            at -= 1
    found = _segment(view, at, lex, floor=floor)
    if found is None:
        return Subject(cue, cue, elided=True, unsaid=unsaid)
    return Subject(*found, relative=relative, unsaid=unsaid)


def _skip_adverbs(view: View, cue: int, lex: Lexicon, *, floor: int) -> tuple[int, bool]:
    """The last item before the adverbs and auxiliaries of the verb, and whether they say that nothing was said."""
    at = cue - 1
    unsaid = False
    while at >= floor:
        item = view.items[at]
        if at in view.bracketed:
            at -= 1
            continue
        if not item.word or item.named:
            break
        classes = lex.language.classes(item.lower)
        if item.lower in lex.unsaid:
            unsaid = True
        elif not classes & {"adverb", "auxiliary", "negation"} or item.lower in lex.coordinators:
            break
        at -= 1
    return at, unsaid


def _segment(view: View, at: int, lex: Lexicon, *, floor: int) -> tuple[int, int] | None:
    """The noun phrase that ends at or before an item: an apposition gives way to the name that it stands beside."""
    segments = _segments(view, at, lex, floor=floor)
    for number, (first, last) in enumerate(segments):
        head = _head(view, first, last, lex)
        if head is None:
            continue
        before = segments[number + 1] if number + 1 < len(segments) else None
        adverbial = before is not None and "preposition" in lex.language.classes(view.items[before[0]].lower)
        if before is not None and not adverbial and not _has_person(view, *head):
            name = _head(view, *before, lex)
            if name is not None and _has_person(view, *name) and view.items[name[1] - 1].named:
                return name
        return head
    return None


def _segments(view: View, at: int, lex: Lexicon, *, floor: int) -> list[tuple[int, int]]:
    """The stretches between commas before an item, the nearest first, back to where the clause begins."""
    found = []
    end = at + 1
    number = at
    while number >= floor:
        item = view.items[number]
        if number not in view.bracketed:
            hard = item.quote is not None or (item.mark and item.lower in ";:–—" and not item.named)
            if item.lower == "," or hard:
                if number + 1 < end:
                    found.append((number + 1, end))
                end = number
                if hard:
                    return found
            elif item.word and not item.named and item.lower in lex.clause_starts and not _soft(view, number, lex):
                if number + 1 < end:
                    found.append((number + 1, end))
                return found
        number -= 1
    if floor < end:
        found.append((floor, end))
    return found


def _soft(view: View, number: int, lex: Lexicon) -> bool:
    """Whether the word at an item can stand behind a subject as well: *Rina saat ditemui*, *Rina dan Budi*."""
    item = view.items[number]
    if item.conjunction:
        return (
            number > 0 and view.items[number - 1].person and number + 1 < len(view) and view.items[number + 1].capital
        )
    return item.lower in lex.source_ends and number > 0 and view.items[number - 1].named


def _head(view: View, first: int, last: int, lex: Lexicon) -> tuple[int, int] | None:
    """The noun phrase at the beginning of a segment, without what follows it; None where it is an adverbial."""
    while first < last and _leads(view, first, lex):
        first += 1
    if first >= last:
        return None
    item = view.items[first]
    if item.dated or (item.word and not item.named and "relative" in lex.language.classes(item.lower)):
        return None
    if item.word and not item.named and "preposition" in lex.language.classes(item.lower):
        return _last_person(view, first, last)
    number = first
    while number < last:
        item = view.items[number]
        if item.word and not item.named and number > first and number not in view.bracketed:
            classes = lex.language.classes(item.lower)
            ends = classes & {"relative", "preposition", "copula", "auxiliary", "negation"} and not (
                item.conjunction and _joins(view, number)
            )
            verb = not item.capital and lex.language.morphology.voice(item.lower) is not None
            if (
                verb
                or item.lower in lex.through
                or (ends and not ("preposition" in classes and view.items[last - 1].person))
            ):
                break
        number += 1
    return (first, number) if number > first else None


def _leads(view: View, number: int, lex: Lexicon) -> bool:
    item = view.items[number]
    if item.mark:
        return True
    classes = lex.language.classes(item.lower)
    return (
        item.word
        and not item.named
        and bool(classes & {"adverb", "demonstrative", "conjunction"})
        and not classes & {"pronoun_third"}
    )


def _last_person(view: View, first: int, last: int) -> tuple[int, int] | None:
    for number in range(last - 1, first, -1):
        if view.items[number].person or view.items[number].pronoun:
            begin = number
            while begin > first + 1 and view.items[begin - 1].person:
                begin -= 1
            return begin, number + 1
    return None


def _has_person(view: View, first: int, last: int) -> bool:
    return any(item.person or item.pronoun for item in view.items[first:last])
