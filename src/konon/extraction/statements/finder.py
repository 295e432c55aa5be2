"""Statements of one view: at each item the pattern that begins there."""

from konon.extraction.statements.active import read_active
from konon.extraction.statements.behind import read_bare, read_closing
from konon.extraction.statements.grounds import read_according, read_ground, read_noun
from konon.extraction.statements.lexicon import CueEntry
from konon.extraction.statements.passive import read_passive, read_told_back
from konon.extraction.statements.reading import Found, Reading
from konon.extraction.statements.relays import give_relays, is_relay, read_relay


def find_statements(reading: Reading) -> list[Found]:
    """The statements of a view in the order of their cues."""
    number = 0
    while number < len(reading.view):
        number = max(number + 1, _read_at(reading, number))
    give_relays(reading)
    return reading.found


def _read_at(reading: Reading, number: int) -> int:
    """The item to go on from, after the pattern that begins at an item was read."""
    item = reading.view.items[number]
    if not item.word or item.named or number in reading.view.bracketed:
        return number + 1
    word, clitic = reading.split(item.lower)
    reading.pattern = "according"
    if word in reading.lex.according:
        return read_according(reading, number, clitic=clitic)
    reading.pattern = "relay"
    if is_relay(reading, number, word):
        return read_relay(reading, number)
    reading.pattern = "ground"
    if word in reading.lex.basis and (reading.clause_initial(number) or reading.behind_relay(number)):
        return read_ground(reading, number)
    for entry in reading.lex.cues.get(word, ()):
        reading.pattern = entry.voice
        if _read_cue(reading, number, entry, clitic=clitic):
            return number + 1
    if word in reading.lex.told_back and not clitic and read_told_back(reading, number):
        return number + 1
    reading.pattern = "noun"
    if word in reading.lex.nouns:
        return read_noun(reading, number, word)
    return number + 1


def _read_cue(reading: Reading, number: int, entry: CueEntry, *, clitic: bool) -> bool:
    if entry.voice == "closing":
        return read_closing(reading, number, entry)
    if entry.voice == "passive":
        return read_passive(reading, number, entry, clitic=clitic)
    if entry.voice == "bare":
        behind = read_bare(reading, number, entry, clitic=clitic)
        return behind or (entry.colloquial and read_active(reading, number, entry))
    return not clitic and read_active(reading, number, entry)
