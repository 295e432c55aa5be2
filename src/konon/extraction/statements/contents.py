"""What a cue has as its content: where it begins behind the cue, where it ends, and what form it has."""

from dataclasses import dataclass

from konon.extraction.statements.lexicon import CueEntry, Lexicon
from konon.extraction.statements.sources import phrase_after
from konon.extraction.statements.view import Item, View
from konon.record.vocabulary import StatementForm

Range = tuple[int, int]

# How far behind a verb of asking the word that opens what is asked for may stand, in items.
_PURPOSE_WITHIN = 30
# And how far behind a cue the conjunction of its content, past a date, a place or a medium.
_ASIDE_WITHIN = 20


@dataclass(frozen=True, slots=True)
class Content:
    """Content as items `first` to `last` of a view, whom it is said to, and whether a conjunction opens it."""

    first: int
    last: int
    addressee: Range | None = None
    clause: bool = False


def content_after(view: View, at: int, entry: CueEntry, lex: Lexicon) -> Content | None:
    """The content behind the cue that ends before item `at`; None where nothing follows."""
    number = _skip_adverbs(view, at, lex)
    if entry.after:
        if number >= len(view) or view.items[number].lower not in entry.after:
            return None
        number += 1
    number, addressee = _addressee(view, number, lex)
    number = _skip_marks(view, _skip_aside(view, number, lex))
    clause = number < len(view) and view.items[number].lower in lex.content_openers | lex.loose_openers
    if clause:
        number += 1
    elif entry.addressed:
        number, addressee = _told(view, number, lex)
    elif entry.act in {"demand", "warn", "propose", "promise", "hope"}:
        number, asked = _purpose(view, number, lex)
        addressee = addressee or asked
    elif number < len(view) and view.items[number].lower in lex.topics and not view.items[number].named:
        number += 1
    subordinate = _in_subordinate(view, at, lex)
    nominal = entry.nominal and not clause
    last = _clause_end(view, number, content_end(view, number, lex), lex, subordinate=subordinate, nominal=nominal)
    if view.place(number, last) is None:
        return None
    return Content(number, last, addressee, clause)


def _in_subordinate(view: View, cue: int, lex: Lexicon) -> bool:
    """Whether a cue stands in a clause that opens the view and is not the main one."""
    opening = view.items[0].lower if view.items else ""
    return opening in lex.subordinators and not any(item.lower == "," for item in view.items[:cue])


def _clause_end(view: View, first: int, last: int, lex: Lexicon, *, subordinate: bool, nominal: bool) -> int:
    """Where content ends before the clause that goes on behind it.

    At the comma of a subordinate clause that the cue stands in, at a comma with a word of contrast, and for a noun
    phrase where a conjunction joins another verb to the cue.
    """
    for number in range(first + 1, last - 1):
        item = view.items[number]
        if number in view.bracketed:
            continue
        if item.lower == "," and (subordinate or _contrast(view, number + 1, lex)):
            return number
        if (
            nominal
            and item.word
            and not item.named
            and item.lower in lex.coordinators
            and _verb_at(view, number + 1, last, lex)
        ):
            return number - 1 if view.items[number - 1].lower == "," else number
    return last


def _contrast(view: View, number: int, lex: Lexicon) -> bool:
    """Whether a word of contrast opens a clause of its own, and not the second half of *tidak hanya …, tetapi juga*."""
    if number + 1 >= len(view):
        return False
    item, following = view.items[number], view.items[number + 1]
    return item.lower in lex.contrasts and not item.named and "adverb" not in lex.language.classes(following.lower)


def _verb_at(view: View, number: int, last: int, lex: Lexicon) -> bool:
    while number < last and lex.language.classes(view.items[number].lower) & {"adverb", "auxiliary"}:
        number += 1
    item = view.items[number] if number < last else None
    return item is not None and item.word and not item.capital and lex.language.morphology.voice(item.lower) == "active"


def _skip_adverbs(view: View, number: int, lex: Lexicon) -> int:
    while number < len(view):
        item = view.items[number]
        adverb = item.word and not item.named and item.lower in lex.cue_adverbs
        if not (adverb or number in view.bracketed):
            break
        number += 1
    return number


def _skip_marks(view: View, number: int) -> int:
    while number < len(view) and view.items[number].mark and view.items[number].lower in ",:":
        number += 1
    return number


def _skip_aside(view: View, number: int, lex: Lexicon) -> int:
    """Behind the words that tell when, where and in what it was said: *mengatakan pada Senin dalam rapat itu bahwa*."""
    if number >= len(view) or not (view.items[number].dated or view.items[number].lower in lex.asides):
        return number
    for at in range(number + 1, min(len(view), number + _ASIDE_WITHIN)):
        item = view.items[at]
        opened = item.lower in lex.content_openers
        if opened or item.quote is not None or (item.mark and item.lower in ":;."):
            return at if opened and not has_verb(view, number, at, lex) else number
    return number


def _addressee(view: View, number: int, lex: Lexicon) -> tuple[int, Range | None]:
    if number < len(view) and view.items[number].lower in lex.addressees and not view.items[number].named:
        end = phrase_after(view, number + 1, lex)
        if end > number + 1:
            return _skip_dates(view, end), (number + 1, end)
    return number, None


