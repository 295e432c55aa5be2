"""What a statement does: the act of its cue, unless the content tells another."""

import re

from konon.extraction.statements.lexicon import Lexicon
from konon.record.vocabulary import Act

_WORD = re.compile(r"\w+(?:-\w+)*")
# How many words are looked at: for the subject of an indirect content, and for the first person of a quotation.
_SUBJECT = 7
_QUOTED = 25
_DUTY = 6
# A verb that tells the act stands with a first person so near the beginning.
_FIRST_PERSON = 6
_NEUTRAL = frozenset({"say", "confirm"})
# What is done to what somebody else has said: *hal itu dibantah X* is a statement, and does not pass the other on.
ANSWERING: frozenset[Act] = frozenset({"confirm", "deny", "reject", "praise", "condemn", "ask"})


def refine(
    act: Act, content: str, lex: Lexicon, *, quoted: bool, own: frozenset[str] = frozenset(), asks: bool = False
) -> Act:
    """The act of a statement whose cue tells `act` and whose content begins with these words.

    In a quotation the first person must stand before the word that tells the act (*kami akan …*); in an indirect
    content the word stands first (*mengatakan akan …*) or behind the source's own name (`own`, its words). A cue that
    `asks` where its content tells what is to be done is a demand there.
    """
    if act not in _NEUTRAL and not asks:
        return act
    words = [match.group().lower() for match in _WORD.finditer(content[:240])][:_QUOTED]
    if not words:
        return act
    if asks:
        return "demand" if _asks(words, lex) else act
    told = _quoted(words, lex) if quoted else _indirect(words, lex, own)
    if told is None and act == "say":
        told = next((lex.duties[word] for word in words[:_DUTY] if word in lex.duties), None)
    return told or act


def _asks(words: list[str], lex: Lexicon) -> bool:
    """Whether a content tells what is to be done: *mengingatkan agar …*, *mengingatkan semua harus …*."""
    if words[0] in lex.purposes:
        return True
    return lex.act_openers.get(words[0]) == "demand" or any(word in lex.duties for word in words[:_DUTY])


def _indirect(words: list[str], lex: Lexicon, own: frozenset[str]) -> Act | None:
    """The act told by the first word, or by a word behind nothing but the source's own names."""
    if words[0] in lex.act_openers:
        return lex.act_openers[words[0]]
    for number, word in enumerate(words[1:_SUBJECT], 1):
        if lex.act_openers.get(word) == "promise":
            return "promise" if all(_own(before, lex, own) for before in words[:number]) else None
    return None


def _own(word: str, lex: Lexicon, own: frozenset[str]) -> bool:
    """Whether a word can name the source itself: its names and offices, *pihaknya*, *kementeriannya*, a negation."""
    return (
        word in own
        or word in lex.selves
        or lex.language.morphology.clitic(word) is not None
        or bool(lex.language.classes(word) & {"negation", "adverb"})
    )


def _quoted(words: list[str], lex: Lexicon) -> Act | None:
    if lex.act_openers.get(words[0]) not in {None, "promise"}:
        return lex.act_openers[words[0]]
    for number, word in enumerate(words):
        if "pronoun_first" not in lex.language.classes(word):
            continue
        for following in words[number + 1 : number + 4]:
            told = _promise(following, lex) or (_cue_act(following, lex) if number < _FIRST_PERSON else None)
            if told is not None:
                return told
            if not lex.language.classes(following) & {"adverb", "auxiliary", "negation"}:
                break
    return None


def _promise(word: str, lex: Lexicon) -> Act | None:
    return "promise" if lex.act_openers.get(word) == "promise" else None


def _cue_act(word: str, lex: Lexicon) -> Act | None:
    """The act of a verb that the first person says of itself: *kami mengimbau*, *kami minta*."""
    entries = [
        entry for entry in lex.cues.get(word, ()) if entry.voice in {"active", "bare"} and entry.act not in _NEUTRAL
    ]
    return entries[0].act if entries else None
