"""Names glued to their neighbours, as where a page's links lost the spaces around them."""

import re
from random import Random

from konon.evaluation.damage.edits import Edit, carried
from konon.evaluation.gold import GoldReport

# A page links some of its names, each where it stands first; which side loses its space is chance.
_LINKED = 0.5
_SIDES = (("before",), ("after",), ("before", "after"))


def glued(gold: GoldReport, dice: Random) -> GoldReport:
    """The report with the spaces lost around the first places of half of its names."""
    names = sorted(
        {name for entity in gold.entities if entity.kind != "group" for name in (entity.name, *entity.aliases)}
    )
    places = {name: [match.span() for match in _standing(name, gold.text)] for name in names}
    inside = {at for spans in places.values() for start, end in spans for at in range(start, end)}
    lost = set[int]()
    for name in names:
        linked, sides = dice.random() < _LINKED, dice.choice(_SIDES)
        if linked and places[name]:
            start, end = places[name][0]
            lost |= {at for side, at in (("before", start - 1), ("after", end)) if side in sides}
    seams = sorted(at for at in lost if at not in inside and _between_words(gold.text, at))
    return carried(gold, [Edit(at, at + 1) for at in seams])


def _standing(name: str, text: str) -> list[re.Match[str]]:
    return list(re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)) if name[:1].isupper() else []


def _between_words(text: str, at: int) -> bool:
    return 0 < at < len(text) - 1 and text[at] == " " and text[at - 1].isalpha() and text[at + 1].isalpha()
