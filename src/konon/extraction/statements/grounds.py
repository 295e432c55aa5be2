"""Sources named as the ground of a clause: *menurut X*, *berdasarkan laporan X*, *pernyataan X bahwa …*."""

from konon.extraction.draft import Place
from konon.extraction.statements.contents import content_end, form_of, has_verb, spans
from konon.extraction.statements.lexicon import CueEntry
from konon.extraction.statements.reading import NOBODY, Reading, Source
from konon.extraction.statements.sources import phrase_after, subject_before
from konon.record.vocabulary import Act

# How far behind its ground-word a noun of speech may stand, and behind a noun the conjunction of its clause, in items.
_NOUN_WITHIN = 4
_CLAUSE_WITHIN = 14
ASKING = frozenset({"demand", "propose", "hope"})


def plain_cue(lemma: str, act: Act = "say", *, nominal: bool = False) -> CueEntry:
    """The entry of a cue that stands in no table of verbs."""
    return CueEntry(lemma, act, "active", nominal=nominal, weak=False, colloquial=False)


def read_according(reading: Reading, number: int, *, clitic: bool) -> int:
    """The item behind *menurut X* at an item; its statement was added if it has content."""
    first = number + 1 + int(reading.item(number + 1) is not None and reading.is_class(number + 1, "quantifier"))
    following = reading.item(first)
    noun = following is not None and reading.split(following.lower)[0] in reading.lex.speech_nouns
    begin = first + 1 if noun else number + 1
    while noun and reading.among(begin, reading.lex.ground_joins):
        begin += 1
    end = number + 1 if clitic else phrase_after(reading.view, begin, reading.lex, leading=True)
    source = reading.clitic_source(number) if clitic else reading.source_in(begin, end)
    own = source[0] is not None and source[0] is reading.speaker
    if own or (source[0] is None and not noun):
        return number + 1
    _read_around(reading, number, number, end, source)
    return max(end, number + 1)


def read_ground(reading: Reading, number: int) -> int:
    """The item behind *berdasarkan keterangan X* at an item; the noun is the cue of the statement that was added."""
    noun = next(
        (at for at in range(number + 1, min(number + _NOUN_WITHIN, len(reading.view))) if _speech(reading, at)), None
    )
    if noun is None:
        return number + 1
    begin = noun + 1
    while reading.among(begin, reading.lex.ground_joins):
        begin += 1
    clitic = reading.split(reading.view.items[noun].lower)[1]
    end = noun + 1 if clitic else phrase_after(reading.view, begin, reading.lex, leading=True)
    source = reading.clitic_source(noun) if clitic else reading.source_in(begin, end)
    if source[0] is None:
        return number + 1
    _read_around(reading, number, noun, end, source)
    return max(end, number + 1)


def _speech(reading: Reading, number: int) -> bool:
    return reading.split(reading.view.items[number].lower)[0] in reading.lex.speech_nouns


def _read_around(reading: Reading, number: int, cue: int, end: int, source: Source) -> None:
    """Add a statement whose content is the clause that its cue and source stand in."""
    opens = number > 0 and (reading.is_class(number - 1, "relative") or _subordinate(reading, number - 1))
    leading = opens or reading.clause_initial(number) or reading.behind_relay(number)
    before = (0, 0) if leading else reading.before(number)
    after = reading.after(end)
    content: list[Place] = spans(reading.view, *before) if before[0] < before[1] else []
    if after is not None and (not content or _resumes(reading, number, end)):
        content += spans(reading.view, *after)
    if not content:
        return
    region = after if after is not None and before[0] >= before[1] else before
    form = form_of(reading.view, *region, reading.lex, clause=True, nominal=False)
    reading.add(cue, plain_cue(reading.lex.according_lemma), source, content=content, form=form, region=region)


def _subordinate(reading: Reading, number: int) -> bool:
    """Whether a word stands at an item that opens a clause of its own: *karena menurut X …*."""
    return reading.among(number, reading.lex.clause_starts) and reading.is_class(number, "conjunction")


