"""What a statement does: the act of its cue, unless the content tells another."""

import re

from konon.extraction.statements.lexicon import Lexicon
from konon.language.base import Language
from konon.record.vocabulary import Act

_WORD = re.compile(r"\w+(?:-\w+)*")
# How many words of a content are looked at.
_FIRST = 7
_NEUTRAL = frozenset({"say", "confirm", "claim"})


def refine(act: Act, content: str, lex: Lexicon, language: Language, *, quoted: bool) -> Act:
    """The act of a statement whose cue tells `act` and whose content begins with these words.

    In a quotation the first person must stand before the word that tells the act (*kami akan …*); in an indirect
    content that begins with the word itself the subject is the source (*mengatakan akan …*).
    """
    if act not in _NEUTRAL:
        return act
    words = [match.group().lower() for match in _WORD.finditer(content[:120])][:_FIRST]
    if not quoted:
        return lex.act_openers.get(words[0], act) if words and act != "claim" else act
    first_person = False
    for number, word in enumerate(words):
        classes = language.classes(word)
        if "pronoun_first" in classes:
            first_person = True
        elif "negation" in classes and word not in lex.act_openers:
            return act
        elif number == 0 and lex.act_openers.get(word) == "hope":
            return "hope"
        elif first_person:
            told = lex.act_openers.get(word) or _cue_act(word, lex)
            if told is not None:
                return told
            if not classes & {"adverb", "auxiliary"}:
                return act
    return act


def _cue_act(word: str, lex: Lexicon) -> Act | None:
    entries = [entry for entry in lex.cues.get(word, ()) if entry.voice == "active" and entry.act not in _NEUTRAL]
    return entries[0].act if entries else None
