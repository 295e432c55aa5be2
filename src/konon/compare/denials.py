"""What a denial, a rejection or a confirmation answers: statements and events of other reports, compared with it.

Precision comes first: what shares words only, and names nobody whom the two have in common, is never sure.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from konon.compare.contents import Content
from konon.compare.reasons import Likeness, Reason
from konon.compare.sources import sameness
from konon.compare.tellings import Telling, opposed, shown, weight

# From this score on an answer is sure; from the others on likely enough to be listed as doubtful. A denial says itself
# that somebody has said it, while most of what is confirmed nobody has asked.
SURE = 0.7
_LIKELY = {"deny": 0.45, "reject": 0.45, "confirm": 0.55}
LIKELY_EVENT = 0.55
_CONTAINED, _COMMON, _AMOUNT, _HALVED = 0.4, 0.1, 0.2, 2.0
_NAMED, _NOBODY, _SAYS_OTHERWISE, _ACCUSES = 0.15, -0.25, 0.1, 0.05
# The same people are accused of many things: what shares less of the shorter content is not sure.
_WHOLE, _PARTLY = 0.75, -0.15
# What whom two statements name can add to their likeness.
MOST_BY_NAMES = 3 * _NAMED - _NOBODY
_AGREES, _FIGURES, _DAY, _LATER = -0.5, -0.2, -0.02, -0.1
_FEWEST, _FEW, _LITTLE = 2.0, 3.0, -0.1
_TYPE, _MODE, _PARTY, _PLACE, _SAME_DAY, _OTHER_DAY = 0.2, 0.1, 0.2, 0.15, 0.15, -0.1
_OTHER_MODE, _OTHER_PARTY = -0.2, -0.3
_ACCUSING = frozenset({"accuse", "claim", "warn"})


@dataclass(frozen=True, slots=True)
class Side:
    """A statement that denies or may be denied: its act, how it is compared, and whom it names, by their actors."""

    telling: Telling
    act: str
    names: frozenset[int]


@dataclass(frozen=True, slots=True)
class Deed:
    """An event: its type and mode, who did it to whom and where, by their actors, and its day where it is dated."""

    type: str
    mode: str | None
    actors: frozenset[int]
    recipients: frozenset[int]
    place: int | None
    day: int | None


def answered(denial: Side, said: Side, *, pointing: frozenset[str]) -> Likeness | None:
    """How likely a denial or confirmation answers a statement; None where it can't.

    `pointing` are stems of nouns of speech (*membantah tuduhan …*), which are no content.
    """
    one, other = denial.telling, said.telling
    # Whose statement is denied tells who is meant, not what.
    speaker = other.source.name.split() if other.source else ()
    wanted = one.content.stems - pointing - frozenset(speaker)
    common = wanted & other.content.stems
    if weight(common, one.content.names) < _FEWEST or sameness(one.source, other.source) in {"actor", "name"}:
        return None
    ties = tuple(_ties(denial, said)) or (Reason("nobody named by both", _NOBODY, "", ""),)
    return Likeness.of((*_words(one.content, other.content, wanted), *ties, *_against(denial, said)))


def likely(act: str, score: float) -> bool:
    """Whether an answer of this act and score is worth listing."""
    return score >= _LIKELY[act]


def _words(one: Content, other: Content, wanted: frozenset[str]) -> Iterator[Reason]:
    names = one.names | other.names
    common = weight(wanted & other.stems, names)
    rest = shown(wanted - other.stems), shown(other.stems - wanted)
    fewer = min(weight(wanted, names), weight(other.stems, names))
    yield Reason("contained", round(_CONTAINED * common / fewer, 4), *rest)
    yield Reason("common", round(_COMMON * common / weight(wanted | other.stems, names), 4), *rest)
    yield Reason("amount", round(_AMOUNT * (1 - 2 ** (-max(0.0, common - 1) / _HALVED)), 4), f"{common:g}", "")
    if common / fewer < _WHOLE:
        yield Reason("partly", _PARTLY, *rest)
    if common < _FEW:
        yield Reason("few", _LITTLE, f"{common:g}", "")


def _ties(denial: Side, said: Side) -> Iterator[Reason]:
    """Who is named by both: whoever denies in what is denied, whoever said it in the denial."""
    denier, speaker = denial.telling.source, said.telling.source
    if denier and denier.actor in said.names:
        yield Reason("denier named", _NAMED, denier.name, "")
    if speaker and speaker.actor in denial.names:
        yield Reason("speaker named", _NAMED, "", speaker.name)
    both = len(denial.names & said.names)
    if both:
        yield Reason("same named", round(_NAMED * (1 - 2.0**-both), 4), str(both), "")


def _against(denial: Side, said: Side) -> Iterator[Reason]:
    one, other = denial.telling, said.telling
    otherwise = opposed(one, other)
    if denial.act == "confirm":
        yield Reason("negation", _AGREES if otherwise else 0.0, shown(otherwise), "")
    else:
        yield Reason("negation", _SAYS_OTHERWISE if otherwise else _AGREES, shown(otherwise), "")
    if said.act in _ACCUSING:
        yield Reason("act", _ACCUSES, denial.act, said.act)
    left, right = one.content.figures, other.content.figures
    if left - right and right - left:
        yield Reason("figures", _FIGURES, shown(left), shown(right))
    if one.day is not None and other.day is not None:
        later = other.day - one.day
        yield Reason("day", _LATER if later > 0 else _DAY * max(0, -later - 1), str(-later), "")


def denied(denial: Deed, event: Deed) -> Likeness | None:
    """How likely an event that is denied or confirmed is this one; None where they are of another type."""
    if denial.type != event.type:
        return None
    return Likeness.of(_deeds(denial, event))


def _deeds(one: Deed, other: Deed) -> Iterator[Reason]:
    yield Reason("type", _TYPE, one.type, other.type)
    if one.mode and other.mode:
        yield Reason("mode", _MODE if one.mode == other.mode else _OTHER_MODE, one.mode, other.mode)
    sides = (("actors", one.actors, other.actors), ("recipients", one.recipients, other.recipients))
    for feature, left, right in sides:
        if left and right:
            score = _PARTY if left & right else _OTHER_PARTY
            yield Reason(feature, score, str(len(left & right)), "")
    if one.place is not None and other.place is not None:
        score = _PLACE if one.place == other.place else -_PLACE
        yield Reason("place", score, "", "")
    if one.day is not None and other.day is not None:
        apart = abs(one.day - other.day)
        yield Reason("day", _SAME_DAY if apart == 0 else _OTHER_DAY * apart, str(apart), "")