def _resumes(reading: Reading, number: int, end: int) -> bool:
    """Whether the clause goes on behind the source: between two commas, or before the clause has a verb."""
    before, following = reading.item(number - 1), reading.item(end)
    if before is None or following is None:
        return False
    interrupted = before.word and following.word and not reading.between(end)
    lacking = interrupted and not has_verb(reading.view, *reading.before(number), reading.lex)
    return lacking or before.lower == following.lower == ","


def read_noun(reading: Reading, number: int, word: str) -> int:
    """The item to go on from behind a noun of speech; what it tells was added.

    *Tuduhan X bahwa …*, *memberikan arahan agar …*, *menerima laporan tentang …*.
    """
    act = reading.lex.nouns[word]
    verb = _verb_before(reading, number)
    opener = clause_opener(reading, number, act)
    light = verb is not None and reading.among(verb, reading.lex.giving | reading.lex.receiving)
    holder = reading.open_at(number)
    if light and opener is None and (holder is None or holder.first != number):
        opener = _about(reading, number)
    if opener is None:
        return number + 1
    clause = reading.among(opener, reading.lex.content_openers)
    last = content_end(reading.view, opener + 1, reading.lex)
    content = spans(reading.view, opener + 1, last)
    begin = number + 2 if reading.among(number + 1, reading.lex.ground_joins) else number + 1
    source = reading.resolve(begin, opener) if begin < opener and reading.actor(begin) else NOBODY
    if source[0] is None and not clause and verb is None:
        return number + 1
    if source[0] is None and not (verb is not None and reading.among(verb, reading.lex.receiving)):
        source = _subject_of(reading, number if verb is None else verb)
    if not content:
        return number + 1
    form = form_of(reading.view, opener + 1, last, reading.lex, clause=clause, nominal=True)
    entry = plain_cue(word, act, nominal=True)
    region = (opener + 1, last)
    reading.add(number, entry, source, content=content, form=form, region=region, within=holder)
    return opener


def _subject_of(reading: Reading, number: int) -> Source:
    floor, _ = reading.clause_floor(number)
    subject = subject_before(reading.view, number, reading.lex, floor=floor)
    if subject is None or subject.elided:
        return reading.first_actor(number)
    return reading.resolve(subject.first, subject.last)


def _verb_before(reading: Reading, number: int) -> int | None:
    """The verb that a noun of speech is the object of: *memberikan arahan*, *menerima laporan*."""
    before = number - 1
    while before >= 0 and reading.adverbial(before):
        before -= 1
    item = reading.item(before)
    if item is None or not item.word or item.named:
        return None
    active = reading.lex.language.morphology.voice(item.lower) == "active"
    return before if active or item.lower in reading.lex.receiving else None


def _about(reading: Reading, number: int) -> int | None:
    """The preposition behind a noun of speech that opens what it is about."""
    for at in range(number + 1, min(number + _CLAUSE_WITHIN, len(reading.view) - 1)):
        item = reading.view.items[at]
        if item.quote is not None or (item.mark and item.lower not in "()"):
            return None
        if reading.among(at, reading.lex.abouts):
            return at
        if not item.named and not item.capital and reading.lex.language.morphology.voice(item.lower) is not None:
            return None
    return None


def clause_opener(reading: Reading, number: int, act: Act) -> int | None:
    """The conjunction behind a noun of speech that opens what was said; no verb may stand between."""
    openers = reading.lex.content_openers | (reading.lex.strict_purposes if act in ASKING else frozenset())
    for at in range(number + 1, min(number + _CLAUSE_WITHIN, len(reading.view) - 1)):
        item = reading.view.items[at]
        if item.quote is not None or (item.mark and item.lower not in ",()"):
            return None
        if reading.among(at, openers):
            return at
        verb = item.word and not item.capital and reading.lex.language.morphology.voice(item.lower) is not None
        if not item.named and (verb or reading.is_class(at, "relative", "copula")):
            return None
    return None
