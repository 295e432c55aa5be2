"""How desks rework another's report: word by word, clause by clause, sentence by sentence."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from reprints.story import Sentence, Told, outlet, said

_TABLE = tomllib.loads(Path(__file__).with_name("rewriting.toml").read_text(encoding="utf-8"))
_GROUPS = tuple(tuple(group.split("|")) for group in _TABLE["groups"])
_OTHERS = {word: tuple(other for group in _GROUPS if word in group for other in group if other != word)
           for group in _GROUPS for word in group}  # fmt: skip
_WORDS = re.compile(
    r"(?<![\w-])(?:" + "|".join(sorted(map(re.escape, _OTHERS), key=len, reverse=True)) + r")(?![\w-])", re.IGNORECASE
)
_DAY = re.compile(r"^(?P<rest>[^\"]+?),? (?:pada )?(?P<day>[A-Z]\w+ \(\d+/\d+/\d+\))(?P<tail>[^\"]*)\.$")
_JOINED = re.compile(
    rf"^(?P<main>[^\",]{{15,}}?),? (?P<word>{'|'.join(_TABLE['fronted'])}) (?P<clause>[^\",]{{8,}})\.$"
)
_COMMA = re.compile(
    r"^(?P<one>[^\",]{20,}), (?P<word>namun|tetapi|tapi|sementara|padahal|sehingga) (?P<other>[^\"]{15,})\.$"
)
_DROPPED = re.compile(rf"(?<![\w-])(?:{'|'.join(_TABLE['dropped'])}) ", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\d/(])\b\d{1,3}\b(?![\d/)])")


@dataclass(frozen=True, slots=True)
class Hand:
    """How strongly a desk reworks: the chance of each change."""

    words: float
    clauses: float
    dropped: float
    moved: float
    numbers: float
    unquoted: float
    cut: float


LIGHT = Hand(words=0.06, clauses=0.05, dropped=0.1, moved=0.02, numbers=0.03, unquoted=0.02, cut=0.15)
MIDDLE = Hand(words=0.3, clauses=0.35, dropped=0.3, moved=0.1, numbers=0.06, unquoted=0.15, cut=0.25)
HEAVY = Hand(words=0.6, clauses=0.7, dropped=0.5, moved=0.2, numbers=0.08, unquoted=0.4, cut=0.3)


def reworked(chance: Random, report: Told, hand: Hand, *, keep: float | None = None) -> Told:
    """The report as another outlet prints it; `keep` is the share of sentences that stay."""
    stays = 1 - hand.cut * chance.random() if keep is None else keep
    number = max(3, round(stays * len(report.sentences)))
    # Desks cut from the end more than from the middle.
    ranked = sorted(range(len(report.sentences)), key=lambda at: at * 0.6 + chance.random() * len(report.sentences))
    kept = [report.sentences[at] for at in sorted(ranked[:number])]
    lines = [sentence(chance, line, hand) for line in moved(chance, kept, hand)]
    title = words(chance, report.title, hand.words)
    return Told(outlet(chance, but=report.outlet), title, report.day, tuple(joined(chance, lines, hand)))


def sentence(chance: Random, line: Sentence, hand: Hand) -> Sentence:
    """A sentence in other words."""
    if line.quotation:
        return _quotation(chance, line, hand)
    text = line.text
    if chance.random() < hand.numbers:
        text = _NUMBER.sub(lambda found: str(max(2, int(found[0]) + chance.choice((-2, -1, 1, 2, 10)))), text, count=1)
    if chance.random() < hand.clauses:
        text = _turned(text)
    if chance.random() < hand.dropped:
        text = _capital(_DROPPED.sub("", text))
    text = words(chance, text, hand.words)
    added = chance.random()
    if added < hand.clauses / 4:
        text = chance.choice(_TABLE["openers"]) + text[0].lower() + text[1:]
    elif added < hand.clauses / 2.5:
        text = text.rstrip(".") + chance.choice(_TABLE["tails"]) + "."
    return Sentence(text)


def words(chance: Random, text: str, share: float) -> str:
    """The text with so many of the words that have others put into the place of others."""

    def other(found: re.Match[str]) -> str:
        if chance.random() >= share:
            return found[0]
        put = chance.choice(_OTHERS.get(found[0]) or _OTHERS.get(found[0].lower()) or (found[0],))
        return _capital(put) if found[0][0].isupper() else put

    return _WORDS.sub(other, text)


def moved(chance: Random, lines: Sequence[Sentence], hand: Hand) -> list[Sentence]:
    """The sentences in another order: some change places with the next ones."""
    order = [at + (chance.uniform(-4, 4) if chance.random() < hand.moved else 0) for at in range(len(lines))]
    return [lines[at] for at in sorted(range(len(lines)), key=lambda at: order[at])]


def joined(chance: Random, lines: Sequence[Sentence], hand: Hand) -> list[Sentence]:
    """Some sentences made of two, and some parted at a conjunction."""
    found: list[Sentence] = []
    for line in lines:
        parted = _COMMA.match(line.text)
        if parted and chance.random() < hand.clauses / 2:
            found += [Sentence(parted["one"] + "."), Sentence(_capital(parted["word"]) + " " + parted["other"] + ".")]
        elif found and not line.quotation and not found[-1].quotation and chance.random() < hand.clauses / 6:
            found[-1] = Sentence(f"{found[-1].text.rstrip('.')}, sedangkan {line.text[0].lower()}{line.text[1:]}")
        else:
            found.append(line)
    return found


def _quotation(chance: Random, line: Sentence, hand: Hand) -> Sentence:
    quotation, speaker = line.quotation or "", line.speaker or ""
    if chance.random() < hand.unquoted:
        told = f"{speaker} {chance.choice(('mengatakan', 'menyatakan', 'menyebut', 'menuturkan'))} {_lower(quotation)}."
        return Sentence(words(chance, told, hand.words))
    return said(chance, quotation, speaker) if chance.random() < hand.clauses else line


def _turned(text: str) -> str:
    """A sentence with its day, or the clause behind a conjunction, in front."""
    day = _DAY.match(text)
    if day:
        return f"Pada {day['day']}, {_lower(day['rest'])}{day['tail']}."
    clause = _JOINED.match(text)
    return f"{_capital(clause['word'])} {clause['clause']}, {_lower(clause['main'])}." if clause else text


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
