"""Active cues between source and content: *X mengatakan …*, and *"…," X menambahkan*."""

from dataclasses import replace

from konon.extraction.statements.acts import ANSWERING
from konon.extraction.statements.contents import Content, content_after, form_of, has_verb, spans
from konon.extraction.statements.grounds import ASKING, clause_opener
from konon.extraction.statements.lexicon import CueEntry
from konon.extraction.statements.reading import Found, Reading, Source
from konon.extraction.statements.sources import Subject, subject_before
from konon.record.vocabulary import Act


def read_active(reading: Reading, number: int, entry: CueEntry) -> bool:
    """Whether an active cue tells a statement at an item; if so, it was added."""
    floor, holder = reading.clause_floor(number)
    subject = subject_before(reading.view, number, reading.lex, floor=floor)
    if subject is not None and holder is not None and _goes_on(reading, holder, number):
        subject = replace(subject, first=number, last=number, elided=True)
    if subject is None or (subject.unsaid and entry.act != "deny") or (subject.elided and entry.weak):
        return False
    if subject.elided and holder is not None and number == holder.first:
        # The verb is what the one before it asks for or refuses: *menolak mengakui*.
        return False
    content = content_after(reading.view, number + 1, entry, reading.lex)
    if content is None or (entry.act not in ANSWERING and reading.points_back(content.first, content.last)):
        told = _read_trailing(reading, number, entry, subject)
        if not told and content is not None and not subject.elided:
            _note_back(reading, number, subject)
        return told
    if not subject.elided and reading.points_back(subject.first, subject.last):
        return False
    source = _source(reading, subject, number)
    named = _named_act(reading, entry, content)
    if named is not None and clause_opener(reading, content.first, named) is not None:
        # *menyampaikan harapan agar …*: the noun is the cue.
        return False
    if not _tells(reading, entry, source, content):
        return False
    region = (content.first, content.last)
    form = form_of(reading.view, *region, reading.lex, clause=content.clause, nominal=entry.nominal)
    parent = _parent(reading, holder, subject.first if not subject.elided else number, elided=subject.elided)
    made = reading.add(
        number, entry, source, content=spans(reading.view, *region), form=form, region=region,
        act="confirm" if subject.unsaid else named, within=parent,
    )  # fmt: skip
    _note_through(reading, subject.last, number)
    made.addressee = reading.view.place(*content.addressee) if content.addressee else None
    return True


def _note_through(reading: Reading, first: int, number: int) -> None:
    """Note that the one through whom a source speaks is whom the report goes on with: *X melalui Y mengatakan …*."""
    place = reading.view.place(first, number) if reading.among(first, reading.lex.through) else None
    people = reading.coreference.discourse.mentions(*place) if place else []
    for mention, entity in people:
        if entity.kind == "person":
            reading.coreference.discourse.spoke(mention.start, entity)


def _goes_on(reading: Reading, holder: Found, number: int) -> bool:
    """Whether a verb right behind a comma shares the subject of the one before it: *memuji X, mengecam Y*."""
    before = reading.item(number - 1)
    return before is not None and before.lower == "," and number - 1 > holder.first


def _named_act(reading: Reading, entry: CueEntry, content: Content) -> Act | None:
    """The act of the noun of speech that a plain cue has as its content: *menyampaikan apresiasi*."""
    item = reading.view.items[content.first]
    if entry.act != "say" or item.named or not item.word:
        return None
    act = reading.lex.nouns.get(reading.split(item.lower)[0])
    asked = act in ASKING and clause_opener(reading, content.first, act) is None
    return None if asked else act


def _read_trailing(reading: Reading, number: int, entry: CueEntry, subject: Subject) -> bool:
    """*"…," X menambahkan.*: the content stands before the subject."""
    before, following = reading.item(subject.first - 1), reading.item(number + 1)
    if subject.elided or before is None or not (before.quote is not None or before.lower == ","):
        return False
    if following is not None and not following.mark:
        return False
    first, last = reading.before(subject.first)
    content = spans(reading.view, first, last)
    source = _source(reading, subject, number)
    if not content or source[0] is None:
        return False
    form = form_of(reading.view, first, last, reading.lex, clause=True, nominal=False)
    reading.add(number, entry, source, content=content, form=form, region=(first, last))
    return True


def _note_back(reading: Reading, number: int, subject: Subject) -> None:
    """Note *X menyampaikan hal itu dalam …*, which points back at what X said before."""
    source = _source(reading, subject, number)
    if source[0] is not None and reading.knows(source):
        reading.pointed.append((number, source[0]))


def _source(reading: Reading, subject: Subject, number: int) -> Source:
    if not subject.elided:
        return reading.resolve(subject.first, subject.last)
    earlier = [found for found in reading.found if found.cue < number]
    if earlier:
        return earlier[-1].statement.source, earlier[-1].statement.source_span
    return reading.first_actor(number)


def _tells(reading: Reading, entry: CueEntry, source: Source, content: Content) -> bool:
    """Whether a cue with this source and content tells that something was said."""
    entity, place = source
    quoted = any(item.quote is not None for item in reading.view.items[content.first : content.last])
    if reading.view.items[content.first].lower in entry.unless:
        return False
    verb = has_verb(reading.view, content.first, content.last, reading.lex)
    if (entry.clausal and not (quoted or content.clause or verb)) or (
        entry.quoted and reading.view.items[content.first].quote is None
    ):
        return False
    if entity is None:
        return quoted or (place is not None and reading.coreference.is_text(*place))
    if not reading.knows(source) and not _plainly_said(entry, quoted=quoted, clause=content.clause):
        return False
    if not entry.weak or quoted or content.clause:
        return True
    return entity.kind == "person" or verb


def _plainly_said(entry: CueEntry, *, quoted: bool, clause: bool) -> bool:
    """Whether a cue tells speech even of a subject that no table knows: *layanan darurat mengatakan bahwa …*."""
    return (quoted or clause) and not (entry.weak or entry.nominal or entry.clausal)


def _parent(reading: Reading, holder: Found | None, at: int, *, elided: bool) -> Found | None:
    """The statement that holds a new one; where the two are coordinate, the earlier one ends here and holds nothing."""
    if holder is None:
        return None
    before = at - 1
    while before > holder.first and reading.adverbial(before):
        before -= 1
    joined = reading.among(before, reading.lex.coordinators)
    trailing = elided and reading.view.items[at - 1].lower == ","
    if trailing:
        before = at - 1
    if not (trailing or (joined and (elided or reading.view.items[before - 1].lower == ","))):
        return holder
    content = spans(reading.view, holder.first, before)
    if content:
        holder.last, holder.statement.content = before, content
    return next((other for other in reading.found if other.statement is holder.statement.within), None)