def _skip_dates(view: View, number: int) -> int:
    """Behind the dates, with their commas and brackets, that stand at an item."""
    end = number
    while end < len(view) and (view.items[end].dated or end in view.bracketed or view.items[end].lower in {",", "."}):
        if view.items[end].lower == "." and end + 1 == len(view):
            break
        end += 1
    return end if any(view.items[at].dated for at in range(number, end)) else number


def _purpose(view: View, number: int, lex: Lexicon) -> tuple[int, Range | None]:
    for at in range(number, min(len(view), number + _PURPOSE_WITHIN)):
        item = view.items[at]
        if item.quote is not None or (item.mark and item.lower in ":;"):
            break
        if item.word and not item.named and item.lower in lex.purposes:
            if has_verb(view, number, at, lex):
                break
            return at, ((number, at) if at > number else None)
        if item.lower in lex.content_openers:
            return at + 1, ((number, at) if at > number else None)
    return number, None


def _told(view: View, number: int, lex: Lexicon) -> tuple[int, Range | None]:
    """Where content begins behind the one it is told to: *memberi tahu warga bahwa …*, *… warga soal …*."""
    for at in range(number, min(len(view), number + _PURPOSE_WITHIN)):
        item = view.items[at]
        if item.quote is not None or (item.mark and item.lower in ":;"):
            break
        if item.word and not item.named and item.lower in lex.content_openers | lex.topics:
            return at + 1, ((number, at) if at > number else None)
    return number, None


def content_end(view: View, first: int, lex: Lexicon) -> int:
    """Where content that begins at an item ends: before the words that tell how it was passed on, or at the end."""
    last = len(view)
    for number in range(first, len(view)):
        item = view.items[number]
        if number in view.bracketed or not item.word or item.named:
            continue
        if _passes_on(view, number, lex) and number > first:
            last = number
            break
    return _without_tail(view, first, last)


def _passes_on(view: View, number: int, lex: Lexicon) -> bool:
    item = view.items[number]
    before = view.items[number - 1]
    if item.lower in lex.relay_openers:
        after = view.items[number + 1].lower if number + 1 < len(view) else ""
        strong = after in lex.relays
        return strong or (after in lex.weak_relays and before.lower == ",")
    return item.lower in lex.relays and (before.lower == "," or before.quote is not None)


def _without_tail(view: View, first: int, last: int) -> int:
    """The end without a date of saying that stands alone behind a comma."""
    number = last
    while number > first and (
        view.items[number - 1].dated or view.items[number - 1].lower in {".", ","} or number - 1 in view.bracketed
    ):
        number -= 1
    dated = any(view.items[at].dated for at in range(number, last))
    return number if dated and number < last and view.items[number].lower == "," else last


def spans(view: View, first: int, last: int) -> list[tuple[int, int]]:
    """The places of content, those within quotation marks without the marks."""
    found = []
    begin = first
    for number in range(first, last + 1):
        if number < last and view.items[number].quote is None:
            continue
        place = view.place(begin, number)
        if place is not None and _has_word(view, begin, number):
            found.append(place)
        quote = view.items[number].quote if number < last else None
        if quote is not None:
            found.append((quote.inner_start, quote.inner_end))
        begin = number + 1
    return found


def _has_word(view: View, first: int, last: int) -> bool:
    return any(item.word for item in view.items[first:last])


def form_of(view: View, first: int, last: int, lex: Lexicon, *, clause: bool, nominal: bool) -> StatementForm:
    """Direct, mixed, nominal or indirect, by quotation marks and by whether a verb is in it."""
    quoted = sum(item.quote is not None for item in view.items[first:last])
    words = _has_word(view, first, last)
    if quoted and not words:
        return "direct"
    if quoted:
        return "mixed"
    if clause or has_verb(view, first, last, lex):
        return "indirect"
    short = last - first <= 12
    return "nominal" if nominal or short else "indirect"


def has_verb(view: View, first: int, last: int, lex: Lexicon) -> bool:
    """Whether a verb, an auxiliary or a copula stands in the main clause of these items."""
    relative = False
    for number in range(first, last):
        item = view.items[number]
        if not item.word or item.named or number in view.bracketed:
            relative = relative and item.lower != ","
            continue
        classes = lex.language.classes(item.lower)
        if "relative" in classes:
            relative = True
        elif relative:
            continue
        elif (
            _verbal(item, lex)
            or (number > first and item.lower in lex.statives and not item.capital)
            or ("demonstrative" in classes and number > first and _plain(view, number + 1, last, lex))
        ):
            return True
    return False


def _verbal(item: Item, lex: Lexicon) -> bool:
    if lex.language.classes(item.lower) & {"auxiliary", "copula", "negation"}:
        return True
    return lex.language.morphology.voice(item.lower) is not None and not item.capital


def _plain(view: View, number: int, last: int, lex: Lexicon) -> bool:
    """Whether a plain word goes on behind a demonstrative, which ends a noun phrase: *jembatan itu retak*."""
    item = view.items[number] if number < last else None
    if item is None or not item.word or item.named or item.capital or item.dated:
        return False
    return item.lower.isalpha() and not lex.language.classes(item.lower) and item.lower not in lex.purposes
