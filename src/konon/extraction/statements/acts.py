"""What a statement does: the act of its cue, unless the content tells another."""

import re

from konon.extraction.statements.lexicon import Lexicon
from konon.record.vocabulary import Act

_WORD = re.compile(r"\w+(?:-\w+)*")
# How many words are looked at: for the subject of an indirect content, and for the first person of a quotation.
_SUBJECT = 5
_QUOTED = 25
_NEUTRAL = frozenset({"say", "confirm"})


def refine(act: Act, content: str, lex: Lexicon, *, quoted: bool, own: frozenset[str] = frozenset()) -> Act:
    """The act of a statement whose cue tells `act` and whose content begins with these words.

    In a quotation the first person must stand before the word that tells the act (*kami akan …*); in an indirect
    content the word stands first (*mengatakan akan …*) or behind the source's own name (`own`, its words).
    """
    if act not in _NEUTRAL:
        return act
    words = [match.group().lower() for match in _WORD.finditer(content[:240])][:_QUOTED]
    if not words:
        return act
    told = _quoted(words, lex) if quoted else _indirect(words, lex, own)
    if told is None and act == "say":
        told = next((lex.duties[word] for word in words[:_SUBJECT] if word in lex.duties), None)
    return told or act


def _indirect(words: list[str], lex: Lexicon, own: frozenset[str]) -> Act | None:
    if words[0] in lex.act_openers:
        return lex.act_openers[words[0]]
    for number, word in enumerate(words[1:_SUBJECT], 1):
        if word in lex.act_openers:
            return lex.act_openers[word] if all(before in own | lex.selves for before in words[:number]) else None
    return None


def _quoted(words: list[str], lex: Lexicon) -> Act | None:
    if lex.act_openers.get(words[0]) == "hope":
        return "hope"
    for number, word in enumerate(words):
        if "pronoun_first" not in lex.language.classes(word):
            continue
        for following in words[number + 1 : number + 4]:
            told = lex.act_openers.get(following) or (_cue_act(following, lex) if number < 3 else None)
            if told is not None:
                return told
            if not lex.language.classes(following) & {"adverb", "auxiliary", "negation"}:
                break
    return None


def _cue_act(word: str, lex: Lexicon) -> Act | None:
    entries = [entry for entry in lex.cues.get(word, ()) if entry.voice == "active" and entry.act not in _NEUTRAL]
    return entries[0].act if entries else None
