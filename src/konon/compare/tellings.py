"""Whether two reports tell the same statement: the source, the words, figures, negations and days compared.

Weights were set by hand and looked over on reports of several outlets; `benchmarks/tellings.py` prints what they come
to on invented pairs.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from konon.compare.contents import Content
from konon.compare.reasons import Likeness, Reason
from konon.compare.sources import Sameness, Source, sameness

# From this score on, two statements are one that is told twice.
SAME = 0.66
# From this score on, they can be one where a third statement is the same as both.
NEAR = 0.45
_CONTAINED, _COMMON, _ORDER, _AMOUNT = 0.5, 0.2, 0.1, 0.2
# Each further common word adds half of what is missing in sureness, over so many words.
_HALVED = 2.0
_FIGURES, _NEGATION, _DAY = -0.6, -0.7, -0.02
_SOURCES: dict[Sameness, float] = {"actor": 0.0, "name": -0.05, "open": -0.25}
# Few common words are no more than a turn of speech, unless they are most of what is said.
_FEW, _LITTLE = 3.0, -0.15
# Names tell the matter more than what is said of it.
_NAMED = 0.5
_HALF = 0.5
# Words that are shown of what two contents have in common or apart.
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Telling:
    """A statement as one report tells it: what, who, on which day (its ordinal; None where unknown), denied or not."""

    content: Content
    source: Source | None
    day: int | None
    denied: bool = False


def likeness(one: Telling, other: Telling) -> Likeness | None:
    """How alike two statements are; None where nothing can make them one."""
    same = sameness(one.source, other.source)
    common = one.content.stems & other.content.stems
    if same == "other" or not common:
        return None
    source = Reason("source", _SOURCES[same], _name(one.source), _name(other.source))
    return Likeness.of((*words(one.content, other.content), *_against(one, other), source, _days(one, other)))


def words(one: Content, other: Content) -> Iterable[Reason]:
    """What the words of two contents say for their being the same."""
    names = one.names | other.names
    common = weight(one.stems & other.stems, names)
    fewer, more = sorted((weight(one.stems, names), weight(other.stems, names)))
    yield _shared("contained", _CONTAINED * common / fewer, one, other)
    share = common / (fewer + more - common)
    yield _shared("common", _COMMON * share, one, other)
    if common < _FEW and share < _HALF:
        yield Reason("few", _LITTLE, f"{common:g}", "")
    yield Reason("order", round(_ORDER * _order(one, other), 4), "", "")
    amount = 1 - 2 ** (-max(0.0, common - 1) / _HALVED)
    yield Reason("amount", round(_AMOUNT * amount, 4), f"{common:g}", "")


def weight(stems: frozenset[str], names: frozenset[str]) -> float:
    """How much stems tell together; `names` are those of names."""
    return len(stems) - (1 - _NAMED) * len(stems & names)


def opposed(one: Telling, other: Telling) -> frozenset[str]:
    """The common words that one denies and the other does not."""
    common = one.content.stems & other.content.stems
    sides = [common if _wholly(telling) else telling.content.negated & common for telling in (one, other)]
    if sides[0] and sides[1]:
        # A denial of many words and a negation of one of them say the same.
        return frozenset() if _wholly(one) or _wholly(other) else sides[0] ^ sides[1]
    return sides[0] | sides[1]


def _wholly(telling: Telling) -> bool:
    """Whether all that is told is denied: *membantah X menyerang*, while *tidak menyerang* says so itself."""
    return telling.denied and not telling.content.negated


def _against(one: Telling, other: Telling) -> Iterable[Reason]:
    left, right = one.content.figures, other.content.figures
    if left - right and right - left:
        yield Reason("figures", _FIGURES, shown(left), shown(right))
    denied = opposed(one, other)
    if denied:
        yield Reason("negation", _NEGATION, shown(denied), "")


def _days(one: Telling, other: Telling) -> Reason:
    if one.day is None or other.day is None:
        return Reason("day", 0.0, "", "")
    apart = abs(one.day - other.day)
    return Reason("day", _DAY * max(0, apart - 1), str(apart), "")


def _shared(feature: str, score: float, one: Content, other: Content) -> Reason:
    return Reason(feature, round(score, 4), shown(one.stems - other.stems), shown(other.stems - one.stems))


def _order(one: Content, other: Content) -> float:
    """Which share of the common words stands in the same order, each where it comes first."""
    # Texts are compared only where archives are: reading needs no alignment.
    from rapidfuzz.distance import LCSseq

    left = list(dict.fromkeys(word for word in one.words if word in other.stems))
    right = list(dict.fromkeys(word for word in other.words if word in one.stems))
    return float(LCSseq.normalized_similarity(left, right))


def shown(stems: Iterable[str]) -> str:
    """Stems as a reason shows them: in the order of letters, the first of many."""
    listed = sorted(stems)
    return " ".join(listed[:_SHOWN]) + (" …" if len(listed) > _SHOWN else "")


def _name(source: Source | None) -> str:
    return source.name if source else ""
